/**
 * `node benches/speed.mjs`: full analysis by Glosser beside what others do of it, on the same news text, in turns.
 *
 * The peers live in `benches/peers` (`npm ci` there); they are no part of the package. Each does less than the whole: the
 * table says what. Processor time, best of several rounds, as others share the machine.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root, run } from "../tools/run.mjs";

const ROUNDS = 9;
const PUBLISHED = "2019-08-23";

const peersFolder = join(root, "benches", "peers");

function texts() {
  const folder = join(root, "corpus");
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  return names.map((name) => readFileSync(join(folder, name), "utf8"));
}

/** Who reads, what of an article they find, and a function from text to findings. */
async function readers() {
  const { createReader } = await import("../dist/glosser.js");
  const reader = createReader({ wasm: readFileSync(join(root, "dist", "glosser_bg.wasm")) });
  const load = createRequire(join(peersFolder, "package.json"));
  const nlp = load("compromise");
  const dates = load("compromise-dates");
  const withDates = nlp.extend(dates.default ?? dates);
  const wink = load("wink-nlp")(load("wink-eng-lite-web-model"));
  const chrono = load("chrono-node");
  const recognizers = load("@microsoft/recognizers-text-date-time");
  const day = new Date(`${PUBLISHED}T12:00:00`);
  const microsoft = new recognizers.DateTimeRecognizer(recognizers.Culture?.English ?? "en-us").getDateTimeModel();
  const compromised = (doc) => [doc.people().json(), doc.places().json(), doc.organizations().json()];
  return [
    [
      "Glosser, WebAssembly",
      "names, entities, places, dates, quotations, summary",
      (text) => reader.read(text, { published: PUBLISHED }),
    ],
    ["compromise", "names", (text) => compromised(nlp(text))],
    [
      "compromise with compromise-dates",
      "names, dates",
      (text) => {
        const doc = withDates(text);
        return [...compromised(doc), doc.dates({ today: PUBLISHED }).json()];
      },
    ],
    [
      "wink-nlp, wink-eng-lite-web-model",
      "part of speech, sentences, dates and numbers (no names)",
      (text) => wink.readDoc(text).entities().out(wink.its.detail),
    ],
    ["chrono-node", "dates", (text) => chrono.parse(text, day)],
    ["Recognizers-Text", "dates", (text) => microsoft.parse(text, day)],
  ];
}

/** Rows of a table, its head first. */
export async function speed() {
  if (!existsSync(join(peersFolder, "node_modules")))
    run("npm", "ci", "--prefix", peersFolder, "--ignore-scripts", "--no-fund");
  const all = texts();
  const characters = all.reduce((sum, text) => sum + text.length, 0);
  const best = new Map();
  const list = await readers();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, what, read] of list) {
      const start = process.cpuUsage();
      for (const text of all) await read(text);
      const { user, system } = process.cpuUsage(start);
      const time = (user + system) / 1000;
      const before = best.get(name);
      if (!before || time < before.time) best.set(name, { what, time });
    }
  }
  const kB = (characters / all.length / 1000).toFixed(1);
  const head = ["who", "what of an article", "characters a second", `an article of ${kB} kB`];
  const rows = [...best].map(([name, { what, time }]) => [
    name,
    what,
    `${(characters / time / 1000).toFixed(2)} M`,
    `${(time / all.length).toFixed(1)} ms`,
  ]);
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(await speed());
}
