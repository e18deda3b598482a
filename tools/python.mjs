/** The Python package in an environment of its own under `target/`, as `pip install ./python` makes it. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ask, root, run, runWith } from "./run.mjs";
import { installPackages, which } from "./system.mjs";

const home = join(root, "target", "python");

/** What the tests need besides the package. */
const TOOLS = ["pytest>=8", "spacy>=3.7", "pyarrow>=15", "duckdb>=1", "polars>=1", "pyspark>=4", "pandas>=2.2"];

/** The interpreter that has the package, or why there is none. */
export async function preparePython() {
  const version = ask("python3", "-c", "import sys, venv; print(*sys.version_info[:2])");
  if (!version) return { missing: "python3 with venv is not here" };
  const [major, minor] = version.split(" ").map(Number);
  if (major !== 3 || minor < 10) return { missing: `Python ${major}.${minor} is older than 3.10` };
  const python = join(home, "venv", "bin", "python");
  try {
    if (!existsSync(python)) run("python3", "-m", "venv", join(home, "venv"));
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...TOOLS);
    // Spark runs on Java; without it its test says that it is left out.
    if (!which("java")) await installPackages(["default-jre-headless"], "Java for Spark");
  } catch (error) {
    return { missing: `its tools cannot be installed (${error.message})` };
  }
  // Lightly optimised: the tests are about the way in and out.
  const quick = { OPT_LEVEL: "1", LTO: "off", CODEGEN_UNITS: "16" };
  const env = Object.fromEntries(Object.entries(quick).map(([key, value]) => [`CARGO_PROFILE_RELEASE_${key}`, value]));
  const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "./python"];
  runWith({ ...env, CARGO_TARGET_DIR: home }, python, ...install);
  return { python };
}
