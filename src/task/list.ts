// „aufgabe“ and „aufgabe liste“: the own tasks, one task with what can be done with it, and all of them as the follow-up list.
import { id, number, one, optional, text } from "../args.ts";
import { type Card, card, type Element } from "../card.ts";
import { command, type Known } from "../command.ts";
import { act, clip } from "../help/pieces.ts";
import { type Outcome, refuse, show } from "../outcome.ts";
import { organisationName, type Reader } from "../reader.ts";
import { isOrganiser } from "../roster/rules.ts";
import { showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { unknownTaskCard } from "./cards-refusals.ts";
import { type Filter, matches, readFilter, viewName, views } from "./filter.ts";
import { objectiveName } from "./forms.ts";
import { actorOf } from "./held.ts";
import { isOverdue, type Ledger, ledgerOf } from "./ledger.ts";
import type { Task } from "./model.ts";
import { ownTasks } from "./own.ts";
import { findTask, stateOf, taskCode, taskName } from "./parts.ts";
import { present } from "./present.ts";

/** Lines on a page: few enough for a phone. */
const pageLength = 8;

export const showTask = command({
  who: "linked",
  opens: { meeting: "wanted", hold: "none" },
  opensNew: true,
  args: { task: optional(text(60)) },
  async run(context, args) {
    if (args.task === undefined) return show(await ownCard(context));
    const task = await findTask(context.desk, args.task);
    return task ? present(context, task, await actorOf(context, task), "own") : refuse("no_task", unknownTaskCard(context));
  },
});

export const listTasks = command({
  who: "linked",
  args: {
    /** As it was typed. */
    filter: optional(text(120)),
    view: optional(one(...views)),
    organisation: optional(id()),
    objective: optional(id()),
    page: optional(number(1, 999)),
  },
  async run(context, args) {
    const ledger = await ledgerOf(context.desk);
    const read = args.filter ? readFilter(args.filter, ledger, context.lang) : undefined;
    if (read && "near" in read) return unknownFilter(context, read.near);
    return show(listCard(context, ledger, read?.filter ?? { ...args, view: args.view ?? "all" }, args.page ?? 1));
  },
});

/** "A-3 · Flyer abstimmen · IHK · bis Fr, 06.11.2026 · in Arbeit, 50 Prozent" */
export function taskRow(reader: Pick<Reader, "t" | "lang" | "today">, { organisations }: Pick<Ledger, "organisations">, task: Task): string {
  const { t, lang, today } = reader;
  const lead = organisations.find((it) => it.id === task.organisationId);
  const row = t("task.list.row", {
    task: taskCode(task),
    title: clip(task.title, 60),
    lead: lead ? organisationName(reader, lead) : "–",
    day: showDay(task.due, lang),
    state: stateOf(reader, task),
  });
  return isOverdue(task, today) ? t("task.list.overdue", { row }) : row;
}

/** A selection that opens one of these tasks. */
export function openChoice({ t }: Pick<Reader, "t">, tasks: readonly Task[], again: ReturnType<typeof wish>): Extract<Element, { type: "choice" }> | undefined {
  if (tasks.length === 0) return undefined;
  const options = tasks.map((task) => ({ label: taskName(task), wish: wish("task.show", { task: task.id }) }));
  return { type: "choice", label: t("task.list.choose"), options: [{ label: t("meeting.label.choose"), wish: again }, ...options], chosen: 0 };
}

function listCard(context: Known, ledger: Ledger, filter: Filter, wanted: number): Card {
  const { t, today, links, alliance, person } = context;
  const found = ledger.tasks.filter((task) => matches(task, filter, today));
  const pages = Math.max(1, Math.ceil(found.length / pageLength));
  const page = Math.min(wanted, pages);
  const shown = found.slice((page - 1) * pageLength, page * pageLength);
  const args = filterArgs(filter);
  // The file is the office's alone (D1).
  const file = isOrganiser(person) && ledger.tasks.length > 0 ? links.file("tasks", { alliance: alliance.id, person: person.id }) : undefined;
  const next = String(page < pages ? page + 1 : 1);
  const empty = ledger.tasks.length === 0;
  return card(empty ? "task.list.empty" : "task.list", t("task.list.title"), {
    facts: [
      empty
        ? undefined
        : { label: t("task.list.all"), value: t("task.list.count", { n: found.length, over: found.filter((it) => isOverdue(it, today)).length }) },
      ...filterFacts(context, ledger, filter),
    ],
    choice: empty ? undefined : viewChoice(context, filter),
    rows: [...shown.map((task) => taskRow(context, ledger, task)), ...(pages > 1 ? [t("list.page", { page, pages })] : [])],
    open: openChoice(context, shown, wish("task.list", { ...args, page: String(page) })),
    text: shown.length > 0 ? undefined : t(empty ? "task.list.empty" : "task.list.none"),
    buttons: [
      context.may("task.new") ? act(context, "task.new") : undefined,
      file ? { label: t("label.asFile"), url: file } : undefined,
      pages > 1 ? { label: t(page < pages ? "label.nextPage" : "label.firstPage"), wish: wish("task.list", { ...args, page: next }) } : undefined,
      act(context, "objectives.show"),
    ],
  });
}

const filterArgs = ({ view, organisation, objective }: Filter): Readonly<Record<string, string>> => ({
  view,
  ...(organisation ? { organisation } : {}),
  ...(objective ? { objective } : {}),
});

function filterFacts(reader: Known, { organisations, objectives }: Ledger, { organisation, objective }: Filter) {
  const { t } = reader;
  const named = organisations.find((it) => it.id === organisation);
  const aim = objectives.find((it) => it.id === objective);
  return [
    named && { label: t("task.list.organisation"), value: organisationName(reader, named) },
    objective === undefined ? undefined : { label: t("task.list.objective"), value: aim ? objectiveName(reader, aim) : t("task.list.without") },
  ];
}

function viewChoice(context: Known, filter: Filter): Extract<Element, { type: "choice" }> {
  const options = views.map((view) => ({ label: viewName(context, view), wish: wish("task.list", filterArgs({ ...filter, view })) }));
  return { type: "choice", label: context.t("task.list.show"), options, chosen: Math.max(0, views.indexOf(filter.view as (typeof views)[number])) };
}

function unknownFilter(context: Known, near: Ledger["organisations"]): Outcome {
  const { t } = context;
  const offered = near.map((it) => ({ label: clip(organisationName(context, it), 28), wish: wish("task.list", { organisation: it.id }) }));
  return refuse(
    "no_filter",
    card("task.filter", t("task.filter.title"), {
      text: t(near.length > 0 ? "task.filter.near" : "task.filter.text"),
      buttons: [...offered, act(context, "task.list")],
    }),
  );
}

/** The own tasks first; for the office those that wait for its decision. */
async function ownCard(context: Known): Promise<Card> {
  const { t } = context;
  const ledger = await ledgerOf(context.desk);
  const own = await ownTasks(context, ledger.tasks);
  const shown = own.slice(0, pageLength);
  const office = isOrganiser(context.person);
  return card(own.length > 0 ? "task.own" : "task.own.none", t("task.own.title"), {
    rows: [...shown.map((task) => taskRow(context, ledger, task)), ...(own.length > shown.length ? [t("list.more", { n: own.length - shown.length })] : [])],
    open: openChoice(context, shown, wish("task.show")),
    text: own.length === 0 ? t("task.own.none") : office ? t("task.own.office") : undefined,
    buttons: [act(context, "task.list"), context.may("task.new") ? act(context, "task.new") : act(context, "status.show")],
  });
}
