/**
 * What is inside the package that others made: which libraries, under which licences.
 *
 * `node tools/supply.mjs` writes the part of NOTICE that names them; the build puts a bill of materials (CycloneDX 1.6)
 * into the package. Both ask `cargo metadata` and read the lock file of npm; nothing is fetched. The tests hold NOTICE to it.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./run.mjs";

/** Licences under which a library may be inside: permissive ones, and public domain. */
const ALLOWED = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "Unicode-3.0",
  "Unlicense",
  "Zlib",
];

/** Under what only tools of ours may be, which are not part of the package. */
const FOR_TOOLS = [...ALLOWED, "MPL-2.0"];

const BEGIN = "Libraries inside the package (this part is written by tools/supply.mjs)";

const read = (...path) => readFileSync(join(root, ...path), "utf8");

/** Whether an SPDX expression leaves a way to use the library under the licences of a list. */
export function permits(expression, allowed) {
  const tokens = expression.replaceAll("/", " OR ").match(/[()]|[\w.+-]+/g) ?? [];
  let at = 0;
  const term = () => {
    if (tokens[at++] !== "(") return allowed.includes(tokens[at - 1]);
    const value = either();
    at++;
    return value;
  };
  const both = () => {
    let value = term();
    while (tokens[at] === "AND") {
      at++;
      value = term() && value;
    }
    return value;
  };
  const either = () => {
    let value = both();
    while (tokens[at] === "OR") {
      at++;
      value = both() || value;
    }
    return value;
  };
  return tokens.length > 0 && either() && at === tokens.length;
}

/** The crates that are linked into the WebAssembly module, and all others of the workspace. */
function crates() {
  const args = ["metadata", "--format-version", "1", "--locked", "--offline"];
  const ask = (...more) => JSON.parse(execFileSync("cargo", [...args, ...more], { cwd: root, maxBuffer: 1 << 28 }));
  const metadata = ask("--filter-platform", "wasm32-unknown-unknown");
  const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
  const packages = new Map(metadata.packages.map((pack) => [pack.id, pack]));
  const inside = new Set();
  const visit = (id) => {
    // A macro works while building and leaves nothing of itself but what it wrote.
    const macro = packages.get(id).targets.some(({ kind }) => kind.includes("proc-macro"));
    if (inside.has(id) || macro) return;
    inside.add(id);
    for (const { pkg, dep_kinds } of nodes.get(id).deps) {
      if (dep_kinds.some(({ kind }) => kind === null)) visit(pkg);
    }
  };
  visit(metadata.packages.find(({ name }) => name === "glosser").id);
  const sums = new Map(
    [...read("Cargo.lock").matchAll(/name = "(.+)"\nversion = "(.+)"\nsource = .*\nchecksum = "(.+)"/g)].map(
      ([, name, version, sum]) => [`${name}@${version}`, sum],
    ),
  );
  return ask()
    .packages.filter(({ source }) => source)
    .map(({ id, name, version, license, authors, manifest_path }) => ({
      name,
      version,
      license,
      holder: copyright(dirname(manifest_path)) ?? authors.map((author) => author.replace(/ <.*>/, "")).join(", "),
      inside: inside.has(id),
      purl: `pkg:cargo/${name}@${version}`,
      hash: { alg: "SHA-256", content: sums.get(`${name}@${version}`) },
    }));
}

/** The packages of npm that the bundles import, with what those need, and all others that are installed. */
function modules() {
  const { packages } = JSON.parse(read("package-lock.json"));
  const inside = new Set();
  const visit = (name) => {
    const pack = packages[`node_modules/${name}`];
    if (!pack || inside.has(name)) return;
    inside.add(name);
    for (const next of Object.keys(pack.dependencies ?? {})) visit(next);
  };
  // The gallery of examples is no part of the package.
  for (const file of sources(join(root, "www")).filter((name) => !name.startsWith(join(root, "www", "examples")))) {
    const imports = readFileSync(file, "utf8").matchAll(
      /^(?:import|export) (?!type\b)[^;]*?from "([^."][^"]*)"|\bimport\("([^."][^"]*)"\)/gms,
    );
    for (const [, one, other] of imports) visit((one ?? other).match(/^(?:@[^/]+\/)?[^/]+/)[0]);
  }
  // Types leave nothing in a bundle.
  const types = (name) => name.startsWith("@types/");
  return Object.entries(packages)
    .filter(([path]) => path)
    .map(([path, { version, license, integrity }]) => {
      const name = path.replace(/^.*node_modules\//, "");
      const folder = join(root, path);
      return {
        name,
        version,
        license: license ?? "",
        holder: (existsSync(folder) && copyright(folder)) || "",
        inside: path === `node_modules/${name}` && inside.has(name) && !types(name),
        purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
        hash: {
          alg: "SHA-512",
          content: Buffer.from((integrity ?? "").replace("sha512-", ""), "base64").toString("hex"),
        },
      };
    });
}

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Who holds the rights, as the licence in a folder says. */
function copyright(folder) {
  for (const name of readdirSync(folder)
    .filter((file) => /^(licen[sc]e|copying)/i.test(file))
    .sort()) {
    const path = join(folder, name);
    const line = readFileSync(path, { encoding: "utf8", flag: "r" }).match(
      /^\W*(Copyright (?!notice|owner|holder|license|\[).*\d{4}.*)$/im,
    );
    if (line)
      return line[1]
        .replace(/\s+/g, " ")
        .replace(/\.? All rights reserved\.?/i, "")
        .trim();
  }
}

export function inventory() {
  const order = (a, b) => (a.purl < b.purl ? -1 : 1);
  return [...crates(), ...modules()].sort(order);
}

/** What of an inventory may not be where it is. */
export function refused(parts) {
  return parts
    .filter(({ license, inside }) => !permits(license ?? "", inside ? ALLOWED : FOR_TOOLS))
    .map(({ purl, license, inside }) => `${purl}: ${license || "no licence"}${inside ? ", inside the package" : ""}`);
}

/** NOTICE with its last part made anew. */
export function notice(parts) {
  const own = read("NOTICE").split(`\n${BEGIN}`)[0].trimEnd();
  const lines = parts
    .filter(({ inside }) => inside)
    .map(
      ({ purl, license, holder }) =>
        `  ${decodeURIComponent(purl.slice(4))}, ${license.replaceAll("/", " OR ")}${holder ? `. ${holder}` : ""}`,
    );
  return `${own}\n\n${BEGIN}\n\n${lines.join("\n")}\n`;
}

/** A bill of materials in CycloneDX's JSON. */
export function billOfMaterials(parts) {
  const { name, version, license } = JSON.parse(read("package.json"));
  const components = parts
    .filter(({ inside }) => inside)
    .map(({ name, version, license, purl, hash }) => ({
      type: "library",
      "bom-ref": purl,
      name,
      version,
      hashes: [hash],
      licenses: [{ expression: license.replaceAll("/", " OR ") }],
      purl,
    }));
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        type: "library",
        "bom-ref": `pkg:npm/${name}@${version}`,
        name,
        version,
        licenses: [{ expression: license }],
      },
    },
    components,
    dependencies: [{ ref: `pkg:npm/${name}@${version}`, dependsOn: components.map((part) => part.purl) }],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const parts = inventory();
  for (const line of refused(parts)) {
    console.error(`✗ ${line}`);
    process.exitCode = 1;
  }
  writeFileSync(join(root, "NOTICE"), notice(parts));
  const inside = parts.filter((part) => part.inside);
  console.log(`${inside.length} libraries inside, ${parts.length - inside.length} used while building and testing`);
}
