// Replies of the invited, the seats of an organisation at a meeting, and its waiting list.
import type { Clock, Day } from "../time.ts";

/**
 * accepted (with `from`, `until` or `except`: in part), substitute, declined, undecided, none,
 * waiting (accepted without a free seat), offered (a seat became free less than 24 hours before).
 */
export type ReplyState = "none" | "accepted" | "substitute" | "declined" | "undecided" | "waiting" | "offered";

/** asked: may answer in a messenger · unreachable: has no account, not yet confirmed · refused: cannot come, the seat is with the organisation again. */
export type SubstituteState = "asked" | "unreachable" | "confirmed" | "refused";

/** How an answer came: by the person's own hand, or to the office. */
export type Via = "self" | "phone" | "email" | "letter" | "in_person" | "bot";

/** One row for each person invited to a meeting. */
export interface Reply {
  readonly meetingId: string;
  readonly personId: string;
  readonly allianceId: string;
  readonly organisationId: string;
  readonly state: ReplyState;
  readonly invitedAt: Date;
  readonly answeredAt: Date | null;
  /** Who entered it: the person, somebody of the office, or null where the bot moved it up. */
  readonly actorId: string | null;
  readonly via: Via;
  readonly from: Clock | null;
  readonly until: Clock | null;
  /** Keys of agenda items the person leaves out. */
  readonly except: readonly string[];
  /** The substitute, by id where the roster knows the person. */
  readonly substituteId: string | null;
  readonly substituteName: string | null;
  readonly substituteState: SubstituteState | null;
  readonly substituteAskedAt: Date | null;
  /** Place in the waiting list follows from this instant. */
  readonly waitingSince: Date | null;
  readonly offeredUntil: Date | null;
  /** When the undecided want to be asked again. */
  readonly askOn: Day | null;
  /** The edition of the meeting that was answered. */
  readonly edition: number;
  /** After a move to another day the seat stays reserved for the earlier answer until the reply deadline. */
  readonly reserved: boolean;
  /** How many nudges the person got; never more than two. */
  readonly nudges: number;
}

/** How many seats an organisation has at a meeting; the row every answer of the organisation locks. */
export interface Quota {
  readonly meetingId: string;
  readonly organisationId: string;
  readonly allianceId: string;
  readonly seats: number;
}

/** What an answer of somebody else needs to know of a reply that takes a seat. */
export type Taken = Pick<Reply, "personId" | "state" | "substituteName">;

/**
 * What an answer is decided on: the organisation's quota, every reply that takes a seat, the waiting list in order.
 * Other replies of the organisation are not in it.
 */
export interface SeatTable<T extends Taken = Taken> {
  readonly seats: number;
  readonly taken: readonly T[];
  readonly waiting: readonly Reply[];
}
