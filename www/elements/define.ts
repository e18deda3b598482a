/** Defines the elements, once, whatever else on the page does the same. */
import { GlosserAcross } from "./across";
import { GlosserCard } from "./card";
import { GlosserLegend } from "./legend";
import { GlosserPanel } from "./panel";
import { GlosserReader } from "./reader";

const ELEMENTS = {
  "glosser-across": GlosserAcross,
  "glosser-card": GlosserCard,
  "glosser-legend": GlosserLegend,
  "glosser-panel": GlosserPanel,
  "glosser-reader": GlosserReader,
};

for (const [name, element] of Object.entries(ELEMENTS))
  if (!customElements.get(name)) customElements.define(name, element);

export { GlosserAcross, GlosserCard, GlosserLegend, GlosserPanel, GlosserReader };
