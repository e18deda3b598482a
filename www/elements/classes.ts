/** The elements as classes, none of them defined: for those who choose the moment, or derive their own. */
export { GlosserAcross } from "./across";
export { GlosserCard } from "./card";
export type { GlosserEvents } from "./events";
export { GlosserLegend } from "./legend";
export { GlosserLibrary } from "./library";
export { GlosserPanel } from "./panel";
export { GlosserReader } from "./reader";
