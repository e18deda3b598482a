/** When: the day of publication, the timeline, the days in order, what is tied to no day. */
import { html, nothing } from "lit";
import { words } from "../../locales/index";
import { dayField } from "../dayfield";
import type { GlosserPanel } from "../panel";
import { type DateGroup, day, type Reading } from "../reading";
import { timeline } from "../timeline";
import { FIRST, hand, more, none, row } from "./rows";
import { jump } from "./ways";

/** How many of the words for one day are looked at: the first say it. */
const SAMPLE = 30;

export function when(panel: GlosserPanel, reading: Reading) {
  const groups = reading.dateGroups.filter((g) => !g.vague);
  const lasting = (g: DateGroup) => g.type === "DURATION" || g.type === "SET";
  const dated = groups.filter((g) => g.from && !lasting(g));
  const open = groups.filter((g) => !g.from && !lasting(g));
  const spans = groups.filter(lasting);
  const { reader, inner } = panel;
  return html`
    ${publication(panel, reading)}
    ${
      dated.length && inner
        ? timeline(dated, reading.record.published ? [reading.record.published] : [], inner, reader?.lit, {
            go: (key) => jump(panel, key),
            hover: (key) => reader?.hover(key),
          })
        : nothing
    }
    ${dated.length ? dates(panel, reading, "dated", dated) : nothing}
    ${open.length ? html`<h3>${words.panel.openDates}</h3>${dates(panel, reading, "open", open)}` : nothing}
    ${spans.length ? html`<h3>${words.panel.durations}</h3>${dates(panel, reading, "spans", spans)}` : nothing}
    ${groups.length ? nothing : none("when")}
  `;
}

function dates(panel: GlosserPanel, reading: Reading, list: string, groups: readonly DateGroup[]) {
  const shown = panel.whole.has(list) ? groups : groups.slice(0, FIRST + 2);
  return html`<ol>${shown.map((group) => {
    const aside = phrases(reading, group);
    return html`<li class="date ${panel.reader?.lit === group.key ? "lit" : ""}" data-key=${group.key}>
      ${row(
        panel,
        group.key,
        html`<span class="what"><bdi class="date">${group.label}</bdi>${aside ? html`<span class="role"><bdi>${aside}</bdi></span>` : nothing}</span>
        <span class="count" aria-hidden="true">${group.dates.length > 1 ? group.dates.length : ""}</span>`,
        "when",
        `${group.label}${aside ? `, ${aside}` : ""}, ${words.panel.mentions(group.dates.length)}`,
      )}
      ${hand(panel, reading, group.key, [])}
    </li>`;
  })}</ol>${more(panel, list, groups.length - shown.length)}`;
}

/** The article's own words for a day, where they are others. */
function phrases(reading: Reading, { dates, label }: DateGroup): string {
  const said = dates.slice(0, SAMPLE).flatMap((index) => reading.record.dates[index] ?? []);
  return [...new Set(said.map((date) => reading.slice(date)))]
    .filter((phrase) => phrase !== label)
    .slice(0, 3)
    .map((phrase) => `“${phrase}”`)
    .join(", ");
}

function publication(panel: GlosserPanel, reading: Reading) {
  const { published, publishedFrom } = reading.record;
  if (published && !panel.dating)
    return html`<p class="published"><span>${words.panel.published} <strong>${day(published)}</strong>${publishedFrom === "text" ? `, ${words.panel.publishedText}` : nothing}</span>
      <button type="button" class="more" @click=${() => askDate(panel)}>${words.panel.change}</button></p>`;
  const set = (value: string) => {
    panel.dating = false;
    if (value !== published) publish(panel, value);
  };
  return html`<div class="published">
    ${published ? nothing : html`<span>${words.panel.publishedUnknown}</span>`}
    ${dayField(published ?? "", set, "published")}</div>`;
}

function publish(panel: GlosserPanel, published: string): void {
  const told = { bubbles: true, composed: true, cancelable: true, detail: { published } };
  if (panel.dispatchEvent(new CustomEvent("glosser-published", told)))
    panel.reader?.setAttribute("published", published);
}

/** Opens the field for the day of publication. */
export async function askDate(panel: GlosserPanel): Promise<void> {
  panel.dating = true;
  await panel.updateComplete;
  panel.renderRoot.querySelector<HTMLElement>("#published")?.focus();
}
