/**
 * `npm test`: everything that a change may break, from formatting to three browsers, even where something before it
 * failed. `npm test -- all` adds what takes longer: other people's bundlers, runtimes and policies, Python, each
 * state of the page under the rules of accessibility. `npm test -- NAME…` runs only the stages of these names.
 */
import { spawn } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { browsers } from "./browsers.mjs";
import { buildPage, buildWasm } from "./build.mjs";
import { preparePython } from "./python.mjs";
import { main, root, step } from "./run.mjs";
import { setup } from "./setup.mjs";

const STAGES = {
  format: () => check("cargo", "fmt", "--all", "--check"),
  clippy: () =>
    all(
      check("cargo", "clippy", "--quiet", "--workspace", "--all-targets", "--", "--deny", "warnings"),
      check("cargo", "clippy", "--quiet", "--target", "wasm32-unknown-unknown", "--", "--deny", "warnings"),
    ),
  rust: () => suite("cargo", "test", "--quiet", "--workspace", "--no-fail-fast"),
  // As docs.rs does it, where a link that leads nowhere is a fault.
  docs: async () => {
    rmSync(join(root, "target", "doc", "glosser"), { recursive: true, force: true });
    const built = await check(
      "env",
      "RUSTDOCFLAGS=--deny warnings",
      "cargo",
      "doc",
      "--quiet",
      "--no-deps",
      "--package",
      "glosser",
    );
    return all(built, check("node", "tools/interface.mjs", "--check"));
  },
  python: async () => {
    const { python, missing } = await preparePython();
    if (python) return suite(python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "python/tests");
    console.log(`  the Python package is left out: ${missing}`);
    return { passed: 0, failed: 0 };
  },
  build: async () => {
    buildWasm();
    await buildPage();
    return { passed: 1, failed: 0 };
  },
  lint: () => all(check("biome", "ci", "--error-on-warnings", "."), check("tsc", "--project", ".")),
  supply: () => node("tests/supply"),
  page: () => node("tests/page"),
  wasm: async () => {
    // The native command, to compare with.
    const built = await check("cargo", "build", "--quiet", "--profile", "fast", "--package", "glosser-tools");
    return all(built, node("tests/wasm"));
  },
  packaging: async () => {
    await browsers();
    // The native command, to compare with.
    const built = await check("cargo", "build", "--quiet", "--profile", "fast", "--package", "glosser-tools");
    const { install } = await import("../tests/packaging/packed.mjs");
    install();
    // A second build, somewhere else, needs a processor and nothing of what the tests need.
    return all(built, node("tests/packaging"), check("node", "tools/elsewhere.mjs"));
  },
  browsers: async () => {
    await browsers();
    return node("tests/browser", (name) => !MANNERS.has(name));
  },
  manners: async () => {
    await browsers();
    return node("tests/browser", (name) => MANNERS.has(name));
  },
};

/** Browser tests that take minutes together: notes and corrections in each engine, odd places, each state. */
const MANNERS = new Set(
  [
    "bringing",
    "corrections",
    "examples",
    "extension",
    "faults",
    "large",
    "looks",
    "notes",
    "odd",
    "offline",
    "parts",
    "policies",
    "states",
    "walk",
  ].map((name) => `${name}.test.mjs`),
);

/** Stages that only `all` runs. */
const LONG = new Set(["python", "packaging", "manners"]);

/** How cargo, node and pytest report their counts. */
const PASSED = /^(?:test result: .*?|ℹ pass |(?:\d+ failed, )?(?=\d+ passed))(\d+)/gm;
const FAILED = /^(?:test result: .*? passed; |ℹ fail )(\d+)(?: failed|$)/gm;

await main(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => name !== "all" && !(name in STAGES));
  if (unknown) throw new Error(`no stage ${unknown}; there are ${Object.keys(STAGES).join(", ")}, and all`);
  const runs = (name) => asked.includes("all") || (asked.length > 0 ? asked.includes(name) : !LONG.has(name));
  await setup();
  const results = [];
  for (const [name, stage] of Object.entries(STAGES)) {
    if (!runs(name)) continue;
    const start = performance.now();
    const result = await step(name, () => stage().catch(({ message }) => failure(message)));
    results.push({ name, seconds: (performance.now() - start) / 1000, ...result });
  }
  console.log("");
  for (const { name, passed, failed, seconds } of results) {
    console.log(
      `${failed ? "✗" : "✓"} ${name.padEnd(9)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed ${seconds.toFixed(1).padStart(7)} s`,
    );
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  if (sum("failed") > 0) process.exitCode = 1;
});

/** A command that passes or fails as a whole. */
async function check(command, ...args) {
  const { status } = await show(command, args);
  return status === 0 ? { passed: 1, failed: 0 } : failure(`${command} ${args[0]}: exit status ${status}`);
}

/** A command that says itself how many tests passed and failed. */
async function suite(command, ...args) {
  const { status, output } = await show(command, args);
  const count = (pattern) => [...output.matchAll(pattern)].reduce((total, [, number]) => total + Number(number), 0);
  const passed = count(PASSED);
  const failed = count(FAILED);
  // A suite that did not get as far as counting has failed too.
  return { passed, failed: status === 0 ? failed : Math.max(failed, 1) };
}

/** One file after another: browsers want the machine for themselves. */
function node(folder, chosen = () => true) {
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith(".test.mjs") && chosen(name));
  return suite(
    "node",
    "--test",
    "--test-concurrency=1",
    "--test-reporter=spec",
    ...files.map((name) => join(folder, name)),
  );
}

/** What several give together; all are run, whatever the first one says. */
async function all(...stages) {
  const results = await Promise.all(stages);
  return {
    passed: results.reduce((total, { passed }) => total + passed, 0),
    failed: results.reduce((total, { failed }) => total + failed, 0),
  };
}

function failure(message) {
  console.error(`  ✗ ${message}`);
  return { passed: 0, failed: 1 };
}

/** Runs a command, shows its output and keeps it. */
function show(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on("error", ({ message }) => resolve({ status: message, output }));
    child.on("close", (status) => resolve({ status, output }));
  });
}
