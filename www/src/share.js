// The dialog that gives the program to others: as a link, and as a frame for a tutorial.

import { byId, dialogHead, make } from "./dom.js";
import { t } from "./i18n.js";
import { frameOf, linkTo } from "./link.js";

/** @import { Engine } from "./engine.js" */
/** @import { Shown } from "./link.js" */

export class Share {
  /** @param {() => string} text the editor's @param {() => Engine | null} engine none while the module loads */
  constructor(text, engine) {
    this.text = text;
    this.engine = engine;
    this.dialog = byId("share", HTMLDialogElement);
    byId("share-button").addEventListener("click", () => this.open());
    this.dialog.addEventListener("click", (event) => {
      if (event.target === this.dialog) this.dialog.close();
    });
  }

  open() {
    this.#fill();
    if (!this.dialog.open) this.dialog.showModal();
  }

  translate() {
    if (this.dialog.open) this.#fill();
  }

  #fill() {
    const link = this.#link();
    const told = make("p", { class: "quiet-text", role: "status" });
    this.dialog.replaceChildren(
      dialogHead(this.dialog, t("share.title"), t("share.close")),
      make("div", { class: "help-body" }, [
        make("p", { text: t("share.lead") }),
        field("share-link", t("share.link"), link, told),
        field("share-frame", t("share.frame"), frameOf(link, t("share.frameTitle")), told),
        told,
      ]),
    );
  }

  #link() {
    const edited = { program: this.text(), statements: [], python: this.engine()?.python ?? "3.14", details: 0, position: 0 };
    return linkTo(this.#shown() ?? edited, new URL(location.href));
  }

  /**
   * What is shown, with the place where it stands: a position counts what is recorded in detail, so both go together.
   * Null where nothing was run, or another program stands in the editor by now. @returns {Shown | null}
   */
  #shown() {
    const engine = this.engine();
    if (!engine || engine.fresh) return null;
    const { program, statements, python, detailsFrom, position } = engine;
    if (program !== null && program !== this.text()) return null;
    return { program: program ?? "", statements: statements.map(({ text }) => text), python, details: detailsFrom, position };
  }
}

/** A text to be copied. @param {string} id @param {string} label @param {string} text @param {HTMLElement} told says that it was */
function field(id, label, text, told) {
  const box = make("textarea", { id, class: "share-text", readonly: true, rows: 3, spellcheck: "false", text });
  box.addEventListener("focus", () => box.select());
  const copy = async () => {
    box.select();
    const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false);
    told.textContent = t(copied ? "share.copied" : "share.selected");
  };
  const button = make("button", { type: "button", class: "button", "aria-describedby": `${id}-name`, text: t("share.copy"), onclick: () => void copy() });
  return make("div", { class: "share-field" }, [make("label", { for: id, id: `${id}-name`, text: label }), box, button]);
}
