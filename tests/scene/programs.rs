//! The laws of pictures, on the traces of all recorded programs.

use std::collections::BTreeMap;

use gcscope::profile::PROFILES;
use gcscope::python::vm::session::{Options, Outcome, Session};
use gcscope::scene::gesture::{Created, Gesture};
use gcscope::scene::plan::MAX_PLANNED;
use gcscope::scene::player::Player;
use gcscope::scene::shape::*;
use gcscope::trace::event::*;
use gcscope::trace::playback::Unit;

use crate::laws::assert_legible;

const MAX_EVENTS: usize = 6000;
/// Steps looked at in each program.
const MAX_STEPS: usize = 40;

/// As the command line does: a program may nest calls of built-in functions deeply.
pub(crate) fn on_a_large_stack(test: fn()) {
    let thread = std::thread::Builder::new()
        .stack_size(1 << 30)
        .spawn(test)
        .expect("a thread can be had");
    thread.join().expect("the test holds");
}

/// None where the interpreter itself failed: that is for its own tests to say.
fn watched(source: &str, python: &str) -> Option<Player> {
    std::panic::catch_unwind(|| played(source, python)).ok()
}

fn played(source: &str, python: &str) -> Player {
    let profile = PROFILES
        .iter()
        .find(|it| it.name == python)
        .expect("the version is known");
    let options = Options {
        record: Some(MAX_EVENTS),
        profile,
        max_steps: 200_000,
        ..Options::default()
    };
    let mut session = Session::new(options);
    session.run_program(source);
    let mut player = Player::new(Mode::Wide);
    player.append(session.events().to_vec());
    player
}

pub(crate) fn programs() -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs");
    let files = std::fs::read_dir(folder)
        .expect("the programs are there")
        .flatten()
        .map(|entry| entry.path());
    let mut programs: Vec<(String, String)> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .filter_map(|path| {
            Some((
                path.file_name()?.to_str()?.to_owned(),
                std::fs::read_to_string(&path).ok()?,
            ))
        })
        .collect();
    // How deep a program may recurse is for the interpreter's own tests; here it would take the other programs along.
    programs.retain(|(_, source)| !source.contains("setrecursionlimit"));
    programs.sort();
    programs
}

fn stops(player: &Player) -> Vec<usize> {
    let mut stops = vec![0];
    let mut position = 0;
    while position < player.timeline().len() {
        position = player.timeline().next(Unit::Event, position);
        stops.push(position);
    }
    let stride = stops.len().div_ceil(MAX_STEPS);
    stops.into_iter().step_by(stride).collect()
}

fn cards(scene: &Scene) -> BTreeMap<ObjectId, (LaneKind, Rect)> {
    scene
        .cards
        .iter()
        .map(|card| (card.object, (card.lane, card.rect)))
        .collect()
}

#[test]
fn every_program_can_be_watched() {
    on_a_large_stack(watch_all);
}

fn watch_all() {
    let programs = programs();
    assert!(programs.len() > 50);
    let (n_programs, mut n_watched) = (programs.len(), 0);
    for (name, source) in programs {
        let Some(mut player) = watched(&source, "3.14") else {
            continue;
        };
        n_watched += 1;
        let mut pictures = vec![];
        for position in stops(&player) {
            player.seek(position);
            assert_legible(player.scene());
            assert!(!player.caption().key.is_empty());
            pictures.push((position, player.scene().clone()));
        }
        for (position, picture) in pictures.into_iter().rev().step_by(7) {
            player.seek(position);
            assert!(
                picture == *player.scene(),
                "{name}: another picture at {position} on the way back"
            );
        }
    }
    assert!(
        n_watched * 100 >= n_programs * 98,
        "only {n_watched} of {n_programs} programs ran"
    );
}

#[test]
fn a_card_keeps_its_place_until_its_list_changes() {
    on_a_large_stack(keep_places);
}

fn keep_places() {
    for (name, source) in programs().into_iter().step_by(3) {
        let Some(mut player) = watched(&source, "3.12") else {
            continue;
        };
        let mut before = BTreeMap::new();
        for position in stops(&player) {
            player.seek(position);
            let now = cards(player.scene());
            // What is left of a crowd comes together.
            let placement = &player.stage().placement;
            let is_crowded = |lane: LaneKind| placement.lane(lane).end_peak_ever() > MAX_PLANNED;
            let stayed = now.iter().filter_map(|(object, (lane, rect))| {
                let (old_lane, old_rect) = before.get(object)?;
                (old_lane == lane && !is_crowded(*lane)).then_some((object, *old_rect, *rect))
            });
            // Between two stops a card may have gone to another list and come back, during a collection.
            let in_collection = player.state().collection.as_ref().map_or(0, |it| it.number);
            if in_collection == 0 {
                for (object, old, new) in stayed {
                    assert_eq!(old, new, "{name}: {object:?} moved at {position}");
                }
            }
            before = now;
        }
    }
}

#[test]
fn the_ring_is_watched_from_the_program_to_its_end() {
    let source = "import gc\na = []\nb = [a]\na.append(b)\ndel a\ndel b\nprint(gc.collect())\n";
    for profile in &PROFILES {
        let mut player = played(source, profile.name);
        let at = |player: &mut Player, wanted: fn(&Event) -> bool| {
            crate::fixture::seek_to(player, wanted)
        };
        at(&mut player, |event| {
            matches!(event, Event::StatementStarted { line: 5, .. })
        });
        assert_eq!(player.scene().cards.len(), 2, "{}", profile.name);
        assert_eq!(player.scene().tags.len(), 2);
        assert_eq!(player.scene().arrows.len(), 4);
        at(&mut player, |event| {
            matches!(
                event,
                Event::PassStarted {
                    pass: Pass::MoveUnreachable
                }
            )
        });
        let gc_refs: Vec<_> = player
            .scene()
            .cards
            .iter()
            .map(|card| card.gc_refs.map(|badge| badge.value))
            .collect();
        assert_eq!(gc_refs, [Some(0), Some(0)], "{}", profile.name);
        at(&mut player, |event| {
            matches!(event, Event::UnreachableFound { .. })
        });
        assert!(
            player
                .scene()
                .cards
                .iter()
                .all(|card| card.lane == LaneKind::Tray),
            "{}",
            profile.name
        );
        player.seek(usize::MAX);
        assert!(
            player.scene().cards.is_empty(),
            "{}: {:?}",
            profile.name,
            player.scene().cards
        );
    }
}

/// A session in which all is done by hand.
struct Hand {
    session: Session,
    player: Player,
    n_events: usize,
    statements: Vec<String>,
}

impl Hand {
    fn new() -> Hand {
        let options = Options {
            record: Some(100_000),
            ..Options::default()
        };
        let mut session = Session::new(options);
        session.run_program("");
        let mut hand = Hand {
            session,
            player: Player::new(Mode::Wide),
            n_events: 0,
            statements: vec![],
        };
        hand.take_events();
        hand
    }

    fn take_events(&mut self) {
        let new = self.session.events()[self.n_events..].to_vec();
        self.n_events += new.len();
        self.player.append(new);
        self.player.seek(usize::MAX);
    }

    fn does(&mut self, gesture: Gesture) {
        let statement = self.player.statement(&gesture).expect("Python can do this");
        let outcome = self.session.run_prompt(&statement);
        assert_eq!(
            outcome,
            Outcome::Finished,
            "{statement}: {:?}",
            self.session.output()
        );
        self.statements.push(statement);
        self.take_events();
        assert_legible(self.player.scene());
    }

    fn tag(&self, name: &str) -> Item {
        Item::Name {
            frame: FrameId::MODULE,
            name: name.into(),
        }
    }
}

#[test]
fn a_cycle_is_made_and_collected_by_hand() {
    let mut hand = Hand::new();
    for kind in [
        Created::List,
        Created::List,
        Created::Object,
        Created::Object,
        Created::Finalizer,
    ] {
        let before: Vec<Rect> = hand
            .player
            .scene()
            .cards
            .iter()
            .map(|card| card.rect)
            .collect();
        hand.does(Gesture::Create { kind });
        let after: Vec<Rect> = hand
            .player
            .scene()
            .cards
            .iter()
            .map(|card| card.rect)
            .collect();
        assert!(
            before.iter().all(|rect| after.contains(rect)),
            "a new object moved an old one"
        );
    }
    let connect = |hand: &mut Hand, from: &str, to: &str, weak| {
        let (from, to) = (hand.tag(from), hand.tag(to));
        let object = |hand: &Hand, item: &Item| {
            let Item::Name { name, .. } = item else {
                panic!("a tag is a name")
            };
            let arrows = &hand.player.scene().arrows;
            let arrow = arrows
                .iter()
                .find(|arrow| matches!(&arrow.item, Item::Name { name: it, .. } if it == name));
            Item::Object {
                object: arrow.expect("the name has an arrow").target,
            }
        };
        let gesture = Gesture::Connect {
            from: object(hand, &from),
            to: object(hand, &to),
            weak,
        };
        hand.does(gesture);
    };
    connect(&mut hand, "a", "b", false);
    connect(&mut hand, "b", "a", false);
    connect(&mut hand, "c", "d", false);
    connect(&mut hand, "d", "c", true);
    let (a, b) = (hand.tag("a"), hand.tag("b"));
    hand.does(Gesture::Delete { item: a });
    hand.does(Gesture::Delete { item: b });
    hand.does(Gesture::MarkSweep);
    hand.does(Gesture::Collect { generation: 2 });
    assert_eq!(
        hand.statements,
        [
            "a = []",
            "b = []",
            "class Node: pass\nc = Node()",
            "d = Node()",
            "class Finalizer:\n    def __del__(self):\n        print('__del__')\ne = Finalizer()",
            "a.append(b)",
            "b.append(a)",
            "c.x = d",
            "import weakref\nd.x = weakref.ref(c)",
            "del a",
            "del b",
            "import gcscope\ngcscope.mark_sweep()",
            "import gc\ngc.collect(2)",
        ]
    );
    let result = hand
        .player
        .state()
        .collection
        .as_ref()
        .and_then(|collection| collection.result);
    assert_eq!(result.map(|result| result.collected), Some(2));
}
