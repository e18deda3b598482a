/** Chromium, for what is opened in a browser. */
import { after, before } from "node:test";
import { browsers } from "../../tools/browsers.mjs";
import { serve } from "../../tools/serve.mjs";
import { open } from "../browser/engines/chromium.mjs";
import { until } from "../browser/waiting.mjs";

/** A browser for the tests of a suite. */
export function inChromium() {
  let browser;
  before(async () => {
    browser = await open((await browsers()).chromium);
  });
  after(() => browser?.close());

  /** Opens a page and gives what its script left in `done`. */
  async function leftAt(address) {
    await browser.goto(address);
    try {
      return await until(() => browser.run(() => globalThis.done), `${address} is done`);
    } catch ({ message }) {
      throw new Error(`${message}; ${(await browser.problems()).join("; ")}`);
    }
  }

  return {
    leftAt,
    run: (task) => browser.run(task),
    /** Serves a folder, opens its page, gives what the script left there. */
    async leftIn(folder, page = "index.html", policy = undefined) {
      const server = await serve([folder], 0, policy);
      try {
        return await leftAt(`http://localhost:${server.address().port}/${page}`);
      } finally {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
