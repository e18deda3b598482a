/** Shots of a page as they are compared: half as large, which forgives how edges of letters are smoothed. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** A colour counts as another one from this distance on (0 to 1), and a shot as another one from this share of such. */
const COLOUR = 0.15;
const SHARE = 0.01;

/**
 * How much of a shot is not as in its reference, in words; nothing if it is as good as the same. With UPDATE_LOOKS=1 the
 * shot becomes the reference.
 */
export function differs(name, bytes) {
  const shot = halved(PNG.sync.read(Buffer.from(bytes)));
  const file = `${folder}${name}.png`;
  if (process.env.UPDATE_LOOKS) {
    writeFileSync(file, PNG.sync.write(shot, { deflateLevel: 9, colorType: 2 }));
    return undefined;
  }
  if (!existsSync(file)) return `${name}: no reference; UPDATE_LOOKS=1 makes one`;
  const reference = PNG.sync.read(readFileSync(file));
  const { width, height } = reference;
  if (shot.width !== width || shot.height !== height)
    return `${name}: ${shot.width} × ${shot.height}, not ${width} × ${height}`;
  const shown = new PNG({ width, height });
  const share =
    pixelmatch(shot.data, reference.data, shown.data, width, height, { threshold: COLOUR }) / width / height;
  if (share <= SHARE) return undefined;
  const seen = `${folder}../../../target/looks/`;
  mkdirSync(seen, { recursive: true });
  writeFileSync(`${seen}${name}.png`, PNG.sync.write(shot));
  writeFileSync(`${seen}${name}.difference.png`, PNG.sync.write(shown));
  return `${name}: ${(share * 100).toFixed(1)} % of it is other than in its reference; see target/looks/`;
}

/** Each pixel the mean of four, in 32 steps a colour: what is kept is small. */
function halved({ width, height, data }) {
  const half = new PNG({ width: width >> 1, height: height >> 1 });
  for (let y = 0; y < half.height; y++)
    for (let x = 0; x < half.width; x++)
      for (let part = 0; part < 4; part++) {
        const at = (dx, dy) => data[((2 * y + dy) * width + 2 * x + dx) * 4 + part];
        half.data[(y * half.width + x) * 4 + part] = ((at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) >> 2) | 0x07;
      }
  return half;
}

const FONTS = `${folder}fonts.json`;

/** Whether letters are as wide here as where the references were made: with other fonts nothing can be compared. */
export function sameFonts(widths) {
  if (process.env.UPDATE_LOOKS) writeFileSync(FONTS, `${JSON.stringify(widths)}\n`);
  return JSON.stringify(widths) === JSON.stringify(JSON.parse(readFileSync(FONTS, "utf8")));
}
