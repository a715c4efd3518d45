// Tells whoever may take a task that it is there: the person in charge, or everybody of the organisation that leads.
import { isOpenHour, nextOpen } from "../calendar.ts";
import type { Known } from "../command.ts";
import { owed } from "../notice/owe.ts";
import type { Task } from "./model.ts";
import { delegatesOf, taskMatter } from "./parts.ts";

/** Nobody is called at night: null in an open hour, else the beginning of the next one. */
export const quietNow = ({ now, calendar, alliance }: Pick<Known, "now" | "calendar" | "alliance">): Date | null =>
  isOpenHour(now, calendar, alliance.zone) ? null : nextOpen(now, calendar, alliance.zone);

/**
 * Owes the card of a new task (K29.1) to the person in charge, or to all delegates of the lead organisation, and says to whom.
 * Call it in the gesture that puts the task down; called twice in one gesture it owes nothing more.
 */
export async function offer(context: Known, task: Task): Promise<readonly string[]> {
  const people = task.personId === null ? await delegatesOf(context.desk, task.organisationId, context.today) : [task.personId];
  for (const personId of people)
    context.desk.owe(
      owed(context, {
        key: `task.new:${context.key}:${task.id}:${personId}`,
        kind: "task.new",
        personId,
        args: { task: task.id },
        matter: taskMatter(task.id),
        notBefore: quietNow(context),
      }),
    );
  return people;
}
