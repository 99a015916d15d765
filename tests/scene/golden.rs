//! Goldens: scenes written as lines of text with rounded numbers, compared with files.
//!
//! After a deliberate change of the layout, `GOLDEN=write cargo test --test scene` writes them anew; look at the
//! difference before committing it.

use std::fmt::Write as _;
use std::path::Path;

use gcscope::scene::player::Player;
use gcscope::scene::shape::*;
use gcscope::trace::event::*;

use crate::fixture::*;

/// Whether an event is the one whose picture is wanted.
type Moment = fn(&Event) -> bool;

fn compare(name: &str, scene: &Scene) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/scene/golden")
        .join(name)
        .with_extension("txt");
    let now = written(scene);
    if std::env::var_os("GOLDEN").is_some_and(|value| value == "write") {
        std::fs::write(&path, &now).expect("the golden can be written");
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        golden == now,
        "{name} is not as in {}:\n{now}",
        path.display()
    );
}

fn place(rect: &Rect) -> String {
    format!(
        "{:.0},{:.0} {:.0}×{:.0}",
        rect.x, rect.y, rect.width, rect.height
    )
}

fn accent(accent: Accent) -> String {
    if accent == Accent::None {
        String::new()
    } else {
        format!(" !{accent:?}")
    }
}

fn written(scene: &Scene) -> String {
    let mut text = format!("{:?} {}\n", scene.mode, place(&scene.bounds));
    for lane in &scene.lanes {
        let _ = writeln!(
            text,
            "lane {:?} {} {:?} n={}",
            lane.kind,
            place(&lane.rect),
            lane.activity,
            lane.n_objects
        );
    }
    for tag in &scene.tags {
        let value = tag
            .value
            .as_ref()
            .map_or(String::new(), |value| format!(" = {value}"));
        let _ = writeln!(
            text,
            "tag {}{value} {}{}",
            tag.text,
            place(&tag.rect),
            accent(tag.accent)
        );
    }
    for card in &scene.cards {
        let count = format!("count={}{}", card.count.value, accent(card.count.accent));
        let gc_refs = card
            .gc_refs
            .map(|it| format!(" gc_refs={}{}", it.value, accent(it.accent)));
        let _ = writeln!(
            text,
            "card {} {} {} {} {count}{} {:?}{}",
            card.object.0,
            card.type_name,
            card.text,
            place(&card.rect),
            gc_refs.unwrap_or_default(),
            card.condition,
            accent(card.accent)
        );
    }
    for arrow in &scene.arrows {
        let at = |i: usize| format!("{:.0},{:.0}", arrow.path[i].x, arrow.path[i].y);
        let path = [0, arrow.path.len() / 2, arrow.path.len() - 1]
            .map(at)
            .join(" ");
        let label = arrow
            .label
            .as_ref()
            .map_or(String::new(), |label| format!(" {}", label.text));
        let source = arrow
            .source
            .map_or(String::new(), |source| source.0.to_string());
        let _ = writeln!(
            text,
            "{:?} {source}→{} {path}{label}{}",
            arrow.kind,
            arrow.target.0,
            accent(arrow.accent)
        );
    }
    text
}

#[test]
fn the_ring_before_during_and_after() {
    let moments: [(&str, Moment); 5] = [
        ("ring_built", |event| {
            matches!(event, Event::StatementStarted { line: 4, .. })
        }),
        ("ring_subtract", |event| {
            matches!(
                event,
                Event::GcRefsDecremented {
                    holder: ObjectId(1),
                    ..
                }
            )
        }),
        ("ring_tray", |event| {
            matches!(event, Event::UnreachableFound { .. })
        }),
        ("ring_dying", |event| {
            matches!(
                event,
                Event::DeallocStarted {
                    object: ObjectId(0)
                }
            )
        }),
        ("ring_gone", |event| matches!(event, Event::Printed { .. })),
    ];
    for (name, wanted) in moments {
        for mode in [Mode::Wide, Mode::Narrow] {
            let mut player = Player::new(mode);
            player.append(ring());
            seek_to(&mut player, wanted);
            compare(&format!("{name}_{mode:?}").to_lowercase(), player.scene());
        }
    }
}

#[test]
fn a_scene_of_every_shape() {
    let mut player = player(every_shape());
    player.seek(usize::MAX);
    crate::laws::assert_legible(player.scene());
    compare("every_shape", player.scene());
}

fn every_shape() -> Vec<Event> {
    let mut events = ring_built();
    let in_module = |at, called: &str, n| module_names(at, 0, vec![name(called, n)]);
    events.extend([created(2, "dict"), tracked(2), in_module(2, "config", 2)]);
    let items = vec![
        value(Label::Key("'k'".into()), "int", "1"),
        to_object(Label::Key("'me'".into()), 2),
        to_object(Label::Key("'l'".into()), 0),
    ];
    events.push(edges(2, 0, 0, items));
    events.extend([
        created(3, "Node"),
        tracked(3),
        created(4, "Node"),
        tracked(4),
        in_module(3, "head", 3),
    ]);
    events.push(edges(
        3,
        0,
        0,
        vec![to_object(Label::Name("next".into()), 4)],
    ));
    events.push(edges(
        4,
        0,
        0,
        vec![to_object(Label::Name("prev".into()), 3)],
    ));
    events.extend([
        created(5, "ReferenceType"),
        tracked(5),
        in_module(4, "w", 5),
    ]);
    events.push(Event::WeakrefCreated {
        weakref: object(5),
        target: object(3),
    });
    events.extend([created(6, "list"), tracked(6), in_module(5, "pair", 6)]);
    let twice = |index| to_object(Label::Index(index), 3);
    events.push(edges(
        6,
        0,
        0,
        vec![twice(0), twice(1), value(Label::Index(2), "int", "42")],
    ));
    events.push(module_names(
        6,
        0,
        vec![value(Label::Name("x".into()), "int", "5")],
    ));
    events.extend([created(7, "function"), tracked(7), in_module(7, "f", 7)]);
    events.push(Event::Described {
        object: object(7),
        text: "f".into(),
    });
    let frame = FrameId(1);
    events.push(Event::FrameEntered {
        frame,
        parent: FrameId::MODULE,
        function: "f".into(),
        line: 9,
        resumed: false,
    });
    let locals = vec![name("arg", 1), name("self", 4)];
    events.push(Event::EdgesChanged {
        owner: Owner::Frame(frame),
        at: 0,
        removed: 0,
        inserted: locals,
    });
    events.extend([
        created(8, "tuple"),
        tracked(8),
        edges(8, 0, 0, vec![to_object(Label::Index(0), 1)]),
    ]);
    events.push(Event::Untracked { object: object(8) });
    events
}

#[test]
fn many_objects_become_dots_and_more_become_squares() {
    let crowd = |n: u32| {
        let of_one = |n| [created(n, "list"), tracked(n)];
        player(
            [line(1)]
                .into_iter()
                .chain((0..n).flat_map(of_one))
                .collect(),
        )
    };
    for (n, cards, dots) in [(400, 400, 0), (401, 0, 401), (4000, 0, 4000), (4001, 0, 0)] {
        let mut player = crowd(n);
        player.seek(usize::MAX);
        let scene = player.scene();
        assert_eq!((scene.cards.len(), scene.dots.len()), (cards, dots), "{n}");
        if n > 4000 {
            assert_eq!(
                scene.cells.iter().map(|cell| cell.n_objects).sum::<u32>(),
                n
            );
            assert!(scene.cells.len() <= 3000);
            assert_cells_are_whole(scene);
        }
        for dot in &scene.dots {
            assert!(
                scene
                    .lanes
                    .iter()
                    .any(|lane| lane.rect.contains(dot.center))
            );
        }
    }
}

/// All squares are of one size, and none lies on a lane's border or its title.
fn assert_cells_are_whole(scene: &Scene) {
    for cell in &scene.cells {
        let size = |rect: &Rect| (rect.width.round(), rect.height.round());
        assert_eq!(size(&cell.rect), size(&scene.cells[0].rect));
        let is_within = |lane: &Lane| {
            let (rect, top) = (lane.rect, lane.title.bottom());
            rect.x < cell.rect.x
                && cell.rect.right() < rect.right()
                && top <= cell.rect.y
                && cell.rect.bottom() < rect.bottom()
        };
        assert!(scene.lanes.iter().any(is_within), "{:?}", cell.rect);
    }
}

#[test]
fn the_pictures_between_begin_and_end_with_the_two() {
    let mut player = player(ring());
    let mut position = 0;
    while position < player.timeline().len() {
        let before = player.scene().clone();
        position = player
            .timeline()
            .next(gcscope::trace::playback::Unit::Event, position);
        player.seek(position);
        assert_eq!(player.between(0.0), before);
        assert_eq!(&player.between(1.0), player.scene());
        let middle = player.between(0.5);
        assert!(middle.cards.len() >= before.cards.len().max(player.scene().cards.len()));
        assert_eq!(player.needs_animation(), before != *player.scene());
    }
}
