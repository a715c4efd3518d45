// Guests without a seat, for single items of a meeting (D8): entered and removed by the office, counted nowhere.
import { id, many, optional, text } from "../args.ts";
import { type Card, card } from "../card.ts";
import { command, type Known } from "../command.ts";
import type { Form } from "../form.ts";
import { badInput, missingMeeting } from "../help/cards.ts";
import { clip } from "../help/pieces.ts";
import { tellGuests } from "../meeting/guests.ts";
import type { AgendaItem, Meeting } from "../meeting/model.ts";
import { quietUntil } from "../meeting/rules.ts";
import { ask, type FieldErrors, type Outcome, refuse, show } from "../outcome.ts";
import { byPosition, personLabel } from "../reader.ts";
import { meetingFact, meetingName } from "../rsvp/parts.ts";
import { wish } from "../wish.ts";
import { fold } from "../words/fold.ts";
import type { Person } from "./model.ts";
import { email } from "./naming.ts";
import { isValid } from "./rules.ts";
import { note } from "./trail.ts";
import { type Visit, visitsOf } from "./visits.ts";

const guest = command({
  who: "organiser",
  opens: { meeting: "wanted", hold: "none" },
  args: {
    meeting: optional(id()),
    name: optional(text(80)),
    items: optional(many()),
    email: optional(email()),
    organisation: optional(id()),
    ask: optional(id()),
    sent: optional(id()),
  },
  async run(context, args) {
    const { desk } = context;
    const { meeting } = desk;
    if (!meeting || meeting.state === "cancelled") return missingMeeting(context, wish("member.guest", meeting ? { meeting: meeting.id } : {}));
    const agenda = [...(await desk.find("AgendaItem", { meetingId: meeting.id }))].sort(byPosition);
    if (args.sent && args.name) {
      const chosen = agenda.filter((item) => args.items?.includes(item.key));
      if (chosen.length > 0) return enter(context, meeting, agenda, chosen, { ...args, name: args.name });
      return wrong(context, meeting, { items: context.t("bad.empty") });
    }
    const visits = args.name || args.ask || args.organisation ? [] : await visitsOf(desk, context, meeting);
    return visits.length > 0 ? show(listCard(context, meeting, visits)) : ask(guestForm(context, meeting, agenda, args));
  },
});

const wrong = (context: Known, meeting: Meeting, fields: FieldErrors): Outcome =>
  refuse(
    "bad_input",
    badInput(context, wish("member.guest", { meeting: meeting.id }), Object.values(fields)[0] ?? ""),
    context.by === "form" ? fields : undefined,
  );

function guestForm(
  context: Known,
  meeting: Meeting,
  agenda: readonly AgendaItem[],
  args: { readonly name?: string | undefined; readonly organisation?: string | undefined },
): Form {
  const { t, lang } = context;
  const options = agenda.map((item) => {
    const title = lang === "de" ? item.titleDe : item.titleEn;
    return { value: item.key, label: item.number ? t("rsvp.item", { number: item.number, title }) : title };
  });
  return {
    name: "guest.form",
    title: t("guest.title"),
    note: t("guest.note", { meeting: meetingName(context, meeting) }),
    submit: t("label.save"),
    cancel: t("label.cancel"),
    wish: wish("member.guest", { meeting: meeting.id, ask: "1", ...(args.organisation ? { organisation: args.organisation } : {}) }),
    fields: [
      { name: "name", label: t("edit.form.name"), required: true, kind: { type: "text", max: 80 }, ...(args.name ? { initial: args.name } : {}) },
      { name: "items", label: t("guest.items"), required: true, kind: { type: "many", options } },
      { name: "email", label: t("edit.form.email"), hint: t("edit.form.email.hint"), required: false, kind: { type: "text", max: 254 } },
    ],
  };
}

interface Invited {
  readonly name: string;
  readonly email?: string | undefined;
  readonly organisation?: string | undefined;
}

/** Entered once more, the guest comes for the items named now. */
async function enter(context: Known, meeting: Meeting, agenda: readonly AgendaItem[], items: readonly AgendaItem[], invited: Invited): Promise<Outcome> {
  const { t, desk, alliance, ids, today, now, calendar } = context;
  const [organisation] = invited.organisation ? await desk.find("Organisation", { id: invited.organisation }) : [];
  const people = await desk.find("Person", {});
  const wanted = fold(invited.name);
  const named = people.filter((it) => fold(it.name) === wanted && (organisation ? it.organisationId === organisation.id : it.roles.includes("guest")));
  const known = named.length === 1 ? named[0] : undefined;
  if (known && (await desk.find("Holding", { personId: known.id, kind: "holder" })).some((it) => isValid(it, today)))
    return wrong(context, meeting, { name: t("guest.hasSeat") });
  const person: Person = {
    ...(known ?? {
      id: ids.next(),
      allianceId: alliance.id,
      name: invited.name,
      nameEn: null,
      organisationId: organisation?.id ?? null,
      language: "de",
      welcomedAt: null,
    }),
    email: invited.email ?? known?.email ?? null,
    roles: [...new Set([...(known?.roles ?? []), "guest" as const])],
  };
  desk.put("Person", person);
  const before = await desk.find("Guest", { meetingId: meeting.id, personId: person.id });
  for (const row of before) if (!items.some((item) => item.key === row.item)) desk.remove("Guest", row);
  const rows = items.map(({ key }) => ({ meetingId: meeting.id, personId: person.id, item: key, allianceId: alliance.id }));
  for (const row of rows) desk.put("Guest", row);
  const told = meeting.state === "invited" && meeting.startsAt > now;
  if (told) await tellGuests(context, meeting, quietUntil(now, meeting.startsAt, calendar, alliance.zone), { person, rows });
  note(context, "guest.entered", person.id, items.map((item) => item.key).join(","));
  const numbers = agenda.filter((item) => items.includes(item)).map((item) => item.number || item.titleDe);
  return show(
    card("guest.saved", t("guest.saved.title"), {
      facts: [
        { label: t("guest.saved.person"), value: personLabel(context, person, organisation) },
        meetingFact(context, meeting),
        { label: t("guest.saved.items"), value: numbers.join(", ") },
      ],
      text: t("guest.saved.text", { invited: told ? "yes" : "no" }),
      buttons: [againButton(context, meeting), outButton(context, meeting, person)],
    }),
  );
}

const againButton = ({ t }: Known, meeting: Meeting) => ({ label: t("do.member.guest"), wish: wish("member.guest", { meeting: meeting.id, ask: "1" }) });
const outButton = ({ t }: Known, meeting: Meeting, person?: Person) => ({
  label: t("guest.out"),
  wish: wish("member.guestOut", { meeting: meeting.id, ...(person ? { person: person.id } : {}) }),
});

/** Lines on a card: few enough for a phone. */
const mostLines = 20;

function listCard(context: Known, meeting: Meeting, visits: readonly Visit[]): Card {
  const { t } = context;
  const rows = visits.slice(0, mostLines).map(({ person, items }) => t("guest.at", { person: personLabel(context, person, undefined), items }));
  return card("guest.list", clip(t("guest.list.title", { meeting: meetingName(context, meeting) }), 60), {
    rows: visits.length > mostLines ? [...rows, t("list.more", { n: visits.length - mostLines })] : rows,
    text: t("guest.list.text"),
    buttons: [againButton(context, meeting), outButton(context, meeting)],
  });
}

const guestOut = command({
  who: "organiser",
  opens: { meeting: "wanted", hold: "none" },
  args: { meeting: optional(id()), person: optional(id()) },
  async run(context, args) {
    const { t, desk } = context;
    const { meeting } = desk;
    if (!meeting) return missingMeeting(context, wish("member.guestOut"));
    const visits = await visitsOf(desk, context, meeting);
    const visit = visits.find(({ person }) => person.id === args.person) ?? (args.person === undefined && visits.length === 1 ? visits[0] : undefined);
    if (visits.length === 0 || (args.person && !visit))
      return refuse("nobody", card("guest.nobody", t("guest.out.nobody"), { text: t("help.nothingStored"), buttons: [againButton(context, meeting)] }));
    if (!visit) {
      const options = visits.slice(0, 100).map(({ person }) => ({ value: person.id, label: clip(personLabel(context, person, undefined), 75) }));
      return ask({
        name: "guest.out.form",
        title: t("guest.out"),
        submit: t("guest.out"),
        cancel: t("label.cancel"),
        wish: wish("member.guestOut", { meeting: meeting.id }),
        fields: [{ name: "person", label: t("guest.out.whom"), required: true, kind: { type: "one", options } }],
      });
    }
    for (const row of visit.rows) desk.remove("Guest", row);
    note(context, "guest.removed", visit.person.id, meeting.id);
    return show(
      card("guest.removed", t("guest.out.title"), {
        facts: [{ label: t("guest.saved.person"), value: personLabel(context, visit.person, undefined) }, meetingFact(context, meeting)],
        buttons: [againButton(context, meeting)],
      }),
    );
  },
});

export const guestCommands = { "member.guest": guest, "member.guestOut": guestOut };
