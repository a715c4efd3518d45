// From a gesture about questions to what it works on: the meeting's ledger, who may ask for which seat, who may answer, and why not.
import { type Card, card } from "../card.ts";
import type { Known } from "../command.ts";
import { missingMeeting, staleCard } from "../help/cards.ts";
import { act } from "../help/pieces.ts";
import { goneCard } from "../meeting/cards.ts";
import type { Meeting } from "../meeting/model.ts";
import { type Outcome, refuse } from "../outcome.ts";
import { byPosition } from "../reader.ts";
import type { Organisation, Person } from "../roster/model.ts";
import { isOrganiser, isValid, rightsOf } from "../roster/rules.ts";
import { wish } from "../wish.ts";
import { type Ledger, ledgerOf } from "./ledger.ts";
import type { Question } from "./model.ts";
import { findQuestion } from "./parts.ts";

export const looks = { meeting: "wanted", hold: "none" } as const;
export const holds = { meeting: "wanted", hold: "meeting" } as const;

/** The ledger of the meeting on the desk, or why there is none. Drafts are the office's own. */
export async function ledgerHeld(context: Known): Promise<Ledger | { readonly outcome: Outcome }> {
  const { desk, person, alliance } = context;
  const drafted = desk.meeting?.state === "draft" && !isOrganiser(person);
  const meeting = desk.meeting && !drafted ? desk.meeting : await lastOf(context);
  if (!meeting) return { outcome: missingMeeting(context, wish("question.list")) };
  if (meeting.state === "cancelled") return { outcome: refuse("cancelled", goneCard(context, meeting)) };
  return (await ledgerOf(desk, meeting, alliance)) ?? { outcome: refuse("no_questions", noneCard(context)) };
}

/** Where none is to come, answers and what is still owed are read of the last one. It is not held: nothing of it changes without its own buttons. */
async function lastOf({ desk, now }: Known): Promise<Meeting | undefined> {
  const over = (await desk.find("Meeting", { state: "invited", kind: "regular" })).filter(({ endsAt }) => endsAt <= now);
  return over.reduce<Meeting | undefined>((last, it) => (last && last.startsAt >= it.startsAt ? last : it), undefined);
}

/** A workshop has no item for questions. */
const noneCard = (context: Known): Card =>
  card("question.none", context.t("question.none.title"), {
    text: context.t("question.none.text"),
    buttons: [act(context, "meeting.show"), act(context, "help.show")],
  });

export interface HeldQuestion {
  readonly ledger: Ledger;
  readonly question: Question;
}

/** One question of the meeting on the desk, by id or number. */
export async function questionHeld(context: Known, said: string | undefined): Promise<HeldQuestion | { readonly outcome: Outcome }> {
  const ledger = await ledgerHeld(context);
  if ("outcome" in ledger) return ledger;
  const found = said === undefined ? undefined : await findQuestion(context.desk, said);
  const question = ledger.questions.find(({ id }) => id === found?.id);
  return question ? { ledger, question } : { outcome: refuse("stale", staleCard(context)) };
}

/** Whoever may ask, and the seat whose limit it counts against. */
export interface Asker {
  readonly person: Person;
  readonly organisation: Organisation;
  readonly seatId: string;
}

/** The sender, whom they come in place of, or the people whose secretariat they are: those of them who have a seat with the right to ask. */
export async function askersOf(context: Known): Promise<readonly Asker[]> {
  const { desk, person, today } = context;
  const assigned = await desk.find("StandIn", { actorId: person.id });
  const standing = desk.meeting ? await desk.find("Reply", { meetingId: desk.meeting.id, substituteId: person.id, substituteState: "confirmed" }) : [];
  const ids = [person.id, ...assigned.map(({ personId }) => personId), ...standing.map(({ personId }) => personId)];
  const holdings = (await desk.find("Holding", { personId: ids, kind: "holder" })).filter((it) => isValid(it, today)).sort(byPosition);
  if (holdings.length === 0) return [];
  const seats = await desk.find("Seat", { id: holdings.map(({ seatId }) => seatId) });
  const organisations = await desk.find("Organisation", { id: [...new Set(seats.map(({ organisationId }) => organisationId))] });
  const people = await desk.find("Person", { id: [...new Set(holdings.map(({ personId }) => personId))] });
  const found = holdings.flatMap(({ personId, seatId }): Asker[] => {
    const organisation = organisations.find(({ id }) => id === seats.find((seat) => seat.id === seatId)?.organisationId);
    // Whoever comes in somebody's place asks as themselves, for that person's seat.
    const inPlace = standing.some((reply) => reply.personId === personId);
    const asks = inPlace ? person : people.find(({ id }) => id === personId);
    return organisation && asks && rightsOf(organisation).ask ? [{ person: asks, organisation, seatId }] : [];
  });
  // The own seat first, each person once.
  const first = (it: Asker): number => (it.person.id === person.id ? 0 : 1);
  return found.filter((it, index) => found.findIndex((other) => other.person.id === it.person.id) === index).sort((a, b) => first(a) - first(b));
}

/** Organisations for which the sender may answer, themselves or as a secretariat; for the office also those asked that have lost the right since. */
export async function answeringFor(context: Known, { organisations, questions }: Pick<Ledger, "organisations" | "questions">): Promise<readonly string[]> {
  const { desk, person, today } = context;
  const office = isOrganiser(person);
  const answering = organisations.filter((it) => rightsOf(it).answer || (office && questions.some(({ toId }) => toId === it.id)));
  if (office) return answering.map(({ id }) => id);
  const assigned = await desk.find("StandIn", { actorId: person.id });
  const holdings = (await desk.find("Holding", { personId: [person.id, ...assigned.map(({ personId }) => personId)] })).filter((it) => isValid(it, today));
  const seats = holdings.length > 0 ? await desk.find("Seat", { id: holdings.map(({ seatId }) => seatId) }) : [];
  const own = new Set(seats.map(({ organisationId }) => organisationId));
  return answering.filter(({ id }) => own.has(id)).map(({ id }) => id);
}

/** Whether the sender asked this question, or is the secretariat of whoever did. Nobody has asked one without a name. */
export async function isOwn(context: Known, { personId }: Question): Promise<boolean> {
  if (personId === null) return false;
  return personId === context.person.id || (await context.desk.find("StandIn", { actorId: context.person.id, personId })).length > 0;
}
