// All tasks of the alliance with everything they name, and what counts as unfinished, as overdue, as done.
import type { AgendaItem, Meeting } from "../meeting/model.ts";
import type { View } from "../ports.ts";
import { byPosition } from "../reader.ts";
import type { Objective, Organisation } from "../roster/model.ts";
import type { Day } from "../time.ts";
import type { Measure, Task, TaskState } from "./model.ts";
import { active } from "./rules.ts";

export interface Ledger {
  readonly tasks: readonly Task[];
  readonly organisations: readonly Organisation[];
  readonly objectives: readonly Objective[];
}

export async function ledgerOf(view: View): Promise<Ledger> {
  return {
    tasks: inOrder(await view.find("Task", {})),
    organisations: [...(await view.find("Organisation", {}))].sort(byPosition),
    objectives: await view.find("Objective", {}),
  };
}

export interface Origins {
  readonly meetings: readonly Meeting[];
  readonly items: readonly AgendaItem[];
}

/** The meetings and agenda items at which tasks were agreed. */
export async function originsOf(view: View, tasks: readonly Task[]): Promise<Origins> {
  const ids = [...new Set(tasks.flatMap(({ meetingId }) => meetingId ?? []))];
  if (ids.length === 0) return { meetings: [], items: [] };
  return { meetings: await view.find("Meeting", { id: ids }), items: await view.find("AgendaItem", { meetingId: ids }) };
}

export const measuresOf = async (view: View): Promise<readonly Measure[]> =>
  [...(await view.find("Measure", {}))].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());

/** In the order of a task's life; what is over comes last. */
export const states: readonly TaskState[] = ["open", "rejected", "accepted", "inProgress", "blocked", "reported", "confirmed", "closed"];

const inOrder = (tasks: readonly Task[]): readonly Task[] =>
  [...tasks].sort((a, b) => states.indexOf(a.state) - states.indexOf(b.state) || (a.due === b.due ? a.number - b.number : a.due < b.due ? -1 : 1));

export const isUnfinished = ({ state }: Pick<Task, "state">): boolean => state !== "confirmed" && state !== "closed";

/** What was reported as done waits for the office, not for whoever did it. */
export const isOverdue = ({ state, due }: Pick<Task, "state" | "due">, today: Day): boolean => due < today && (active.includes(state) || state === "rejected");

/** How far tasks are: nobody has begun, somebody is at it, done; what the office closed counts nowhere. */
export interface Standing {
  readonly waiting: number;
  readonly working: number;
  readonly done: number;
  readonly overdue: number;
}

export function standingOf(tasks: readonly Task[], today: Day): Standing {
  const among = (...some: readonly TaskState[]): number => tasks.filter(({ state }) => some.includes(state)).length;
  return {
    waiting: among("open", "rejected"),
    working: among("accepted", "inProgress", "blocked", "reported"),
    done: among("confirmed"),
    overdue: tasks.filter((task) => isOverdue(task, today)).length,
  };
}
