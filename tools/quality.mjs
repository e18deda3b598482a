/**
 * How good the reader is, measured and told: `node tools/quality.mjs` asks `glosser eval` about every development set and
 * writes what it says into `models/quality.json`, and from that `www/quality.html`, which needs neither script nor network.
 * `node tools/quality.mjs --page` writes the page anew without measuring.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { main, root, step } from "./run.mjs";

const shared = join(root, "..", "shared", "data");
export const dataFile = join(root, "models", "quality.json");
export const pageFile = join(root, "www", "quality.html");

const NER = (name) => ["names", join(shared, "ner", "dev", `${name}.jsonl.gz`)];
const GUM = join(shared, "coref", "gum_traindev.jsonl");
const MEANTIME = join(shared, "coref", "meantime_apple_gm.jsonl");
const GEO = ["geo", "--given"];
const VIRUS = join(shared, "geo", "geovirus.jsonl");
const QUOTES = ["quotes", "--marked", join(shared, "quotes", "gum_traindev.jsonl")];
const SUMMARY = join(shared, "summary", "gum_traindev.jsonl");

/**
 * The tables of the page. A row: the set, what `glosser eval` is asked, how the line of its answer begins, and which
 * numbers of that line are meant. `first`: how the line begins from which on it is looked for.
 */
const TABLES = [
  {
    title: "People, places, organisations",
    note: "Strict F1: the edges and the kind of a name are both right. Sets differ in what they mark, and so do their scores.",
    columns: ["people", "places", "people and places", "organisations"],
    rows: [
      [
        "our own articles of the whole world, never trained on",
        ["names", "--aside", "models/passages"],
        "passages",
        [0, 1, 3, 2],
      ],
      ["news, machine-marked and mended (GMB)", NER("gmb"), "gmb", [0, 1, 3, 2]],
      ["eight kinds of text, news among them (GUM)", NER("gum"), "gum", [0, 1, 3, 2]],
      ["encyclopaedia, openings of articles (Re-DocRED)", NER("docred"), "docred", [0, 1, 3, 2]],
      ["encyclopaedia: politics, science, arts (CrossNER)", NER("crossner"), "crossner", [0, 1, 3, 2]],
      ["blogs, mails, reviews (English Web Treebank)", NER("uner_ewt_dev"), "uner_ewt_dev", [0, 1, 3, 2]],
    ],
  },
  {
    title: "Names, by the part of the world",
    note: "Share of names found in our own articles that were never trained on, in per cent. Few names, so read them as a hint.",
    columns: ["people", "places", "organisations", "names"],
    whole: [3],
    rows: [
      "Africa",
      "Middle East",
      "South and Central Asia",
      "East Asia",
      "Oceania",
      "Europe",
      "North America",
      "Latin America",
    ].map((region) => [region, ["names", "--aside", "models/passages"], region, [0, 1, 2, 3]]),
  },
  {
    title: "Dates",
    note: "Strict F1: the edges are right. Value F1: the day, month or period it means is right as well.",
    columns: ["strict", "value"],
    rows: [
      ["news (MEANTIME)", ["dates", join(shared, "time", "dev", "meantime.jsonl")], "  gold", [2, 8]],
      [
        "eight kinds of text, marked by other rules (GUM)",
        ["dates", join(shared, "time", "dev", "gum.jsonl")],
        "  gold",
        [2, 8],
      ],
    ],
  },
  {
    title: "Who is who",
    note: "CoNLL F1: whether the names of one person, place or organisation are put together, and no others.",
    columns: ["names given", "found by ourselves"],
    rows: [
      [
        "news (MEANTIME)",
        [
          ["coref", "--given", MEANTIME],
          ["coref", MEANTIME],
        ],
        "CoNLL F1",
        [0],
      ],
      [
        "eight kinds of text (GUM)",
        [
          ["coref", "--given", GUM],
          ["coref", GUM],
        ],
        "CoNLL F1",
        [0],
      ],
    ],
  },
  {
    title: "Where it is",
    note: "Names of places in news about epidemics (GeoVirus): the right country, and within 161 km (100 miles) of the right point.",
    columns: ["right country", "within 161 km"],
    rows: [
      ["the gazetteer in the page", [...GEO, "--places", "base", VIRUS], "all ", [1, 4]],
      ["the larger one, on demand and in the native command", [...GEO, VIRUS], "all ", [1, 4]],
    ],
  },
  {
    title: "Who said what",
    note: "Direct quotations of eight kinds of text (GUM), in per cent.",
    columns: ["found", "right speaker"],
    rows: [["direct quotations", [QUOTES, QUOTES], ["detection recall", "speaker right"], [0]]],
  },
  {
    title: "What matters",
    note: "Average precision of who the article is about; ROUGE-2 of a summary of 100 words against those of people.",
    columns: ["who it is about", "summary", "its first sentences"],
    rows: [
      [
        "eight kinds of text (GUM)",
        [
          ["salience", GUM],
          ["summary", "--words", "100", SUMMARY],
          ["summary", "--words", "100", "--lead", SUMMARY],
        ],
        ["79 documents", "all ", "all "],
        [[0], [2], [2]],
      ],
    ],
  },
];

const KINDS = { Person: "person", Place: "place", Organization: "organization" };

/** What is committed and rebuilt from sources, as `models/manifest` lists it. */
export function provenance() {
  const entries = [];
  for (const block of readFileSync(join(root, "models", "manifest"), "utf8").split(/\n{2,}/)) {
    const [file, ...lines] = block.split("\n").filter((line) => line && !line.startsWith("#"));
    if (!file) continue;
    const entry = { file, sha256: {}, command: "", from: [] };
    let field = "";
    for (const line of lines) {
      const [, named, rest] = /^ {2}(\w+)? *(.*)$/.exec(line);
      field = named ?? field;
      if (field === "sha256") {
        const [hash, name = file] = rest.split(/ +/).reverse();
        entry.sha256[name] = hash;
      } else if (field === "command") entry.command += rest;
      else if (field === "from") entry.from.push(rest.replace(/ [0-9a-f]{64}/, "").trim());
    }
    entries.push(entry);
  }
  return entries;
}

/** The SHA-256 of every file that has weights or lists in it: what the figures hold for. */
export function made() {
  const folder = join(root, "models");
  const names = provenance().flatMap(({ file, sha256 }) =>
    Object.keys(sha256).map((name) => (file.includes("*") ? file.replace(/[^/]+$/, name) : name)),
  );
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    ]),
  );
}

/** Asks `glosser eval`; each question once. */
function asker() {
  const command = join(root, "target", "fast", "glosser");
  const answers = new Map();
  return (question) => {
    const key = question.join(" ");
    if (!answers.has(key)) {
      const { status, stdout, stderr } = spawnSync(command, ["eval", ...question], {
        cwd: root,
        encoding: "utf8",
        maxBuffer: 1 << 28,
      });
      if (status !== 0)
        throw new Error(
          `glosser eval ${key}: ${stderr || "it is not built (cargo build --profile fast -p glosser-tools)"}`,
        );
      answers.set(key, stdout);
    }
    return answers.get(key);
  };
}

/** These numbers of the line that begins so. */
function numbers(answer, start, which) {
  const line = answer.split("\n").find((one) => one.startsWith(start));
  if (!line) throw new Error(`no line "${start}" in:\n${answer}`);
  const found = line
    .slice(start.length)
    .match(/\d+(?:\.\d+)?/g)
    .map(Number);
  return which.map((index) => found[index]);
}

function measure() {
  const ask = asker();
  const tables = TABLES.map(({ rows, ...table }) => ({
    ...table,
    rows: rows.map(([set, questions, start, which]) => {
      const all = Array.isArray(questions[0]) ? questions : [questions];
      const values = all.flatMap((question, i) =>
        numbers(ask(question), Array.isArray(start) ? start[i] : start, Array.isArray(which[0]) ? which[i] : which),
      );
      return { set, values };
    }),
  }));
  const confusions = confused(ask(["names", "--aside", "--errors", "models/passages"]));
  return { measured: new Date().toISOString().slice(0, 10), made: made(), tables, confusions };
}

/** Names of our own articles that were taken for something else, were missed, or were none: how often, and some of them. */
function confused(list) {
  const marks = [...list.matchAll(/^([-+]) (\w+) (\S+)\| (.*)$/gm)].map(([, sign, kind, id, around]) => {
    const [before, name, after] = around.replaceAll("⏎", " ").split(/\[|\](?=[^\]]*$)/);
    // Whole words only.
    const context = { before: before.replace(/^\S* /, ""), name, after: after.replace(/ \S*$/, "") };
    return { sign, kind: KINDS[kind], ...context, key: `${id}|${around}` };
  });
  const at = (sign) => new Map(marks.filter((mark) => mark.sign === sign).map((mark) => [mark.key, mark]));
  const [gold, found] = [at("-"), at("+")];
  const groups = new Map();
  const add = (is, as, { before, name, after }) => {
    const group = groups.get(`${is}/${as}`) ?? { is, as, count: 0, examples: [] };
    groups.set(`${is}/${as}`, group);
    group.count++;
    group.examples.push({ before, name, after });
  };
  for (const [key, mark] of gold) add(mark.kind, found.get(key)?.kind ?? "none", mark);
  for (const [key, mark] of found) if (!gold.has(key)) add("none", mark.kind, mark);
  return [...groups.values()]
    .sort((a, b) => b.count - a.count)
    .map((group) => ({ ...group, examples: spread(group.examples, 3) }));
}

/** Some of a list, from all over it. */
const spread = (list, n) => list.filter((_, i) => list.length <= n || i % Math.ceil(list.length / n) === 0).slice(0, n);

const escaped = (text) =>
  `${text}`.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
const WORD = { person: "a person", place: "a place", organization: "an organisation", none: "nothing" };

/** The page. */
export function page({ measured, tables, confusions }) {
  const style = readFileSync(join(root, "www", "styles", "quality.css"), "utf8");
  const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`;
  const table = ({ title, note, columns, rows, whole = [] }) => `<section>
<h2>${escaped(title)}</h2>
<p>${escaped(note)}</p>
<table>
<thead><tr><th scope="col">on</th>${columns.map((name) => `<th scope="col">${escaped(name)}</th>`).join("")}</tr></thead>
<tbody>
${rows
  .map(
    ({ set, values }) =>
      `<tr><th scope="row">${escaped(set)}</th>${values
        .map((value, i) =>
          whole.includes(i)
            ? `<td data-of="${columns[i]}">${value}</td>`
            : `<td data-of="${columns[i]}"><meter min="0" max="100" value="${value}" aria-hidden="true"></meter>${value.toFixed(1)}</td>`,
        )
        .join("")}</tr>`,
  )
  .join("\n")}
</tbody>
</table>
</section>`;
  const says = ({ is, as, count }) =>
    is === "none"
      ? `marked as ${WORD[as]}, with other edges or without reason: ${count}`
      : as === "none"
        ? `${WORD[is]}, missed or with other edges: ${count}`
        : `${WORD[is]}, taken for ${WORD[as]}: ${count}`;
  const confusion = (group) => `<li><p>${says(group)}</p>
<ul>${group.examples
    .map(
      ({ before, name, after }) =>
        `<li><q>… ${escaped(before)}<mark class="${group.is === "none" ? group.as : group.is}">${escaped(name)}</mark>${escaped(after)} …</q></li>`,
    )
    .join("\n")}</ul></li>`;
  const origin = ({ file, sha256, command, from }) => `<li><h3>${escaped(file.replace("../", ""))}</h3>
<dl><dt>made by</dt><dd><code>${escaped(command)}</code></dd>
<dt>of</dt><dd>${from.map(escaped).join("<br>")}</dd>
<dt>SHA-256</dt><dd>${Object.entries(sha256)
    .map(([name, hash]) => `<code>${name === file ? "" : `${escaped(name)} `}${hash}</code>`)
    .join("<br>")}</dd></dl></li>`;
  return `<!doctype html>
<html lang="en">
<!-- Made by tools/quality.mjs from models/quality.json and models/manifest. -->
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Glosser: how good it is, and where it errs</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>How good it is, and where it errs</h1>
<p class="lead">Glosser marks names, dates and quotations by rules and by a small model on your device. It is often right and sometimes wrong.
This page says how often, on which texts, and what its mistakes look like, so that you can tell when not to believe it.</p>
<p>Measured on ${measured} with the models of this version. Errors on most of these sets were looked at while it was built, so expect
somewhat less on articles nobody has seen. All figures are per cent; higher is better.</p>
<section>
<h2>For whom it is not</h2>
<ul>
<li><strong>Languages other than English.</strong> They are recognised and said to be something else; what is marked in them is a guess.</li>
<li><strong>Decisions about people.</strong> A name that is joined with another, or a role that is told of somebody, is what the words suggest. Read
the article before you act on it.</li>
<li><strong>Proof that something is not there.</strong> Of ten organisations it misses two to four, of ten people about one.</li>
<li><strong>Truth.</strong> A role is what the article says, not what is true; a date is what the words mean, not when it happened.</li>
<li><strong>Novels, laws, chats, tables, minutes.</strong> It was made for news prose and is worse on everything else.</li>
<li><strong>Names of other things.</strong> Drugs, ships, laws and cups are no names to it; a club called after a town is often taken for the town.</li>
</ul>
</section>
${tables.map(table).join("\n")}
<section>
<h2>Its mistakes</h2>
<p>All of them in our own articles that were never trained on, and some of each sort. The line under the words is what they should have been
or, where they are no name, what they were taken for: a person <mark class="person">solid</mark>, a place
<mark class="place">dotted</mark>, an organisation <mark class="organization">double</mark>.</p>
<ol class="mistakes">
${confusions.map(confusion).join("\n")}
</ol>
</section>
<section>
<h2>What it was made of</h2>
<p>Each file of weights or lists can be rebuilt by the command beside it, byte for byte.</p>
<ul class="origins">
${provenance().map(origin).join("\n")}
</ul>
</section>
<section>
<h2>Where your texts go</h2>
<p>Nowhere. Reading happens in this browser; the page asks for its own files and nothing else, and keeps only what you tell it to keep. The tests
open every page in three browsers and fail at the first request that leaves for another place.</p>
</section>
</main>
</body>
</html>
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main(async () => {
    if (!process.argv.includes("--page")) {
      if (!existsSync(shared)) throw new Error("the development sets are not here (../shared/data)");
      const data = await step("measuring", measure);
      writeFileSync(dataFile, `${JSON.stringify(data, null, 1)}\n`);
    }
    writeFileSync(pageFile, page(JSON.parse(readFileSync(dataFile, "utf8"))));
  });
