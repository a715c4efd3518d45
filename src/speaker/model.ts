// Talks for „Akteure stellen ihre Projekte und Aktivitäten vor“, and the programme they make.
import type { Via } from "../rsvp/model.ts";
import type { Clock } from "../time.ts";

/**
 * requested: registered, the minutes suffice so far · waiting: the minutes are taken · programmed: released · confirmed: by the speaker ·
 * declined: released, not this time · held · missed: called and not held · withdrawn.
 */
export type TalkState = "requested" | "waiting" | "programmed" | "confirmed" | "declined" | "held" | "missed" | "withdrawn";

export interface Talk {
  readonly id: string;
  readonly allianceId: string;
  readonly meetingId: string;
  readonly organisationId: string;
  /** Who speaks; whoever registers, or for whom the office does. */
  readonly personId: string;
  readonly title: string;
  readonly about: string;
  /** An initiative that exists, or a new project (D12). */
  readonly kind: "existing" | "new";
  readonly objectiveId: string | null;
  readonly minutes: number;
  /** Who speaks with them: name and organisation, as typed. */
  readonly coSpeaker: string | null;
  readonly slides: "yes" | "no" | null;
  /** Where the slides are; http or https. */
  readonly link: string | null;
  readonly needs: string | null;
  readonly state: TalkState;
  /** The office's decision in the draft, unknown to everybody else until the programme is released. */
  readonly draft: "in" | "out" | null;
  /** The place given by hand or by the release, from 1. */
  readonly place: number | null;
  /** The start that was released last; what a new programme is compared with. */
  readonly start: Clock | null;
  /** Registered after the deadline: the office decides. */
  readonly late: boolean;
  /** Speaks first next time: was not in the programme and wants that, or was not held. */
  readonly claim: boolean;
  /** Asked to swap places with this talk, and not answered yet. */
  readonly swapWithId: string | null;
  readonly actorId: string | null;
  readonly via: Via;
  readonly requestedAt: Date;
  readonly confirmedAt: Date | null;
}

/** By request time, who was not heard at the last meeting first, balanced by organisation and objective, or by hand. */
export type TalkOrder = "request" | "rotation" | "balanced" | "hand";

/** One for each meeting with talks; the row every change of its talks locks is the meeting's. */
export interface Programme {
  readonly meetingId: string;
  readonly allianceId: string;
  readonly order: TalkOrder;
  /** Counts releases; 0: nobody but the office has seen it. */
  readonly edition: number;
  readonly releasedAt: Date | null;
  /** Who speaks now, and since when. */
  readonly currentId: string | null;
  readonly startedAt: Date | null;
  /** The steps of the day as JSON, the newest last, so that they can be taken back: `Step[]`. */
  readonly past: string | null;
}

/** What was before one step of the day. */
export interface Step {
  readonly currentId: string | null;
  readonly startedAt: string | null;
  /** The talk the step was about, as it was; none where the step only began. */
  readonly talk: Pick<Talk, "id" | "state" | "place" | "claim"> | null;
}

/** What the keynote's organisation has said about it (D24); its place and minutes are the agenda's. Absent as long as nothing is known. */
export interface Keynote {
  readonly meetingId: string;
  readonly allianceId: string;
  readonly organisationId: string;
  /** Null: not said yet; the agenda's own title stands. */
  readonly title: string | null;
  /** Who speaks: name and office, as typed. */
  readonly speaker: string | null;
  readonly slides: "yes" | "no" | null;
  readonly link: string | null;
  readonly actorId: string | null;
}
