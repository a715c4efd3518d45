// The office's live card of a task, with what it has to decide.

import { type Card, card } from "../card.ts";
import { type Member, nameIn } from "../reader.ts";
import { showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { about, historyButton } from "./buttons.ts";
import { confirmedFact, factsOf, reportedFact, titled } from "./cards.ts";
import type { Task } from "./model.ts";
import { press, type TaskSight, taskCode, taskFacts, taskName } from "./parts.ts";

export function officeCard(reader: Member, sight: TaskSight): Card {
  const { task } = sight;
  switch (task.state) {
    case "reported":
      return confirmCard(reader, sight);
    case "rejected":
      return rejectedCard(reader, sight);
    case "confirmed":
    case "closed":
      return endedCard(reader, sight);
    default:
      return task.askedDue === null ? runningCard(reader, sight) : decideCard(reader, sight, task.askedDue);
  }
}

const reopenButton = (reader: Member, task: Task) => press(reader, task, reader.t("work.label.reopen"), wish("task.reopen", about(task)));
const assignButton = (reader: Member, task: Task) => press(reader, task, reader.t("label.otherPerson"), wish("task.assign", about(task)));
const closeButton = (reader: Member, task: Task) => press(reader, task, reader.t("work.label.close"), wish("task.close", about(task)));

function confirmCard(reader: Member, sight: TaskSight): Card {
  const { t } = reader;
  const { task } = sight;
  const { what, outcome } = taskFacts(reader, sight);
  return card("task.confirm.ask", t("work.confirm.ask", { task: taskCode(task) }), {
    facts: [what, reportedFact(reader, sight, "by"), outcome],
    buttons: [press(reader, task, t("work.label.confirm"), wish("task.confirm", about(task))), reopenButton(reader, task), historyButton(reader, task)],
  });
}

function decideCard(reader: Member, sight: TaskSight, asked: Task["due"]): Card {
  const { t, lang } = reader;
  const { task } = sight;
  const { what, inCharge, delay } = taskFacts(reader, sight);
  return card("task.extend.decide", t("work.extend.decide", { task: taskCode(task), day: showDay(asked, lang) }), {
    facts: [what, { label: t("work.until"), value: showDay(task.due, lang) }, delay, inCharge],
    buttons: [
      press(reader, task, t("work.label.grant"), wish("task.grant", { ...about(task), day: asked })),
      press(reader, task, t("label.otherDay"), wish("task.grant", { ...about(task), ask: "1" })),
      press(reader, task, t("work.label.keep"), wish("task.keep", about(task))),
    ],
  });
}

function rejectedCard(reader: Member, sight: TaskSight): Card {
  const { t } = reader;
  const { task, refused } = sight;
  const { what, lead } = taskFacts(reader, sight);
  const answers = refused.map((id) => nameIn(reader, sight, id)).join("; ");
  return card("task.rejected", t("work.rejected.title", { task: taskCode(task) }), {
    facts: [what, answers === "" ? lead : { label: t("work.answerOf"), value: answers }],
    text: t("work.rejected.text"),
    buttons: [
      assignButton(reader, task),
      answers === "" ? undefined : press(reader, task, t("label.callback"), wish("task.call", about(task))),
      closeButton(reader, task),
    ],
  });
}

function endedCard(reader: Member, sight: TaskSight): Card {
  const { task } = sight;
  const { what, lead, outcome } = taskFacts(reader, sight);
  const title = titled(reader, task.state === "closed" ? "work.closed.title" : "work.confirmed.title", task);
  return card("task.office.ended", title, {
    facts: [what, lead, confirmedFact(reader, task), outcome],
    buttons: [reopenButton(reader, task), historyButton(reader, task)],
  });
}

/** Still to be done, and nothing to decide. */
function runningCard(reader: Member, sight: TaskSight): Card {
  const { task } = sight;
  return card("task.office", taskName(task), {
    facts: factsOf(reader, sight),
    buttons: [assignButton(reader, task), historyButton(reader, task), closeButton(reader, task)],
  });
}
