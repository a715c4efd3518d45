// The office names somebody: for a seat, as a substitute, or as the secretariat of somebody else. Nobody is notified.
import { type Arg, clean, day, id, one, optional, text } from "../args.ts";
import { type Card, card } from "../card.ts";
import { command, type Known } from "../command.ts";
import type { Form } from "../form.ts";
import { badInput } from "../help/cards.ts";
import { act, clip } from "../help/pieces.ts";
import type { FieldErrors, Outcome } from "../outcome.ts";
import { ask, refuse, show } from "../outcome.ts";
import { personName } from "../reader.ts";
import { meetingName } from "../rsvp/parts.ts";
import { addDays, type Day, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { fold } from "../words/fold.ts";
import { backButton, entryGone } from "./cards-edit.ts";
import { type Entries, entriesOf, personIn, seatName } from "./entries.ts";
import type { Holding, Organisation, Person, Seat } from "./model.ts";
import { isValid } from "./rules.ts";
import { note } from "./trail.ts";

/** An address as it is compared: in small letters. */
export const email = (): Arg<string> => ({
  optional: false,
  kind: { type: "text", max: 254 },
  read(raw) {
    const value = clean(raw).toLowerCase();
    return value.length <= 254 && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/.test(value) ? { value } : { bad: "edit.email.bad" };
  },
});

/** What a person is named: "holder:SEAT" takes the seat over, "beside:SEAT" shares it, "for:PERSON" answers for somebody. */
type Part =
  | { readonly kind: "holder" | "beside"; readonly seat: Seat }
  | { readonly kind: "substitute"; readonly seat: Seat }
  | { readonly kind: "for"; readonly whose: Person };

const name = command({
  who: "organiser",
  opens: { meeting: "wanted", hold: "none" },
  args: {
    organisation: id(),
    name: optional(text(80)),
    as: optional(id()),
    email: optional(email()),
    from: optional(day("past")),
    sent: optional(one("1")),
  },
  async run(context, args) {
    const { desk, today } = context;
    const [organisation] = await desk.find("Organisation", { id: args.organisation });
    if (!organisation) return entryGone(context, undefined);
    const entries = await entriesOf(desk, organisation, today);
    if (!args.name || !args.as || !args.sent) return ask(nameForm(context, entries));
    const part = partOf(entries, args.as);
    if (!part) return entryGone(context, organisation);
    return enter(context, entries, part, { name: args.name, email: args.email, from: args.from ?? today });
  },
});

function nameForm(context: Known, entries: Entries): Form {
  const { t } = context;
  return {
    name: "edit.name.form",
    title: t("edit.name"),
    submit: t("label.save"),
    cancel: t("label.cancel"),
    wish: wish("member.name", { organisation: entries.organisation.id }),
    fields: [
      { name: "name", label: t("edit.form.name"), hint: t("edit.form.name.hint"), required: true, kind: { type: "text", max: 80 } },
      { name: "as", label: t("edit.form.as"), required: true, kind: { type: "one", options: partsOf(context, entries).slice(0, mostOptions) } },
      { name: "email", label: t("edit.form.email"), hint: t("edit.form.email.hint"), required: false, kind: { type: "text", max: 254 } },
      { name: "from", label: t("edit.form.from"), hint: t("edit.form.from.hint"), required: false, kind: { type: "day" } },
    ],
  };
}

/** A selection holds at most a hundred options in every messenger. */
const mostOptions = 100;

const holdersOf = (entries: Entries, seat: Seat): readonly Holding[] => entries.holdings.filter((it) => it.kind === "holder" && it.seatId === seat.id);

/** Free seats first, then substitute, then taking a seat over or sharing it, then the secretariats. */
function partsOf(context: Known, entries: Entries): readonly { readonly value: string; readonly label: string }[] {
  const { t } = context;
  const named = (holdings: readonly Holding[]): string =>
    holdings
      .flatMap((it) => personIn(entries, it.personId) ?? [])
      .map((it) => personName(context, it))
      .join(", ");
  const free = entries.seats.filter((seat) => holdersOf(entries, seat).length === 0);
  const taken = entries.seats.filter((seat) => holdersOf(entries, seat).length > 0);
  const about = (seat: Seat) => ({ n: seat.position, person: named(holdersOf(entries, seat)) });
  const whose = [...new Set(entries.holdings.map((it) => it.personId))].flatMap((it) => personIn(entries, it) ?? []);
  const options = [
    ...free.map((seat) => ({ value: `holder:${seat.id}`, label: seatName(context, seat) })),
    ...(entries.seats.length > 0 ? [{ value: "substitute", label: t("edit.as.substitute") }] : []),
    ...taken.flatMap((seat) => [
      { value: `holder:${seat.id}`, label: t("edit.as.instead", about(seat)) },
      { value: `beside:${seat.id}`, label: t("edit.as.beside", about(seat)) },
    ]),
    ...whose.map((person) => ({ value: `for:${person.id}`, label: t("edit.as.secretariat", { person: personName(context, person) }) })),
  ];
  return options.map(({ value, label }) => ({ value, label: clip(label, 75) }));
}

function partOf(entries: Entries, as: string): Part | undefined {
  const [first] = entries.seats;
  if (as === "substitute") return first && { kind: "substitute", seat: first };
  const [, kind, of = ""] = /^(holder|beside|for):(.+)$/.exec(as) ?? [];
  const seat = entries.seats.find((it) => it.id === of);
  if (seat && (kind === "holder" || kind === "beside")) return { kind, seat };
  const whose = kind === "for" && entries.holdings.some((it) => it.personId === of) ? personIn(entries, of) : undefined;
  return whose && { kind: "for", whose };
}

interface Named {
  readonly name: string;
  readonly email: string | undefined;
  readonly from: Day;
}

async function enter(context: Known, entries: Entries, part: Part, named: Named): Promise<Outcome> {
  const { desk, alliance, ids } = context;
  const { organisation } = entries;
  const wanted = fold(named.name);
  const known = entries.people.filter((it) => it.organisationId === organisation.id && (fold(it.name) === wanted || fold(it.nameEn ?? it.name) === wanted));
  const person = known.length === 1 ? known[0] : undefined;
  const wrong = (field: string, sentence: string): Outcome => refused(context, organisation, { [field]: sentence });
  if (person && isThere(entries, part, person)) return wrong("as", context.t("edit.there"));
  if (part.kind === "for" && person?.id === part.whose.id) return wrong("as", context.t("edit.self"));
  const written: Person = person
    ? { ...person, email: named.email ?? person.email }
    : {
        id: ids.next(),
        allianceId: alliance.id,
        name: named.name,
        nameEn: null,
        organisationId: organisation.id,
        email: named.email ?? null,
        language: "de",
        roles: [],
        welcomedAt: null,
      };
  if (!person || written.email !== person.email) desk.put("Person", written);
  const before = part.kind === "for" ? [] : seatThem(context, entries, part, written, named.from);
  if (part.kind === "for") desk.put("StandIn", { actorId: written.id, personId: part.whose.id, allianceId: alliance.id });
  note(context, `member.named.${part.kind}`, written.id, part.kind === "for" ? part.whose.id : part.seat.id);
  const [shared] = named.email ? (await desk.find("Person", { email: named.email })).filter((it) => it.id !== written.id) : [];
  return show(await namedCard(context, entries, part, written, { from: named.from, before, shared }));
}

const refused = (context: Known, organisation: Organisation, fields: FieldErrors): Outcome =>
  refuse(
    "bad_input",
    badInput(context, wish("member.name", { organisation: organisation.id }), Object.values(fields)[0] ?? ""),
    context.by === "form" ? fields : undefined,
  );

function isThere(entries: Entries, part: Part, person: Person): boolean {
  if (part.kind === "for") return entries.standIns.some((it) => it.actorId === person.id && it.personId === part.whose.id);
  if (part.kind === "substitute") return entries.holdings.some((it) => it.kind === "substitute" && it.personId === person.id);
  return entries.holdings.some((it) => it.kind === "holder" && it.personId === person.id && it.seatId === part.seat.id);
}

/** Whoever had the seat ends on the day before; an entry that would end before it began is taken back. */
function seatThem(
  context: Known,
  entries: Entries,
  part: Extract<Part, { seat: Seat }>,
  person: Person,
  from: Day,
): readonly { readonly holding: Holding; readonly until: Day | null }[] {
  const { desk, alliance, ids } = context;
  const { organisation } = entries;
  const kind = part.kind === "substitute" ? "substitute" : "holder";
  const there = entries.holdings.filter((it) => it.kind === kind && (kind === "substitute" || it.seatId === part.seat.id));
  const before = part.kind === "holder" ? there : [];
  const last = addDays(from, -1);
  const ended = before.map((holding) => {
    const never = holding.validFrom !== null && holding.validFrom >= from;
    if (never) desk.remove("Holding", holding);
    else desk.put("Holding", { ...holding, validTo: last });
    return { holding, until: never ? null : last };
  });
  desk.put("Holding", {
    id: ids.next(),
    allianceId: alliance.id,
    seatId: part.seat.id,
    personId: person.id,
    kind,
    position: part.kind === "holder" ? 1 : Math.max(0, ...there.map((it) => it.position)) + 1,
    verified: organisation.status !== "to_verify",
    validFrom: from,
    validTo: null,
  });
  return ended;
}

interface Done {
  readonly from: Day;
  readonly before: ReturnType<typeof seatThem>;
  /** Somebody who has the same address: then it links nobody. */
  readonly shared: Person | undefined;
}

async function namedCard(context: Known, entries: Entries, part: Part, person: Person, { from, before, shared }: Done): Promise<Card> {
  const { t, lang, desk, today } = context;
  const { organisation } = entries;
  const role =
    part.kind === "for"
      ? t("edit.as.secretariat", { person: personName(context, part.whose) })
      : part.kind === "substitute"
        ? t("edit.as.substitute")
        : seatName(context, part.seat);
  const { meeting } = desk;
  const holds = part.kind === "holder" || part.kind === "beside";
  const missing = holds && organisation.status === "confirmed" && meeting?.state === "invited" && isValid({ validFrom: from, validTo: null }, meeting.day);
  const invited = missing && meeting ? await desk.find("Reply", { meetingId: meeting.id, personId: person.id }) : [];
  const hint = missing && invited.length === 0 && meeting ? t("edit.named.notInvited", { meeting: meetingName(context, meeting) }) : undefined;
  const linked = (await desk.find("Account", { personId: person.id })).length > 0;
  return card("edit.named", t("edit.named.title"), {
    facts: [
      { label: t("behalf.whom.label"), value: personName(context, person) },
      { label: t("edit.form.as"), value: role },
      part.kind === "for" || from === today ? undefined : { label: t("edit.named.from"), value: showDay(from, lang) },
      ...before.map(({ holding, until }) => {
        const name = personIn(entries, holding.personId);
        const who = { person: name ? personName(context, name) : "–" };
        return {
          label: t("edit.named.before"),
          value: until ? t("edit.named.beforeUntil", { ...who, day: showDay(until, lang) }) : t("edit.named.beforeNever", who),
        };
      }),
      holds && organisation.status === "to_verify" ? { label: t("fact.hint"), value: t("edit.named.unverified") } : undefined,
      shared ? { label: t("fact.hint"), value: t("edit.email.shared", { person: personName(context, shared) }) } : undefined,
      hint ? { label: t("fact.hint"), value: hint } : undefined,
    ],
    text: t("edit.named.text"),
    buttons: [
      linked ? undefined : act(context, "member.access", { whom: person.id }),
      hint ? act(context, "meeting.invite") : undefined,
      backButton(context, organisation),
    ],
  });
}

export const namingCommands = { "member.name": name };
