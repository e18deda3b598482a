/** What all elements share: inks, sizes, focus; and what they add to the paint of the marks. */
import { css, unsafeCSS } from "lit";
import { KINDS, type Kind } from "./reading";

/** Inks by kind. A page sets `--glosser-person` and so on to its own. */
const INKS: Record<Kind, string> = {
  person: "light-dark(#7a3e9d, #d3a6f0)",
  place: "light-dark(#0b6e4f, #7fd4b3)",
  date: "light-dark(#8a5200, #f0b860)",
  organization: "light-dark(#1f5fa8, #8fc0ff)",
};

/**
 * Private names (`--g-*`), which take the page's `--glosser-*` where it sets them: those of a reader are inherited by the
 * article in it, so they must not meet the page's own.
 */
export const tokens = css`
  :host {
    --g-person: var(--glosser-person, ${unsafeCSS(INKS.person)});
    --g-place: var(--glosser-place, ${unsafeCSS(INKS.place)});
    --g-date: var(--glosser-date, ${unsafeCSS(INKS.date)});
    --g-organization: var(--glosser-organization, ${unsafeCSS(INKS.organization)});
    --g-ink: var(--glosser-ink, light-dark(#1f1c18, #e9e4d9));
    --g-quiet: var(--glosser-quiet, light-dark(#665f55, #a8a193));
    --g-paper: var(--glosser-paper, light-dark(#fcfbf8, #1a1917));
    --g-raised: var(--glosser-raised, light-dark(#ffffff, #262421));
    --g-rule: var(--glosser-rule, light-dark(#dedad0, #3a3732));
    --g-focus: var(--glosser-focus, light-dark(#1f5fa8, #8fc0ff));
    --g-serif: var(--glosser-serif, ui-serif, Charter, "Bitstream Charter", "Iowan Old Style", Georgia, "Noto Serif", serif);
    --g-sans: var(--glosser-sans, system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif);
    font-family: var(--g-sans);
    font-size: 0.875rem;
    line-height: 1.45;
    color: var(--g-ink);
  }
  :host([hidden]), [hidden] { display: none !important; }
  *, ::before, ::after { box-sizing: border-box; }
  button, input, select { font: inherit; color: inherit; letter-spacing: inherit; }
  button { appearance: none; background: none; border: 0; padding: 0; margin: 0; text-align: start; cursor: pointer; border-radius: 3px; }
  button:disabled { cursor: default; }
  :focus-visible { outline: 2px solid var(--g-focus); outline-offset: 2px; }
  .quiet { color: var(--g-quiet); }
  :host([dir="rtl"]) .way { scale: -1 1; }
  .unseen {
    position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; padding: 0; overflow: hidden;
    clip-path: inset(50%); white-space: nowrap; border: 0;
  }
`;

/** Sets apart a name by the line it has in the text. */
export const lined = css`
  .person, .place, .date, .organization {
    text-decoration-line: underline;
    text-decoration-thickness: 1.5px;
    text-underline-offset: 0.22em;
  }
  .person { text-decoration-style: solid; text-decoration-color: var(--g-person); }
  .place { text-decoration-style: dotted; text-decoration-color: var(--g-place); text-decoration-thickness: 2px; }
  .date { text-decoration-style: dashed; text-decoration-color: var(--g-date); }
  .organization { text-decoration-style: double; text-decoration-color: var(--g-organization); text-decoration-thickness: 1px; }
  @media (forced-colors: active) {
    .person, .place, .date, .organization { text-decoration-color: currentColor; }
  }
`;

/**
 * What the elements add to the paint of the marks (the core brings lines and inks): how thick each line is, the tint of
 * what is in hand, in the ink of its kind; forced colours. For the tree its text is in: `::highlight()` is scoped to a tree. Longhands only:
 * WebKit drops the shorthand that carries a colour.
 */
export function paint(prefix: string, hand: Kind = "person"): string {
  const ink = `var(--glosser-${hand}, ${INKS[hand]})`;
  const both = (kind: string) => `::highlight(${prefix}-${kind}), ::highlight(${prefix}-${kind}-unsure)`;
  const line = (kind: Kind, thickness: string) => `${both(kind)} {
    text-decoration-thickness: ${thickness}; text-underline-offset: 0.22em; text-decoration-skip-ink: auto; }`;
  return `
    ${line("person", "1.5px")} ${line("place", "2px")} ${line("date", "1.5px")} ${line("organization", "1px")}
    ::highlight(${prefix}-entity) { background-color: color-mix(in srgb, ${ink} 13%, transparent); }
    ::highlight(${prefix}-active) { background-color: color-mix(in srgb, ${ink} 22%, transparent); }
    @media (forced-colors: active) {
      ${KINDS.map((kind) => `${both(kind)} { background-color: transparent; color: CanvasText; text-decoration-color: CanvasText; }`).join("\n")}
      ::highlight(${prefix}-entity), ::highlight(${prefix}-active) { background-color: Highlight; color: HighlightText; }
    }
    @media print {
      ::highlight(${prefix}-entity), ::highlight(${prefix}-active) { background-color: transparent; }
    }`;
}
