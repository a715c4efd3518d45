// What an import makes of the organisations and their seats.
import type { Organisation, Seat } from "../model.ts";
import { type Draft, differences, said } from "./draft.ts";
import type { OrganisationLine } from "./form.ts";
import { grouped } from "./groups.ts";

/** The organisations as they will be, by short name, with their seats by position. */
export interface Planned {
  readonly organisation: Organisation;
  readonly line: number | undefined;
  readonly seats: Map<number, Seat>;
}

const columns = {
  nameDe: "name",
  nameEn: "name_en",
  seatsBasis: "seats_basis",
  mayPresent: "present",
  mayAsk: "ask",
  mayAnswer: "answer",
  reviewOn: "review_on",
} as const;

export function planOrganisations(draft: Draft, lines: readonly OrganisationLine[]): ReadonlyMap<string, Planned> {
  const { roster, faults } = draft;
  const seats = grouped(roster.seats, (seat) => seat.organisationId);
  const there = new Map(roster.organisations.map((it) => [it.slug, it]));
  const planned = new Map<string, Planned>();
  const plan = (organisation: Organisation, line: number | undefined): Planned => {
    const it = { organisation, line, seats: new Map((seats.get(organisation.id) ?? []).map((seat) => [seat.position, seat])) };
    planned.set(organisation.slug, it);
    return it;
  };
  const position = positions(draft, lines);
  for (const line of lines) {
    const first = planned.get(line.slug);
    if (first) {
      faults.push({ line: line.line, field: "slug", key: "import.bad.twice", values: { line: first.line ?? 0 } });
      continue;
    }
    const before = there.get(line.slug);
    const after = organisationOf(draft, line, before, position(line.slug));
    const it = plan(after, line.line);
    const fields = [...(before ? differences(before, after, columns) : []), ...planSeats(draft, line, before, it)];
    if (!before || differences(before, after, {}).length > 0) draft.put.Organisation.push(after);
    if (!before) draft.created.push({ organisation: after });
    else if (fields.length > 0) draft.changed.push({ organisation: after, fields });
  }
  for (const organisation of roster.organisations) {
    if (planned.has(organisation.slug)) continue;
    if (lines.length > 0) draft.absent.push(organisation);
    plan(organisation, undefined);
  }
  return planned;
}

/** A file that names every organisation gives their order too; from any other the new ones come last. */
function positions({ roster }: Draft, lines: readonly OrganisationLine[]): (slug: string) => number {
  const order = new Map(lines.map((line, n) => [line.slug, n + 1]));
  const there = new Map(roster.organisations.map((it) => [it.slug, it.position]));
  if ([...there.keys()].every((slug) => order.has(slug))) return (slug) => order.get(slug) ?? 0;
  let last = Math.max(0, ...there.values());
  return (slug) => there.get(slug) ?? ++last;
}

function organisationOf({ roster, options }: Draft, line: OrganisationLine, before: Organisation | undefined, position: number): Organisation {
  const category = said(line.category ?? undefined, before?.category, "other");
  const politics = category.startsWith("politics");
  const id = `${options.allianceId}-${line.slug}`;
  return {
    id: before?.id ?? (roster.organisations.some((it) => it.id === id) ? options.ids.next() : id),
    allianceId: options.allianceId,
    slug: line.slug,
    position,
    nameDe: line.name,
    nameEn: said(line.name_en ?? undefined, before?.nameEn, line.name),
    aliases: said(line.aliases, before?.aliases, []),
    category,
    status: said(line.status ?? undefined, before?.status, "confirmed"),
    seats: said(line.seats ?? undefined, before?.seats, 1),
    seatsBasis: said(line.seats_basis ?? undefined, before?.seatsBasis, "assumed"),
    mayPresent: said(line.present ?? undefined, before?.mayPresent, !politics),
    mayAsk: said(line.ask ?? undefined, before?.mayAsk, politics),
    mayAnswer: said(line.answer ?? undefined, before?.mayAnswer, !politics),
    reviewOn: said(line.review_on, before?.reviewOn, null),
    note: said(line.note, before?.note, null),
  };
}

/** Seats follow their organisation: new ones come, the status of all changes with its own. Which are given up shows after the people. */
function planSeats(draft: Draft, line: OrganisationLine, before: Organisation | undefined, { organisation, seats }: Planned): readonly string[] {
  const changed = new Set<string>();
  for (let position = 1; position <= organisation.seats; position++) {
    const there = seats.get(position);
    const status = before && there && there.status !== "not_admitted" && before.status === organisation.status ? there.status : organisation.status;
    const seat: Seat = {
      id: there?.id ?? freeId(draft, `${organisation.id}-${position}`),
      allianceId: organisation.allianceId,
      organisationId: organisation.id,
      position,
      boundTo: said(line.bound_to ?? undefined, there?.boundTo, "organisation"),
      status,
      documented: line.documented ? line.documented[position - 1] || null : (there?.documented ?? null),
    };
    seats.set(position, seat);
    const fields = there ? differences(there, seat, { boundTo: "bound_to" }) : ["seats"];
    if (fields.length === 0) continue;
    draft.put.Seat.push(seat);
    for (const field of fields) if (before && !(field === "status" && before.status !== organisation.status)) changed.add(field);
  }
  if (before && before.seats !== organisation.seats) changed.delete("seats");
  return [...changed];
}

const freeId = ({ roster, options }: Draft, id: string): string => (roster.seats.some((seat) => seat.id === id) ? options.ids.next() : id);

/** A seat of an entry that is over, beyond the seats there are now: kept for the history, and given up. */
export function pastSeat(draft: Draft, { organisation, seats }: Planned, position: number): Seat {
  const there = seats.get(position);
  if (there) return there;
  const { id: organisationId, allianceId } = organisation;
  const seat: Seat = {
    id: freeId(draft, `${organisationId}-${position}`),
    allianceId,
    organisationId,
    position,
    boundTo: "organisation",
    status: "not_admitted",
    documented: null,
  };
  seats.set(position, seat);
  draft.put.Seat.push(seat);
  return seat;
}
