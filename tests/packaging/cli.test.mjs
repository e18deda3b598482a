/** `npx glosser` and the native command, side by side: the same words in, the same words out. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { root } from "../../tools/run.mjs";
import { bin, project, TEXT } from "./packed.mjs";

const article = readFileSync(join(root, "corpus", "aleppo-call.txt"), "utf8");
const page = `<!doctype html><title>Site</title><meta property="og:title" content="Rain &amp; wind">
<meta property="article:published_time" content="2021-05-06T08:00:00Z"><nav>Home</nav><p>${TEXT}</p><script>no()</script>`;
const line = (given) => `${JSON.stringify(given)}\n`;

/** A town that only the larger gazetteer knows. */
const SMALL = "Snow fell in Grindavik on Tuesday.";

/** Arguments, standard input, what is compared: the text, or the JSON of each line; exit status if not 0; a complaint. */
const TABLE = [
  [["a.txt"]],
  [["read", "--published", "2019-08-23", "--color", "always", "a.txt"]],
  [["--title", "A title of its own", "-"], article],
  [["page.html"]],
  [["-"], page],
  [["--json", "-"], `\ufeff\n<HTML><title>Rain</title><p>${TEXT}`, "json"],
  [["folder"]],
  [["--format", "markdown", "a.txt"]],
  [["--format", "text", "--url", "https://example.org/a", "page.html"]],
  [["--format", "csv", "a.txt"]],
  [["--format", "geojson", "a.txt"]],
  [["--format", "ics", "--published", "2019-08-23", "a.txt"]],
  [["--format", "jsonld", "a.txt"]],
  [["--format", "annotations", "--url", "https://example.org/a", "a.txt"]],
  [["--json", "a.txt"], "", "json"],
  [["--json", "--places", "base", "-"], SMALL, "json"],
  [["--json", "-"], SMALL, "json"],
  [["--places", "base", "-"], SMALL],
  [["-"], SMALL],
  [["--json", "--offsets", "bytes", "folder", "page.html"], "", "json"],
  [["--json", "--offsets", "utf16", "-"], "Zoë 😀 Berg spoke in Berlin.", "json"],
  [["--jsonl", "--workers", "3"], Array.from({ length: 20 }, (_, id) => line({ id, text: article })).join(""), "json"],
  [
    ["--jsonl", "--published", "2021-05-06"],
    [
      line({ id: "a", text: TEXT, title: "Rain", published: "20210507" }),
      "\n",
      line({ text: TEXT, published: "2021-05-06T08:00:00Z" }),
      line({ id: { of: 1 }, text: "" }),
    ].join(""),
    "json",
  ],
  [["--jsonl", "lines.jsonl"], "", "json"],
  [["--jsonl"], line({ id: 1, text: TEXT, published: "soon" }), "json", 1, /line 1 is read without a day.*"soon"/],
  [["--jsonl"], `{"id":1}\n{"id":2,"text":"Rain."}\nno\n`, "json", 1, /line 1 is skipped[\s\S]*line 3 is skipped/],
  [["missing.txt", "a.txt"], "", "text", 1, /cannot read missing\.txt/],
  [["empty"], "", "text", 2, /empty: no text .* and no web page/],
  [["-"], Buffer.from("Ann Lee left. \xff", "latin1"), "text", 0, /not UTF-8/],
  [["-"], Buffer.from("\ufeffZoë Berg left.", "utf16le"), "text"],
  [["--published", "Friday", "-"], "", "text", 2, /--published takes YYYY-MM-DD, not 'Friday'/],
  [["--published", "2021-02-30", "-"], "", "text", 2, /YYYY-MM-DD/],
  [["--format", "word", "-"], "", "text", 2, /--format takes markdown, text, csv.* not 'word'/],
  [["--color", "blue", "-"], "", "text", 2, /--color takes always, never/],
  [["--offsets", "words", "-"], "", "text", 2, /--offsets takes chars/],
  [["--places", "nowhere.bin", "-"], "", "text", 2, /nowhere\.bin/],
  [["--json", "--format", "csv", "-"], "", "text", 2, /choose one of --json, --jsonl and --format/],
  [["--pages", "-"], "", "text", 2, /--pages/],
];

describe("npx glosser", () => {
  let fresh;
  before(() => {
    fresh = project({
      "a.txt": article,
      "page.html": page,
      "lines.jsonl": line({ id: 1, text: TEXT }),
      "folder/b.md": TEXT,
      "folder/c/d.txt": TEXT,
      "folder/a.htm": page,
      "folder/notes.docx": "no",
      "folder/.hidden.txt": "no",
      "empty/picture.png": "no",
    });
  });
  const run = (command, args, input) => {
    const env = { ...process.env, COLUMNS: "72", NODE_OPTIONS: "" };
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: fresh, input, env, maxBuffer: 1 << 27 });
    return { status, out: String(stdout), errors: String(stderr) };
  };

  for (const [args, input = "", compared = "text", status = 0, complaint = /^$/] of TABLE) {
    it(args.join(" "), () => {
      const ours = run(bin("glosser"), args, input);
      // Only the native command has other verbs, so there it has to be said.
      const verb = args[0] === "read" ? [] : ["read"];
      // How many threads it takes, it decides by itself.
      const known = args.filter((arg, i) => arg !== "--workers" && args[i - 1] !== "--workers");
      const native = run(join(root, "target", "fast", "glosser"), [...verb, ...known], input);
      assert.match(ours.errors, complaint);
      assert.match(native.errors, complaint);
      assert.deepEqual([ours.status, native.status], [status, status]);
      const form =
        compared === "json"
          ? (out) =>
              out
                .split("\n")
                .filter(Boolean)
                .map((l) => JSON.parse(l))
          : (out) => out;
      assert.deepEqual(form(ours.out), form(native.out));
      if (status < 2) assert.ok(ours.out.length > 10);
    });
  }

  it("answers line by line, and ends quietly when nobody listens", () => {
    const lines = line({ id: 1, text: TEXT }).repeat(2000);
    const { status, stdout, stderr } = spawnSync("sh", ["-c", `'${bin("glosser")}' --jsonl | head -n 1`], {
      cwd: fresh,
      input: lines,
    });
    assert.equal(status, 0);
    assert.equal(JSON.parse(String(stdout)).id, 1);
    assert.equal(String(stderr), "");
  });

  it("tells whoever asks it for more than it does", () => {
    const told = (...args) => run(bin("glosser"), args, "").errors;
    assert.match(told("library", "a.txt"), /'library' is of the native command/);
    assert.equal(told("--pages", "-"), "glosser: Unknown option '--pages' (glosser --help lists the options)\n");
    assert.match(told("--places", "nowhere.bin", "-"), /cannot read the gazetteer nowhere\.bin: there is no such file/);
  });

  it("tells its version and its options", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    assert.equal(run(bin("glosser"), ["--version"]).out, `${version}\n`);
    assert.match(run(bin("glosser"), ["--help"]).out, /--jsonl/);
  });
});
