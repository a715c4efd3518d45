// Cards about a task that goes to somebody else: offered, answered, and with whom it is now.

import { type Card, card } from "../card.ts";
import { type Member, nameIn, organisationName } from "../reader.ts";
import { wish } from "../wish.ts";
import { about, undoButton, workButtons } from "./buttons.ts";
import { press, type TaskSight, taskCode, taskFacts } from "./parts.ts";

/** To somebody the task is offered to. */
export function askCard(reader: Member, sight: TaskSight): Card {
  const { t } = reader;
  const { task } = sight;
  const { what, due } = taskFacts(reader, sight);
  return card("task.handover.ask", t("work.handover.ask", { task: taskCode(task) }), {
    facts: [what, due, { label: t("work.offeredBy"), value: nameIn(reader, sight, task.offeredById) }],
    text: t("work.handover.askText"),
    buttons: [
      press(reader, task, t("do.task.accept"), wish("task.accept", about(task))),
      press(reader, task, t("work.label.reject"), wish("task.reject", about(task))),
    ],
  });
}

/** To who has offered it, until the answer. */
export function offeredCard(reader: Member, sight: TaskSight): Card {
  const { t } = reader;
  const { task } = sight;
  const { what, due } = taskFacts(reader, sight);
  return card("task.handover.offered", t("work.handover.offered", { task: taskCode(task) }), {
    facts: [what, due, { label: t("work.offeredTo"), value: nameIn(reader, sight, task.offeredToId) }],
    text: t("work.handover.offeredText"),
    buttons: [undoButton(reader, task, "handover")],
  });
}

/** The task is with somebody else now. */
export function movedCard(reader: Member, sight: TaskSight): Card {
  const { t } = reader;
  const { task, lead } = sight;
  const now = task.personId === null ? (lead ? organisationName(reader, lead) : "–") : nameIn(reader, sight, task.personId);
  return card("task.handover.done", t("work.handover.done", { task: taskCode(task) }), {
    facts: [taskFacts(reader, sight).what, { label: t("work.nowWith"), value: now }],
  });
}

export function stayedCard(reader: Member, sight: TaskSight): Card {
  const { task } = sight;
  const { what, due } = taskFacts(reader, sight);
  return card("task.handover.refused", reader.t("work.handover.refused", { task: taskCode(task) }), { facts: [what, due], buttons: workButtons(reader, task) });
}
