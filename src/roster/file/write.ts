// The roster as the lines of a file, in the order of the roster; reading them again changes nothing.
import { byPosition } from "../../reader.ts";
import type { Holding, Organisation, Person, Seat, StandIn } from "../model.ts";
import type { RawFile } from "./form.ts";
import { grouped } from "./groups.ts";

/** Everything a roster file speaks of. */
export interface FullRoster {
  readonly organisations: readonly Organisation[];
  readonly seats: readonly Seat[];
  readonly people: readonly Person[];
  readonly holdings: readonly Holding[];
  readonly standIns: readonly StandIn[];
}

type Fields = Readonly<Record<string, unknown>>;

export function writeRoster(roster: FullRoster): RawFile {
  const organisations = [...roster.organisations].sort(byPosition);
  const seats = grouped(roster.seats, (seat) => seat.organisationId);
  const people = peopleOf(roster);
  return {
    organisations: organisations.map((it, n) => ({ line: n + 1, fields: organisationLine(it, seats.get(it.id) ?? []) })),
    people: [null, ...organisations.map((it) => it.id)].flatMap((id) => people.get(id) ?? []).map((fields, n) => ({ line: n + 1, fields })),
  };
}

function organisationLine(it: Organisation, all: readonly Seat[]): Fields {
  const seats = all.filter((seat) => seat.position <= it.seats).sort(byPosition);
  const documented = Array.from({ length: it.seats }, (_, n) => seats.find((seat) => seat.position === n + 1)?.documented ?? "");
  while (documented.at(-1) === "") documented.pop();
  return {
    slug: it.slug,
    name: it.nameDe,
    name_en: it.nameEn,
    aliases: it.aliases,
    category: it.category,
    status: it.status,
    seats: it.seats,
    seats_basis: it.seatsBasis,
    bound_to: seats[0]?.boundTo ?? "organisation",
    documented,
    present: it.mayPresent,
    ask: it.mayAsk,
    answer: it.mayAnswer,
    review_on: it.reviewOn,
    note: it.note,
  };
}

const kinds = { holder: 0, substitute: 1 } as const;

/** One line for each entry of a person, those with a seat first; what is true of the person stands in every one of them. */
function peopleOf(roster: FullRoster): ReadonlyMap<string | null, readonly Fields[]> {
  const seats = new Map(roster.seats.map((seat) => [seat.id, seat]));
  const place = ({ seatId }: Holding): number => seats.get(seatId)?.position ?? 0;
  const holdings = grouped(roster.holdings, (holding) => holding.personId);
  const standIns = grouped(roster.standIns, (standIn) => standIn.actorId);
  const slugs = new Map(roster.organisations.map((it) => [it.id, it.slug]));
  const names = namesOf(roster.people, slugs);
  const digits = (n: number): string => String(n).padStart(6, "0");
  const placed = roster.people.map((person) => {
    const entries = [...(holdings.get(person.id) ?? [])];
    entries.sort(
      (a, b) => kinds[a.kind] - kinds[b.kind] || place(a) - place(b) || (a.validFrom ?? "").localeCompare(b.validFrom ?? "") || (a.id < b.id ? -1 : 1),
    );
    const [first] = entries;
    return { person, entries, rank: first ? `${kinds[first.kind]} ${digits(place(first))} ${digits(first.position)}` : "9" };
  });
  placed.sort((a, b) => a.rank.localeCompare(b.rank) || a.person.name.localeCompare(b.person.name, "de") || (a.person.id < b.person.id ? -1 : 1));
  const lines = placed.flatMap(({ person, entries }) => {
    const organisation = person.organisationId === null ? null : (slugs.get(person.organisationId) ?? null);
    const facts = { organisation, name: person.name, name_en: person.nameEn, email: person.email, language: person.language };
    const last = { answers_for: (standIns.get(person.id) ?? []).map((it) => names.get(it.personId) ?? it.personId).sort(), id: person.id };
    const none = { role: person.roles, seat: null, order: null, verified: null, valid_from: null, valid_to: null };
    const each = entries.map(
      (it): Fields => ({
        role: [it.kind, ...person.roles],
        seat: place(it),
        order: it.position,
        verified: it.verified,
        valid_from: it.validFrom,
        valid_to: it.validTo,
      }),
    );
    return (each.length > 0 ? each : [none]).map((entry) => ({ of: person.organisationId, fields: { ...facts, ...entry, ...last } as Fields }));
  });
  return new Map([...grouped(lines, ({ of }) => of)].map(([of, some]) => [of, some.map(({ fields }) => fields)]));
}

/** "ihk/Delegierte Person", as long as nobody else there is called so; else the person's id. */
function namesOf(people: readonly Person[], slugs: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const written = (person: Person): string => `${person.organisationId === null ? "" : (slugs.get(person.organisationId) ?? "")}/${person.name}`;
  const same = grouped(people, written);
  return new Map(people.map((person) => [person.id, same.get(written(person))?.length === 1 ? written(person) : person.id]));
}
