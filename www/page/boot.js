/**
 * All that runs before the page is seen. The article that stands in it is painted first; what reads it is fetched then. An
 * address that names something else hides that article, so that nobody sees it go.
 */
(() => {
  const start = () => import("./page.js");
  if (location.hash.length > 2) document.documentElement.dataset.state = "elsewhere";
  addEventListener("DOMContentLoaded", () => {
    if (document.hidden) start();
    else requestAnimationFrame(() => setTimeout(start));
  });
})();
