// What can be pressed on a task's card; a button carries the task's number, which is looked up again.
import type { Button } from "../card.ts";
import type { Member } from "../reader.ts";
import { wish } from "../wish.ts";
import type { Task } from "./model.ts";
import { press, taskCode } from "./parts.ts";

export const about = (task: Pick<Task, "number">) => ({ task: taskCode(task) });

/** What can be done with a task that is still to be done: first it is taken, then worked on. */
export function workButtons(reader: Member, task: Task): readonly Button[] {
  const { t } = reader;
  const button = (label: string, name: Parameters<typeof wish>[0]): Button => press(reader, task, label, wish(name, about(task)));
  const more = [button(t("do.task.extend"), "task.extend"), button(t("do.task.handover"), "task.handover")];
  if (task.state === "open") return [button(t("do.task.accept"), "task.accept"), ...more, button(t("work.label.reject"), "task.reject")];
  return [button(t("do.task.done"), "task.done"), button(t("do.task.progress"), "task.progress"), ...more];
}

export const undoButton = (reader: Member, task: Task, what: "done" | "extend" | "handover"): Button =>
  press(reader, task, reader.t("label.undo"), wish("task.undo", { ...about(task), what }));
export const historyButton = (reader: Member, task: Task): Button => press(reader, task, reader.t("work.label.history"), wish("task.history", about(task)));
