// The history of a task: who changed what and when, as differences; what people wrote in words is not repeated in it.

import type { Context, Known } from "../command.ts";
import { tracedTo } from "../notice/history.ts";
import type { Trail } from "../notice/model.ts";
import type { View } from "../ports.ts";
import type { Task } from "./model.ts";
import type { BeforeDone } from "./rules.ts";

const columns = [
  "organisationId",
  "personId",
  "due",
  "state",
  "percent",
  "askedDue",
  "askedById",
  "offeredToId",
  "offeredById",
  "acceptedAt",
  "reportedAt",
  "confirmedAt",
] as const satisfies readonly (keyof Task)[];

export type Differences = { readonly [C in (typeof columns)[number]]?: Task[C] };

/** The columns in which two states of a task differ, with the values of the first. */
const differing = (one: Task, other: Task): string =>
  JSON.stringify(
    Object.fromEntries(columns.filter((column) => JSON.stringify(one[column]) !== JSON.stringify(other[column])).map((column) => [column, one[column]])),
  );

/** One line of the history; without `before` the task has just been made. `what` is "task." and what was done. */
export function taskTrail(
  context: Pick<Known, "desk" | "ids" | "now" | "from" | "person">,
  { what, before, after, personId }: { readonly what: string; readonly before?: Task; readonly after: Task; readonly personId?: string | null },
): void {
  tracedTo(context, {
    allianceId: after.allianceId,
    taskId: after.id,
    personId: personId ?? after.personId,
    what,
    before: before ? differing(before, after) : null,
    after: differing(after, before ?? after),
  });
}

const instants = ["acceptedAt", "reportedAt", "confirmedAt"] as const;

/** What a line says has changed; empty where it cannot be read. */
export function differencesIn(text: string | null): Differences {
  if (text === null) return {};
  const found = JSON.parse(text) as Record<string, unknown>;
  for (const column of instants) if (typeof found[column] === "string") found[column] = new Date(found[column]);
  return found as Differences;
}

/** All lines about a task, the oldest first. */
export async function linesOf(view: View, task: Pick<Task, "id">): Promise<readonly Trail[]> {
  const lines = await view.find("Trail", { taskId: task.id });
  return [...lines].sort((a, b) => a.at.getTime() - b.at.getTime() || a.id.localeCompare(b.id, "en", { numeric: true }));
}

/** The task as it stood before it was last reported as done. */
export async function beforeDone({ desk }: Pick<Context, "desk">, task: Task): Promise<BeforeDone | undefined> {
  const line = (await linesOf(desk, task)).filter(({ what }) => what === "task.done").at(-1);
  if (!line) return undefined;
  const { state, personId, acceptedAt, askedDue, askedById, offeredToId, offeredById } = { ...task, ...differencesIn(line.before) };
  return { state, personId, acceptedAt, askedDue, askedById, offeredToId, offeredById };
}

/** Who has said no since the task was last offered. */
export async function refusers(view: View, task: Pick<Task, "id">): Promise<readonly string[]> {
  const lines = await linesOf(view, task);
  const offered = Math.max(...lines.map(({ what }, n) => (what === "task.new" || what === "task.assign" || what === "task.reopen" ? n : -1)), -1);
  return lines.slice(offered + 1).flatMap(({ what, personId }) => (what === "task.reject" && personId !== null ? [personId] : []));
}
