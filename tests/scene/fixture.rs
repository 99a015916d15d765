//! Traces written by hand: a few words for the events of small programs.

use gcscope::scene::player::Player;
use gcscope::scene::shape::{Card, LaneKind, Mode};
use gcscope::trace::event::*;

pub fn object(n: u32) -> ObjectId {
    ObjectId(n)
}

pub fn to_object(label: Label, n: u32) -> Edge {
    Edge {
        label,
        target: Target::Object(object(n)),
    }
}

pub fn name(name: &str, n: u32) -> Edge {
    to_object(Label::Name(name.into()), n)
}

pub fn value(label: Label, type_name: &str, repr: &str) -> Edge {
    Edge {
        label,
        target: Target::Value {
            type_name: type_name.into(),
            repr: repr.into(),
            id: 1,
        },
    }
}

pub fn created(n: u32, type_name: &str) -> Event {
    Event::ObjectCreated {
        object: object(n),
        type_name: type_name.into(),
        id: 0x7f00 + u64::from(n) * 48,
        size: 56,
        has_finalizer: false,
    }
}

pub fn tracked(n: u32) -> Event {
    Event::Tracked { object: object(n) }
}

pub fn count(n: u32, count: u32) -> Event {
    Event::CountChanged {
        object: object(n),
        count,
    }
}

pub fn module_names(at: u32, removed: u32, inserted: Vec<Edge>) -> Event {
    Event::EdgesChanged {
        owner: Owner::Frame(FrameId::MODULE),
        at,
        removed,
        inserted,
    }
}

pub fn edges(n: u32, at: u32, removed: u32, inserted: Vec<Edge>) -> Event {
    Event::EdgesChanged {
        owner: Owner::Object(object(n)),
        at,
        removed,
        inserted,
    }
}

pub fn line(line: u32) -> Event {
    Event::StatementStarted {
        frame: FrameId::MODULE,
        line,
        step: 0,
    }
}

/// `import gc`, two lists in a ring, both names deleted, `gc.collect()`; object 0 is `a`, object 1 is `b`.
pub fn ring() -> Vec<Event> {
    let mut events = ring_built();
    events.extend([line(4), module_names(0, 1, vec![]), count(0, 1)]);
    events.extend([line(5), module_names(0, 1, vec![]), count(1, 1), line(6)]);
    events.extend(ring_collected());
    events.push(Event::UnitFinished {
        source: 0,
        raised: false,
    });
    events
}

pub fn ring_built() -> Vec<Event> {
    vec![
        Event::UnitStarted { source: 0 },
        line(1),
        Event::HeapMeasured {
            bytes: 0,
            objects: 0,
            own_bytes: 0,
            own_objects: 0,
            counts: [0, 0, 0],
        },
        created(0, "list"),
        tracked(0),
        module_names(0, 0, vec![name("a", 0)]),
        line(2),
        created(1, "list"),
        edges(1, 0, 0, vec![to_object(Label::Index(0), 0)]),
        count(0, 2),
        tracked(1),
        module_names(1, 0, vec![name("b", 1)]),
        line(3),
        count(1, 2),
        edges(0, 0, 0, vec![to_object(Label::Index(0), 1)]),
    ]
}

fn ring_collected() -> Vec<Event> {
    let pass = |pass| Event::PassStarted { pass };
    let gc_refs = |n, gc_refs| Event::GcRefsCopied {
        object: object(n),
        gc_refs,
    };
    let decremented = |n, holder| Event::GcRefsDecremented {
        object: object(n),
        holder: object(holder),
        gc_refs: 0,
    };
    let into = GcList::Generation2;
    vec![
        Event::CollectionStarted {
            generation: 2,
            trigger: Trigger::Explicit,
            counts: [2, 0, 0],
            thresholds: [2000, 10, 10],
        },
        pass(Pass::MergeYounger),
        Event::GenerationMerged {
            from: GcList::Generation0,
            into,
        },
        Event::GenerationMerged {
            from: GcList::Generation1,
            into,
        },
        pass(Pass::UpdateRefs),
        gc_refs(0, 1),
        gc_refs(1, 1),
        pass(Pass::SubtractRefs),
        decremented(1, 0),
        decremented(0, 1),
        pass(Pass::MoveUnreachable),
        Event::MovedToUnreachable { object: object(0) },
        Event::MovedToUnreachable { object: object(1) },
        Event::UnreachableFound {
            objects: vec![object(0), object(1)],
        },
        pass(Pass::HandleWeakrefs),
        pass(Pass::FinalizeGarbage),
        pass(Pass::DeleteGarbage),
        Event::Cleared { object: object(0) },
        edges(0, 0, 1, vec![]),
        count(1, 0),
        Event::DeallocStarted { object: object(1) },
        Event::Untracked { object: object(1) },
        edges(1, 0, 1, vec![]),
        count(0, 0),
        Event::DeallocStarted { object: object(0) },
        Event::Untracked { object: object(0) },
        Event::Freed { object: object(0) },
        Event::Freed { object: object(1) },
        Event::CollectionFinished {
            generation: 2,
            collected: 2,
            uncollectable: 0,
            candidates: 2,
            counts: [0, 0, 0],
            long_lived_pending: 0,
            long_lived_total: 0,
        },
        Event::Printed {
            stream: Stream::Stdout,
            text: "2\n".into(),
        },
    ]
}

pub fn player(events: Vec<Event>) -> Player {
    player_in(Mode::Wide, events)
}

pub fn player_in(mode: Mode, events: Vec<Event>) -> Player {
    let mut player = Player::new(mode);
    player.append(events);
    player
}

pub fn card(player: &Player, n: u32) -> Option<&Card> {
    player
        .scene()
        .cards
        .iter()
        .find(|card| card.object == object(n))
}

pub fn lane(player: &Player, n: u32) -> Option<LaneKind> {
    card(player, n).map(|card| card.lane)
}

/// Goes to just after the first event for which `wanted` holds.
pub fn seek_to(player: &mut Player, wanted: impl Fn(&Event) -> bool) {
    let position = player
        .timeline()
        .events()
        .iter()
        .position(wanted)
        .expect("the trace has such an event")
        + 1;
    player.seek(position);
}
