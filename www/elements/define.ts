/** Defines the elements, once, whatever else on the page does the same. The classes alone are in `classes.ts`. */
import { GlosserAcross, GlosserCard, GlosserLegend, GlosserPanel, GlosserReader } from "./classes";
import { register } from "./register";

register("glosser-across", GlosserAcross);
register("glosser-card", GlosserCard);
register("glosser-legend", GlosserLegend);
register("glosser-panel", GlosserPanel);
register("glosser-reader", GlosserReader);

export * from "./classes";
