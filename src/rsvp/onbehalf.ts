// Answers the office records for somebody: who entered it and how it came is kept, the person is told, and it can be taken back.

import { id, one, optional, text } from "../args.ts";
import { card } from "../card.ts";
import { command, type Known } from "../command.ts";
import type { Form } from "../form.ts";
import { badInput } from "../help/cards.ts";
import { clip } from "../help/pieces.ts";
import { goneCard } from "../meeting/cards.ts";
import type { Meeting } from "../meeting/model.ts";
import { ask, type Outcome, refuse, show } from "../outcome.ts";
import { nameIn, organisationName, personName } from "../reader.ts";
import { findOrganisation } from "../roster/find.ts";
import { showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { fold } from "../words/fold.ts";
import { meetingOf, settle } from "./held.ts";
import type { Reply, SeatTable, Via } from "./model.ts";
import { drawOverview, type Replies, repliesOf } from "./overview.ts";
import { meetingName, replyStatus } from "./parts.ts";
import { record } from "./record.ts";
import type { Answer, Decision } from "./rules.ts";
import { replyMatter, seatTable } from "./situation.ts";
import { quotaCard, tell } from "./swap.ts";

const ways = ["phone", "email", "letter", "in_person"] as const;
const answers = ["accept", "substitute", "decline", "undecided", "confirm"] as const;
const holds = { meeting: "needed", hold: "meeting" } as const;

const recordCommand = command({
  who: "organiser",
  opens: holds,
  args: {
    meeting: optional(id()),
    whom: optional(text(120)),
    answer: optional(one(...answers)),
    name: optional(text(80)),
    via: optional(one(...ways)),
    sent: optional(one("1")),
  },
  async run(context, args) {
    const meeting = meetingOf(context);
    if (meeting.state === "cancelled") return refuse("cancelled", goneCard(context, meeting));
    const known = await repliesOf(context.desk, meeting);
    // Nobody is invited yet: a form would have nobody to choose.
    if (known.replies.length === 0) return show(drawOverview(context, known, "all", 1));
    const found = args.whom ? invited(context, known, args.whom) : [];
    if (args.whom && found.length === 0) return bad(context, "whom", whyNobody(context, known, args.whom), meeting);
    if (found.length > 1) return whichOf(context, known, found, args);
    const [reply] = found;
    if (!reply || !args.answer || !args.via) return ask(recordForm(context, known, { ...args, whom: reply?.personId }));
    if (args.answer === "substitute" && !args.name) {
      return context.by === "form"
        ? bad(context, "name", context.t("onbehalf.needsName"), meeting)
        : ask(recordForm(context, known, { ...args, whom: reply.personId }));
    }
    if (args.answer === "confirm" && reply.state !== "substitute") return bad(context, "answer", context.t("onbehalf.nothingToConfirm"), meeting);
    return enter(context, known, reply, answerOf(context, reply, args.answer, args.via, args.name));
  },
});

function bad(context: Known, field: string, sentence: string, meeting: Meeting): Outcome {
  return refuse(
    "bad_input",
    badInput(context, wish("reply.record", { meeting: meeting.id }), sentence),
    context.by === "form" ? { [field]: sentence } : undefined,
  );
}

/** Whom the words mean among the invited: by id, by name, or everybody of an organisation. */
function invited({ lang }: Known, known: Replies, said: string): readonly Reply[] {
  const byId = known.replies.filter((reply) => reply.personId === said);
  if (byId.length > 0) return byId;
  const wanted = fold(said);
  const byName = known.replies.filter((reply) => {
    const person = known.people.find((it) => it.id === reply.personId);
    return person && (fold(person.name) === wanted || fold(nameIn({ lang }, known, person.id)) === wanted);
  });
  if (byName.length > 0) return byName;
  const organisation = findOrganisation(said, known.organisations, lang);
  return organisation.type === "exact" ? known.replies.filter((reply) => reply.organisationId === organisation.organisation.id) : [];
}

/** Known and not invited, or not known at all: then the organisation with nearly that name is named. */
function whyNobody({ t, lang }: Known, known: Replies, said: string): string {
  const organisation = findOrganisation(said, known.organisations, lang);
  if (organisation.type === "exact" || known.people.some((person) => fold(person.name) === fold(said))) return t("onbehalf.notInvited");
  const [near] = organisation.type === "near" ? organisation.organisations : [];
  return near ? `${t("bad.whom")} ${t("unknownWord.one", { word: organisationName({ lang }, near) })}` : t("bad.whom");
}

function answerOf(context: Known, reply: Reply, answer: (typeof answers)[number], via: Via, name: string | undefined): Answer {
  const by = { actorId: context.person.id, via };
  switch (answer) {
    case "accept":
      return { state: "accepted", ...by };
    case "decline":
      return { state: "declined", ...by };
    case "undecided":
      return { state: "undecided", ...by };
    case "substitute":
      // Named to the office means told: nobody asks the person again.
      return { state: "substitute", substitute: { substituteId: null, substituteName: name ?? null, substituteState: "confirmed" }, ...by };
    case "confirm":
      return {
        state: "substitute",
        substitute: { substituteId: reply.substituteId, substituteName: reply.substituteName, substituteState: "confirmed" },
        from: reply.from,
        until: reply.until,
        except: reply.except,
        ...by,
      };
  }
}

async function enter(context: Known, known: Replies, before: Reply, answer: Answer): Promise<Outcome> {
  const { t, lang, desk, today } = context;
  const { meeting } = known;
  const seats = await seatTable(desk, meeting.id, before.organisationId);
  const whose = known.people.find((person) => person.id === before.personId);
  if (!whose) throw new Error("a reply without its person");
  const decision = settle(context, { meeting, reply: before, seats }, answer);
  await recordFor(context, meeting, before, seats, decision);
  const reachable = known.accounts.some((account) => account.personId === before.personId);
  if (decision.reply !== before && reachable) tell(context, meeting, decision.reply, "onbehalf.told");
  if (decision.reply.state === "waiting") return show(quotaCard(context, known, decision));
  const person = nameIn(context, known, before.personId);
  return show(
    card("onbehalf.saved", t("onbehalf.saved.title", { person: clip(person, 40) }), {
      facts: [
        { label: t("fact.answer"), value: t("onbehalf.saved.answer", { state: replyStatus(context, decision.reply), meeting: meetingName(context, meeting) }) },
        { label: t("fact.origin"), value: t("onbehalf.saved.origin", { via: answer.via, day: showDay(today, lang) }) },
      ],
      text: t(reachable ? "onbehalf.saved.told" : "onbehalf.saved.untold"),
      buttons: [
        { label: t("label.recordNext"), wish: wish("reply.record", { meeting: meeting.id }) },
        decision.reply === before
          ? undefined
          : { label: t("label.undo"), wish: wish("reply.undo", { meeting: meeting.id, person: before.personId, gesture: context.key }) },
      ],
    }),
  );
}

/** The desk of the office shows no live cards of the person: they are looked up, so that every one of them is repainted. */
export async function recordFor(context: Known, meeting: Meeting, before: Reply, seats: SeatTable, decision: Decision): Promise<void> {
  const shown = await context.desk.find("Shown", {
    matter: [replyMatter(meeting.id, before.personId), `standin:${meeting.id}:${before.personId}`, `replies:${meeting.id}`],
  });
  const { desk } = context;
  await record({ ...context, desk: { ...desk, shown, find: desk.find, put: desk.put, remove: desk.remove, owe: desk.owe } }, meeting, before, seats, decision);
}

function recordForm(
  context: Known,
  known: Replies,
  chosen: { readonly whom?: string | undefined; readonly answer?: string | undefined; readonly name?: string | undefined; readonly via?: string | undefined },
): Form {
  const { t } = context;
  const people = known.replies
    .map((reply) => ({ value: reply.personId, label: clip(nameIn(context, known, reply.personId), 75) }))
    .sort((a, b) => a.label.localeCompare(b.label, "de"));
  const initial = (value: string | undefined) => (value ? { initial: value } : {});
  // A selection holds at most a hundred options in every messenger; beyond that the name is written.
  const whom = people.length <= 100 ? ({ type: "one", options: people } as const) : ({ type: "text", max: 120 } as const);
  const options = answers
    .filter((it) => it !== "confirm" || chosen.answer === "confirm")
    .map((value) => ({ value, label: t("onbehalf.answer", { answer: value }) }));
  return {
    name: "onbehalf.form",
    title: t("onbehalf.form.title"),
    submit: t("label.save"),
    cancel: t("label.cancel"),
    wish: wish("reply.record", { meeting: known.meeting.id }),
    fields: [
      { name: "whom", label: t("onbehalf.form.whom"), hint: t("onbehalf.form.whomHint"), required: true, kind: whom, ...initial(chosen.whom) },
      { name: "answer", label: t("onbehalf.form.answer"), required: true, kind: { type: "one", options }, ...initial(chosen.answer) },
      {
        name: "name",
        label: t("onbehalf.form.name"),
        hint: t("onbehalf.form.nameHint"),
        required: false,
        kind: { type: "text", max: 80 },
        ...initial(chosen.name),
      },
      {
        name: "via",
        label: t("onbehalf.form.via"),
        required: true,
        kind: { type: "one", options: ways.map((value) => ({ value, label: t("onbehalf.via", { via: value }) })) },
        ...initial(chosen.via),
      },
    ],
  };
}

/** Up to three by buttons, more in a selection. */
function whichOf(context: Known, known: Replies, found: readonly Reply[], args: Readonly<Record<string, string | undefined>>): Outcome {
  const { t } = context;
  if (found.length > 3) return ask(recordForm(context, { ...known, replies: found }, { ...args, whom: undefined }));
  const carried = Object.fromEntries(Object.entries(args).filter((it): it is [string, string] => it[1] !== undefined && it[0] !== "sent"));
  // The short names, where they tell the people apart.
  const short = found.map((reply) => known.people.find((it) => it.id === reply.personId)).map((person) => (person ? personName(context, person) : "–"));
  const distinct = new Set(short).size === short.length;
  return show(
    card("onbehalf.which", t("onbehalf.which.title"), {
      rows: found.map((reply) => nameIn(context, known, reply.personId)),
      text: t("onbehalf.which.text", { n: found.length }),
      buttons: [
        ...found.map((reply, n) => ({
          label: clip((distinct ? short[n] : undefined) ?? nameIn(context, known, reply.personId), 28),
          hears: clip(nameIn(context, known, reply.personId), 75),
          wish: wish("reply.record", { ...carried, meeting: known.meeting.id, whom: reply.personId }),
        })),
        { label: t("label.cancel"), wish: wish("step.cancel") },
      ],
    }),
  );
}

export const recordCommands = { "reply.record": recordCommand };
