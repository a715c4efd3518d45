// From a file and the roster to what is to be written: everything at once or, where a line is wrong, nothing. Pure; the same file again changes nothing.
import type { Holding, Organisation, Person, StandIn } from "../model.ts";
import { mayOnlySeem, type Unread } from "./doubt.ts";
import { type Draft, isOver, newDraft, type Options } from "./draft.ts";
import type { Fault, RosterFile } from "./form.ts";
import { grouped } from "./groups.ts";
import { type Planned, planOrganisations } from "./organisations.ts";
import { type Entered, planPerson, writePerson } from "./people.ts";
import { recognise, subjectsOf } from "./subjects.ts";
import type { FullRoster } from "./write.ts";

/** Either every fault, in the order of the lines, or the work. `unread`: the lines that are not in the file any more. */
export function planImport(
  file: RosterFile,
  roster: FullRoster,
  options: Options,
  unread: Unread = { faults: [], raw: { organisations: [], people: [] } },
): { readonly faults: readonly Fault[] } | { readonly draft: Draft } {
  const draft = newDraft(roster, options);
  const planned = planOrganisations(draft, file.organisations);
  const subjects = subjectsOf(file.people);
  recognise(draft, subjects, planned);
  const entered = subjects.flatMap((subject) => planPerson(draft, subject, planned) ?? []);
  checkTwice(draft, file);
  const orders = new Map<string, number>();
  const left = entered.flatMap((it) => writePerson(draft, it, orders));
  answersFor(draft, entered, planned);
  leadership(draft, entered);
  missing(draft, file, entered, left, planned);
  giveUpSeats(draft, planned);
  const faults = [...unread.faults, ...draft.faults.filter((fault) => !mayOnlySeem(fault, unread))];
  return faults.length > 0 ? { faults: faults.sort((a, b) => a.line - b.line) } : { draft };
}

/** The same entry of the same person stands in a file once. */
function checkTwice({ faults }: Draft, { people }: RosterFile): void {
  const keys = people
    .filter((line) => line.role !== undefined)
    .map((line) => ({
      line,
      key: [line.id ?? "", line.organisation ?? "", line.name, line.role?.join() ?? "", line.seat ?? "", line.valid_from ?? ""].join("|"),
    }));
  for (const [, [first, ...others]] of grouped(keys, (it) => it.key))
    for (const { line } of others) faults.push({ line: line.line, key: "import.bad.twice", values: { line: first?.line.line ?? 0 } });
}

/** Secretariats: by "organisation/name", by id, or by an address nobody shares. What a person's lines name is all of it. */
function answersFor(draft: Draft, entered: readonly Entered[], planned: ReadonlyMap<string, Planned>): void {
  const { roster, faults, put, removed, options } = draft;
  const slugs = new Map([...planned.values()].map(({ organisation }) => [organisation.id, organisation.slug]));
  const inFile = new Set(entered.map(({ person }) => person.id));
  const everybody: readonly Person[] = [...entered.map(({ person }) => person), ...roster.people.filter((person) => !inFile.has(person.id))];
  const names = (person: Person): readonly string[] => [
    person.id,
    `${person.organisationId ? (slugs.get(person.organisationId) ?? "") : ""}/${person.name}`.toLowerCase(),
    ...(person.email ? [person.email] : []),
  ];
  const known = grouped(
    everybody.flatMap((person) => names(person).map((name) => ({ name, person }))),
    (it) => it.name,
  );
  for (const { subject, person } of entered) {
    const lines = subject.lines.filter((line) => line.answers_for !== undefined);
    if (lines.length === 0) continue;
    const wanted = new Set<string>();
    for (const line of lines) {
      for (const said of line.answers_for ?? []) {
        const found = known.get(said) ?? known.get(said.toLowerCase()) ?? [];
        const [whose] = found;
        if (!whose || found.length > 1) faults.push({ line: line.line, field: "answers_for", key: "import.bad.whom", values: { person: said } });
        else if (whose.person.id === person.id) faults.push({ line: line.line, field: "answers_for", key: "import.bad.oneself" });
        else wanted.add(whose.person.id);
      }
    }
    const there = roster.standIns.filter((it) => it.actorId === person.id);
    const gone = there.filter((it) => !wanted.has(it.personId));
    const fresh = [...wanted].filter((personId) => !there.some((it) => it.personId === personId));
    put.StandIn.push(...fresh.map((personId): StandIn => ({ actorId: person.id, personId, allianceId: options.allianceId })));
    removed.StandIn.push(...gone);
    if (subject.before && gone.length + fresh.length > 0) note(draft, person, "answers_for");
  }
}

/** Adds a changed column to the line about a person, or begins it. */
function note({ changed }: Draft, person: Person, field: string): void {
  const at = changed.findIndex((it) => it.person?.id === person.id && !it.role);
  const before = changed[at];
  if (before) changed[at] = { ...before, fields: [...(before.fields ?? []), field] };
  else changed.push({ person, fields: [field] });
}

/** One leads the alliance (D5), and somebody is left in the office. */
function leadership(draft: Draft, entered: readonly Entered[]): void {
  const { roster, faults, put } = draft;
  const inFile = new Set(entered.map(({ person }) => person.id));
  const leads = entered.filter(({ person }) => person.roles.includes("lead"));
  const [, second] = leads;
  if (second) faults.push({ line: second.subject.lines[0].line, field: "role", key: "import.bad.leads", values: { n: leads.length } });
  const before = roster.people.filter((person) => person.roles.includes("lead") && !inFile.has(person.id));
  for (const person of leads.length > 0 ? before : []) {
    const after: Person = { ...person, roles: person.roles.filter((role) => role !== "lead") };
    put.Person.push(after);
    note(draft, after, "role");
  }
  const organises = ({ roles }: Pick<Person, "roles">): boolean => roles.includes("organiser");
  const left = roster.people.some((person) => organises(person) && !inFile.has(person.id)) || entered.some(({ person }) => organises(person));
  const loser = entered.find(({ subject, person }) => subject.before && organises(subject.before) && !organises(person));
  if (!left && loser) faults.push({ line: loser.subject.lines[0].line, field: "role", key: "import.bad.noOffice" });
}

/** Entries no line speaks of: listed, and ended today only if that was asked for. A file of people alone speaks for their organisations only. */
function missing(draft: Draft, file: RosterFile, entered: readonly Entered[], left: readonly Holding[], planned: ReadonlyMap<string, Planned>): void {
  const { roster, options, ended, removed, put } = draft;
  const { today, endMissing } = options;
  const inFile = new Set(entered.map(({ person }) => person.id));
  const everything = file.organisations.length > 0;
  const mentioned = new Set(file.people.flatMap((line) => (line.organisation ? [planned.get(line.organisation)?.organisation.id] : [])));
  const isMeant = (organisationId: string | null): boolean => everything || (organisationId !== null && mentioned.has(organisationId));
  const seats = new Map(roster.seats.map((seat) => [seat.id, seat]));
  const gone = roster.holdings.filter((it) => !inFile.has(it.personId) && isMeant(seats.get(it.seatId)?.organisationId ?? null));
  for (const holding of [...left, ...gone]) {
    const person = roster.people.find((it) => it.id === holding.personId);
    if (isOver(holding, today) || !person) continue;
    (endMissing ? ended : draft.missing).push({ person, role: holding.kind });
    if (!endMissing) continue;
    if (holding.validFrom !== null && holding.validFrom > today) removed.Holding.push(holding);
    else put.Holding.push({ ...holding, validTo: today });
  }
  for (const standIn of roster.standIns) {
    const actor = roster.people.find((it) => it.id === standIn.actorId);
    if (!actor || inFile.has(actor.id) || !isMeant(actor.organisationId)) continue;
    (endMissing ? ended : draft.missing).push({ person: actor, role: "secretariat" });
    if (endMissing) removed.StandIn.push(standIn);
  }
}

/** Fewer seats than before: one without entries goes, one whose entries are over is given up, one that is held stays and is a fault. */
function giveUpSeats(draft: Draft, planned: ReadonlyMap<string, Planned>): void {
  const { roster, put, removed, faults, options } = draft;
  const after = new Map(roster.holdings.map((holding) => [holding.id, holding]));
  for (const holding of removed.Holding) after.delete(holding.id);
  for (const holding of put.Holding) after.set(holding.id, holding);
  const bySeat = grouped([...after.values()], (holding) => holding.seatId);
  const people = new Map([...roster.people, ...put.Person].map((person) => [person.id, person]));
  for (const { organisation, line, seats } of planned.values()) {
    if (line === undefined) continue;
    for (const seat of [...seats.values()].filter((it) => it.position > organisation.seats)) {
      const holdings = bySeat.get(seat.id) ?? [];
      const held = holdings.find((holding) => !isOver(holding, options.today));
      if (held) faults.push({ line, field: "seats", key: "import.bad.seatHeld", values: { n: seat.position, person: people.get(held.personId)?.name ?? "–" } });
      else if (holdings.length === 0) removed.Seat.push(seat);
      else if (seat.status !== "not_admitted") put.Seat.push({ ...seat, status: "not_admitted" });
    }
  }
}

/** Whom an organisation or a person is of, for the operator's eyes. */
export const organisationOf = (draft: Draft, { organisationId }: Person): Organisation | undefined =>
  [...draft.put.Organisation, ...draft.roster.organisations].find((it) => it.id === organisationId);
