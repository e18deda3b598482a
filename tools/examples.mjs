/** The examples of `www/examples/`: pages as they are, scripts bundled with what they import. */
import { cpSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

const from = join(root, "www", "examples");

/** Builds `dist/examples/`. */
export async function buildExamples(esbuild) {
  const to = join(root, "dist", "examples");
  mkdirSync(to);
  for (const name of readdirSync(from)) if (/\.(html|css)$/.test(name)) cpSync(join(from, name), join(to, name));
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ["live.js", "react.jsx", "vue.js", "svelte.js"].map((name) => join(from, name)),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    legalComments: "none",
    logLevel: "warning",
    outdir: to,
    conditions: ["browser", "production"],
    define: {
      "process.env.NODE_ENV": '"production"',
      __VUE_OPTIONS_API__: "false",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
    plugins: [svelte],
  });
}

const svelte = {
  name: "svelte",
  setup: (build) =>
    build.onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const { compile } = await import("svelte/compiler");
      const { js } = compile(readFileSync(path, "utf8"), { filename: path, generate: "client" });
      return { contents: js.code, loader: "js" };
    }),
};
