/** The core begins to come before all of the page's scripts are there; whoever needs it is told if it cannot be had. */
import { beside } from "../core/assets/beside";
import { provideElse } from "../core/assets/index";
import { moduleOf } from "../core/module";

provideElse(beside);
moduleOf(undefined).catch(() => {});
