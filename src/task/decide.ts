// What the office decides about a task: confirmed or not, more time or not, somebody else, closed; and its request to call.

import { day, one, optional, text } from "../args.ts";
import { card } from "../card.ts";
import { command, type Known } from "../command.ts";
import type { Field, Form } from "../form.ts";
import { takesMessages } from "../meeting/invite.ts";
import { owed } from "../notice/owe.ts";
import { ask, refuse, show } from "../outcome.ts";
import { nameIn } from "../reader.ts";
import { accountsFor } from "../roster/reach.ts";
import type { Day } from "../time.ts";
import { wish } from "../wish.ts";
import { assignTo, longestWhom } from "./assign.ts";
import { about, historyButton } from "./buttons.ts";
import { unknownTaskCard } from "./cards-refusals.ts";
import { carry, tell } from "./change.ts";
import { dayMeant, dueArgs, dueField } from "./extend.ts";
import { held } from "./held.ts";
import type { Task } from "./model.ts";
import { offer, quietNow } from "./offer.ts";
import { findTask, taskCode, taskFacts, taskSight } from "./parts.ts";
import { present } from "./present.ts";

const holds = { meeting: "wanted", hold: "alliance" } as const;
const which = { task: optional(text(40)) };
const longestHint = 200;
const sent = optional(one("1"));

const confirm = command({
  who: "organiser",
  opens: holds,
  args: which,
  async run(context, args) {
    const it = await held(context, args.task, "confirm");
    if ("outcome" in it) return it.outcome;
    const after = await carry(context, it, { type: "confirm" });
    tell(context, after, "task.confirmed", after.personId);
    return present(context, after, it.actor, "office");
  },
});

const reopen = command({
  who: "organiser",
  opens: holds,
  args: { ...which, hint: optional(text(longestHint)), ...dueArgs },
  async run(context, args) {
    const it = await held(context, args.task, "reopen");
    if ("outcome" in it) return it.outcome;
    const { task } = it;
    const hint = args.hint ?? null;
    if (!args.sent) return ask(reopenForm(context, task));
    const again = wish("task.reopen", { ...about(task), ...(hint === null ? {} : { hint }) });
    const meant = args.due === undefined ? { day: null } : dayMeant(context, task, { due: args.due, firm: args.firm }, again);
    if ("outcome" in meant) return meant.outcome;
    const after = await carry(context, it, { type: "reopen", hint, due: meant.day });
    if (after.personId === null) await offer(context, after);
    tell(context, after, "task.reopened", after.personId);
    return present(context, after, it.actor, "office");
  },
});

const hintField = (label: string, hint: string): Field => ({
  name: "hint",
  label,
  hint,
  required: false,
  kind: { type: "text", max: longestHint, lines: "many" },
});

function reopenForm(context: Known, task: Task): Form {
  const { t } = context;
  return {
    name: "task.reopen.form",
    title: t("work.reopen.form", { task: taskCode(task) }),
    submit: t("work.reopen.submit"),
    cancel: t("label.cancel"),
    wish: wish("task.reopen", about(task)),
    fields: [hintField(t("work.reopen.hint"), t("work.reopen.hintHint")), dueField(context, task, t("work.reopen.day"), false)],
  };
}

/** `day` is the one the card showed: what was asked for since then is not granted unseen. */
const grant = command({
  who: "organiser",
  opens: holds,
  args: { ...which, day: optional(day("past")), ask: optional(one("1")), ...dueArgs },
  async run(context, args) {
    const it = await held(context, args.task, "grant");
    if ("outcome" in it) return it.outcome;
    const { task, actor } = it;
    if (args.due === undefined && args.day !== undefined && args.day !== task.askedDue) return present(context, task, actor, "office");
    // A day that has passed while the question waited is nothing to grant.
    const isPast = task.askedDue !== null && task.askedDue < context.today;
    if (args.due === undefined && (args.ask || isPast)) return ask(grantForm(context, task, isPast ? undefined : (task.askedDue ?? undefined)));
    const again = wish("task.grant", { ...about(task), ask: "1" });
    const meant = args.due === undefined ? { day: null } : dayMeant(context, task, { due: args.due, firm: args.firm }, again);
    if ("outcome" in meant) return meant.outcome;
    const after = await carry(context, it, { type: "grant", due: meant.day });
    tell(context, after, "task.granted", task.personId ?? task.askedById);
    return present(context, after, actor, "office");
  },
});

function grantForm(context: Known, task: Task, offered: Day | undefined): Form {
  const { t } = context;
  return {
    name: "task.grant.form",
    title: t("work.grant.form", { task: taskCode(task) }),
    submit: t("work.grant.submit"),
    cancel: t("label.cancel"),
    wish: wish("task.grant", { ...about(task), ask: "1" }),
    fields: [dueField(context, task, t("work.extend.day"), true, offered)],
  };
}

const keep = command({
  who: "organiser",
  opens: holds,
  args: { ...which, hint: optional(text(longestHint)), sent },
  async run(context, args) {
    const it = await held(context, args.task, "keep");
    if ("outcome" in it) return it.outcome;
    const { task, actor } = it;
    if (!args.sent) return ask(keepForm(context, task));
    const after = await carry(context, it, { type: "keep", hint: args.hint ?? null });
    tell(context, after, "task.kept", task.personId ?? task.askedById);
    return present(context, after, actor, "office");
  },
});

const keepForm = ({ t }: Known, task: Task): Form => ({
  name: "task.keep.form",
  title: t("work.keep.form", { task: taskCode(task) }),
  submit: t("work.keep.submit"),
  cancel: t("label.cancel"),
  wish: wish("task.keep", about(task)),
  fields: [hintField(t("fact.hint"), t("work.keep.hint"))],
});

const assign = command({
  who: "organiser",
  opens: holds,
  args: { ...which, whom: optional(text(longestWhom)), sent },
  async run(context, args) {
    const it = await held(context, args.task, "assign");
    return "outcome" in it ? it.outcome : assignTo(context, it, args.whom);
  },
});

const close = command({
  who: "organiser",
  opens: holds,
  args: which,
  async run(context, args) {
    const it = await held(context, args.task, "close");
    if ("outcome" in it) return it.outcome;
    const after = await carry(context, it, { type: "close" });
    tell(context, after, "task.closed", after.personId);
    return present(context, after, it.actor, "office");
  },
});

/** Asks those who would not take the task, or whoever has it, to call; a chat is not the place to talk it over. */
const call = command({
  who: "organiser",
  opens: holds,
  opensNew: true,
  args: { task: text(40) },
  async run(context, args) {
    const { t, desk } = context;
    const task = await findTask(desk, args.task);
    if (!task) return refuse("no_task", unknownTaskCard(context));
    const sight = await taskSight(desk, context, task);
    const people = task.personId === null ? sight.refused : [task.personId];
    const reachable = new Set((await accountsFor(desk, people)).filter(takesMessages).map(({ personId }) => personId));
    const asked = people.filter((id) => reachable.has(id));
    for (const personId of asked)
      desk.owe(
        owed(context, { key: `task.call:${context.key}:${personId}`, kind: "task.call", personId, args: { task: task.id }, notBefore: quietNow(context) }),
      );
    const { what } = taskFacts(context, sight);
    if (asked.length === 0)
      return refuse(
        "nobody",
        card("task.call.nobody", t("work.called.nobody"), { facts: [what], text: t("work.called.nobodyText"), buttons: [historyButton(context, task)] }),
      );
    return show(
      card("task.called", t("work.called.title"), {
        facts: [
          { label: t("work.called.to"), value: asked.map((id) => nameIn(context, sight, id)).join("; ") },
          { label: t("work.task"), value: `${taskCode(task)}: ${task.title}` },
        ],
        buttons: [historyButton(context, task)],
      }),
    );
  },
});

export const decideCommands = {
  "task.confirm": confirm,
  "task.reopen": reopen,
  "task.grant": grant,
  "task.keep": keep,
  "task.assign": assign,
  "task.close": close,
  "task.call": call,
};
