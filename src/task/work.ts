// What those responsible do with their task: accept it or not, report, take back, look at it.
import { number, one, optional, text } from "../args.ts";
import { card } from "../card.ts";
import { type Command, command, type Known } from "../command.ts";
import type { Form } from "../form.ts";
import { takesMessages } from "../meeting/invite.ts";
import type { CommandName } from "../names.ts";
import { ask, type Outcome, refuse, show } from "../outcome.ts";
import { accountsFor } from "../roster/reach.ts";
import { wish } from "../wish.ts";
import { about } from "./buttons.ts";
import { declinedCard } from "./cards.ts";
import { notYoursCard, unknownTaskCard } from "./cards-refusals.ts";
import { askOffice, carry, tell } from "./change.ts";
import { decideCommands } from "./decide.ts";
import { extendCommands } from "./extend.ts";
import { handoverCommands } from "./handover.ts";
import { actorOf, type HeldTask, held } from "./held.ts";
import { historyCard } from "./history.ts";
import type { Task } from "./model.ts";
import { delegatesOf, findTask, taskCode, taskFacts, taskMatter, taskSight } from "./parts.ts";
import { present } from "./present.ts";
import { beforeDone, refusers, taskTrail } from "./trail.ts";

const holds = { meeting: "wanted", hold: "alliance" } as const;
const looks = { meeting: "wanted", hold: "none" } as const;
const which = { task: optional(text(40)) };
const longestNote = 300;

const accept = command({
  who: "linked",
  opens: holds,
  args: which,
  async run(context, args) {
    const it = await held(context, args.task, "accept");
    if ("outcome" in it) return it.outcome;
    const { task, actor } = it;
    const from = actor.parts.includes("offered") ? [...new Set([task.offeredById, task.personId])] : [];
    const after = await carry(context, it, { type: "accept" }, from.length > 0 ? "takeover" : "accept");
    for (const personId of from) tell(context, after, "task.handover.done", personId);
    return present(context, after, actor, "own");
  },
});

const reject = command({
  who: "linked",
  opens: holds,
  args: which,
  async run(context, args) {
    const it = await held(context, args.task, "reject");
    if ("outcome" in it) return it.outcome;
    return it.actor.parts.includes("offered") ? refuseOffer(context, it) : decline(context, it);
  },
});

async function refuseOffer(context: Known, it: HeldTask): Promise<Outcome> {
  const { t } = context;
  const after = await carry(context, it, { type: "reject", last: false }, "refuse");
  tell(context, after, "task.handover.refused", it.task.offeredById);
  const { what } = taskFacts(context, await taskSight(context.desk, context, after));
  return show(
    card("task.handover.declined", t("work.declined.title", { task: taskCode(after) }), { facts: [what], text: t("work.declined.offer") }),
    taskMatter(after.id),
  );
}

/** One of several delegates says no for themselves; with the last of those who can be reached, nobody has accepted. */
async function decline(context: Known, it: HeldTask): Promise<Outcome> {
  const { task, actor } = it;
  const before = await refusers(context.desk, task);
  const last = task.personId !== null || !(await anybodyElse(context, task, [...before, actor.personId]));
  if (last) {
    const after = await carry(context, it, { type: "reject", last });
    await askOffice(context, after, "rejected");
  } else if (!before.includes(actor.personId)) {
    taskTrail(context, { what: "task.reject", before: task, after: task, personId: actor.personId });
  }
  return show(declinedCard(context, await taskSight(context.desk, context, task)), taskMatter(task.id));
}

async function anybodyElse({ desk, today }: Known, task: Task, said: readonly string[]): Promise<boolean> {
  const others = (await delegatesOf(desk, task.organisationId, today)).filter((id) => !said.includes(id));
  return (await accountsFor(desk, others)).some(takesMessages);
}

const progress = command({
  who: "linked",
  opens: holds,
  args: {
    ...which,
    state: optional(one("inProgress", "blocked")),
    percent: optional(number(0, 100)),
    note: optional(text(longestNote)),
    sent: optional(one("1")),
  },
  async run(context, args) {
    const it = await held(context, args.task, "progress");
    if ("outcome" in it) return it.outcome;
    const { task, actor } = it;
    if (!args.sent && args.percent === undefined && args.note === undefined && args.state === undefined) return ask(progressForm(context, task));
    const kept = args.sent ? null : task;
    const percent = args.percent ?? kept?.percent ?? null;
    const standing = args.note ?? kept?.standing ?? null;
    return present(context, await carry(context, it, { type: "progress", state: args.state ?? "inProgress", percent, standing }), actor, "own");
  },
});

function progressForm({ t }: Known, task: Task): Form {
  const states = (["inProgress", "blocked"] as const).map((value) => ({ value, label: t("work.state", { state: value }) }));
  return {
    name: "task.progress.form",
    title: t("work.progress.form", { task: taskCode(task) }),
    submit: t("work.progress.submit"),
    cancel: t("label.cancel"),
    wish: wish("task.progress", about(task)),
    fields: [
      {
        name: "state",
        label: t("work.progress.state"),
        required: true,
        kind: { type: "one", options: states },
        initial: task.state === "blocked" ? "blocked" : "inProgress",
      },
      {
        name: "percent",
        label: t("work.progress.percent"),
        hint: t("work.progress.percentHint"),
        required: false,
        kind: { type: "number", min: 0, max: 100 },
        ...(task.percent === null ? {} : { initial: String(task.percent) }),
      },
      {
        name: "note",
        label: t("work.progress.note"),
        hint: t("work.progress.noteHint"),
        required: false,
        kind: { type: "text", max: longestNote, lines: "many" },
        ...(task.standing === null ? {} : { initial: task.standing }),
      },
    ],
  };
}

/** Stored at once; a note may follow. */
const done = command({
  who: "linked",
  opens: holds,
  args: { ...which, note: optional(text(longestNote)) },
  async run(context, args) {
    const it = await held(context, args.task, "done");
    if ("outcome" in it) return it.outcome;
    const after = await carry(context, it, { type: "done", note: args.note ?? null });
    await askOffice(context, after, "confirm");
    return present(context, after, it.actor, "own");
  },
});

const note = command({
  who: "linked",
  opens: holds,
  args: { ...which, note: optional(text(longestNote)) },
  async run(context, args) {
    const it = await held(context, args.task, "note");
    if ("outcome" in it) return it.outcome;
    if (args.note === undefined) return ask(noteForm(context, it.task));
    return present(context, await carry(context, it, { type: "note", note: args.note }), it.actor, "own");
  },
});

const noteForm = ({ t }: Known, task: Task): Form => ({
  name: "task.note.form",
  title: t("work.note.form", { task: taskCode(task) }),
  submit: t("label.save"),
  cancel: t("label.cancel"),
  wish: wish("task.note", about(task)),
  fields: [
    {
      name: "note",
      label: t("work.note.label"),
      hint: t("work.note.hint"),
      required: true,
      kind: { type: "text", max: longestNote, lines: "many" },
      ...(task.outcome === null ? {} : { initial: task.outcome }),
    },
  ],
});

const undoing = { done: "undoDone", extend: "undoExtend", handover: "undoHandover" } as const;

/** Takes back a report, a request for more time, or an offer, as long as nobody has decided. */
const undo = command({
  who: "linked",
  opens: holds,
  args: { ...which, what: one("done", "extend", "handover") },
  async run(context, args) {
    const it = await held(context, args.task, undoing[args.what]);
    if ("outcome" in it) return it.outcome;
    const { task, actor } = it;
    const after =
      args.what === "done"
        ? await carry(context, it, { type: "undoDone", before: await beforeDone(context, task) })
        : await carry(context, it, { type: undoing[args.what] });
    return present(context, after, actor, "own");
  },
});

const history = command({
  who: "linked",
  opens: looks,
  opensNew: true,
  args: { task: text(40) },
  async run(context, args) {
    const task = await findTask(context.desk, args.task);
    if (!task) return refuse("no_task", unknownTaskCard(context));
    const { parts } = await actorOf(context, task);
    return parts.length > 0 ? show(await historyCard(context, task)) : refuse("other_task", notYoursCard(context, task));
  },
});

export const workCommands = {
  "task.accept": accept,
  "task.reject": reject,
  "task.progress": progress,
  "task.done": done,
  "task.note": note,
  "task.undo": undo,
  "task.history": history,
  ...extendCommands,
  ...handoverCommands,
  ...decideCommands,
} satisfies { readonly [N in CommandName]?: Command };
