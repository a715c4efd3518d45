// Messages about tasks, composed from the state of the moment in which they are sent; what makes no sense any more is not sent.
import { type Button, type Card, card } from "../card.ts";
import { contactOf } from "../help/pieces.ts";
import type { Composed, Composer, Composing } from "../notice/composer.ts";
import { organisationName } from "../reader.ts";
import { showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { about, workButtons } from "./buttons.ts";
import { closedCard, confirmedCard, newCard, ownCard, reopenedCard } from "./cards.ts";
import { grantedCard, keptCard } from "./cards-extend.ts";
import { askCard, movedCard, stayedCard } from "./cards-handover.ts";
import { officeCard } from "./cards-office.ts";
import type { Task } from "./model.ts";
import { delegatesOf, press, type TaskSight, taskCode, taskFacts, taskName, taskSight } from "./parts.ts";
import { isActive } from "./rules.ts";

/** A message about the task its details name. */
const composed =
  (draw: (it: Composing, sight: TaskSight) => Composed | Promise<Composed>): Composer =>
  async (it) => {
    const [task] = await it.view.find("Task", { id: it.args["task"] ?? "" });
    return task ? draw(it, await taskSight(it.view, it, task)) : { skip: "gone" };
  };

/** Who is reminded: the reader, and those who rest and for whom the reader gets it (notice/rest.ts). */
const remindedBy = ({ person, args }: Composing): readonly string[] => [person.id, ...(args["inPlaceOf"] ?? "").split(",")];

/** Why a task is no longer somebody's to work on; undefined while it is: theirs, or of their organisation as long as nobody has it. */
async function notTheirs(it: Composing, task: Task): Promise<string | undefined> {
  if (!isActive(task)) return task.state === "rejected" ? "rejected" : "done";
  const reminded = remindedBy(it);
  if (task.personId !== null) return reminded.includes(task.personId) ? undefined : "taken";
  return (await delegatesOf(it.view, task.organisationId, it.today)).some((id) => reminded.includes(id)) ? undefined : "not_yours";
}

/** Whether it is the reader's task, or one of the organisation for which they sit, whoever is in charge of it. */
const isOfTheirs = async (it: Composing, { personId, organisationId }: Task): Promise<boolean> =>
  [personId, ...(await delegatesOf(it.view, organisationId, it.today))].some((id) => id !== null && remindedBy(it).includes(id));

/** A message of the ladder, as long as the task is the reader's and its day is the one the ladder meant. */
const reminding = (draw: (it: Composing, sight: TaskSight) => Card): Composer =>
  composed(async (it, sight) => {
    const { task, refused } = sight;
    const gone = (await notTheirs(it, task)) ?? (refused.includes(it.person.id) ? "refused" : undefined);
    if (gone) return { skip: gone };
    return it.args["due"] !== undefined && it.args["due"] !== task.due ? { skip: "moved" } : draw(it, sight);
  });

/** The answer to something the reader did or asked; only while the task is still in the state it tells of. */
const answering = (holds: (task: Task, it: Composing) => boolean, draw: (it: Composing, sight: TaskSight) => Card): Composer =>
  composed((it, sight) => (holds(sight.task, it) ? draw(it, sight) : { skip: "superseded" }));

const isTheirs = ({ personId, askedById }: Task, { person }: Composing): boolean => personId === null || personId === person.id || askedById === person.id;

function remindCard(it: Composing, sight: TaskSight): Card {
  const { t, lang, today } = it;
  const { task } = sight;
  const { what, due, state } = taskFacts(it, sight);
  const day = showDay(task.due, lang);
  const buttons = workButtons(it, task);
  if (today < task.due)
    return card("task.remind.before", t("work.remind.before", { task: taskCode(task), day }), {
      facts: [what, ...(task.state === "open" ? [] : [state])],
      buttons,
    });
  if (today > task.due)
    return card("task.remind.over", t("work.remind.over", { task: taskCode(task), day }), {
      facts: [what, ...(task.state === "open" ? [] : [state])],
      buttons,
    });
  return card("task.remind.due", t("work.remind.due", { task: taskCode(task) }), {
    facts: [what, { label: due.label, value: t("work.remind.today", { day }) }],
    buttons,
  });
}

/** Tasks to press; all of them stand in the rows. */
const mostButtons = 3;
const mostRows = 12;

/** Several at once, or overdue: one message (K32.3). */
const digest: Composer = async (it) => {
  const { t, lang, today, view, args } = it;
  const ids = (args["tasks"] ?? "").split(",").filter((id) => id !== "");
  const found = ids.length > 0 ? await view.find("Task", { id: ids }) : [];
  // Of what has been overdue for long the whole organisation hears.
  const whyNot = async (task: Task) => (isActive(task) && task.due < today && (await isOfTheirs(it, task)) ? undefined : notTheirs(it, task));
  const theirs = await Promise.all(found.map(async (task) => ({ task, gone: await whyNot(task) })));
  const tasks = theirs.flatMap(({ task, gone }) => (gone ? [] : [task])).sort((a, b) => a.due.localeCompare(b.due) || a.number - b.number);
  if (tasks.length === 0) return { skip: found.length === 0 ? "gone" : (theirs[0]?.gone ?? "done") };
  const over = tasks.filter(({ due }) => due < today);
  const rows = tasks.slice(0, mostRows).map((task) => {
    const about = { task: `${taskCode(task)}: ${task.title}`, day: showDay(task.due, lang) };
    return over.includes(task) ? t("work.digest.over", about) : t("work.digest.soon", about);
  });
  const left = tasks.length - rows.length;
  const soon = tasks.length - over.length;
  return card(
    "task.digest.person",
    t("work.digest.title", { over: String(over.length), soon: String(soon), what: soon === 0 ? "over" : over.length === 0 ? "soon" : "both" }),
    {
      rows: left > 0 ? [...rows, t("list.more", { n: left })] : rows,
      text: t("work.digest.text"),
      buttons: [
        ...tasks.slice(0, mostButtons).map((task): Button => press(it, task, t("work.label.one", { task: taskCode(task) }), wish("task.show", about(task)))),
        { label: t("work.label.all"), wish: wish("task.show") },
      ],
    },
  );
};

/** To everybody of the organisation, once, when a task has been overdue for long (K33.2). */
const escalation = composed(async (it, sight) => {
  const { t, lang, today } = it;
  const { task, lead } = sight;
  if (!isActive(task)) return { skip: "done" };
  if (task.due >= today) return { skip: "moved" };
  if (!(await isOfTheirs(it, task))) return { skip: "not_yours" };
  const { what } = taskFacts(it, sight);
  const value = t("work.escalation.lead", { lead: lead ? organisationName(it, lead) : "–", day: showDay(task.due, lang) });
  return card("task.escalation", t("work.escalation.title", { task: taskCode(task) }), {
    facts: [what, { label: t("work.lead"), value }],
    text: t("work.escalation.text"),
    buttons: [
      press(it, task, t("work.label.report"), wish("task.progress", about(task))),
      press(it, task, t("label.otherPerson"), wish("task.handover", about(task))),
      press(it, task, t("do.task.extend"), wish("task.extend", about(task))),
    ],
  });
});

/** Something the office must decide; shown again in place whatever has become of it. */
const office = composed((it, sight) => {
  const { state, askedDue } = sight.task;
  const open: Readonly<Record<string, boolean>> = {
    confirm: state === "reported",
    extend: isActive(sight.task) && askedDue !== null,
    rejected: state === "rejected",
  };
  return open[it.args["about"] ?? ""] === false ? { skip: "decided" } : officeCard(it, sight);
});

const offered = composed(async (it, sight) => {
  const { task } = sight;
  if (task.state !== "open") return { skip: (await notTheirs(it, task)) ?? "taken" };
  const gone = await notTheirs(it, task);
  return gone ? { skip: gone } : newCard(it, sight);
});

const call = composed((it, { task }) => {
  const { t, alliance } = it;
  return card("task.call", t("work.call.title"), {
    facts: [
      { label: t("work.task"), value: taskName(task) },
      { label: t("fact.office"), value: contactOf(alliance) },
    ],
    buttons: [press(it, task, t("task.label.open"), wish("task.show", about(task)))],
  });
});

export const taskComposers = {
  "task.new": offered,
  "task.own": composed((it, sight) => ownCard(it, sight, it.person)),
  "task.office": office,
  "task.confirmed": answering(({ state }) => state === "confirmed", confirmedCard),
  "task.reopened": answering((task, it) => isActive(task) && isTheirs(task, it), reopenedCard),
  "task.closed": answering(({ state }) => state === "closed", closedCard),
  "task.granted": answering((task, it) => isActive(task) && task.askedDue === null && isTheirs(task, it), grantedCard),
  "task.kept": answering((task, it) => isActive(task) && task.askedDue === null && isTheirs(task, it), keptCard),
  "task.handover.ask": answering((task, { person }) => isActive(task) && task.offeredToId === person.id, askCard),
  "task.handover.done": answering((task, { person }) => task.personId !== person.id && task.state !== "closed", movedCard),
  "task.handover.refused": answering((task) => isActive(task) && task.offeredToId === null, stayedCard),
  "task.call": call,
  "task.remind.before": reminding(remindCard),
  "task.remind.due": reminding(remindCard),
  "task.digest.person": digest,
  "task.escalation": escalation,
} satisfies Record<string, Composer>;
