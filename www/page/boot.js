/**
 * All that runs before the page is seen. The article that stands in it is painted first; what reads it is fetched then, all of
 * it at once: `PARTS`, the scripts, are put in by the build. An address that names something else hides that article, so
 * that nobody sees it go.
 */
(() => {
  let started = false;
  const start = () => {
    if (started) return;
    started = true;
    for (const href of PARTS)
      document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
    import("./page.ahead.js");
    import("./page.js");
  };
  if (location.hash.length > 2) document.documentElement.dataset.state = "elsewhere";
  addEventListener("DOMContentLoaded", () => {
    if (document.hidden || !globalThis.PerformanceObserver?.supportedEntryTypes?.includes("paint")) return start();
    new PerformanceObserver(start).observe({ type: "paint", buffered: true });
    // A page that paints nothing, for whatever reason, is read too.
    setTimeout(start, 2000);
  });
})();
