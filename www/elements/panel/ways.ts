/** From the panel into the text. */
import { words } from "../../locales/index";
import type { GlosserPanel } from "../panel";
import type { Reading, Stop } from "../reading";

/** To the first mention; pressed again, to the next. */
export function jump(panel: GlosserPanel, key: string): void {
  const { reader } = panel;
  const all = reader?.reading?.mentionsOf(key);
  if (!reader || !all?.length) return;
  const again = reader.held === key && reader.current?.key === key;
  go(panel, again ? all[(reader.reading as Reading).place(reader.current as Stop)[0] % all.length] : all[0]);
}

export function go(panel: GlosserPanel, stop: Stop | undefined): void {
  const { reader } = panel;
  if (!stop || !reader?.reading) return;
  reader.goTo(stop);
  reader.announce(words.state.jumped(reader.reading.name(stop), ...reader.reading.place(stop)));
  panel.dispatchEvent(
    new CustomEvent("glosser-entity-select", { bubbles: true, composed: true, detail: { key: stop.key } }),
  );
}
