/** `glosser/global`: a classic script that defines the elements, and is the library as `glosser` on the window. */
import * as library from "../core/index";
import "./define";

declare global {
  var glosser: typeof library;
}

globalThis.glosser = library;
