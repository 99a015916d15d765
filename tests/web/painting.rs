//! The picture: not blank, the same for the same position, and no text outside of its shape.

use std::collections::BTreeSet;

use gcscope::scene::shape::{Card, Item, Rect, Scene, Tag};
use gcscope::trace::event::ObjectId;
use gcscope::web::camera::{Camera, Viewport};
use gcscope::web::painter::theme::Theme;
use gcscope::web::painter::{Look, Painter};
use gcscope::web::words::Words;
use wasm_bindgen_test::wasm_bindgen_test;

use super::bench::{RING, canvas, painted, pixels, run, stops, view};

fn colours(pixels: &[u8]) -> BTreeSet<&[u8]> {
    pixels.chunks_exact(4).collect()
}

#[wasm_bindgen_test]
fn a_scene_is_painted_over_the_whole_canvas() {
    let mut session = run(RING);
    session.seek(session.length() as f64 / 2.0);
    for ratio in [1, 2, 3] {
        view(&mut session, 320, 240, f64::from(ratio));
        let context = canvas(320 * ratio, 240 * ratio);
        let picture = painted(&mut session, &context);
        assert!(
            colours(&picture).len() > 8,
            "ratio {ratio}: {} colours",
            colours(&picture).len()
        );
        assert!(
            picture.chunks_exact(4).all(|pixel| pixel[3] == 255),
            "ratio {ratio}: no hole"
        );
    }
}

#[wasm_bindgen_test]
fn coming_back_gives_every_earlier_picture_again() {
    let mut session = run(RING);
    let context = canvas(640, 480);
    let stops = stops(&session, "event");
    let mut ahead = Vec::new();
    for &stop in &stops {
        session.seek(stop as f64);
        ahead.push(painted(&mut session, &context));
    }
    let different = ahead.windows(2).filter(|pair| pair[0] != pair[1]).count();
    assert!(
        different > stops.len() / 2,
        "{different} of {} steps are seen",
        stops.len()
    );
    for (&stop, picture) in stops.iter().zip(&ahead).rev() {
        session.seek(stop as f64);
        assert!(
            painted(&mut session, &context) == *picture,
            "position {stop}"
        );
    }
}

#[wasm_bindgen_test]
fn an_animation_goes_from_one_picture_to_the_other() {
    let mut session = run(RING);
    let context = canvas(640, 480);
    let stops = stops(&session, "statement");
    session.seek(stops[2] as f64);
    let before = painted(&mut session, &context);
    session.seek(stops[3] as f64);
    assert!(session.needs_animation());
    session.paint(&context, 0.0);
    assert!(pixels(&context) == before, "at 0 it is the picture before");
    session.paint(&context, 0.5);
    let between = pixels(&context);
    let after = painted(&mut session, &context);
    assert!(
        between != before && between != after,
        "on the way it is neither"
    );
    session.seek(stops[3] as f64);
    assert!(
        !session.needs_animation(),
        "a seek to the same place moves nothing"
    );
}

#[wasm_bindgen_test]
fn another_theme_or_language_is_another_picture() {
    let mut session = run(RING);
    let context = canvas(640, 480);
    let mut pictures = BTreeSet::new();
    for (dark, locale) in [(false, "en"), (true, "en"), (false, "zh-CN")] {
        let view = serde_json::json!({
            "width": 640, "height": 480, "ratio": 1, "dark": dark, "reducedMotion": true, "locale": locale,
        });
        assert!(session.set_view(&super::bench::js(&view)).is_ok());
        pictures.insert(painted(&mut session, &context));
    }
    assert_eq!(pictures.len(), 3);
}

const CARD: Rect = Rect::new(100.0, 80.0, 104.0, 42.0);
const TAG: Rect = Rect::new(10.0, 20.0, 86.0, 22.0);

/// One card and one tag with those texts, at zoom 1.
fn paint_texts(text: &str, painter: &mut Painter) -> Vec<u8> {
    let scene = Scene {
        bounds: Rect::new(0.0, 0.0, 320.0, 240.0),
        cards: vec![card(text)],
        tags: vec![tag(text)],
        ..Scene::default()
    };
    let look = Look {
        camera: Camera {
            x: 0.0,
            y: 0.0,
            zoom: 1.0,
        },
        viewport: Viewport {
            width: 320.0,
            height: 240.0,
            ratio: 1.0,
        },
        theme: Theme::of(false),
        words: Words::of("en"),
        hover: None,
        selected: None,
        way: &[],
        band: None,
        guesses: &std::collections::BTreeMap::new(),
    };
    let context = canvas(320, 240);
    painter.paint(&context, &scene, &look);
    pixels(&context)
}

fn card(text: &str) -> Card {
    Card {
        object: ObjectId(0),
        rect: CARD,
        lane: gcscope::scene::shape::LaneKind::Generation0,
        adrift: false,
        prominence: Default::default(),
        type_name: text.into(),
        text: text.into(),
        count: gcscope::scene::shape::Badge {
            value: u32::MAX,
            rect: Rect::new(CARD.right() - 23.0, CARD.y + 3.0, 20.0, 16.0),
            accent: Default::default(),
            pulse: 0.0,
            opacity: 1.0,
        },
        gc_refs: None,
        condition: Default::default(),
        finalizer: Default::default(),
        n_weakrefs: 0,
        mark: None,
        handle: Rect::default(),
        accent: Default::default(),
        pulse: 0.0,
        opacity: 1.0,
        scale: 1.0,
    }
}

fn tag(text: &str) -> Tag {
    Tag {
        frame: gcscope::trace::event::FrameId::MODULE,
        name: text.into(),
        rect: TAG,
        text: text.into(),
        value: Some(text.into()),
        handle: Rect::default(),
        accent: Default::default(),
        pulse: 0.0,
        opacity: 1.0,
    }
}

#[wasm_bindgen_test]
fn no_text_leaves_its_shape() {
    let mut painter = Painter::default();
    let empty = paint_texts("", &mut painter);
    let texts = [
        "W".repeat(300),
        "内存".repeat(100),
        "i".repeat(300),
        "\u{202e}".repeat(50) + "שלום".repeat(40).as_str(),
    ];
    for text in texts {
        let full = paint_texts(&text, &mut painter);
        assert!(full != empty, "the text is seen");
        let differ = empty.chunks_exact(4).zip(full.chunks_exact(4)).enumerate();
        for (index, _) in differ.filter(|(_, (a, b))| a != b) {
            let (x, y) = ((index % 320) as f64 + 0.5, (index / 320) as f64 + 0.5);
            let point = gcscope::scene::shape::Point::new(x, y);
            assert!(
                CARD.contains(point) || TAG.contains(point),
                "{text:.9}: {x}, {y}"
            );
        }
    }
}

#[wasm_bindgen_test]
fn what_is_pointed_at_is_seen() {
    let mut session = run("a = []\nb = [a]\n");
    session.seek(session.length() as f64);
    let context = canvas(640, 480);
    let plain = painted(&mut session, &context);
    let object = super::bench::named(&session, "a");
    let item = super::bench::js(&serde_json::json!(Item::Object {
        object: ObjectId(object),
    }));
    assert!(session.set_selected(item.clone()).is_ok());
    let selected = painted(&mut session, &context);
    assert!(session.set_selected(wasm_bindgen::JsValue::NULL).is_ok());
    assert!(session.set_hover(item.clone()).is_ok());
    let hovered = painted(&mut session, &context);
    assert!(session.set_hover(wasm_bindgen::JsValue::NULL).is_ok());
    let band =
        serde_json::json!({ "from": { "kind": "object", "object": object }, "x": 500, "y": 400 });
    assert!(session.set_rubber_band(super::bench::js(&band)).is_ok());
    let banded = painted(&mut session, &context);
    assert!(session.set_rubber_band(wasm_bindgen::JsValue::NULL).is_ok());
    let pictures: BTreeSet<&[u8]> = [&plain, &selected, &hovered, &banded]
        .map(Vec::as_slice)
        .into();
    assert_eq!(pictures.len(), 4);
    assert!(painted(&mut session, &context) == plain, "and unseen again");
}
