/**
 * The service worker of the page: what came once is there without a network too, and what other programs share is handed
 * to the page. The network is asked first, so a new version is seen at once. `FILES` and `VERSION` are put in by the build.
 */
const CACHE = `glosser-${VERSION}`;
const SHARED = "glosser-shared";
/** Kept from when it is asked for, and then with every version. */
const PLACES = "places.bin.gz";

addEventListener("install", (event) => {
  event.waitUntil(keep());
  skipWaiting();
});

async function keep() {
  const asked = await caches.match(PLACES);
  const cache = await caches.open(CACHE);
  await cache.addAll(asked ? [...FILES, PLACES] : FILES);
}

addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("glosser-") && name !== CACHE && name !== SHARED;
  event.waitUntil(
    caches
      .keys()
      // The version before stays: pages of it may be open, and will ask for parts that the server no longer has.
      .then((names) =>
        Promise.all(
          names
            .filter(old)
            .slice(0, -1)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => clients.claim()),
  );
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "POST" && url.pathname.endsWith("/share")) event.respondWith(take(request));
  else if (request.method === "GET") event.respondWith(answer(request));
});

async function answer(request) {
  try {
    const response = await fetch(request);
    if (response.status === 404) return (await caches.match(request)) ?? response;
    if (response.ok && request.url.endsWith(`/${PLACES}`)) {
      const cache = await caches.open(CACHE);
      await cache.put(request, response.clone());
    }
    return response;
  } catch (error) {
    const kept = await caches.match(request.mode === "navigate" ? "./" : request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}

/** Something shared waits in a cache of its own until the page has taken it. */
async function take(request) {
  const form = await request.formData();
  const file = form.get("file");
  const text = typeof file === "object" && file ? await file.text() : (form.get("text") ?? "");
  const cache = await caches.open(SHARED);
  await cache.put("shared", Response.json({ title: form.get("title") ?? "", text }));
  return Response.redirect("./#/shared", 303);
}
