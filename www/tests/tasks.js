// What the page's main thread did while something went on, by the browser's own trace.

import { expect } from '@playwright/test';

/** @import { Page } from '@playwright/test' */

/** A machine that is shared lengthens a task now and then, and never shortens one: the least of so many measurements counts. */
const TRIES = 3;

/**
 * The longest task of the page's main thread while something is done, in milliseconds of the thread's own time: a loaded
 * machine may keep any task waiting, and that is no work of the page's. Measured again while it is not below the limit.
 * @param {Page} page
 * @param {number} limit in milliseconds
 * @param {() => Promise<void>} act what may be done several times
 */
export async function longestTask(page, limit, act) {
  let least = Infinity;
  for (let i = 0; i < TRIES && least >= limit; i += 1) least = Math.min(least, await measured(page, act));
  return least;
}

/** @param {Page} page @param {() => Promise<void>} act */
async function measured(page, act) {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser');
  await browser.startTracing(page, { categories: ['toplevel'] });
  await act();
  /** @type {{ traceEvents: { name: string, pid: number, tid: number, dur?: number, tdur?: number, args: { name?: string } }[] }} */
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const thread = (/** @type {{ pid: number, tid: number }} */ { pid, tid }) => `${pid}/${tid}`;
  const mains = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread));
  const tasks = traceEvents.filter((event) => event.name === 'ThreadControllerImpl::RunTask' && event.dur !== undefined && mains.has(thread(event)));
  expect(tasks.length).toBeGreaterThan(100);
  return Math.max(...tasks.map(({ dur = 0, tdur = dur }) => tdur / 1000));
}

/** So many places are sought. */
const SEEKS = 21;

/**
 * How long it takes from a hand on the scrubber to the picture of that place on the canvas, in milliseconds: the median of
 * places all over the trace. Measured again while it is not below the limit.
 * @param {Page} page
 * @param {number} limit in milliseconds
 */
export async function medianSeek(page, limit) {
  let least = Infinity;
  for (let i = 0; i < TRIES && least >= limit; i += 1) least = Math.min(least, await page.evaluate(seeks, SEEKS));
  return least;
}

/** In the page. @param {number} n */
async function seeks(n) {
  const scrubber = document.querySelector('#scrubber');
  const canvas = document.querySelector('#picture');
  if (!(scrubber instanceof HTMLInputElement) || !canvas) throw new Error('the page has no scrubber');
  const shown = () =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (canvas.hasAttribute('aria-busy')) return;
        observer.disconnect();
        resolve(performance.now());
      });
      observer.observe(canvas, { attributeFilter: ['aria-busy'] });
    });
  const times = [];
  for (let i = 0; i < n; i += 1) {
    // One after the other, and far apart: 34 and 55 are neighbours of the golden ratio.
    const place = Math.round(((i * 34) % 55) / 55 * Number(scrubber.max));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const began = performance.now();
    scrubber.value = String(place);
    scrubber.dispatchEvent(new Event('input', { bubbles: true }));
    times.push((await shown()) - began);
  }
  return times.sort((a, b) => a - b)[Math.floor(n / 2)] ?? Infinity;
}
