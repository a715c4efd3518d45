// Cards on the way to a new task: who is meant, which day is meant, the echo before it counts, and the task that was made.
import { type Button, type Card, card, type Fact } from "../card.ts";
import { act, clip } from "../help/pieces.ts";
import { type Member, organisationName, personName } from "../reader.ts";
import type { Objective, Organisation, Person } from "../roster/model.ts";
import { type Day, showDay, weekday } from "../time.ts";
import { wish } from "../wish.ts";
import { dueText } from "./due.ts";
import { objectiveName } from "./forms.ts";
import { type Lead, leadName, writeLead } from "./lead.ts";
import type { Task } from "./model.ts";
import { originOf, press, type TaskSight, taskCode, taskFacts } from "./parts.ts";
import type { Source } from "./source.ts";

/** What a button carries of a task that is not stored yet. */
export type Carried = Readonly<Record<string, string>>;

/** A task as it would be stored. */
export interface Proposal {
  readonly title: string;
  readonly lead: Lead;
  readonly due: Day;
  /** How the day was written; empty where it was chosen. */
  readonly said: string;
  readonly objective: Objective | undefined;
  readonly involved: readonly Organisation[];
  readonly source: Source | undefined;
  readonly question: string | undefined;
  readonly note: string | undefined;
}

const cancel = ({ t }: Member): Button => ({ label: t("label.cancel"), wish: wish("step.cancel") });
const change = ({ t }: Member, carried: Carried): Button => ({ label: t("label.change"), wish: wish("task.new", { ...carried, ask: "all" }) });
const otherDay = ({ t }: Member, carried: Carried): Button => ({ label: t("label.otherDay"), wish: wish("task.new", { ...carried, ask: "day" }) });

/** K28.2: everything as it will be stored; nothing is stored yet. */
export function echoCard(reader: Member, it: Proposal, carried: Carried): Card {
  const { t } = reader;
  const fact = (label: string, value: string): Fact | undefined => (value === "" ? undefined : { label, value });
  return card("task.echo", t("task.echo.title"), {
    facts: [
      { label: t("work.what"), value: it.title },
      { label: t("task.form.lead"), value: leadName(reader, it.lead) },
      fact(t("task.form.involved"), it.involved.map((one) => organisationName(reader, one)).join(", ")),
      { label: t("work.due"), value: dueText(reader, it.due, it.said) },
      fact(t("task.form.objective"), it.objective ? objectiveName(reader, it.objective) : ""),
      fact(t("work.origin"), it.source ? originOf(reader, it.source.meeting, it.source.item) : ""),
      fact(t("task.form.question"), it.question ?? ""),
      fact(t("task.form.note"), it.note ?? ""),
    ],
    text: t("task.echo.text"),
    buttons: [
      { label: t("task.echo.go"), wish: wish("task.new", { ...carried, go: "1" }), style: "primary" },
      otherDay(reader, carried),
      change(reader, carried),
      cancel(reader),
    ],
  });
}

/** What kind of day off a day is, in words. */
export function dayOffText({ t, lang, calendar }: Member, day: Day): string {
  const kind = calendar.publicHolidays.has(day) ? "holiday" : weekday(day) === 6 ? "saturday" : "sunday";
  return t("task.dayOff", { day: showDay(day, lang), kind });
}

/** K28.3: two days to choose from, the likelier first. */
export function whichDayCard(
  reader: Member,
  { said, why, days }: { readonly said: string; readonly why: "dayOff" | "readings"; readonly days: readonly [Day, Day] },
  carried: Carried,
): Card {
  const { t, lang } = reader;
  const [first, second] = days;
  const meant = why === "dayOff" ? dayOffText(reader, second) : t("task.readings", { one: showDay(first, lang), other: showDay(second, lang) });
  const choose = (day: Day): Button => ({
    label: showDay(day, lang),
    // Chosen beside its working day, a day off is meant.
    wish: wish("task.new", { ...carried, due: day, ...(why === "dayOff" ? { firm: "1" } : {}) }),
  });
  return card("task.date.ask", t("echo.day.title"), {
    facts: [
      said === "" ? { label: t("task.date.chosen"), value: meant } : { label: t("task.date.written"), value: t("task.date.writtenValue", { said, meant }) },
    ],
    text: t("task.echo.text"),
    buttons: [choose(first), choose(second), otherDay(reader, carried)],
  });
}

/** Who leads is not clear: near names to choose from, or the form with everybody. */
export function whichLeadCard(reader: Member, said: string, leads: readonly Lead[], carried: Carried): Card {
  const { t } = reader;
  return card(leads.length > 0 ? "task.lead.near" : "task.lead.unknown", t("task.lead.title"), {
    facts: [{ label: t("task.date.written"), value: t("task.said", { said: clip(said, 80) }) }],
    text: t(leads.length > 0 ? "task.lead.near" : "task.lead.unknown"),
    buttons: [
      ...distinct(reader, leads).map(({ label, lead }) => ({ label, wish: wish("task.new", { ...carried, lead: writeLead(lead) }) })),
      { label: t("task.lead.other"), wish: wish("task.new", { ...carried, ask: "all" }) },
    ],
  });
}

/** Two names that read alike once they are cut are told apart by their place in the row. */
function distinct(reader: Member, leads: readonly Lead[]): readonly { readonly label: string; readonly lead: Lead }[] {
  const labels = leads.map((lead) => clip(leadName(reader, lead), 28));
  return leads.map((lead, n) => ({
    lead,
    label: labels.filter((it) => it === labels[n]).length > 1 ? clip(`${n + 1} · ${leadName(reader, lead)}`, 28) : (labels[n] ?? ""),
  }));
}

/** A day nobody can read, or one that is over: the rest is kept. */
export function unreadableCard(reader: Member, said: string, fault: string, carried: Carried): Card {
  const { t } = reader;
  return card("task.date.bad", t("bad.title"), {
    facts: [{ label: t("task.date.written"), value: t("task.said", { said }) }],
    text: t("bad.notStored", { reason: fault }),
    buttons: [otherDay(reader, carried), cancel(reader)],
  });
}

/** The task is there: who hears of it, and whom no chat reaches. */
export function createdCard(reader: Member, sight: TaskSight, told: readonly Person[], unreachable: readonly Person[]): Card {
  const { t } = reader;
  const { task } = sight;
  const { what, due, lead, inCharge, origin } = taskFacts(reader, sight);
  const names = [...new Set(unreachable.map((person) => personName(reader, person)))].join(", ");
  const state = told.length === 0 ? "nobody" : unreachable.length === told.length ? "unreachable" : told.length === 1 ? "one" : "all";
  return card("task.created", t("task.created.title", { task: taskCode(task) }), {
    facts: [what, lead, inCharge, due, origin, names === "" ? undefined : { label: t("task.created.unreachable"), value: names }],
    text: t("task.created.text", { state }),
    buttons: [openButton(reader, task), act(reader, "task.new"), act(reader, "task.list")],
  });
}

export const openButton = (reader: Pick<Member, "t">, task: Pick<Task, "id" | "number" | "title">): Button =>
  press(reader, task, reader.t("task.label.open"), wish("task.show", { task: task.id }));
