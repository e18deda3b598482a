/** What stands above and beside the article: it comes when there is something to read. */
import { GlosserLegend } from "../elements/legend";
import { GlosserPanel } from "../elements/panel";
import { register } from "../elements/register";

register("glosser-legend", GlosserLegend);
register("glosser-panel", GlosserPanel);
