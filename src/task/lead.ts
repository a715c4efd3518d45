// Who leads a task: an organisation as a whole, or one person of it; found by what somebody writes and carried as one short value.
import type { View } from "../ports.ts";
import { byPosition, organisationName, personLabel, type Reader } from "../reader.ts";
import { findOrganisation, findPerson } from "../roster/find.ts";
import type { Holding, Organisation, Person, Seat } from "../roster/model.ts";

export interface Lead {
  readonly organisation: Organisation;
  /** Named by the office; absent: whoever of the organisation accepts first. */
  readonly person: Person | undefined;
}

export interface Possible {
  /** In their order, without those that were not admitted. */
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
  readonly seats: readonly Seat[];
  readonly holdings: readonly Holding[];
}

type FoundLead =
  | { readonly type: "one"; readonly lead: Lead }
  /** The likeliest first, at most three. */
  | { readonly type: "near"; readonly leads: readonly Lead[] }
  | { readonly type: "none" };

export async function possibleLeads(view: View): Promise<Possible> {
  const all = [...(await view.find("Organisation", {}))].sort(byPosition);
  const organisations = all.filter(({ status }) => status !== "not_admitted");
  const people = await view.find("Person", { organisationId: organisations.map(({ id }) => id) });
  return { organisations, people, seats: await view.find("Seat", {}), holdings: await view.find("Holding", {}) };
}

const withOrganisation = ({ organisations }: Possible, person: Person): readonly Lead[] =>
  organisations.filter((it) => it.id === person.organisationId).map((organisation) => ({ organisation, person }));

/** Never guesses: several people of one name, or only near names, are for the writer to choose from. */
export function findLead(said: string, possible: Possible, reader: Pick<Reader, "lang" | "today">): FoundLead {
  const organisation = findOrganisation(said, possible.organisations, reader.lang);
  if (organisation.type === "exact") return { type: "one", lead: { organisation: organisation.organisation, person: undefined } };
  const found = findPerson(said, possible, reader);
  if (found.type === "none") return found;
  const people = found.type === "one" ? [found.person] : found.people;
  const organisations = found.type === "near" ? found.organisations : [];
  const leads = [...people.flatMap((person) => withOrganisation(possible, person)), ...organisations.map((it) => ({ organisation: it, person: undefined }))];
  const [only] = leads;
  if (found.type === "one" && only) return { type: "one", lead: only };
  return only ? { type: "near", leads: leads.slice(0, 3) } : { type: "none" };
}

export const writeLead = ({ organisation, person }: Lead): string => (person ? `p:${person.id}` : `o:${organisation.id}`);

/** The lead a form or a button names; undefined where it is none of the alliance. */
export function readLead(value: string, possible: Possible): Lead | undefined {
  const id = value.slice(2);
  const person = value.startsWith("p:") ? possible.people.find((it) => it.id === id) : undefined;
  if (person) return withOrganisation(possible, person)[0];
  const organisation = value.startsWith("o:") ? possible.organisations.find((it) => it.id === id) : undefined;
  return organisation && { organisation, person: undefined };
}

/** „IHK“, or „Delegierte Person, IHK“ */
export const leadName = (reader: Pick<Reader, "lang">, { organisation, person }: Lead): string =>
  person ? personLabel(reader, person, organisation) : organisationName(reader, organisation);

/** The organisations first, then everybody who holds a seat or stands in, in the order of the organisations. */
export function leadsOf({ organisations, people, holdings }: Possible): readonly Lead[] {
  const seated = new Set(holdings.map(({ personId }) => personId));
  return [
    ...organisations.map((organisation) => ({ organisation, person: undefined })),
    ...organisations.flatMap((organisation) =>
      people
        .filter((person) => person.organisationId === organisation.id && seated.has(person.id))
        .sort((a, b) => a.name.localeCompare(b.name, "de"))
        .map((person) => ({ organisation, person })),
    ),
  ];
}
