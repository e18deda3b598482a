/** Every word the interface says, in one place. Sentence case, short words, no exclamation marks. */
import { counter } from "./count";

const count = counter("en");

export const en = {
  /** The language, as a page says it. */
  lang: "en",
  /** Whose way to write days and numbers. */
  locale: "en-GB",
  dir: "ltr" as "ltr" | "rtl",
  kinds: { person: "person", place: "place", date: "date", organization: "organisation" },
  kindsPlural: { person: "People", place: "Places", date: "Dates", organization: "Organisations" },

  legend: {
    label: "Marks in the text",
    toggle: (kind: string, n: number) => `${kind}, ${n}`,
    more: "Marks settings",
    density: "Mark",
    all: "everything",
    repeated: "only what is repeated",
    chosen: "only what I choose",
    chosenHint: "Choose a name in the margin or in the text.",
    vague: "vague dates, such as “recently”",
    unsure: "names I am less sure of",
  },

  card: {
    label: (name: string) => `About ${name}`,
    previous: "Previous mention",
    next: "Next mention",
    position: (n: number, of: number) => `${n} of ${of}`,
    close: "Close",
    correct: "Correct",
    onlyThis: "Only this",
    everything: "Show everything",
    named: (n: number) => (n === 1 ? "Named once" : n === 2 ? "Named twice" : `Named ${n} times`),
    first: (where: string) => `first in ${where}`,
    only: (where: string) => `in ${where}`,
    quoted: (n: number) => (n === 1 ? "quoted once" : n === 2 ? "quoted twice" : `quoted ${n} times`),
    also: (names: string) => `Also ${names}`,
    elsewhere: (n: number) => `Also in ${count(n, { one: "other article", other: "other articles" })}`,
    unplaced: "Not placed on the map",
    stands: (name: string) => `Stands for ${name}`,
    belongs: (name: string) => `Belongs to ${name}`,
    here: (who: string) => `Here: the ${who}`,
    unresolved: "Which day is not known without the publication date",
    vague: "No day can be given",
    unsure: "Less sure than most",
    types: { DURATION: "How long", SET: "How often", TIME: "Time", DATE: "Date" },
  },

  dates: {
    comma: ", ",
    decade: (year: string) => `${year}s`,
    /** Parts of a day, by their TIMEX3 letters. */
    parts: {
      MO: "morning",
      MI: "midday",
      AF: "afternoon",
      EV: "evening",
      NI: "night",
      DT: "daytime",
    } as Record<string, string>,
    /** What a TIMEX3 `mod` does to a date. */
    shades: {
      START: (date) => `early ${date}`,
      MID: (date) => `mid-${date}`,
      END: (date) => `late ${date}`,
      APPROX: (date) => `about ${date}`,
      BEFORE: (date) => `before ${date}`,
      AFTER: (date) => `after ${date}`,
      ON_OR_BEFORE: (date) => `by ${date}`,
      ON_OR_AFTER: (date) => `since ${date}`,
      LESS_THAN: (date) => `under ${date}`,
      MORE_THAN: (date) => `over ${date}`,
      EQUAL_OR_LESS: (date) => `at most ${date}`,
      EQUAL_OR_MORE: (date) => `at least ${date}`,
    } as Record<string, (date: string) => string>,
  },

  correct: {
    title: (name: string) => `Correct ${name}`,
    name: "Name",
    kind: "Kind",
    same: "Same as",
    nobody: "–",
    which: "Where",
    all: (n: number) => (n === 1 ? "the one mention" : `all ${n} mentions`),
    written: (form: string, n: number) => `where it says “${form}” (${n})`,
    this: "only here",
    everywhere: "In all articles, from now on",
    save: "Save",
    ignore: "Not a name",
    undate: "Not a date",
    cancel: "Cancel",
    add: (form: string) => `“${form}” is a name`,
    pick: "Mark as a name",
    hint: (form: string, keys: string) => `“${form}” selected. ${keys} marks it as a name.`,
    kept: "Corrections",
    saveAs: "Save as a file",
    open: "Open a file",
    imported: (n: number) =>
      n ? `${count(n, { one: "correction", other: "corrections" })} made` : "Nothing new in it",
    unknown: "This file holds no corrections. Nothing has changed.",
    lost: "The correction holds until the page is closed: this browser keeps nothing for it.",
    made: (n: number) => count(n, { one: "correction", other: "corrections" }),
    undo: "Undo",
    redo: "Redo",
  },

  blocks: {
    headline: "the headline",
    deck: "the deck",
    byline: "the byline",
    published: "the date line",
    subhead: "a subheading",
    caption: "a caption",
    credit: "a credit",
    related: "a link",
    crumb: "the navigation",
    repeat: "a caption",
    paragraph: (n: number) => `paragraph ${n}`,
  },

  proxy: (name: string, kind: string, n: number, of: number) => `${name}, ${kind}, mention ${n} of ${of}`,

  panel: {
    label: "Notes on the article",
    short: "In short",
    who: "Who",
    where: "Where",
    when: "When",
    said: "Said",
    length: "Number of key sentences",
    phrases: "Key phrases",
    organisations: "Organisations",
    mentions: (n: number) => count(n, { one: "mention", other: "mentions" }),
    more: (n: number) => `Show ${n} more`,
    fewer: "Show fewer",
    none: {
      short: "Too short to sum up.",
      who: "No names found.",
      where: "No places found.",
      when: "No dates found.",
      said: "Nobody is quoted.",
    },
    map: (names: string) => `Map of ${names}`,
    published: "Published",
    publishedText: "found in the article",
    publishedUnknown: "No publication date found, so days such as “Tuesday” stay open.",
    setPublished: "Publication date",
    change: "Change",
    timeline: "Timeline of the dates below",
    openDates: "Not tied to a day",
    durations: "How long, how often",
    larger: "Look for the unplaced in a larger gazetteer (1.8 MB)",
    unknownSpeaker: "Speaker not named",
  },

  out: {
    title: "Take along",
    form: "Form",
    forms: {
      markdown: "Notes, as Markdown",
      text: "Notes, as plain text",
      csv: "All findings, as a table (CSV)",
      geojson: "Places, for a map (GeoJSON)",
      ics: "Dates, for a calendar (iCalendar)",
      jsonld: "About the article (schema.org)",
      annotations: "Marks, as Web Annotations",
    },
    copy: "Copy",
    save: "Save",
    copied: "Copied",
    saved: "Saved as a file",
  },

  zoom: { in: "Closer", out: "Farther", whole: "Show all" },

  library: {
    label: "Library",
    language: "Language",
    yours: "Yours",
    articles: "Articles",
    add: "Paste or drop an article",
    open: "Library",
    close: "Close",
    remove: "Remove",
    private: "Read on this device. Nothing is sent.",
    quality: "How good it is, and where it errs",
    credit: "Places: GeoNames, CC BY 4.0. Map: Natural Earth.",
    skip: "Skip to the article",
  },

  across: {
    title: "Across all articles",
    link: "Across all articles",
    lead: (n: number, from: string, to: string) =>
      `${count(n, { one: "article", other: "articles" })}, ${from} – ${to}. Press a dot to read who or what is named there.`,
    table: "Who and what is named in which article",
    search: "Search people, places, days, words",
    story: "The story in order",
    adds: "What each article adds",
    first: "Named here first",
    together: "Named together",
  },

  paste: {
    title: "A new article",
    label: "The text of the article",
    placeholder: "Paste the text of an article here.",
    hint: "It is read at once, on this device. Nothing is sent, nothing is stored.",
    date: "Publication date, if you know it",
    read: "Read it",
    file: "Choose a file",
    drop: "Drop to read",
    formats: "A text, HTML or Markdown file can also be dropped anywhere on the page.",
  },

  state: {
    reading: "Reading",
    readingLong: (n: number) => `Reading ${count(n, { one: "character", other: "characters" })}`,
    stop: "Stop",
    stopped: "Stopped. The text is untouched.",
    done: (people: number, places: number, dates: number) =>
      `Read: ${count(people, { one: "person", other: "people" })}, ${count(places, { one: "place", other: "places" })}, ${count(dates, { one: "date", other: "dates" })}`,
    jumped: (name: string, n: number, of: number) => `${name}, mention ${n} of ${of}`,
    notEnglish: "This does not look like English. Glosser reads English news, so it marks only what it is sure of.",
    nothing: "Nothing found: no names, places or dates in this text.",
    empty: "There is no text in it. Paste an article, or choose one from the library.",
    unmarked: "This browser cannot mark text in place. The notes work all the same.",
    published: "Set its date",
    noDate: "No date found",
    minutes: (n: number) => (n < 90 ? `${n} min` : `${Math.round(n / 60)} h`),
    pasted: "Pasted",
  },

  error: {
    title: "The article could not be read",
    safe: "Your text is still here and unchanged.",
    retry: "Try again",
    places: "The larger gazetteer could not be fetched. Places are looked up in the one at hand.",
    file: (name: string) =>
      `“${name}” could not be opened. The page is unchanged. Choose a text, HTML or Markdown file.`,
    binary: (name: string) =>
      `“${name}” does not hold text. The page is unchanged. Choose a text, HTML or Markdown file.`,
  },

  keys: {
    title: "Keys",
    /** Keys that work while a mention is in hand. */
    near: { "n  p": "next and previous mention", Enter: "into the card", Esc: "close, and back to the text" },
    /** Keys that work from anywhere. */
    anywhere: {
      next: "next mention, from anywhere",
      previous: "previous mention, from anywhere",
      mark: "make selected words a name",
      undo: "take the last correction back",
      redo: "make it again",
    },
    drawing: "map and timeline: closer, farther, whole",
  },
};

export type Words = typeof en;
