// The live card of a task for those responsible: whatever its state is, and whoever of them reads it.

import { type Card, card, type Fact } from "../card.ts";
import { type Member, nameIn } from "../reader.ts";
import { dayOf, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { about, historyButton, undoButton, workButtons } from "./buttons.ts";
import { askedCard } from "./cards-extend.ts";
import { askCard, offeredCard } from "./cards-handover.ts";
import type { Task } from "./model.ts";
import { press, type TaskSight, taskCode, taskFacts, taskName } from "./parts.ts";

/** Whose card it is: the reader's own, or that of the person they answer for. */
export interface Self {
  readonly id: string;
  readonly organisationId: string | null;
}

export const titled = ({ t }: Member, key: "work.taken.title" | "work.confirmed.title" | "work.closed.title", task: Task): string =>
  t(key, { task: taskCode(task) });

/** The task as its reader may go on with it. */
export function ownCard(reader: Member, sight: TaskSight, self: Self): Card {
  const { task } = sight;
  if (task.state === "closed") return closedCard(reader, sight);
  if (task.state === "confirmed") return confirmedCard(reader, sight);
  if (task.offeredToId === self.id) return askCard(reader, sight);
  const colleague = self.organisationId === task.organisationId;
  if (task.personId === null && (colleague || task.askedById === self.id)) return untakenCard(reader, sight, self);
  if (task.personId !== self.id) return colleague ? takenCard(reader, sight) : viewCard(reader, sight);
  return task.state === "reported" ? reportedCard(reader, sight) : mineCard(reader, sight);
}

/** Of a task nobody is in charge of. */
function untakenCard(reader: Member, sight: TaskSight, self: Self): Card {
  const { task } = sight;
  if (task.state === "reported") return reportedCard(reader, sight);
  if (task.state === "rejected" || sight.refused.includes(self.id)) return declinedCard(reader, sight);
  if (task.askedDue !== null && task.askedById === self.id) return askedCard(reader, sight);
  return task.offeredToId !== null && task.offeredById === self.id ? offeredCard(reader, sight) : newCard(reader, sight);
}

/** Of the reader's own task, still to be done. */
function mineCard(reader: Member, sight: TaskSight): Card {
  const { task } = sight;
  if (task.askedDue !== null) return askedCard(reader, sight);
  if (task.offeredToId !== null) return offeredCard(reader, sight);
  return task.state === "open" ? newCard(reader, sight) : acceptedCard(reader, sight);
}

export function newCard(reader: Member, sight: TaskSight): Card {
  const { t } = reader;
  const { task, delegates } = sight;
  const { what, due, lead, origin, hint } = taskFacts(reader, sight);
  return card("task.new", t("work.new.title", { task: taskCode(task) }), {
    facts: [what, due, lead, origin, hint],
    text: t(task.personId === null && delegates.length > 1 ? "work.new.several" : "work.new.one"),
    buttons: workButtons(reader, task),
  });
}

function takenCard(reader: Member, sight: TaskSight): Card {
  const { what, inCharge, due, state } = taskFacts(reader, sight);
  const { task } = sight;
  return card("task.taken", titled(reader, "work.taken.title", task), {
    facts: [what, inCharge, ...(task.state === "accepted" || task.state === "open" ? [] : [state]), due],
    text: reader.t("work.taken.text"),
  });
}

export function declinedCard(reader: Member, sight: TaskSight): Card {
  const { t } = reader;
  const { task } = sight;
  const { what, due } = taskFacts(reader, sight);
  return card("task.declined", t("work.declined.title", { task: taskCode(task) }), {
    facts: [what, due],
    text: t("work.declined.text"),
    buttons: [press(reader, task, t("do.task.accept"), wish("task.accept", about(task)))],
  });
}

function acceptedCard(reader: Member, sight: TaskSight): Card {
  const { due, state, standing, hint } = taskFacts(reader, sight);
  return card("task.accepted", taskName(sight.task), { facts: [due, state, standing, hint], buttons: workButtons(reader, sight.task) });
}

/** "Do, 05.11.2026, Delegierte Person, Handwerkskammer" */
export function reportedFact(reader: Member, sight: TaskSight, by?: "by"): Fact | undefined {
  const { t, lang, alliance } = reader;
  const { reportedAt, personId } = sight.task;
  if (reportedAt === null) return undefined;
  const day = showDay(dayOf(reportedAt, alliance.zone), lang);
  return { label: t("work.reported"), value: by && personId !== null ? t("work.reportedBy", { day, person: nameIn(reader, sight, personId) }) : day };
}

function reportedCard(reader: Member, sight: TaskSight): Card {
  const { t } = reader;
  const { task } = sight;
  const { what, outcome } = taskFacts(reader, sight);
  return card("task.reported", t("work.reported.title", { task: taskCode(task) }), {
    facts: [what, reportedFact(reader, sight), outcome],
    text: t("work.reported.text"),
    buttons: [press(reader, task, t("work.label.note"), wish("task.note", about(task))), undoButton(reader, task, "done")],
  });
}

export function confirmedFact({ t, lang, alliance }: Member, { confirmedAt }: Task): Fact | undefined {
  return confirmedAt === null
    ? undefined
    : { label: t("work.confirmedOn"), value: t("work.confirmedBy", { day: showDay(dayOf(confirmedAt, alliance.zone), lang) }) };
}

export function confirmedCard(reader: Member, sight: TaskSight): Card {
  const { what, outcome } = taskFacts(reader, sight);
  return card("task.confirmed", titled(reader, "work.confirmed.title", sight.task), {
    facts: [what, confirmedFact(reader, sight.task), outcome],
  });
}

export function reopenedCard(reader: Member, sight: TaskSight): Card {
  const { what, hint, due } = taskFacts(reader, sight);
  return card("task.reopened", reader.t("work.reopened.title", { task: taskCode(sight.task) }), {
    facts: [what, hint, due],
    buttons: workButtons(reader, sight.task),
  });
}

export function closedCard(reader: Member, sight: TaskSight): Card {
  return card("task.closed", titled(reader, "work.closed.title", sight.task), {
    facts: [taskFacts(reader, sight).what],
    text: reader.t("work.closed.text"),
    buttons: [historyButton(reader, sight.task)],
  });
}

export function factsOf(reader: Member, sight: TaskSight) {
  const { due, state, standing, lead, inCharge, origin, delay, outcome, hint } = taskFacts(reader, sight);
  return [due, state, standing, lead, inCharge, origin, delay, outcome, hint];
}

/** To somebody who has no part in it: what everybody of the alliance may know, and nothing to press. */
export const viewCard = (reader: Member, sight: TaskSight): Card =>
  card("task.view", taskName(sight.task), {
    facts: factsOf(reader, sight),
    buttons: [{ label: reader.t("work.label.all"), wish: wish("task.list") }],
  });
