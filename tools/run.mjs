/** Running commands, with the reader of the terminal in mind: what is done, and how long it took. */
import { spawnSync } from "node:child_process";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Tools that are installed for this user, shared by all clones of the project. */
export const toolHome = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "glosser", "tools");

/** Where commands are looked for: ours first, then the project's, then cargo's, then the machine's. */
process.env.PATH = [
  join(toolHome, "bin"),
  join(root, "node_modules", ".bin"),
  join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "bin"),
  process.env.PATH,
].join(delimiter);

/** What a command prints, or nothing if it is not there or fails. */
export function ask(command, ...args) {
  const { status, stdout } = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

/** Runs a command in the root of the project; its output is shown as it comes. */
export function run(command, ...args) {
  runWith({}, command, ...args);
}

/** The same, with more in its environment. */
export function runWith(env, command, ...args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  if (status !== 0) throw new Error(`${[command, ...args].join(" ")}: ${error?.message ?? `exit status ${status}`}`);
}

/** Says what is about to be done, does it, says how long it took. */
export async function step(what, work) {
  console.log(`· ${what}`);
  const start = performance.now();
  const result = await work();
  console.log(`  ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

/** Ends the program with a plain message where the reader of it can do something. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(`\n✗ ${error.message}`);
    process.exitCode = 1;
  }
}
