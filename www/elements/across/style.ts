/** How the view across articles looks. */
import { css } from "lit";

export const style = css`
  :host { display: block; }
  /* What is said and not seen in a column far out must not make the page as wide. */
  .scroll { position: relative; overflow-x: auto; margin-inline: -0.25rem; padding-inline: 0.25rem; }
  table { border-collapse: collapse; inline-size: 100%; margin-block-start: 1.5rem; }
  caption, .sub th { text-align: start; font: 500 0.75rem/1.4 var(--g-sans); color: var(--g-quiet); padding-block: 1rem 0.25rem; }
  th { font-weight: 400; text-align: start; padding: 0.25rem 0.75rem 0.25rem 0; min-inline-size: 8rem; }
  thead th { vertical-align: bottom; min-inline-size: 4rem; padding-inline: 0.25rem; text-align: center; font-size: 0.8125rem; color: var(--g-quiet); }
  thead a, td a { color: inherit; }
  thead a { display: -webkit-inline-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; max-inline-size: 8rem; min-block-size: 1.5rem; text-decoration-color: var(--g-rule); text-underline-offset: 0.25em; }
  td { text-align: center; padding: 0; }
  td a { display: grid; place-content: center; min-block-size: 2rem; border-radius: 4px; }
  tbody tr:hover, td a:hover { background: color-mix(in srgb, var(--g-ink) 5%, transparent); }
  tbody tr { border-block-start: 1px solid color-mix(in srgb, var(--g-rule) 60%, transparent); }
  tbody tr.sub { border: 0; background: none; }
  .dot { display: block; overflow: visible; }
  tr.person { --tick: var(--g-person); } tr.place { --tick: var(--g-place); } tr.organization { --tick: var(--g-organization); }
  tr.person, tr.place, tr.organization { text-decoration: none; }
  circle { fill: var(--tick); fill-opacity: 0.75; }
  .more { color: var(--g-quiet); min-block-size: 2rem; text-decoration: underline; text-decoration-color: var(--g-rule); text-underline-offset: 0.25em; }
  input { font: inherit; font-size: 0.9375rem; inline-size: min(100%, 28rem); box-sizing: border-box; padding: 0.375rem 0.625rem; margin-block-end: 1rem; border: 1px solid var(--g-rule); border-radius: 6px; background: transparent; color: inherit; min-block-size: 2.25rem; }
  .undated { list-style: ""; padding: 0; margin-block: 0.5rem 1.5rem; }
  .undated li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 1rem; align-items: center; }
  .undated label span { position: absolute; clip-path: inset(50%); }
  .undated input { inline-size: auto; margin: 0; }
  details { margin-block: 0.5rem; }
  summary { color: var(--g-quiet); cursor: pointer; }
  h2 { font: 500 1rem/1.4 var(--g-sans); margin-block: 2.5rem 0.5rem; }
  h3 { font: 500 0.9375rem/1.4 var(--g-sans); margin-block: 1.25rem 0.25rem; }
  h3 span, p span { color: var(--g-quiet); font-weight: 400; }
  h3 a, p a, li a { color: inherit; text-decoration-color: var(--g-rule); text-underline-offset: 0.25em; }
  ol, ul { margin: 0; padding-inline-start: 1.25rem; }
  .story { list-style: ""; padding: 0; }
  li { margin-block: 0.375rem; line-height: 1.5; max-inline-size: 44rem; }
  .story a { display: block; text-decoration: none; }
  .story b { font: 500 0.8125rem/1.4 var(--g-sans); color: var(--g-date); margin-inline-end: 0.375rem; }
  .story.days a { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0 0.75rem; align-items: baseline; }
  .story.days b { margin: 0; }
  .story a:hover { background: color-mix(in srgb, var(--g-ink) 5%, transparent); }
  @media (max-width: 40rem) {
    .story.days a { display: block; }
    .story.days b { display: block; }
    th { min-inline-size: 6rem; padding-inline-end: 0.25rem; overflow-wrap: anywhere; }
    thead th { min-inline-size: 2.5rem; padding-inline: 0.125rem; font-size: 0.75rem; }
  }
  @media (pointer: coarse) { td a, .more, thead a { min-block-size: 2.75rem; } }
  @media (forced-colors: active) { circle { fill: CanvasText; } }
`;
