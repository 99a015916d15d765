// The page works without a network after its first visit: a service worker keeps what it is made of.

/** Where a browser has none (a page that was opened as a file, a private window) there is nothing to do. */
export async function keepForOffline() {
  // While the page is worked on, its parts change under their names.
  if (!import.meta.env.PROD) return;
  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
  try {
    await navigator.serviceWorker.register(new URL("sw.js", document.baseURI));
    const { active } = await navigator.serviceWorker.ready;
    const parts = performance.getEntriesByType("resource").map(({ name }) => name);
    active?.postMessage([document.URL.replace(/#.*/, ""), ...parts.filter((name) => new URL(name).origin === location.origin)]);
  } catch {
    // Forbidden here: the page works as long as there is a network.
  }
}
