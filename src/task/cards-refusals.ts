// Why nothing was done with a task, and which task may have been meant.
import { type Card, card } from "../card.ts";
import type { Known } from "../command.ts";
import { callbackButton, clip, phoneOf } from "../help/pieces.ts";
import type { CommandName } from "../names.ts";
import { wish } from "../wish.ts";
import type { Task } from "./model.ts";
import { press, taskCode, taskName } from "./parts.ts";
import type { Action } from "./rules.ts";

const listButton = ({ t }: Known) => ({ label: t("work.label.all"), wish: wish("task.list") });
const statusButton = ({ t }: Known) => ({ label: t("label.status"), wish: wish("status.show") });

export const unknownTaskCard = (context: Known): Card =>
  card("task.unknown", context.t("work.unknown.title"), { text: context.t("work.unknown.text"), buttons: [listButton(context), statusButton(context)] });

export const notYoursCard = (context: Known, task: Task): Card =>
  card("task.notYours", context.t("work.notYours.title", { task: taskCode(task) }), {
    text: context.t("work.notYours.text", { phone: phoneOf(context.alliance) }),
    buttons: [listButton(context), callbackButton(context)],
  });

/** A selection holds at most a hundred options in every messenger, the invitation to choose among them. */
const mostOptions = 99;

/** The tasks for which an activity is possible: none, two or three to press, more to choose from. */
export function whichCard(context: Known, tasks: readonly Task[], type: Action["type"], carried: Readonly<Record<string, string>> = {}): Card {
  const { t } = context;
  if (tasks.length === 0) return card("task.none", t("work.none.title"), { text: t("work.none.text"), buttons: [listButton(context), statusButton(context)] });
  const name = `task.${type}` as CommandName;
  const cancel = { label: t("label.cancel"), wish: wish("step.cancel") };
  const about = (task: Task) => wish(name, { ...carried, task: taskCode(task) });
  if (tasks.length <= 3)
    return card("task.which", t("work.which.title"), {
      rows: tasks.map(taskName),
      text: t("work.which.text"),
      buttons: [...tasks.map((task) => press(context, task, taskCode(task), about(task))), cancel],
    });
  const options = tasks.slice(0, mostOptions).map((task) => ({ label: clip(taskName(task), 75), wish: about(task) }));
  return card("task.which", t("work.which.title"), {
    choice: {
      type: "choice",
      label: t("work.which.label"),
      options: [{ label: t("work.which.choose"), wish: wish(name, carried) }, ...options],
      chosen: 0,
    },
    text: t("work.which.text"),
    buttons: [cancel],
  });
}
