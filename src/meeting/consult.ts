// What the council groups say about the day of a workshop (D2): whom to ask, how far it is, until when.

import type { View } from "../ports.ts";
import { byPosition } from "../reader.ts";
import type { Account, Ladder, Organisation, Person } from "../roster/model.ts";
import { accountsFor } from "../roster/reach.ts";
import { addDays, type Day, dayOf } from "../time.ts";
import { inviteList, receiving, takesMessages } from "./invite.ts";
import type { Consent, ConsentAnswer, Meeting } from "./model.ts";

export interface Group {
  readonly organisation: Organisation;
  /** Who speaks for the group; absent where the roster names nobody. */
  readonly spokesperson: Person | undefined;
  /** Through which the spokesperson is asked: their own, or their secretariat's. */
  readonly account: Account | undefined;
  readonly consent: Consent | undefined;
}

/** The council groups; the groups without full status are not asked until the office decides about them (D16). */
const asked = "politics_council";

/** Every confirmed council group with its answer, in the order of the roster. */
export async function groupsOf(view: View, meeting: Meeting): Promise<readonly Group[]> {
  const organisations = await view.find("Organisation", { category: asked, status: "confirmed" });
  if (organisations.length === 0) return [];
  const ids = organisations.map((organisation) => organisation.id);
  const seats = await view.find("Seat", { organisationId: ids });
  const holdings = seats.length > 0 ? await view.find("Holding", { seatId: seats.map((seat) => seat.id) }) : [];
  const consents = await view.find("Consent", { meetingId: meeting.id });
  const people = await view.find("Person", {});
  const candidates = people.filter((person) => person.organisationId !== null && ids.includes(person.organisationId));
  const accounts = await accountsFor(
    view,
    candidates.map((person) => person.id),
  );
  return [...organisations].sort(byPosition).map((organisation) => {
    const consent = consents.find((it) => it.organisationId === organisation.id);
    const { invitees } = inviteList({ organisations: [organisation], seats, people, holdings, accounts }, meeting.day);
    const named = candidates.find((person) => person.organisationId === organisation.id && person.roles.includes("spokesperson"));
    const spokesperson = people.find((person) => person.id === consent?.personId) ?? named ?? invitees[0]?.person;
    return { organisation, spokesperson, account: spokesperson && receiving(accounts, spokesperson.id), consent };
  });
}

/** Of whom a secretariat's card speaks; undefined for the spokesperson's own. */
export async function spokenFor(view: View, reader: Pick<Person, "id">, { personId }: Pick<Consent, "personId">): Promise<Person | undefined> {
  return reader.id === personId ? undefined : (await view.find("Person", { id: personId }))[0];
}

export const answerOf = ({ consent }: Group): ConsentAnswer => consent?.answer ?? "none";
export const hasBegun = (groups: readonly Group[]): boolean => groups.some(({ consent }) => consent !== undefined);
export const agreed = (groups: readonly Group[]): readonly Group[] => groups.filter((it) => answerOf(it) === "yes");
/** Asked in a chat that takes messages, and not answered yet. */
export const silentGroups = (groups: readonly Group[]): readonly Group[] => groups.filter((it) => it.consent !== undefined && answerOf(it) === "none");
export const canBeAsked = ({ spokesperson, account }: Group): boolean => spokesperson !== undefined && takesMessages(account);

/** Whether the invitation needs a reason (D2): a workshop without the consent of every council group. */
export const needsReason = (meeting: Pick<Meeting, "kind" | "consultReason">, groups: readonly Group[]): boolean =>
  meeting.kind === "workshop" && meeting.consultReason === null && agreed(groups).length < groups.length;

/** Until when the groups are asked to answer: by the ladder; asked later than that, within a week, always before the meeting. */
export function consultBy(meeting: Pick<Meeting, "day">, askedAt: Date, ladder: Pick<Ladder, "consult">, zone: string): Day {
  const askedOn = dayOf(askedAt, zone);
  const planned = addDays(meeting.day, -ladder.consult);
  if (planned > askedOn) return planned;
  const week = addDays(askedOn, 7);
  return week < meeting.day ? week : addDays(meeting.day, -1);
}

/** The matter of a group's answer: one live card in the spokesperson's chat. */
export const consultMatter = (meetingId: string, organisationId: string): string => `consult:${meetingId}:${organisationId}`;
/** The matter of the consultation as a whole: the office's live card of the draft, which counts the answers. */
export const meetingMatter = (meetingId: string): string => `meeting:${meetingId}`;
