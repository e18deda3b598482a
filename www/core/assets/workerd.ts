/** A compiled module, imported: what Cloudflare Workers want, where nothing may be compiled at run time. */
import module from "glosser:compiled";
import { type Assets, notBeside } from "./index";

export const beside: Assets = { wasm: () => module, places: notBeside, workers: [], away: false };
