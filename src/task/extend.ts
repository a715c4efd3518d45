// More time: asked for by those responsible with a day; the office, which needs nobody's leave, moves the day itself.
import { one, optional, text } from "../args.ts";
import { command, type Known } from "../command.ts";
import type { Field, Form } from "../form.ts";
import { faulty } from "../meeting/refusals.ts";
import { ask, type Outcome, show } from "../outcome.ts";
import { type Day, isDay, showDay } from "../time.ts";
import { type Wish, wish } from "../wish.ts";
import { about } from "./buttons.ts";
import { dayCard } from "./cards-extend.ts";
import { askOffice, carry, tell } from "./change.ts";
import { dueFault, readDue } from "./due.ts";
import { longestDue } from "./forms.ts";
import { held } from "./held.ts";
import type { Task } from "./model.ts";
import { taskCode } from "./parts.ts";
import { present } from "./present.ts";

const longestDelay = 200;

/** `firm`: this very day was chosen, be it a day off. */
export const dueArgs = { due: optional(text(longestDue)), firm: optional(one("1")), sent: optional(one("1")) };

interface Said {
  readonly due: string;
  readonly firm?: "1" | undefined;
}

/** The day the words mean, seen from the present one; else the question which, or what is wrong with them. `repeat` asks again with another day. */
export function dayMeant(context: Known, task: Task, { due, firm }: Said, repeat: Wish): { readonly day: Day } | { readonly outcome: Outcome } {
  const { today, calendar, desk } = context;
  if (firm && isDay(due) && due >= today) return { day: due };
  const question = { today, calendar, deadline: task.due, ...(desk.meeting ? { meetingDay: desk.meeting.day } : {}) };
  // „Um zwei Wochen“ prolongs.
  const longer = readDue(`${due} länger`, question);
  const read = "bad" in longer ? readDue(due, question) : longer;
  if ("day" in read) return read;
  if ("bad" in read) return { outcome: faulty(context, repeat, { due: dueFault(context, read.bad) }) };
  return { outcome: show(dayCard(context, task, { said: due, ...read.choice }, repeat)) };
}

export const dueField = ({ t, lang }: Known, task: Task, label: string, required: boolean, initial?: Day): Field => ({
  name: "due",
  label,
  hint: t("work.extend.dayHint", { day: showDay(task.due, lang) }),
  required,
  kind: { type: "text", max: longestDue },
  ...(initial ? { initial: showDay(initial, lang) } : {}),
});

const extend = command({
  who: "linked",
  opens: { meeting: "wanted", hold: "alliance" },
  args: { task: optional(text(40)), ...dueArgs, delay: optional(text(longestDelay)) },
  async run(context, args) {
    const it = await held(context, args.task, "extend");
    if ("outcome" in it) return it.outcome;
    const { task, actor } = it;
    const delay = args.delay ?? null;
    if (args.due === undefined) return ask(extendForm(context, task));
    const again = wish("task.extend", { ...about(task), ...(delay === null ? {} : { delay }) });
    const meant = dayMeant(context, task, { due: args.due, firm: args.firm }, again);
    if ("outcome" in meant) return meant.outcome;
    const asks = actor.parts.some((part) => part === "inCharge" || part === "lead");
    if (asks && meant.day <= task.due) return faulty(context, again, { due: context.t("work.extend.notLater", { day: showDay(task.due, context.lang) }) });
    const after = await carry(context, it, { type: "extend", due: meant.day, delay }, asks ? "extend" : "due");
    if (asks && after !== task) await askOffice(context, after, "extend");
    if (!asks && after !== task) tell(context, after, "task.granted", after.personId);
    return present(context, after, actor, "own");
  },
});

function extendForm(context: Known, task: Task): Form {
  const { t } = context;
  return {
    name: "task.extend.form",
    title: t("work.extend.form", { task: taskCode(task) }),
    submit: t("work.extend.submit"),
    cancel: t("label.cancel"),
    wish: wish("task.extend", about(task)),
    fields: [
      dueField(context, task, t("work.extend.day"), true),
      {
        name: "delay",
        label: t("work.extend.delay"),
        hint: t("work.extend.delayHint"),
        required: false,
        kind: { type: "text", max: longestDelay },
        ...(task.delay === null ? {} : { initial: task.delay }),
      },
    ],
  };
}

export const extendCommands = { "task.extend": extend };
