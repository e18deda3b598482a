/** A module of the page's source, bundled and loaded: what needs no browser is tested without one. */
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../../tools/run.mjs";

export async function load(path) {
  const { outputFiles } = await build({
    entryPoints: [join(root, "www", path)],
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    logLevel: "error",
    inject: [join(root, "www/elements/nowhere.ts")],
    plugins: [coreless],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

/** What the build makes of the core is not needed here. */
const coreless = {
  name: "coreless",
  setup(build) {
    build.onResolve({ filter: /^glosser:/ }, ({ path }) => ({ path, namespace: "none" }));
    build.onLoad({ filter: /./, namespace: "none" }, () => ({ contents: "export const createGlue = undefined" }));
  },
};

/** A record with nothing in it but what is given. */
export const record = (given) => ({
  published: null,
  language: "en",
  blocks: [],
  sentences: [],
  mentions: [],
  references: [],
  dates: [],
  entities: [],
  quotes: [],
  summary: { sentences: [], who: [], where: [], when: [] },
  ...given,
});

/** Names in a text, given by what they are: `{ "Ina Berg": "person/ina-berg" }`. */
export function names(text, owners, confidence = {}) {
  const mentions = [];
  for (const [name, entity] of Object.entries(owners))
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      mentions.push({
        start: at,
        end: at + name.length,
        kind: entity.split("/")[0],
        entity,
        confidence: confidence[name] ?? 0.9,
      });
  mentions.sort((a, b) => a.start - b.start);
  const entities = [...new Set(Object.values(owners))].map((id) => {
    const forms = Object.keys(owners).filter((name) => owners[name] === id);
    return { id, kind: id.split("/")[0], name: forms[0], aliases: forms, mentions: 1, salience: 1 };
  });
  return { mentions, entities };
}
