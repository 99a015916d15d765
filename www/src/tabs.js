// Below a certain width or height the panels share one place and are chosen by tabs; above it all of them stand side by side.

import { byId, make } from "./dom.js";
import { t } from "./i18n.js";

/** The same as in styles/layout.css. */
const narrow = matchMedia("(max-width: 1099px), (max-height: 480px)");
const PANELS = ["program", "console", "collector", "inspector", "objects"];

export class Tabs {
  /** @param {(panel: string) => void} shown */
  constructor(shown) {
    this.list = byId("tabs");
    this.shown = shown;
    this.chosen = "program";
    narrow.addEventListener("change", () => this.apply());
    this.list.addEventListener("keydown", (event) => this.#key(event));
    this.translate();
  }

  translate() {
    this.list.replaceChildren(
      ...PANELS.map((panel) =>
        make("button", {
          type: "button",
          role: "tab",
          id: `tab-${panel}`,
          "aria-controls": panel,
          text: t(`tab.${panel}`),
          onclick: () => this.choose(panel),
        }),
      ),
    );
    this.apply();
  }

  /** @param {string} panel */
  choose(panel) {
    this.chosen = panel;
    this.apply();
    this.shown(panel);
  }

  /** Chooses a panel where there are tabs; false where all panels stand side by side. @param {string} panel */
  open(panel) {
    if (narrow.matches) this.choose(panel);
    return narrow.matches;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const at = PANELS.indexOf(this.chosen);
    this.choose(PANELS[(at + step + PANELS.length) % PANELS.length] ?? "program");
    byId(`tab-${this.chosen}`).focus();
  }

  apply() {
    const tabbed = narrow.matches;
    for (const panel of PANELS) {
      const element = byId(panel);
      const tab = byId(`tab-${panel}`);
      const chosen = panel === this.chosen;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      element.classList.toggle("away", tabbed && !chosen);
      element.setAttribute("role", tabbed ? "tabpanel" : "region");
      element.setAttribute("aria-labelledby", tabbed ? `tab-${panel}` : `${panel}-title`);
    }
  }
}
