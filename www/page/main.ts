/** The reader page: a library at the left, the article, its notes at the right. */
import { html, render } from "lit";
import { SECTIONS } from "../elements/panel/folds";
import { GlosserReader } from "../elements/reader";
import { day } from "../elements/reading";
import { register } from "../elements/register";
import { idle, later, rest } from "../elements/rest";
import { onSpeak, words } from "../locales/index";
import { takeAnywhere } from "./anywhere";
import { enlarge, recall } from "./gazetteer";
import { drawNotices } from "./head";
import { greet } from "./language";
import { draw, reread, show } from "./open";
import { find, library, page, panel, reader, root, sheet } from "./parts";
import { watchProgress } from "./progress";
import { narrow } from "./sheets";
import { drawLibrary } from "./shelf";
import { ways } from "./take";
import { drawView, leave } from "./views";

// — addresses —

function route(): void {
  const [id = "", key] = location.hash.replace(/^#\/?/, "").split("/").map(decoded);
  sheet.close();
  if (id === "shared") {
    void import("./installed").then(({ takeShared }) => takeShared(ways));
    return;
  }
  if (id === "new" || id === "all") {
    leave(id === "new" ? "new" : "across");
    return;
  }
  const source = library.find(id) ?? (page.open ? undefined : library.sources[0]);
  if (!source) return;
  void (source === page.open ? Promise.resolve() : show(source)).then(() => {
    // What the address names comes in hand, at its first mention.
    const first = key && page.open === source ? reader.reading?.mentionsOf(key)[0] : undefined;
    if (first) reader.goTo(first);
  });
}

/** A part of an address; one that is not well formed as it stands. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

// — setting out —

/** All that the page itself says, in the language it speaks now. */
function label(): void {
  root.lang = words.lang;
  root.dir = words.dir;
  find("skip").textContent = words.library.skip;
  find("library").setAttribute("aria-label", words.library.label);
  for (const id of ["notes", "tabs"]) find(id).setAttribute("aria-label", words.panel.label);
  find("open-library").textContent = words.library.open;
  render(
    SECTIONS.map(
      (section) =>
        html`<button type="button" data-section=${section} aria-controls="notes" @click=${() => sheet.toggle("notes", section)}>${words.panel[section]}</button>`,
    ),
    find("tabs"),
  );
  draw();
  drawView();
}

let asked = false;

/** The other articles that name somebody. The library is put together when that is asked, and the card told then. */
function elsewhere(key: string) {
  if (library.stale && !asked) {
    asked = true;
    later(async () => {
      await library.whole().finally(() => {
        asked = false;
      });
      reader.dispatchEvent(new CustomEvent("glosser-change"));
    });
  }
  return library.elsewhere(page.open, key);
}

/** What the elements and buttons tell, and what they are told. */
function connect(): void {
  find("open-library").addEventListener("click", () => {
    sheet.toggle("library");
    drawLibrary();
  });
  narrow.addEventListener("change", drawLibrary);
  find("skip").addEventListener("click", (event) => {
    event.preventDefault();
    find("main").focus();
  });
  reader.elsewhere = elsewhere;
  reader.addEventListener("glosser-correction", () => {
    if (page.open && reader.reading) library.keep(page.open, reader.reading);
  });
  reader.addEventListener("glosser-warning", (event) => {
    const { code, message } = (event as CustomEvent<{ code: string; message: string }>).detail;
    if (code !== "not-kept") return;
    page.notice = { text: message };
    drawNotices();
  });
  panel.addEventListener("glosser-published", (event) => {
    event.preventDefault();
    if (page.open) void reread(page.open, (event as CustomEvent<{ published: string }>).detail.published);
  });
  panel.addEventListener("glosser-places", (event) => {
    event.preventDefault();
    enlarge();
    if (page.open) void reread(page.open);
  });
}

/** In pieces, so that whoever reads already can scroll. */
async function start(): Promise<void> {
  import("./margin").catch(() => {});
  const before = [greet(), library.restore()];
  await rest();
  // The card comes once there is something to show in it, the view across articles when it is opened.
  register("glosser-reader", GlosserReader);
  await rest();
  recall();
  connect();
  await Promise.all(before);
  await rest();
  // The first day that is written takes a browser long, unless the worker has been there: it has a turn of its own.
  day("2000-01-01");
  await rest();
  route();
  addEventListener("hashchange", route);
  await rest();
  label();
  onSpeak(label);
  takeAnywhere(ways);
  watchProgress();
  await idle();
  if (location.protocol.startsWith("http")) void import("./installed").then(({ install }) => install(ways));
}

void start();
