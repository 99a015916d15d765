// What is shown in place of the picture when the module cannot be loaded or has failed: the message, and a way on.

import { byId } from "./dom.js";
import { t } from "./i18n.js";

/** @typedef {"load" | "fault" | "link"} FailureKind */

export class Failure {
  /** @param {(error: unknown) => void} restart is told what failed */
  constructor(restart) {
    this.panel = byId("failure");
    /** @type {FailureKind | null} */
    this.kind = null;
    /** @type {unknown} */
    this.error = null;
    byId("failure-restart").addEventListener("click", () => restart(this.error));
  }

  /** The first failure is the one that says why. @param {FailureKind} kind @param {unknown} error */
  show(kind, error) {
    if (this.kind) return;
    Object.assign(this, { kind, error });
    byId("failure-detail").textContent = error instanceof Error ? error.message : String(error);
    this.translate();
    document.body.dataset.failed = "yes";
    byId("heap").removeAttribute("aria-busy");
    this.panel.hidden = false;
    byId("failure-restart").focus();
  }

  translate() {
    if (!this.kind) return;
    byId("failure-title").textContent = t(`failure.${this.kind}`);
    byId("failure-text").textContent = t(`failure.${this.kind}.text`);
    byId("failure-restart").textContent = t(`failure.${this.kind}.way`);
  }
}
