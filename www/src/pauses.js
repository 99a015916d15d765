// Which marks playing pauses at: a button that opens the choice, and a word at which of them it paused last.

import { byId, make } from "./dom.js";
import { t } from "./i18n.js";
import { Menu } from "./menu.js";
import { PAUSES } from "./settings.js";

/** @import { Player } from "./player.js" */
/** @import { MarkKind } from "./types" */

export class Pauses {
  /** @param {Player} player @param {() => void} changed */
  constructor(player, changed) {
    this.player = player;
    this.changed = changed;
    this.button = byId("pauses-button");
    this.menu = new Menu("pauses-button", "pauses-list");
    this.told = byId("pauses-told");
    /** @type {MarkKind | null} */
    this.at = null;
    player.on("changed", ({ playing }) => playing && this.#tell(null));
    player.engine.on("moved", () => this.at !== null && this.#tell(null));
    player.on("stopped", ({ at }) => this.#tell(at));
  }

  translate() {
    const title = make("span", { class: "menu-title", "aria-hidden": "true", text: t("pauseAt.title") });
    this.menu.list.replaceChildren(title, ...PAUSES.map((kind) => this.#choice(kind)));
    this.#name();
    this.#tell(this.at);
  }

  /** @param {MarkKind} kind */
  #choice(kind) {
    const checked = this.player.pauseAt.has(kind);
    const choose = (/** @type {Event} */ { target }) => {
      if (target instanceof HTMLInputElement && target.checked) this.player.pauseAt.add(kind);
      else this.player.pauseAt.delete(kind);
      this.#name();
      this.changed();
    };
    return make("label", { class: "choice" }, [
      make("input", { type: "checkbox", checked, onchange: choose }),
      make("span", { class: `mark-sign sign-${kind}`, "aria-hidden": "true", text: SIGNS[kind] ?? "" }),
      make("span", { text: t(`pauseAt.${kind}`) }),
    ]);
  }

  /** The button tells how many are chosen. */
  #name() {
    const n = this.player.pauseAt.size;
    const name = n > 0 ? t("pauseAt.some", { n }) : t("pauseAt.none");
    this.button.querySelector("span")?.replaceChildren(name);
    // On a low screen the sign stands alone.
    this.button.setAttribute("aria-label", name);
    this.button.classList.toggle("lit", n > 0);
  }

  /** @param {MarkKind | null} at */
  #tell(at) {
    this.at = at;
    this.told.textContent = at ? t("pauseAt.paused", { mark: t(`mark.${at}`) }) : "";
  }
}

/** As on the timeline. @type {Partial<Record<MarkKind, string>>} */
export const SIGNS = { statement: "|", collection: "▮", pass: "❘", death: "×", finalizer: "◆", exception: "▲" };
