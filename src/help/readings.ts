// From what a reply means to what can be asked of the bot: the wish behind each reading, its button, and its words for the echo.
import type { Button } from "../card.ts";
import type { Known } from "../command.ts";
import type { AgendaItem, Meeting } from "../meeting/model.ts";
import { timed } from "../meeting/rules.ts";
import type { Question } from "../question/model.ts";
import { about, acceptButton, answerButtons, button } from "../rsvp/parts.ts";
import type { Talk } from "../speaker/model.ts";
import { workButtons } from "../task/buttons.ts";
import type { Task } from "../task/model.ts";
import { taskCode } from "../task/parts.ts";
import { isClock, showClock, showDay } from "../time.ts";
import type { Intent, Slots } from "../understanding/meaning.ts";
import { type Wish, wish } from "../wish.ts";

/** What a reply can be about: whatever the bot showed last, and the meeting the person is invited to. */
export interface Topic {
  readonly meeting: Meeting | undefined;
  readonly agenda: readonly AgendaItem[];
  readonly task: Task | undefined;
  readonly talk: Talk | undefined;
  readonly question: Question | undefined;
}

/** A wish that stands for a reading; `sure`: nothing the person said is left out of it. */
export interface Meant {
  readonly wish: Wish;
  /** "Zusage ab 15:00 Uhr" */
  readonly said: string;
  readonly button: Button | undefined;
  readonly sure: boolean;
  /** It stores nothing, and shows what was said before anything becomes of it. */
  readonly echoes?: true;
}

/** Undefined where the reading leads to nothing that can be asked here. */
export function meantBy(context: Known, intent: Intent, slots: Slots, topic: Topic): Meant | undefined {
  if (intent.startsWith("rsvp.") || intent === "seat.nominate") return topic.meeting && replyMeant(context, intent, slots, topic.meeting, topic.agenda);
  if (intent.startsWith("task.")) return topic.task && taskMeant(context, intent, slots, topic.task);
  if (intent.startsWith("speaker.")) return talkMeant(context, intent, slots, topic);
  if (intent.startsWith("question.")) return questionMeant(context, intent, slots, topic);
  return undefined;
}

/** Details that no reply of the bot's holds: they are named, and the office hears of them from the person. */
const beyond = (slots: Slots): boolean =>
  (slots.party_size ?? 1) > 1 || slots.companions !== undefined || slots.mode !== undefined || slots.needs !== undefined || slots.represents !== undefined;

function replyMeant(context: Known, intent: Intent, slots: Slots, meeting: Meeting, agenda: readonly AgendaItem[]): Meant | undefined {
  const { t, lang, person } = context;
  const target = about(meeting, person.id);
  const [, pickButton, declineButton, undecidedButton] = answerButtons(context, meeting, person.id);
  const sure = !beyond(slots);
  switch (intent) {
    case "rsvp.accept":
      return { wish: wish("rsvp.accept", target), said: t("plain.accept"), button: acceptButton(context, meeting, person.id), sure };
    case "rsvp.decline":
      return { wish: wish("rsvp.decline", target), said: t("plain.decline"), button: declineButton, sure };
    case "rsvp.tentative": {
      const askOn = slots.reply_by;
      const said = askOn ? t("plain.undecidedUntil", { day: showDay(askOn, lang) }) : t("plain.undecided");
      return { wish: wish("rsvp.undecided", { ...target, ...(askOn ? { askOn } : {}) }), said, button: undecidedButton, sure };
    }
    case "rsvp.partial": {
      const times = partOf(context, slots, meeting, agenda);
      const partial = button(context, meeting, t("label.partial"), wish("rsvp.partial", target));
      if (!times) return { wish: wish("rsvp.partial", target), said: t("plain.partial"), button: partial, sure: false };
      return { wish: wish("rsvp.partial", { ...target, ...times.args, sent: "1" }), said: times.said, button: partial, sure: sure && times.sure };
    }
    case "rsvp.substitute":
    case "seat.nominate": {
      const name = slots.substitute_name ?? slots.names?.[0];
      // A name is played back by the command itself before it counts.
      if (name)
        return {
          wish: wish("substitute.name", { ...target, name }),
          said: t("plain.substituteNamed", { name }),
          button: pickButton,
          sure: sure && !slots.substitute_name_2,
        };
      return { wish: wish("substitute.pick", target), said: t("plain.substitute"), button: pickButton, sure: true };
    }
    default:
      return undefined;
  }
}

/** The times and items somebody leaves out; undefined where none can be told. */
function partOf({ t, lang, alliance }: Known, slots: Slots, meeting: Meeting, agenda: readonly AgendaItem[]) {
  const starts = new Map(timed(meeting, agenda, alliance.zone).map(({ item, at }) => [item.key, at]));
  const from = slots.from ?? (slots.from_item ? starts.get(slots.from_item) : undefined);
  const until = isClock(slots.until) ? slots.until : slots.until_item ? starts.get(slots.until_item) : undefined;
  const except = (slots.except_items ?? []).filter((key) => starts.has(key));
  if (!from && !until && except.length === 0) return undefined;
  const titles = agenda.filter(({ key }) => except.includes(key)).map((item) => (lang === "de" ? item.titleDe : item.titleEn));
  const parts = [
    from ? t("plain.from", { at: showClock(from, lang) }) : "",
    until ? t("plain.until", { at: showClock(until, lang) }) : "",
    titles.length > 0 ? t("state.without", { items: titles.join(", ") }) : "",
  ].filter((part) => part !== "");
  return {
    args: { ...(from ? { from } : {}), ...(until ? { until } : {}), ...(except.length > 0 ? { except: except.join(",") } : {}) },
    said: t("plain.acceptPart", { part: parts.join(", ") }),
    // Where an item was named instead of a time, the item's own time may be another one on the day.
    sure: !slots.from_item && !slots.until_item,
  };
}

function taskMeant(context: Known, intent: Intent, slots: Slots, task: Task): Meant | undefined {
  const { t, lang } = context;
  const target = { task: taskCode(task) };
  const buttons = workButtons(context, task);
  const buttonFor = (command: string) => buttons.find((it) => "wish" in it && it.wish.command === command);
  const meant = (it: Wish, said: string, sure = true): Meant => ({
    wish: it,
    said: t("plain.ofTask", { said, task: taskCode(task) }),
    button: buttonFor(it.command),
    sure,
  });
  switch (intent) {
    case "task.done":
      return meant(wish("task.done", target), t("plain.done"));
    case "task.accept":
      return meant(wish("task.accept", target), t("plain.take"));
    case "task.reject":
      return meant(wish("task.reject", target), t("plain.reject"));
    case "task.progress":
      return meant(
        wish("task.progress", { ...target, ...(slots.percent === undefined ? {} : { percent: String(slots.percent) }) }),
        t("plain.progress", { percent: slots.percent ?? 0 }),
        slots.percent !== undefined,
      );
    case "task.blocked":
      return meant(wish("task.progress", { ...target }), t("plain.blocked"), false);
    case "task.extend":
      return slots.due
        ? meant(wish("task.extend", { ...target, due: slots.due }), t("plain.extendUntil", { day: showDay(slots.due, lang) }))
        : meant(wish("task.extend", target), t("plain.extend"), false);
    case "task.delegate":
      return meant(wish("task.handover", { ...target, ...(slots.assignee ? { whom: slots.assignee } : {}) }), t("plain.handover"), false);
    default:
      return undefined;
  }
}

function talkMeant({ t, may }: Known, intent: Intent, slots: Slots, { meeting, talk }: Topic): Meant | undefined {
  if (intent === "speaker.offer" && meeting && may("talk.new"))
    // Registering asks for what is missing and stores nothing before that.
    return {
      wish: wish("talk.new", { meeting: meeting.id, ...(slots.title ? { title: slots.title.slice(0, 80) } : {}) }),
      said: t("plain.talk"),
      button: undefined,
      sure: true,
    };
  if (!talk) return undefined;
  const target = { meeting: talk.meetingId, talk: talk.id };
  if (intent === "speaker.withdraw") return { wish: wish("talk.withdraw", target), said: t("plain.talkWithdraw"), button: undefined, sure: true };
  if (intent === "speaker.change") return { wish: wish("talk.more", target), said: t("plain.talkChange"), button: undefined, sure: true };
  return undefined;
}

/** What was typed stands in the chat: it is shown as it was read, and nothing of it is stored before it has been sent in a form. */
function questionMeant({ t }: Known, intent: Intent, slots: Slots, { question }: Topic): Meant | undefined {
  const shown = (it: Wish, said: string, sure = true): Meant => ({ wish: it, said, button: undefined, sure, echoes: true });
  const text = slots.question ?? slots.questions?.[0];
  const target = slots.ref !== undefined ? { question: slots.ref } : question ? { meeting: question.meetingId, question: question.id } : undefined;
  const wording = text ? { text } : {};
  if (intent === "question.submit" || (intent === "question.edit" && !target && text)) {
    const args = { ...wording, ...(slots.addressee ? { to: slots.addressee } : {}) };
    return shown(wish("question.typed", args), t("do.question.new"), (slots.questions?.length ?? 0) < 2);
  }
  if (intent === "question.edit" && target) return shown(wish("question.edit", { ...target, ...wording }), t("ask.edit.title"));
  if (intent === "question.withdraw" && target)
    return { wish: wish("question.withdraw", target), said: t("ask.plain.withdraw"), button: undefined, sure: true };
  return intent === "question.withdraw" ? shown(wish("question.withdraw"), t("ask.plain.withdraw")) : shown(wish("question.show"), t("do.question.show"));
}
