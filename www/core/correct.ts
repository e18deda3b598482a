import type { ArticleRecord } from "../../pkg/glosser.js";
import { type Correction, correct as corrected, isCorrection } from "../elements/corrections";
import { bad, checkText } from "./options";

/**
 * The record with the corrections made, one after another. The given record is left as it is; a correction of somebody who
 * is not there does nothing.
 *
 * ```js
 * const article = await reader.read(text);
 * const mended = correct(article, [{ op: "rename", key: "person/ina-berg", name: "Ina M. Berg" }], text);
 * mended.entities[0].name; // "Ina M. Berg"
 * ```
 */
export function correct(record: ArticleRecord, corrections: readonly Correction[], text: string): ArticleRecord {
  if (!Array.isArray(record?.entities))
    throw bad("there is no article to correct", "Give the record that `read` made of this text.");
  checkText(text);
  const list: readonly unknown[] = Array.isArray(corrections) ? corrections : [corrections];
  const odd = list.find((one) => !isCorrection(one));
  if (list !== corrections || odd !== undefined)
    throw bad(`no list of corrections: ${JSON.stringify(odd ?? corrections)}`, HINT);
  return corrected(record, corrections, text);
}

const HINT =
  "Give [{ op, key, … }] with what the op asks for: ignore, rename (name), retype (kind), merge (into), split (to, which), add (kind, name, which), undate (which).";
