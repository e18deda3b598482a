import { chromium } from "playwright-core";
import { driven, PATIENCE, runner } from "./page.mjs";

/** Chromium, through Playwright. */
export async function open(binary) {
  const browser = await chromium.launch({
    executablePath: binary,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
    timeout: PATIENCE,
  });
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  return {
    ...driven(page),
    // Playwright would hide the caret by writing styles into the page.
    screenshot: () => page.screenshot({ caret: "initial" }),
    /** Sees the page as somebody else does: a size, `colorScheme`, `forcedColors`, `reducedMotion`, `media`. */
    async emulate({ width = 1200, height = 800, touch = false, ...media }) {
      await page.setViewportSize({ width, height });
      await devtools.send("Emulation.setTouchEmulationEnabled", { enabled: touch });
      await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null, reducedMotion: null, ...media });
    },
    /** What has the focus, as the browser tells it to those who listen. */
    async focused() {
      const { nodes } = await devtools.send("Accessibility.getFullAXTree");
      const on = ({ properties = [] }) => properties.some(({ name, value }) => name === "focused" && value.value);
      const { role, name } = nodes.findLast(on) ?? {};
      return { role: role?.value, name: name?.value };
    },
    /** Where on earth the reader is. */
    async zone(timezoneId) {
      await devtools.send("Emulation.setTimezoneOverride", { timezoneId });
    },
    /** Another tab of the same browser: it opens a page and runs things. */
    async tab(url) {
      const other = await context.newPage();
      await other.goto(url);
      return { ...runner(other), close: () => other.close() };
    },
    back: () => page.goBack(),
    offline: (off) => context.setOffline(off),
    /** Collects garbage, twice: what holds on to itself goes the second time. */
    async collect() {
      for (let i = 0; i < 2; i++) await page.requestGC();
    },
    /** Bytes of JavaScript that are held, after the garbage is gone. */
    async heap() {
      for (let i = 0; i < 3; i++) await devtools.send("HeapProfiler.collectGarbage");
      return (await devtools.send("Runtime.getHeapUsage")).usedSize;
    },
    close: () => browser.close(),
  };
}
