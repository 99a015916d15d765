// What the panels show at a position: plain data, as little of it as the page needs.

import { isSame } from "../console-lines.js";

/** @import { Box, Brief, ConsoleLine, Frame, Holder, Panels, PanelWants, Row, Session, Status, TableRow } from "../types" */
/** @import { Desk } from "./desk.js" */

/** Items among which the page walks by itself; in larger pictures it asks for each. */
const WALKED = 1000;
/** Who else holds an object is counted. */
const HOLDERS = 200;
/** So many of them the table names. */
const TOLD_HOLDERS = 4;
/** To name one that is on no page of the table takes a look at the whole heap: so many objects may be looked at for it. */
const LOOKED_AT = 200_000;
/** The console shows no more of a program's output than its last so many characters. */
const CHARACTERS = 60_000;
/** A graph takes a line of them. */
const GRAPH = 80;

/** @param {Desk} desk @param {PanelWants} wants @returns {NonNullable<Frame["panels"]>} */
export function shown(desk, { page, inspect, types, rows, reference }) {
  const { session } = desk;
  const status = session.status();
  const whole = new Map(rows.map((object) => [object, session.row(object)]));
  const table = page && tablePage(session, page);
  const known = new Map([...whole].map(([object, row]) => [object, brief(row)]));
  return {
    status: withConsole(desk, status),
    untidy: session.isUntidy(),
    types: types ? session.types() : null,
    moves: desk.takeMoves(),
    page: table,
    nDrawn: table && status.hasDetails && table.total <= status.ownObjects ? table.total : null,
    items: page && session.items(WALKED),
    inspection: inspect === null ? null : inspection(session, inspect, known),
    lifetime: inspect === null ? null : session.lifetime(inspect),
    rows: known,
    reference: reference && { ...reference, told: whole.get(reference.object)?.references[reference.nth] ?? null },
  };
}

/** Who looks at it wants to name it, no more. @param {Row | null} row */
function brief(row) {
  if (!row) return null;
  const { object, typeName, names, address, count } = row;
  return { object, typeName, names, address, count };
}

/** @param {Session} session @param {number} object @param {Panels["rows"]} known */
function inspection(session, object, known) {
  if (!known.has(object)) known.set(object, brief(session.row(object)));
  if (!known.get(object)) return null;
  const { references, ...it } = session.inspect(object);
  const holders = it.holders.slice(0, HOLDERS);
  for (const { owner } of [...holders, ...it.freedWithout.flat()]) {
    if (owner.kind === "object" && !known.has(owner.object)) known.set(owner.object, brief(session.row(owner.object)));
  }
  return { ...it, holders, nHolders: it.holders.length };
}

/** @param {Session} session @param {{ first: number, n: number }} wanted */
function tablePage(session, wanted) {
  let { first } = wanted;
  let { total, rows } = session.page(first, wanted.n);
  if (rows.length === 0 && total > 0) {
    first = 0;
    ({ total, rows } = session.page(0, wanted.n));
  }
  const places = placesOf(session.boxes(Uint32Array.from(rows, ({ object }) => object)));
  const owners = namedOwners(session, rows, total);
  return { first, total, rows: rows.map((row) => tableRow(row, places, owners)) };
}

/** Who holds the objects of a page, as far as that can be told soon. @param {Session} session @param {Row[]} rows @param {number} total */
function namedOwners(session, rows, total) {
  const owners = new Map(rows.map((row) => [row.object, brief(row)]));
  let left = Math.ceil(LOOKED_AT / Math.max(1, total));
  for (const { owner } of rows.flatMap(({ holders }) => holders.slice(0, TOLD_HOLDERS))) {
    if (owner.kind !== "object" || owners.has(owner.object) || left === 0) continue;
    owners.set(owner.object, brief(session.row(owner.object)));
    left -= 1;
  }
  return owners;
}

/** @param {Row} row @param {Map<string | number, string>} places @param {Map<number, Brief | null>} owners @returns {TableRow} */
function tableRow({ holders, names, ...row }, places, owners) {
  const ownerOf = (/** @type {Holder} */ { owner }) => (owner.kind === "object" ? (owners.get(owner.object) ?? null) : null);
  return {
    ...row,
    box: places.get(row.object) ?? null,
    names: names.map((name) => ({ name, box: places.get(name) ?? null })),
    heldBy: holders.slice(0, TOLD_HOLDERS).map((holder) => ({ kind: holder.owner.kind, owner: ownerOf(holder), label: holder.label })),
    nHolders: holders.length,
  };
}

/** Where things stand on the canvas, in CSS pixels: “x y width height”. @param {Box[]} boxes */
function placesOf(boxes) {
  /** @type {Map<string | number, string>} */
  const places = new Map();
  for (const { item, x, y, width, height } of boxes) {
    const key = item.kind === "object" ? item.object : item.kind === "name" ? item.name : null;
    if (key !== null) places.set(key, [x, y, width, height].map(Math.round).join(" "));
  }
  return places;
}

/** The console only where it is another one than the page knows. @param {Desk} desk @param {Status} status */
function withConsole(desk, status) {
  const { console, isCut } = ending(status.console);
  const known = desk.console;
  const same = known?.length === console.length && console.every((line, i) => isSame(line, known[i]));
  desk.console = console;
  return { ...status, console: same ? null : console, isCut: isCut || status.leftOut > 0 };
}

/** The last pieces, as many as are shown. @param {ConsoleLine[]} all */
function ending(all) {
  let left = CHARACTERS;
  let first = all.length;
  while (first > 0 && left > 0) {
    first -= 1;
    left -= weight(all[first]);
  }
  const console = all.slice(first);
  const [cut, ...others] = console;
  if (left >= 0 || !cut) return { console, isCut: first > 0 };
  if (cut.stream === "drawing") return { console: others, isCut: true };
  // The piece in which it begins shows whole lines, as far as it has any: the last one may be longer than all that is shown.
  const text = cut.text.slice(-left);
  const whole = text.slice(text.indexOf("\n") + 1);
  return { console: [{ ...cut, text: whole || text }, ...others], isCut: true };
}

/** @param {ConsoleLine} [line] */
const weight = (line) => (line?.stream === "drawing" ? GRAPH : (line?.text.length ?? 0));
