import { chromium } from "playwright-core";

/** Chromium, through Playwright. */
export async function open(binary) {
  const browser = await chromium.launch({
    executablePath: binary,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
  });
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
  const page = await context.newPage();
  let devtools;
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
    // Playwright would hide the caret by writing styles into the page.
    screenshot: () => page.screenshot({ caret: "initial" }),
    /** Sees the page as somebody else does: a size, `colorScheme`, `forcedColors`, `reducedMotion`, `media`. */
    async emulate({ width = 1200, height = 800, touch = false, ...media }) {
      await page.setViewportSize({ width, height });
      devtools ??= await context.newCDPSession(page);
      await devtools.send("Emulation.setTouchEmulationEnabled", { enabled: touch });
      await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null, reducedMotion: null, ...media });
    },
    /** Where on earth the reader is. */
    async zone(timezoneId) {
      devtools ??= await context.newCDPSession(page);
      await devtools.send("Emulation.setTimezoneOverride", { timezoneId });
    },
    /** Another tab of the same browser: it opens a page and runs things. */
    async tab(url) {
      const other = await context.newPage();
      await other.goto(url);
      return {
        run: (body, ...args) => other.evaluate(`(${body})(...${JSON.stringify(args)})`),
        close: () => other.close(),
      };
    },
    back: () => page.goBack(),
    offline: (off) => context.setOffline(off),
    /** Collects garbage, twice: what holds on to itself goes the second time. */
    async collect() {
      for (let i = 0; i < 2; i++) {
        await page.requestGC();
        await page.waitForTimeout(100);
      }
    },
    /** Bytes of JavaScript that are held, after the garbage is gone. */
    async heap() {
      devtools ??= await context.newCDPSession(page);
      for (let i = 0; i < 3; i++) await devtools.send("HeapProfiler.collectGarbage");
      return (await devtools.send("Runtime.getHeapUsage")).usedSize;
    },
    close: () => browser.close(),
  };
}
