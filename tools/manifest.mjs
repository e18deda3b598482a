/**
 * What the elements offer, from the comments over their classes: `custom-elements.json` for editors, types for JSX, and the
 * tables of `www/README.md`. `node tools/manifest.mjs` writes those tables anew; a test says when they are out of date.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./run.mjs";

const FILES = ["reader", "panel", "legend", "card", "across", "library"];

/** Tag of a comment, its list in the manifest, its heading in the tables. */
const TAGS = {
  attr: ["attributes", "Attributes"],
  slot: ["slots", "Slots"],
  csspart: ["cssParts", "Parts"],
  cssstate: ["cssStates", "States"],
  cssprop: ["cssProperties", "CSS custom properties"],
  fires: ["events", "Events"],
};

/** An element, as its source describes it. */
function describe(file) {
  const source = readFileSync(join(root, "www", "elements", `${file}.ts`), "utf8");
  const [, head] = /\/\*\*([\s\S]*?)\*\//.exec(source);
  const [, className] = /export class (\w+)/.exec(source);
  const lines = plain(head).split("\n");
  const first = lines.findIndex((line) => line.startsWith("@"));
  const about = lines
    .slice(0, first < 0 ? undefined : first)
    .join(" ")
    .trim();
  const element = {
    kind: "class",
    customElement: true,
    name: className,
    tagName: /<(glosser-\w+)/.exec(about)[1],
    description: about,
  };
  for (const [, tag, rest] of lines.join("\n").matchAll(/^@(\w+) +(.*)$/gm)) {
    if (!(tag in TAGS)) throw new Error(`${file}.ts: @${tag} is not known`);
    const [, type, name, description] = /^(?:\{(.+?)\} )?(\S+)\s*(.*)$/.exec(rest);
    const entry = { name: name === "-" ? "" : name, description };
    if (tag === "attr") Object.assign(entry, { type: { text: type }, fieldName: camel(name) });
    if (tag === "fires") entry.type = { text: "CustomEvent" };
    const [list] = TAGS[tag];
    element[list] ??= [];
    element[list].push(entry);
  }
  const body = source.slice(
    source.indexOf(`export class ${className}`),
    end(source, source.indexOf(`export class ${className}`)),
  );
  element.members = members(body).sort((a, b) => Number(a.kind === "method") - Number(b.kind === "method"));
  return { file, element };
}

const plain = (comment) => comment.replace(/^\s*\* ?/gm, "").trim();
const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** Where the class that begins at `from` ends: the first brace at the margin. */
const end = (source, from) => source.indexOf("\n}\n", from);

/** Public fields, getters and methods: those of the class's own lines that have a comment of one line. */
function members(body) {
  return [...body.matchAll(/^ {2}\/\*\* (.*) \*\/\n {2}(.*)$/gm)].flatMap(([, description, line]) => {
    const method = /^(?:async )?([a-z]\w*)\((.*)\): (.+) \{$/.exec(line);
    if (method) {
      const [, name, parameters, type] = method;
      return [{ kind: "method", name, description, signature: `(${parameters})`, return: { type: { text: type } } }];
    }
    const field =
      /^(?:declare |readonly )*([a-z]\w*)(?:: ([^=;]+?))?(?: = .*)?;$|^get ([a-z]\w*)\(\)(?:: (.+))? \{$/.exec(line);
    if (!field) return [];
    const [, own, type, got, given] = field;
    const text = type ?? given;
    return [{ kind: "field", name: own ?? got, description, ...(text ? { type: { text } } : {}) }];
  });
}

/** All elements. */
export const elements = () => FILES.map(describe);

/** `custom-elements.json`, schema 2.1: the classes, and the script that defines them. */
export function manifest() {
  const all = elements().map(({ element }) => element);
  const [classes, definitions] = ["dist/classes.js", "dist/element.js"];
  return {
    schemaVersion: "2.1.0",
    modules: [
      {
        kind: "javascript-module",
        path: classes,
        declarations: all.map((element) => ({
          ...element,
          members: element.members.map(({ signature, ...member }) => member),
        })),
        exports: all.map(({ name }) => ({ kind: "js", name, declaration: { name, module: classes } })),
      },
      {
        kind: "javascript-module",
        path: definitions,
        declarations: [],
        exports: all.map(({ name, tagName }) => ({
          kind: "custom-element-definition",
          name: tagName,
          declaration: { name, module: classes },
        })),
      },
    ],
  };
}

/** Types for JSX, for React 19 and whatever else reads `JSX.IntrinsicElements`; asked for by importing them. */
export function jsx() {
  const type = (text) => (text === "boolean" ? "boolean" : text === "number" ? "number" : "string");
  const props = ({ element }) =>
    (element.attributes ?? [])
      .map(
        ({ name, type: { text }, description }) => `  /** ${description} */\n  "${name}"?: ${type(text)} | undefined;`,
      )
      .join("\n");
  const all = elements();
  return `import type { ${all.map(({ element }) => element.name).join(", ")} } from "glosser/classes";

interface Shared<T> {
  id?: string | undefined;
  class?: string | undefined;
  className?: string | undefined;
  slot?: string | undefined;
  hidden?: boolean | undefined;
  lang?: string | undefined;
  dir?: string | undefined;
  part?: string | undefined;
  key?: string | number | null | undefined;
  ref?: ((element: T | null) => void) | { current: T | null } | null | undefined;
  children?: unknown;
}
${all.map((one) => `export interface ${one.element.name}Props extends Shared<${one.element.name}> {\n${props(one)}\n}`).join("\n")}

export interface GlosserElements {
${all.map(({ element }) => `  "${element.tagName}": ${element.name}Props;`).join("\n")}
}

declare global {
  namespace JSX {
    interface IntrinsicElements extends GlosserElements {}
  }
  namespace React.JSX {
    interface IntrinsicElements extends GlosserElements {}
  }
}
`;
}

/** The tables of `www/README.md`. */
export function tables() {
  const cell = (text) => text.replaceAll("|", "\\|");
  return elements()
    .map(({ element }) => {
      const rows = Object.values(TAGS).flatMap(([list, heading]) =>
        (element[list] ?? []).map(({ name, description, type }) => [
          heading,
          `\`${name || "(default)"}\`${type && list === "attributes" ? ` ${type.text}` : ""}`,
          description,
        ]),
      );
      for (const { kind, name, description, signature = "" } of element.members)
        rows.push([kind === "method" ? "Methods" : "Properties", `\`${name}${signature}\``, description]);
      const seen = new Set();
      const lines = rows.map(([heading, name, description]) => {
        const shown = seen.has(heading) ? "" : heading;
        seen.add(heading);
        return `| ${shown} | ${cell(name)} | ${cell(description)} |`;
      });
      return `### \`<${element.tagName}>\`\n\n${element.description}\n\n${lines.length ? `| | | |\n| --- | --- | --- |\n${lines.join("\n")}\n` : ""}`;
    })
    .join("\n");
}

const START = "<!-- tables: node tools/manifest.mjs -->\n";
const STOP = "<!-- end of tables -->";

/** `www/README.md` with its tables as they should be. */
export function readme(text) {
  return text.slice(0, text.indexOf(START) + START.length) + tables() + text.slice(text.indexOf(STOP));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const path = join(root, "www", "README.md");
  writeFileSync(path, readme(readFileSync(path, "utf8")));
}
