// Keeps the page for when there is no network: what it is made of is its own, and comes from one place.
//
// What stands under assets/ carries a sum of its contents in its name, so what is kept under a name is what the network
// would give; all else is asked for anew while there is a network. When the document is another one, the parts of the one
// before it stay for pages that are still open, and those of the ones before that go.
//
// Invariant: nothing that fails here keeps back what the network gave.

const PARTS = new URL("assets/", registration.scope).href;
// Another copy of the page on the same host has a store of its own.
const CACHE = `gcscope ${registration.scope}`;
/** Under this name: the addresses of the document before. */
const BEFORE = new URL("before.json", registration.scope).href;
// What a host says of variants by the asking origin is no matter here: there is but one origin.
const SAME = { ignoreVary: true };

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

/** The page tells what it was made of before this was there. */
addEventListener("message", (event) => event.waitUntil(keep(event.data)));

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  event.respondWith(request.url.startsWith(PARTS) ? part(event) : current(event));
});

/** What the browser has loaded just now it has still: the network is not asked for it again. @param {string[]} addresses */
async function keep(addresses) {
  const cache = await caches.open(CACHE);
  const missing = [];
  for (const address of addresses) if (!(await cache.match(address, SAME))) missing.push(address);
  await Promise.allSettled(missing.map((address) => cache.add(new Request(address, { cache: "force-cache" }))));
}

/** @param {FetchEvent} event */
async function part(event) {
  const kept = await caches.match(event.request, { ...SAME, cacheName: CACHE });
  if (kept) return kept;
  const fresh = await fetch(event.request);
  // A host that gives a page of its own for what it does not have gives no part.
  const isPart = fresh.ok && !fresh.headers.get("content-type")?.startsWith("text/html");
  if (isPart) later(event, fresh.clone(), store);
  return fresh;
}

/** @param {FetchEvent} event */
async function current(event) {
  const { request } = event;
  let fresh;
  try {
    fresh = await fetch(request);
  } catch (error) {
    const kept = await caches.match(request, { ...SAME, ignoreSearch: true, cacheName: CACHE });
    if (kept) return kept;
    throw error;
  }
  if (fresh.ok) later(event, fresh.clone(), request.mode === "navigate" ? renew : store);
  return fresh;
}

/**
 * Puts it away while the page goes on; where there is no room it is not kept.
 * @param {FetchEvent} event
 * @param {Response} fresh
 * @param {(cache: Cache, request: Request, fresh: Response) => Promise<void>} how
 */
function later(event, fresh, how) {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => how(cache, event.request, fresh))
      .catch(() => {}),
  );
}

/** @param {Cache} cache @param {Request} request @param {Response} fresh */
const store = (cache, request, fresh) => cache.put(request, fresh);

/** @param {Cache} cache @param {Request} request @param {Response} fresh */
async function renew(cache, request, fresh) {
  const kept = await cache.match(request, { ...SAME, ignoreSearch: true });
  const text = await fresh.clone().text();
  if (kept && (await kept.text()) !== text) {
    const before = await cache.match(BEFORE);
    for (const address of before ? await before.json() : []) await cache.delete(address, SAME);
    const parts = (await cache.keys()).map(({ url }) => url).filter((url) => url.startsWith(PARTS));
    await cache.put(BEFORE, new Response(JSON.stringify(parts)));
  }
  await cache.put(request, fresh);
}
