/** The article that stands in the page before any script has run: read at build time, set as the page itself sets it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./run.mjs";

/** The first article of the corpus: its id, the line above it, its elements and its record, as HTML. Reads it with the core in `dist/`. */
export async function firstArticle(esbuild) {
  const [{ file, title, published }] = JSON.parse(readFileSync(join(root, "corpus", "index.json"), "utf8")).articles;
  const text = readFileSync(join(root, "corpus", file), "utf8");
  const { pieces, whereAndHowLong } = await pageModule(esbuild, "www/page/article.ts");
  const { day } = await pageModule(esbuild, "www/elements/days.ts");
  const { createReader } = await import(`${pathToFileURL(join(root, "dist", "glosser.node.js"))}?${Date.now()}`);
  const reader = createReader();
  const record = await reader.read(text, { title, published });
  reader.dispose();
  const set = ({ name, kind, content }) => `<${name} class="${kind}" dir="auto">${escaped(content)}</${name}>`;
  return {
    id: file.replace(/\.txt$/, ""),
    line: escaped([day(published), ...whereAndHowLong(record, text)].join(" · ")),
    article: `<article lang="en">${pieces(record, text).map(set).join("")}</article>`,
    record: `<script type="application/json" id="first-record">${JSON.stringify(record).replaceAll("<", "\\u003c")}</script>`,
  };
}

/** A module of the page's source that needs no browser. */
async function pageModule(esbuild, path) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [path],
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
