/** The words in use. One language so far; another is one more file of the same shape. */

export type { Words } from "./en";
export { en as words } from "./en";
