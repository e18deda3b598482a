/** What begins to come before all of the page's scripts are there: the core, and what the browser knows of days and numbers. */
import { beside } from "../core/assets/beside";
import { provideElse } from "../core/assets/index";
import { moduleOf } from "../core/module";
import { workerAddress } from "../core/trusted";

provideElse(beside);
// Whoever needs it is told if it cannot be had.
moduleOf(undefined).catch(() => {});
try {
  new Worker(workerAddress(new URL("./page.intl.js", import.meta.url)));
} catch {
  // Not allowed here: the page itself waits for it then.
}
