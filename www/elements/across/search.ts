/** Finds words in names, days and sentences: each word that is sought begins one of theirs, whatever its case and accents. */
import type { Reading, Stop } from "../reading";
import type { Member } from "../together";

/** Words without case, accents, marks. */
export const plain = (text: string): string =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Says of a text whether it is sought, which it may be given as it is `plain`; all are where nothing is. */
export function seeker(sought: string): (text: string, plainly?: string) => boolean {
  const wanted = plain(sought).split(" ").filter(Boolean);
  return (text, plainly = wanted.length ? plain(text) : "") => fits(wanted, plainly);
}

const fits = (wanted: readonly string[], text: string): boolean =>
  wanted.every((word) => text.startsWith(word) || text.includes(` ${word}`));

/** A sentence that is sought, with what in it leads to its place. */
export interface Found {
  member: Member;
  text: string;
  stop: Stop | undefined;
}

/** The first `most` sentences that are sought, article by article. */
export function sentencesWith(members: readonly Member[], sought: string, most: number): Found[] {
  const wanted = plain(sought).split(" ").filter(Boolean);
  const found: Found[] = [];
  if (!wanted.length) return found;
  for (const member of members) {
    const { reading } = member;
    for (const [index, text] of plainly(reading).entries()) {
      const sentence = reading.record.sentences[index];
      if (!sentence || !fits(wanted, text)) continue;
      const stop = reading.stops.find(({ start }) => start >= sentence.start && start < sentence.end);
      found.push({ member, text: reading.slice(sentence), stop });
      if (found.length === most) return found;
    }
  }
  return found;
}

const known = new WeakMap<Reading, string[]>();

/** The sentences of an article as they are sought, worked out once. */
export function plainly(reading: Reading): string[] {
  const before = known.get(reading);
  if (before) return before;
  const made = reading.record.sentences.map((sentence) => plain(reading.slice(sentence)));
  known.set(reading, made);
  return made;
}
