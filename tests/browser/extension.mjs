/** A browser with the extension of `dist/extension/` in it, and a way to press its button. */
import { join } from "node:path";
import { launch } from "puppeteer-core";
import { PATIENCE } from "./engines/page.mjs";
import { dist } from "./harness.mjs";
import { until } from "./waiting.mjs";

const folder = join(dist, "extension");
const patient = { timeout: PATIENCE, protocolTimeout: PATIENCE };

const open = {
  async chromium(executablePath) {
    const browser = await launch({
      ...patient,
      executablePath,
      pipe: true,
      enableExtensions: true,
      args: ["--no-sandbox"],
    });
    const id = await browser.installExtension(folder);
    // The button does something once the background listens.
    const target = await browser.waitForTarget((one) => one.type() === "service_worker" && one.url().includes(id), {
      timeout: PATIENCE,
    });
    const background = await target.worker();
    await until(
      () => background.evaluate(() => globalThis.chrome?.action.onClicked.hasListeners()),
      "the background listens",
    );
    const press = async (page) => page.triggerExtensionAction((await browser.extensions()).get(id));
    const titles = async () => Promise.all((await browser.pages()).map((page) => page.title()));
    return { browser, press, titles };
  },

  async firefox(executablePath) {
    const args = ["-remote-allow-system-access"];
    const browser = await launch({ ...patient, browser: "firefox", executablePath, headless: true, args });
    const id = await browser.installExtension(folder);
    const ask = async (method, parameters) => (await browser.connection.send(method, parameters)).result;
    // Its button and its pages are the browser's own, whose window is reached by asking for that.
    const own = async (code) => {
      const { contexts } = await ask("browsingContext.getTree", { "moz:scope": "chrome" });
      const target = { context: contexts[0].context };
      const expression = `(async () => { ${code} })()`;
      const { exceptionDetails, result } = await ask("script.evaluate", { expression, target, awaitPromise: true });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result.value;
    };
    const press = () =>
      own(`
        const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(id)});
        await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);`);
    const titles = async () => JSON.parse(await own("return JSON.stringify(gBrowser.tabs.map((tab) => tab.label));"));
    return { browser, press, titles };
  },
};

/** The engines that take extensions, and how they are opened. */
export const withExtension = open;
