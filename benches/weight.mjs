/**
 * Dates: what they add to the WebAssembly. Two small libraries are built as the core is, one that reads text, one that finds dates in
 * it, too; the difference is what the dates and their tables weigh, without the text stage they share with all others.
 *
 *   node benches/weight.mjs
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root, run } from "../tools/run.mjs";

const manifest = readFileSync(join(root, "Cargo.toml"), "utf8");
const profile = manifest.match(/^\[profile\.release\]\n(?:.+\n)+/m)[0];
const optimise = JSON.parse(manifest.match(/^wasm-opt = (\[.*\])$/m)[1]);

const READ = "let document = text::parse(std::hint::black_box(text), None);";
const sources = {
  text: `${READ} document.blocks.len() + document.tokens.len() + document.sentences.len()`,
  dates: `${READ} let day = dates::publication(&document).map(|(day, _)| day).or(dates::Day::parse(text));
    dates::find(&document, day).iter().map(|timex| timex.value.len() + timex.edtf.len() + timex.why.code().map_or(0, str::len)).sum()`,
};

const weights = Object.entries(sources).map(([name, body]) => [name, build(name, body)]);
for (const [name, [plain, packed]] of weights) console.log(`${name}: ${plain} bytes, ${packed} by gzip -9`);
const [[, without], [, withDates]] = weights;
console.log(`what dates add: ${withDates[0] - without[0]} bytes, ${withDates[1] - without[1]} by gzip -9`);

/** Bytes of the WebAssembly of a library that holds these rooms, as it is and packed. */
function build(name, body) {
  const folder = join(root, "target/weight", name);
  mkdirSync(folder, { recursive: true });
  const rooms = ["text", "maps", "sort", ...(name === "dates" ? ["dates"] : [])];
  // Not from the root of the file system: panics carry the paths of the sources, which in the core are short.
  const path = (room) => `../../../src/${["text", "dates"].includes(room) ? `${room}/mod.rs` : `${room}.rs`}`;
  writeFileSync(
    join(folder, "Cargo.toml"),
    `[package]\nname = "${name}"\nversion = "0.0.0"\nedition = "2024"\n\n` +
      `[lib]\ncrate-type = ["cdylib"]\npath = "lib.rs"\n\n[workspace]\n\n${profile}`,
  );
  writeFileSync(
    join(folder, "lib.rs"),
    "#![allow(dead_code, unused)]\n" +
      rooms.map((room) => `#[path = ${JSON.stringify(path(room))}]\nmod ${room};\n`).join("") +
      `#[unsafe(no_mangle)]\npub extern "C" fn read() -> usize {\n    let text = std::hint::black_box("");\n    ${body}\n}\n`,
  );
  const target = "wasm32-unknown-unknown";
  run("cargo", "build", "--quiet", "--release", "--target", target, "--manifest-path", join(folder, "Cargo.toml"));
  const [from, to] = [`target/${target}/release/${name}.wasm`, "packed.wasm"].map((file) => join(folder, file));
  run(process.execPath, join(root, "node_modules/binaryen/bin/wasm-opt"), from, "-o", to, "--strip-debug", ...optimise);
  const bytes = readFileSync(to);
  return [bytes.length, gzipSync(bytes, { level: 9 }).length];
}
