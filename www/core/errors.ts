/** What can go wrong outside the text; a text itself is never wrong. */
export type ErrorCode =
  /** The text handed over is not a string. */
  | "bad-text"
  /** An option or argument has a value that means nothing, or there is none of that name. */
  | "bad-option"
  /** The WebAssembly file could not be had, or what came is something else, or of another version. */
  | "no-wasm"
  /** The larger gazetteer could not be fetched, or there is none beside this entry. */
  | "no-places"
  /** What was given as a gazetteer is none, or one of another version. */
  | "bad-data"
  /** The page's security policy forbids WebAssembly. */
  | "blocked"
  /** Reading stopped halfway; a fresh instance is ready for the next call. */
  | "crashed"
  /** The reader was disposed of. */
  | "disposed";

/**
 * An error with a stable `code` for programs and a `hint` for people.
 *
 * ```js
 * const error = await reader.read(text, { published: "Thursday" }).catch((thrown) => thrown);
 * error instanceof GlosserError; // true
 * error.code; // "bad-option"
 * error.hint; // "Give the day of publication as YYYY-MM-DD, or leave it out."
 * ```
 */
export class GlosserError extends Error {
  static {
    // As consoles name it: the names of classes are cut short in the package.
    Object.defineProperty(GlosserError, "name", { value: "GlosserError" });
  }

  override readonly name = "GlosserError";

  constructor(
    readonly code: ErrorCode,
    message: string,
    /** What to do about it. */
    readonly hint: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** The error as JSON has it, for logs and between threads. */
  toJSON(): PlainError {
    const { code, message, hint } = this;
    return { code, message, hint };
  }
}

/** An error as it travels between threads. */
export interface PlainError {
  code: ErrorCode;
  message: string;
  hint: string;
}

/**
 * Whatever was thrown on the way into WebAssembly or back, as a GlosserError. What Rust throws on purpose has a code;
 * a policy is named by the browser; all else is a trap or its aftermath, and the instance is lost.
 */
export function explain(thrown: unknown): GlosserError {
  if (thrown instanceof GlosserError) return thrown;
  // Chromium and Firefox refuse to compile, WebKit to instantiate.
  if (/Content Security Policy|unsafe-eval|blocked by CSP/i.test(String(thrown))) {
    return new GlosserError(
      "blocked",
      "the page's security policy forbids WebAssembly",
      "Add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy of the page.",
      { cause: thrown },
    );
  }
  const { code, message, hint } = (thrown ?? {}) as Partial<PlainError>;
  if (code && hint) return new GlosserError(code, message ?? code, hint);
  return new GlosserError(
    "crashed",
    `reading stopped halfway (${message ?? String(thrown)})`,
    "Nothing else is lost: the reader has been started afresh and the next text is read as usual. Please report the text that did this.",
    { cause: thrown },
  );
}

/** The error that `toJSON` took apart. */
export function revive({ code, message, hint }: PlainError): GlosserError {
  return new GlosserError(code, message, hint);
}
