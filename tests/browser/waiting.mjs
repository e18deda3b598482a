/**
 * How tests wait: never for a time, always until something is so. The limit is there for what never comes, on the slowest
 * of machines; what comes early is not waited for.
 */

/** Milliseconds within which everything comes that is going to. */
export const LIMIT = 60_000;

/** Asks again and again until the answer is more than nothing, and gives it. */
export async function until(ask, what = String(ask), limit = LIMIT) {
  const end = performance.now() + limit;
  while (performance.now() < end) {
    const found = await ask();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`not in ${limit / 1000} s: ${what}`);
}

/** What can be waited for within a page; it runs there, from its source, with `until`. */
function withinPage() {
  /** The next frame has been drawn. */
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

  /** The page and all shadow trees in it. */
  const trees = (root = document) => [
    root,
    ...[...root.querySelectorAll("*")].flatMap(({ shadowRoot }) => (shadowRoot ? trees(shadowRoot) : [])),
  ];

  const moves = ({ effect, playState, timeline }) =>
    playState === "running" && timeline === document.timeline && Number.isFinite(effect.getComputedTiming().endTime);

  /** What is not seen is not drawn, and may never be. */
  const seen = (element) => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });

  /** Something is still to come, to be read or drawn, or it moves. */
  const busy = (root) =>
    root.getAnimations().some(moves) ||
    [...root.querySelectorAll("*")].some(
      (element) =>
        element.isUpdatePending ||
        (element.localName === "glosser-reader" && element.state === "reading") ||
        (element.localName.startsWith("glosser-") && !element.matches(":defined") && seen(element)),
    );

  /** All that was begun is read, drawn and at rest; in two frames, since what is laid out may have to be drawn anew. */
  const settled = async () => {
    let quiet = 0;
    await until(async () => {
      await frame();
      quiet = document.documentElement.dataset.state !== "reading" && !trees().some(busy) ? quiet + 1 : 0;
      return quiet === 2;
    }, "all is drawn and at rest");
  };

  /** Goes to an address of the reader page; what it names is open then, read and drawn. */
  const open = async (hash) => {
    // The sheet of a narrow page is drawn from when it is opened first.
    const library = document.getElementById("open-library");
    if (!document.querySelector("#library a")) for (const _ of ["open", "shut"]) library.click();
    location.hash = hash;
    const view = { "#/new": "new", "#/all": "across" }[hash] ?? "ready";
    const there = {
      new: () => document.getElementById("paste-text"),
      across: () => document.querySelector("#across:not(:has([role=status])) glosser-across"),
      ready: () => true,
    }[view];
    await until(
      () =>
        document.documentElement.dataset.state === view &&
        document.querySelector('#library [aria-current="page"]')?.getAttribute("href") === hash &&
        there(),
      `${hash} is open`,
    );
    await settled();
  };

  /** Gives the reader page a text to read. */
  const paste = async (text) => {
    await open("#/new");
    const field = document.getElementById("paste-text");
    field.value = text;
    field.form.requestSubmit();
    await until(() => document.documentElement.dataset.state === "ready", "what was pasted is read");
    await settled();
  };

  /** Gives the reader page files, each by its name and its contents. */
  const bring = async (...files) => {
    await open("#/new");
    const field = document.getElementById("paste-file");
    const data = new DataTransfer();
    for (const [name, contents] of files) data.items.add(new File([contents], name));
    field.files = data.files;
    field.dispatchEvent(new Event("change"));
  };

  return { bring, frame, open, paste, settled, trees };
}

/** Stands before statements that run in a page. */
export const WAITING = `const LIMIT = ${LIMIT};
${until}
const { bring, frame, open, paste, settled, trees } = (${withinPage})();
`;
