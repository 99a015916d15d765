// Starts the wasm module and guards every call into it.
//
// Invariant: a trap (a panic in Rust, a stack that ran out) is reported once, and no call reaches a broken module
// afterwards: every later one throws Broken.

import * as gcscope from "../../pkg/gcscope.js";

/** @import { Module, Session as Face, SessionOptions } from "../types" */
/** @typedef {{ new (options: SessionOptions): Face, versions(): string[] }} SessionClass */

/** The module's own object behind each guarded one: it takes no other. @type {WeakMap<object, unknown>} */
const real = new WeakMap();

/** @param {unknown} argument */
const unguarded = (argument) => (typeof argument === "object" && argument !== null ? (real.get(argument) ?? argument) : argument);

/** Thrown in place of calling a module that has failed; whoever meets it has nothing left to do. */
export class Broken extends Error {}

/** The text that the panic hook wrote last: the trap itself carries none. */
let lastPanic = "";

/**
 * @param {WebAssembly.Module} compiled
 * @param {(error: Error) => void} onTrap called once, with an error whose message is the panic's
 * @returns {Promise<Module>}
 */
export async function load(compiled, onTrap) {
  listenForPanics();
  await gcscope.default({ module_or_path: compiled });
  const { Session } = /** @type {{ Session: SessionClass }} */ (/** @type {unknown} */ (gcscope));
  return {
    versions: () => Session.versions(),
    open: (options) => guard(() => new Session(options), onTrap),
  };
}

/** The panic hook writes to console.error just before the trap. */
function listenForPanics() {
  const write = console.error.bind(console);
  console.error = (...parts) => {
    if (parts.some((part) => String(part).includes("panicked at"))) lastPanic = parts.join(" ");
    write(...parts);
  };
}

/** @param {() => Face} create @param {(error: Error) => void} onTrap @returns {Face} */
function guard(create, onTrap) {
  let broken = false;
  /** @template T @param {() => T} call @returns {T} */
  const attempt = (call) => {
    if (broken) throw new Broken();
    try {
      return call();
    } catch (error) {
      if (!isTrap(error)) throw error;
      broken = true;
      onTrap(new Error(panicText(error), { cause: error }));
      throw new Broken();
    }
  };
  const session = attempt(create);
  const guarded = new Proxy(session, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (/** @type {unknown[]} */ ...args) => attempt(() => value.apply(target, args.map(unguarded)));
    },
  });
  real.set(guarded, session);
  return guarded;
}

/** @param {unknown} error */
function isTrap(error) {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
}

/** The panic's own sentence and place, without the stack that follows. @param {unknown} error */
function panicText(error) {
  const text = lastPanic || String(error);
  return text.split("\n\nStack:")[0]?.trim() ?? text;
}
