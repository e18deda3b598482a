/** `glosser/inline`: the WebAssembly and the worker are inside the script. */

import { provide } from "./assets/index";
import { beside } from "./assets/inline";

provide(beside);

export * from "./api";
