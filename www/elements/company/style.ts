/** How the drawing of who is named with whom looks: names on paper, pencil lines between them. */
import { css } from "lit";

export const style = css`
  :host { display: block; }
  h2 { font: 500 1rem/1.4 var(--g-sans); margin-block: 2.5rem 0.25rem; }
  p { margin: 0; color: var(--g-quiet); font-size: 0.8125rem; }
  .graph { display: block; max-inline-size: 100%; direction: ltr; margin-block: 0.5rem 1rem; overflow: visible; }
  .tie { fill: none; stroke: var(--g-quiet); opacity: 0.42; stroke-linecap: round; }
  .node { cursor: pointer; outline: none; }
  .node rect { fill: var(--g-paper); }
  /* A line under letters takes the fill of the element it is set on, not a colour of its own. */
  .node text { font: 13px var(--g-sans); text-anchor: middle; text-underline-offset: 0.25em; }
  .node .person { fill: var(--g-person); }
  .node .organization { fill: var(--g-organization); }
  .node tspan { fill: var(--g-ink); }
  .tie, .node { transition: opacity 120ms; }
  .lit .tie { opacity: 0.12; }
  .lit .tie.on { opacity: 0.9; }
  .lit .node { opacity: 0.45; }
  .lit .node.on, .lit .node.near { opacity: 1; }
  .node.on rect { fill: color-mix(in srgb, var(--g-ink) 7%, var(--g-paper)); }
  .node:focus-visible rect { stroke: var(--g-focus); stroke-width: 2px; }
  .scroll { position: relative; overflow-x: auto; }
  table { border-collapse: separate; border-spacing: 2px; }
  caption { text-align: start; font: 500 0.75rem/1.4 var(--g-sans); color: var(--g-quiet); padding-block: 0.5rem 0.25rem; }
  th { font-weight: 400; text-align: start; }
  thead th { vertical-align: bottom; font-size: 0.8125rem; color: var(--g-quiet); padding-block-end: 0.25rem; }
  thead span { display: block; writing-mode: vertical-rl; rotate: 180deg; margin-inline: auto; max-inline-size: 8rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; line-height: 1.2; }
  tbody th { position: sticky; inset-inline-start: 0; z-index: 1; background: var(--g-paper); }
  tbody th button { min-block-size: 2rem; padding-inline-end: 0.75rem; white-space: nowrap; }
  td { padding: 0; inline-size: 2.25rem; min-inline-size: 2.25rem; block-size: 2rem; background: color-mix(in srgb, var(--g-ink) 3%, transparent); border-radius: 3px; }
  thead td, td.self { background: none; }
  td button { inline-size: 100%; block-size: 100%; min-block-size: 2rem; text-align: center; font-variant-numeric: tabular-nums; }
  td button:hover { outline: 1px solid var(--g-quiet); outline-offset: -1px; }
  .n1 { background: color-mix(in srgb, var(--g-person) 9%, transparent); }
  .n2 { background: color-mix(in srgb, var(--g-person) 18%, transparent); }
  .n3 { background: color-mix(in srgb, var(--g-person) 27%, transparent); }
  .n4 { background: color-mix(in srgb, var(--g-person) 36%, transparent); }
  @media (max-width: 40rem) {
    tbody th button { max-inline-size: 7rem; white-space: normal; line-height: 1.25; }
    thead span { max-inline-size: 6rem; }
  }
  @media (pointer: coarse) { td, td button, tbody th button { min-block-size: 2.75rem; block-size: 2.75rem; } td { min-inline-size: 2.75rem; } }
  @media (prefers-reduced-motion: reduce) { .tie, .node { transition: none; } }
  @media (forced-colors: active) {
    .tie { stroke: CanvasText; opacity: 0.6; }
    .node rect { fill: Canvas; }
    .node text, .node tspan { fill: CanvasText; }
    .node.on rect { stroke: Highlight; stroke-width: 2px; }
    td button { border: 1px solid CanvasText; }
  }
  @media print { .scroll { overflow: visible; } }
`;
