// Questions ahead of the round, what was answered to them, who supports them, and the round itself.
import type { Via } from "../rsvp/model.ts";
import type { Day } from "../time.ts";

/**
 * received → admitted, merged (into another question) or rejected → assigned (the organisation asked has been told) → answeredBefore, answered (in the
 * meeting) or owed (in writing) → closed; withdrawn by whoever asked.
 */
export type QuestionState = "received" | "admitted" | "merged" | "rejected" | "assigned" | "answeredBefore" | "answered" | "owed" | "closed" | "withdrawn";

/** The published rules a question can be refused by. */
export const refusalRules = ["noQuestion", "offTopic", "private", "dignity", "asked"] as const;
export type RefusalRule = (typeof refusalRules)[number];

/** F-7. Of a question asked without a name nothing here, and no row anywhere, leads to the person: no seat, no group, no day, no gesture. */
export interface Question {
  readonly id: string;
  readonly allianceId: string;
  readonly meetingId: string;
  readonly number: number;
  readonly named: boolean;
  /** Who asks, for which organisation and seat, on which day; all null without a name. */
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly seatId: string | null;
  readonly askedOn: Day | null;
  /** Who entered it and how; null without a name. */
  readonly actorId: string | null;
  readonly via: Via | null;
  readonly text: string;
  readonly background: string | null;
  /** The organisation asked. */
  readonly toId: string;
  readonly objectiveId: string | null;
  readonly state: QuestionState;
  /** What it was before the round called it. */
  readonly before: QuestionState | null;
  /** After the deadline: the office decides whether it is taken. */
  readonly late: boolean;
  /** The question it was merged into. */
  readonly intoId: string | null;
  /** Whoever asked has agreed to the merging, or wants the office to look again. */
  readonly said: "agreed" | "again" | null;
  readonly rule: RefusalRule | null;
  readonly hint: string | null;
  /** When the office admitted it: the organisation asked hears of it in one message with the others. */
  readonly admittedOn: Day | null;
  /** The question it adds to, asked in the round. */
  readonly supplementTo: string | null;
  /** Its place in the round, counted from 1, where the office has moved it by hand. */
  readonly place: number | null;
  /** What is kept of the receipt of a question without a name: only its keyed hash. */
  readonly receipt: string | null;
}

/** One version of a written answer; the last counts, the earlier ones stay to be read. */
export interface Answer {
  readonly questionId: string;
  readonly edition: number;
  readonly allianceId: string;
  readonly organisationId: string;
  readonly personId: string | null;
  readonly text: string;
  readonly on: Day;
}

/** Somebody supports a question; a person once, whatever account they use. */
export interface Vote {
  readonly questionId: string;
  readonly personId: string;
  readonly allianceId: string;
}

/** A question's worth of a seat's limit that is used up. Its hash is keyed and names neither seat nor question, and it goes with the end of the round. */
export interface Token {
  readonly hash: string;
  readonly allianceId: string;
  readonly meetingId: string;
}

/** What somebody without the right to ask wants the office to know (D26). */
export interface Note {
  readonly id: string;
  readonly allianceId: string;
  readonly meetingId: string;
  readonly personId: string;
  readonly text: string;
  readonly on: Day;
  readonly done: boolean;
}

export type RoundOrder = "rotation" | "addressee" | "objective" | "support";
export const roundOrders: readonly RoundOrder[] = ["rotation", "addressee", "objective", "support"];

/** What an alliance has decided about questions; absent, the usual rules hold. */
export interface QuestionRules {
  readonly allianceId: string;
  readonly perSeat: number;
  /** Supplementary questions to one question in the round. */
  readonly supplements: number;
  /** Whether everybody sees how many support a question before the round begins. */
  readonly showSupport: boolean;
  readonly order: RoundOrder;
}

export const usualRules = (allianceId: string): QuestionRules => ({ allianceId, perSeat: 2, supplements: 1, showSupport: true, order: "rotation" });

export type Intake = "open" | "paused" | "closed";

/** Intake and round of one meeting; absent, the intake is open and nothing has begun. */
export interface Round {
  readonly meetingId: string;
  readonly allianceId: string;
  readonly intake: Intake;
  readonly state: "none" | "running" | "paused" | "ended";
  readonly currentId: string | null;
  /** Questions called later, in the order in which they were put off. */
  readonly later: readonly string[];
  /** The steps so far, as JSON text, so that each can be taken back. */
  readonly past: string | null;
}

export const noRound = (meeting: { readonly id: string; readonly allianceId: string }): Round => ({
  meetingId: meeting.id,
  allianceId: meeting.allianceId,
  intake: "open",
  state: "none",
  currentId: null,
  later: [],
  past: null,
});
