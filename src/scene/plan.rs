//! The plan: where on the plane the slots of lanes and names are.
//!
//! It turns a slot number into a rectangle. Bands for the lanes lie one below the other; how many columns and rows they
//! begin with is settled by how full the heap gets while the first text runs. What statements at the prompt add stands
//! around that, row after column after row. Invariant: a slot never leaves its column and row, and while one text runs the
//! plan never changes.

use super::shape::{LaneKind, Mode, Point, Rect};

/// Sizes in CSS pixels at zoom 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metrics {
    pub card: (f64, f64),
    /// From one card's corner to the next card's: the rest is the gutters in which arrows run.
    pub pitch: (f64, f64),
    pub tag: (f64, f64),
    pub tag_pitch: f64,
    pub min_columns: u32,
    /// Characters that fit into a card's first and second line, the second also beside a gc_refs badge, and into a tag.
    pub type_chars: usize,
    pub text_chars: usize,
    pub short_text_chars: usize,
    pub tag_chars: usize,
}

const WIDE: Metrics = Metrics {
    card: (104.0, 42.0),
    pitch: (142.0, 70.0),
    tag: (86.0, 22.0),
    tag_pitch: 28.0,
    min_columns: 3,
    type_chars: 10,
    text_chars: 15,
    short_text_chars: 11,
    tag_chars: 11,
};

const NARROW: Metrics = Metrics {
    card: (90.0, 40.0),
    pitch: (122.0, 64.0),
    tag: (64.0, 22.0),
    tag_pitch: 28.0,
    min_columns: 2,
    type_chars: 8,
    text_chars: 13,
    short_text_chars: 9,
    tag_chars: 8,
};

pub fn metrics(mode: Mode) -> &'static Metrics {
    match mode {
        Mode::Wide => &WIDE,
        Mode::Narrow | Mode::Low | Mode::Tall => &NARROW,
    }
}

pub const MARGIN: f64 = 10.0;
/// Height of a lane's title strip, and of a namespace's, from nearby.
pub const TITLE: f64 = 18.0;
const LANE_GAP: f64 = 6.0;
/// Room between the tags and the lanes.
const TAG_GAP: f64 = 22.0;
/// Lanes of very many objects are looked at from so far away that their titles need this part of the whole height.
const FAR_TITLE: f64 = 0.045;
/// The same for their borders, as a part of a title's.
const FAR_AIR: f64 = 0.2;
/// Their names grow with the titles, and take about this part of the whole width.
const FAR_NAMES: f64 = 0.2;
/// Among cards, names grow from titles of so many times their size on, and not beyond so many times their own: cards are
/// looked at from nearer by, too.
const LARGE_TITLE: f64 = 1.4;
const TITLE_STEP: f64 = 1.5;
const LARGEST_NAME: f64 = 3.0;
const DOT_PITCH: f64 = 14.0;
pub const DOT_RADIUS: f64 = 4.5;

/// How an object is drawn, by how many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    Cards,
    Dots,
    /// Squares that stand for many objects each.
    Density,
}

pub const MAX_CARDS: usize = 400;
const MAX_DOTS: usize = 4000;
/// Cards of one lane for which rows are planned; more of them make the lane longer.
pub const MAX_PLANNED: u32 = 60;

impl Scale {
    pub fn of(n_objects: usize) -> Scale {
        if n_objects <= MAX_CARDS {
            Scale::Cards
        } else if n_objects <= MAX_DOTS {
            Scale::Dots
        } else {
            Scale::Density
        }
    }
}

/// A number for each lane.
pub type Room = [u32; LaneKind::ALL.len()];

/// Slots that each lane of one stretch needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Demand {
    /// While the text runs that begins the stretch: the columns follow from it. Nothing, where the heap is made by hand.
    pub planned: Room,
    /// Up to now, with what statements at the prompt have added.
    pub grown: Room,
}

fn rows(room: Room, columns: u32, scale: Scale, mode: Mode) -> Room {
    let min_rows = |lane: LaneKind| match (scale, lane) {
        (Scale::Cards, LaneKind::Generation0) if mode == Mode::Wide => 2,
        (Scale::Cards, _) if mode == Mode::Wide => 1,
        // A telephone has no room to spare: what nothing ever stands in is a title alone.
        (Scale::Cards, _) => 0,
        (Scale::Dots | Scale::Density, _) => 4,
    };
    LaneKind::ALL.map(|lane| room[lane as usize].div_ceil(columns).max(min_rows(lane)))
}

/// The fewest columns in each scale.
fn min_columns(mode: Mode, scale: Scale) -> u32 {
    match scale {
        Scale::Cards => metrics(mode).min_columns,
        Scale::Dots | Scale::Density => 36,
    }
}

/// Nothing runs yet: the heap will be made by hand, most of it in the youngest and, once collected, in the oldest.
fn by_hand(mode: Mode, scale: Scale) -> Room {
    let columns = min_columns(mode, scale);
    match mode {
        Mode::Wide | Mode::Tall => [2 * columns, 0, columns, 0, 0, 0],
        Mode::Narrow | Mode::Low => [columns, 0, 0, 0, 0, 0],
    }
}

/// The plan with the fewest columns that leave the whole no taller than the canvas is; or one fewer, if it fits better.
fn fitting(room: &Room, plan: impl Fn(u32) -> Plan) -> Plan {
    let first = plan(1);
    let (mode, least) = (first.mode, min_columns(first.mode, first.scale));
    let is_flat = |plan: &Plan| plan.height(room) * mode.aspect() <= plan.width();
    let most = room.iter().copied().max().unwrap_or(0).max(least);
    let (mut low, mut high) = (least, most);
    while low < high {
        let middle = low + (high - low) / 2;
        if is_flat(&plan(middle)) {
            high = middle
        } else {
            low = middle + 1
        }
    }
    let size = |plan: &Plan| (plan.height(room) * mode.aspect()).max(plan.width());
    let (flat, tall) = (plan(low), plan(low.saturating_sub(1).max(least)));
    if size(&tall) < size(&flat) {
        tall
    } else {
        flat
    }
}

/// Names of one namespace stand in so many rows at least, then in another column: where the canvas is low, they would soon
/// be higher than the lanes.
fn tag_rows(mode: Mode) -> u32 {
    match mode {
        Mode::Wide | Mode::Tall => 20,
        Mode::Narrow => 14,
        Mode::Low => 7,
    }
}

/// Of squares that stand for so many slots that there are at most about two thousand of them.
fn side(n_slots: u32) -> u32 {
    ((f64::from(n_slots) / 2000.0).sqrt().ceil() as u32).max(2)
}

impl Mode {
    /// Width ÷ height of the canvas.
    pub fn aspect(self) -> f64 {
        match self {
            Mode::Wide => 1.15,
            Mode::Narrow => 1.3,
            Mode::Low => 2.6,
            Mode::Tall => 0.9,
        }
    }

    /// Columns ÷ rows of a lane's cards, with which two lanes and the titles of the others fill the canvas.
    fn block(self) -> f64 {
        match self {
            Mode::Wide => 1.2,
            Mode::Narrow => 1.4,
            Mode::Low => 3.0,
            Mode::Tall => 0.8,
        }
    }

    /// The least height of a lane's title among cards, as a part of the canvas's: what a line of small text takes.
    fn least_title(self) -> f64 {
        match self {
            Mode::Wide | Mode::Tall => 0.025,
            Mode::Narrow => 0.05,
            Mode::Low => 0.068,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    pub mode: Mode,
    pub metrics: Metrics,
    scale: Scale,
    /// Size of one slot.
    cell: (f64, f64),
    /// Of each lane; and of the block that it begins with, which is filled row by row.
    rows: Room,
    first_rows: Room,
    /// Columns and rows of the slots that one square of the densest picture stands for: lanes end where squares do.
    side: u32,
    /// Air between a lane's border and what stands in it; a slot for a card has its own.
    air: f64,
    /// Of that block.
    columns: u32,
    /// Where the lanes begin.
    origin: Point,
    /// Height of a lane's title strip, and of a namespace's.
    title: f64,
    /// Where the first column of names begins.
    names: f64,
    /// Names of one namespace stand in so many rows, then in another column.
    tag_rows: u32,
}

impl Plan {
    /// For so many objects.
    pub fn new(mode: Mode, n_objects: usize, demand: Demand) -> Plan {
        let mut plan = Plan::settled(mode, n_objects, demand.planned);
        // A crowd is never drawn as cards.
        let cards = demand.grown.map(|n| match n {
            n if n as usize > MAX_CARDS => MAX_PLANNED,
            n => n,
        });
        if plan.scale == Scale::Cards {
            plan.rows = [u32::MAX; LaneKind::ALL.len()];
            plan.rows = LaneKind::ALL.map(|lane| plan.block(lane, cards[lane as usize]).1);
        }
        plan.enlarge_titles(&demand.planned, &cards);
        plan
    }

    /// Columns and rows of a lane with slots up to `end`: its first ones, and around them by turns a row below and a column
    /// to the right, so that it keeps a shape that fits the canvas, and cards large enough to be read.
    fn block(&self, lane: LaneKind, end: u32) -> (u32, u32) {
        let (mut columns, mut rows) = (self.columns, self.first_rows[lane as usize]);
        if rows == 0 && end > 0 {
            rows = 1;
        }
        while columns * rows < end {
            if rows == self.rows(lane) {
                return (end.div_ceil(rows), rows);
            }
            (columns, rows) = self.longer(lane, (columns, rows));
        }
        (columns, rows)
    }

    /// A full block with a row below or a column to the right: so that its shape stays as near as can be to what the mode
    /// wants, in the lane's rows.
    fn longer(&self, lane: LaneKind, (columns, rows): (u32, u32)) -> (u32, u32) {
        let (below, right) = ((columns, rows + 1), (columns + 1, rows));
        let wanted = self.mode.block();
        let off = |(columns, rows): (u32, u32)| {
            let shape = f64::from(columns) / f64::from(rows) / wanted;
            shape.max(1.0 / shape)
        };
        if rows < self.rows(lane) && off(below) < off(right) {
            below
        } else {
            right
        }
    }

    /// For what the text needs that begins the stretch, in the order of [`LaneKind::ALL`].
    fn settled(mode: Mode, n_objects: usize, needed: Room) -> Plan {
        let scale = Scale::of(n_objects);
        let needed = if needed == Room::default() {
            by_hand(mode, scale)
        } else {
            needed
        };
        // While there are cards, there are few of them: room for the later crowd would make them tiny.
        let room = match scale {
            Scale::Cards => needed.map(|n| n.min(MAX_PLANNED)),
            Scale::Dots | Scale::Density => needed,
        };
        let side = match scale {
            Scale::Density => side(room.iter().sum::<u32>().max(n_objects as u32)),
            Scale::Cards | Scale::Dots => 1,
        };
        let mut best = fitting(&room, |columns| {
            Plan::of_columns(mode, scale, &room, side, columns)
        });
        let whole = best.height(&room);
        if mode == Mode::Low && scale == Scale::Cards {
            // There is more width than few cards need: the lanes take it all.
            let across = ((whole * mode.aspect() - best.origin.x) / best.cell.0) as u32;
            best.columns = best.columns.max(across);
        }
        best.tag_rows = best.tag_rows.max((whole / best.metrics.tag_pitch) as u32);
        best
    }

    /// Lanes of so many columns, with the rows that they need then.
    fn of_columns(mode: Mode, scale: Scale, room: &Room, side: u32, columns: u32) -> Plan {
        let metrics = *metrics(mode);
        let columns = columns.next_multiple_of(side);
        let rows = rows(*room, columns, scale, mode).map(|it| it.next_multiple_of(side));
        Plan {
            mode,
            metrics,
            scale,
            cell: match scale {
                Scale::Cards => metrics.pitch,
                Scale::Dots | Scale::Density => (DOT_PITCH, DOT_PITCH),
            },
            rows,
            first_rows: rows,
            side,
            air: 0.0,
            columns,
            origin: Point::new(MARGIN + metrics.tag.0 + TAG_GAP, MARGIN),
            title: TITLE,
            names: MARGIN,
            tag_rows: tag_rows(mode),
        }
    }

    /// Of all lanes that are shown.
    fn height(&self, room: &Room) -> f64 {
        let shown = LaneKind::ALL
            .iter()
            .filter(|&&lane| lane < LaneKind::Untracked || room[lane as usize] > 0);
        shown
            .map(|&lane| self.lane(lane, 1).height + LANE_GAP)
            .sum()
    }

    /// Of the names and the lanes.
    fn width(&self) -> f64 {
        let lanes = f64::from(self.columns) * self.cell.0;
        match self.scale {
            Scale::Cards => self.origin.x + lanes,
            Scale::Dots | Scale::Density => self.origin.x.max(lanes * FAR_NAMES) + lanes,
        }
    }

    /// What is looked at from far away has larger titles and names.
    fn enlarge_titles(&mut self, planned: &Room, cards: &Room) {
        let whole = self.height(planned);
        if self.scale == Scale::Cards {
            let columns = LaneKind::ALL.map(|lane| self.block(lane, cards[lane as usize]).0);
            let longest = columns.into_iter().max().unwrap_or(self.columns);
            let across = self.origin.x + f64::from(longest) * self.cell.0;
            let seen = whole.max(across / self.mode.aspect());
            self.enlarge_title(seen);
            self.enlarge_names((self.title / TITLE / LARGE_TITLE).clamp(1.0, LARGEST_NAME));
        } else {
            self.title = self.title.max(whole * FAR_TITLE);
            self.air = self.title * FAR_AIR;
            self.enlarge_names(self.title / TITLE);
            let n_rows = (whole / self.metrics.tag_pitch) as u32;
            self.tag_rows = tag_rows(self.mode).max(n_rows);
        }
    }

    /// Without lanes, for cards that stand anywhere in there: what is looked at from far away has larger names, which grow
    /// to the left.
    pub fn without_lanes(mut self, cards: &Rect) -> Plan {
        self.metrics = *metrics(self.mode);
        let seen = cards.height.max(cards.width / self.mode.aspect());
        self.title = TITLE;
        self.enlarge_title(seen);
        let times = (self.title / TITLE).min(LARGEST_NAME);
        self.names = MARGIN + self.metrics.tag.0 * (1.0 - times);
        self.enlarge_names(times);
        let n_rows = (cards.height / self.metrics.tag_pitch) as u32;
        self.tag_rows = tag_rows(self.mode).max(n_rows);
        self
    }

    /// For a look at so much height. In steps: what changes the titles' height moves the lanes.
    fn enlarge_title(&mut self, seen: f64) {
        while self.title < seen * self.mode.least_title() {
            self.title *= TITLE_STEP;
        }
    }

    fn enlarge_names(&mut self, times: f64) {
        let Metrics { tag, tag_pitch, .. } = &mut self.metrics;
        *tag = (tag.0 * times, tag.1 * times);
        *tag_pitch *= times;
        self.origin.x = MARGIN + tag.0 + TAG_GAP;
    }

    pub fn rows(&self, lane: LaneKind) -> u32 {
        self.rows[lane as usize]
    }

    /// Where a lane stands, `n_columns` wide.
    pub fn lane(&self, lane: LaneKind, n_columns: u32) -> Rect {
        let height = |lane| self.title + f64::from(self.rows(lane)) * self.cell.1 + self.air;
        let above: f64 = LaneKind::ALL
            .iter()
            .take_while(|&&other| other != lane)
            .map(|&it| height(it) + LANE_GAP + self.air)
            .sum();
        let width = f64::from(n_columns) * self.cell.0 + 2.0 * self.air;
        Rect::new(self.origin.x, self.origin.y + above, width, height(lane))
    }

    /// The corner of a lane's first slot.
    fn corner(&self, lane: LaneKind) -> Point {
        let band = self.lane(lane, 1);
        Point::new(band.x + self.air, band.y + self.title)
    }

    /// Columns that a lane needs for slots up to `end`.
    pub fn columns_for(&self, lane: LaneKind, end: u32) -> u32 {
        if self.scale == Scale::Cards {
            return self.block(lane, end).0;
        }
        let columns = end.div_ceil(self.rows(lane).max(1));
        columns.next_multiple_of(self.side).max(self.columns)
    }

    /// Column and row of a slot.
    pub fn grid(&self, lane: LaneKind, slot: u32) -> (u32, u32) {
        let rows = self.first_rows[lane as usize].max(1);
        if slot < rows * self.columns {
            return (slot % self.columns, slot / self.columns);
        }
        if self.scale != Scale::Cards {
            return (slot / rows, slot % rows);
        }
        // The block without the row or column in which the slot stands.
        let (mut columns, mut rows) = (self.columns, rows);
        loop {
            if rows >= self.rows(lane) {
                return (slot / rows, slot % rows);
            }
            let longer = self.longer(lane, (columns, rows));
            if slot < longer.0 * longer.1 {
                let within = slot - columns * rows;
                let is_below = longer.1 > rows;
                return if is_below {
                    (within, rows)
                } else {
                    (columns, within)
                };
            }
            (columns, rows) = longer;
        }
    }

    /// The card in a slot.
    pub fn card(&self, lane: LaneKind, slot: u32) -> Rect {
        self.card_at(self.center(lane, slot))
    }

    /// The card around a point.
    pub fn card_at(&self, center: Point) -> Rect {
        let (width, height) = self.metrics.card;
        Rect::new(
            center.x - width / 2.0,
            center.y - height / 2.0,
            width,
            height,
        )
    }

    /// The middle of a slot.
    pub fn center(&self, lane: LaneKind, slot: u32) -> Point {
        let (column, row) = self.grid(lane, slot);
        let corner = self.corner(lane);
        Point::new(
            corner.x + (f64::from(column) + 0.5) * self.cell.0,
            corner.y + (f64::from(row) + 0.5) * self.cell.1,
        )
    }

    /// How many slots in a row, and in a column, one square of the densest picture stands for.
    pub fn side(&self) -> u32 {
        self.side
    }

    /// Such a square, by its number in its row and the row's.
    pub fn square(&self, lane: LaneKind, column: u32, row: u32) -> Rect {
        let corner = self.corner(lane);
        let (width, height) = (
            f64::from(self.side) * self.cell.0,
            f64::from(self.side) * self.cell.1,
        );
        let (x, y) = (f64::from(column) * width, f64::from(row) * height);
        Rect::new(corner.x + x, corner.y + y, width, height)
    }

    /// Tags of a namespace whose title begins at `top`.
    pub fn tag(&self, top: f64, slot: u32) -> Rect {
        let (width, height) = self.metrics.tag;
        let (column, row) = (slot / self.tag_rows, slot % self.tag_rows);
        let x = self.names - f64::from(column) * (width + 8.0);
        Rect::new(
            x,
            top + self.title + f64::from(row) * self.metrics.tag_pitch,
            width,
            height,
        )
    }

    /// Where the heading of a namespace stands whose names begin below it.
    pub fn heading(&self, top: f64) -> Rect {
        Rect::new(self.names, top, self.metrics.tag.0, self.title)
    }

    /// The gutter left of a column: arrows may run up and down there.
    pub fn gutter(&self, column: u32) -> f64 {
        self.origin.x + f64::from(column) * self.cell.0
    }

    /// The middle of the gutter there, or nearest to there.
    pub fn nearest_gutter(&self, x: f64) -> f64 {
        self.origin.x + ((x - self.origin.x) / self.cell.0).round() * self.cell.0
    }

    pub fn title(&self) -> f64 {
        self.title
    }

    pub fn tag_rows(&self) -> u32 {
        self.tag_rows
    }

    pub fn scale(&self) -> Scale {
        self.scale
    }

    pub fn cell(&self) -> (f64, f64) {
        self.cell
    }
}
