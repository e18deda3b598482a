/**
 * Dates: Glosser beside its peers on the same texts in one run, scored by the same scorer (`glosser eval dates`).
 *
 *   cargo build --release -p glosser-tools
 *   npm ci --prefix benches/peers --ignore-scripts
 *   node benches/dates.mjs [path of glosser] [MEANTIME dev set]
 *
 * The sets: MEANTIME's development part, where it is at hand, and the sentences of `tests/dates/wire.txt`, which we wrote: on those
 * our own score only says that the tests pass. Peers take the earlier of two readings, as news means the past one, and what they
 * return is put into TIMEX3 as kindly as can be. A peer that is not installed is left out and said to be.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [
  glosser = join(here, "../target/release/glosser"),
  meantime = join(here, "../../shared/data/time/dev/meantime.jsonl"),
] = process.argv.slice(2);
const require = createRequire(join(here, "peers/"));
const work = mkdtempSync(join(tmpdir(), "dates-"));

const sets = [["wire sentences", wire()]];
if (existsSync(meantime)) sets.unshift(["MEANTIME dev", meantime]);
else console.error("left out: no development set beside the project");

const peers = { "chrono-node": chrono(), "Recognizers-Text": recognizers() };
console.log("| set | reader | strict F1 | relaxed F1 | value F1 | characters a CPU second |");
console.log("| --- | --- | --: | --: | --: | --: |");
for (const [name, gold] of sets) {
  const documents = lines(gold);
  const size = documents.reduce((sum, { text }) => sum + text.length, 0);
  row(name, "Glosser, native", execFileSync(glosser, ["eval", "dates", "--speed", gold], { encoding: "utf8" }));
  for (const [peer, find] of Object.entries(peers)) {
    if (!find) continue;
    const read = () => documents.map(({ id, text, dct }) => ({ id, timexes: find(text, dct) }));
    read(); // warm
    const begun = process.cpuUsage();
    const found = read();
    const { user, system } = process.cpuUsage(begun);
    const speed = Math.round((1e6 * size) / (user + system));
    const file = join(work, "found.jsonl");
    writeFileSync(file, found.map((d) => `${JSON.stringify(d)}\n`).join(""));
    const out = execFileSync(glosser, ["eval", "dates", "--found", file, gold], { encoding: "utf8" });
    row(name, peer, `${out} ${speed} characters a second`);
  }
}

function row(set, reader, out) {
  const [, strict] = out.match(/strict F ([\d.]+)/);
  const [, relaxed] = out.match(/relaxed P .* F ([\d.]+) \| type/);
  const [, value] = out.match(/value acc [\d.]+ F ([\d.]+)/);
  const speed = Number(out.match(/(\d+) characters a second/)[1]);
  console.log(`| ${set} | ${reader} | ${strict} | ${relaxed} | ${value} | ${speed.toLocaleString("en")} |`);
}

function lines(file) {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** The table of wire sentences as gold: "He came on [Friday|1998-08-07]." */
function wire() {
  const documents = [];
  let dct = "";
  for (const line of readFileSync(join(here, "../tests/dates/wire.txt"), "utf8").split("\n")) {
    if (line.startsWith("published ")) dct = line.slice(10);
    if (!line.startsWith("  ")) continue;
    const timexes = [];
    let text = "";
    for (const [, before, words, value] of `${line.trim()}[]`.matchAll(/([^[]*)\[([^\]|]*)\|?([^\]]*)\]/g)) {
      text += before;
      if (words)
        timexes.push({ start: text.length, end: text.length + words.length, type: "DATE", value: value.split(" ")[0] });
      text += words;
    }
    documents.push({ id: String(documents.length), dct, text, timexes });
  }
  const file = join(work, "wire.jsonl");
  writeFileSync(file, documents.map((d) => `${JSON.stringify(d)}\n`).join(""));
  return file;
}

/** A timex at UTF-16 offsets, in code points as the scorer counts. */
function timex(text, start, end, value) {
  const points = (to) => [...text.slice(0, to)].length;
  const type = value.startsWith("P") && !value.endsWith("REF") ? "DURATION" : value.includes("T") ? "TIME" : "DATE";
  return { start: points(start), end: points(end), type, value };
}

function load(name) {
  try {
    return require(name);
  } catch {
    console.error(`left out: ${name} is not installed in benches/`);
    return null;
  }
}

function chrono() {
  const { casual } = load("chrono-node") ?? {};
  if (!casual) return null;
  const two = (n) => String(n).padStart(2, "0");
  const value = (at) => {
    const [y, m, d] = [at.get("year"), two(at.get("month")), two(at.get("day"))];
    const day = at.isCertain("day") || at.isCertain("weekday");
    if (at.isCertain("hour")) return `${y}-${m}-${d}T${two(at.get("hour"))}:${two(at.get("minute"))}`;
    return day ? `${y}-${m}-${d}` : at.isCertain("month") ? `${y}-${m}` : `${y}`;
  };
  return (text, dct) => {
    const found = casual.parse(text, new Date(`${dct}T12:00:00`), { forwardDate: false });
    return found.map((r) => timex(text, r.index, r.index + r.text.length, value(r.start)));
  };
}

function recognizers() {
  const { recognizeDateTime } = load("@microsoft/recognizers-text-date-time") ?? {};
  if (!recognizeDateTime) return null;
  const clock = (time) => time.slice(0, 5);
  const value = ({ timex, value, start }, dct) => {
    // "on Thursday" of a Thursday is that day.
    if (timex === `XXXX-WXX-${new Date(`${dct}T12:00:00Z`).getUTCDay() || 7}`) return dct;
    if (/_REF$/.test(timex)) return timex;
    const span = timex.match(/^\((.*),(.*),(P.*)\)$/);
    if (span) {
      const [y, m, d] = (start ?? "").split(/[- ]/);
      if (span[3] === "P3M" && d === "01" && m % 3 === 1) return `${y}-Q${(Number(m) + 2) / 3}`;
      if (span[3] === "P6M" && d === "01" && m % 6 === 1) return `${y}-H${(Number(m) + 5) / 6}`;
      if (span[3] === "P10Y" && y % 10 === 0 && m === "01") return y.slice(0, 3);
      return span[3];
    }
    const [day, time] = (value ?? "").split(" ");
    if (/^\d{4}-\d\d-\d\d$/.test(day)) return time ? `${day}T${clock(time)}` : day;
    if (timex.startsWith("XXXX-") && start) {
      if (/^XXXX-\d\d$/.test(timex)) return start.slice(0, 7);
      const part = timex.match(/T[A-Z]{2}$/);
      if (part) return start.slice(0, 10) + part[0];
      return start.slice(0, 4) + timex.slice(4);
    }
    return timex.startsWith("T") ? `${dct}${timex.length === 3 ? `${timex}:00` : timex}` : timex;
  };
  return (text, dct) =>
    recognizeDateTime(text, "en-us", undefined, new Date(`${dct}T00:00:00`))
      .filter((r) => r.resolution?.values?.[0]?.timex)
      .map((r) => timex(text, r.start, r.end + 1, value(r.resolution.values[0], dct)));
}
