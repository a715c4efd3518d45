// Puts down what was done with a task: the row, its line in the history, every live card, and a word to whoever must know.
import type { Known } from "../command.ts";
import { repaintMatter } from "../meeting/live.ts";
import type { Shown } from "../notice/model.ts";
import { owed } from "../notice/owe.ts";
import { sameRef } from "../ports.ts";
import { isOrganiser } from "../roster/rules.ts";
import type { HeldTask } from "./held.ts";
import type { Task } from "./model.ts";
import { quietNow } from "./offer.ts";
import { officeMatter, taskMatter } from "./parts.ts";
import { type Action, decide } from "./rules.ts";
import { taskTrail } from "./trail.ts";

/** The task afterwards. `what` is how the history calls it, if not as the action; doing again what is done already leaves no line. */
export async function carry(context: Known, { task, actor }: HeldTask, action: Action, what: string = action.type): Promise<Task> {
  const after = decide(task, action, actor, context.now);
  if (typeof after === "string") throw new Error(`a task was held for ${action.type} and does not allow it: ${after}`);
  if (after === task) return task;
  context.desk.put("Task", after);
  taskTrail(context, { what: `task.${what}`, before: task, after, personId: actor.parts.every((part) => part === "office") ? task.personId : actor.personId });
  await repaintTask(context, task.id);
  return after;
}

/** Every live card shows the task as it is now; the pressed one, or the one a typed answer replaces, does so by the answer. */
async function repaintTask(context: Known, task: string): Promise<void> {
  const answered = ({ ref, accountId }: Shown): boolean => (context.card === undefined ? accountId === context.desk.account?.id : sameRef(ref, context.card));
  await repaintMatter(context, { matter: taskMatter(task), kind: "task.own", args: { task } }, answered);
  await repaintMatter(context, { matter: officeMatter(task), kind: "task.office", args: { task } }, answered);
}

/** A message to one of those responsible; who acts sees it in the answer. */
export function tell(context: Known, task: Task, kind: string, personId: string | null): void {
  if (personId === null || personId === context.person.id) return;
  context.desk.owe(
    owed(context, {
      key: `${kind}:${context.key}:${task.id}:${personId}`,
      kind,
      personId,
      args: { task: task.id },
      matter: taskMatter(task.id),
      notBefore: quietNow(context),
    }),
  );
}

/** Asks the office for a decision; `about` says for which, so that it is not asked when there is nothing left to decide. */
export async function askOffice(context: Known, task: Task, about: "confirm" | "extend" | "rejected"): Promise<void> {
  const people = await context.desk.find("Person", {});
  for (const person of people.filter(isOrganiser)) {
    if (person.id === context.person.id) continue;
    context.desk.owe(
      owed(context, {
        key: `task.office:${about}:${context.key}:${task.id}:${person.id}`,
        kind: "task.office",
        personId: person.id,
        args: { task: task.id, about },
        matter: officeMatter(task.id),
        notBefore: quietNow(context),
      }),
    );
  }
}
