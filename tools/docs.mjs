/** `docs/api.md`: the library's interface, from its types and their comments. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { main, root } from "./run.mjs";

export const page = join(root, "docs", "api.md");
const types = join(root, "dist", "types");

/** What the page says, in this order; types that stand in none of these follow. */
const CHAPTERS = {
  Reading: [
    "createReader",
    "ReaderOptions",
    "Reader",
    "ReadSettings",
    "ReadOptions",
    "Progress",
    "ReadManyOptions",
    "Outcome",
    "Input",
    "ArticleOf",
    "PageArticle",
  ],
  "What comes back": ["ArticleRecord"],
  "With articles": [
    "exportArticle",
    "ExportFormat",
    "SourceOptions",
    "WasmOptions",
    "textFragment",
    "LinkOptions",
    "createLibrary",
    "Library",
    "LibraryRecord",
    "correct",
    "Correction",
    "Which",
    "Quote",
    "EntityKind",
    "History",
  ],
  "Web pages and the terminal": ["pageText", "PageRecord", "terminalPage", "TerminalOptions"],
  "In a page": ["createAnnotation", "AnnotationOptions", "Skip", "Annotation", "Target", "TargetList"],
  "Errors, and where things are": ["GlosserError", "ErrorCode", "WasmSource", "PlacesSource"],
};

/** The page as Markdown. */
export function apiPage() {
  const exported = names(readFileSync(join(types, "www", "core", "api.d.ts"), "utf8"));
  const found = new Map();
  for (const [name, from] of exported) {
    const declared = declarations(readFileSync(from, "utf8")).get(name);
    if (!declared) throw new Error(`${name} is exported and not declared in ${from}`);
    found.set(name, declared);
  }
  const placed = new Set(Object.values(CHAPTERS).flat());
  const rest = [...found.keys()].filter((name) => !placed.has(name));
  const chapters = { ...CHAPTERS, "What comes back": [...CHAPTERS["What comes back"], ...rest] };
  const parts = Object.entries(chapters).map(
    ([title, list]) => `## ${title}\n\n${list.map((name) => section(name, found.get(name))).join("\n")}`,
  );
  return `# The library

What \`import { … } from "glosser"\` gives. Made from the types and their comments by the build; the examples are run by the
tests. The elements are described in [\`www/README.md\`](../www/README.md), what to do for each bundler and runtime, and every
error, in [\`package.md\`](package.md).

${parts.join("\n")}`;
}

/** The names a module passes on, and the files that declare them. */
function names(source) {
  const found = [];
  for (const [, list, path] of source.matchAll(/export (?:type )?\{([^}]*)\} from "([^"]+)"/g))
    for (const name of list.split(","))
      if (name.trim())
        found.push([name.trim().replace(/^type /, ""), join(types, "www", "core", path.replace(/\.js$/, ".d.ts"))]);
  return found;
}

/** Each exported declaration of a file: its comment and its text. */
function declarations(source) {
  const found = new Map();
  const head =
    /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?^export (?:declare )?(?:abstract )?(?:interface|type|function|class|const) (\w+)/gm;
  for (const match of source.matchAll(head)) {
    const [whole, comment = "", name] = match;
    const start = match.index + whole.lastIndexOf("export");
    const text = source.slice(start, end(source, start)).replace(/^export (declare )?/, "");
    const known = found.get(name);
    found.set(name, known ? { ...known, text: `${known.text}\n${text}` } : { comment: prose(comment), text });
  }
  return found;
}

/** Where a declaration ends: at its outermost brace, or at the semicolon outside of all. */
function end(source, start) {
  const braced = /^export (declare )?(abstract )?(interface|class)/.test(source.slice(start, start + 60));
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    if (source.startsWith("/*", at)) at = source.indexOf("*/", at) + 1;
    else if ("{([".includes(source[at])) depth++;
    else if ("})]".includes(source[at])) {
      depth--;
      if (depth === 0 && braced && source[at] === "}") return at + 1;
    } else if (source[at] === ";" && depth === 0) return at + 1;
  }
  return source.length;
}

/** A comment without its stars, and without links that only Rust can follow. */
function prose(comment) {
  return comment
    .replace(/^[ \t]*\*? ?/gm, "")
    .replace(/\[(`[^`]+`)\]\(\w+::\w+\)/g, "$1")
    .trim();
}

function section(name, { comment, text }) {
  const members = /^(interface|class) /.test(text) ? membersOf(text) : undefined;
  if (!members) return `### ${name}\n\n${comment}\n\n\`\`\`ts\n${bare(text)}\n\`\`\`\n`;
  const list = members.map((member) => `- \`${member.text}\`${member.comment && ` — ${indent(member.comment)}`}`);
  const [, more] = /^interface \w+ extends ([\w, ]+?) \{/.exec(text) ?? [];
  const also = more ? `All of ${more.split(", ").map(linked).join(" and ")}, and:\n\n` : "";
  return `### ${name}\n\n${comment}\n\n${also}${list.join("\n")}\n`;
}

/** A type's name, leading to its own section. */
const linked = (name) => `[\`${name}\`](#${name.toLowerCase()})`;

/** A declaration without comments, its blank lines taken out. That what is optional may be undefined goes without saying. */
function bare(text) {
  return text
    .replace(/[ \t]*\/\*\*[\s\S]*?\*\/\n?/g, "")
    .replace(/\n\s*\n/g, "\n")
    .replace(/\}\n \| \{/g, "} | {")
    .replace(/ = \n/g, " =\n")
    .replace(/(\?: [^;]*?) \| undefined;/g, "$1;")
    .replace(/(\?: [^;]*?) \| undefined$/g, "$1");
}

const HIDDEN = /^(private |#|free\(\)|\[Symbol\.dispose\]|static )/;

/** The public members of an interface or class: each one's comment and text on one line. */
function membersOf(text) {
  // What comes from the core is made by a function of ours.
  const made = /\bfree\(\): void/.test(text);
  const body = text.slice(text.indexOf("{") + 1, text.lastIndexOf("}"));
  const found = [];
  let depth = 0;
  let start = 0;
  let comment = "";
  for (let at = 0; at < body.length; at++) {
    if (body.startsWith("/**", at)) {
      const close = body.indexOf("*/", at);
      if (depth === 0) {
        comment = prose(body.slice(at + 3, close));
        start = close + 2;
      }
      at = close + 1;
    } else if ("{([".includes(body[at])) depth++;
    else if ("})]".includes(body[at])) depth--;
    else if (body[at] === ";" && depth === 0) {
      const member = bare(body.slice(start, at)).replace(/\s+/g, " ").trim();
      if (member && !HIDDEN.test(member) && !(made && member.startsWith("constructor")))
        found.push({ comment, text: member });
      comment = "";
      start = at + 1;
    }
  }
  return found;
}

/** What follows the first line of a list item. */
function indent(text) {
  return text.replace(/\n(?=.)/g, "\n  ");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main(() => writeFileSync(page, apiPage()));
