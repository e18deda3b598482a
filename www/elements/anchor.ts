/**
 * Words held fast in a text that may change: by themselves, and by what stands around them (a W3C text quote). They are found
 * again where there is no doubt, or not at all: a mark on the wrong words is worse than none.
 */

export interface Span {
  start: number;
  end: number;
}

/** Words at one place of a text, told by what stands around them. */
export interface Quote {
  /** The words. */
  exact: string;
  /** What stands before them. */
  prefix: string;
  /** What stands behind them. */
  suffix: string;
  /** Where they stood: settles nothing, but spares the search where the text is as it was. */
  at: number;
}

/** Letters kept on either side. */
const AROUND = 32;
/** More places than this are not compared: such words cannot be told apart anyway. */
const MOST = 2000;

export const quoteOf = (text: string, { start, end }: Span): Quote => ({
  exact: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - AROUND), start),
  suffix: text.slice(end, end + AROUND),
  at: start,
});

/** Where the words of a quote stand now; nothing if they are gone, or could be several. */
export function anchor(text: string, quote: Quote): Span | undefined {
  const { exact, prefix, suffix, at } = quote;
  if (!exact) return undefined;
  const span = (start: number): Span => ({ start, end: start + exact.length });
  const fits = (start: number) => ({
    before: text.slice(Math.max(0, start - prefix.length), start) === prefix,
    after: text.startsWith(suffix, start + exact.length),
  });
  if (text.startsWith(exact, at)) {
    const here = fits(at);
    if (here.before && here.after) return span(at);
  }
  const whole: number[] = [];
  const half: number[] = [];
  let seen = 0;
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
    if (++seen > MOST) return undefined;
    const here = fits(start);
    if (here.before && here.after) whole.push(start);
    else if (here.before || here.after) half.push(start);
  }
  const [one, ...more] = whole.length ? whole : half;
  return one !== undefined && !more.length ? span(one) : undefined;
}

/** Everywhere a form is written as a word of its own. */
export function everywhere(text: string, form: string): Span[] {
  const out: Span[] = [];
  const letter = /[\p{L}\p{N}]/u;
  if (!form.trim()) return out;
  for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + form.length)) {
    const end = start + form.length;
    if (!letter.test(text[start - 1] ?? "") && !letter.test(text[end] ?? "")) out.push({ start, end });
  }
  return out;
}
