// What delegates can ask about their own reply.
import { clock, day, id, many, one, optional } from "../args.ts";
import { type Command, command, type Known } from "../command.ts";
import type { Form } from "../form.ts";
import { badInput } from "../help/cards.ts";
import type { Meeting } from "../meeting/model.ts";
import type { CommandName } from "../names.ts";
import { tellOffice } from "../notice/office.ts";
import { ask, type Outcome, refuse, show } from "../outcome.ts";
import { byPosition } from "../reader.ts";
import { wish } from "../wish.ts";
import { changeCard, leftCard, replyCard } from "./cards.ts";
import { type Held, held, look, settled, shown } from "./held.ts";
import { about, meetingEnd } from "./parts.ts";
import { lateCard } from "./refusals.ts";
import { attendance, type Details } from "./rules.ts";
import { replyMatter, situation } from "./situation.ts";
import { answerAsSubstitute, substituteCommands } from "./substitute.ts";

const target = { meeting: optional(id()), for: optional(id()), edition: optional(id()) };
const times = { from: optional(clock()), until: optional(clock()), except: optional(many()), sent: optional(one("1")) };
const answers = { meeting: "needed", hold: "seats" } as const;
const looks = { meeting: "needed", hold: "none" } as const;

const accept = command({
  who: "delegate",
  opens: answers,
  args: { ...target, ...times },
  run: (context, args) => attend(context, args),
});

/** A first tap opens the window; a substitute may use it too. */
const partial = command({
  who: "delegate",
  opens: answers,
  args: { ...target, ...times },
  async run(context, args) {
    const it = held(context, args, { substitute: true });
    if ("outcome" in it) return it.outcome;
    return args.sent ? attend(context, args) : ask(await partialForm(context, it));
  },
});

interface Wanted {
  readonly edition?: string | undefined;
  readonly for?: string | undefined;
  readonly from?: `${number}:${number}` | undefined;
  readonly until?: `${number}:${number}` | undefined;
  readonly except?: readonly string[] | undefined;
}

async function attend(context: Known, args: Wanted): Promise<Outcome> {
  const it = held(context, args, { substitute: true });
  if ("outcome" in it) return it.outcome;
  const stays = attendance({ start: it.meeting.start, end: meetingEnd(context, it.meeting) }, args);
  if (typeof stays === "string") return badTimes(context, it.meeting, stays);
  const agenda = args.except?.length ? await context.desk.find("AgendaItem", { meetingId: it.meeting.id }) : [];
  const details: Details = { ...stays, except: (args.except ?? []).filter((key) => agenda.some((item) => item.key === key)) };
  if (it.as === "substitute") return answerAsSubstitute(context, it, "yes", details);
  return settled(context, it, { ...details, state: "accepted", actorId: context.person.id, via: "self" });
}

function badTimes(context: Known, meeting: Meeting, problem: "endBeforeStart" | "outside"): Outcome {
  const { t } = context;
  const sentence = problem === "outside" ? t("bad.outside", { start: meeting.start, end: meetingEnd(context, meeting) }) : t("bad.endBeforeStart");
  return refuse(
    "bad_input",
    badInput(context, wish("rsvp.partial", { meeting: meeting.id }), sentence),
    context.by === "form" ? { until: sentence } : undefined,
  );
}

async function partialForm(context: Known, { meeting, reply }: Held): Promise<Form> {
  const { t, lang, desk } = context;
  const agenda = [...(await desk.find("AgendaItem", { meetingId: meeting.id }))].sort(byPosition);
  const options = agenda.map((item) => {
    const title = lang === "de" ? item.titleDe : item.titleEn;
    return { value: item.key, label: item.number ? t("rsvp.item", { number: item.number, title }) : title };
  });
  return {
    name: "rsvp.partial.form",
    title: t("rsvp.partial.title"),
    submit: t("label.save"),
    cancel: t("label.cancel"),
    wish: wish("rsvp.partial", about(meeting, reply.personId)),
    fields: [
      { name: "from", label: t("rsvp.partial.from"), required: false, kind: { type: "clock" }, initial: reply.from ?? meeting.start },
      { name: "until", label: t("rsvp.partial.until"), required: false, kind: { type: "clock" }, initial: reply.until ?? meetingEnd(context, meeting) },
      { name: "except", label: t("rsvp.partial.except"), required: false, kind: { type: "many", options }, initial: reply.except.join(",") },
    ],
  };
}

const decline = command({
  who: "delegate",
  opens: answers,
  args: target,
  async run(context, args) {
    const it = held(context, args, { substitute: true });
    if ("outcome" in it) return it.outcome;
    if (it.as === "substitute") return answerAsSubstitute(context, it, "no");
    return settled(context, it, { state: "declined", actorId: context.person.id, via: "self" });
  },
});

const undecided = command({
  who: "delegate",
  opens: answers,
  args: { ...target, askOn: optional(day()), choose: optional(one("1")), sent: optional(one("1")) },
  async run(context, args) {
    const it = held(context, args);
    if ("outcome" in it) return it.outcome;
    if (args.choose && !args.sent) return ask(askOnForm(context, it));
    if (args.askOn && args.askOn >= it.meeting.day) {
      const sentence = context.t("rsvp.askOn.late");
      return refuse(
        "bad_input",
        badInput(context, wish("rsvp.undecided", { meeting: it.meeting.id }), sentence),
        context.by === "form" ? { askOn: sentence } : undefined,
      );
    }
    return settled(context, it, { state: "undecided", askOn: args.askOn ?? null, actorId: context.person.id, via: "self" });
  },
});

function askOnForm({ t }: Known, { meeting, reply }: Held): Form {
  return {
    name: "rsvp.askOn.form",
    title: t("rsvp.askOn.title"),
    submit: t("label.save"),
    cancel: t("label.cancel"),
    wish: wish("rsvp.undecided", { ...about(meeting, reply.personId), choose: "1" }),
    fields: [
      {
        name: "askOn",
        label: t("rsvp.askOn.day"),
        hint: t("rsvp.askOn.hint"),
        required: true,
        kind: { type: "day" },
        ...(reply.askOn ? { initial: reply.askOn } : {}),
      },
    ],
  };
}

const showOwn = command({
  who: "linked",
  opens: looks,
  opensNew: true,
  args: target,
  async run(context, args) {
    const it = look(context, args);
    return "outcome" in it ? it.outcome : shown(context, it);
  },
});

const change = command({
  who: "delegate",
  opens: looks,
  args: target,
  async run(context, args) {
    const it = held(context, args);
    if ("outcome" in it) return it.outcome;
    return show(changeCard(context, await situation(context.desk, context, it)));
  },
});

const leave = command({
  who: "delegate",
  opens: answers,
  args: target,
  async run(context, args) {
    const it = held(context, args);
    if ("outcome" in it) return it.outcome;
    const waits = it.reply.state === "waiting" || it.reply.state === "offered";
    // Pressed too late: the person has moved up meanwhile, and the card says so.
    if (!waits) return show(replyCard(context, await situation(context.desk, context, it)), replyMatter(it.meeting.id, it.reply.personId));
    return settled(context, it, { state: "declined", actorId: context.person.id, via: "self" }, leftCard);
  },
});

/** After the beginning the reply stands; the wish to change it goes to the office as a word, without any reason. */
const late = command({
  who: "delegate",
  opens: looks,
  args: target,
  async run(context, args) {
    const it = look(context, args);
    if ("outcome" in it) return it.outcome;
    await tellOffice(context, {
      key: `late:${context.key}`,
      kind: "callback",
      args: { person: it.as === "secretariat" ? it.reply.personId : context.person.id, about: "late" },
    });
    return show(lateCard(context, it.meeting));
  },
});

export const rsvpCommands = {
  "rsvp.show": showOwn,
  "rsvp.accept": accept,
  "rsvp.partial": partial,
  "rsvp.decline": decline,
  "rsvp.undecided": undecided,
  "rsvp.change": change,
  "rsvp.late": late,
  "waiting.leave": leave,
  ...substituteCommands,
} satisfies { readonly [N in Extract<CommandName, `rsvp.${string}` | `substitute.${string}` | `waiting.${string}`>]: unknown } as Record<
  Extract<CommandName, `rsvp.${string}` | `substitute.${string}` | `waiting.${string}`>,
  Command
>;
