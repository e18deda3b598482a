/** Workers that have said they are ready. Policies, old browsers, odd addresses and other origins fail here, in many ways. */
import { assets, type Thread } from "./assets/index";
import type { Parts } from "./engine";

/** How long a worker may take to greet: one that was refused may never say so. */
const PATIENCE = 10_000;

/** A worker that holds the module and its data; the best of the ways that work, nothing if none does. */
export async function startWorker(parts: Parts, url?: string | URL): Promise<Thread | undefined> {
  for (const make of assets().workers) {
    let thread: Thread | undefined;
    try {
      thread = await make(url);
      if (await greet(thread, parts)) return thread;
    } catch {
      // Not allowed here: the next way, or the calling thread.
    }
    thread?.terminate();
  }
  return undefined;
}

function greet(thread: Thread, parts: Parts): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE, false);
    const answer = (ready: boolean) => {
      clearTimeout(timer);
      resolve(ready);
    };
    thread.onmessage = () => answer(true);
    thread.onerror = (event) => {
      event.preventDefault?.();
      answer(false);
    };
    thread.onmessageerror = () => answer(false);
    thread.postMessage(parts);
  });
}
