/**
 * The public interface of the crate, a line an item, from what rustdoc has built: `docs/interface.txt`. Every release that
 * changes or removes a line is a breaking one, by Semantic Versioning; a test holds the file to the code.
 *
 *     cargo doc --no-deps -p glosser && node tools/interface.mjs           # writes it
 *                                       node tools/interface.mjs --check   # fails where it is another
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { main, root } from "./run.mjs";

const file = join(root, "docs", "interface.txt");

const plain = (html) =>
  html
    .replace(/<a [^>]*class="(?:src|anchor|tooltip|doc-anchor)[^>]*>.*?<\/a>/gs, "")
    .replace(/<details class="toggle[^>]*>\s*<summary[^>]*>.*?<\/summary>/gs, "")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();

/** The lines of one page: what it declares, the functions that come with it, the traits it has. */
function lines(path, html) {
  const item = path
    .replace(/\.html$/, "")
    .replace(/(?:^|\/)(?:struct|enum|fn|trait|constant|static|type|macro)\.(\w+)$/, "/$1");
  const name = `glosser::${item.split("/").filter(Boolean).join("::")}`;
  const declared = html.match(/<pre class="rust item-decl">(.*?)<\/pre>/s)?.[1];
  if (!declared) return [];
  // Traits that come by themselves, or for every type there is, tell nothing of this one.
  const own = html.split(/<h2 id="synthetic-implementations"|<h2 id="blanket-implementations"/)[0];
  const [before, traits = ""] = own.split(/<h2 id="trait-implementations"/);
  // Nor do the methods of what it stands in for.
  const [inherent] = before.split(/<h2 id="deref-methods/);
  const headers = (part, pattern) => [...part.matchAll(pattern)].map(([, header]) => plain(header));
  const methods = headers(
    inherent,
    /<section id="(?:method|tymethod|associatedconstant)\.[^>]*>.*?<h4 class="code-header">(.*?)<\/h4>/gs,
  );
  const impls = headers(traits, /<section id="impl-[^>]*>.*?<h3 class="code-header">(.*?)<\/h3>/gs);
  return [plain(declared), ...methods, ...impls.filter((one) => !one.includes("Structural"))].map(
    (one) => `${name}: ${one}`,
  );
}

/** The interface that rustdoc has described. */
export function described() {
  const docs = join(root, "target", "doc", "glosser");
  const pages = readdirSync(docs, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /^(?:struct|enum|fn|trait|constant|static|type|macro)\..*\.html$/.test(entry.name),
    )
    .map((entry) => relative(docs, join(entry.parentPath, entry.name)))
    .filter((path) => path !== "all.html");
  const all = pages.flatMap((path) => lines(path, readFileSync(join(docs, path), "utf8")));
  return `${[...new Set(all)].sort().join("\n")}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main(async () => {
    const now = described();
    if (!process.argv.includes("--check")) return writeFileSync(file, now);
    const [was, is] = [readFileSync(file, "utf8"), now].map((text) => text.trim().split("\n"));
    const gone = was.filter((line) => !is.includes(line));
    const come = is.filter((line) => !was.includes(line));
    if (gone.length + come.length === 0) return;
    const list = (title, lines) => (lines.length ? `${title}\n${lines.map((line) => `  ${line}`).join("\n")}\n` : "");
    throw new Error(
      `${list("gone or changed, which breaks callers:", gone)}${list("new:", come)}` +
        "If it is meant, say so in CHANGELOG.md and run node tools/interface.mjs.",
    );
  });
