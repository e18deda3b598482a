/** Installs what is missing and nothing else: npm packages, the wasm target, wasm-bindgen and wasm-pack. */
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { ask, root, run, runWith, step, toolHome } from "./run.mjs";

const WASM_PACK = "0.15.1";

export async function setup() {
  if (!ask("cargo", "--version"))
    throw new Error("cargo is missing: install Rust from https://rustup.rs and try again");
  await npmPackages();
  await wasmTarget();
  // wasm-bindgen's command must be of the very version that the library is locked to.
  await cargoTool("wasm-bindgen-cli", "wasm-bindgen", locked("wasm-bindgen"), "2 to 4 minutes, once per user");
  await cargoTool("wasm-pack", "wasm-pack", WASM_PACK, "1 to 3 minutes, once per user");
  // What the two were made from is of no further use.
  rmSync(join(toolHome, "target"), { recursive: true, force: true });
}

async function npmPackages() {
  const installed = join(root, "node_modules", ".package-lock.json");
  const lock = join(root, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  await step("npm packages (half a minute)", () => run("npm", "ci", "--no-fund", "--no-audit"));
}

async function wasmTarget() {
  const library = join(ask("rustc", "--print", "sysroot") ?? "", "lib", "rustlib", "wasm32-unknown-unknown");
  if (existsSync(library)) return;
  await step("Rust's library for WebAssembly (half a minute)", () =>
    run("rustup", "target", "add", "wasm32-unknown-unknown"),
  );
}

async function cargoTool(crate, command, version, duration) {
  if (ask(command, "--version")?.split(" ")[1] === version) return;
  // Lightly optimised: it runs for a second, and takes minutes less to make.
  const quick = { CARGO_PROFILE_RELEASE_OPT_LEVEL: "1", CARGO_PROFILE_RELEASE_LTO: "false" };
  const folders = ["--root", toolHome, "--target-dir", join(toolHome, "target")];
  // Not --locked: the lock file of wasm-bindgen-cli may name versions that a mirror does not keep.
  await step(`${crate} ${version} into ${toolHome} (${duration})`, () =>
    runWith(quick, "cargo", "install", crate, "--version", version, ...folders, "--quiet"),
  );
}

function locked(name) {
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  const found = lock.match(new RegExp(`name = "${name}"\\nversion = "([^"]+)"`));
  if (!found) throw new Error(`Cargo.lock does not name ${name}`);
  return found[1];
}
