// A graph that objgraph drew, in the few words of Graphviz's language that it uses, laid out in rows.
//
// Invariant: the same text gives the same places. What is given stands in the middle row of its own; what refers to it
// stands above, what it refers to below.

/** @typedef {{ id: string, lines: string[], isGiven: boolean, row: number, x: number, y: number }} Node */
/** @typedef {{ from: Node, to: Node, label: string, nth: number }} Edge its number among those between the same two */
/** @typedef {{ nodes: Node[], edges: Edge[], width: number, height: number }} Graph */

export const NODE = { width: 148, height: 40 };
const GAP = { x: 34, y: 58 };
const PAD = 16;
/** Room above the first row for what goes on within it, and beside all rows for what goes past one. */
const ABOVE = 26;
const BESIDE = 40;
/** Rows are put into order by their neighbours so often. */
const SWEEPS = 6;

const EDGE = /^\s*(\w+) -> (\w+)(?: \[label="((?:[^"\\]|\\.)*)"\])?;$/;
const NODE_LINE = /^\s*(\w+)\s*\[(.*)\];$/;

/** @param {string} dot @returns {Graph} */
export function read(dot) {
  /** @type {Map<string, Node>} */
  const nodes = new Map();
  /** @type {{ from: string, to: string, label: string }[]} */
  const edges = [];
  const node = (/** @type {string} */ id) => {
    const known = nodes.get(id) ?? { id, lines: [], isGiven: false, row: NaN, x: 0, y: 0 };
    nodes.set(id, known);
    return known;
  };
  for (const line of dot.split("\n")) {
    const edge = EDGE.exec(line);
    const attributes = NODE_LINE.exec(line);
    if (edge) edges.push({ from: edge[1] ?? "", to: edge[2] ?? "", label: unescaped(edge[3] ?? "").replace("\n", " ") });
    else if (attributes && attributes[1] !== "node") {
      const it = node(attributes[1] ?? "");
      const label = /label="((?:[^"\\]|\\.)*)"/.exec(attributes[2] ?? "")?.[1];
      if (label !== undefined) it.lines = unescaped(label).split("\n");
      it.isGiven ||= attributes[2] === "fontcolor=red";
    }
  }
  const same = (/** @type {number} */ i) => edges.slice(0, i).filter(({ from, to }) => from === edges[i]?.from && to === edges[i]?.to).length;
  const found = edges.map(({ from, to, label }, i) => ({ from: node(from), to: node(to), label, nth: same(i) }));
  return placed({ nodes: [...nodes.values()], edges: found, width: 0, height: 0 });
}

/** @param {string} text */
const unescaped = (text) => text.replace(/\\(.)/g, (_, character) => (character === "n" ? "\n" : character));

/** @param {Graph} graph */
function placed(graph) {
  rank(graph);
  const least = Math.min(0, ...graph.nodes.map(({ row }) => row));
  /** @type {Node[][]} */
  const rows = [];
  for (const node of graph.nodes) {
    node.row -= least;
    (rows[node.row] ??= []).push(node);
  }
  const all = Array.from(rows, (row) => row ?? []);
  arrange(all, graph.edges);
  const widest = Math.max(1, ...all.map((row) => row.length));
  const within = widest * NODE.width + (widest - 1) * GAP.x;
  graph.width = 2 * PAD + within + (graph.edges.some(isLong) ? BESIDE : 0);
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

/** By the number of references from what is given. @param {Graph} graph */
function rank({ nodes, edges }) {
  for (const first of [...nodes.filter(({ isGiven }) => isGiven), ...nodes]) {
    if (!Number.isNaN(first.row)) continue;
    first.row = 0;
    const queue = [first];
    // Everything that is given stands in the same row.
    for (const node of first.isGiven ? nodes : []) {
      if (!node.isGiven || node === first) continue;
      node.row = 0;
      queue.push(node);
    }
    for (let node = queue.shift(); node; node = queue.shift()) {
      for (const { from, to } of edges) {
        const [other, row] = from === node ? [to, node.row + 1] : to === node ? [from, node.row - 1] : [node, node.row];
        if (!Number.isNaN(other.row)) continue;
        other.row = row;
        queue.push(other);
      }
    }
  }
}

/** Each row in the order of its neighbours' places. @param {Node[][]} rows @param {Edge[]} edges */
function arrange(rows, edges) {
  for (const row of rows) row.forEach((node, i) => (node.x = (i + 0.5) / row.length));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const row of sweep % 2 === 0 ? rows : [...rows].reverse()) {
      const wish = new Map(row.map((node) => [node, middle(node, edges)]));
      row.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0));
      row.forEach((node, i) => (node.x = (i + 0.5) / row.length));
    }
  }
}

/** @param {Node} node @param {Edge[]} edges */
function middle(node, edges) {
  const others = edges.flatMap(({ from, to }) => (from === node && to !== node ? [to.x] : to === node && from !== node ? [from.x] : []));
  return others.length > 0 ? others.reduce((sum, x) => sum + x, 0) / others.length : node.x;
}
