/** The types of the package, made from the sources: `dist/types/`. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { main, root, run } from "./run.mjs";

const types = join(root, "dist", "types");

/** Declarations of every module the entries lead to; the records are those that Rust declares. */
export function writeTypes() {
  rmSync(types, { recursive: true, force: true });
  run("tsc", "--project", "www/tsconfig.types.json");
  mkdirSync(join(types, "pkg"), { recursive: true });
  cpSync(join(root, "pkg", "glosser.d.ts"), join(types, "pkg", "glosser.d.ts"));
  cpSync(join(root, "www", "types"), join(types, "www", "types"), { recursive: true });
  for (const path of readdirSync(types, { recursive: true }).filter((name) => name.endsWith(".d.ts"))) {
    const file = join(types, path);
    writeFileSync(file, published(readFileSync(file, "utf8"), file));
  }
}

/**
 * As Node resolves modules: with endings. Lit is inside our scripts, and its types are not a reader's concern: what shows
 * of it stands in `lit.d.ts`.
 */
function published(source, file) {
  const lit = relative(dirname(file), join(types, "www", "types", "lit.js"));
  const specifier = (path) => {
    if (/^lit(-html|-element)?($|\/)/.test(path)) return lit.startsWith(".") ? lit : `./${lit}`;
    if (!path.startsWith(".") || path.endsWith(".js")) return path;
    return resolve(dirname(file), path) === join(root, "package.json") ? path : `${path}.js`;
  };
  const text = source.replace(
    /(\bfrom\s+|\bimport\s*\(\s*|^import\s+)"([^"]+)"/gm,
    (_, head, path) => `${head}"${specifier(path)}"`,
  );
  return /\bSymbol\.dispose\b/.test(text) ? `/// <reference lib="esnext.disposable" />\n${text}` : text;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main(writeTypes);
