// Everything that is stored about one person, read in one place for the card and for the file they may take away.
import type { Meeting } from "../meeting/model.ts";
import type { Delivery, Pause, Trail } from "../notice/model.ts";
import type { View } from "../ports.ts";
import type { Answer, Note, Question, Vote } from "../question/model.ts";
import type { AccessCode, Account, Guest, Holding, Organisation, Person, StandIn } from "../roster/model.ts";
import type { Reply } from "../rsvp/model.ts";
import type { Talk } from "../speaker/model.ts";
import type { Task } from "../task/model.ts";

export interface OwnData {
  readonly person: Person;
  readonly organisation: Organisation | undefined;
  readonly holdings: readonly Holding[];
  /** Both ways: whom the person answers for, and who answers for them. */
  readonly standIns: readonly StandIn[];
  readonly accounts: readonly Account[];
  readonly pause: Pause | undefined;
  /** The newest meeting first. */
  readonly replies: readonly { readonly reply: Reply; readonly meeting: Meeting | undefined }[];
  /** Replies of others that name the person as the one who comes. */
  readonly standingIn: readonly Reply[];
  readonly guestAt: readonly Guest[];
  readonly codes: readonly AccessCode[];
  readonly tasks: readonly Task[];
  readonly talks: readonly Talk[];
  /** With their name; of those without one nobody can tell whose they are. */
  readonly questions: readonly Question[];
  readonly answers: readonly Answer[];
  readonly votes: readonly Vote[];
  readonly notes: readonly Note[];
  readonly deliveries: readonly Delivery[];
  readonly trail: readonly Trail[];
}

/** Undefined where nobody of that id is in the alliance. */
export async function ownData(view: View, personId: string): Promise<OwnData | undefined> {
  const [person] = await view.find("Person", { id: personId });
  if (!person) return undefined;
  const mine = { personId };
  const replies = await view.find("Reply", mine);
  const meetings = replies.length > 0 ? await view.find("Meeting", { id: replies.map(({ meetingId }) => meetingId) }) : [];
  const dated = replies.map((reply) => ({ reply, meeting: meetings.find(({ id }) => id === reply.meetingId) }));
  return {
    person,
    organisation: person.organisationId ? (await view.find("Organisation", { id: person.organisationId }))[0] : undefined,
    holdings: await view.find("Holding", mine),
    standIns: [...(await view.find("StandIn", mine)), ...(await view.find("StandIn", { actorId: personId }))],
    accounts: await view.find("Account", mine),
    pause: (await view.find("Pause", mine))[0],
    replies: dated.sort((a, b) => (b.meeting?.startsAt.getTime() ?? 0) - (a.meeting?.startsAt.getTime() ?? 0)),
    standingIn: await view.find("Reply", { substituteId: personId }),
    guestAt: await view.find("Guest", mine),
    codes: await view.find("AccessCode", mine),
    tasks: await tasksOf(view, personId),
    talks: await view.find("Talk", mine),
    questions: [...(await view.find("Question", mine))].sort((a, b) => a.number - b.number),
    answers: await view.find("Answer", mine),
    votes: await view.find("Vote", mine),
    notes: await view.find("Note", mine),
    deliveries: await view.find("Delivery", mine),
    trail: [...(await view.find("Trail", mine)), ...(await view.find("Trail", { actorId: personId })).filter((line) => line.personId !== personId)],
  };
}

/** Tasks the person is in charge of, was offered, offered, or asked more time for. */
export async function tasksOf(view: View, personId: string): Promise<readonly Task[]> {
  const found = new Map<string, Task>();
  for (const column of ["personId", "offeredToId", "offeredById", "askedById"] as const)
    for (const task of await view.find("Task", { [column]: personId })) found.set(task.id, task);
  return [...found.values()].sort((a, b) => a.number - b.number);
}

/** The same as JSON text; ids of others, hashes and addresses inside a messenger say nothing to the person and are left out. */
export function asJson(it: OwnData): string {
  const { id: _id, allianceId: _alliance, organisationId: _organisation, ...person } = it.person;
  return `${JSON.stringify(
    {
      person: { ...person, organisation: it.organisation?.nameDe ?? null },
      seats: it.holdings.map(({ kind, position, verified, validFrom, validTo }) => ({ kind, position, verified, validFrom, validTo })),
      accounts: it.accounts.map(({ messenger, tenant, user, linkedAt, receives, reachable }) => ({ messenger, tenant, user, linkedAt, receives, reachable })),
      quietTime: it.pause ? { until: it.pause.until, messages: it.pause.to } : null,
      replies: it.replies.map(({ reply, meeting }) => ({ meeting: meeting?.day ?? null, ...written(reply) })),
      comesFor: it.standingIn.map((reply) => ({ state: reply.substituteState, askedAt: reply.substituteAskedAt })),
      secretariat: it.standIns.length,
      guestAt: it.guestAt.map(({ item }) => item),
      tasks: it.tasks.map(({ number, title, state, due, percent }) => ({ number, title, state, due, percent })),
      talks: it.talks.map(({ title, about, kind, minutes, coSpeaker, slides, link, needs, state, requestedAt }) => ({
        ...{ title, about, kind, minutes, coSpeaker, slides, link, needs, state, requestedAt },
      })),
      questions: it.questions.map(({ number, text, background, askedOn, state, rule, hint }) => ({ number, text, background, askedOn, state, rule, hint })),
      answers: it.answers.map(({ edition, text, on }) => ({ edition, text, on })),
      questionsSupported: it.votes.length,
      notesToTheOffice: it.notes.map(({ text, on, done }) => ({ text, on, done })),
      accessCodes: it.codes.map(({ createdAt, expiresAt, usedAt, revokedAt }) => ({ createdAt, expiresAt, usedAt, revokedAt })),
      messages: it.deliveries.map(({ kind, state, reason, createdAt, sentAt }) => ({ kind, state, reason, createdAt, sentAt })),
      history: it.trail.map(({ at, via, what, before, after }) => ({ at, via, what, before, after })),
    },
    undefined,
    2,
  )}\n`;
}

function written({ state, invitedAt, answeredAt, via, from, until, except, substituteName, substituteState, askOn, nudges }: Reply) {
  return { state, invitedAt, answeredAt, via, from, until, except, substituteName, substituteState, askOn, reminders: nudges };
}
