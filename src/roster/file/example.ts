// A roster file in the tests: lines as values, planned on the small alliance, and the roster as it is afterwards.
import { krefeld } from "../../testing/roster.ts";
import type { Holding, Organisation, Person, Seat, StandIn } from "../model.ts";
import type { Draft, What } from "./draft.ts";
import { readForm } from "./form.ts";
import { planImport } from "./plan.ts";
import { type FullRoster, writeRoster } from "./write.ts";

const given = krefeld();
export const roster: FullRoster = {
  organisations: given.Organisation ?? [],
  seats: given.Seat ?? [],
  people: given.Person ?? [],
  holdings: given.Holding ?? [],
  standIns: [],
};
export const today = "2026-09-15";
export type Fields = Readonly<Record<string, unknown>>;
const line = (fields: Fields, n: number) => ({ line: n + 2, fields });

function plan(people: readonly Fields[], { organisations = [] as readonly Fields[], endMissing = false, on = roster, foreign = new Set<string>() } = {}) {
  const form = readForm({ organisations: organisations.map(line), people: people.map((fields, n) => line(fields, n + organisations.length)) });
  if (form.faults.length > 0) throw new Error(JSON.stringify(form.faults));
  let count = 0;
  return planImport(form.file, on, { allianceId: "kba", today, endMissing, ids: { next: () => `n${++count}` }, foreign });
}
export function draftOf(...args: Parameters<typeof plan>): Draft {
  const result = plan(...args);
  if ("faults" in result) throw new Error(JSON.stringify(result.faults));
  return result.draft;
}
export const faultsOf = (...args: Parameters<typeof plan>) => {
  const result = plan(...args);
  return "faults" in result ? result.faults.map((it) => [it.line, it.field, it.key.replace("import.bad.", "")]) : [];
};
export const named = (those: readonly What[]) =>
  those.map(({ person, organisation, role, fields }) => [person?.id ?? organisation?.slug, ...(role ? [role] : []), ...(fields ?? [])]);

/** The roster as it is after the import. */
export function rosterAfter(draft: Draft, on = roster): FullRoster {
  const merge = <T>(rows: readonly T[], put: readonly T[], removed: readonly T[], key: (row: T) => string): T[] => {
    const all = new Map(rows.map((row) => [key(row), row]));
    for (const row of removed) all.delete(key(row));
    for (const row of put) all.set(key(row), row);
    return [...all.values()];
  };
  const id = (row: Organisation | Seat | Person | Holding) => row.id;
  return {
    organisations: merge(on.organisations, draft.put.Organisation, [], id),
    seats: merge(on.seats, draft.put.Seat, draft.removed.Seat, id),
    people: merge(on.people, draft.put.Person, [], id),
    holdings: merge(on.holdings, draft.put.Holding, draft.removed.Holding, id),
    standIns: merge(on.standIns, draft.put.StandIn, draft.removed.StandIn, (it: StandIn) => `${it.actorId} ${it.personId}`),
  };
}
export const holdingsOf = (it: FullRoster, personId: string) =>
  it.holdings.filter((holding) => holding.personId === personId).map(({ seatId, kind, validTo }) => [seatId, kind, validTo]);
export const everything = () => {
  const { organisations, people } = writeRoster(roster);
  return { organisations: organisations.map(({ fields }) => fields), people: people.map(({ fields }) => fields) };
};
