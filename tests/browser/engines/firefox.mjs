import { launch } from "puppeteer-core";
import { driven, PATIENCE } from "./page.mjs";

/** Firefox, through WebDriver BiDi. Drivers relax its rules for files; here it is as strict as users have it. */
export async function open(binary) {
  const browser = await launch({
    browser: "firefox",
    executablePath: binary,
    headless: true,
    timeout: PATIENCE,
    protocolTimeout: PATIENCE,
    extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true },
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport({ width: 1200, height: 800 });
  return {
    ...driven(page),
    screenshot: async () => Buffer.from(await page.screenshot()),
    close: () => browser.close(),
  };
}
