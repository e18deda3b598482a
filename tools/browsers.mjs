/** Finds the browsers that the tests drive, or installs them where this user may. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { installPackages, which } from "./system.mjs";

/** For each engine: how to find it, and the packages of Debian that bring it. */
const ENGINES = {
  chromium: { packages: ["chromium"], find: () => which("chromium", "chromium-browser", "google-chrome") },
  firefox: { packages: ["firefox-esr"], find: () => which("firefox-esr", "firefox") },
  webkit: {
    packages: ["webkit2gtk-driver", "xvfb"],
    find() {
      const driver = which("WebKitWebDriver");
      const xvfb = which("Xvfb");
      const browser = miniBrowser();
      return driver && xvfb && browser ? { driver, xvfb, browser } : undefined;
    },
  },
};

/** Where each engine's programs are. Throws if one is missing and cannot be installed, and says how to. */
export async function browsers() {
  const missing = Object.values(ENGINES).filter(({ find }) => !find());
  if (missing.length > 0) await install(missing.flatMap(({ packages }) => packages));
  return Object.fromEntries(Object.entries(ENGINES).map(([name, { find }]) => [name, find()]));
}

async function install(packages) {
  const installed = await installPackages(packages, "browsers for the tests");
  if (!installed) {
    throw new Error(`browsers are missing, and this user may not install them: apt-get install ${packages.join(" ")}`);
  }
  for (const [name, { packages, find }] of Object.entries(ENGINES)) {
    if (!find()) throw new Error(`${name} is still missing after installing ${packages.join(", ")}`);
  }
}

/** WebKitGTK keeps its small browser among its libraries. */
function miniBrowser() {
  const inside = (folder) => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []);
  return ["/usr/lib", "/usr/libexec"]
    .flatMap((folder) => [folder, ...inside(folder)])
    .flatMap((folder) => ["6.0", "4.1", "4.0"].map((version) => join(folder, `webkit2gtk-${version}`, "MiniBrowser")))
    .find((file) => existsSync(file));
}
