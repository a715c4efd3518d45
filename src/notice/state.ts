// What is known of an alliance when messages of the bot's own accord are decided on, read from the store.
import type { Calendar } from "../calendar.ts";
import { takesMessages } from "../meeting/invite.ts";
import type { Meeting } from "../meeting/model.ts";
import type { View } from "../ports.ts";
import { itemKey } from "../question/ledger.ts";
import type { Question } from "../question/model.ts";
import { byPosition } from "../reader.ts";
import type { Alliance, Holding, Organisation, Seat } from "../roster/model.ts";
import { accountsFor, lenderOf } from "../roster/reach.ts";
import { isOrganiser, isValid } from "../roster/rules.ts";
import { isKeynote, keynoteOrganisation, keynoteOwing, unknownKeynote } from "../speaker/keynote.ts";
import type { Keynote } from "../speaker/model.ts";
import { active } from "../task/rules.ts";
import { addDays, at, type Day, dayOf } from "../time.ts";
import type { Delivery } from "./model.ts";
import type { Notice, NoticeState, OpenTask } from "./notice.ts";
import { remembered } from "./plan.ts";
import { planned } from "./rules.ts";

/** Asked in portions: a database takes so many values and no more. */
const atOnce = 500;

/** Meetings that began later than this may still owe somebody a message. */
const meetingsFrom = ({ ladder, zone }: Pick<Alliance, "ladder" | "zone">, now: Date): Date =>
  at(addDays(dayOf(now, zone), -remembered - ladder.minutes), "00:00", zone);

/** Nobody counts as unreachable yet, and nothing as owed: see `known`. */
export async function stateOf(view: View, alliance: Alliance, now: Date): Promise<NoticeState> {
  const today = dayOf(now, alliance.zone);
  const since = meetingsFrom(alliance, now);
  const meetings = (await view.find("Meeting", { state: "invited" })).filter((meeting) => meeting.startsAt > since);
  const replies = meetings.length > 0 ? await view.find("Reply", { meetingId: meetings.map((meeting) => meeting.id) }) : [];
  const talks = meetings.length > 0 ? await view.find("Talk", { meetingId: meetings.map((meeting) => meeting.id), state: ["programmed", "confirmed"] }) : [];
  const tasks = await openTasks(view);
  const everyOrganisation = await view.find("Organisation", {});
  const keynotes = await missingKeynotes(view, meetings, everyOrganisation);
  const questions = await waitingQuestions(view, meetings);
  const organisations = everyOrganisation.filter((organisation) => organisation.reviewOn !== null);
  const hearsOffice = organisations.length > 0 || tasks.length > 0 || questions.size > 0 || meetings.some((meeting) => meeting.day < today);
  const organisers = hearsOffice ? (await view.find("Person", {})).filter(isOrganiser) : [];
  const pauses = (await view.find("Pause", {})).filter((pause) => pause.until >= today);
  const seated = tasks.length > 0 || pauses.length > 0 || keynotes.length > 0 || [...questions.values()].some((some) => some.length > 0);
  return {
    alliance,
    meetings: meetings.map((meeting) => ({
      ...keynotes.filter(({ meetingId }) => meetingId === meeting.id).map((keynote) => ({ keynote }))[0],
      ...(questions.has(meeting.id) ? { questions: questions.get(meeting.id) ?? [] } : {}),
      meeting,
      replies: replies.filter((reply) => reply.meetingId === meeting.id),
      talks: talks.filter((talk) => talk.meetingId === meeting.id),
    })),
    tasks,
    organisations,
    organisers: organisers.map((person) => person.id).sort(),
    pauses: new Map(pauses.map((pause) => [pause.personId, pause])),
    ...(seated ? seating(await view.find("Seat", {}), await view.find("Holding", {}), today) : { members: () => [], substitutes: () => [] }),
    isReachable: () => true,
    done: new Set(),
  };
}

/** The keynotes of which something is still missing (D24). */
async function missingKeynotes(view: View, meetings: readonly Meeting[], organisations: readonly Organisation[]): Promise<readonly Keynote[]> {
  const organisation = keynoteOrganisation(organisations);
  const regular = meetings.filter(({ kind }) => kind === "regular");
  if (!organisation || regular.length === 0) return [];
  const ids = regular.map(({ id }) => id);
  const stored = await view.find("Keynote", { meetingId: ids, organisationId: organisation.id });
  const items = (await view.find("AgendaItem", { meetingId: ids })).filter(isKeynote);
  return regular
    .filter(({ id }) => items.some(({ meetingId }) => meetingId === id))
    .map((meeting) => stored.find(({ meetingId }) => meetingId === meeting.id) ?? unknownKeynote(meeting, organisation))
    .filter((keynote) => keynoteOwing(keynote).length > 0);
}

/** By meeting with an item for questions: those to check, and those to hand on. */
async function waitingQuestions(view: View, meetings: readonly Meeting[]): Promise<ReadonlyMap<string, readonly Question[]>> {
  const ids = meetings.filter(({ kind }) => kind === "regular").map(({ id }) => id);
  const items = ids.length > 0 ? await view.find("AgendaItem", { meetingId: ids, key: itemKey }) : [];
  const questions =
    items.length > 0 ? await view.find("Question", { meetingId: items.map(({ meetingId }) => meetingId), state: ["received", "admitted"] }) : [];
  return new Map(items.map(({ meetingId: id }) => [id, questions.filter(({ meetingId }) => meetingId === id)]));
}

async function openTasks(view: View): Promise<readonly OpenTask[]> {
  const tasks = await view.find("Task", { state: [...active, "reported"] });
  const touched = new Map(tasks.map((task) => [task.id, task.createdAt]));
  await inPortions([...touched.keys()], async (taskId) => {
    for (const { taskId: id, at: changed } of await view.find("Trail", { taskId }))
      if (id !== null && changed > (touched.get(id) ?? changed)) touched.set(id, changed);
  });
  return tasks.map((task) => ({ task, touchedAt: touched.get(task.id) ?? task.createdAt }));
}

/** Who holds a seat of an organisation, and who is named for whom, today. */
function seating(seats: readonly Seat[], holdings: readonly Holding[], today: Day): Pick<NoticeState, "members" | "substitutes"> {
  const organisationOf = new Map(seats.map((seat) => [seat.id, seat.organisationId]));
  const valid = [...holdings].filter((holding) => isValid(holding, today)).sort(byPosition);
  const of = (organisationId: string | undefined, kind: Holding["kind"]): readonly string[] => [
    ...new Set(valid.filter((it) => it.kind === kind && organisationOf.get(it.seatId) === organisationId).map(({ personId }) => personId)),
  ];
  return {
    members: (organisationId) => [...of(organisationId, "holder")].sort(),
    substitutes(personId) {
      const own = valid.filter((it) => it.personId === personId && it.kind === "holder").map(({ seatId }) => organisationOf.get(seatId));
      return [...new Set(own.flatMap((organisationId) => of(organisationId, "substitute")))].filter((id) => id !== personId);
    },
  };
}

interface Wanted {
  readonly calendar: Calendar;
  /** Which of the planned messages matter. */
  readonly concerns: (notice: Notice) => boolean;
  readonly until?: Date;
}

/** The same, and of the messages that matter which are owed already and who can be reached. */
export async function known(view: View, state: NoticeState, now: Date, { calendar, concerns, until = now }: Wanted): Promise<NoticeState> {
  const concerned = planned(state, now, calendar, until).filter(concerns);
  const done = await owedAlready(view, concerned);
  const people = concerned.filter(({ key }) => !done.has(key)).flatMap(({ personId }) => [personId, ...state.substitutes(personId)]);
  const own = new Set<string>();
  const lent = new Set<string>();
  await inPortions([...new Set(people)], async (some) => {
    for (const account of await accountsFor(view, some)) if (takesMessages(account)) (lenderOf(account) === undefined ? own : lent).add(account.personId);
  });
  return {
    ...state,
    done,
    // A secretariat's account is lent for what is about an invitation, and for nothing else.
    isReachable: ({ personId, matter }) => own.has(personId) || (lent.has(personId) && matter?.startsWith("rsvp:") === true),
  };
}

/** Which of these messages are owed already. */
export async function owedAlready(view: View, those: readonly Pick<Delivery, "key">[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  await inPortions(
    those.map(({ key }) => key),
    async (key) => {
      for (const delivery of await view.find("Delivery", { key })) found.add(delivery.key);
    },
  );
  return found;
}

async function inPortions(all: readonly string[], ask: (some: readonly string[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += atOnce) await ask(all.slice(from, from + atOnce));
}
