//! The ring of two lists, step by step.

use gcscope::scene::player::Player;
use gcscope::scene::shape::*;
use gcscope::trace::event::*;
use gcscope::trace::playback::{Condition, Unit};

use crate::fixture::*;

#[test]
fn the_steps_are_what_a_person_sees() {
    let player = player(ring());
    let mut stops = vec![];
    let mut position = 0;
    while position < player.timeline().len() {
        position = player.timeline().next(Unit::Event, position);
        stops.push(position);
    }
    let events = player.timeline().events();
    let step = |i: usize| &events[stops[i - 1]..stops[i]];
    assert_eq!(
        stops[0], 3,
        "the unit, its first statement and its totals are one"
    );
    assert!(
        matches!(
            step(1),
            [Event::ObjectCreated { .. }, Event::Tracked { .. }]
        ),
        "{:?}",
        step(1)
    );
    assert!(
        matches!(step(2), [Event::EdgesChanged { .. }]),
        "{:?}",
        step(2)
    );
    let count_and_edge = stops.windows(2).map(|pair| &events[pair[0]..pair[1]]);
    let appended = [
        count(1, 2),
        edges(0, 0, 0, vec![to_object(Label::Index(0), 1)]),
    ];
    assert!(
        count_and_edge.into_iter().any(|step| step == appended),
        "a.append(b) is one step"
    );
    for unit in [Unit::Event, Unit::Statement, Unit::Pass, Unit::Collection] {
        let mut forwards = vec![];
        let mut position = 0;
        while position < player.timeline().len() {
            position = player.timeline().next(unit, position);
            forwards.push(position);
        }
        let mut backwards = vec![];
        while position > 0 {
            backwards.push(position);
            position = player.timeline().previous(unit, position);
        }
        backwards.reverse();
        assert_eq!(forwards, backwards, "{unit:?}");
    }
}

#[test]
fn the_lists_go_to_the_tray_and_die() {
    let mut player = player(ring());
    seek_to(&mut player, |event| {
        matches!(
            event,
            Event::Tracked {
                object: ObjectId(1)
            }
        )
    });
    assert_eq!(
        (lane(&player, 0), lane(&player, 1)),
        (Some(LaneKind::Generation0), Some(LaneKind::Generation0))
    );
    seek_to(&mut player, |event| {
        matches!(
            event,
            Event::PassStarted {
                pass: Pass::UpdateRefs
            }
        )
    });
    assert_eq!(
        (lane(&player, 0), lane(&player, 1)),
        (Some(LaneKind::Generation2), Some(LaneKind::Generation2))
    );
    assert!(card(&player, 0).is_some_and(|card| card.gc_refs.is_none()));
    seek_to(&mut player, |event| {
        matches!(
            event,
            Event::PassStarted {
                pass: Pass::MoveUnreachable
            }
        )
    });
    for n in [0, 1] {
        let badge = card(&player, n)
            .and_then(|card| card.gc_refs)
            .expect("gc_refs show while collecting");
        assert_eq!(badge.value, 0);
    }
    seek_to(&mut player, |event| {
        matches!(
            event,
            Event::MovedToUnreachable {
                object: ObjectId(1)
            }
        )
    });
    assert_eq!(
        (lane(&player, 0), lane(&player, 1)),
        (Some(LaneKind::Tray), Some(LaneKind::Tray))
    );
    assert_eq!(
        card(&player, 0).map(|card| card.condition),
        Some(Condition::Tentative)
    );
    seek_to(&mut player, |event| {
        matches!(event, Event::UnreachableFound { .. })
    });
    assert_eq!(
        card(&player, 0).map(|card| card.condition),
        Some(Condition::Unreachable)
    );
    player.seek(usize::MAX);
    assert!(player.scene().cards.is_empty() && player.scene().tags.is_empty());
    assert_eq!(player.timeline().console(player.position()).len(), 1);
    let result = player
        .state()
        .collection
        .as_ref()
        .and_then(|collection| collection.result);
    assert_eq!(result.map(|result| result.collected), Some(2));
}

#[test]
fn a_cycle_shows_two_arrows_apart() {
    let mut player = player(ring_built());
    player.seek(usize::MAX);
    let between: Vec<&Arrow> = player
        .scene()
        .arrows
        .iter()
        .filter(|arrow| arrow.kind == ArrowKind::Strong)
        .collect();
    assert_eq!(between.len(), 2);
    let middle = |arrow: &Arrow| arrow.path[arrow.path.len() / 2];
    let (one, other) = (middle(between[0]), middle(between[1]));
    let apart = ((one.x - other.x).powi(2) + (one.y - other.y).powi(2)).sqrt();
    assert!(apart > 10.0, "{one:?} {other:?}");
    assert_eq!(
        between[0].label.as_ref().map(|label| &*label.text),
        Some("[0]")
    );
}

#[test]
fn the_reference_that_subtracts_pulses() {
    let mut player = player(ring());
    seek_to(&mut player, |event| {
        matches!(event, Event::GcRefsDecremented { .. })
    });
    let visited: Vec<&Arrow> = player
        .scene()
        .arrows
        .iter()
        .filter(|arrow| arrow.accent == Accent::Visited)
        .collect();
    assert_eq!(visited.len(), 1);
    assert_eq!(
        (visited[0].source, visited[0].target),
        (Some(object(0)), object(1))
    );
}

#[test]
fn how_the_collector_is_set_and_what_it_did_is_told() {
    let mut events = ring();
    let thresholds = [5, 2, 2];
    for enabled in [false, true] {
        events.push(Event::CollectorConfigured {
            enabled,
            thresholds,
        });
    }
    let mut player = player(events);
    let end = player.timeline().len();
    let mut caption = |position| {
        player.seek(position);
        let totals = player.state().totals;
        (player.caption().key, totals.disabled, totals.thresholds)
    };
    assert_eq!(
        caption(end),
        ("caption.collector_enabled", false, Some(thresholds))
    );
    assert_eq!(
        caption(end - 1),
        ("caption.collector_disabled", true, Some(thresholds))
    );
    let totals = player.state().totals;
    assert_eq!(totals.stats.map(|it| it.collections), [0, 0, 1]);
    assert_eq!(totals.stats[2].collected, 2);
    let lifetime = player.timeline().lifetime(object(0));
    let (created, dies) = (
        lifetime.created.expect("made"),
        lifetime.dies.expect("dead"),
    );
    assert_eq!(player.timeline().next(Unit::Event, created - 1), created);
    player.seek(created);
    assert!(player.state().object(object(0)).is_some());
    let condition_at = |player: &mut Player, position| {
        player.seek(position);
        player.state().object(object(0)).map(|it| it.condition)
    };
    let before = player.timeline().previous(Unit::Event, dies);
    assert_eq!(
        condition_at(&mut player, before),
        Some(Condition::Unreachable)
    );
    // Its memory goes in the step in which its deallocation begins, as nothing of it is left to be seen.
    assert_eq!(condition_at(&mut player, dies), None);
}

/// What a pass has done by its end is told in things that have a card.
#[test]
fn how_far_a_pass_has_come() {
    let mut player = super::views::at_end(
        "import gc\nclass N:\n    def __del__(self): pass\na = [N()]\nb = [a, a]\na.append(b)\ndel a, b\ngc.collect()\n",
    );
    let passes: Vec<(usize, Pass)> = (player.timeline().events().iter().enumerate())
        .filter_map(|(index, event)| match event {
            Event::PassStarted { pass } => Some((index, *pass)),
            _ => None,
        })
        .collect();
    let mut done = Vec::new();
    for (nth, (_, pass)) in passes.iter().enumerate() {
        let end = passes.get(nth + 1).map_or_else(
            || {
                let is_end = |event: &Event| matches!(event, Event::CollectionFinished { .. });
                let end = player.timeline().events().iter().position(is_end);
                end.expect("the collection ends")
            },
            |(next, _)| *next,
        );
        player.seek(end);
        done.push((*pass, player.stage().n_done));
    }
    // Two lists and an instance, and the class N, which stays; four references between the three, and one to the class.
    let told = |pass: Pass| done.iter().find(|it| it.0 == pass).map(|it| it.1);
    assert_eq!(told(Pass::UpdateRefs), Some(4), "{done:?}");
    assert_eq!(told(Pass::SubtractRefs), Some(5), "{done:?}");
    assert_eq!(told(Pass::MoveUnreachable), Some(4), "{done:?}");
    assert_eq!(told(Pass::FinalizeGarbage), Some(1), "{done:?}");
    assert_eq!(told(Pass::DeleteGarbage), Some(3), "{done:?}");
}
