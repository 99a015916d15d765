// Items of the picture in words: for the selection's announcement, the inspector and the action bar.

import { t } from "./i18n.js";
import { rowOf } from "./selection.js";

/** @import { Engine } from "./engine.js" */
/** @import { ItemRef, Row } from "./types" */

/** @param {Engine} engine @param {ItemRef} item */
export function describe(engine, item) {
  if (item.kind === "name") return t("item.name", { name: item.name });
  if (item.kind === "edge") return t("item.edge");
  if (item.kind === "weak") return t("item.weak");
  const row = rowOf(engine, item.object);
  return row ? t("item.object", { object: title(row), n: row.count }) : t("item.gone");
}

/** “list a, b”: an object by its type and the names that refer to it. @param {Row} row */
export function title(row) {
  return row.names.length > 0 ? `${row.typeName} ${row.names.join(", ")}` : `${row.typeName} ${row.address}`;
}
