/** What the page keeps of what was chosen in it. Storage may be off: it then holds as long as the page. */
type Setting = "language" | "places";

export function kept(what: Setting): string | null {
  try {
    return localStorage.getItem(`glosser:${what}`);
  } catch {
    return null;
  }
}

export function keep(what: Setting, value: string): void {
  try {
    localStorage.setItem(`glosser:${what}`, value);
  } catch {
    // As said above.
  }
}
