/** Programs of the machine: where they are, and how they get there. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ask, run, step } from "./run.mjs";

/** The first of these programs that is there. */
export function which(...names) {
  const folders = [...(process.env.PATH ?? "").split(":"), "/usr/bin"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

/** Installs packages of Debian; false where this user may not, or there is no apt. */
export async function installPackages(packages, what) {
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  if (!which("apt-get") || (sudo.length > 0 && ask("sudo", "-n", "true") === undefined)) return false;
  await step(`${what}: ${packages.join(", ")} (one to three minutes)`, () => {
    const apt = (...args) => run(...sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", ...args);
    apt("update");
    apt("install", "--yes", "--no-install-recommends", ...packages);
  });
  return true;
}
