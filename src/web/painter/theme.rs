//! Colours: one table for light, one for dark.
//!
//! The accents are Okabe and Ito's colours, which colour-blind readers tell apart, made darker or lighter until text in them
//! reaches WCAG's AA contrast. Invariant: every pair of [`Theme::readable_pairs`] has a contrast of at least 4.5.

use crate::scene::shape::Accent;

pub type Colour = &'static str;

#[derive(Debug)]
pub struct Theme {
    pub paper: Colour,
    pub text: Colour,
    /// Text that matters less: reprs, titles, labels.
    pub quiet_text: Colour,
    pub lane: Colour,
    pub lane_line: Colour,
    /// A lane on which a collection works.
    pub active_lane: Colour,
    pub tray: Colour,
    pub card: Colour,
    pub small_card: Colour,
    /// A card in the tray.
    pub doomed_card: Colour,
    pub card_line: Colour,
    pub arrow: Colour,
    pub name_arrow: Colour,
    pub weak_arrow: Colour,
    pub tag: Colour,
    pub tag_line: Colour,
    /// The reference count's badge, and the number in it.
    pub count: Colour,
    pub on_count: Colour,
    /// What the selection, the rubber band and the keyboard's place are drawn in.
    pub selection: Colour,
    pub blue: Colour,
    pub green: Colour,
    pub orange: Colour,
    pub vermillion: Colour,
    pub purple: Colour,
    /// A sign or a number on one of those five.
    pub on_accent: Colour,
}

pub const LIGHT: Theme = Theme {
    paper: "#ffffff",
    text: "#161b24",
    quiet_text: "#495466",
    lane: "#f3f5f8",
    lane_line: "#cfd6e1",
    active_lane: "#e3effa",
    tray: "#fcefe4",
    card: "#ffffff",
    small_card: "#f7f8fb",
    doomed_card: "#fff8f2",
    card_line: "#6b778a",
    arrow: "#5c687a",
    name_arrow: "#2472ad",
    weak_arrow: "#95477a",
    tag: "#e2effa",
    tag_line: "#2472ad",
    count: "#27303d",
    on_count: "#ffffff",
    selection: "#0060a8",
    blue: "#0068a6",
    green: "#007455",
    orange: "#8f5a00",
    vermillion: "#b14500",
    purple: "#954776",
    on_accent: "#ffffff",
};

pub const DARK: Theme = Theme {
    paper: "#181c21",
    text: "#eef2f8",
    quiet_text: "#b3bfcf",
    lane: "#20252c",
    lane_line: "#3a434f",
    active_lane: "#172f42",
    tray: "#2e1f14",
    card: "#2a313a",
    small_card: "#242a32",
    doomed_card: "#33271e",
    card_line: "#8391a6",
    arrow: "#93a1b5",
    name_arrow: "#63b3e6",
    weak_arrow: "#dd97c0",
    tag: "#16324a",
    tag_line: "#63b3e6",
    count: "#e6ecf5",
    on_count: "#11151c",
    selection: "#7cc8f5",
    blue: "#63b8ee",
    green: "#35c79b",
    orange: "#eeaa2e",
    vermillion: "#ff9257",
    purple: "#e39bc6",
    on_accent: "#11151c",
};

impl Theme {
    pub const fn of(dark: bool) -> &'static Theme {
        if dark { &DARK } else { &LIGHT }
    }

    /// Several events share a colour; the sign tells them apart.
    pub fn accent(&self, accent: Accent) -> Colour {
        match accent {
            Accent::None => self.card_line,
            Accent::Added | Accent::Reached | Accent::Resurrected => self.green,
            Accent::CountUp | Accent::Visited => self.blue,
            Accent::Changed | Accent::Cleared => self.orange,
            Accent::CountDown | Accent::Unreached | Accent::Dying => self.vermillion,
            Accent::Finalizing => self.purple,
        }
    }

    /// Text and what it stands on, everywhere in the picture.
    pub fn readable_pairs(&self) -> Vec<(Colour, Colour)> {
        let grounds = [
            self.paper,
            self.lane,
            self.active_lane,
            self.tray,
            self.card,
            self.small_card,
            self.doomed_card,
            self.tag,
        ];
        let accents = [
            self.blue,
            self.green,
            self.orange,
            self.vermillion,
            self.purple,
        ];
        let mut pairs = vec![(self.on_count, self.count)];
        for ground in grounds {
            pairs.extend([(self.text, ground), (self.quiet_text, ground)]);
        }
        pairs.extend(accents.map(|accent| (self.on_accent, accent)));
        pairs.extend(accents.map(|accent| (accent, self.paper)));
        pairs
    }
}
