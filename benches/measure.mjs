// Programs timed on both sides, in whatever engine this runs: Node or a browser.

/** No program of ours is stopped by a budget. */
const BUDGETS = { maxSteps: 1e12, maxHeap: 4e9 };

/**
 * `gcscope` and `pyodide`: the loaded modules; `programs`: texts by name. Seconds of the quickest of so many runs, turn by turn:
 * `{ python, rows: [{ name, page, bare, peer }] }`. gcscope runs twice: as the page runs a program, trace and all, until it can be
 * played, and with hardly any events. What the page makes ready while the reader looks at the first steps (playAhead) is no
 * part of it.
 */
export function measure({ gcscope, pyodide, programs, nRuns }) {
  const python = pyodide.runPython("'%d.%d' % __import__('sys').version_info[:2]");
  const run = (text, options) => {
    const session = new gcscope.Session({ python, ...BUDGETS, ...options });
    const { raised } = session.run(text);
    session.free();
    if (raised) throw new Error("the program raised an exception");
  };
  const sides = {
    page: (text) => run(text, {}),
    bare: (text) => run(text, { maxEvents: 1 }),
    peer: (text) => pyodide.runPython(text, { globals: pyodide.runPython("{'__name__': '__main__'}") }),
  };
  const rows = Object.entries(programs).map(([name, text]) => ({ name, ...quickest(sides, text, nRuns) }));
  return { python, rows };
}

function quickest(sides, text, nRuns) {
  const best = {};
  for (let turn = 0; turn < nRuns; turn++) {
    for (const [side, runIt] of Object.entries(sides)) {
      const began = performance.now();
      runIt(text);
      best[side] = Math.min(best[side] ?? Infinity, (performance.now() - began) / 1000);
    }
  }
  return best;
}
