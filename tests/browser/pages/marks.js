import { createAnnotation } from "/glosser.js";

const KINDS = {
  "Ina Berg": "person",
  "Omar Sy": "person",
  "Seen Berg": "person",
  Zoë: "person",
  Lund: "place",
  Harbour: "organization",
};

/** An article with the names above and one date, as the reader would find them. */
export function findings(text) {
  const all = (pattern) =>
    [...text.matchAll(pattern)].map((m) => ({
      start: m.index,
      end: m.index + m[0].length,
      name: m[0].replace(/\s+/g, " "),
    }));
  const mentions = all(/Ina Berg|Omar\s+Sy|Seen Berg|Zoë|Lund|Harbour/g).map(({ name, ...span }) => ({
    ...span,
    kind: KINDS[name],
    entity: name,
    confidence: name === "Zoë" ? 0.4 : 0.9,
  }));
  return {
    mentions,
    dates: all(/3 May 2021/g),
    references: all(/Mayor/g).map((span) => ({ ...span, entity: "Ina Berg" })),
    quotes: [],
    sentences: all(/Mayor[^.]*\./g),
    summary: { sentences: [0] },
  };
}

const host = document.getElementById("host").attachShadow({ mode: "open" });
host.append(Object.assign(document.createElement("p"), { textContent: "In the shadow: Ina Berg." }));

globalThis.marks = { createAnnotation, findings, shadow: host };
