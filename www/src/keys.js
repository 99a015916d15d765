// Shortcuts that hold on the whole page, wherever no text is being typed.

import { typing } from "./dom.js";

/**
 * @typedef {object} Commands
 * @property {() => void} run
 * @property {() => (() => void) | undefined} stop what stops the running program, if one runs
 * @property {() => void} toggle
 * @property {(direction: 1 | -1) => void} step
 * @property {() => void} first
 * @property {() => void} last
 * @property {() => void} undo
 * @property {() => void} redo
 * @property {() => void} help
 */

/** @param {Commands} commands */
export function listenForKeys(commands) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || document.querySelector("dialog[open]")) return;
    const command = commandFor(event, commands);
    if (!command) return;
    event.preventDefault();
    command();
  });
}

/** @param {KeyboardEvent} event @param {Commands} commands @returns {(() => void) | undefined} */
function commandFor(event, commands) {
  const modified = event.ctrlKey || event.metaKey;
  if (modified && event.key === "Enter") return commands.run;
  if (event.ctrlKey && event.key === "c" && (getSelection()?.isCollapsed ?? true)) return commands.stop();
  if (typing()) return undefined;
  if (modified) {
    if (event.key.toLowerCase() === "z") return event.shiftKey ? commands.redo : commands.undo;
    return event.key.toLowerCase() === "y" ? commands.redo : undefined;
  }
  switch (event.key) {
    // A focused button takes the space bar for itself.
    case " ":
      return document.activeElement instanceof HTMLButtonElement ? undefined : commands.toggle;
    case "ArrowRight":
      return () => commands.step(1);
    case "ArrowLeft":
      return () => commands.step(-1);
    case "Home":
      return commands.first;
    case "End":
      return commands.last;
    case "?":
      return commands.help;
    default:
      return undefined;
  }
}
