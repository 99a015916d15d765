//! The few words that stand in the picture itself, in the reader's language.
//!
//! Everything else that is said in words is a key which the page's locale files resolve. Terms agree with those files.

use crate::scene::shape::LaneKind;

#[derive(Debug)]
pub struct Words {
    pub generations: [&'static str; 3],
    /// While move_unreachable asks, and when it has answered.
    pub tray: [&'static str; 2],
    pub untracked: &'static str,
    pub permanent: &'static str,
    /// The module's namespace.
    pub module: &'static str,
    /// Call frames that are not shown: `{n}` is their number.
    pub calls_left_out: &'static str,
    /// Relations of an object that are not shown: `{n}` is their number.
    pub more: &'static str,
    /// Objects that a square of the densest picture stands for: `{n}` at most.
    pub per_cell: &'static str,
    /// References to and from the object that is pointed at: `{in}` and `{out}` are their numbers.
    pub references: &'static str,
}

pub const ENGLISH: Words = Words {
    generations: ["Generation 0", "Generation 1", "Generation 2"],
    tray: ["Unreachable?", "Unreachable"],
    untracked: "Not tracked",
    permanent: "Permanent",
    module: "Names",
    calls_left_out: "{n} more calls",
    more: "{n} more",
    per_cell: "≤ {n} per square",
    references: "{in} in · {out} out",
};

pub const CHINESE: Words = Words {
    generations: ["第 0 代", "第 1 代", "第 2 代"],
    tray: ["不可达？", "不可达"],
    untracked: "未跟踪",
    permanent: "永久代",
    module: "名称",
    calls_left_out: "另有 {n} 层调用",
    more: "另有 {n} 个",
    per_cell: "每格至多 {n} 个",
    references: "入 {in} · 出 {out}",
};

impl Words {
    /// By a language tag; English where there is no better one.
    pub fn of(locale: &str) -> &'static Words {
        if locale == "zh" || locale.starts_with("zh-") {
            &CHINESE
        } else {
            &ENGLISH
        }
    }

    pub fn lane(&self, kind: LaneKind, is_decided: bool) -> &'static str {
        match kind {
            LaneKind::Generation0 => self.generations[0],
            LaneKind::Generation1 => self.generations[1],
            LaneKind::Generation2 => self.generations[2],
            LaneKind::Tray => self.tray[usize::from(is_decided)],
            LaneKind::Untracked => self.untracked,
            LaneKind::Permanent => self.permanent,
        }
    }
}
