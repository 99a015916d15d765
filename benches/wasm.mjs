// The programs of benches/programs in wasm, beside Pyodide, from one run under Node (whose V8 is Chromium's).
//
//     cargo xtask build && node benches/wasm.mjs [runs]
//
// Pyodide is installed by npm into target/pyodide the first time. Each program runs so often on each side, turn by turn; the
// quickest run counts. gcscope runs twice: as the page runs a program, trace and all, until it can be played, and with hardly
// any events. What the page makes ready while the reader looks at the first steps (playAhead) is not part of it.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import path from "node:path";

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const PROGRAMS = path.join(ROOT, "benches/programs");
const PEER = path.join(ROOT, "target/pyodide");
const PACKAGE = process.env.GCSCOPE_BENCH_PACKAGE ?? path.join(ROOT, "www/pkg");
const N_RUNS = Number(process.argv[2] ?? 3);
/** No program of ours is stopped by a budget. */
const BUDGETS = { maxSteps: 1e12, maxHeap: 4e9 };

const [gcscope, pyodide] = [await loadGcscope(), await loadPeer()];
const version = pyodide.runPython("'%d.%d' % __import__('sys').version_info[:2]");
const sides = {
  page: (text) => run(text, {}),
  bare: (text) => run(text, { maxEvents: 1 }),
  Pyodide: (text) => pyodide.runPython(text, { globals: pyodide.runPython("{'__name__': '__main__'}") }),
};
console.log(`seconds, quickest of ${N_RUNS}; Pyodide ${pyodide.version}, both as Python ${version}`);
console.log("program            page     bare  Pyodide  Pyodide/page  Pyodide/bare");
const means = { page: 1, bare: 1 };
const programs = readdirSync(PROGRAMS).filter((name) => name.endsWith(".py") && name !== "nothing.py");
for (const program of programs) {
  const text = readFileSync(path.join(PROGRAMS, program), "utf8");
  const best = quickest(text);
  const ratios = ["page", "bare"].map((side) => best.Pyodide / best[side]);
  means.page *= ratios[0];
  means.bare *= ratios[1];
  const seconds = Object.values(best).map((time) => (time / 1000).toFixed(3).padStart(8));
  console.log(program.replace(".py", "").padEnd(14), seconds.join(" "), ratios.map(shown).join(" "));
}
const mean = (product) => product ** (1 / programs.length);
console.log("geometric mean".padEnd(14), "".padEnd(26), [mean(means.page), mean(means.bare)].map(shown).join(" "));

function quickest(text) {
  const best = {};
  for (let turn = 0; turn < N_RUNS; turn++) {
    for (const [side, runIt] of Object.entries(sides)) {
      const began = performance.now();
      runIt(text);
      best[side] = Math.min(best[side] ?? Infinity, performance.now() - began);
    }
  }
  return best;
}

function run(text, options) {
  const session = new gcscope.Session({ python: version, ...BUDGETS, ...options });
  const { raised } = session.run(text);
  session.free();
  if (raised) throw new Error("the program raised an exception");
}

function shown(ratio) {
  return ratio.toFixed(2).padStart(13);
}

async function loadGcscope() {
  const module = await import(pathToFileURL(path.join(PACKAGE, "gcscope.js")));
  await module.default({ module_or_path: readFileSync(path.join(PACKAGE, "gcscope_bg.wasm")) });
  return module;
}

async function loadPeer() {
  const folder = path.join(PEER, "node_modules/pyodide");
  if (!existsSync(folder)) {
    execFileSync("npm", ["install", "--no-save", "--prefix", PEER, "pyodide"], { stdio: "inherit" });
  }
  const { loadPyodide } = await import(pathToFileURL(path.join(folder, "pyodide.mjs")));
  return loadPyodide({ stdout: () => {} });
}
