// The console's lines, as the page and its worker compare them.

/** @import { ConsoleLine } from "./types" */

/** Whether they look the same. @param {ConsoleLine} a @param {ConsoleLine | undefined} b */
export const isSame = (a, b) => a.stream === b?.stream && a.text === b.text && a.nth === b.nth && a.nObjects === b.nObjects;

/** Whether more may be printed at its end. @param {ConsoleLine} line */
export const isPrinted = ({ stream }) => stream === "stdout" || stream === "stderr";
