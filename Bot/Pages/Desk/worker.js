// Keeps the page's files for times without a network. Never anything with a name in it: lists and scans go past it.
const KEPT = "grantbot-desk-2";
const FILES = ["/desk/", "/desk/desk.css", "/desk/desk.js", "/desk/camera.js", "/desk/door.js", "/desk/jsqr.js", "/desk/recent.js", "/desk/store.js", "/desk/sync.js", "/desk/words.js"];
const PATIENCE = 3000;

self.addEventListener("install", event => event.waitUntil((async () => {
  const cache = await caches.open(KEPT);
  await cache.addAll(FILES.map(f => new Request(f, { cache: "reload" })));
  await self.skipWaiting();
})()));

self.addEventListener("activate", event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("grantbot-desk-") && name !== KEPT) await caches.delete(name);
  await self.clients.claim();
})()));

// the network first, so that all files are of one version; what is kept when it is slow or away
const answer = async (request, path) => {
  const cache = await caches.open(KEPT);
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout?.(PATIENCE) });
    if (fresh.ok) await cache.put(path, fresh.clone());
    return fresh;
  } catch {
    return await cache.match(path) ?? Response.error();
  }
};

self.addEventListener("fetch", event => {
  const { request } = event;
  const path = new URL(request.url).pathname;
  if (request.method === "GET" && FILES.includes(path)) event.respondWith(answer(request, path));
});
