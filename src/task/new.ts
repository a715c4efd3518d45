// A new task: by the form or in one typed line, always echoed before it counts; then numbered and offered to whoever leads.
import { day, id, many, one, optional, text } from "../args.ts";
import { command, type Known, type Read } from "../command.ts";
import { badInput } from "../help/cards.ts";
import { takesMessages } from "../meeting/invite.ts";
import { ask, type FieldErrors, type Outcome, refuse, show } from "../outcome.ts";
import { showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { readDay } from "../words/dates.ts";
import { type Carried, createdCard, echoCard, type Proposal, unreadableCard, whichDayCard, whichLeadCard } from "./cards-new.ts";
import { dueFault, dueOn, readDue } from "./due.ts";
import { dayForm, longestDue, longestNote, longestTitle, mostInvolved, newTaskForm, none, type Offered, type Wanted, wholeTaskForm } from "./forms.ts";
import { findLead, type Lead, possibleLeads, readLead, writeLead } from "./lead.ts";
import { readLine } from "./line.ts";
import type { Task } from "./model.ts";
import { offer } from "./offer.ts";
import { delegatesOf, taskSight } from "./parts.ts";
import { possibleSources, sourceOf } from "./source.ts";
import { taskTrail } from "./trail.ts";

const args = {
  /** Everything behind „aufgabe neu“. */
  line: optional(text(400)),
  title: optional(text(longestTitle)),
  lead: optional(id()),
  until: optional(text(longestDue)),
  /** Chosen, and so no longer to be read from `until`; `firm`: although it is a day off. */
  due: optional(day()),
  firm: optional(one("1")),
  objective: optional(id()),
  involved: optional(many()),
  source: optional(id()),
  question: optional(text(8)),
  note: optional(text(longestNote, "many")),
  /** The id the task is going to have, so that a second press makes no second one. */
  draft: optional(id()),
  ask: optional(one("all", "day")),
  go: optional(one("1")),
  sent: optional(id()),
};
type Given = Read<typeof args>;

export const newTask = command({
  who: "chair",
  opens: { meeting: "wanted", hold: "alliance" },
  args,
  async run(context, given) {
    const [made] = given.draft ? await context.desk.find("Task", { id: given.draft }) : [];
    if (made) return showCreated(context, made, made.personId === null ? await delegatesOf(context.desk, made.organisationId, context.today) : [made.personId]);
    const offered = await read(context);
    if (given.sent) return propose(context, offered, { ...given, due: undefined, firm: undefined, ask: undefined });
    return propose(context, offered, given.line ? readTyped(context, offered, given) : given);
  },
});

/** What a new task can be made of, and the day of the meeting people count from. */
async function read(context: Known): Promise<Offered> {
  const { desk, now } = context;
  return {
    possible: await possibleLeads(desk),
    objectives: await desk.find("Objective", {}),
    meetings: possibleSources(await desk.find("Meeting", {}), now),
  };
}

type Said = Omit<Given, "line"> & { readonly whom?: string };

function readTyped(context: Known, { possible, meetings }: Offered, given: Given): Said {
  const question = questionOf(context, meetings[0]?.day);
  const line = readLine(given.line ?? "", {
    isWhom: (words) => findLead(words, possible, context).type !== "none",
    isDay: (words) => {
      const found = readDay(words, question);
      return !("error" in found) || found.error !== "unreadable";
    },
  });
  const { line: _, ...rest } = given;
  return { ...rest, title: line.title, ...(line.whom ? { whom: line.whom } : {}), ...(line.until ? { until: line.until } : {}) };
}

const questionOf = ({ today, calendar }: Known, meetingDay: Offered["meetings"][number]["day"] | undefined) => ({
  today,
  calendar,
  ...(meetingDay ? { meetingDay } : {}),
});

/** One after the other: who leads, what is missing, which day; then the echo, and after it the task. */
async function propose(context: Known, offered: Offered, said: Said): Promise<Outcome> {
  const { possible, meetings, objectives } = offered;
  const found = said.whom ? findLead(said.whom, possible, context) : undefined;
  const lead = said.lead ? readLead(said.lead, possible) : found?.type === "one" ? found.lead : undefined;
  // Without a choice of one's own the likeliest meeting; „none“ is a choice too.
  const meeting = said.source === undefined ? meetings[0] : meetings.find((it) => it.id === said.source);
  const carried = carry(context, { ...said, lead: lead && writeLead(lead), source: meeting?.id ?? none });
  const wanted: Wanted = { ...said, lead, source: meeting?.id ?? none, until: said.due ? showDay(said.due, context.lang) : said.until };
  if (said.ask === "day") return ask(dayForm(context, wanted.until, { ...carried, ask: "day" }));
  if (said.ask === "all") return ask(wholeTaskForm(context, wanted, offered, { ...carried, ask: "all" }));
  if (found && found.type !== "one") return show(whichLeadCard(context, said.whom ?? "", found.type === "near" ? found.leads : [], carried));
  const faults = faultsOf(context, said, lead);
  const [fault] = Object.values(faults);
  if (fault !== undefined) return refuse("bad_input", badInput(context, wish("task.new"), fault), context.by === "form" ? faults : undefined);
  if (!said.title || !lead || (said.due === undefined && said.until === undefined)) return ask(newTaskForm(context, wanted, offered, carried));
  const until = said.until ?? "";
  const due = said.due === undefined ? readDue(until, questionOf(context, meeting?.day)) : said.firm ? { day: said.due } : dueOn(said.due, context.calendar);
  if ("bad" in due) return unreadable(context, until, dueFault(context, due.bad), carried);
  if ("choice" in due) return show(whichDayCard(context, { said: said.due ? "" : until, ...due.choice }, without(carried, "due", "firm")));
  const proposal: Proposal = {
    title: said.title,
    lead,
    due: due.day,
    said: until,
    objective: objectives.find((it) => it.id === said.objective),
    involved: possible.organisations.filter((it) => it.id !== lead.organisation.id && said.involved?.includes(it.id)),
    source: await sourceOf(context.desk, meeting),
    question: said.question?.toUpperCase(),
    note: said.note,
  };
  return said.go ? create(context, proposal, said.draft) : show(echoCard(context, proposal, { ...carried, due: due.day, firm: "1" }));
}

/** What a button carries on: everything said so far, and the id of the task to be. */
function carry({ ids }: Known, said: Omit<Said, "lead" | "source"> & { readonly lead: string | undefined; readonly source: string }): Carried {
  const { title, lead, until, due, firm, objective, involved, source, question, note } = said;
  const details = { title, lead, until, due, firm, objective, involved: involved?.join(","), source, question, note };
  const known = Object.entries(details).flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  return { ...Object.fromEntries(known), draft: said.draft ?? ids.next() };
}

const without = (carried: Carried, ...names: readonly string[]): Carried =>
  Object.fromEntries(Object.entries(carried).filter(([name]) => !names.includes(name)));

/** What is wrong, by input; what merely has not been said yet is only wrong in a form that was sent. */
function faultsOf({ t }: Known, { title, lead: chosen, until, due, question, involved, sent }: Said, lead: Lead | undefined): FieldErrors {
  const empty = (is: boolean): string | undefined => (sent && is ? t("bad.empty") : undefined);
  const found = {
    title: title && title.length > longestTitle ? t("bad.tooLong", { n: title.length, max: longestTitle }) : empty(!title),
    lead: chosen && !lead ? t("bad.organisation") : empty(!lead),
    until: empty(due === undefined && until === undefined),
    involved: involved && involved.length > mostInvolved ? t("task.bad.involved", { n: mostInvolved }) : undefined,
    question: question && !/^F-\d{1,6}$/i.test(question) ? t("task.bad.question") : undefined,
  };
  return Object.fromEntries(Object.entries(found).flatMap(([name, fault]) => (fault ? [[name, fault]] : [])));
}

function unreadable(context: Known, said: string, fault: string, carried: Carried): Outcome {
  return refuse("bad_day", unreadableCard(context, said, fault, without(carried, "due", "firm")), context.by === "form" ? { until: fault } : undefined);
}

/** Numbers are counted with the alliance held, so no two tasks get the same one. */
async function create(context: Known, it: Proposal, draft: string | undefined): Promise<Outcome> {
  const { desk, alliance, ids, now } = context;
  const last = Math.max(0, ...(await desk.find("Task", {})).map(({ number }) => number));
  const task: Task = {
    id: draft ?? ids.next(),
    allianceId: alliance.id,
    number: last + 1,
    title: it.title,
    organisationId: it.lead.organisation.id,
    personId: it.lead.person?.id ?? null,
    involved: it.involved.map(({ id }) => id),
    due: it.due,
    objectiveId: it.objective?.id ?? null,
    meetingId: it.source?.meeting.id ?? null,
    item: it.source?.item?.key ?? null,
    question: it.question ?? null,
    note: it.note ?? null,
    state: "open",
    ...untouched,
    createdAt: now,
  };
  desk.put("Task", task);
  taskTrail(context, { what: "task.new", after: task });
  return showCreated(context, task, await offer(context, task));
}

/** A task nobody has done anything with. */
export const untouched = {
  percent: null,
  standing: null,
  delay: null,
  outcome: null,
  hint: null,
  askedDue: null,
  askedById: null,
  offeredToId: null,
  offeredById: null,
  acceptedAt: null,
  reportedAt: null,
  confirmedAt: null,
} as const;

/** `told`: who hears of it. */
async function showCreated(context: Known, task: Task, told: readonly string[]): Promise<Outcome> {
  const { desk } = context;
  const people = told.length > 0 ? await desk.find("Person", { id: told }) : [];
  const reached = new Set((await desk.find("Account", { personId: told })).filter(takesMessages).map(({ personId }) => personId));
  const sight = await taskSight(desk, context, task);
  return show(
    createdCard(
      context,
      sight,
      people,
      people.filter(({ id }) => !reached.has(id)),
    ),
  );
}
