/** Stands for the reader's worker: it knows one article by heart, and finds nothing in others. */
const EMPTY = {
  published: null,
  language: "en",
  blocks: [],
  sentences: [],
  mentions: [],
  references: [],
  dates: [],
  entities: [],
  quotes: [],
  summary: { sentences: [], who: [], where: [], when: [] },
};
const known = fetch("article.json").then((response) => response.json());

self.onmessage = async ({ data }) => {
  if (!("id" in data)) {
    postMessage({ ready: true });
    return;
  }
  const { text, record } = await known;
  const given = typeof data.input === "string" ? data.input : data.input.text;
  postMessage({ id: data.id, article: given.trim() === text.trim() ? record : EMPTY });
};
