// Items of the picture in words: for the selection's announcement, the inspector and the action bar.

import { hasText, number, t } from "./i18n.js";

/** @import { Engine } from "./engine.js" */
/** @import { Brief, Folded, ItemRef } from "./types" */

/** Null where it is not known yet. @param {Engine} engine @param {ItemRef} item */
export function describe(engine, item) {
  if (item.kind === "name") return t("item.name", { name: item.name });
  if (item.kind === "edge") return reference(engine, item);
  if (item.kind === "weak") return t("item.weak");
  const row = engine.row(item.object);
  if (row === undefined) return null;
  return row ? t("item.object", { object: title(row), n: row.count }) : t("item.gone");
}

/** “reference [0] of list a to list b”. @param {Engine} engine @param {Extract<ItemRef, { kind: "edge" }>} item */
function reference(engine, { owner, index }) {
  if (owner.object === undefined) return t("item.edge");
  const [row, asked] = [engine.row(owner.object), engine.panels.reference];
  if (row === undefined || asked?.object !== owner.object || asked.nth !== index) return null;
  return row && asked.told ? t("item.reference", { owner: title(row), ...asked.told, label: labelName(asked.told.label) }) : t("item.edge");
}

/** What an object's reference is called: Python's own notation, or a word for a part that Python has no name for. @param {string} label */
export const labelName = (label) => (hasText(`label.${label}`) ? t(`label.${label}`) : label);

/** “list a, at [0]”, “name a”: who holds an object, and where. @param {{ owner: Brief | null, label: string }} holder a name where it is no object */
export function holderName({ owner, label }) {
  return owner ? t("inspector.heldBy", { owner: title(owner), label: labelName(label) }) : t("inspector.heldByName", { label });
}

/** “list a, b”: an object by its type and the names that refer to it. @param {Brief} row */
export function title(row) {
  return row.names.length > 0 ? `${row.typeName} ${row.names.join(", ")}` : `${row.typeName} ${row.address}`;
}

/** “12 int”, “256+ int”: what is not drawn. @param {Folded} atoms */
export function atomsOf({ typeName, count, andMore }) {
  return `${number(count)}${andMore ? "+" : ""} ${typeName}`;
}
