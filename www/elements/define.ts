/** Defines the elements, once, whatever else on the page does the same. The classes alone are in `classes.ts`. */
import { GlosserLegend } from "./legend";
import { GlosserPanel } from "./panel";
import { GlosserReader } from "./reader";
import { register } from "./register";

register("glosser-legend", GlosserLegend);
register("glosser-panel", GlosserPanel);
register("glosser-reader", GlosserReader);

// What nobody looks at before something has been read follows by itself.
void import("./classes").then(({ GlosserAcross, GlosserCard, GlosserLibrary }) => {
  register("glosser-across", GlosserAcross);
  register("glosser-card", GlosserCard);
  register("glosser-library", GlosserLibrary);
});

export type * from "./classes";
export { GlosserLegend, GlosserPanel, GlosserReader };
