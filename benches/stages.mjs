/**
 * `node benches/stages.mjs`: what each stage of reading costs in WebAssembly, for an article of 5,000 characters. (`cargo bench
 * --bench stages` tells it of the native build.) Best of many rounds, stage by stage, as others share the machine.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { main, root } from "../tools/run.mjs";

const ROUNDS = 300;
const LENGTH = 5000;

/** Rows of a table: the stage, and its microseconds. What comes behind the last stage makes objects of what was found. */
export async function stages() {
  const { createReader } = await import("../dist/glosser.js");
  const reader = createReader({ wasm: readFileSync(join(root, "dist", "glosser_bg.wasm")) });
  const folder = join(root, "corpus");
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  const prose = names.map((name) => readFileSync(join(folder, name), "utf8")).join("\n\n");
  const texts = Array.from({ length: Math.floor(prose.length / LENGTH) }, (_, i) =>
    prose.slice(i * LENGTH, (i + 1) * LENGTH),
  );

  const best = new Map();
  for (const text of texts) {
    const least = new Map();
    for (let round = 0; round < ROUNDS; round++) {
      let [stage, since] = ["before", performance.now()];
      const next = (name) => {
        const now = performance.now();
        least.set(stage, Math.min(least.get(stage) ?? Number.POSITIVE_INFINITY, now - since));
        [stage, since] = [name, performance.now()];
      };
      await reader.read(text, { published: "2019-08-23", onProgress: ({ stage }) => next(stage) });
      next("after");
    }
    for (const [stage, time] of least) best.set(stage, (best.get(stage) ?? 0) + (time * 1000) / texts.length);
  }
  await reader.dispose();
  const rows = [...best].map(([stage, time]) => [stage, Math.round(time)]);
  return [...rows, ["all", rows.reduce((sum, [, time]) => sum + time, 0)]];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await main(async () => {
    const rows = await stages();
    console.log(`| stage | µs |\n| --- | --: |\n${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}`);
  });
