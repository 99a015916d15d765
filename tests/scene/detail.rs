//! Beyond what is recorded in detail nothing is claimed about single objects; and of many objects what can be said is said.

use gcscope::python::vm::session::{Options, Session};
use gcscope::scene::answers;
use gcscope::scene::gesture::{Created, Gesture};
use gcscope::scene::player::{Player, View};
use gcscope::scene::shape::Mode;
use gcscope::trace::event::{Event, Label, Owner};
use gcscope::trace::playback::Unit;

const PROGRAM: &str = "
import gc
few = [[] for _ in range(5)]
del few
many = [[] for _ in range(2000)]
del many
gc.collect()
after = []
";

fn played(source: &str, max_events: usize) -> Player {
    let mut session = Session::new(Options {
        record: Some(max_events),
        ..Options::default()
    });
    session.run_program(source);
    let mut player = Player::new(Mode::Wide);
    player.append(session.events().to_vec());
    player
}

fn line_of(_source: u32, line: u32) -> Option<&'static str> {
    PROGRAM.split('\n').nth(line as usize - 1)
}

/// Where the first details end.
fn end_of_details(player: &Player) -> usize {
    let ended = |event: &Event| *event == Event::DetailEnded;
    let at = player.timeline().events().iter().position(ended);
    player
        .timeline()
        .next(Unit::Event, at.expect("the budget is small"))
}

#[test]
fn nobody_is_asked_what_dies_where_nothing_is_known_of_it() {
    let mut player = played(PROGRAM, 600);
    player.seek(0);
    let first = player
        .prediction(line_of)
        .expect("few is deleted in detail");
    assert_eq!(first.dies.len(), 6);
    player.seek(first.end);
    assert_eq!(player.prediction(line_of), None);
}

#[test]
fn gestures_about_objects_are_refused_there_and_others_are_not() {
    let mut player = played(PROGRAM, 600);
    player.seek(end_of_details(&player));
    let refused = player.statement(&Gesture::Create {
        kind: Created::List,
    });
    assert_eq!(
        refused.expect_err("the names are not known").key,
        "refused.details_ended"
    );
    // Whether gc is imported already is not known either.
    let collect = player.statement(&Gesture::Collect { generation: 2 });
    assert_eq!(collect.as_deref(), Ok("import gc\ngc.collect(2)"));
    player.seek(0);
    assert!(
        player
            .statement(&Gesture::Create {
                kind: Created::List
            })
            .is_ok()
    );
}

#[test]
fn holders_of_the_elements_of_a_long_list_say_their_places() {
    let mut player = played(
        "many = [[] for _ in range(300)]\nmany[5] = 7\ndel many[3]",
        usize::MAX,
    );
    player.seek(usize::MAX);
    let state = player.state();
    let all = answers::all_holders(state);
    let (mut n_elements, mut owners) = (0, 0);
    for (&object, _) in &state.objects {
        for held in &all[&object].holdings {
            let Owner::Object(_) = held.owner else {
                continue;
            };
            let references = state.references(held.owner).expect("it holds something");
            assert_eq!(
                references.label(held.index as usize).as_ref(),
                Some(&held.label)
            );
            n_elements += u32::from(matches!(held.label, Label::Index(_)));
            owners += 1;
        }
    }
    assert_eq!((n_elements, owners), (298, 298));
}

#[test]
fn a_graph_that_nobody_could_read_is_said_to_be_none() {
    let mut player = played("many = [[] for _ in range(1600)]", usize::MAX);
    player.seek(usize::MAX);
    assert!(!player.is_too_large_for_graph());
    player.set_view(View::Graph);
    assert!(player.is_too_large_for_graph());
    assert!(!player.scene().lanes.is_empty());
}

#[test]
fn lanes_are_no_longer_than_the_heap_needs_that_is_known_again() {
    let mut player = played(PROGRAM, 6000);
    player.seek(end_of_details(&player) - 1);
    assert!(player.stage().placement.n_placed() > 1000);
    let crowded = player.scene().bounds;
    player.seek(usize::MAX);
    assert!(player.stage().placement.n_placed() < 10);
    let (few, mut alone) = (player.scene().bounds, played("after = []\n", 6000));
    alone.seek(usize::MAX);
    assert_eq!(few.width, alone.scene().bounds.width);
    // Back where there were many, all is as it was.
    player.seek(end_of_details(&player) - 1);
    assert_eq!(player.scene().bounds, crowded);
}

#[test]
fn lanes_get_more_room_where_very_many_come_after_few() {
    let mut session = Session::new(Options {
        record: Some(usize::MAX),
        ..Options::default()
    });
    let mut player = Player::new(Mode::Wide);
    let mut n_told = 0;
    for source in ["few = []", "many = [[] for _ in range(5000)]"] {
        session.run_prompt(source);
        player.append(session.events()[n_told..].to_vec());
        n_told = session.events().len();
    }
    player.seek(usize::MAX);
    let bounds = player.scene().bounds;
    assert!(player.stage().placement.n_placed() > 5000);
    assert!(bounds.width < 3.0 * bounds.height, "{bounds:?}");
}
