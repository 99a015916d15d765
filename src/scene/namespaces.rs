//! Namespaces: the tags at the left, the module's names first, then those of each call.
//!
//! It turns the names of the running frames into groups of tags. Invariant: a name keeps its place within its group;
//! the module's group begins at the top, and the calls follow in the order in which they were made.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::accents::Accents;
use super::cast::Cast;
use super::placement::{Stage, drawn_name};
use super::plan::{MARGIN, Plan};
use super::shape::{Accent, Group, Point, Rect, Tag};
use super::text::shortened;
use crate::trace::event::{Edge, FrameId, ObjectId, Owner, Target};

/// More nested calls than this are not drawn one by one.
const MAX_GROUPS: usize = 7;
const GROUP_GAP: f64 = 8.0;

/// `only`: where a few objects are shown, the names of others would only stand around.
pub fn tags(
    stage: &Stage,
    cast: &Cast,
    accents: &Accents,
    plan: &Plan,
    only: Option<&BTreeMap<ObjectId, Point>>,
) -> (Vec<Group>, Vec<Tag>) {
    let stack: Vec<FrameId> = stage.state.stack.iter().copied().collect();
    let n_left_out = stack.len().saturating_sub(MAX_GROUPS);
    let (mut groups, mut tags) = (Vec::new(), Vec::new());
    let mut top = MARGIN;
    for (depth, &frame) in stack.iter().enumerate() {
        // The module and the caller of the oldest call stay; what is left out lies between them and the newest.
        if depth >= 2 && depth < 2 + n_left_out {
            continue;
        }
        let own = frame_tags(stage, cast, accents, (frame, top), plan, only);
        if only.is_some() && own.is_empty() {
            continue;
        }
        let title = plan.heading(top);
        let rect = own.iter().fold(title, |all, tag| all.union(&tag.rect));
        groups.push(Group {
            frame,
            function: stage
                .state
                .frame(frame)
                .map_or_else(|| Rc::from(""), |it| it.function.clone()),
            rect,
            title,
            n_left_out: if depth == 1 { n_left_out as u32 } else { 0 },
            running: frame == stage.state.current_frame(),
            opacity: 1.0,
        });
        let n_slots = match only {
            Some(_) => own.len() as u32,
            None => stage.placement.n_name_slots(frame),
        };
        let n_rows = n_slots.clamp(1, plan.tag_rows());
        top += title.height + f64::from(n_rows) * plan.metrics.tag_pitch + GROUP_GAP;
        tags.extend(own);
    }
    (groups, tags)
}

/// Each name in its slot; where only a few objects are shown, their names one below the other.
fn frame_tags(
    stage: &Stage,
    cast: &Cast,
    accents: &Accents,
    (frame, top): (FrameId, f64),
    plan: &Plan,
    only: Option<&BTreeMap<ObjectId, Point>>,
) -> Vec<Tag> {
    let mut running = 0..;
    let mut slots: BTreeMap<&Rc<str>, u32> = stage.placement.names(frame).collect();
    let Some(names) = stage.state.references(Owner::Frame(frame)) else {
        return Vec::new();
    };
    let tag = |edge: &Edge| {
        let name = drawn_name(edge, cast)?;
        let own_slot = slots.remove(name)?;
        let slot = match (only, &edge.target) {
            (None, _) => own_slot,
            (Some(objects), Target::Object(object)) if objects.contains_key(object) => {
                running.next()?
            }
            (Some(_), _) => return None,
        };
        let rect = plan.tag(top, slot);
        let n_chars = plan.metrics.tag_chars;
        let value = match &edge.target {
            Target::Object(_) => None,
            Target::Value { repr, .. } => Some(shortened(
                repr,
                n_chars.saturating_sub(name.chars().count() + 3).max(3),
            )),
        };
        Some(Tag {
            frame,
            name: name.clone(),
            rect,
            text: shortened(name, n_chars),
            value,
            handle: Rect::new(rect.right() - 7.0, rect.center().y - 7.0, 14.0, 14.0),
            accent: accents
                .names
                .get(&(frame, name.clone()))
                .copied()
                .unwrap_or(Accent::None),
            pulse: 0.0,
            opacity: 1.0,
        })
    };
    names.iter().filter_map(tag).collect()
}
