/** The people of an article by what the article says they are: those of one country together, then other roles, then names alone. */
import type { EntityRecord } from "../../core/index";
import { words } from "../../locales/index";
import { countryName } from "../facts";

/** People under one heading. */
export interface Group {
  heading: string;
  people: EntityRecord[];
}

/** Fewer people than this need no order. */
const MANY = 4;

/** Groups in the order of the first of each; nothing where they would say no more than the roles do. */
export function groups(people: readonly EntityRecord[]): Group[] | undefined {
  const found = new Map<string, Group>();
  const of = ({ role, roleCountry }: EntityRecord) => (role ? (roleCountry ?? "role") : "name");
  for (const person of people) {
    const key = of(person);
    const group = found.get(key);
    if (group) group.people.push(person);
    else found.set(key, { heading: heading(key), people: [person] });
  }
  const countries = [...found.keys()].filter((key) => key !== "role" && key !== "name");
  const ofCountries = countries.flatMap((key) => found.get(key)?.people ?? []);
  // One person of one country is no order.
  if (people.length < MANY || ofCountries.length < 2 || found.size < 2) return undefined;
  return [...countries, "role", "name"].flatMap((key) => found.get(key) ?? []);
}

function heading(key: string): string {
  if (key === "role") return words.panel.otherRoles;
  return key === "name" ? words.panel.noRole : (countryName(key) ?? key);
}
