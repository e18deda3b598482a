/** The articles that come with the reader. */

import aleppo from "../../corpus/aleppo-call.txt";
import ankara from "../../corpus/ankara-talks.txt";
import idlib from "../../corpus/idlib-call.txt";
import index from "../../corpus/index.json";
import moscow from "../../corpus/moscow-briefing.txt";
import zone from "../../corpus/security-zone.txt";

/** An article to be read. */
export interface Source {
  id: string;
  title: string;
  text: string;
  published?: string;
  /** Brought by the reader of the page; gone when the page is closed. */
  own?: boolean;
  /** Its title came with it, and was not made from its text. */
  named?: boolean;
}

const texts: Record<string, string> = {
  "aleppo-call.txt": aleppo,
  "ankara-talks.txt": ankara,
  "idlib-call.txt": idlib,
  "moscow-briefing.txt": moscow,
  "security-zone.txt": zone,
};

export const corpus: Source[] = (index.articles as { file: string; title: string; published?: string }[]).flatMap(
  ({ file, title, published }) => {
    const text = texts[file];
    return text === undefined
      ? []
      : [{ id: file.replace(/\.txt$/, ""), title, text, ...(published ? { published } : {}) }];
  },
);
