// Which tasks are somebody's own: theirs, offered to them, their organisation's as long as nobody has taken them; for the office what it is to decide.
import type { Fact } from "../card.ts";
import type { Known } from "../command.ts";
import { isOrganiser } from "../roster/rules.ts";
import { showDay } from "../time.ts";
import { partsIn, selvesOf } from "./held.ts";
import { isOverdue, isUnfinished } from "./ledger.ts";
import type { Task } from "./model.ts";
import { stateOf, taskCode } from "./parts.ts";

/** What waits for the office: said to be done, wanted by nobody, asked for later. */
export const waitsForOffice = ({ state, askedDue }: Pick<Task, "state" | "askedDue">): boolean =>
  state === "reported" || state === "rejected" || askedDue !== null;

/** In the order given. */
export async function ownTasks(context: Known, tasks: readonly Task[]): Promise<readonly Task[]> {
  const { all, office } = await selvesOf(context);
  return tasks.filter((task) => {
    if (!isUnfinished(task)) return false;
    const parts = all.flatMap((self) => partsIn(task, self));
    const own = parts.includes("inCharge") || parts.includes("offered") || (parts.includes("lead") && task.personId === null);
    return own || (office && waitsForOffice(task));
  });
}

/** Tasks named in one row of the status. */
const mostNamed = 5;

/** „Aufgaben: 1 in Arbeit (A-3, bis Fr, 06.11.2026)“; absent where there are none. */
export async function taskFact(context: Known): Promise<Fact | undefined> {
  const { t, lang, desk, today, person } = context;
  const tasks = (await desk.find("Task", {})).filter(isUnfinished);
  if (tasks.length === 0) return undefined;
  const label = t("task.status");
  if (isOrganiser(person)) return { label, value: t("task.status.office", { n: tasks.length, over: tasks.filter((it) => isOverdue(it, today)).length }) };
  const own = [...(await ownTasks(context, tasks))].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.number - b.number));
  if (own.length === 0) return undefined;
  const words = [...new Set(own.map((task) => stateOf(context, { ...task, percent: null })))];
  const named = own.slice(0, mostNamed);
  const groups = words.map((state) => {
    const these = own.filter((task) => stateOf(context, { ...task, percent: null }) === state);
    const list = these.filter((task) => named.includes(task)).map((task) => t("task.status.one", { task: taskCode(task), day: showDay(task.due, lang) }));
    return t("task.status.group", { n: String(these.length), state, list: list.length > 0 ? list.join("; ") : "…" });
  });
  return { label, value: groups.join(", ") };
}
