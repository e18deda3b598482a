/**
 * `glosser/slim`: the same library without its WebAssembly, for packages that build on Glosser. It uses what the
 * application brings: the option `wasm`, or whatever the entry brings that the application imports.
 */
export * from "./api";
