// Handing a task to somebody else: offered by those responsible and answered by the other; given by the office as it decides.
import { one, optional, text } from "../args.ts";
import { type Card, card } from "../card.ts";
import { command, type Known } from "../command.ts";
import type { Form } from "../form.ts";
import { clip } from "../help/pieces.ts";
import { takesMessages } from "../meeting/invite.ts";
import { faulty } from "../meeting/refusals.ts";
import { ask, show } from "../outcome.ts";
import { personLabel, personName } from "../reader.ts";
import { findPerson } from "../roster/find.ts";
import type { Person } from "../roster/model.ts";
import { accountsFor } from "../roster/reach.ts";
import { type Wish, wish } from "../wish.ts";
import { assignTo, longestWhom, whomField } from "./assign.ts";
import { about } from "./buttons.ts";
import { carry, tell } from "./change.ts";
import { held } from "./held.ts";
import { leadName, leadsOf, type Possible, possibleLeads } from "./lead.ts";
import type { Task } from "./model.ts";
import { press, taskCode } from "./parts.ts";
import { present } from "./present.ts";

const handover = command({
  who: "linked",
  opens: { meeting: "wanted", hold: "alliance" },
  args: { task: optional(text(40)), whom: optional(text(longestWhom)), sent: optional(one("1")) },
  async run(context, args) {
    // The office does not offer, it decides.
    const decides = context.may("task.assign") && args.task !== undefined;
    const it = await held(context, args.task, decides ? "assign" : "handover");
    if ("outcome" in it) return it.outcome;
    const { task, actor } = it;
    if (!actor.parts.some((part) => part === "inCharge" || part === "lead")) return assignTo(context, it, args.whom);
    const possible = await possibleLeads(context.desk);
    if (args.whom === undefined) return ask(await handoverForm(context, task, possible));
    const again = wish("task.handover", about(task));
    const found = findPerson(args.whom, possible, context);
    if (found.type === "none") return faulty(context, again, { whom: context.t("work.handover.notFound") });
    if (found.type !== "one") return show(whoCard(context, task, [...found.people], possible, again));
    const to = found.person.id;
    if (to === task.personId || to === task.offeredToId || to === actor.personId) return faulty(context, again, { whom: context.t("work.handover.already") });
    if (!(await accountsFor(context.desk, [to])).some(takesMessages)) return faulty(context, again, { whom: context.t("work.handover.noAccount") });
    const after = await carry(context, it, { type: "handover", to });
    tell(context, after, "task.handover.ask", to);
    return present(context, after, actor, "own");
  },
});

/** Everybody who can be reached and does not have the task already. */
async function handoverForm(context: Known, task: Task, possible: Possible): Promise<Form> {
  const { t, desk, person } = context;
  const seated = leadsOf(possible).filter(({ person: one }) => one && one.id !== task.personId && one.id !== person.id);
  const reachable = new Set((await accountsFor(desk)).filter(takesMessages).map(({ personId }) => personId));
  const options = seated.flatMap((lead) =>
    lead.person && reachable.has(lead.person.id) ? [{ value: lead.person.id, label: clip(leadName(context, lead), 75) }] : [],
  );
  return {
    name: "task.handover.form",
    title: t("work.handover.form", { task: taskCode(task) }),
    submit: t("work.handover.submit"),
    cancel: t("label.cancel"),
    wish: wish("task.handover", about(task)),
    fields: [whomField(context, t("work.handover.whomHint"), options)],
  };
}

/** Several people may be meant: up to three to press, else the form. */
function whoCard(context: Known, task: Task, people: readonly Person[], possible: Possible, again: Wish): Card {
  const { t } = context;
  const shown = people.slice(0, 3);
  const label = (person: Person): string =>
    personLabel(
      context,
      person,
      possible.organisations.find(({ id }) => id === person.organisationId),
    );
  const names = shown.map((person) => clip(personName(context, person), 28));
  const distinct = new Set(names).size === names.length;
  return card("task.handover.which", t("work.handover.which", { task: taskCode(task) }), {
    rows: shown.map(label),
    text: t("work.handover.whichText"),
    buttons: [
      ...shown.map((person, n) => ({
        label: distinct ? (names[n] ?? "") : clip(`${n + 1} · ${label(person)}`, 28),
        wish: wish(again.command, { ...again.args, whom: person.id }),
      })),
      press(context, task, t("label.otherPerson"), again),
    ],
  });
}

export const handoverCommands = { "task.handover": handover };
