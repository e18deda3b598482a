/** How the panel looks. */
import { css } from "lit";

export const style = css`
  :host { display: block; }
  section { border-block-start: 1px solid var(--g-rule); padding-block: 0.625rem 0.875rem; }
  section:first-of-type { border-block-start: 0; }
  header { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.5rem; min-block-size: 2rem; }
  h2 { margin: 0; flex: 1 0 auto; font: 600 1rem/1.3 var(--g-serif); }
  h2 button { inline-size: 100%; min-block-size: 2rem; display: flex; align-items: center; gap: 0.375rem; }
  h2 svg { color: var(--g-quiet); transition: rotate 120ms; flex: none; }
  h2 button[aria-expanded="true"] svg { rotate: 90deg; }
  :host([dir="rtl"]) h2 button[aria-expanded="true"] svg { rotate: -90deg; }
  h2 .tally { font: 0.8125rem var(--g-sans); color: var(--g-quiet); }
  h3 { margin: 0.75rem 0 0.125rem; font: 500 0.75rem/1.4 var(--g-sans); color: var(--g-quiet); }
  /* With none, WebKit would no longer call them lists. */
  ol, ul { list-style: ""; margin: 0; padding: 0; }
  .none { color: var(--g-quiet); margin: 0.125rem 0; }

  .length { display: flex; align-items: center; gap: 0.5rem; color: var(--g-quiet); font-variant-numeric: tabular-nums; }
  .length input { inline-size: 4.5rem; block-size: 1.5rem; accent-color: var(--g-quiet); margin: 0; }
  .length output { min-inline-size: 1.25rem; text-align: end; white-space: nowrap; }
  .length select { max-inline-size: 6rem; font-size: 0.8125rem; min-block-size: 1.5rem; border: 0; background: none; color: inherit; }
  .facts { margin: 0 0 0.5rem; line-height: 1.7; }
  .facts span { display: block; }
  .facts button, .phrases button { display: inline; min-block-size: 1.5rem; }
  .phrases { margin: 0.375rem 0 0; font-size: 0.8125rem; line-height: 1.85; }
  .phrases button:hover { color: var(--g-ink); background: color-mix(in srgb, var(--g-ink) 6%, transparent); }
  .facts button:hover { color: var(--g-ink); background: color-mix(in srgb, var(--g-ink) 6%, transparent); }
  .short li { display: grid; grid-template-columns: 1.125rem 1fr; align-items: baseline; }
  .short li > span { font-size: 0.75rem; color: var(--g-quiet); font-variant-numeric: tabular-nums; }
  .short button { padding: 0.25rem 0.375rem; margin-inline: -0.375rem; font: 0.9375rem/1.45 var(--g-serif); text-wrap: pretty; }
  .short button:hover, .said button:hover, .row:hover, li.lit > .row { background: color-mix(in srgb, var(--tick, var(--g-ink)) 8%, transparent); }

  li.person { --tick: var(--g-person); } li.place { --tick: var(--g-place); } li.date { --tick: var(--g-date); } li.organization { --tick: var(--g-organization); }
  li.person, li.place, li.date, li.organization { text-decoration: none; }
  .row {
    inline-size: calc(100% + 0.75rem); margin-inline: -0.375rem; padding: 0.25rem 0.375rem; display: grid; gap: 0 0.75rem;
    grid-template-columns: minmax(0, 1fr) 4.5rem minmax(1.75rem, max-content); align-items: center; min-block-size: 2rem;
  }
  .row .count { text-align: end; color: var(--g-quiet); font-variant-numeric: tabular-nums; }
  .row .what { min-inline-size: 0; overflow-wrap: anywhere; }
  .row .role { display: block; color: var(--g-quiet); font-size: 0.8125rem; }
  .hand { display: flex; align-items: center; flex-wrap: wrap; gap: 0 0.25rem; padding-block-end: 0.25rem; color: var(--g-quiet); font-size: 0.8125rem; }
  .hand button { min-inline-size: 2rem; min-block-size: 1.75rem; display: grid; place-content: center; }
  .hand button:hover { background: color-mix(in srgb, var(--g-ink) 7%, transparent); color: var(--g-ink); }
  .hand .count { font-variant-numeric: tabular-nums; }
  .hand .also { margin-inline-start: 0.5rem; flex: 1; min-inline-size: 8rem; }
  .more { color: var(--g-quiet); min-block-size: 2rem; text-decoration: underline; text-decoration-color: var(--g-rule); text-underline-offset: 0.25em; }
  .more:hover { color: var(--g-ink); }

  .farther { margin: 0.25rem 0 0; font-size: 0.8125rem; }
  .published { display: flex; flex-wrap: wrap; gap: 0 0.5rem; align-items: center; margin: 0 0 0.5rem; min-block-size: 2rem; color: var(--g-quiet); }
  .published strong { font-weight: 500; color: var(--g-ink); }
  .published label { display: flex; flex-wrap: wrap; gap: 0.25rem 0.5rem; align-items: center; }
  .published input { border: 1px solid var(--g-quiet); border-radius: 4px; padding: 0.25rem 0.5rem; background: var(--g-raised); min-block-size: 2rem; }
  .published .more { min-block-size: 1.75rem; }
  .row.when { grid-template-columns: minmax(0, 1fr) 1.75rem; }
  figure { margin: 0.25rem 0 0.5rem; }
  figure glosser-map { aspect-ratio: 3 / 2; }
  .said li { padding-block: 0.125rem; }
  .said button { inline-size: calc(100% + 0.75rem); margin-inline: -0.375rem; padding: 0.25rem 0.375rem; }
  .said q { quotes: none; font: 0.9375rem/1.45 var(--g-serif); display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
  .said .speaker { color: var(--g-quiet); font-size: 0.8125rem; }
  .out { border-block-start: 1px solid var(--g-rule); padding-block: 0.625rem; color: var(--g-quiet); }
  .out summary { cursor: pointer; inline-size: fit-content; min-block-size: 1.5rem; }
  @media (pointer: coarse) { .out summary, .row, h2 button, .hand button, .more, .said button, .short button { min-block-size: 2.75rem; } .hand button { min-inline-size: 2.75rem; } .length input { block-size: 2.75rem; inline-size: 7rem; } .facts { line-height: 2.2; } .facts button, .phrases button { min-block-size: 2rem; } }
  @media (prefers-reduced-motion: reduce) { h2 svg { transition: none; } }
  @media print {
    .row .count { color: inherit; }
    :host { columns: 2; column-gap: 2.5rem; }
    section { break-inside: avoid; }
    .body[hidden] { display: block !important; }
      .length, .more, .hand, .out, h2 svg, .later { display: none !important; }
    .said q { -webkit-line-clamp: none; display: inline; }
  }
`;
