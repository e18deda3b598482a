/** What the page does when it comes from a server: works without one the next time, and takes what other programs hand to it. */
import { workerAddress } from "../core/trusted";
import type { Ways } from "./anywhere";

interface LaunchQueue {
  setConsumer(take: (launched: { files?: readonly { getFile(): Promise<File> }[] }) => void): void;
}

/** Keeps the page for the next time, where the browser can; takes files that are opened with it. */
export async function install(ways: Ways): Promise<void> {
  const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(async ({ files = [] }) => {
    ways.files(await Promise.all(files.map((handle) => handle.getFile())));
  });
  try {
    await navigator.serviceWorker?.register(workerAddress("offline.js"));
  } catch {
    // Not allowed here: the page works as long as its server does.
  }
}

/** What another program has shared, once. */
export async function takeShared(ways: Ways): Promise<void> {
  const cache = await caches.open("glosser-shared");
  const shared = await cache.match("shared");
  await cache.delete("shared");
  if (!shared) return;
  const { title, text } = (await shared.json()) as { title: string; text: string };
  ways.text(title && !text.startsWith(title) ? `${title}\n\n${text}` : text);
}
