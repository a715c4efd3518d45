// Everything a card about one reply shows, read in one place for commands and for messages sent later.
import type { AgendaItem, Meeting } from "../meeting/model.ts";
import type { View } from "../ports.ts";
import { byPosition, type Member, organisationName, personName, type Viewer } from "../reader.ts";
import type { Organisation, Person } from "../roster/model.ts";
import type { Reply, SeatTable } from "./model.ts";
import { takesSeat } from "./rules.ts";

export interface Situation {
  readonly meeting: Meeting;
  readonly reply: Reply;
  /** The person invited. */
  readonly whose: Person;
  readonly organisation: Organisation | undefined;
  readonly seats: SeatTable | undefined;
  /** Who holds the organisation's seats, by name; read only where somebody waits. */
  readonly holders: readonly string[];
  /** The left-out items; read only where some are. */
  readonly except: readonly AgendaItem[];
  /** Everybody with an answer that counts, for the same organisation, is shown a place only if the organisation has more members than seats. */
  readonly contested: boolean;
}

/** The matter of a person's reply, and of the substitute's part in it: one live card each. */
export const replyMatter = (meetingId: string, personId: string): string => `rsvp:${meetingId}:${personId}`;
export const standinMatter = (meetingId: string, personId: string): string => `standin:${meetingId}:${personId}`;
export const overviewMatter = (meetingId: string): string => `replies:${meetingId}`;

/** The seats of one organisation; true only while the meeting or the organisation's quota is held. */
export async function seatTable(view: View, meetingId: string, organisationId: string): Promise<SeatTable<Reply>> {
  const [quota] = await view.find("Quota", { meetingId, organisationId });
  const replies = await view.find("Reply", { meetingId, organisationId, state: ["accepted", "substitute", "offered", "waiting"] });
  const waiting = replies.filter((reply) => reply.state === "waiting");
  waiting.sort((a, b) => (a.waitingSince?.getTime() ?? 0) - (b.waitingSince?.getTime() ?? 0) || (a.personId < b.personId ? -1 : 1));
  return { seats: quota?.seats ?? 0, taken: replies.filter(takesSeat), waiting };
}

/** Reads only what the card for this state needs: where a gesture has opened the desk, an accepted whole meeting costs no query at all. */
export async function situation(
  view: View,
  reader: Viewer,
  known: {
    readonly meeting: Meeting;
    readonly reply: Reply;
    readonly whose: Person;
    readonly seats: SeatTable | undefined;
    readonly organisation?: Organisation | undefined;
  },
): Promise<Situation> {
  const { meeting, reply } = known;
  const organisation = known.organisation ?? (await view.find("Organisation", { id: reply.organisationId }))[0];
  const waits = reply.state === "waiting";
  const seats = known.seats ?? (waits ? await seatTable(view, meeting.id, reply.organisationId) : undefined);
  const holders = waits && seats ? await holderNames(view, reader, seats) : [];
  const agenda = reply.except.length > 0 ? await view.find("AgendaItem", { meetingId: meeting.id, key: reply.except }) : [];
  const members = reply.state === "undecided" && seats ? (await view.find("Reply", { meetingId: meeting.id, organisationId: reply.organisationId })).length : 0;
  return { ...known, organisation, seats, holders, except: [...agenda].sort(byPosition), contested: !!seats && members > seats.seats };
}

async function holderNames(view: View, reader: Member, seats: SeatTable): Promise<readonly string[]> {
  if (seats.taken.length === 0) return [];
  const people = await view.find("Person", { id: seats.taken.map((reply) => reply.personId) });
  return seats.taken
    .map((reply) => {
      if (reply.state === "substitute" && reply.substituteName) return reply.substituteName;
      const person = people.find((it) => it.id === reply.personId);
      return person ? personName(reader, person) : "–";
    })
    .sort((a, b) => a.localeCompare(b, "de"));
}

/** "Stellvertretung 1, IHK" */
export const substituteLabel = (reader: Member, { reply, organisation }: Situation): string =>
  [reply.substituteName ?? "", organisation ? organisationName(reader, organisation) : ""].filter((part) => part !== "").join(", ");
