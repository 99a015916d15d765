//! Types: of which there are how many objects, and which of them the reader has chosen not to see.
//!
//! It turns names of types into who is drawn and listed. Invariant: a type that is left out moves nothing; its objects
//! keep their places, and come back to them.

use std::collections::BTreeMap;
use std::rc::Rc;

use rustc_hash::FxHashSet;
use serde::Serialize;

use super::placement::Stage;
use super::text;
use crate::trace::playback::Object;

/// The types that are left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypeFilter(FxHashSet<Rc<str>>);

/// How many objects of a type there are among those that can be drawn.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TypeCount {
    pub type_name: Rc<str>,
    pub count: usize,
    pub is_shown: bool,
}

impl TypeFilter {
    pub fn without(types: impl IntoIterator<Item = Rc<str>>) -> TypeFilter {
        TypeFilter(types.into_iter().collect())
    }

    pub fn shows_all(&self) -> bool {
        self.0.is_empty()
    }

    pub fn shows(&self, object: &Object) -> bool {
        self.shows_all() || !self.0.contains(text::type_name(object))
    }

    /// The most frequent first. A type that is left out is told even where there is no object of it.
    pub fn counts(&self, stage: &Stage) -> Vec<TypeCount> {
        let mut counts: BTreeMap<&str, usize> = self.0.iter().map(|name| (&**name, 0)).collect();
        let placed = stage.placement.places();
        for it in placed.filter_map(|(object, _)| stage.state.object(object)) {
            *counts.entry(text::type_name(it)).or_default() += 1;
        }
        let mut counts: Vec<TypeCount> = counts
            .into_iter()
            .map(|(type_name, count)| TypeCount {
                type_name: type_name.into(),
                count,
                is_shown: !self.0.contains(type_name),
            })
            .collect();
        counts.sort_by_key(|it| std::cmp::Reverse(it.count));
        counts
    }
}
