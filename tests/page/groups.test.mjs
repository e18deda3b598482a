/** The people of an article, by what the article says they are. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load, record } from "./load.mjs";

const { groups } = await load("elements/panel/groups.ts");
const { Reading } = await load("elements/reading.ts");

describe("people in groups", () => {
  /** "Ann FR President": a name, a country or `-`, a role if there is one. */
  const person = (line) => {
    const [name, country, role] = line.split(" ");
    return { name, ...(role && { role }), ...(country !== "-" && { roleCountry: country }) };
  };
  const grouped = (...lines) =>
    groups(lines.map(person))?.map(({ heading, people }) => `${heading}: ${people.map((p) => p.name).join(" ")}`);

  it("those of one country together, then other roles, then names alone", () => {
    assert.deepEqual(grouped("Poe -", "Ali TR President", "Doe - Mayor", "Ivan RU President", "Can TR Minister"), [
      "Turkey: Ali Can",
      "Russia: Ivan",
      "Other roles: Doe",
      "No role given: Poe",
    ]);
  });

  it("few people, and people of no country, stand in their order", () => {
    assert.equal(grouped("Ali TR President", "Ivan RU President", "Doe - Mayor"), undefined);
    assert.equal(grouped("Ann - Mayor", "Bo -", "Cy - Teacher", "Di -"), undefined);
    assert.equal(grouped("Ann FR A", "Bo FR B", "Cy FR C", "Di FR D"), undefined);
    assert.equal(grouped("Ann - Mayor", "Bo FR Minister", "Cy - Teacher", "Di -"), undefined);
  });
});

describe("who is named beside somebody", () => {
  const text = "Ann met Bo. Cy came. Bo and Ann and Di left.";
  const sentences = [0, 12, 21].map((start, i, all) => ({ start, end: all[i + 1] ?? text.length }));
  const mentions = [...text.matchAll(/Ann|Bo|Cy|Di/g)].map(({ 0: name, index }) => ({
    start: index,
    end: index + name.length,
    kind: "person",
    entity: name,
    confidence: 1,
  }));
  const entities = ["Ann", "Bo", "Cy", "Di"].map((id) => ({
    id,
    kind: "person",
    name: id,
    aliases: [id],
    mentions: 1,
  }));
  const reading = new Reading(record({ mentions, entities, sentences }), text);

  it("in the same sentences, the most often first", () => {
    const beside = (id) => reading.beside(id).map(({ name }) => name);
    assert.deepEqual(beside("Ann"), ["Bo", "Di"]);
    assert.deepEqual(beside("Cy"), []);
  });
});
