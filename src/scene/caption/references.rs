//! Names and references that come, go, and lead to something else.

use super::{Message, Step};
use crate::scene::cast::is_dunder;
use crate::scene::text;
use crate::trace::event::{Edge, FrameId, Label, ObjectId, Owner, Target};
use crate::trace::playback::State;

impl Step<'_> {
    pub(super) fn names_changed(
        &self,
        frame: FrameId,
        at: u32,
        removed: u32,
        inserted: &[Edge],
    ) -> Message {
        let references = self.before.references(Owner::Frame(frame));
        let gone = references
            .into_iter()
            .flat_map(|names| names.range(at as usize, removed as usize));
        let gone: Vec<&Edge> = gone.filter(|edge| !is_dunder(&edge.label)).collect();
        let new: Vec<&Edge> = inserted
            .iter()
            .filter(|edge| !is_dunder(&edge.label))
            .collect();
        match (&gone[..], &new[..]) {
            ([old], []) => self.name_deleted(old),
            ([old], [new]) => {
                let bound = self.name_bound("caption.name_rebound", "caption.name_value", new);
                self.with_loss_of(old, bound)
            }
            ([], []) => match inserted.first() {
                Some(own) => Message::new("caption.names_of_python").text("name", bare(&own.label)),
                None => Message::new("caption.names_changed"),
            },
            ([], [new]) => self.name_bound("caption.name_bound", "caption.name_value", new),
            ([], new) => Message::new("caption.names_added").number("n", new.len() as u32),
            (gone, []) => Message::new("caption.names_deleted").number("n", gone.len() as u32),
            _ => Message::new("caption.names_changed"),
        }
    }

    /// What the reference led to before has one less, unless that is given back later.
    fn with_loss_of(&self, old: &Edge, message: Message) -> Message {
        let Target::Object(object) = old.target else {
            return message;
        };
        match self.counts(object) {
            (from, to) if from <= to => message,
            (from, to) => {
                let key = if to == 0 {
                    "caption.count_zero"
                } else {
                    "caption.count_lowered"
                };
                let lost = Message::new(key).text("object", self.called(object));
                let lost = lost.number("from", from);
                message.and(if to == 0 { lost } else { lost.number("to", to) })
            }
        }
    }

    fn name_deleted(&self, old: &Edge) -> Message {
        match old.target {
            Target::Object(object) => {
                let (from, to) = self.counts(object);
                let deleted = Message::new(if from > to {
                    "caption.name_deleted"
                } else {
                    "caption.name_left"
                });
                let deleted = deleted
                    .text("name", bare(&old.label))
                    .text("type", self.type_name(object));
                if from > to {
                    deleted.number("from", from).number("to", to)
                } else {
                    deleted
                }
            }
            Target::Value { .. } => {
                Message::new("caption.name_value_deleted").text("name", bare(&old.label))
            }
        }
    }

    fn name_bound(&self, object_key: &'static str, value_key: &'static str, new: &Edge) -> Message {
        match &new.target {
            Target::Object(object) if self.type_name(*object) == "module" => {
                let module = self.after.object(*object).and_then(|it| it.text.clone());
                let bound = Message::new(value_key).text("name", bare(&new.label));
                bound.text(
                    "value",
                    format!("<module '{}'>", module.unwrap_or_default()),
                )
            }
            Target::Object(object) => {
                let (_, count) = self.counts(*object);
                let bound = Message::new(object_key).text("name", bare(&new.label));
                bound
                    .text("type", self.type_name(*object))
                    .number("count", count)
            }
            Target::Value {
                repr, type_name, ..
            } if &**type_name == "module" => {
                let bound = Message::new(value_key).text("name", bare(&new.label));
                bound.text("value", format!("<module '{repr}'>"))
            }
            Target::Value { repr, .. } => Message::new(value_key)
                .text("name", bare(&new.label))
                .text("value", &**repr),
        }
    }

    pub(super) fn references_changed(
        &self,
        owner: ObjectId,
        at: u32,
        removed: u32,
        inserted: &[Edge],
    ) -> Message {
        let references = self.before.references(Owner::Object(owner));
        let gone: Vec<&Edge> = references
            .into_iter()
            .flat_map(|edges| edges.range(at as usize, removed as usize))
            .collect();
        let message = match (&gone[..], inserted) {
            ([], [new]) => self.reference_added("caption.reference_added", new, at, owner),
            ([old], [new]) => {
                let key = match old.target {
                    Target::Object(_) => "caption.reference_replaced",
                    Target::Value { .. } => "caption.reference_added",
                };
                self.with_loss_of(old, self.reference_added(key, new, at, owner))
            }
            ([old], []) => self.reference_removed(old, at, owner),
            ([], new) => Message::new("caption.references_added").number("n", new.len() as u32),
            (gone, []) => Message::new("caption.references_removed").number("n", gone.len() as u32),
            _ => Message::new("caption.references_changed"),
        };
        message.text("owner", self.called(owner))
    }

    fn reference_added(&self, key: &'static str, new: &Edge, at: u32, owner: ObjectId) -> Message {
        let is_member = new.label == Label::Member;
        match &new.target {
            Target::Object(object) if is_member => Message::new("caption.member_added")
                .text("object", self.called(*object))
                .number("count", self.counts(*object).1),
            Target::Value { repr, .. } if is_member => {
                Message::new("caption.member_value_added").text("value", &**repr)
            }
            Target::Object(object) => {
                let (_, count) = self.counts(*object);
                // An object may come to hold itself: then both are called the same.
                let added = Message::new(if *object == owner {
                    "caption.reference_to_itself"
                } else {
                    key
                });
                let added = added.text("label", self.label(new, owner, at, self.after));
                let added = added.number("count", count);
                if *object == owner {
                    added
                } else {
                    added.text("object", self.called(*object))
                }
            }
            Target::Value { repr, .. } => {
                let label = self.label(new, owner, at, self.after);
                Message::new("caption.value_added")
                    .text("label", label)
                    .text("value", &**repr)
            }
        }
    }

    fn reference_removed(&self, old: &Edge, at: u32, owner: ObjectId) -> Message {
        let is_member = old.label == Label::Member;
        match &old.target {
            Target::Object(object) => {
                let (from, to) = self.counts(*object);
                let (part, member) = if from > to {
                    ("caption.reference_removed", "caption.member_removed")
                } else {
                    ("caption.reference_left", "caption.member_left")
                };
                let removed = Message::new(if is_member { member } else { part })
                    .text("object", self.called(*object))
                    .number("from", from);
                let removed = if from > to {
                    removed.number("to", to)
                } else {
                    removed
                };
                self.labelled(removed, old, at, owner)
            }
            Target::Value { repr, .. } => {
                let removed = Message::new(if is_member {
                    "caption.member_value_removed"
                } else {
                    "caption.value_removed"
                });
                self.labelled(removed.text("value", &**repr), old, at, owner)
            }
        }
    }

    /// Members of a set have no label that would tell one from the other.
    fn labelled(&self, message: Message, old: &Edge, at: u32, owner: ObjectId) -> Message {
        match old.label {
            Label::Member => message,
            _ => message.text("label", self.label(old, owner, at, self.before)),
        }
    }

    fn label(&self, edge: &Edge, owner: ObjectId, at: u32, state: &State) -> String {
        let references = state.references(Owner::Object(owner));
        let now = references.and_then(|references| references.label(at as usize));
        text::label(&now.unwrap_or_else(|| edge.label.clone()))
    }
}

fn bare(label: &Label) -> String {
    match label {
        Label::Name(name) => name.to_string(),
        _ => text::label(label),
    }
}
