import type { PlacesSource } from "../core/places.js";

/** The larger gazetteer: its address, as the bundler makes it. For the option `places`. */
declare const places: PlacesSource;
export default places;
