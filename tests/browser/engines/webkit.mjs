import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { until } from "../waiting.mjs";
import { PATIENCE } from "./page.mjs";

const KEYS = {
  Tab: "\uE004",
  Enter: "\uE007",
  Escape: "\uE00C",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Shift: "\uE008",
  Control: "\uE009",
  Alt: "\uE00A",
};

/** WebKitGTK's MiniBrowser on a screen of its own, through classic WebDriver. */
export async function open({ driver, xvfb, browser }) {
  const children = [];
  const start = (command, args, options = {}) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe", "pipe"], ...options });
    children.push(child);
    return child;
  };
  const stop = () => {
    for (const child of children.reverse()) child.kill();
  };
  try {
    const screen = start(xvfb, ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
    const display = await new Promise((resolve, reject) => {
      screen.stdio[3].once("data", (data) => resolve(String(data).trim()));
      screen.once("exit", () => reject(new Error("Xvfb did not start")));
    });
    const port = await freePort();
    start(driver, ["--host=127.0.0.1", `--port=${port}`], {
      env: { ...process.env, DISPLAY: `:${display}`, LIBGL_ALWAYS_SOFTWARE: "1" },
    });
    const base = `http://127.0.0.1:${port}`;
    const call = async (method, path, body) => {
      const response = await fetch(base + path, { method, ...(body && { body: JSON.stringify(body) }) });
      const { value } = await response.json();
      if (value?.error) throw new Error(`${value.error}: ${value.message}`);
      return value;
    };
    await ready(call);
    const { sessionId } = await call("POST", "/session", {
      capabilities: {
        alwaysMatch: {
          timeouts: { script: PATIENCE, pageLoad: PATIENCE },
          "webkitgtk:browserOptions": {
            binary: browser,
            args: ["--automation"],
          },
        },
      },
    });
    const session = (method, path, body) => call(method, `/session/${sessionId}${path}`, body);
    await session("POST", "/window/rect", { width: 1200, height: 900 });
    const pointer = (...actions) =>
      session("POST", "/actions", {
        actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }],
      });
    const to = (x, y) => ({ type: "pointerMove", duration: 0, x: Math.round(x), y: Math.round(y), origin: "viewport" });
    const witness = (list) => engine.run("(list) => globalThis.glosserWitness?.[list] ?? ['no witness']", list);
    const engine = {
      // Classic WebDriver sees neither console nor requests: pages carry `witness.js`, which notes both.
      witnessed: true,
      problems: () => witness("problems"),
      requests: () => witness("requests"),
      goto: (url) => session("POST", "/url", { url }),
      async run(body, ...args) {
        const script = `const done = arguments[arguments.length - 1];
          Promise.resolve().then(() => (${body})(...${JSON.stringify(args)}))
            .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
        const { value, error } = await session("POST", "/execute/async", { script, args: [] });
        if (error) throw new Error(error);
        return value ?? undefined;
      },
      press(keys) {
        const held = keys.split("+").map((key) => KEYS[key] ?? key);
        const each = (type, list) => list.map((value) => ({ type, value }));
        const actions = [...each("keyDown", held), ...each("keyUp", held.toReversed())];
        return session("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
      },
      move: (x, y) => pointer(to(x, y)),
      click: (x, y) => pointer(to(x, y), { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }),
      screenshot: async () => Buffer.from(await session("GET", "/screenshot"), "base64"),
      async close() {
        await session("DELETE", "").catch(() => {});
        stop();
      },
    };
    return engine;
  } catch (error) {
    stop();
    throw error;
  }
}

const ready = (call) => until(() => call("GET", "/status").catch(() => undefined), "WebKitWebDriver has started");

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
