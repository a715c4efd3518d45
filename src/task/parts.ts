// What everything about tasks shares: their number, how they are found and read, who is concerned, and the rows cards show.
import type { Button, Fact } from "../card.ts";
import { clip } from "../help/pieces.ts";
import type { AgendaItem, Meeting } from "../meeting/model.ts";
import type { View } from "../ports.ts";
import { type Member, nameIn, organisationName, type Reader } from "../reader.ts";
import type { Organisation, Person } from "../roster/model.ts";
import { isValid } from "../roster/rules.ts";
import { meetingName } from "../rsvp/parts.ts";
import { type Day, showDay } from "../time.ts";
import type { Wish } from "../wish.ts";
import { taskNumberIn } from "../words/task-number.ts";
import type { Task } from "./model.ts";
import { refusers } from "./trail.ts";

/** "A-3" */
export const taskCode = ({ number }: Pick<Task, "number">): string => `A-${number}`;
/** "A-3: Flyer abstimmen", short enough for a title. */
export const taskName = (task: Pick<Task, "number" | "title">): string => clip(`${taskCode(task)}: ${task.title}`, 60);

/** One live card for those responsible, one for the office. */
export const taskMatter = (id: string): string => `task:${id}`;
export const officeMatter = (id: string): string => `task-office:${id}`;

/** By id, as buttons carry it, or by number, as people type it. */
export async function findTask(view: View, text: string): Promise<Task | undefined> {
  const said = text.trim();
  const [byId] = await view.find("Task", { id: said });
  const number = byId ? undefined : taskNumberIn(said);
  return number === undefined ? byId : (await view.find("Task", { number }))[0];
}

/** Who holds the seats of an organisation now, each once; with `substitutes` those named for them too. */
export async function delegatesOf(view: View, organisationId: string, today: Day, substitutes?: "substitutes"): Promise<readonly string[]> {
  const seats = await view.find("Seat", { organisationId });
  const holdings = seats.length > 0 ? await view.find("Holding", { seatId: seats.map(({ id }) => id) }) : [];
  const valid = holdings.filter((it) => (it.kind === "holder" || substitutes !== undefined) && isValid(it, today));
  return [...new Set(valid.map(({ personId }) => personId))].sort();
}

/** Everything a card about a task names, read in one place. */
export interface TaskSight {
  readonly task: Task;
  readonly lead: Organisation | undefined;
  readonly involved: readonly Organisation[];
  readonly people: readonly Person[];
  readonly organisations: readonly Organisation[];
  readonly meeting: Meeting | undefined;
  readonly item: AgendaItem | undefined;
  /** Who may accept, as long as nobody has. */
  readonly delegates: readonly string[];
  /** Who has said no to it since it was last offered. */
  readonly refused: readonly string[];
}

export async function taskSight(view: View, reader: Pick<Reader, "today">, task: Task): Promise<TaskSight> {
  const refused = task.personId === null ? await refusers(view, task) : [];
  const named = [...refused, task.personId, task.askedById, task.offeredToId, task.offeredById].filter((id) => id !== null);
  const people = named.length > 0 ? await view.find("Person", { id: [...new Set(named)] }) : [];
  const ids = [task.organisationId, ...task.involved, ...people.flatMap(({ organisationId }) => organisationId ?? [])];
  const organisations = await view.find("Organisation", { id: [...new Set(ids)] });
  const [meeting] = task.meetingId === null ? [] : await view.find("Meeting", { id: task.meetingId });
  const [item] = meeting && task.item !== null ? await view.find("AgendaItem", { meetingId: meeting.id, key: task.item }) : [];
  return {
    task,
    lead: organisations.find(({ id }) => id === task.organisationId),
    involved: task.involved.flatMap((id) => organisations.find((it) => it.id === id) ?? []),
    people,
    organisations,
    meeting,
    item,
    refused,
    delegates: task.personId === null ? await delegatesOf(view, task.organisationId, reader.today) : [],
  };
}

/** "in Arbeit, 50 Prozent": the state in words, as it stands in every card and list. */
export function stateOf({ t }: Pick<Reader, "t">, { state, percent }: Pick<Task, "state" | "percent">): string {
  const word = t("work.state", { state });
  return percent !== null && (state === "inProgress" || state === "blocked") ? t("work.statePercent", { state: word, percent }) : word;
}

interface TaskFacts {
  readonly what: Fact;
  readonly due: Fact;
  /** The lead organisation and those involved. */
  readonly lead: Fact;
  /** Who is in charge; absent while nobody is. */
  readonly inCharge: Fact | undefined;
  /** Where it was agreed; absent where nobody said. */
  readonly origin: Fact | undefined;
  readonly state: Fact;
  readonly standing: Fact | undefined;
  readonly delay: Fact | undefined;
  readonly outcome: Fact | undefined;
  readonly hint: Fact | undefined;
}

/** The rows about a task, each under its name: a card takes those it needs. */
export function taskFacts(reader: Member, sight: TaskSight): TaskFacts {
  const { t, lang } = reader;
  const { task, lead, involved, meeting, item } = sight;
  const names = involved.map((it) => organisationName(reader, it)).join(", ");
  const leading = lead ? organisationName(reader, lead) : "–";
  const told = (label: "work.standing" | "work.delay" | "work.outcome" | "work.hint", value: string | null): Fact | undefined =>
    value ? { label: t(label), value } : undefined;
  return {
    what: { label: t("work.what"), value: task.title },
    due: { label: t("work.due"), value: showDay(task.due, lang) },
    lead: { label: t("work.lead"), value: names === "" ? leading : t("work.leadInvolved", { lead: leading, involved: names }) },
    inCharge: task.personId === null ? undefined : { label: t("work.inCharge"), value: nameIn(reader, sight, task.personId) },
    origin: meeting && { label: t("work.origin"), value: originOf(reader, meeting, item) },
    state: { label: t("fact.state"), value: stateOf(reader, task) },
    standing: told("work.standing", task.standing),
    delay: told("work.delay", task.delay),
    outcome: told("work.outcome", task.outcome),
    hint: told("work.hint", task.hint),
  };
}

export function originOf(reader: Member, meeting: Meeting, item: AgendaItem | undefined): string {
  const name = meetingName(reader, meeting);
  if (!item) return name;
  const title = reader.lang === "de" ? item.titleDe : item.titleEn;
  return reader.t("work.originItem", { meeting: name, item: item.number ? reader.t("rsvp.item", { number: item.number, title }) : title });
}

/** A button about a task, read aloud with its number and title. */
export const press = ({ t }: Pick<Reader, "t">, task: Pick<Task, "number" | "title">, label: string, it: Wish): Button => ({
  label,
  hears: clip(t("button.hears", { label, meeting: `${taskCode(task)}: ${task.title}` }), 75),
  wish: it,
});
