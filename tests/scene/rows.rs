//! A heap that statements at the prompt fill: its lanes grow by rows, and every card keeps its column and its row.

use gcscope::python::vm::session::{Options, Outcome, Session};
use gcscope::scene::player::Player;
use gcscope::scene::shape::{LaneKind, Mode, Rect, Scene};
use gcscope::trace::event::ObjectId;

struct Prompt {
    session: Session,
    player: Player,
    n_events: usize,
}

impl Prompt {
    fn after(program: &str, mode: Mode) -> Prompt {
        let mut session = Session::new(Options {
            record: Some(100_000),
            ..Options::default()
        });
        assert_eq!(session.run_program(program), Outcome::Finished);
        let mut prompt = Prompt {
            session,
            player: Player::new(mode),
            n_events: 0,
        };
        prompt.take_events();
        prompt
    }

    fn runs(&mut self, statement: &str) {
        let outcome = self.session.run_prompt(statement);
        assert_eq!(outcome, Outcome::Finished, "{statement}");
        self.take_events();
    }

    fn take_events(&mut self) {
        let new = self.session.events()[self.n_events..].to_vec();
        self.n_events += new.len();
        self.player.append(new);
        self.player.seek(usize::MAX);
    }

    fn scene(&self) -> &Scene {
        self.player.scene()
    }
}

/// Where the cards of a lane stand, measured from the lane's corner.
fn within(scene: &Scene, kind: LaneKind) -> Vec<(ObjectId, f64, f64)> {
    let lane = scene.lanes.iter().find(|lane| lane.kind == kind);
    let corner = lane.map_or(Rect::default(), |lane| lane.rect);
    let cards = scene.cards.iter().filter(|card| {
        let middle = card.rect.center();
        lane.is_some_and(|lane| lane.rect.contains(middle))
    });
    cards
        .map(|card| (card.object, card.rect.x - corner.x, card.rect.y - corner.y))
        .collect()
}

fn by_hand(mode: Mode, n_lists: usize) -> Prompt {
    let mut prompt = Prompt::after("", mode);
    for n in 0..n_lists {
        let before = within(prompt.scene(), LaneKind::Generation0);
        prompt.runs(&format!("a{n} = []"));
        let after = within(prompt.scene(), LaneKind::Generation0);
        assert_eq!(
            after[..before.len()],
            before,
            "{mode:?}: list {n} moved another"
        );
    }
    prompt
}

#[test]
fn lists_made_by_hand_stand_in_rows_and_never_move_one_another() {
    for (mode, n_rows) in [(Mode::Wide, 3), (Mode::Narrow, 3), (Mode::Low, 2)] {
        let prompt = by_hand(mode, 30);
        let cards = within(prompt.scene(), LaneKind::Generation0);
        assert_eq!(cards.len(), 30, "{mode:?}");
        let mut rows: Vec<i64> = cards.iter().map(|it| it.2 as i64).collect();
        rows.sort();
        rows.dedup();
        assert_eq!(rows.len(), n_rows, "{mode:?}");
    }
}

#[test]
fn a_dozen_lists_made_by_hand_are_as_high_as_they_are_wide_on_a_telephone() {
    let bounds = by_hand(Mode::Narrow, 12).scene().bounds;
    let aspect = bounds.width / bounds.height;
    assert!((0.8..2.2).contains(&aspect), "{bounds:?}");
}

#[test]
fn what_survives_finds_rows_in_the_older_generation() {
    for mode in [Mode::Wide, Mode::Narrow] {
        let mut prompt = by_hand(mode, 6);
        prompt.runs("import gc\ngc.collect()");
        let cards = within(prompt.scene(), LaneKind::Generation2);
        assert_eq!(cards.len(), 6, "{mode:?}");
        assert!(
            cards.iter().any(|it| it.2 != cards[0].2),
            "{mode:?}: one row"
        );
    }
}

#[test]
fn going_back_in_a_heap_that_has_grown_moves_nothing() {
    let mut prompt = by_hand(Mode::Narrow, 9);
    let at_the_end = within(prompt.scene(), LaneKind::Generation0);
    for position in (0..prompt.player.timeline().len()).rev().step_by(3) {
        prompt.player.seek(position);
        let now = within(prompt.scene(), LaneKind::Generation0);
        assert_eq!(now, at_the_end[..now.len()], "at {position}");
    }
}

#[test]
fn a_lane_that_gets_a_row_moves_there_and_does_not_jump() {
    let mut prompt = by_hand(Mode::Narrow, 2);
    let lane = |scene: &Scene| scene.lanes[1].rect.y;
    let before = lane(prompt.scene());
    prompt.session.run_prompt("b = []");
    let new = prompt.session.events()[prompt.n_events..].to_vec();
    prompt.player.append(new);
    prompt.player.seek(usize::MAX);
    let after = lane(prompt.scene());
    assert!(after > before);
    assert_eq!(lane(&prompt.player.between(0.0)), before);
    let midway = lane(&prompt.player.between(0.5));
    assert!(
        before < midway && midway < after,
        "{before} {midway} {after}"
    );
}
