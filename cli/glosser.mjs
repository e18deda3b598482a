#!/usr/bin/env node
/** `npx glosser`: the native command's `read`, over WebAssembly. Says the same, takes the same options. */
import { createReadStream, readdirSync, readFileSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { extname, join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { createReader, exportArticle, pageText, terminalPage } from "../dist/glosser.node.js";

const HELP = `\
glosser: reads news articles

  glosser FILE...                a digest of each article: texts, web pages (.html), folders of them,
                                 or '-' for standard input (text or a web page)
      --json                     one JSON object per article
      --format WHAT              markdown, text, csv, geojson, ics (calendar), jsonld (schema.org)
                                 or annotations (W3C Web Annotation)
      --url URL                  where the article stands, for those forms
      --jsonl                    JSON lines in, from a file or standard input, and JSON lines out:
                                 {"id", "text", "title"?, "published"?}
      --offsets chars|utf16|bytes
                                 what offsets count (default: chars, Unicode code points)
      --published YYYY-MM-DD     the publication day
      --title TITLE              the headline, where the text has none
      --color always|never|auto  marks in colour (default: in a terminal, unless NO_COLOR is set)
      --places WHAT              base (the gazetteer in the WebAssembly) or a file; default: the large one
      --workers N                how many are read at once (default: as many as there are processors, 8 at most)
      --version, --help
`;

const FORMATS = ["markdown", "text", "csv", "geojson", "ics", "jsonld", "annotations"];
const TEXTS = [".txt", ".text", ".md"];
const PAGES = [".html", ".htm", ".xhtml"];
/** Verbs of the native command that this one has not. */
const NATIVE = ["library", "eval", "train", "gazetteer"];

/** Wrong use, told with exit status 2. */
class Usage extends Error {}

// Nobody listens any more ("glosser … | head"): no reason to complain.
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") process.exit(0);
  complain(`cannot write: ${error.message}`);
  process.exit(1);
});

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  complain(error.message);
  if (error.hint) console.error(error.hint);
  process.exitCode = 2;
}

/** Does what the arguments say; false if one of the articles could not be read. */
async function main(args) {
  const { values, positionals } = parse(args);
  if (values.help) return write(HELP);
  if (values.version) {
    const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    return write(`${version}\n`);
  }
  // The native command has this verb.
  if (positionals[0] === "read") positionals.shift();
  const choose = (name, choices) => {
    const value = values[name];
    if (value !== undefined && !choices.includes(value))
      throw new Usage(`--${name} takes ${choices.join(", ")}, not '${value}'`);
    return value;
  };
  const job = {
    format: choose("format", FORMATS),
    color: choose("color", ["always", "never", "auto"]) ?? "auto",
    options: {
      offsets: choose("offsets", ["chars", "utf16", "bytes"]) ?? "chars",
      published: values.published === undefined ? undefined : day(values.published),
      title: values.title,
    },
    url: values.url,
    json: values.json,
    workers: workers(values.workers),
    places: values.places ?? "large",
  };
  if (job.options.published === null) throw new Usage(`--published takes YYYY-MM-DD, not '${values.published}'`);
  if ([values.json, values.jsonl, values.format].filter(Boolean).length > 1)
    throw new Usage("choose one of --json, --jsonl and --format");
  if (positionals.length === 0) {
    if (process.stdin.isTTY && !values.jsonl)
      throw new Usage("name a file to read, or '-' for standard input (glosser --help tells more)");
    positionals.push("-");
  }
  const [verb] = positionals;
  if (NATIVE.includes(verb) && !statSync(verb, { throwIfNoEntry: false }))
    throw new Usage(`'${verb}' is of the native command; this one reads files (glosser --help tells more)`);
  const names = spread(positionals);
  if (names.length === 0)
    throw new Usage(`${positionals.join(", ")}: no text (.txt, .md) and no web page (.html) in there`);
  return values.jsonl ? jsonLines(names, job) : files(names, job);
}

function parse(args) {
  const text = { type: "string" };
  const flag = { type: "boolean" };
  const options = { json: flag, jsonl: flag, format: text, url: text, offsets: text, published: text, title: text };
  Object.assign(options, {
    color: text,
    places: text,
    workers: text,
    version: flag,
    help: { type: "boolean", short: "h" },
  });
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    // Node goes on with how to name a file that begins with a dash.
    throw new Usage(`${error.message.split(". To specify")[0]} (glosser --help lists the options)`);
  }
}

/** The option `places` of a reader: unpacked once, however many readers and workers there are. */
function gazetteer(choice) {
  if (choice === "base") return {};
  const file = choice === "large" ? new URL("../dist/places.bin.gz", import.meta.url) : choice;
  let bytes;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new Usage(`cannot read the gazetteer ${choice}: ${reason(error)}`);
  }
  return { places: bytes[0] === 0x1f ? gunzipSync(bytes) : bytes };
}

function workers(given) {
  if (given === undefined) return Math.min(availableParallelism(), 8);
  if (!/^[1-9]\d?$/.test(given)) throw new Usage(`--workers takes a number from 1 to 99, not '${given}'`);
  return Number(given);
}

/** A day as lines and options give it: `YYYY-MM-DD`, also `YYYYMMDD`, also with a time behind it; null for what is none. */
function day(text) {
  const found = /^(\d{4})-?(\d\d)-?(\d\d)(?=$|[Tt ])/.exec(text.trim());
  const iso = found?.slice(1).join("-");
  return iso && new Date(`${iso}T00:00:00Z`).toJSON()?.startsWith(iso) ? iso : null;
}

/** The files that are meant: a folder means the texts and web pages in it and below it, by name. */
function spread(names) {
  return names.flatMap((name) => {
    if (name === "-" || !statSync(name, { throwIfNoEntry: false })?.isDirectory()) return [name];
    const inside = readdirSync(name, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    const wanted = inside.filter(
      (entry) =>
        !entry.name.startsWith(".") &&
        (entry.isDirectory() || [...TEXTS, ...PAGES].includes(extname(entry.name).toLowerCase())),
    );
    return spread(wanted.map((entry) => join(name, entry.name)));
  });
}

/** Reads files one after another and writes what is asked for. */
async function files(names, { format, color, options, url, json, workers, places }) {
  const progress = counter(names.length);
  let good = true;
  let gap = "";
  const style = {
    color: color === "always" || (color === "auto" && process.stdout.isTTY && !process.env.NO_COLOR),
    width: Math.min(Math.max(Number.parseInt(process.env.COLUMNS ?? "", 10) || 80, 30), 100),
  };
  const known = gazetteer(places);
  const reader = createReader({
    ...known,
    ...(json && names.length > 1 ? { workers: Math.min(workers, names.length) } : {}),
  });
  const failed = (name, why) => {
    good = false;
    gap = "\n";
    progress.clear();
    complain(`cannot read ${name}: ${why}`);
  };
  /** What can be read of the files; what cannot is told. */
  function* articles() {
    for (const name of names) {
      try {
        yield { name, ...source(name), ...options };
      } catch (error) {
        failed(name, reason(error));
      }
    }
  }
  if (json) {
    for await (const { input, article, error } of reader.readMany(articles())) {
      progress.step();
      if (error) failed(input.name, error.message);
      else {
        const { title: _, text, ...record } = article;
        await print({ id: input.name, ...(text === undefined ? {} : { text }), ...record });
      }
    }
  } else {
    for (const input of articles()) {
      const page = "html" in input ? await pageText(input.html) : { text: input.text };
      const about = { published: options.published ?? page.published, title: options.title ?? page.title };
      progress.clear();
      if (format) {
        const article = await reader.read(page.text, about);
        const out = await exportArticle(article, page.text, format, { title: about.title, url });
        await write(out.endsWith("\n") ? out : `${out}\n`);
      } else {
        const heading = names.length > 1 ? `${gap}==> ${input.name} <==\n\n` : "";
        await write(heading + (await terminalPage(page.text, { ...about, ...style, ...known })));
        gap = "\n";
      }
      progress.step();
    }
  }
  reader.dispose();
  progress.clear();
  return good;
}

/** JSON lines in, JSON lines out, in order and as they come. */
async function jsonLines(names, { options, workers, places }) {
  const reader = createReader({ workers, ...gazetteer(places) });
  const progress = counter();
  let good = true;
  const told = (what) => {
    good = false;
    progress.clear();
    complain(what);
  };
  async function* lines(name) {
    let number = 0;
    const input = name === "-" ? process.stdin : createReadStream(name);
    for await (const raw of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      const line = number === 1 ? raw.replace(/^\uFEFF/, "") : raw;
      if (line.trim() === "") continue;
      let given;
      try {
        given = JSON.parse(line);
        if (typeof given?.text !== "string") throw new Error("it has no text");
      } catch (error) {
        told(`line ${number} is skipped: ${error.message}`);
        continue;
      }
      const blank = given.published === undefined || given.published === null || `${given.published}`.trim() === "";
      const found = blank ? options.published : typeof given.published === "string" ? day(given.published) : null;
      if (found === null)
        told(`line ${number} is read without a day: published is ${JSON.stringify(given.published)}, not YYYY-MM-DD`);
      const title = typeof given.title === "string" ? given.title : options.title;
      yield {
        ...options,
        number,
        id: given.id ?? null,
        text: given.text,
        title,
        published: found ?? options.published,
      };
    }
  }
  for (const name of names) {
    try {
      for await (const { input, article, error } of reader.readMany(lines(name))) {
        if (error) told(`line ${input.number}: ${error.message}`);
        else await print({ id: input.id, ...article });
        progress.step();
      }
    } catch (error) {
      told(`cannot read ${name}: ${reason(error)}`);
    }
  }
  reader.dispose();
  progress.clear();
  return good;
}

/** A file as text or as a web page: by its name; what comes on standard input, by how it begins. */
function source(name) {
  const text = decode(readFileSync(name === "-" ? 0 : name), name);
  const page = name === "-" ? /^\s*<(!doctype )?html/i.test(text) : PAGES.includes(extname(name).toLowerCase());
  return page ? { html: text } : { text };
}

/** UTF-8, or UTF-16 with its mark. What cannot be read is replaced, and said. */
function decode(bytes, name) {
  const keep = { ignoreBOM: true };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { ...keep, fatal: true }).decode(bytes);
  } catch {
    complain(`${name} is not UTF-8; what could not be read stands as \uFFFD`);
    return new TextDecoder("utf-8", keep).decode(bytes);
  }
}

/** How far it is, for somebody who waits at a terminal; nothing for the first second. */
function counter(total) {
  const start = performance.now();
  let done = 0;
  let shown = 0;
  const seen = process.stderr.isTTY && !process.stdout.isTTY;
  return {
    step() {
      done++;
      const now = performance.now();
      if (!seen || now - start < 1000 || now - shown < 100) return;
      shown = now;
      process.stderr.write(`\r${done}${total === undefined ? "" : ` of ${total}`} read`);
    },
    clear() {
      if (shown > 0) process.stderr.write("\r\x1b[K");
      shown = 0;
    },
  };
}

function print(record) {
  return write(`${JSON.stringify(record)}\n`);
}

/** Writes, and waits where the other side is slower. */
function write(text) {
  return new Promise((resolve) => {
    if (process.stdout.write(text)) resolve(true);
    else process.stdout.once("drain", () => resolve(true));
  });
}

function complain(what) {
  console.error(`glosser: ${what}`);
}

/** What a failed reading means, without the path that is told already. */
function reason(error) {
  const reasons = { ENOENT: "there is no such file", EACCES: "it may not be read", EISDIR: "it is a folder" };
  return reasons[error.code] ?? error.message;
}
