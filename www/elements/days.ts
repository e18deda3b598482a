/** Days and dates in words, as the language of the interface writes them. */
import type { DateRecord } from "../core/index";
import { words } from "../locales/index";

type Style = "long" | "full" | "short" | "dayMonth" | "month" | "briefMonth" | "justMonth" | "year" | "weekday";

const PARTS: Record<Style, Intl.DateTimeFormatOptions> = {
  long: { day: "numeric", month: "long", year: "numeric" },
  full: { day: "numeric", month: "long", year: "numeric", weekday: "long" },
  short: { day: "numeric", month: "short", year: "numeric" },
  month: { month: "long", year: "numeric" },
  briefMonth: { month: "short", year: "numeric" },
  dayMonth: { day: "numeric", month: "short" },
  justMonth: { month: "short" },
  year: { year: "numeric" },
  weekday: { weekday: "long" },
};

const made = new Map<string, Intl.DateTimeFormat>();

function format(style: Style): Intl.DateTimeFormat {
  const key = `${words.locale} ${style}`;
  let known = made.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat(words.locale, { ...PARTS[style], timeZone: "UTC" });
    made.set(key, known);
  }
  return known;
}

const utc = (day: string) => new Date(`${day}T00:00:00Z`);

/** A day in words: "23 August 2019". */
export const day = (iso: string, style: Style = "long"): string => {
  const date = utc(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const text = format(style).format(date);
  // Where British tables and plain English differ.
  return words.lang === "en" ? text.replace(",", "").replace(/\bSept\b/, "Sep") : text;
};

/** The time of day in a value: ", 20:44", ", evening"; nothing if it gives none. */
function hour(value: string): string {
  const time = /T(\d\d(?::\d\d)?|[A-Z]{2})/.exec(value)?.[1];
  if (!time) return "";
  const said = /^\d/.test(time) ? (time.length === 2 ? `${time}:00` : time) : words.dates.parts[time];
  return said ? `${words.dates.comma}${said}` : "";
}

/** What a date resolves to, in words; nothing where no day is known. */
export function dateLabel(date: DateRecord, style: "long" | "full" | "short" = "long"): string | undefined {
  if (date.type === "DURATION" || date.type === "SET") return undefined;
  const shaded = (text: string) => words.dates.shades[date.mod ?? ""]?.(text) ?? text;
  if (/^\d{4}$/.test(date.value)) return shaded(day(`${date.value}-01-01`, "year"));
  if (/^\d{3}$/.test(date.value)) return shaded(words.dates.decade(`${date.value}0`));
  if (/^\d{4}-\d{2}$/.test(date.value))
    return shaded(day(`${date.value}-01`, style === "short" ? "briefMonth" : "month"));
  const { from, to } = date;
  if (from && to && from !== to) {
    const [a, b] = [utc(from), utc(to)];
    if (Number.isNaN(a.getTime()) || Number.isNaN(b.getTime()) || a > b) return `${from} – ${to}`;
    // A century, a few years: its days say nothing more.
    const years = from.endsWith("-01-01") && to.endsWith("-12-31");
    return format(years ? "year" : style === "short" ? "short" : "long").formatRange(a, b);
  }
  const only = from ?? to;
  return only ? shaded(day(only, style) + hour(date.value)) : undefined;
}

/** Why a date means what it means, in words: "the Tuesday on or before publication, 28 August 2019". */
export const whyLabel = ({ why, from }: DateRecord, published?: string | null): string | undefined =>
  why && words.dates.why[why]?.(published ? day(published) : "", from ? day(from, "weekday") : "");
