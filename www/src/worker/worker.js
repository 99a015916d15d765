// The worker: it holds the wasm module and its sessions, and answers the page, one message after the other.
//
// Invariant: every question is answered in the order of asking, but for those that take many slices, and for pictures of
// what those are about to show; after a trap nothing is answered any more.

import { Desk } from "./desk.js";
import { Broken, load } from "./module.js";

/** @import { Module, Request, SessionOptions, WorkerScope } from "../types" */

const scope = /** @type {WorkerScope} */ (/** @type {unknown} */ (globalThis));
/** @type {Map<number, Desk>} */
const desks = new Map();
/** @type {Promise<Module>} */
let loading = Promise.reject(new Error("the module comes first"));
loading.catch(() => {});

scope.onmessage = ({ data }) => {
  if ("compiled" in data) loading = load(data.compiled, (error) => scope.postMessage({ fault: error.message }));
  else void answer(data);
};

/** @param {Request} request */
async function answer({ id, desk, op, args }) {
  try {
    const module = await loading;
    const result = await perform(module, desk, op, args);
    if (id !== null) scope.postMessage({ id, result }, result?.bitmap ? [result.bitmap] : []);
  } catch (error) {
    if (!(error instanceof Broken)) scope.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
}

/** @param {Module} module @param {number} number @param {string} op @param {any[]} args @returns {any} */
function perform(module, number, op, args) {
  if (op === "versions") return module.versions();
  if (op === "open") {
    const options = /** @type {SessionOptions} */ (args[0]);
    const running = (/** @type {number} */ text, /** @type {number | null} */ steps) => scope.postMessage({ running: { desk: number, text, steps } });
    desks.set(number, new Desk(module.open(options), { running, ready: () => scope.postMessage({ ready: { desk: number } }) }));
    return null;
  }
  const desk = desks.get(number);
  if (!desk) throw new Error(`${op}: there is no session ${number}`);
  if (op === "close") {
    desks.delete(number);
    return desk.close();
  }
  if (op === "adoptMoves") return desk.session.adoptMoves(/** @type {Desk} */ (desks.get(args[0])).session);
  return desk.perform(op, args);
}
