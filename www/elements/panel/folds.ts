/** The panel's sections, and which of them somebody has folded. */
export const SECTIONS = ["short", "who", "where", "when", "said"] as const;
export type Section = (typeof SECTIONS)[number];

const FOLDS = "glosser:folds";

export function loadFolds(): Set<Section> {
  try {
    const kept = JSON.parse(localStorage.getItem(FOLDS) ?? "[]") as string[];
    return new Set(SECTIONS.filter((s) => kept.includes(s)));
  } catch {
    return new Set();
  }
}

export function saveFolds(folded: ReadonlySet<Section>): void {
  try {
    localStorage.setItem(FOLDS, JSON.stringify([...folded]));
  } catch {
    // Storage may be off; the folds then last as long as the page.
  }
}
