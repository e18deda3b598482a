/** A compiled module, imported: what Cloudflare Workers want, where nothing may be compiled at run time. */
import module from "glosser:compiled";
import type { Assets } from "./index";

export const beside: Assets = { wasm: () => module, workers: [], away: false };
