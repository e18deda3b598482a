/** Exports as other programs read them: each form goes through a parser of its specification that is not ours. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { check } from "@placemarkio/check-geojson";
import { HtmlRenderer, Parser } from "commonmark";
import { parse as parseCsv } from "csv-parse/sync";
import ICAL from "ical.js";
import jsonld from "jsonld";
import { createReader, exportArticle } from "../../dist/glosser.node.js";
import { root } from "../../tools/run.mjs";

const wasm = readFileSync(join(root, "dist", "glosser_bg.wasm"));
const url = "https://example.org/a?b=1";
const TEXT = `Norway to "mend" old bridge

OSLO, Norway – Norwegian Prime Minister Erna Solberg said on Friday that the “old” bridge near Bergen, built in 1931, would \
be rebuilt 😀; nobody objected.

“It will take <two> years, *at most*,” she said; =SUM(A1) was her only note. The Norwegian Red Cross will pay for the bridge, \
Solberg said on 24 August 2019, after a storm in the first half of May 2018 had closed it.`;

describe("exports", () => {
  let article;
  const as = (format) => exportArticle(article, TEXT, format, { url, wasm });

  before(async () => {
    article = await createReader({ wasm }).read(TEXT, { published: "2019-08-23" });
    assert.ok(article.mentions.length > 3 && article.dates.length > 3 && article.quotes.length > 1);
  });

  it("Web Annotation is JSON-LD in the terms of the W3C, and its selectors find their words", async () => {
    const page = JSON.parse(await as("annotations"));
    assert.equal(page["@context"], "http://www.w3.org/ns/anno.jsonld");
    // In safe mode a term that the vocabulary does not know is an error.
    const [expanded] = await jsonld.expand({ ...page, "@context": ANNOTATION }, { safe: true });
    assert.deepEqual(expanded["@type"], ["https://www.w3.org/ns/activitystreams#OrderedCollectionPage"]);
    const annotations = expanded["https://www.w3.org/ns/activitystreams#items"][0]["@list"];
    assert.equal(annotations.length, page.items.length);
    const points = [...TEXT];
    for (const annotation of annotations) {
      assert.deepEqual(annotation["@type"], [`${OA}Annotation`]);
      assert.doesNotThrow(() => new URL(annotation["@id"]));
      const [target] = annotation[`${OA}hasTarget`];
      assert.equal(target[`${OA}hasSource`][0]["@id"], url);
      const [quote, position] = target[`${OA}hasSelector`];
      const value = (from, name) => from[`${OA}${name}`][0]["@value"];
      const found = points.slice(value(position, "start"), value(position, "end")).join("");
      assert.equal(found, value(quote, "exact"));
      assert.ok(TEXT.includes(value(quote, "prefix") + found + value(quote, "suffix")));
    }
  });

  it("schema.org has types and properties that schema.org has", async () => {
    const news = JSON.parse(await as("jsonld"));
    assert.equal(news["@type"], "NewsArticle");
    assert.match(news.datePublished, /^\d{4}-\d\d-\d\d$/);
    const walk = (thing) => {
      const known = SCHEMA[thing["@type"]];
      assert.ok(known, `no type ${thing["@type"]}`);
      for (const [name, value] of Object.entries(thing)) {
        if (name.startsWith("@")) continue;
        assert.ok(known.includes(name), `${thing["@type"]} has no ${name}`);
        for (const inner of [value].flat()) if (typeof inner === "object") walk(inner);
      }
    };
    walk(news);
    await jsonld.expand({ ...news, "@context": { "@vocab": "https://schema.org/" } }, { safe: true });
  });

  it("GeoJSON is GeoJSON, longitude first", async () => {
    const { features } = check(await as("geojson"));
    assert.ok(features.length > 0);
    for (const { geometry } of features) {
      const [longitude, latitude] = geometry.coordinates;
      assert.ok(longitude > 0 && longitude < 40 && latitude > 55 && latitude < 75, `${geometry.coordinates}`);
    }
  });

  it("the calendar has events of whole days", async () => {
    const calendar = new ICAL.Component(ICAL.parse(await as("ics")));
    const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
    const days = events.map(({ startDate, endDate }) => `${startDate} ${endDate}`);
    assert.ok(days.includes("2019-08-23 2019-08-24") && days.includes("2019-08-24 2019-08-25"), `${days}`);
    assert.equal(new Set(events.map((event) => event.uid)).size, events.length);
    for (const event of events) {
      assert.ok(event.startDate.isDate && event.startDate.compare(event.endDate) < 0);
      assert.ok(TEXT.includes(event.description), event.description);
      assert.ok(event.component.getFirstPropertyValue("dtstamp"));
      assert.equal(event.component.getFirstPropertyValue("url"), url);
    }
    assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
    assert.ok(calendar.getFirstPropertyValue("prodid"));
  });

  it("the table has a cell for every column, and no formula", async () => {
    const rows = parseCsv(await as("csv"), { columns: true });
    assert.deepEqual(new Set(rows.map((row) => row.finding)), new Set(["name", "date", "quotation"]));
    const points = [...TEXT];
    for (const { text, start, end } of rows) {
      assert.ok(!/^[=+\-@]/.test(text), text);
      assert.equal(points.slice(Number(start), Number(end)).join("").replace(/\s+/g, " "), text.trim());
    }
  });

  it("the digest is Markdown, and the article's words are no markup in it", async () => {
    const html = new HtmlRenderer().render(new Parser().parse(await as("markdown")));
    assert.match(html, /^<h1>Norway to &quot;mend&quot; old bridge<\/h1>/);
    assert.match(html, /&lt;two&gt; years, \*at most\*/);
    assert.ok(!html.includes("<em>") && !html.includes("<two>"));
    assert.match(html, /<a href="https:\/\/example.org\/a\?b=1">/);
  });

  it("says what is wrong with what is no form or no record", async () => {
    const bad = (error) => error.code === "bad-option" && error.hint.length > 10;
    await assert.rejects(as("pdf"), bad);
    await assert.rejects(exportArticle(7, TEXT, "csv", { wasm }), bad);
    await assert.rejects(exportArticle({ mentions: "many" }, TEXT, "csv", { wasm }), bad);
    assert.equal(parseCsv(await exportArticle({}, TEXT, "csv", { wasm }), { columns: true }).length, 0);
  });
});

/** The terms of the W3C's context that are used, as the Web Annotation Vocabulary defines them. */
const OA = "http://www.w3.org/ns/oa#";
const link = (name) => ({ "@id": `${OA}${name}`, "@type": "@id" });
const term = (name) => ({ "@id": `${OA}${name}`, "@type": "@vocab" });
const count = (name) => ({ "@id": `${OA}${name}`, "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger" });
const ANNOTATION = {
  id: "@id",
  type: "@type",
  AnnotationPage: "https://www.w3.org/ns/activitystreams#OrderedCollectionPage",
  items: { "@id": "https://www.w3.org/ns/activitystreams#items", "@type": "@id", "@container": "@list" },
  ...Object.fromEntries(
    [
      ...["Annotation", "TextualBody", "TextQuoteSelector", "TextPositionSelector", "exact", "prefix", "suffix"],
      ...["identifying", "tagging", "describing", "highlighting"],
    ].map((name) => [name, `${OA}${name}`]),
  ),
  value: "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
  body: link("hasBody"),
  target: link("hasTarget"),
  source: link("hasSource"),
  selector: link("hasSelector"),
  motivation: term("motivatedBy"),
  purpose: term("hasPurpose"),
  start: count("start"),
  end: count("end"),
};

/** What of schema.org is used: each type with its properties, those of Thing and CreativeWork among them. */
const THING = ["name", "alternateName", "url", "sameAs"];
const SCHEMA = {
  NewsArticle: [
    ...["headline", "url", "datePublished", "abstract", "keywords", "about", "mentions", "hasPart", "inLanguage"],
    ...THING,
  ],
  Quotation: ["text", "creator", "creditText", ...THING],
  Person: ["jobTitle", ...THING],
  Organization: THING,
  Place: ["geo", ...THING],
  GeoCoordinates: ["latitude", "longitude", ...THING],
};
