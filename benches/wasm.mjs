// The programs of benches/programs in wasm, beside Pyodide, from one run: in Chromium, or with --node under Node.
//
//     cargo xtask build && node benches/wasm.mjs [--node] [runs]
//
// Pyodide is installed by npm into target/pyodide the first time. Chromium is that of the environment variable CHROMIUM, or the
// system's.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { measure } from "./measure.mjs";

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const PROGRAMS = path.join(ROOT, "benches/programs");
const PEER = path.join(ROOT, "target/pyodide");
const PYODIDE = path.join(PEER, "node_modules/pyodide");
const PACKAGE = process.env.GCSCOPE_BENCH_PACKAGE ?? path.join(ROOT, "www/pkg");
const TYPES = { ".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" };
const isNode = process.argv.includes("--node");
const nRuns = Number(process.argv.find((argument) => /^\d+$/.test(argument)) ?? 3);

const names = readdirSync(PROGRAMS).filter((name) => name.endsWith(".py") && name !== "nothing.py");
const programs = Object.fromEntries(names.map((name) => [name.replace(".py", ""), readFileSync(path.join(PROGRAMS, name), "utf8")]));
if (!existsSync(PYODIDE)) execFileSync("npm", ["install", "--no-save", "--prefix", PEER, "pyodide"], { stdio: "inherit" });
const { version } = JSON.parse(readFileSync(path.join(PYODIDE, "package.json"), "utf8"));
report(await (isNode ? inNode() : inChromium()));

async function inNode() {
  const gcscope = await import(pathToFileURL(path.join(PACKAGE, "gcscope.js")));
  await gcscope.default({ module_or_path: readFileSync(path.join(PACKAGE, "gcscope_bg.wasm")) });
  const { loadPyodide } = await import(pathToFileURL(path.join(PYODIDE, "pyodide.mjs")));
  return measure({ gcscope, pyodide: await loadPyodide({ stdout: () => {} }), programs, nRuns });
}

async function inChromium() {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const { chromium } = createRequire(path.join(ROOT, "www/package.json"))("@playwright/test");
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    return await page.evaluate(timed, { programs, nRuns });
  } finally {
    await browser.close();
    server.close();
  }
}

/** In the page. */
async function timed({ programs, nRuns }) {
  const { measure } = await import("/measure.mjs");
  const gcscope = await import("/gcscope/gcscope.js");
  await gcscope.default();
  const { loadPyodide } = await import("/pyodide/pyodide.mjs");
  return measure({ gcscope, pyodide: await loadPyodide({ stdout: () => {} }), programs, nRuns });
}

function answer(request, response) {
  const { pathname } = new URL(request.url, "http://127.0.0.1");
  const [, folder, name] = /^\/(gcscope|pyodide)\/([\w.-]+)$/.exec(pathname) ?? [];
  const file = name ? path.join(folder === "gcscope" ? PACKAGE : PYODIDE, name) : pathname === "/measure.mjs" ? path.join(ROOT, "benches/measure.mjs") : null;
  if (file && !existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": TYPES[path.extname(file ?? "")] ?? "text/html" });
  response.end(file ? readFileSync(file) : "<!doctype html><title>benchmark</title>");
}

function report({ python, rows }) {
  console.log(`seconds in ${isNode ? "Node" : "Chromium"}, quickest of ${nRuns}; Pyodide ${version}, both as Python ${python}`);
  console.log("program            page     bare  Pyodide  Pyodide/page  Pyodide/bare");
  const ratio = (value) => value.toFixed(2).padStart(13);
  for (const { name, page, bare, peer } of rows) {
    const seconds = [page, bare, peer].map((value) => value.toFixed(3).padStart(8));
    console.log(name.padEnd(14), seconds.join(" "), ratio(peer / page), ratio(peer / bare));
  }
  const mean = (side) => rows.reduce((product, row) => product * (row.peer / row[side]), 1) ** (1 / rows.length);
  console.log("geometric mean".padEnd(14), "".padEnd(26), ratio(mean("page")), ratio(mean("bare")));
}
