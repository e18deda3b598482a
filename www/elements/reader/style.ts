/** How what a reader lays over its article looks. */
import { css } from "lit";

export const style = css`
  :host { display: block; position: relative; font: inherit; color: inherit; line-height: inherit; }
  #stage { position: relative; }
  @media screen and (min-width: 60rem) {
    :host([panel="end"]) { display: grid; grid-template-columns: minmax(0, 1fr) minmax(17rem, 22rem); gap: 2rem; }
    :host([panel="end"]) #side { position: sticky; inset-block-start: 0; align-self: start; max-block-size: 100dvh; overflow-y: auto; }
  }
  slot { display: block; }
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
  .bar { position: absolute; inline-size: 3px; border-radius: 2px; background: var(--glosser-key, light-dark(#b9ac93, #6e6759)); pointer-events: none; }
  .bar::after {
    content: attr(data-rank); position: absolute; inset-block-start: -0.1rem; right: 0.5rem;
    font: 0.6875rem/1.4 var(--g-sans); color: var(--g-quiet); font-variant-numeric: tabular-nums;
  }
  @media (max-width: 30rem) { .bar::after { display: none; } }
  @media (forced-colors: active) { .bar { background: CanvasText; } }
  /* On paper lines break elsewhere: the bars of the screen would stand beside other words. */
  @media print { #proxy, #pick, glosser-card, .bar { display: none; } }
`;
