// From what somebody writes to the organisation or the person that is meant (D6: „Arbeitsagentur“ is the Agentur für Arbeit).
import type { Language } from "../../locales/index.ts";
import { organisationName, personLabel } from "../reader.ts";
import type { Day } from "../time.ts";
import { distance, fold } from "../words/fold.ts";
import type { Organisation, Person, Roster } from "./model.ts";
import { isValid } from "./rules.ts";

type FoundOrganisation =
  | { readonly type: "exact"; readonly organisation: Organisation }
  /** The likeliest first, at most three. */
  | { readonly type: "near"; readonly organisations: readonly Organisation[] }
  | { readonly type: "none" };

type FoundPerson =
  | { readonly type: "one"; readonly person: Person }
  | { readonly type: "several"; readonly people: readonly Person[] }
  /** Nobody of that name, but near ones; at most three. */
  | { readonly type: "near"; readonly people: readonly Person[]; readonly organisations: readonly Organisation[] }
  | { readonly type: "none" };

const articles = /^(?:(?:an|fur|von|die|der|das|den|dem|the|for|of) )+/;
const said = (text: string): string => fold(text).replace(articles, "");
/** Signs and spaces do not matter: ver.di, Verdi; IG Metall, IG-Metall. */
const squeeze = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");
const wordsOf = (text: string): readonly string[] =>
  said(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

const namesOf = (it: Organisation): readonly string[] => [it.nameDe, it.nameEn, it.slug, ...it.aliases];

/** Text beyond this length names no organisation and is not compared. */
const longest = 120;

/** By name in either language, short name or alias; else what is near. `lang` decides the order of equals. */
export function findOrganisation(text: string, organisations: readonly Organisation[], lang: Language): FoundOrganisation {
  const wanted = squeeze(said(text.slice(0, longest)));
  if (wanted === "") return { type: "none" };
  const exact = organisations.filter((it) => namesOf(it).some((name) => squeeze(said(name)) === wanted || squeeze(fold(name)) === wanted));
  const [only] = exact;
  if (only && exact.length === 1) return { type: "exact", organisation: only };
  const near = exact.length > 1 ? exact : nearest(text.slice(0, longest), wanted, organisations, lang);
  return near.length > 0 ? { type: "near", organisations: near.slice(0, 3) } : { type: "none" };
}

function nearest(text: string, wanted: string, organisations: readonly Organisation[], lang: Language): readonly Organisation[] {
  const words = wordsOf(text);
  const slips = wanted.length >= 5 ? 2 : wanted.length >= 3 ? 1 : 0;
  const found = organisations.flatMap((it) => {
    const begins = words.every((word) => word.length >= 2 && namesOf(it).some((name) => wordsOf(name).some((part) => part.startsWith(word))));
    const away = begins ? 0 : Math.min(...namesOf(it).map((name) => distance(squeeze(said(name)), wanted)));
    return away <= slips ? [{ it, away }] : [];
  });
  const collator = new Intl.Collator(lang);
  found.sort((a, b) => a.away - b.away || collator.compare(organisationName({ lang }, a.it), organisationName({ lang }, b.it)));
  return found.map(({ it }) => it);
}

interface Finding {
  readonly lang: Language;
  readonly today: Day;
}

/** By id, by name with or without the organisation, or by organisation: then whoever holds its seats. */
export function findPerson(text: string, roster: Pick<Roster, "organisations" | "seats" | "people" | "holdings">, reader: Finding): FoundPerson {
  const byId = roster.people.find((person) => person.id === text);
  if (byId) return { type: "one", person: byId };
  const short = text.slice(0, longest);
  const wanted = squeeze(fold(short));
  if (wanted === "") return { type: "none" };
  const labels = (person: Person): readonly string[] => {
    const organisation = roster.organisations.find((it) => it.id === person.organisationId);
    return [
      person.name,
      person.nameEn ?? "",
      ...(["de", "en"] as const).map((lang) => personLabel({ lang }, person, organisation)),
      ...(organisation?.aliases.map((alias) => `${person.name} ${alias}`) ?? []),
    ];
  };
  const named = roster.people.filter((person) => labels(person).some((label) => squeeze(fold(label)) === wanted));
  if (named.length > 0) return some(named);
  const organisation = findOrganisation(short, roster.organisations, reader.lang);
  if (organisation.type === "exact") return some(holdersOf(organisation.organisation, roster, reader.today));
  const words = wordsOf(short);
  const partly = roster.people.filter((person) => words.every((word) => labels(person).some((label) => wordsOf(label).includes(word))));
  if (partly.length > 0 && words.length > 0) return some(partly);
  const people = wanted.length >= 5 ? roster.people.filter((person) => labels(person).some((label) => distance(squeeze(fold(label)), wanted) <= 2)) : [];
  const organisations = organisation.type === "near" ? organisation.organisations : [];
  return people.length + organisations.length > 0 ? { type: "near", people: people.slice(0, 3), organisations } : { type: "none" };
}

function some(people: readonly Person[]): FoundPerson {
  const [first] = people;
  if (!first) return { type: "none" };
  return people.length === 1 ? { type: "one", person: first } : { type: "several", people };
}

/** Who holds the seats of an organisation now, in the order of the seats; named substitutes where nobody does. */
function holdersOf({ id }: Organisation, { seats, holdings, people }: Pick<Roster, "seats" | "people" | "holdings">, today: Day): readonly Person[] {
  const places = new Map(seats.filter((seat) => seat.organisationId === id).map((seat) => [seat.id, seat.position]));
  const valid = holdings.filter((holding) => places.has(holding.seatId) && isValid(holding, today));
  valid.sort((a, b) => (places.get(a.seatId) ?? 0) - (places.get(b.seatId) ?? 0) || a.position - b.position);
  const holders = valid.filter((holding) => holding.kind === "holder");
  const chosen = [...new Set((holders.length > 0 ? holders : valid).map((holding) => holding.personId))];
  return chosen.flatMap((personId) => people.find((person) => person.id === personId) ?? []);
}
