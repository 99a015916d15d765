// The worker as the page sees it: sessions that are asked and told things, and whose answers come later.
//
// Invariants: messages arrive in the order in which they were sent; after the worker has ended or failed every question,
// asked before or after, is answered by Broken.

import wasm from "../pkg/gcscope_bg.wasm?url";

/** @import { SessionOptions } from "./types" */

/** In place of an answer of a worker that is gone: whoever meets it has nothing left to do. */
export class Broken extends Error {}

/** For questions to which no answer is missed then: anything else that went wrong is still told. @param {unknown} error */
export function unlessBroken(error) {
  if (!(error instanceof Broken)) throw error;
}

/** Whether this browser can do all that at all. */
export const isAble = () => typeof WebAssembly === "object" && typeof Worker === "function" && typeof OffscreenCanvas === "function";

/** The wasm module, to be given to workers. @returns {Promise<WebAssembly.Module>} */
export async function compile() {
  const response = await fetch(wasm);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  // A host that does not know the type of the file is forgiven.
  if (response.headers.get("content-type")?.startsWith("application/wasm")) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/**
 * @typedef {object} RemoteEvents
 * @property {(error: Error) => void} fault called once, when the module has failed
 * @property {(session: RemoteSession, text: number, steps: number | null) => void} [running]
 * @property {(session: RemoteSession) => void} [ready]
 */

export class Remote {
  #worker;
  #sent = 0;
  #sessions = 0;
  #ended = false;
  #heard = false;
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  #asked = new Map();
  /** @type {Map<number, RemoteSession>} */
  #open = new Map();

  /** @param {WebAssembly.Module} module @param {RemoteEvents} on */
  constructor(module, on) {
    this.on = on;
    this.#worker = new Worker(new URL("./worker/worker.js", import.meta.url), { type: "module" });
    this.#worker.onmessage = ({ data }) => this.#receive(data);
    this.#worker.onerror = (event) => this.#fail(new Error(event.message || "the worker could not be loaded"));
    this.#worker.postMessage({ compiled: module });
  }

  /** @returns {Promise<string[]>} */
  versions() {
    return this.ask(0, "versions", []);
  }

  /** @param {SessionOptions} options */
  open(options) {
    this.#sessions += 1;
    const session = new RemoteSession(this, this.#sessions);
    this.#open.set(session.number, session);
    session.tell("open", options);
    return session;
  }

  /** Whatever it does. */
  end() {
    this.#ended = true;
    this.#worker.terminate();
    this.#forget();
  }

  /** @param {number} desk @param {string} op @param {unknown[]} args @returns {Promise<any>} */
  ask(desk, op, args) {
    if (this.#ended) return Promise.reject(new Broken());
    return new Promise((resolve, reject) => {
      this.#sent += 1;
      this.#asked.set(this.#sent, { resolve, reject });
      this.#worker.postMessage({ id: this.#sent, desk, op, args });
    });
  }

  /** @param {number} desk @param {string} op @param {unknown[]} args */
  tell(desk, op, args) {
    if (!this.#ended) this.#worker.postMessage({ id: null, desk, op, args });
  }

  /** @param {any} data */
  #receive(data) {
    this.#heard = true;
    if ("running" in data) {
      const { desk, text, steps } = data.running;
      const session = this.#open.get(desk);
      if (session) this.on.running?.(session, text, steps);
    } else if ("ready" in data) {
      const session = this.#open.get(data.ready.desk);
      if (session) this.on.ready?.(session);
    } else if ("fault" in data) this.#fail(new Error(data.fault));
    else if ("error" in data) this.#refuse(data);
    else {
      this.#asked.get(data.id)?.resolve(data.result);
      this.#asked.delete(data.id);
    }
  }

  /** What was wrong with a message: nobody waits for the answer to one that was only told. @param {{ id: number | null, error: string }} data */
  #refuse({ id, error }) {
    const asked = id === null ? undefined : this.#asked.get(id);
    if (!asked || id === null) return this.#fail(new Error(error));
    this.#asked.delete(id);
    asked.reject(new Error(error));
  }

  /** @param {Error} error */
  #fail(error) {
    if (this.#ended) return;
    this.#ended = true;
    // One that never came to life is the business of whoever wanted it.
    if (this.#heard) this.on.fault(error);
    this.#forget(this.#heard ? new Broken() : error);
  }

  #forget(reason = new Broken()) {
    for (const { reject } of this.#asked.values()) reject(reason);
    this.#asked.clear();
  }
}

/** A session in the worker, by its number there. */
export class RemoteSession {
  /** @param {Remote} remote @param {number} number */
  constructor(remote, number) {
    this.remote = remote;
    this.number = number;
  }

  /** @param {string} op @param {...unknown} args @returns {Promise<any>} */
  ask(op, ...args) {
    return this.remote.ask(this.number, op, args);
  }

  /** @param {string} op @param {...unknown} args */
  tell(op, ...args) {
    this.remote.tell(this.number, op, args);
  }
}
