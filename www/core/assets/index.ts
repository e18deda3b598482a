/**
 * What a reader needs besides its script: the WebAssembly and a worker. Each entry of the package knows another way to
 * both, and provides it when it is imported; `glosser/slim` provides nothing and takes what the application's entry does.
 */
import { GlosserError } from "../errors";
import type { WasmSource } from "../module";
import type { PlacesSource } from "../places";
import type { Answer, Request } from "../serve";

/** What the workers of browsers and of Node have in common. */
export interface Thread {
  postMessage(message: Request): void;
  terminate(): unknown;
  onmessage: ((event: { data: Answer }) => void) | null;
  onerror: ((event: { message: string; preventDefault?(): void }) => void) | null;
  onmessageerror: ((event: never) => void) | null;
  /** In Node: whether the process waits for this thread. */
  hold?(on: boolean): void;
}

/** Ways to what lies beside a script. */
export interface Assets {
  /** Where the WebAssembly is. */
  wasm(): WasmSource | Promise<WasmSource>;
  /** Where the larger gazetteer is. */
  places(): PlacesSource | Promise<PlacesSource>;
  /** Ways to a worker, best first; one that throws, or whose worker does not answer, gives way to the next. */
  workers: readonly ((url?: string | URL) => Thread | Promise<Thread>)[];
  /** Whether reading goes to a worker when nobody says. */
  away: boolean;
}

let provided: Assets | undefined;
let fallback: Assets | undefined;

/** Says where things are; the first to say so is heard. */
export function provide(assets: Assets): void {
  provided ??= assets;
}

/** Says where things are if nobody else does. The elements bring this along, on a server too, where it does not work. */
export function provideElse(assets: Assets): void {
  fallback ??= assets;
}

/** What was provided. */
export function assets(): Assets {
  return provided ?? fallback ?? none;
}

const none: Assets = {
  wasm() {
    throw new GlosserError(
      "no-wasm",
      "glosser/slim comes without its WebAssembly",
      'Pass the option wasm (an address, bytes or a module of "glosser/core.wasm"), or import "glosser" once in the application.',
    );
  },
  places: notBeside,
  workers: [],
  away: true,
};

/** For entries that come without the larger gazetteer. */
export function notBeside(): never {
  throw new GlosserError(
    "no-places",
    "this entry of glosser comes without the larger gazetteer",
    'Pass its address or bytes ("glosser/places.bin.gz") as the option places.',
  );
}
