/** `glosser` in Node, Deno and Bun. */

import { provide } from "./assets/index";
import { beside } from "./assets/node";

provide(beside);

export * from "./api";
