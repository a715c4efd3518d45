// Replies in plain words: understood as an answer to what the bot last showed, asked back where that is unsure, and never kept.
import { type Card, card } from "../card.ts";
import type { Known } from "../command.ts";
import type { Incoming } from "../incoming.ts";
import type { AgendaItem, Meeting } from "../meeting/model.ts";
import { timed } from "../meeting/rules.ts";
import { agendaOf } from "../meeting/sight.ts";
import { type Outcome, show } from "../outcome.ts";
import { meetingFact } from "../rsvp/parts.ts";
import { taskName } from "../task/parts.ts";
import { clockOf, isDay } from "../time.ts";
import { type Asked, binding, type Frame, type FrameItem, type Understanding } from "../understanding/meaning.ts";
import { understand } from "../understanding/understand.ts";
import { type Wish, wish } from "../wish.ts";
import { act, callbackButton, invitationButton } from "./pieces.ts";
import { type Meant, meantBy, type Topic } from "./readings.ts";

/** Thrown inside a gesture that turned out to be this wish: nothing of it is stored, and it is made again as what it is, holding what it must. */
export class Instead extends Error {
  readonly wish: Wish;
  constructor(it: Wish) {
    super(`The words mean ${it.command}.`);
    this.wish = it;
  }
}

/** A thank-you that is only likely to be one may be a matter nobody has understood. */
const certain = 0.9;
/** Below this a reading is no more than a guess. */
const guessed = 0.25;
/** Below this the likeliest readings are asked for rather than one of them. */
const likely = 0.5;
/** „Ich möchte eine Frage einreichen: Wie viele …?“ is for the round, whatever it asks. */
const submitted = /(?:(?:frage|question)\p{L}*\s[^:?]{0,30}(?:einreich|anmeld|stell|vorab)\p{L}*|submit[^:?]{0,30}question)[^:?]{0,20}:\s*(\S.*\?)/isu;

/** What the words mean to the bot; undefined where nothing can be made of them. @throws Instead where they are sure to be a wish. */
export async function answerPlainly(context: Known, { said, place }: Incoming): Promise<Outcome | undefined> {
  if (!("words" in said)) return undefined;
  const { asked, topic } = await askedLast(context);
  const read = understand({ text: said.words, context: asked, language: context.lang, now: context.now, frame: await frameOf(context, topic) });
  // A guess at something that only shows is worth less than saying that nothing was understood.
  if (!binding.has(read.intent) && read.confidence < likely) return undefined;
  switch (read.intent) {
    case "auto_reply":
      return notice(context, read);
    case "manipulation":
    case "unknown":
      return undefined;
    case "ack":
    case "smalltalk":
      return read.also.length === 0 && read.confidence >= certain && place === "direct" ? show(card("smalltalk.thanks", context.t("thanks.title"))) : undefined;
    case "help":
      throw new Instead(wish("help.show"));
    case "info.ask": {
      const question = submitted.exec(said.words)?.[1];
      if (question !== undefined) throw new Instead(wish("question.typed", { text: question }));
      throw new Instead(wish(asked === "task" ? "task.show" : "meeting.show"));
    }
    case "opt_out":
      throw new Instead(wish("settings.show"));
    case "privacy.request":
      throw new Instead(wish("privacy.show"));
    case "handoff":
      return show(officeCard(context));
    default:
      return answerMeant(context, asked, read, topic);
  }
}

/** Nobody reads the answer to an out-of-office note. Until its last day the bot's own messages wait, as if the person had said so. */
function notice({ desk, person, alliance, today }: Known, { slots }: Understanding): Outcome {
  const { until } = slots;
  if (isDay(until) && until >= today) desk.put("Pause", { personId: person.id, allianceId: alliance.id, until, to: "keep" });
  return { silent: "auto_reply" };
}

function answerMeant(context: Known, asked: Asked, read: Understanding, topic: Topic): Outcome | undefined {
  const meant = meantBy(context, read.intent, read.slots, topic);
  // Having no question asks for nothing.
  const others = read.also.filter((intent) => intent !== "question.none").flatMap((intent) => meantBy(context, intent, {}, topic) ?? []);
  // What only plays back what was said needs no other echo before.
  const isPlain = !read.confirm || (meant?.echoes === true && read.confidence >= guessed);
  if (meant && isPlain && meant.sure && others.length === 0) throw new Instead(meant.wish);
  const readings = read.readings
    .flatMap((intent) => meantBy(context, intent, intent === read.intent ? read.slots : {}, topic) ?? [])
    // Two readings may lead to the same button.
    .filter(({ button }, at, all) => button !== undefined && all.findIndex((it) => it.button?.label === button.label) === at);
  const isGuess = read.confidence < guessed;
  if (meant && !isGuess && (read.confidence >= likely || readings.length < 2)) return show(understoodCard(context, topic, meant, others));
  // Whoever was asked something has probably answered; out of the blue, a guess is worth nothing.
  return readings.length > 1 && (!isGuess || asked !== "none") ? show(whichCard(context, topic, readings)) : undefined;
}

const aboutFact = (context: Known, { task, meeting }: Topic, { wish: it }: Meant) =>
  it.args["task"] !== undefined && task ? { label: context.t("plain.task"), value: taskName(task) } : meeting && meetingFact(context, meeting);

/** K7.8: what was understood, before anything is stored. */
function understoodCard(context: Known, topic: Topic, meant: Meant, others: readonly Meant[]): Card {
  const { t } = context;
  return card("rsvp.understood", t("plain.title"), {
    facts: [
      aboutFact(context, topic, meant),
      { label: t("plain.understood"), value: meant.said },
      others.length > 0 ? { label: t("plain.besides"), value: others.map(({ said }) => said).join("; ") } : undefined,
    ],
    text: t(meant.sure ? "plain.text" : "plain.text.rest"),
    buttons: [
      { label: t("plain.yes"), wish: meant.wish },
      meant.wish.args["task"] !== undefined ? act(context, "task.show") : invitationButton(context),
      { label: t("label.cancel"), wish: wish("step.cancel") },
    ],
  });
}

/** K7.9: two or three readings, none of them stored. */
function whichCard(context: Known, topic: Topic, readings: readonly Meant[]): Card {
  const [first] = readings;
  return card("rsvp.understood.ambiguous", context.t("plain.which.title"), {
    facts: [first && aboutFact(context, topic, first)],
    text: context.t("plain.which.text"),
    buttons: [...readings.slice(0, 3).map(({ button }) => button), act(context, "help.show")],
  });
}

const officeCard = (context: Known): Card =>
  card("plain.office", context.t("plain.office.title"), {
    text: context.t("plain.office.text"),
    buttons: [callbackButton(context), act(context, "status.show")],
  });

/** The newest card in any of the person's accounts says what an answer is about. */
async function askedLast({ desk, person }: Known): Promise<{ asked: Asked; topic: Topic }> {
  const shown = [...(await desk.find("Shown", { personId: person.id }))].sort((a, b) => b.shownAt.getTime() - a.shownAt.getTime());
  const last = shown[0]?.matter ?? "";
  const [kind = "", id = ""] = last.split(":");
  const [task] = kind === "task" ? await desk.find("Task", { id }) : [];
  const [talk] = kind === "talk" ? await desk.find("Talk", { id }) : [];
  const [question] = kind === "question" ? await desk.find("Question", { id }) : [];
  const invited = desk.meeting?.state === "invited" && desk.reply?.personId === person.id ? desk.meeting : undefined;
  const agenda = invited ? await agendaOf(desk, invited) : [];
  const asked: Asked = kind === "rsvp" || kind === "standin" ? "rsvp" : task ? "task" : talk ? "speaker" : question ? "question" : "none";
  return { asked, topic: { meeting: invited, agenda, task, talk, question } };
}

async function frameOf({ desk, calendar, alliance }: Known, { meeting, agenda, task }: Topic): Promise<Frame> {
  const organisations = await desk.find("Organisation", {});
  return {
    organisations,
    calendar,
    zone: alliance.zone,
    ...(meeting
      ? { meeting: { day: meeting.day, start: meeting.start, end: clockOf(meeting.endsAt, alliance.zone), items: itemsOf(meeting, agenda, alliance.zone) } }
      : {}),
    ...(task ? { deadline: task.due } : {}),
  };
}

const itemsOf = (meeting: Meeting, agenda: readonly AgendaItem[], zone: string): readonly FrameItem[] =>
  timed(meeting, agenda, zone).map(({ item, at }) => ({ number: item.number, key: item.key, start: at }));
