// The roster as the lines of a file, in the order of the roster; reading them again changes nothing.
import { byPosition } from "../../reader.ts";
import type { Holding, Organisation, Person, Seat, StandIn } from "../model.ts";
import type { RawFile } from "./form.ts";

/** Everything a roster file speaks of. */
export interface FullRoster {
  readonly organisations: readonly Organisation[];
  readonly seats: readonly Seat[];
  readonly people: readonly Person[];
  readonly holdings: readonly Holding[];
  readonly standIns: readonly StandIn[];
}

export function writeRoster(roster: FullRoster): RawFile {
  const organisations = [...roster.organisations].sort(byPosition);
  return {
    organisations: organisations.map((it, n) => ({ line: n + 1, fields: organisationLine(it, roster.seats) })),
    people: [null, ...organisations].flatMap((of) => peopleOf(roster, of)).map((fields, n) => ({ line: n + 1, fields })),
  };
}

function organisationLine(it: Organisation, all: readonly Seat[]): Readonly<Record<string, unknown>> {
  const seats = all.filter((seat) => seat.organisationId === it.id && seat.position <= it.seats).sort(byPosition);
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
function peopleOf(roster: FullRoster, organisation: Organisation | null): readonly Readonly<Record<string, unknown>>[] {
  const seats = new Map(roster.seats.map((seat) => [seat.id, seat]));
  const placed = roster.people
    .filter((person) => person.organisationId === (organisation?.id ?? null))
    .map((person) => {
      const entries = roster.holdings.filter((holding) => holding.personId === person.id);
      entries.sort((a, b) => kinds[a.kind] - kinds[b.kind] || place(seats, a) - place(seats, b) || (a.validFrom ?? "").localeCompare(b.validFrom ?? "") || (a.id < b.id ? -1 : 1));
      const [first] = entries;
      return { person, entries, rank: first ? `${kinds[first.kind]} ${String(place(seats, first)).padStart(5, "0")} ${String(first.position).padStart(5, "0")}` : "9" };
    });
  placed.sort((a, b) => a.rank.localeCompare(b.rank) || a.person.name.localeCompare(b.person.name, "de") || (a.person.id < b.person.id ? -1 : 1));
  return placed.flatMap(({ person, entries }) => {
    const of = organisation?.slug ?? null;
    const facts = { organisation: of, name: person.name, name_en: person.nameEn, email: person.email, language: person.language };
    const answersFor = roster.standIns.filter((it) => it.actorId === person.id).map((it) => nameOf(roster, it.personId));
    const last = { answers_for: answersFor.sort(), id: person.id };
    if (entries.length === 0) return [{ ...facts, role: person.roles, seat: null, order: null, verified: null, valid_from: null, valid_to: null, ...last }];
    return entries.map((holding) => ({
      ...facts,
      role: [holding.kind, ...person.roles],
      seat: place(seats, holding),
      order: holding.position,
      verified: holding.verified,
      valid_from: holding.validFrom,
      valid_to: holding.validTo,
      ...last,
    }));
  });
}

const place = (seats: ReadonlyMap<string, Seat>, { seatId }: Holding): number => seats.get(seatId)?.position ?? 0;

/** "ihk/Delegierte Person", as long as nobody else there is called so; else the person's id. */
function nameOf({ people, organisations }: FullRoster, id: string): string {
  const person = people.find((it) => it.id === id);
  if (!person) return id;
  const alone = people.filter((it) => it.organisationId === person.organisationId && it.name === person.name).length === 1;
  return alone ? `${organisations.find((it) => it.id === person.organisationId)?.slug ?? ""}/${person.name}` : id;
}
