// A graph that objgraph drew, in the few words of Graphviz's language that it uses, laid out in rows.
//
// Invariant: the same text gives the same places. What is given stands in the middle row of its own; what refers to it
// stands above, what it refers to below.

/** @typedef {{ id: string, lines: string[], isGiven: boolean, row: number, x: number, y: number }} Node */
/** @typedef {{ from: Node, to: Node, label: string, nth: number }} Edge its number among those between the same two */
/** @typedef {{ nodes: Node[], edges: Edge[], width: number, height: number }} Graph */
/** @typedef {Map<Node, Node[]>} Links nodes by node, once for each reference */

export const NODE = { width: 148, height: 40 };
const GAP = { x: 34, y: 58 };
const PAD = 16;
/** Room above the first row for what goes on within it, and beside all rows for what goes past one. */
const ABOVE = 26;
const BESIDE = 40;
/** A larger one would keep the page waiting, and nobody could read it. */
const MOST_OBJECTS = 1000;
const MOST_LINES = 3 * MOST_OBJECTS;
/** Rows are put into order by their neighbours so often. */
const SWEEPS = 6;

// A label may hold any character, those at which other lines end among them.
const EDGE = /^\s*(\w+) -> (\w+)(?: \[label="((?:[^"\\]|\\.)*)"\])?;$/s;
const NODE_LINE = /^\s*(\w+)\s*\[(.*)\];$/s;
const LABEL = /label="((?:[^"\\]|\\.)*)"/s;

/** Whether it is too large to be laid out. @param {import("./types").Drawn} drawn */
export function isTooLarge({ dot, nObjects }) {
  let nLines = 0;
  for (let at = dot.indexOf("\n"); at >= 0 && nLines <= MOST_LINES; at = dot.indexOf("\n", at + 1)) nLines += 1;
  return nObjects > MOST_OBJECTS || nLines > MOST_LINES;
}

/** @param {string} dot @returns {Graph} */
export function read(dot) {
  /** @type {Map<string, Node>} */
  const nodes = new Map();
  /** @type {Edge[]} */
  const edges = [];
  /** How many there are between the same two so far. @type {Map<string, number>} */
  const parallel = new Map();
  const node = (/** @type {string} */ id) => {
    const known = nodes.get(id) ?? { id, lines: [], isGiven: false, row: NaN, x: 0, y: 0 };
    nodes.set(id, known);
    return known;
  };
  for (const line of dot.split("\n")) {
    const edge = EDGE.exec(line);
    const attributes = NODE_LINE.exec(line);
    if (edge) {
      const [, from = "", to = "", label = ""] = edge;
      const ends = `${from} ${to}`;
      const nth = parallel.get(ends) ?? 0;
      parallel.set(ends, nth + 1);
      edges.push({ from: node(from), to: node(to), label: unescaped(label).replaceAll("\n", " "), nth });
    } else if (attributes && attributes[1] !== "node") {
      const it = node(attributes[1] ?? "");
      const label = LABEL.exec(attributes[2] ?? "")?.[1];
      if (label !== undefined) it.lines = unescaped(label).split("\n");
      it.isGiven ||= attributes[2] === "fontcolor=red";
    }
  }
  return placed({ nodes: [...nodes.values()], edges, width: 0, height: 0 });
}

/** @param {string} text */
const unescaped = (text) => text.replace(/\\(.)/gs, (_, character) => (character === "n" ? "\n" : character));

/** @param {Graph} graph */
function placed(graph) {
  const { edges } = graph;
  const [below, above] = [linked(edges, "from", "to"), linked(edges, "to", "from")];
  rank(graph.nodes, below, above);
  const least = graph.nodes.reduce((min, { row }) => Math.min(min, row), 0);
  /** @type {Node[][]} */
  const rows = [];
  for (const node of graph.nodes) {
    node.row -= least;
    (rows[node.row] ??= []).push(node);
  }
  const all = Array.from(rows, (row) => row ?? []);
  arrange(all, below, above);
  const widest = all.reduce((max, row) => Math.max(max, row.length), 1);
  const within = widest * NODE.width + (widest - 1) * GAP.x;
  graph.width = 2 * PAD + within + (edges.some(isLong) ? BESIDE : 0);
  graph.height = 2 * PAD + ABOVE + all.length * NODE.height + Math.max(0, all.length - 1) * GAP.y;
  for (const [y, row] of all.entries()) {
    const width = row.length * NODE.width + (row.length - 1) * GAP.x;
    for (const [x, node] of row.entries()) {
      node.x = PAD + (within - width) / 2 + x * (NODE.width + GAP.x);
      node.y = PAD + ABOVE + y * (NODE.height + GAP.y);
    }
  }
  return graph;
}

/** Whether it goes past a row. @param {Edge} edge */
export const isLong = ({ from, to }) => Math.abs(to.row - from.row) > 1;

/** Where the references lead, or where they come from. @param {Edge[]} edges @param {"from" | "to"} here @param {"from" | "to"} there */
function linked(edges, here, there) {
  /** @type {Links} */
  const links = new Map();
  for (const edge of edges) {
    if (edge.from === edge.to) continue;
    const known = links.get(edge[here]);
    if (known) known.push(edge[there]);
    else links.set(edge[here], [edge[there]]);
  }
  return links;
}

/** By the number of references from what is given. @param {Node[]} nodes @param {Links} below @param {Links} above */
function rank(nodes, below, above) {
  const given = nodes.filter(({ isGiven }) => isGiven);
  // Everything that is given stands in the same row.
  for (const start of [given, ...nodes.map((node) => [node])]) {
    const queue = start.filter(({ row }) => Number.isNaN(row));
    for (const node of queue) node.row = 0;
    // It grows while it is gone through.
    for (const node of queue) {
      for (const [links, by] of /** @type {const} */ ([[below, 1], [above, -1]])) {
        for (const other of links.get(node) ?? []) {
          if (!Number.isNaN(other.row)) continue;
          other.row = node.row + by;
          queue.push(other);
        }
      }
    }
  }
}

/** Each row in the order of its neighbours' places. @param {Node[][]} rows @param {Links} below @param {Links} above */
function arrange(rows, below, above) {
  for (const row of rows) row.forEach((node, i) => (node.x = (i + 0.5) / row.length));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const row of sweep % 2 === 0 ? rows : [...rows].reverse()) {
      const wish = new Map(row.map((node) => [node, middle(node, [...(below.get(node) ?? []), ...(above.get(node) ?? [])])]));
      row.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0));
      row.forEach((node, i) => (node.x = (i + 0.5) / row.length));
    }
  }
}

/** @param {Node} node @param {Node[]} others */
const middle = (node, others) => (others.length > 0 ? others.reduce((sum, { x }) => sum + x, 0) / others.length : node.x);
