// The end of the round: its preview, the end itself, what each asker hears of it, and the tasks for what is owed in writing.

import { day, id, one, optional } from "../args.ts";
import { isDayOff } from "../calendar.ts";
import { type Card, card } from "../card.ts";
import { command, type Known } from "../command.ts";
import type { Form } from "../form.ts";
import { badInput } from "../help/cards.ts";
import { act, clip } from "../help/pieces.ts";
import { ask, refuse, show } from "../outcome.ts";
import { longestNote, longestTitle } from "../task/forms.ts";
import type { Task } from "../task/model.ts";
import { untouched } from "../task/new.ts";
import { offer } from "../task/offer.ts";
import { taskCode } from "../task/parts.ts";
import { taskTrail } from "../task/trail.ts";
import { type Day, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { tellAsker } from "./change.ts";
import { holds, looks } from "./held.ts";
import type { Question } from "./model.ts";
import { hasBegun } from "./own-rules.ts";
import { addresseeName, questionCode, roundMatter } from "./parts.ts";
import { mostNamed } from "./round-cards.ts";
import { endCard } from "./round-control.ts";
import { type RoundSight, roundHeld } from "./round-sight.ts";
import { carried, isOld, present, repaintRound, take } from "./round-take.ts";
import { mergedInto } from "./rules.ts";
import { end, isUnderWay } from "./steps.ts";

const preview = command({
  who: "chair",
  opens: looks,
  args: carried,
  async run(context, args) {
    const sight = await roundHeld(context, args.meeting);
    if ("outcome" in sight) return sight.outcome;
    if (!isUnderWay(sight.ledger.round) || isOld(sight, args)) return present(context, sight);
    return show(endCard(context, sight), roundMatter(sight.ledger.meeting.id));
  },
});

const endNow = command({
  who: "chair",
  opens: holds,
  args: carried,
  async run(context, args) {
    const sight = await roundHeld(context, args.meeting);
    if ("outcome" in sight) return sight.outcome;
    const step = sight.held ? end(sight.floor) : undefined;
    if (!step) return present(context, sight);
    // What the preview said is not true any more.
    if (isOld(sight, args)) return show(endCard(context, sight), roundMatter(sight.ledger.meeting.id));
    const over = await take(context, sight, step);
    await tellAskers(context, over);
    // The limit of questions ends with the round, and with it what it was counted by; before the meeting questions may still be handed in.
    if (hasBegun(context, sight.ledger))
      for (const token of await context.desk.find("Token", { meetingId: sight.ledger.meeting.id })) context.desk.remove("Token", token);
    return present(context, over);
  },
});

/** Whoever asked with their name hears at the end what became of their question, also where it was merged into another one; the same never twice. */
async function tellAskers(context: Known, { parts, ledger }: RoundSight): Promise<void> {
  const owed = parts.written.filter(({ state }) => state === "owed");
  const results = [...parts.answered.map((it) => [it, "answered"] as const), ...owed.map((it) => [it, "owed"] as const)];
  const news = results.flatMap(([question, state]) => [question, ...mergedInto(question.id, ledger.questions)].map((it): Question => ({ ...it, state })));
  const people = [...new Set(news.flatMap(({ personId }) => personId ?? []))];
  // A round that was taken up again and has ended once more.
  const told = people.length > 0 ? await context.desk.find("Delivery", { kind: "question.state", personId: people }) : [];
  for (const it of news) if (!told.some(({ args }) => args["question"] === it.id && args["state"] === it.state)) tellAsker(context, it);
}

const makeTasks = command({
  who: "chair",
  opens: { meeting: "wanted", hold: "alliance" },
  args: { meeting: optional(id()), due: optional(day()), sent: optional(one("1")) },
  async run(context, args) {
    const sight = await roundHeld(context, args.meeting);
    if ("outcome" in sight) return sight.outcome;
    const { ledger, untasked } = sight;
    if (!sight.held || ledger.round.state !== "ended" || untasked.length === 0) return present(context, sight);
    if (!args.sent) return ask(tasksForm(context, sight));
    const fault = !args.due
      ? context.t("bad.empty")
      : isDayOff(args.due, context.calendar)
        ? context.t("round.tasks.dayOff", { day: showDay(args.due, context.lang) })
        : undefined;
    if (!args.due || fault) {
      const again = badInput(context, wish("round.tasks", { meeting: ledger.meeting.id }), fault ?? "");
      return refuse("bad_input", again, context.by === "form" ? { due: fault ?? "" } : undefined);
    }
    const tasks = await create(context, sight, args.due);
    await repaintRound(context, ledger.meeting.id);
    return show(madeCard(context, sight, tasks, args.due), roundMatter(ledger.meeting.id));
  },
});

/** One for each question that is owed and has none, to the organisation asked. Numbers are counted with the alliance held. */
async function create(context: Known, { ledger, untasked }: RoundSight, due: Day): Promise<readonly Task[]> {
  const { desk, ids, now, alliance, t } = context;
  const last = Math.max(0, ...(await desk.find("Task", {})).map(({ number }) => number));
  const tasks = untasked.map(
    (question, index): Task => ({
      id: ids.next(),
      allianceId: alliance.id,
      number: last + 1 + index,
      title: clip(t("round.tasks.one", { code: questionCode(question), text: question.text }), longestTitle),
      organisationId: question.toId,
      personId: null,
      involved: [],
      due,
      objectiveId: question.objectiveId,
      meetingId: ledger.meeting.id,
      item: ledger.item.key,
      question: questionCode(question),
      note: t("round.quoted", { text: question.text }).slice(0, longestNote),
      state: "open",
      ...untouched,
      createdAt: now,
    }),
  );
  for (const task of tasks) {
    desk.put("Task", task);
    taskTrail(context, { what: "task.new", after: task });
    await offer(context, task);
  }
  return tasks;
}

function tasksForm(context: Known, sight: RoundSight): Form {
  const { t } = context;
  return {
    name: "round.form.tasks",
    title: t("round.form.tasks"),
    note: t("round.form.tasks.note", { n: sight.untasked.length }),
    submit: t("round.form.tasks"),
    cancel: t("label.cancel"),
    wish: wish("round.tasks", { meeting: sight.ledger.meeting.id }),
    fields: [{ name: "due", label: t("round.form.due"), required: true, kind: { type: "day" }, initial: sight.due }],
  };
}

function madeCard(context: Known, { ledger, untasked }: RoundSight, tasks: readonly Task[], due: Day): Card {
  const { t, lang } = context;
  const rows = tasks.flatMap((task) => {
    const question = untasked.find((it) => questionCode(it) === task.question);
    return question ? [t("round.tasks.row", { task: taskCode(task), code: questionCode(question), to: addresseeName(context, ledger, question) })] : [];
  });
  return card("round.tasks.made", t("round.tasks.title", { n: tasks.length }), {
    facts: [{ label: t("work.due"), value: showDay(due, lang) }],
    rows: [...rows.slice(0, mostNamed), ...(rows.length > mostNamed ? [t("list.more", { n: rows.length - mostNamed })] : [])],
    buttons: [act(context, "task.list"), act(context, "question.list", { meeting: ledger.meeting.id })],
  });
}

export const endCommands = { "round.end": preview, "round.endNow": endNow, "round.tasks": makeTasks };
