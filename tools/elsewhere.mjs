/** Builds the WebAssembly once more, in another folder and from nothing but the sources: the bytes must be the same. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { ask, main, root } from "./run.mjs";

const SOURCES = ["src", "models", "tools", "benches", ".cargo", "Cargo.toml", "Cargo.lock", "package.json"];
const wasm = (folder) => readFileSync(join(folder, "pkg", "glosser_bg.wasm"));
const hash = (bytes) => createHash("sha256").update(bytes).digest("hex");

await main(async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), "glosser-elsewhere-"));
  try {
    for (const file of ask("git", "ls-files", "--", ...SOURCES).split("\n"))
      cpSync(join(root, file), join(elsewhere, file));
    symlinkSync(join(root, "node_modules"), join(elsewhere, "node_modules"));
    const build = `import { buildWasm } from "./tools/build.mjs"; buildWasm();`;
    // Cargo of a test run says where its results go; these go elsewhere.
    const { CARGO_TARGET_DIR: _, ...env } = process.env;
    const { status } = spawnSync("node", ["--input-type=module", "--eval", build], {
      cwd: elsewhere,
      stdio: "inherit",
      env,
    });
    if (status !== 0) throw new Error("it could not be built elsewhere");
    const [here, there] = [hash(wasm(root)), hash(wasm(elsewhere))];
    if (here !== there) throw new Error(`glosser_bg.wasm is ${here} here and ${there} elsewhere`);
    const text = wasm(root).toString("latin1");
    for (const path of [process.env.CARGO_HOME ?? join(homedir(), ".cargo"), root])
      if (text.includes(path)) throw new Error(`glosser_bg.wasm tells of ${path}`);
    console.log(`  the same WebAssembly elsewhere: ${here}`);
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
});
