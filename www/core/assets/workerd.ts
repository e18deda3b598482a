/** A compiled module, imported: what Cloudflare Workers want, where nothing may be compiled at run time. */
import module from "glosser:compiled";
import { type Assets, notBeside } from "./index";

/** Named so that no bundler follows it: only a Worker that wants the larger gazetteer uploads it beside its script, as data. */
const PLACES = ["./places", "bin", "gz"].join(".");

export const beside: Assets = {
  wasm: () => module,
  async places() {
    try {
      return ((await import(PLACES)) as { default: ArrayBuffer }).default;
    } catch {
      return notBeside();
    }
  },
  workers: [],
  away: false,
};
