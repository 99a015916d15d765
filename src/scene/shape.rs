//! Plain shapes: what the painter draws, what a click hits, what the goldens compare.
//!
//! A [`Scene`] is data alone: no browser type, no colour, no font. Its unit is one CSS pixel at zoom 1; `x` grows to
//! the right and `y` downwards. Invariant: a scene depends on the position in the trace and the [`Mode`] only, never
//! on how one got there. It mirrors no part of CPython.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::trace::event::{FrameId, ObjectId, Owner};
pub use crate::trace::playback::{Condition, Finalizer};

#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// How much room the canvas has: decides the size of cards and how they wrap, and nothing else does.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// About 640 × 480 and more.
    #[default]
    Wide,
    /// About 370 × 300: a telephone, held upright.
    Narrow,
    /// About 500 × 190: the same, held on its side.
    Low,
    /// About 430 × 480: a tablet held upright, or one of several pictures side by side.
    Tall,
}

/// Something a person can point at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Item {
    Object {
        object: ObjectId,
    },
    Name {
        frame: FrameId,
        name: Rc<str>,
    },
    /// The reference at `index` among those that `owner` holds. A name's arrow is a [`Item::Name`] instead.
    Edge {
        owner: Owner,
        index: u32,
    },
    /// The weak reference that the object `weakref` is.
    Weak {
        weakref: ObjectId,
    },
}

/// The whole picture at one position.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Scene {
    pub mode: Mode,
    /// Everything that is drawn, with a margin: what "fit" shows. It never shrinks within one program.
    pub bounds: Rect,
    pub lanes: Vec<Lane>,
    pub groups: Vec<Group>,
    pub tags: Vec<Tag>,
    /// In the order in which to paint: what moves comes last.
    pub cards: Vec<Card>,
    pub arrows: Vec<Arrow>,
    /// In place of cards when there are too many of them.
    pub dots: Vec<Dot>,
    /// In place of dots when there are too many of those.
    pub cells: Vec<Cell>,
    /// Objects for which a whole cell has room; 0 where there are no cells.
    #[serde(skip_serializing_if = "is_zero")]
    pub per_cell: u32,
    /// What a view of an object's relations leaves out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stubs: Vec<Stub>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LaneKind {
    Generation0,
    Generation1,
    Generation2,
    /// The "unreachable?" tray.
    Tray,
    /// Objects in no list of the collector.
    Untracked,
    /// gc.freeze()'s list.
    Permanent,
}

/// A band in which cards stand.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Lane {
    pub kind: LaneKind,
    pub rect: Rect,
    /// Where the lane's title goes: a strip at the top that no card enters.
    pub title: Rect,
    /// Cards that stand in it.
    pub n_objects: u32,
    /// Lit while a collection works on it.
    pub activity: Activity,
    /// Of the tray: whether what stands there is known to be unreachable, and no longer asked about.
    pub is_decided: bool,
    pub opacity: f64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Activity {
    #[default]
    Idle,
    /// A collection that is running looks at this list.
    Collecting,
}

/// The names of one namespace, under its title.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    pub frame: FrameId,
    /// The function's name; empty for the module.
    pub function: Rc<str>,
    pub rect: Rect,
    pub title: Rect,
    /// Call frames left out between this group and the one below it, when calls are nested too deeply to show all.
    pub n_left_out: u32,
    /// The frame whose statement runs.
    pub running: bool,
    pub opacity: f64,
}

/// A name. An arrow runs from it to its object; an atom's repr stands in the tag itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tag {
    pub frame: FrameId,
    pub name: Rc<str>,
    pub rect: Rect,
    /// The name as drawn, shortened where it is long.
    pub text: Rc<str>,
    /// The short repr of the value when it is no object of its own.
    pub value: Option<Rc<str>>,
    /// Where a new reference is dragged from.
    pub handle: Rect,
    pub accent: Accent,
    pub pulse: f64,
    pub opacity: f64,
}

/// What just happened to a shape, in the step that ends at the scene's position. Each is drawn by a sign or a shape of
/// its own, not by colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Accent {
    #[default]
    None,
    /// It came into being.
    Added,
    /// It is not what it was: a reference replaced, a size or a description.
    Changed,
    /// The count went up, or this arrow made it go up.
    CountUp,
    /// The count went down, or this arrow made it go down.
    CountDown,
    /// The running pass is here: gc_refs copied or lowered, this reference subtracted.
    Visited,
    /// move_unreachable (or mark-sweep) found it reachable.
    Reached,
    /// move_unreachable (or mark-sweep) found it unreachable, until proven otherwise.
    Unreached,
    /// Its finalizer or callback runs: it rings.
    Finalizing,
    /// A finalizer brought it back.
    Resurrected,
    /// tp_clear drops its references.
    Cleared,
    /// Its memory is being given back.
    Dying,
}

/// A plain mark-sweep's opinion, while its result stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    Marked,
    Unmarked,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Prominence {
    #[default]
    Plain,
    /// Functions, classes and the like: a smaller, quieter card.
    Small,
}

/// A number on a card's corner. The reference count is a round badge at the top right; gc_refs is a badge of another
/// shape at the bottom right.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Badge {
    pub value: u32,
    pub rect: Rect,
    pub accent: Accent,
    pub pulse: f64,
    pub opacity: f64,
}

/// An object.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Card {
    pub object: ObjectId,
    pub rect: Rect,
    pub lane: LaneKind,
    /// It does not stand in its lane, so that it has to say itself which one that is.
    #[serde(skip_serializing_if = "is_false")]
    pub adrift: bool,
    pub prominence: Prominence,
    /// First line, shortened to fit.
    pub type_name: Rc<str>,
    /// Second line: a short repr, shortened to fit; may be empty.
    pub text: Rc<str>,
    pub count: Badge,
    pub gc_refs: Option<Badge>,
    pub condition: Condition,
    pub finalizer: Finalizer,
    /// Live weak references to it.
    pub n_weakrefs: u32,
    pub mark: Option<Mark>,
    /// Where a new reference is dragged from.
    pub handle: Rect,
    pub accent: Accent,
    /// 0 at rest; rises to 1 and falls again while the accent is animated.
    pub pulse: f64,
    pub opacity: f64,
    /// 1 at rest; shrinks towards 0 as the object is freed, grows from 0 as it is created.
    pub scale: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ArrowKind {
    /// From a tag to its object.
    Name,
    /// From an object to an object it holds.
    Strong,
    /// From a weak reference to what it refers to: dashed.
    Weak,
}

fn is_false(it: &bool) -> bool {
    !it
}

fn is_zero(it: &u32) -> bool {
    *it == 0
}

/// A reference. Ends exactly at the borders of what it connects; the head belongs at the last point.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Arrow {
    pub item: Item,
    pub kind: ArrowKind,
    /// Nothing for a name's arrow.
    pub source: Option<ObjectId>,
    pub target: ObjectId,
    /// A polyline of at least two points, dense enough to look curved. Every arrow has [`PATH_POINTS`] points unless
    /// it is drawn between dots (2 points).
    pub path: Vec<Point>,
    /// `[0]`, `.x`, `'key'`, …: drawn when zoomed in, hovered or focused. None where a tag says it already.
    pub label: Option<ArrowLabel>,
    pub accent: Accent,
    pub pulse: f64,
    pub opacity: f64,
}

/// Points of an arrow's path, so that two paths can be interpolated point by point.
pub const PATH_POINTS: usize = 25;

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArrowLabel {
    pub text: Rc<str>,
    /// Room for the text, centred on the path.
    pub rect: Rect,
    /// Whether that room is free: otherwise draw it only for a hovered or focused arrow.
    pub free: bool,
}

/// An object, when there are too many for cards.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Dot {
    pub object: ObjectId,
    pub center: Point,
    pub radius: f64,
    pub condition: Condition,
    pub accent: Accent,
    pub pulse: f64,
    pub opacity: f64,
}

/// A square of a lane, when there are too many objects for dots: the fuller, the darker.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Cell {
    pub rect: Rect,
    pub n_objects: u32,
    /// `n_objects` ÷ the objects that fit, 0..=1.
    pub density: f64,
    pub opacity: f64,
}

/// "n more": relations of a card that are counted, not drawn.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Stub {
    pub rect: Rect,
    pub n: u32,
    /// From the card to the stub.
    pub line: [Point; 2],
    pub opacity: f64,
}

impl LaneKind {
    /// From top to bottom.
    pub const ALL: [LaneKind; 6] = [
        LaneKind::Generation0,
        LaneKind::Generation1,
        LaneKind::Generation2,
        LaneKind::Tray,
        LaneKind::Untracked,
        LaneKind::Permanent,
    ];
}

impl Point {
    pub const fn new(x: f64, y: f64) -> Point {
        Point { x, y }
    }
}

impl Rect {
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Rect {
        Rect {
            x,
            y,
            width,
            height,
        }
    }

    pub fn center(&self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    pub fn contains(&self, point: Point) -> bool {
        point.x >= self.x
            && point.x <= self.right()
            && point.y >= self.y
            && point.y <= self.bottom()
    }

    /// Whether the two share more than a border.
    pub fn overlaps(&self, other: &Rect) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// The same rectangle with `margin` more on every side.
    pub fn grown(&self, margin: f64) -> Rect {
        Rect::new(
            self.x - margin,
            self.y - margin,
            self.width + 2.0 * margin,
            self.height + 2.0 * margin,
        )
    }

    /// The smallest rectangle around both.
    pub fn union(&self, other: &Rect) -> Rect {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Rect::new(
            x,
            y,
            self.right().max(other.right()) - x,
            self.bottom().max(other.bottom()) - y,
        )
    }
}
