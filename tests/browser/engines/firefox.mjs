import { launch } from "puppeteer-core";

/** Firefox, through WebDriver BiDi. Drivers relax its rules for files; here it is as strict as users have it. */
export async function open(binary) {
  const browser = await launch({
    browser: "firefox",
    executablePath: binary,
    headless: true,
    extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true },
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1200, height: 800 });
  const problems = [];
  const requests = [];
  page.on("console", (message) => problems.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`uncaught: ${error}`));
  page.on("request", (request) => requests.push(request.url()));
  return {
    problems: async () => problems,
    requests: async () => requests,
    async goto(url) {
      problems.length = 0;
      requests.length = 0;
      await page.goto(url);
    },
    run: (body, ...args) => page.evaluate(`(${body})(...${JSON.stringify(args)})`),
    press: (key) => page.keyboard.press(key),
    move: (x, y) => page.mouse.move(x, y),
    click: (x, y) => page.mouse.click(x, y),
    screenshot: async () => Buffer.from(await page.screenshot()),
    close: () => browser.close(),
  };
}
