// Which lines of a file speak of the same person, and who that is in the roster.
import { fold } from "../../words/fold.ts";
import type { Person } from "../model.ts";
import type { Draft } from "./draft.ts";
import type { PersonLine } from "./form.ts";
import { grouped } from "./groups.ts";
import type { Planned } from "./organisations.ts";

export interface Subject {
  readonly lines: readonly [PersonLine, ...PersonLine[]];
  readonly id: string | undefined;
  /** As the roster has them; absent: new. */
  before: Person | undefined;
}

const placeOf = (line: PersonLine): string => `${line.organisation ?? ""}/${line.name}`;

/** By the id, else by organisation and name; two different ids are two people, whatever they are called. */
export function subjectsOf(lines: readonly PersonLine[]): readonly Subject[] {
  const groups: { lines: PersonLine[]; id: string | undefined }[] = [];
  const byId = new Map<string, (typeof groups)[number]>();
  const byPlace = new Map<string, (typeof groups)[number]>();
  for (const line of lines) {
    const id = line.id ?? undefined;
    const named = byPlace.get(placeOf(line));
    const group = (id ? byId.get(id) : undefined) ?? (named && (!id || !named.id) ? named : undefined) ?? { lines: [], id };
    if (group.lines.length === 0) groups.push(group);
    group.lines.push(line);
    group.id ??= id;
    if (group.id) byId.set(group.id, group);
    if (!byPlace.has(placeOf(line))) byPlace.set(placeOf(line), group);
  }
  return groups.map(({ lines: [first, ...rest], id }) => ({ lines: [first as PersonLine, ...rest], id, before: undefined }));
}

/** Everybody is found once: by the id, then by an address nobody shares, then by organisation and name. */
export function recognise(draft: Draft, subjects: readonly Subject[], planned: ReadonlyMap<string, Planned>): void {
  const { roster } = draft;
  const taken = new Set<string>();
  const take = (subject: Subject, person: Person | undefined): void => {
    if (!person || subject.before || taken.has(person.id)) return;
    taken.add(person.id);
    subject.before = person;
  };
  const byId = new Map(roster.people.map((person) => [person.id, person]));
  for (const subject of subjects) take(subject, subject.id ? byId.get(subject.id) : undefined);
  const byEmail = grouped(
    roster.people.filter((person) => !taken.has(person.id) && person.email !== null),
    (person) => person.email,
  );
  const shared = grouped(subjects, (subject) => subject.lines[0].email ?? null);
  for (const subject of subjects) {
    const [{ email, name, organisation }] = subject.lines;
    const [person, another] = email && shared.get(email)?.length === 1 ? (byEmail.get(email) ?? []) : [];
    if (!person || another) continue;
    // An address alone makes nobody somebody else: the name or the organisation must be the same.
    const stays = organisation !== undefined && person.organisationId === (organisation === null ? null : planned.get(organisation)?.organisation.id);
    if (stays || fold(person.name) === fold(name)) take(subject, person);
  }
  const idOf = (slug: string | null | undefined): string | null => (slug ? (planned.get(slug)?.organisation.id ?? "") : null);
  const byName = grouped(
    roster.people.filter((person) => !taken.has(person.id)),
    (person) => `${person.organisationId ?? ""}/${fold(person.name)}`,
  );
  for (const subject of subjects) {
    const [{ organisation, name }] = subject.lines;
    const [person, another] = byName.get(`${idOf(organisation) ?? ""}/${fold(name)}`) ?? [];
    if (!another) take(subject, person);
  }
}
