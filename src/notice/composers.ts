// Messages of the bot's own accord that belong to no feature: the office's week and minutes, and a reminder in the place of somebody who rests.
import { card } from "../card.ts";
import { act, callbackButton, clip } from "../help/pieces.ts";
import { organisationName, personLabel } from "../reader.ts";
import { isOver, meetingName, whenOf } from "../rsvp/parts.ts";
import { isEarlier } from "../rsvp/rules.ts";
import { isOverdue, ledgerOf } from "../task/ledger.ts";
import type { Task } from "../task/model.ts";
import { waitsForOffice } from "../task/own.ts";
import { taskCode } from "../task/parts.ts";
import { isActive } from "../task/rules.ts";
import { addDays, daysBetween, showDay, weekday } from "../time.ts";
import { wish } from "../wish.ts";
import type { Composer, Composing } from "./composer.ts";

/** Tasks named in one row; the follow-up list has them all. */
const mostNamed = 5;

function row({ t }: Composing, label: string, names: readonly string[]) {
  if (names.length === 0) return undefined;
  const left = names.length - mostNamed;
  return { label, value: left > 0 ? `${names.slice(0, mostNamed).join(", ")} ${t("list.more", { n: left })}` : names.join(", ") };
}

/** K33.1: what is overdue, what comes next week, and what waits for a decision. */
const digest: Composer = async (it) => {
  const { t, lang, today, view, links, alliance, person } = it;
  const { tasks, organisations } = await ledgerOf(view);
  const byDay = [...tasks].sort((a, b) => (a.due === b.due ? a.number - b.number : a.due < b.due ? -1 : 1));
  const over = byDay.filter((task) => isOverdue(task, today));
  const waiting = byDay.filter(waitsForOffice);
  if (over.length === 0 && waiting.length === 0) return { skip: "done" };
  const monday = addDays(today, 8 - weekday(today));
  const next = byDay.filter((task) => isActive(task) && task.due >= monday && task.due < addDays(monday, 7));
  const named = (task: Task): string => {
    const lead = organisations.find(({ id }) => id === task.organisationId);
    return lead ? t("notice.office.task", { task: taskCode(task), lead: clip(organisationName(it, lead), 30) }) : taskCode(task);
  };
  const file = links.file("tasks", { alliance: alliance.id, person: person.id });
  return card("task.digest.office", t("notice.office.title", { day: showDay(today, lang), n: over.length }), {
    facts: [
      row(
        it,
        t("notice.office.over"),
        over.map((task) => t("notice.office.since", { task: named(task), n: daysBetween(task.due, today) })),
      ),
      row(it, t("notice.office.next"), next.map(named)),
      row(it, t("notice.office.confirm"), waiting.filter(({ state }) => state === "reported").map(taskCode)),
      row(it, t("notice.office.asked"), waiting.filter(({ askedDue }) => askedDue !== null).map(taskCode)),
      row(it, t("notice.office.rejected"), waiting.filter(({ state }) => state === "rejected").map(taskCode)),
    ],
    buttons: [
      waiting.length > 0 ? { label: t("notice.office.decide", { n: waiting.length }), wish: wish("task.show") } : undefined,
      act(it, "task.list"),
      file ? { label: t("label.asFile"), url: file } : undefined,
    ],
  });
};

const minutes: Composer = async (it) => {
  const { t, lang, view, args, alliance } = it;
  const [meeting] = await view.find("Meeting", { id: args["meeting"] ?? "" });
  if (meeting?.state !== "invited") return { skip: "over" };
  const tasks = await view.find("Task", { meetingId: meeting.id });
  return card("minutes", t("notice.minutes.title", { meeting: meetingName(it, meeting) }), {
    facts: [
      { label: t("notice.minutes.due"), value: showDay(addDays(meeting.day, alliance.ladder.minutes), lang) },
      { label: t("notice.minutes.tasks"), value: t("notice.minutes.tasksValue", { n: tasks.length }) },
    ],
    text: t("notice.minutes.text"),
    buttons: [{ label: t("label.agenda"), wish: wish("meeting.show", { meeting: meeting.id }) }, act(it, "task.new"), act(it, "task.list")],
  });
};

/** To a substitute, while the person invited rests: who comes is for their organisation to say. */
const passed: Composer = async (it) => {
  const { t, lang, now, today, view, args } = it;
  const about = { meetingId: args["meeting"] ?? "", personId: args["person"] ?? "" };
  const [meeting] = await view.find("Meeting", { id: about.meetingId });
  const [reply] = await view.find("Reply", about);
  const [whose] = await view.find("Person", { id: about.personId });
  if (!meeting || !reply || !whose) return { skip: "gone" };
  if (meeting.state !== "invited" || isOver(meeting, now)) return { skip: "over" };
  if (reply.state !== "none" && reply.state !== "undecided" && !isEarlier(reply, meeting)) return { skip: "answered" };
  const [organisation] = await view.find("Organisation", { id: reply.organisationId });
  return card("nudge.passed", t("notice.passed.title", { meeting: meetingName(it, meeting) }), {
    facts: [
      { label: t("fact.for"), value: personLabel(it, whose, organisation) },
      { label: t("fact.when"), value: whenOf(it, meeting, true) },
      today > meeting.replyBy ? undefined : { label: t("notice.passed.until"), value: showDay(meeting.replyBy, lang) },
    ],
    text: t("notice.passed.text"),
    buttons: [{ label: t("label.agenda"), wish: wish("meeting.show", { meeting: meeting.id }) }, callbackButton(it)],
  });
};

export const noticeComposers = { "task.digest.office": digest, minutes, "nudge.passed": passed } satisfies Readonly<Record<string, Composer>>;
