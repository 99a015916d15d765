//! Every key that the core can say has words in both languages, with the same gaps, and no words lie unused.

use std::collections::{BTreeMap, BTreeSet};

const SOURCES: [&str; 5] = [
    include_str!("../../src/scene/caption.rs"),
    include_str!("../../src/scene/caption/collecting.rs"),
    include_str!("../../src/scene/caption/references.rs"),
    include_str!("../../src/scene/gesture.rs"),
    include_str!("../../src/scene/player.rs"),
];
const ENGLISH: &str = include_str!("../../www/src/locales/captions.en.json");
const CHINESE: &str = include_str!("../../www/src/locales/captions.zh-CN.json");

fn words(json: &str) -> BTreeMap<String, String> {
    serde_json::from_str(json).expect("a locale file is one object of texts")
}

/// The string literals of the sources that are keys.
fn keys_said() -> BTreeSet<String> {
    let literals = SOURCES.iter().flat_map(|source| source.split('"'));
    let keys = literals.filter(|text| text.starts_with("caption.") || text.starts_with("refused."));
    keys.map(str::to_owned).collect()
}

/// The names of a text's gaps, those inside of plural cases included.
fn gaps(text: &str) -> BTreeSet<&str> {
    let after_braces = text
        .split('{')
        .skip(1)
        .map(|rest| rest.split(['}', ',']).next().unwrap_or(""));
    after_braces
        .filter(|name| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase()))
        .collect()
}

#[test]
fn both_languages_say_exactly_what_the_core_says() {
    let said = keys_said();
    assert!(said.len() > 80, "{said:?}");
    for (language, json) in [("en", ENGLISH), ("zh-CN", CHINESE)] {
        let known: BTreeSet<String> = words(json).into_keys().collect();
        let missing: Vec<&String> = said.difference(&known).collect();
        let unused: Vec<&String> = known.difference(&said).collect();
        assert!(
            missing.is_empty() && unused.is_empty(),
            "{language}: missing {missing:?}, unused {unused:?}"
        );
    }
}

#[test]
fn both_languages_have_the_same_gaps() {
    let chinese = words(CHINESE);
    for (key, english) in words(ENGLISH) {
        assert_eq!(gaps(&english), gaps(&chinese[&key]), "{key}");
    }
}

#[test]
fn chinese_is_chinese() {
    for (key, text) in words(CHINESE) {
        assert!(
            text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)),
            "{key}: {text}"
        );
    }
}
