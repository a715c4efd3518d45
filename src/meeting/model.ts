// A meeting, its agenda, its deadlines and what the council groups said about its day.
import type { Clock, Day } from "../time.ts";

export type MeetingKind = "regular" | "workshop";
export type MeetingState = "draft" | "invited" | "cancelled";

export interface Meeting {
  readonly id: string;
  readonly allianceId: string;
  readonly kind: MeetingKind;
  readonly state: MeetingState;
  readonly day: Day;
  readonly start: Clock;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  /** Rises when the meeting moves to another day: answers to an earlier edition are asked again. */
  readonly edition: number;
  /** Rises with every change that calendars must hear of (RFC 5545 SEQUENCE). */
  readonly sequence: number;
  readonly invitationOn: Day;
  readonly replyBy: Day;
  readonly talksBy: Day;
  readonly questionsBy: Day;
  readonly documentsBy: Day;
  readonly invitedAt: Date | null;
  readonly cancelNote: string | null;
  /** Why the office invited before all council groups had answered (D2). */
  readonly consultReason: string | null;
  readonly createdAt: Date;
}

export interface AgendaItem {
  readonly id: string;
  readonly allianceId: string;
  readonly meetingId: string;
  readonly position: number;
  /** "1", "3.2"; empty for an unnumbered block. */
  readonly number: string;
  /** opening, keynote, projects, qa, next_steps, get_together, working_groups */
  readonly key: string;
  readonly titleDe: string;
  readonly titleEn: string;
  readonly minutes: number;
}

export type ConsentAnswer = "none" | "yes" | "no" | "unclear";

/** What a council group's spokesperson said about the day of a workshop (D2). */
export interface Consent {
  readonly meetingId: string;
  readonly organisationId: string;
  readonly allianceId: string;
  readonly personId: string;
  readonly answer: ConsentAnswer;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
}
