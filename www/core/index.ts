/** `glosser` in browsers: the WebAssembly and the worker are files beside the script. */
import { beside } from "./assets/beside";
import { provideElse } from "./assets/index";

provideElse(beside);

export * from "./api";
