/**
 * The dates of an article on one axis, as a template. The drawing is a part of its own (`axis.ts`): it comes when first
 * needed, and its space is kept. The list beside it says the same to those who do not see it, and on paper.
 */
import { css, html } from "lit";
import type { DateGroup } from "./reading";
import { later } from "./rest";

/** What a press on a drawing, and the pointer over it, lead to. */
export interface Ways {
  go(key: string): void;
  hover(key: string | undefined): void;
}

export function timeline(
  groups: readonly DateGroup[],
  published: readonly string[],
  width: number,
  lit: string | undefined,
  ways: Ways,
) {
  // One date alone needs no axis.
  if (groups.length + new Set(published).size < 2) return undefined;
  later(() => import("./axis"));
  return html`<glosser-timeline .groups=${groups} .published=${published} .width=${width} .lit=${lit} .ways=${ways}></glosser-timeline>`;
}

export const timelineStyle = css`
  glosser-timeline { display: block; min-block-size: 5.25rem; margin-block: 0.25rem 0.5rem; }
  @media (pointer: coarse) { glosser-timeline { min-block-size: 7.25rem; } }
`;
