/** How what a reader lays over its article looks. */
import { css } from "lit";

export const style = css`
  :host { display: block; position: relative; font: inherit; color: inherit; line-height: inherit; }
  #stage { position: relative; }
  @media screen and (min-width: 60rem) {
    :host([panel="end"]) { display: grid; grid-template-columns: minmax(0, 1fr) minmax(17rem, 22rem); gap: 2rem; }
    :host([panel="end"]) #side { position: sticky; inset-block-start: 0; align-self: start; max-block-size: 100dvh; overflow-y: auto; }
  }
  :host([panel="side"]) #side {
    position: fixed; inset-block: 0; inset-inline-end: 0; background: var(--g-paper); inline-size: min(22rem, 100vw); padding: 0.75rem 1rem; overflow-y: auto; overscroll-behavior: contain;
    z-index: var(--glosser-z, 40); border-inline-start: 1px solid var(--g-rule); box-shadow: 0 0 1.5rem rgb(0 0 0 / 12%);
  }
  @media (max-width: 40rem) {
    :host([panel="side"]) #side { inset-block: 55dvh 0; inline-size: 100vw; border-inline-start: 0; border-block-start: 1px solid var(--g-rule); }
  }
  slot:not([name]) { display: block; }
  #error { grid-column: 1 / -1; font: 0.875rem/1.45 var(--g-sans); color: var(--g-quiet); }
  slot.over { cursor: pointer; }
  #proxy, #anchor { position: absolute; pointer-events: none; scroll-margin-block: 6rem; }
  #proxy { inset-block-start: 0; inset-inline-start: 0; opacity: 0; border-radius: 3px; }
  #proxy:focus-visible { opacity: 1; outline-offset: 1px; }
  #anchor { inline-size: 1px; visibility: hidden; }
  #pick {
    position: absolute; z-index: 20; min-block-size: 2rem; padding-inline: 0.625rem; font: 0.8125rem/1 var(--g-sans); user-select: none; -webkit-user-select: none;
    background: var(--g-raised); color: var(--g-ink); border: 1px solid var(--g-rule); border-radius: 6px; box-shadow: 0 2px 8px rgb(0 0 0 / 14%);
  }
  @media (pointer: coarse) { #pick { min-block-size: 2.75rem; } }
  .bar { position: absolute; inline-size: 3px; border-radius: 2px; background: var(--glosser-key, light-dark(#b9ac93, #6e6759)); }
  /* Wide enough for a finger. */
  .bar::before { content: ""; position: absolute; inset: 0 -12px; }
  .bar::after {
    content: attr(data-rank); position: absolute; inset-block-start: -0.1rem; right: 0.5rem;
    font: 0.6875rem/1.4 var(--g-sans); color: var(--g-quiet); font-variant-numeric: tabular-nums;
  }
  @media (max-width: 30rem) { .bar::after { display: none; } }
  @media (forced-colors: active) { .bar { background: CanvasText; } }
  /* On paper lines break elsewhere: the bars of the screen would stand beside other words. */
  @media print { #proxy, #pick, glosser-card, .bar { display: none; } }
`;
