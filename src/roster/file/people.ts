// What an import makes of the people: themselves, the seats they hold, and whom they answer for.
import type { Holding, Person, Role, Seat } from "../model.ts";
import { type Draft, differences, said } from "./draft.ts";
import { fileRoles, type PersonLine } from "./form.ts";
import { grouped } from "./groups.ts";
import { type Planned, pastSeat } from "./organisations.ts";
import type { Subject } from "./subjects.ts";

/** A person as they will be, with what the file says about their entries. */
export interface Entered {
  readonly subject: Subject;
  readonly person: Person;
  readonly planned: Planned | undefined;
}

const columns = { nameEn: "name_en", organisationId: "organisation", roles: "role" } as const;
const facts = ["name", "name_en", "email", "language", "organisation"] as const;

export function planPerson(draft: Draft, subject: Subject, planned: ReadonlyMap<string, Planned>): Entered | undefined {
  const { faults, options } = draft;
  const { before, lines } = subject;
  const [first] = lines;
  for (const line of lines) {
    const field = facts.find((name) => line[name] !== undefined && first[name] !== undefined && line[name] !== first[name]);
    if (field) faults.push({ line: line.line, field, key: "import.bad.conflict", values: { line: first.line } });
  }
  const slug = lines.map((line) => line.organisation).find((it) => it !== undefined);
  const of = slug ? planned.get(slug) : undefined;
  if (slug && !of) {
    faults.push({ line: first.line, field: "organisation", key: "import.bad.unknownOrganisation", values: { slug } });
    return undefined;
  }
  const given = <K extends "name_en" | "email" | "language">(name: K) => lines.map((line) => line[name]).find((it) => it !== undefined);
  const person: Person = {
    id: before?.id ?? (subject.id && !options.foreign.has(subject.id) ? subject.id : options.ids.next()),
    allianceId: options.allianceId,
    name: first.name,
    nameEn: said(given("name_en"), before?.nameEn, null),
    organisationId: slug === undefined ? (before?.organisationId ?? null) : (of?.organisation.id ?? null),
    email: said(given("email"), before?.email, null),
    language: said(given("language") ?? undefined, before?.language, "de"),
    roles: rolesOf(lines, before),
    welcomedAt: before?.welcomedAt ?? null,
  };
  const own = of ?? [...planned.values()].find(({ organisation }) => organisation.id === person.organisationId);
  return { subject, person, planned: own };
}

/** In the order of the file's roles; where no line says anything about them, as they are. */
function rolesOf(lines: readonly PersonLine[], before: Person | undefined): readonly Role[] {
  if (lines.every((line) => line.role === undefined)) return before?.roles ?? [];
  const named = new Set(lines.flatMap((line) => line.role ?? []));
  const roles = fileRoles.filter((role): role is Role => role !== "holder" && role !== "substitute" && named.has(role));
  // The same roles in another order are the same.
  return before && before.roles.length === roles.length && roles.every((role) => before.roles.includes(role)) ? before.roles : roles;
}

interface Wanted {
  readonly line: PersonLine;
  readonly kind: Holding["kind"];
  readonly seat: Seat;
}

/** Writes the person and their entries; gives the entries of the roster that no line speaks of any more. */
export function writePerson(draft: Draft, entered: Entered, orders: Map<string, number>): readonly Holding[] {
  const { roster, put, created, changed } = draft;
  const { subject, person, planned } = entered;
  const { before, lines } = subject;
  const fields = new Set(before ? differences(before, person, columns) : []);
  if (!before || fields.size > 0) put.Person.push(person);
  const wanted = lines.flatMap((line) => wantedOf(draft, line, planned) ?? []);
  const there = before ? roster.holdings.filter((holding) => holding.personId === before.id) : [];
  const left = new Set(there);
  const seats = new Map([...(planned?.seats ?? [])].map(([, seat]) => [seat.id, seat]));
  for (const [kind, some] of grouped(wanted, (it) => it.kind)) {
    const rest = [...some];
    const same: readonly ((it: Wanted, holding: Holding) => boolean)[] = [
      (it, holding) => holding.seatId === it.seat.id && holding.validFrom === (it.line.valid_from ?? null),
      (it, holding) => holding.seatId === it.seat.id,
      // Another seat of the same organisation: the entry moves.
      (_, holding) => seats.has(holding.seatId),
    ];
    for (const alike of same) {
      for (const it of [...rest]) {
        const found = [...left].find((holding) => holding.kind === kind && alike(it, holding));
        if (!found) continue;
        left.delete(found);
        rest.splice(rest.indexOf(it), 1);
        for (const field of writeHolding(draft, it, person, found, orders)) fields.add(field);
      }
    }
    for (const it of rest) for (const field of writeHolding(draft, it, person, undefined, orders)) fields.add(field);
  }
  if (!before) created.push({ person });
  else if (fields.size > 0) changed.push({ person, fields: [...fields] });
  // Lines that say nothing about roles leave the entries as they are.
  return lines.some((line) => line.role !== undefined) ? [...left] : [];
}

/** The seat a line is about; undefined where it is about none, or where something is wrong with it. */
function wantedOf(draft: Draft, line: PersonLine, planned: Planned | undefined): Wanted | undefined {
  const { faults, options } = draft;
  const wrong = (field: string, key: "bothKinds" | "seatless" | "noOrganisation" | "order" | "whichSeat"): undefined => {
    faults.push({ line: line.line, field, key: `import.bad.${key}` });
    return undefined;
  };
  const [kind, another] = (["holder", "substitute"] as const).filter((it) => line.role?.includes(it));
  if (another) return wrong("role", "bothKinds");
  const about = (["seat", "order", "verified", "valid_from", "valid_to"] as const).find((field) => line[field] !== undefined && line[field] !== null);
  if (!kind) return about && line.role !== undefined ? wrong(about, "seatless") : undefined;
  if (!planned) return wrong("organisation", "noOrganisation");
  if (line.valid_from && line.valid_to && line.valid_to < line.valid_from) return wrong("valid_to", "order");
  const position = line.seat ?? (kind === "substitute" || planned.organisation.seats === 1 ? 1 : undefined);
  if (position === undefined) return wrong("seat", "whichSeat");
  const past = line.valid_to !== undefined && line.valid_to !== null && line.valid_to < options.today;
  if (position > planned.organisation.seats && !past) {
    faults.push({ line: line.line, field: "seat", key: "import.bad.noSeat", values: { n: position } });
    return undefined;
  }
  return { line, kind, seat: planned.seats.get(position) ?? pastSeat(draft, planned, position) };
}

function writeHolding(draft: Draft, { line, kind, seat }: Wanted, person: Person, there: Holding | undefined, orders: Map<string, number>): readonly string[] {
  const { options, put, roster } = draft;
  const place = `${seat.id} ${kind}`;
  const last = orders.get(place) ?? 0;
  const unchecked = roster.organisations.find((it) => it.id === seat.organisationId)?.status === "to_verify" || seat.status === "to_verify";
  const holding: Holding = {
    id: there?.id ?? options.ids.next(),
    allianceId: options.allianceId,
    seatId: seat.id,
    personId: person.id,
    kind,
    position: said(line.order ?? undefined, there?.position, last + 1),
    verified: said(line.verified ?? undefined, there?.verified, !unchecked),
    validFrom: said(line.valid_from, there?.validFrom, null),
    validTo: said(line.valid_to, there?.validTo, null),
  };
  orders.set(place, Math.max(last, holding.position));
  const fields = there ? differences(there, holding, { seatId: "seat", position: "order", validFrom: "valid_from", validTo: "valid_to" }) : ["role"];
  if (!there || fields.length > 0) put.Holding.push(holding);
  return fields;
}
