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

/// Where the cards of a lane stand, measured from below the lane's title.
fn within(scene: &Scene, kind: LaneKind) -> Vec<(ObjectId, i64, i64)> {
    let lane = scene.lanes.iter().find(|lane| lane.kind == kind);
    let corner = lane.map_or(Rect::default(), |lane| Rect {
        y: lane.title.bottom(),
        ..lane.rect
    });
    let cards = scene.cards.iter().filter(|card| {
        let middle = card.rect.center();
        lane.is_some_and(|lane| lane.rect.contains(middle))
    });
    cards
        .map(|card| {
            let (x, y) = (card.rect.x - corner.x, card.rect.y - corner.y);
            (card.object, x.round() as i64, y.round() as i64)
        })
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
fn lists_made_by_hand_fill_a_block_and_never_move_one_another() {
    for (mode, block) in [
        (Mode::Wide, 1.2),
        (Mode::Narrow, 1.4),
        (Mode::Low, 3.0),
        (Mode::Tall, 0.8),
    ] {
        let prompt = by_hand(mode, 30);
        let cards = within(prompt.scene(), LaneKind::Generation0);
        assert_eq!(cards.len(), 30, "{mode:?}");
        let n_different = |mut places: Vec<i64>| {
            places.sort();
            places.dedup();
            places.len() as f64
        };
        let n_columns = n_different(cards.iter().map(|it| it.1).collect());
        let n_rows = n_different(cards.iter().map(|it| it.2).collect());
        let shape = n_columns / n_rows / block;
        assert!(
            (0.7..1.5).contains(&shape),
            "{mode:?}: {n_columns} × {n_rows}"
        );
    }
}

#[test]
fn a_heap_made_by_hand_fits_the_canvas_of_a_telephone() {
    for n_lists in [4, 9, 12, 20, 30] {
        let bounds = by_hand(Mode::Narrow, n_lists).scene().bounds;
        let aspect = bounds.width / bounds.height;
        assert!((0.8..1.9).contains(&aspect), "{n_lists}: {bounds:?}");
    }
}

#[test]
fn titles_among_cards_are_never_those_of_a_crowd() {
    let mut prompt = Prompt::after(
        "for i in range(3000):\n    x = [i]\n    x.append(x)\n",
        Mode::Wide,
    );
    prompt.player.seek(60);
    let scene = prompt.scene();
    assert!((1..10).contains(&scene.cards.len()));
    for lane in &scene.lanes {
        assert!(lane.title.height < 60.0, "{lane:?}");
    }
}

#[test]
fn what_a_crowd_leaves_behind_comes_together() {
    for (mode, n) in [
        (Mode::Wide, 3000),
        (Mode::Narrow, 3000),
        (Mode::Low, 3000),
        (Mode::Tall, 390),
    ] {
        let program =
            format!("many = [[] for i in range({n})]\nfew = [1]\nother = {{}}\ndel many\n");
        let mut prompt = Prompt::after(&program, mode);
        prompt.player.seek(usize::MAX);
        let scene = prompt.scene();
        assert_eq!(scene.cards.len(), 2, "{mode:?}");
        let aspect = scene.bounds.width / scene.bounds.height / mode.aspect();
        assert!((0.5..2.0).contains(&aspect), "{mode:?}: {:?}", scene.bounds);
        // Large enough for a word.
        let part = scene.cards[0].rect.height / scene.bounds.height;
        assert!(part > 0.02, "{mode:?}: {part}");
    }
}

#[test]
fn among_few_nothing_moves_when_others_die() {
    let mut prompt = by_hand(Mode::Wide, 20);
    let place = |prompt: &Prompt| {
        let cards = within(prompt.scene(), LaneKind::Generation0);
        *cards.last().expect("the last of them is there")
    };
    let last = place(&prompt);
    for n in 0..19 {
        prompt.runs(&format!("del a{n}"));
    }
    assert_eq!(within(prompt.scene(), LaneKind::Generation0).len(), 1);
    assert_eq!(place(&prompt), last);
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
