//! Objects that the interpreter made for itself, from where they hold what the program made.
//!
//! It turns one such event into an object of the state, and what was told as a value until then into references to it.

use rustc_hash::FxHashMap;

use super::state::State;
use crate::trace::event::{Edge, Event, Owner, Target};

impl State {
    /// It was there before: what refers to it was told to hold a value.
    pub(super) fn object_met(&mut self, event: &Event) {
        let Event::ObjectMet {
            object,
            type_name,
            id,
            size,
            count,
            list,
        } = event
        else {
            return;
        };
        self.object_created(*object, type_name, *id, *size, false);
        self.change(*object, |it| it.count = *count);
        self.place(*object, *list);
        let ids = FxHashMap::from_iter([(*id, *object)]);
        let owners = self.frames.keys().map(|&frame| Owner::Frame(frame));
        let owners = owners.chain(self.objects.keys().map(|&object| Owner::Object(object)));
        let held: Vec<(Owner, usize, Edge)> = owners
            .flat_map(|owner| {
                let references = self.references(owner).into_iter();
                let edges = references.flat_map(|references| references.iter().enumerate());
                let told = edges.filter_map(|(index, edge)| {
                    let target = Target::Object(edge.target.becomes(&ids)?);
                    let label = edge.label.clone();
                    Some((owner, index, Edge { label, target }))
                });
                told.collect::<Vec<_>>()
            })
            .collect();
        for (owner, index, edge) in held {
            self.edges_changed(owner, |references| references.splice(index, 1, &[edge]));
        }
    }
}
