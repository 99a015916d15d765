// The program's editor: CodeMirror with Python, and the running line lit.

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { Compartment, EditorState, RangeSet, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  EditorView,
  GutterMarker,
  drawSelection,
  gutterLineClass,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { theme } from "./editor-theme.js";
import { t } from "./i18n.js";

/** @typedef {{ line: number | null, failed: number | null }} Lit */

/** @type {Lit} nothing is lit */
const dark = { line: null, failed: null };

/** @type {import("@codemirror/state").StateEffectType<Lit>} */
const light = StateEffect.define();

const running = Decoration.line({ class: "line-running" });
const failed = Decoration.line({ class: "line-failed" });

class RunningMarker extends GutterMarker {
  elementClass = "gutter-running";
}
const runningMarker = new RunningMarker();

/** @param {EditorState} state @param {number | null} line */
const startOf = (state, line) => (line !== null && line >= 1 && line <= state.doc.lines ? state.doc.line(line).from : null);

/** @type {StateField<Lit>} */
const litField = StateField.define({
  create: () => dark,
  // An edit makes the lines mean something else: what was lit goes out.
  update(value, transaction) {
    if (transaction.docChanged) value = dark;
    for (const effect of transaction.effects) if (effect.is(light)) value = effect.value;
    return value;
  },
  provide: (field) => [
    EditorView.decorations.compute([field], (state) => {
      const lit = state.field(field);
      const wrong = startOf(state, lit.failed);
      const now = startOf(state, lit.line);
      const ranges = [];
      if (wrong !== null) ranges.push(failed.range(wrong));
      if (now !== null) ranges.push(running.range(now));
      return Decoration.set(ranges, true);
    }),
    gutterLineClass.compute([field], (state) => {
      const now = startOf(state, state.field(field).line);
      return now === null ? RangeSet.empty : RangeSet.of([runningMarker.range(now)]);
    }),
  ],
});

/** Above and below the running line, in CSS pixels. */
const MARGIN = 24;

export class Editor {
  /**
   * @param {HTMLElement} parent
   * @param {string} text
   * @param {{ changed: () => void, run: () => void }} on
   */
  constructor(parent, text, on) {
    this.labels = new Compartment();
    const run = () => {
      on.run();
      return true;
    };
    this.view = new EditorView({
      parent,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(),
          highlightSpecialChars(),
          history(),
          drawSelection(),
          indentUnit.of("    "),
          indentOnInput(),
          bracketMatching(),
          highlightActiveLine(),
          python(),
          theme,
          litField,
          keymap.of([{ key: "Mod-Enter", run }, { key: "Shift-Enter", run }, ...defaultKeymap, ...historyKeymap, indentWithTab]),
          EditorView.updateListener.of((update) => update.docChanged && on.changed()),
          this.labels.of([]),
        ],
      }),
    });
    this.translate();
  }

  get text() {
    return this.view.state.doc.toString();
  }

  set text(text) {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
    this.view.scrollDOM.scrollTop = 0;
    this.toLineStarts();
  }

  /** What was typed far to the right leaves the beginnings of the lines out of sight, where a run is followed. */
  toLineStarts() {
    this.view.scrollDOM.scrollLeft = 0;
  }

  translate() {
    const label = EditorView.contentAttributes.of({ tabindex: "0", "aria-label": t("program.editor"), "aria-describedby": "program-note" });
    this.view.dispatch({ effects: this.labels.reconfigure(label) });
  }

  /** Lights the running line, and the one at which an exception was raised. @param {Lit} lit */
  light(lit) {
    const { state } = this.view;
    const before = state.field(litField);
    if (before.line === lit.line && before.failed === lit.failed) return;
    const at = startOf(state, lit.line);
    const effects = [light.of(lit)];
    this.view.dispatch({ effects });
    if (at !== null) this.#reveal(at);
  }

  /** Scrolls the editor, and nothing around it: on a phone the page stays where the reader has it. @param {number} at */
  #reveal(at) {
    this.view.requestMeasure({
      read: (view) => ({ line: view.lineBlockAt(at), above: view.documentPadding.top }),
      write: ({ line, above }, view) => {
        const { scrollDOM } = view;
        const [top, bottom] = [line.top + above - MARGIN, line.bottom + above + MARGIN];
        if (top < scrollDOM.scrollTop) scrollDOM.scrollTop = top;
        else if (bottom > scrollDOM.scrollTop + scrollDOM.clientHeight) scrollDOM.scrollTop = bottom - scrollDOM.clientHeight;
      },
    });
  }
}
