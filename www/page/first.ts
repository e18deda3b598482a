/** What is known of the article that stands in the page when it comes: the build has read it, with the same reader. */
import type { ArticleRecord } from "../core/index";
import { find } from "./parts";

/** Its record; it need not be read once more. */
export const recordOfFirst = (): ArticleRecord => JSON.parse(find("first-record").textContent as string);
