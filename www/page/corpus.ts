/** The articles that come with the reader. Each text is fetched when its article is opened. */
import index from "../../corpus/index.json";

/** An article to be read. */
export interface Source {
  id: string;
  title: string;
  /** Empty until `fill` has been called, where there is one. */
  text: string;
  fill?: () => Promise<void>;
  published?: string;
  /** Brought by the reader of the page; gone when the page is closed. */
  own?: boolean;
  /** Its title came with it, and was not made from its text. */
  named?: boolean;
}

const texts: Record<string, () => Promise<{ default: string }>> = {
  "aleppo-call.txt": () => import("../../corpus/aleppo-call.txt"),
  "ankara-talks.txt": () => import("../../corpus/ankara-talks.txt"),
  "idlib-call.txt": () => import("../../corpus/idlib-call.txt"),
  "moscow-briefing.txt": () => import("../../corpus/moscow-briefing.txt"),
  "security-zone.txt": () => import("../../corpus/security-zone.txt"),
};

export const corpus: Source[] = (index.articles as { file: string; title: string; published?: string }[]).flatMap(
  ({ file, title, published }) => {
    const load = texts[file];
    if (!load) return [];
    const source: Source = { id: file.replace(/\.txt$/, ""), title, text: "", ...(published ? { published } : {}) };
    source.fill = async () => {
      source.text ||= (await load()).default;
    };
    return [source];
  },
);
