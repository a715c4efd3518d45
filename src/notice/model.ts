// Messages the bot owes somebody, and the cards it has shown.
import type { Day } from "../time.ts";

export type DeliveryState = "ready" | "sending" | "sent" | "uncertain" | "failed" | "skipped";

/** A message to somebody, written in the transaction that caused it; the key makes it happen once. */
export interface Delivery {
  readonly key: string;
  readonly allianceId: string | null;
  /** Who gets it; null for an answer to somebody the bot does not know yet. */
  readonly personId: string | null;
  /** What to compose when it is sent: a name of src/notice/kinds.ts, or "answer" for the stored outcome of a gesture. */
  readonly kind: string;
  readonly args: Readonly<Record<string, string>>;
  /** post: a new message · update: the message `ref` shows something else now. */
  readonly mode: "post" | "update";
  readonly messenger: string | null;
  readonly tenant: string | null;
  /** Where to post, in the messenger's own terms; null: the person's receiving account. */
  readonly address: Readonly<Record<string, string>> | null;
  /** The message to update, later the message that was sent. */
  readonly ref: Readonly<Record<string, string>> | null;
  /** The matter whose live card this becomes, for example "rsvp:<meeting>:<person>". */
  readonly matter: string | null;
  readonly state: DeliveryState;
  /** Why it failed or was skipped: a stable word. */
  readonly reason: string | null;
  readonly attempt: number;
  readonly leaseUntil: Date | null;
  /** Not before this instant (quiet hours, a planned sending); null: at once. */
  readonly notBefore: Date | null;
  /** After this instant it is skipped as late. */
  readonly usefulUntil: Date | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

/** The live card of a matter in one account: the newest message about it. */
export interface Shown {
  readonly matter: string;
  readonly accountId: string;
  readonly allianceId: string;
  readonly personId: string;
  readonly messenger: string;
  readonly tenant: string;
  readonly ref: Readonly<Record<string, string>>;
  readonly kind: string;
  readonly args: Readonly<Record<string, string>>;
  readonly shownAt: Date;
}

/** The live card of a matter in a channel or group, seen by everybody there and belonging to nobody. */
export interface Board {
  readonly matter: string;
  readonly messenger: string;
  readonly tenant: string;
  /** The address in one canonical spelling. */
  readonly place: string;
  readonly allianceId: string;
  readonly address: Readonly<Record<string, string>>;
  readonly ref: Readonly<Record<string, string>>;
  readonly kind: string;
  readonly args: Readonly<Record<string, string>>;
  readonly shownAt: Date;
}

/** One line of the history: who changed what, when, by which way. Never a reason for absence, never raw text. */
export interface Trail {
  readonly id: string;
  readonly allianceId: string;
  readonly meetingId: string | null;
  readonly taskId: string | null;
  readonly personId: string | null;
  readonly actorId: string | null;
  readonly at: Date;
  readonly via: string;
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** While somebody rests, the bot's own messages wait for the day after, or go to the person's first substitute. */
export interface Pause {
  readonly personId: string;
  readonly allianceId: string;
  /** The last day of rest. */
  readonly until: Day;
  readonly to: "keep" | "substitute";
}
