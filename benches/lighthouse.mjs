/**
 * `npm run lighthouse`: what Lighthouse says of the page in `dist/`, as a phone sees it. It is no dependency (185 MB):
 * npm fetches it when it is asked for.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browsers } from "../tools/browsers.mjs";
import { root } from "../tools/run.mjs";
import { serve } from "../tools/serve.mjs";

const out = join(tmpdir(), `glosser-lighthouse-${process.pid}.json`);
const server = await serve([join(root, "dist")]);
const page = `http://localhost:${server.address().port}/`;
const flags = "--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage";
const options = ["--quiet", "--output=json", `--output-path=${out}`, flags, ...process.argv.slice(2)];
const env = { ...process.env, CHROME_PATH: (await browsers()).chromium };
const child = spawn("npx", ["--yes", "lighthouse@12.8.2", page, ...options], { env, stdio: "inherit" });

child.on("close", () => {
  server.closeAllConnections();
  server.close();
  const { categories, audits } = JSON.parse(readFileSync(out, "utf8"));
  for (const { title, score, auditRefs } of Object.values(categories)) {
    console.log(`${title}: ${Math.round(score * 100)}`);
    for (const { id, weight } of auditRefs) {
      const { score: part, displayValue = "" } = audits[id];
      if (weight > 0 && part !== null && part < 1) console.log(`  ${id} ${Math.round(part * 100)} ${displayValue}`);
    }
  }
});
