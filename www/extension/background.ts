/** Press the button: the article in the tab is read and marked; press again, and the page is as it was. */
import type { Outcome } from "./page";

/** What is used of the extension interface, which browsers have under two names. */
interface Extension {
  action: {
    onClicked: { addListener(listener: (tab: { id?: number }) => void): void };
    setBadgeText(details: { tabId: number; text: string }): Promise<void>;
  };
  scripting: {
    executeScript(details: {
      target: { tabId: number };
      files: string[];
      world: "MAIN";
    }): Promise<{ result?: Outcome }[]>;
  };
  tabs: { create(details: { url: string; openerTabId: number }): Promise<unknown> };
  runtime: { getURL(path: string): string };
}
declare const chrome: Extension;

const { action, scripting, tabs, runtime } = (globalThis as { browser?: Extension }).browser ?? chrome;

action.onClicked.addListener(({ id }) => {
  if (id !== undefined) void toggle(id);
});

const pause = () => new Promise((resolve) => setTimeout(resolve, 100));

/** In the page's own world: in that of extensions no element can be defined. */
const enter = (tabId: number) => scripting.executeScript({ target: { tabId }, files: ["page.js"], world: "MAIN" });

async function toggle(tabId: number): Promise<void> {
  try {
    // Chromium may tell of the press a moment before it lets us in.
    const [done] = await enter(tabId).catch(() => pause().then(() => enter(tabId)));
    await action.setBadgeText({ tabId, text: "" });
    // Where the page's policy forbids WebAssembly the article is read beside it, in a page of our own.
    if (done?.result)
      await tabs.create({
        url: `${runtime.getURL("aside.html")}#${encodeURIComponent(JSON.stringify(done.result))}`,
        openerTabId: tabId,
      });
  } catch {
    // The browser's own pages and its shop let nobody in.
    await action.setBadgeText({ tabId, text: "–" });
  }
}
