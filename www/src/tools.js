// The tool bar over the picture: make an object, collect, undo and redo, tidy.

import { byId, disable, icon, make } from "./dom.js";
import { t } from "./i18n.js";

/** @import { Engine } from "./engine.js" */
/** @import { Gestures } from "./gestures.js" */
/** @import { CreateType, GestureRequest } from "./types" */

/** Where the bar is one row that is pushed aside, as in styles/heap.css. */
const ONE_ROW = matchMedia("(max-width: 760px), (max-height: 480px), (max-width: 1366px) and (pointer: coarse)");
/** @type {CreateType[]} */
const TYPES = ["list", "dict", "set", "tuple", "object", "finalizer"];
/** @type {(0 | 1 | 2)[]} */
const GENERATIONS = [0, 1, 2];

export class Tools {
  /** @param {Engine} engine @param {Gestures} gestures @param {() => Promise<void>} undone takes back what was done last */
  constructor(engine, gestures, undone) {
    this.engine = engine;
    this.gestures = gestures;
    this.undone = undone;
    this.undo = byId("undo", HTMLButtonElement);
    this.redo = byId("redo", HTMLButtonElement);
    this.undo.addEventListener("click", () => this.takeBack());
    this.redo.addEventListener("click", () => this.bringAgain());
    this.tidy = byId("tidy", HTMLButtonElement);
    this.tidy.addEventListener("click", () => void this.gestures.tidy());
    this.bar = byId("tools");
    this.markSweep = make("button");
    this.#watch();
    ONE_ROW.addEventListener("change", () => this.#arrange());
    this.translate();
  }

  takeBack() {
    void this.#change(this.undone);
  }

  bringAgain() {
    void this.#change(() => this.engine.redo());
  }

  /** @param {() => Promise<void>} act */
  async #change(act) {
    const { caption, player, selection } = this.gestures;
    if (!(await this.engine.free())) return caption.note("run.busy");
    player.pause();
    selection.clear();
    await act();
  }

  update() {
    const { statements, undone, replaced } = this.engine;
    disable(this.tidy, !this.engine.panels.untidy);
    disable(this.undo, statements.length === 0 && !replaced);
    disable(this.redo, undone.length === 0);
    const label = t(statements.length === 0 && replaced ? "tools.undoRun" : "tools.undo");
    this.undo.setAttribute("aria-label", label);
    this.undo.title = label;
  }

  translate() {
    byId("palette").replaceChildren(
      make("span", { class: "tool-name", "aria-hidden": "true", text: t("tools.new") }),
      ...TYPES.map((type) => this.#create(type)),
    );
    byId("collect").replaceChildren(
      make("span", { class: "tool-name", "aria-hidden": "true", text: t("tools.gc") }),
      ...GENERATIONS.map((generation) =>
        this.#button(String(generation), t("tools.collectGeneration", { generation }), { kind: "collect", generation }),
      ),
    );
    this.markSweep.remove();
    this.markSweep = this.#button(t("tools.markSweep"), t("tools.markSweepLong"), { kind: "markSweep" });
    this.#arrange();
    this.update();
  }

  /** One row begins with what matters most while a program is watched; what is only for comparison ends it. */
  #arrange() {
    const [palette, collect, end, view] = ["palette", "collect", "tools-end", "view"].map((id) => byId(id));
    (ONE_ROW.matches ? end : collect).append(this.markSweep);
    if (ONE_ROW.matches) palette.before(collect, view);
    else {
      palette.after(collect);
      end.append(view);
    }
    this.#tellEnds();
  }

  /** @param {CreateType} type */
  #create(type) {
    const button = this.#button(t(`type.${type}`), t(`tools.create.${type}`), { kind: "create", type });
    button.prepend(icon("plus", "small"));
    button.dataset.create = type;
    return button;
  }

  /** @param {string} text @param {string} label @param {GestureRequest} request */
  #button(text, label, request) {
    return make(
      "button",
      { type: "button", class: "button tool", "aria-label": label, title: label, onclick: () => this.gestures.perform(request) },
      [make("span", { text })],
    );
  }

  /**
   * The bar may be one row high or two; the table, which lies over the picture, begins under it. One row tells at which
   * ends it goes on.
   */
  #watch() {
    new ResizeObserver(() => {
      document.documentElement.style.setProperty("--tools", `${this.bar.offsetHeight}px`);
      this.#tellEnds();
    }).observe(this.bar);
    this.bar.addEventListener("scroll", () => this.#tellEnds(), { passive: true });
  }

  #tellEnds() {
    const { scrollLeft, clientWidth, scrollWidth } = this.bar;
    this.bar.dataset.before = scrollLeft > 1 ? "yes" : "no";
    this.bar.dataset.after = scrollLeft + clientWidth < scrollWidth - 1 ? "yes" : "no";
  }
}
