/** `glosser` in workerd, the runtime of Cloudflare Workers. */

import { provide } from "./assets/index";
import { beside } from "./assets/workerd";

provide(beside);

export * from "./api";
