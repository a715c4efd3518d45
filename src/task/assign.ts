// The office gives a task to an organisation or a person; whoever had it hears of it, whoever gets it is asked.
import { card } from "../card.ts";
import type { Known } from "../command.ts";
import type { Field, Form } from "../form.ts";
import { clip } from "../help/pieces.ts";
import { takesMessages } from "../meeting/invite.ts";
import { faulty } from "../meeting/refusals.ts";
import { ask, type Outcome, show } from "../outcome.ts";
import { personLabel } from "../reader.ts";
import { accountsFor } from "../roster/reach.ts";
import { wish } from "../wish.ts";
import { about, historyButton } from "./buttons.ts";
import { carry, tell } from "./change.ts";
import type { HeldTask } from "./held.ts";
import { findLead, type Lead, leadName, leadsOf, type Possible, possibleLeads, readLead, writeLead } from "./lead.ts";
import type { Task } from "./model.ts";
import { offer } from "./offer.ts";
import { officeMatter, press, taskCode, taskFacts, taskSight } from "./parts.ts";
import { present } from "./present.ts";

/** A selection holds at most a hundred options in every messenger; beyond that the name is written. */
const mostOptions = 100;
export const longestWhom = 120;

export const whomField = ({ t }: Known, hint: string, options: readonly { readonly value: string; readonly label: string }[]): Field => ({
  name: "whom",
  label: t("work.handover.whom"),
  hint,
  required: true,
  kind: options.length > 0 && options.length <= mostOptions ? { type: "one", options } : { type: "text", max: longestWhom },
});

/** `whom` as a form or a button carries it, or as it was written; absent: asked for. */
export async function assignTo(context: Known, it: HeldTask, whom: string | undefined): Promise<Outcome> {
  const possible = await possibleLeads(context.desk);
  if (whom === undefined) return ask(assignForm(context, it.task, possible));
  const chosen = readLead(whom, possible);
  if (chosen) return give(context, it, chosen, possible);
  const found = findLead(whom, possible, context);
  if (found.type === "one") return give(context, it, found.lead, possible);
  if (found.type === "near") return show(nearCard(context, it.task, found.leads));
  return faulty(context, wish("task.assign", about(it.task)), { whom: context.t("work.handover.notFound") });
}

async function give(context: Known, it: HeldTask, { organisation, person }: Lead, possible: Possible): Promise<Outcome> {
  const { t, desk } = context;
  const after = await carry(context, it, { type: "assign", organisationId: organisation.id, personId: person?.id ?? null });
  if (after === it.task) return present(context, after, it.actor, "office");
  if (it.task.personId !== after.personId) tell(context, after, "task.handover.done", it.task.personId);
  const told = await offer(context, after);
  const reachable = new Set((await accountsFor(desk, told)).filter(takesMessages).map(({ personId }) => personId));
  const unreachable = possible.people.filter(({ id }) => told.includes(id) && !reachable.has(id));
  if (unreachable.length === 0) return present(context, after, it.actor, "office");
  const { what, due, lead } = taskFacts(context, await taskSight(desk, context, after));
  return show(
    card("task.assigned.unreachable", t("work.assigned.title", { task: taskCode(after) }), {
      facts: [what, due, lead, { label: t("work.assign.unreachable"), value: unreachable.map((one) => personLabel(context, one, organisation)).join("; ") }],
      text: t("work.assign.unreachableText"),
      buttons: [press(context, after, t("label.otherPerson"), wish("task.assign", about(after))), historyButton(context, after)],
    }),
    officeMatter(after.id),
  );
}

function assignForm(context: Known, task: Task, possible: Possible): Form {
  const { t } = context;
  return {
    name: "task.assign.form",
    title: t("work.assign.form", { task: taskCode(task) }),
    submit: t("work.assign.submit"),
    cancel: t("label.cancel"),
    wish: wish("task.assign", about(task)),
    fields: [
      whomField(
        context,
        t("work.assign.whomHint"),
        leadsOf(possible).map((lead) => ({ value: writeLead(lead), label: clip(leadName(context, lead), 75) })),
      ),
    ],
  };
}

function nearCard(context: Known, task: Task, leads: readonly Lead[]) {
  const { t } = context;
  const labels = leads.map((lead) => clip(leadName(context, lead), 28));
  const distinct = new Set(labels).size === labels.length;
  return card("task.assign.near", t("work.handover.which", { task: taskCode(task) }), {
    rows: leads.map((lead) => leadName(context, lead)),
    text: t("work.which.text"),
    buttons: [
      ...leads.map((lead, n) => ({
        label: distinct ? (labels[n] ?? "") : clip(`${n + 1} · ${leadName(context, lead)}`, 28),
        wish: wish("task.assign", { ...about(task), whom: writeLead(lead) }),
      })),
      press(context, task, t("label.otherPerson"), wish("task.assign", about(task))),
    ],
  });
}
