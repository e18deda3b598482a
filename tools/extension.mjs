/** The browser extension, `dist/extension/`: one folder for Chromium and Firefox. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { main, root } from "./run.mjs";

const source = join(root, "www", "extension");
const target = join(root, "dist", "extension");

/** Made of what the page is made of: the options of the bundler, and its plugins that put the core into a script. */
export async function buildExtension(esbuild, options, plugins) {
  mkdirSync(target, { recursive: true });
  const bundle = (files, more) =>
    esbuild.build({
      ...options,
      entryPoints: files.map((file) => join(source, file)),
      outdir: "dist/extension",
      ...more,
    });
  await bundle(["background.ts", "aside.css"], { format: "iife" });
  await bundle(["aside.ts"], { format: "iife", plugins });
  // What the script ends with is what the background is told.
  await bundle(["page.ts"], {
    format: "iife",
    plugins,
    globalName: "glosserExtension",
    footer: { js: "glosserExtension.outcome;" },
  });
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const manifest = JSON.parse(readFileSync(join(source, "manifest.json"), "utf8"));
  writeFileSync(join(target, "manifest.json"), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
  writeFileSync(join(target, "icon.png"), await icon(128));
  copyFileSync(join(source, "aside.html"), join(target, "aside.html"));
}

/** `page/icon.svg` in pixels, which is all that Chromium takes: a line of a person over a line of a place. */
async function icon(size) {
  // Not at the top: in a fresh clone the packages are installed by a script that imports this one.
  const { PNG } = await import("pngjs");
  const image = new PNG({ width: size, height: size });
  const unit = size / 16;
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const [row, column] = [Math.floor(y / unit), Math.floor(x / unit)];
      const within = column >= 2 && column < 14;
      const person = within && (row === 4 || row === 5);
      const place = within && (row === 10 || row === 11) && Math.floor((column - 2) / 2) % 2 === 0;
      const ink = person ? [0x7a, 0x3e, 0x9d] : place ? [0x0b, 0x6e, 0x4f] : [0xfc, 0xfb, 0xf8];
      image.data.set([...ink, 255], (y * size + x) * 4);
    }
  return PNG.sync.write(image);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(build);
  console.log("dist/extension can be loaded: chrome://extensions (unpacked), about:debugging (manifest.json)");
}
