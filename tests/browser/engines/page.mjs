/** Milliseconds that a driver waits for its browser: to start, to load a page, to have run something in it. */
export const PATIENCE = 240_000;

/** What Playwright's pages and Puppeteer's have in common: a page that notes its console and its requests. */
export function driven(page) {
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
    ...runner(page),
    async press(keys) {
      const [key, ...held] = keys.split("+").reverse();
      for (const one of held.toReversed()) await page.keyboard.down(one);
      await page.keyboard.press(key);
      for (const one of held) await page.keyboard.up(one);
    },
    move: (x, y) => page.mouse.move(x, y),
    click: (x, y) => page.mouse.click(x, y),
  };
}

/** Runs a function in a page, from its source. */
export const runner = (page) => ({ run: (body, ...args) => page.evaluate(`(${body})(...${JSON.stringify(args)})`) });
