/** What the elements are to TypeScript: which class a tag is, and what an event brings. */
import type { ExportFormat } from "../core/index";
import type { GlosserAcross } from "./across";
import type { GlosserCard } from "./card";
import type { Correction } from "./corrections";
import type { GlosserLegend } from "./legend";
import type { GlosserLibrary } from "./library";
import type { GlosserPanel } from "./panel";
import type { GlosserReader } from "./reader";
import type { Reading, Stop } from "./reading";

/** The events of the elements; what they mean is told with each element. */
export interface GlosserEvents {
  "glosser-result": CustomEvent<{ reading: Reading }>;
  "glosser-mention-activate": CustomEvent<{ stop: Stop }>;
  "glosser-sentence-activate": CustomEvent<{ rank: number }>;
  "glosser-correction": CustomEvent<{ corrections: readonly Correction[]; reading: Reading }>;
  "glosser-anchors-lost": CustomEvent<{ lost: number }>;
  "glosser-warning": CustomEvent<{ code: string; message: string }>;
  "glosser-error": CustomEvent<{ code: string; hint: string }>;
  "glosser-change": CustomEvent<null>;
  "glosser-entity-select": CustomEvent<{ key: string }>;
  "glosser-published": CustomEvent<{ published: string; id?: string }>;
  "glosser-places": CustomEvent<null>;
  "glosser-export": CustomEvent<{ format: ExportFormat; text: string }>;
  "glosser-open": CustomEvent<{ id: string; key?: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "glosser-across": GlosserAcross;
    "glosser-card": GlosserCard;
    "glosser-legend": GlosserLegend;
    "glosser-library": GlosserLibrary;
    "glosser-panel": GlosserPanel;
    "glosser-reader": GlosserReader;
  }
  interface GlobalEventHandlersEventMap extends GlosserEvents {}
}
