// Cards about more time: asked for, granted, kept as it was, and which day is meant.
import { type Card, card } from "../card.ts";
import { callbackButton } from "../help/pieces.ts";
import type { Member } from "../reader.ts";
import { type Day, showDay } from "../time.ts";
import { type Wish, wish } from "../wish.ts";
import { undoButton, workButtons } from "./buttons.ts";
import { dayOffText } from "./cards-new.ts";
import type { Task } from "./model.ts";
import { press, type TaskSight, taskCode, taskFacts, taskName } from "./parts.ts";

export function askedCard(reader: Member, sight: TaskSight): Card {
  const { t, lang } = reader;
  const { task } = sight;
  const value = t("work.extend.askedValue", { day: showDay(task.askedDue ?? task.due, lang), before: showDay(task.due, lang) });
  return card("task.extend.asked", t("work.extend.asked"), {
    facts: [taskFacts(reader, sight).what, { label: t("work.extend.askedFact", { task: taskCode(task) }), value }],
    text: t("work.extend.askedText"),
    buttons: [undoButton(reader, task, "extend")],
  });
}

export function grantedCard(reader: Member, sight: TaskSight): Card {
  const { t, lang } = reader;
  const { task } = sight;
  return card("task.extend.granted", t("work.extend.granted", { task: taskCode(task), day: showDay(task.due, lang) }), {
    facts: [taskFacts(reader, sight).what],
    buttons: workButtons(reader, task),
  });
}

/** The office has kept the day; asking once more is not offered, a call is. */
export function keptCard(reader: Member, sight: TaskSight): Card {
  const { t, lang } = reader;
  const { task } = sight;
  const { what, hint } = taskFacts(reader, sight);
  const rest = workButtons(reader, task).filter((button) => "wish" in button && button.wish.command !== "task.extend" && button.wish.command !== "task.reject");
  return card("task.extend.refused", t("work.extend.kept", { task: taskCode(task), day: showDay(task.due, lang) }), {
    facts: [what, hint],
    buttons: [...rest, callbackButton(reader)],
  });
}

/** Two days to choose from, the likelier first; `again` asks for yet another one. */
export function dayCard(
  reader: Member,
  task: Task,
  { said, why, days }: { readonly said: string; readonly why: "dayOff" | "readings"; readonly days: readonly [Day, Day] },
  again: Wish,
): Card {
  const { t, lang } = reader;
  const [first, second] = days;
  const meant = why === "dayOff" ? dayOffText(reader, second) : t("task.readings", { one: showDay(first, lang), other: showDay(second, lang) });
  const choose = (day: Day) => press(reader, task, showDay(day, lang), wish(again.command, { ...again.args, due: day, firm: "1", sent: "1" }));
  return card("task.date.ask", t("echo.day.title"), {
    facts: [
      { label: t("work.task"), value: taskName(task) },
      { label: t("task.date.written"), value: t("task.date.writtenValue", { said, meant }) },
    ],
    text: t("task.echo.text"),
    buttons: [choose(first), choose(second), press(reader, task, t("label.otherDay"), again)],
  });
}
