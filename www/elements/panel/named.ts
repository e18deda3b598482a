/** Who and where: everybody and everything that is named, with where in the article; places on a map. */
import { html, nothing } from "lit";
import type { EntityRecord } from "../../core/index";
import { words } from "../../locales/index";
import { otherNames, whereabouts } from "../facts";
import { type MapPlace, map, spotOf } from "../mapped";
import type { GlosserPanel } from "../panel";
import type { Kind, Reading } from "../reading";
import { strip } from "../strip";
import { groups } from "./groups";
import { FIRST, hand, more, none, row } from "./rows";
import { jump } from "./ways";

/** All of a kind that are named. */
export const named = (reading: Reading, kind: Kind): EntityRecord[] =>
  reading.record.entities.filter((e) => e.kind === kind && reading.mentionsOf(e.id).length);

export function who(panel: GlosserPanel, reading: Reading) {
  const [people, bodies] = [named(reading, "person"), named(reading, "organization")];
  if (!people.length && !bodies.length) return none("who");
  return html`${peopleOf(panel, reading, people)}
    ${bodies.length ? html`<h3>${words.panel.organisations}</h3>${entities(panel, reading, "bodies", bodies)}` : nothing}`;
}

function peopleOf(panel: GlosserPanel, reading: Reading, people: readonly EntityRecord[]) {
  const shown = first(panel, "people", people);
  const rows = (some: readonly EntityRecord[]) => html`<ul>${some.map((one) => entity(panel, reading, one))}</ul>`;
  return html`${groups(shown)?.map(({ heading, people }) => html`<h3>${heading}</h3>${rows(people)}`) ?? rows(shown)}
    ${more(panel, "people", people.length - shown.length)}`;
}

export function where(panel: GlosserPanel, reading: Reading) {
  const places = named(reading, "place");
  if (!places.length) return none("where");
  return html`${drawn(panel, reading)}${entities(panel, reading, "places", places)}${farther(panel, places)}`;
}

/** Of some names the gazetteer at hand knows nothing, or only about where they are: the larger one is offered. */
function farther(panel: GlosserPanel, places: readonly EntityRecord[]) {
  const { reader } = panel;
  if (!reader || reader.places || places.every((e) => e.place && !e.place.approximate)) return nothing;
  const ask = () => {
    const asked = new CustomEvent("glosser-places", { bubbles: true, composed: true, cancelable: true });
    if (panel.dispatchEvent(asked)) reader.places = "large";
  };
  return html`<p class="farther"><button type="button" class="more" ?disabled=${reader.state === "reading"} @click=${ask}>${words.panel.larger}</button></p>`;
}

/** Those shown before it is asked for all; one more is not hidden behind a button. */
function first(panel: GlosserPanel, list: string, all: readonly EntityRecord[]): readonly EntityRecord[] {
  return panel.whole.has(list) ? all : all.slice(0, FIRST + (all.length === FIRST + 1 ? 1 : 0));
}

function entities(panel: GlosserPanel, reading: Reading, list: string, all: readonly EntityRecord[]) {
  const shown = first(panel, list, all);
  return html`<ul>${shown.map((one) => entity(panel, reading, one))}</ul>${more(panel, list, all.length - shown.length)}`;
}

function entity(panel: GlosserPanel, reading: Reading, one: EntityRecord) {
  const { reader } = panel;
  const { id, name } = one;
  const kind = one.kind as Kind;
  const aside = kind === "place" ? whereabouts(one) : one.role;
  const { length } = reading.mentionsOf(id);
  return html`<li class="${kind} ${reader?.lit === id ? "lit" : ""}" data-key=${id}>
    ${row(
      panel,
      id,
      html`<span class="what"><bdi class=${kind}>${name}</bdi>${aside ? html`<span class="role"><bdi>${aside}</bdi></span>` : nothing}</span>
      ${strip(reading, id, reader?.held === id ? reader?.current : undefined)}
      <span class="count" aria-hidden="true">${length}</span>`,
      "",
      `${name}, ${words.kinds[kind]}${aside ? `, ${aside}` : ""}, ${words.panel.mentions(length)}`,
    )}
    ${hand(panel, reading, id, otherNames(one))}
  </li>`;
}

function drawn(panel: GlosserPanel, reading: Reading) {
  const places = onMap(reading);
  if (!places.length) return nothing;
  const { reader, inner } = panel;
  const label = words.panel.map(
    places
      .slice(0, 5)
      .map((p) => p.name)
      .join(", "),
  );
  // The map is drawn where it can be seen, and not before.
  const seen = inner && !panel.folded.has("where");
  return html`<figure class=${seen ? nothing : "later"}>${
    seen
      ? map(places, inner, Math.round(inner / 1.5), label, reader?.lit, {
          go: (key) => jump(panel, key),
          hover: (key) => reader?.hover(key),
        })
      : html`<glosser-map></glosser-map>`
  }</figure>`;
}

const onMap = (reading: Reading): MapPlace[] =>
  reading.record.entities.flatMap((e) => (e.kind === "place" && e.mentions && spotOf(e)) || []);
