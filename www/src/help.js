// The help: what can be done, with which keys, and what the marks and signs mean.

import { byId, dialogHead, icon, make } from "./dom.js";
import { t } from "./i18n.js";
import { SIGNS } from "./pauses.js";
import { signs } from "./signs.js";

/** Keys, and the text that says what they do. */
const KEYS = [
  [["Ctrl", "Enter"], "help.run"],
  [["Ctrl", "C"], "help.stop"],
  [["Space"], "help.play"],
  [["←", "→"], "help.step"],
  [["Home", "End"], "help.ends"],
  [["Ctrl", "Z"], "help.undo"],
  [["Ctrl", "Shift", "Z"], "help.redo"],
  [["?"], "help.help"],
];
const PICTURE_KEYS = [
  [["←", "→", "↑", "↓"], "help.walk"],
  [["Enter"], "help.enter"],
  [["Shift", "Enter"], "help.weak"],
  [["Shift", "← → ↑ ↓"], "help.nudge"],
  [["Delete"], "help.delete"],
  [["Esc"], "help.escape"],
  [["+", "−", "0"], "help.zoom"],
];
const EDITOR_KEYS = [[["Esc", "Tab"], "help.leaveEditor"]];
const HAND = ["help.hand.create", "help.hand.connect", "help.hand.move", "help.hand.delete", "help.hand.collect"];
/** @type {import("./types").MarkKind[]} */
const MARKS = ["statement", "collection", "pass", "death", "finalizer", "exception"];

export class Help {
  /** @param {() => void} share */
  constructor(share) {
    this.share = share;
    this.dialog = byId("help", HTMLDialogElement);
    byId("help-button").addEventListener("click", () => this.open());
    this.dialog.addEventListener("click", (event) => {
      if (event.target === this.dialog) this.dialog.close();
    });
    this.translate();
  }

  open() {
    if (!this.dialog.open) this.dialog.showModal();
  }

  #share() {
    this.dialog.close();
    this.share();
  }

  translate() {
    this.dialog.replaceChildren(
      dialogHead(this.dialog, t("help.title"), t("help.close")),
      make("div", { class: "help-body", tabindex: "0", role: "group", "aria-labelledby": "help-title" }, [
        make("p", { class: "help-lead", text: t("help.lead") }),
        make("button", { type: "button", class: "button help-share", onclick: () => this.#share() }, [icon("share"), t("share.button")]),
        section("help.byHand", make("ul", {}, HAND.map((key) => make("li", { text: t(key) })))),
        section("help.keys", keys(KEYS)),
        section("help.keysPicture", keys(PICTURE_KEYS)),
        section("help.keysEditor", keys(EDITOR_KEYS)),
        section("help.signs", signs()),
        section("help.marks", marks()),
      ]),
    );
  }
}

/** @param {string} key @param {HTMLElement} content */
const section = (key, content) => make("section", {}, [make("h3", { text: t(key) }), content]);

/** @param {(string | string[])[][]} table */
function keys(table) {
  return make("dl", { class: "keys" }, table.flatMap(([names, key]) => [
    make("dt", {}, [...(names ?? [])].map((name) => make("kbd", { text: name }))),
    make("dd", { text: t(String(key)) }),
  ]));
}

function marks() {
  return make("dl", { class: "keys" }, MARKS.flatMap((kind) => [
    make("dt", {}, [make("span", { class: `mark-sign sign-${kind}`, text: SIGNS[kind] ?? "" })]),
    make("dd", { text: t(`mark.${kind}`) }),
  ]));
}
