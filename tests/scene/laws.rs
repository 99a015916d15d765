//! What holds for every trace: the same state and picture by whichever route, nothing overlaps, nothing jumps.

use std::collections::BTreeMap;

use gcscope::scene::player::Player;
use gcscope::scene::shape::*;
use gcscope::trace::event::*;
use gcscope::trace::playback::{Cursor, State};
use proptest::prelude::*;

use crate::fixture::*;

/// Any event about few objects: most sequences of these no heap could tell, and none may panic.
fn any_event() -> impl Strategy<Value = Event> {
    let id = || (0u32..12).prop_map(ObjectId);
    let list = || {
        prop_oneof![
            Just(GcList::Generation0),
            Just(GcList::Generation1),
            Just(GcList::Generation2),
            Just(GcList::Permanent),
            Just(GcList::Unreachable),
        ]
    };
    let owner = || {
        prop_oneof![
            (0u32..12).prop_map(|n| Owner::Object(ObjectId(n))),
            (0u32..3).prop_map(|n| Owner::Frame(FrameId(n)))
        ]
    };
    let edge = || {
        (0u32..12, 0u32..5).prop_map(|(n, form)| match form {
            0 => value(Label::Index(n), "int", "5"),
            1 => to_object(Label::Index(n), n),
            2 => to_object(Label::Key(format!("'{n}'").into()), n),
            _ => name(
                ["a", "b", "c", "__d__", "a long name of a variable"][n as usize % 5],
                n,
            ),
        })
    };
    let types = prop_oneof![
        Just("list"),
        Just("dict"),
        Just("set"),
        Just("Node"),
        Just("type"),
        Just("function")
    ];
    prop_oneof![
        8 => (0u32..12, types).prop_map(|(n, type_name)| created(n, type_name)),
        6 => id().prop_map(|object| Event::Tracked { object }),
        1 => id().prop_map(|object| Event::Untracked { object }),
        4 => (0u32..12, 0u32..4).prop_map(|(n, to)| count(n, to)),
        8 => (owner(), 0u32..6, 0u32..3, proptest::collection::vec(edge(), 0..3))
            .prop_map(|(owner, at, removed, inserted)| Event::EdgesChanged { owner, at, removed, inserted }),
        2 => id().prop_map(|object| Event::DeallocStarted { object }),
        2 => id().prop_map(|object| Event::Freed { object }),
        1 => (id(), id()).prop_map(|(weakref, target)| Event::WeakrefCreated { weakref, target }),
        1 => (id(), id()).prop_map(|(weakref, target)| Event::WeakrefCleared { weakref, target }),
        1 => (1u32..3).prop_map(|n| Event::FrameEntered {
            frame: FrameId(n), parent: FrameId::MODULE, function: "f".into(), line: n, resumed: false }),
        1 => (0u32..3).prop_map(|n| Event::FrameLeft { frame: FrameId(n), how: Leaving::Returned }),
        1 => (0u8..3).prop_map(|generation| Event::CollectionStarted {
            generation, trigger: Trigger::Explicit, counts: [1, 0, 0], thresholds: [700, 10, 10] }),
        1 => Just(Event::PassStarted { pass: Pass::SubtractRefs }),
        1 => (list(), list()).prop_map(|(from, into)| Event::GenerationMerged { from, into }),
        1 => (list(), list()).prop_map(|(from, into)| Event::ListMoved { from, into }),
        2 => (id(), list()).prop_map(|(object, list)| Event::Moved { object, list }),
        2 => (id(), 0u32..3).prop_map(|(object, gc_refs)| Event::GcRefsCopied { object, gc_refs }),
        2 => (id(), id()).prop_map(|(object, holder)| Event::GcRefsDecremented { object, holder, gc_refs: 0 }),
        1 => id().prop_map(|object| Event::MovedToUnreachable { object }),
        1 => (id(), id()).prop_map(|(object, holder)| Event::ReachedFrom { object, holder }),
        1 => proptest::collection::vec(id(), 0..4).prop_map(|objects| Event::UnreachableFound { objects }),
        1 => proptest::collection::vec(id(), 0..4).prop_map(|objects| Event::Resurrected { objects }),
        1 => id().prop_map(|object| Event::FinalizerStarted { object }),
        1 => id().prop_map(|object| Event::Cleared { object }),
        1 => Just(Event::CollectionFinished {
            generation: 0, collected: 0, uncollectable: 0, candidates: 0, counts: [0, 0, 0],
            long_lived_pending: 0, long_lived_total: 0 }),
        1 => proptest::bool::ANY.prop_map(|enabled| Event::CollectorConfigured {
            enabled, thresholds: [10, 2, 2] }),
        1 => Just(Event::MarkSweepStarted),
        1 => (id(), id()).prop_map(|(object, holder)| Event::Marked { object, holder: Some(holder) }),
        2 => (1u32..9).prop_map(line),
        1 => Just(Event::Printed { stream: Stream::Stdout, text: "x\n".into() }),
    ]
}

fn any_trace() -> impl Strategy<Value = Vec<Event>> {
    // Objects made before the first statement are the compiler's, and hardly drawn.
    proptest::collection::vec(any_event(), 0..160).prop_map(|mut events| {
        events.insert(0, line(1));
        events
    })
}

fn any_mode() -> impl Strategy<Value = Mode> {
    prop_oneof![Just(Mode::Wide), Just(Mode::Narrow), Just(Mode::Low)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_picture_is_the_same_by_any_route(events in any_trace(), route in proptest::collection::vec(0usize..160, 1..8)) {
        let mut walked = player(events.clone());
        for position in route {
            walked.seek(position);
            let mut fresh = player(events.clone());
            fresh.seek(position);
            prop_assert_eq!(walked.scene(), fresh.scene());
        }
    }

    #[test]
    fn nothing_overlaps_at_any_position(events in any_trace(), mode in any_mode()) {
        let mut player = player_in(mode, events.clone());
        for position in 0..=events.len() {
            player.seek(position);
            assert_legible(player.scene());
            let _ = player.caption();
        }
    }

    #[test]
    fn a_card_moves_only_with_its_list(events in any_trace(), mode in any_mode()) {
        let mut player = player_in(mode, events.clone());
        let mut before: BTreeMap<ObjectId, (LaneKind, Rect)> = BTreeMap::new();
        for position in 0..=events.len() {
            player.seek(position);
            let now: BTreeMap<_, _> = player.scene().cards.iter().map(|card| (card.object, (card.lane, card.rect))).collect();
            let created_anew = match position.checked_sub(1).map(|index| &events[index]) {
                Some(Event::ObjectCreated { object, .. }) => Some(*object),
                _ => None,
            };
            for (object, (lane, rect)) in &now {
                if let Some((old_lane, old_rect)) = before.get(object) && old_lane == lane && created_anew != Some(*object) {
                    prop_assert_eq!(old_rect, rect);
                }
            }
            before = now;
        }
    }
}

pub fn assert_legible(scene: &Scene) {
    let cards = || scene.cards.iter().map(|card| ("card", card.rect));
    let shapes: Vec<(&str, Rect)> = cards()
        .chain(scene.tags.iter().map(|tag| ("tag", tag.rect)))
        .chain(scene.lanes.iter().map(|lane| ("title", lane.title)))
        .chain(scene.groups.iter().map(|group| ("title", group.title)))
        .collect();
    for (i, (kind, rect)) in shapes.iter().enumerate() {
        for (other_kind, other) in &shapes[i + 1..] {
            assert!(
                !rect.overlaps(other),
                "{kind} {rect:?} overlaps {other_kind} {other:?}"
            );
        }
        assert!(
            scene.bounds.union(rect) == scene.bounds,
            "{kind} {rect:?} lies outside of {:?}",
            scene.bounds
        );
    }
    if !scene.lanes.is_empty() && scene.dots.is_empty() {
        assert_apart(scene);
    }
    for arrow in scene.arrows.iter().filter(|_| scene.dots.is_empty()) {
        assert_ends_at_borders(scene, arrow);
        for card in &scene.cards {
            let crossed = arrow
                .path
                .iter()
                .any(|&point| card.rect.grown(-1.0).contains(point));
            assert!(!crossed, "{arrow:?} crosses {card:?}");
        }
    }
}

/// A straight part of an arrow's path that is upright or level.
struct Straight<'a> {
    arrow: &'a Arrow,
    is_upright: bool,
    /// Its x or its y, and its ends.
    at: f64,
    ends: (f64, f64),
}

/// No two references lie on one line, where one of them would seem to be the other; but for those of a trunk: so many that
/// one object holds.
fn assert_apart(scene: &Scene) {
    const TRUNK: usize = 6;
    let from = |arrow: &Arrow| {
        scene
            .arrows
            .iter()
            .filter(|it| it.source == arrow.source)
            .count()
    };
    let is_of_trunk = |arrow: &Arrow| arrow.source.is_some() && from(arrow) > TRUNK;
    let mut all: Vec<Straight> = scene.arrows.iter().flat_map(straights).collect();
    all.sort_by(|a, b| {
        (a.is_upright, a.at)
            .partial_cmp(&(b.is_upright, b.at))
            .expect("numbers")
    });
    for (nth, a) in all.iter().enumerate() {
        let beside = all[nth + 1..].iter();
        for b in beside.take_while(|b| b.is_upright == a.is_upright && b.at - a.at < 0.01) {
            let overlap = a.ends.1.min(b.ends.1) - a.ends.0.max(b.ends.0);
            let is_of_one = a.arrow.item == b.arrow.item
                || (a.arrow.source == b.arrow.source && is_of_trunk(a.arrow));
            assert!(
                overlap < 0.5 || is_of_one,
                "{:?} and {:?} share {overlap} at {}",
                a.arrow,
                b.arrow,
                a.at
            );
        }
    }
}

fn straights(arrow: &Arrow) -> Vec<Straight<'_>> {
    let mut all: Vec<Straight> = Vec::new();
    for pair in arrow.path.windows(2) {
        let (dx, dy) = ((pair[1].x - pair[0].x).abs(), (pair[1].y - pair[0].y).abs());
        let (is_upright, at, a, b) = match (dx < 1e-6, dy < 1e-6) {
            (true, false) => (true, pair[0].x, pair[0].y, pair[1].y),
            (false, true) => (false, pair[0].y, pair[0].x, pair[1].x),
            _ => continue,
        };
        let ends = (a.min(b), a.max(b));
        match all.last_mut() {
            Some(last) if last.is_upright == is_upright && (last.at - at).abs() < 1e-6 => {
                last.ends = (last.ends.0.min(ends.0), last.ends.1.max(ends.1));
            }
            _ => all.push(Straight {
                arrow,
                is_upright,
                at,
                ends,
            }),
        }
    }
    all
}

fn assert_ends_at_borders(scene: &Scene, arrow: &Arrow) {
    let card = scene
        .cards
        .iter()
        .find(|card| card.object == arrow.target)
        .expect("its target is drawn");
    let end = *arrow.path.last().expect("a path has points");
    assert!(
        card.rect.grown(0.5).contains(end) && !card.rect.grown(-0.5).contains(end),
        "{end:?} is not on the border of {:?}",
        card.rect
    );
}

#[test]
fn a_million_events_are_sought_within_a_frame_or_three() {
    let mut events = vec![];
    for n in 0..200_000u32 {
        events.extend([
            line(1),
            created(n, "list"),
            tracked(n),
            module_names(0, u32::from(n > 0), vec![name("a", n)]),
        ]);
        if n >= 300 {
            events.push(Event::Freed {
                object: object(n - 300),
            });
        }
    }
    let mut cursor = Cursor::new(State::default());
    cursor.seek(&events, &(), events.len());
    for position in [500_123, 17, 999_000, 250_001, 250_000] {
        let start = std::time::Instant::now();
        cursor.seek(&events, &(), position);
        let took = start.elapsed();
        assert_eq!(cursor.state().position, position);
        // Tests are built without optimization of this crate: the figure for a release is far below.
        assert!(took.as_millis() < 500, "{position}: {took:?}");
    }
}

#[test]
fn a_program_without_events_has_a_picture() {
    let player = Player::new(Mode::Narrow);
    assert!(player.scene().bounds.width > 0.0);
    assert_eq!(player.scene().lanes.len(), 4);
}

#[test]
fn on_a_telephone_a_lane_opens_for_what_first_stands_in_it() {
    for mode in [Mode::Narrow, Mode::Low] {
        let mut player = player_in(mode, vec![line(1), created(0, "list"), tracked(0)]);
        player.seek(usize::MAX);
        let open = |player: &Player| {
            let lanes = player.scene().lanes.iter();
            let open = lanes.filter(|lane| lane.rect.height > lane.title.height);
            open.map(|lane| lane.kind).collect::<Vec<_>>()
        };
        assert_eq!(open(&player), [LaneKind::Generation0]);
        let into = GcList::Generation2;
        let from = GcList::Generation0;
        player.append(vec![line(2), Event::GenerationMerged { from, into }]);
        // Before anything moves there.
        assert_eq!(
            open(&player),
            [LaneKind::Generation0, LaneKind::Generation2]
        );
        player.seek(usize::MAX);
        assert_eq!(lane(&player, 0), Some(LaneKind::Generation2));
        assert_legible(player.scene());
    }
}
