// The alliance, its organisations and seats, the people in them and the accounts they write from.
import type { Language } from "../../locales/index.ts";
import type { Day } from "../time.ts";

/** How to reach the office (Geschäftsstelle); shown wherever the bot cannot help. */
export interface Office {
  readonly responsible: string;
  readonly phone: string;
  readonly email: string;
}

/** Days before the meeting, unless the name says otherwise (domain.md, Fristenkette). */
export interface Ladder {
  readonly consult: number;
  readonly invitation: number;
  readonly firstNudge: number;
  readonly lastNudge: number;
  readonly reply: number;
  readonly talks: number;
  readonly questions: number;
  readonly documents: number;
  /** Days around a task's date: two before it, the last after it. */
  readonly taskFirst: number;
  readonly taskLast: number;
  readonly taskOverdue: number;
  /** Days after the meeting: the draft of the minutes. */
  readonly minutes: number;
}

export interface Alliance {
  readonly id: string;
  readonly nameDe: string;
  readonly nameEn: string;
  readonly zone: string;
  readonly office: Office;
  readonly ladder: Ladder;
  readonly visionDe: string;
  /** The last day the resolution allows for the initial workshop. */
  readonly workshopDeadline: Day | null;
  readonly meetingsPerYear: number;
  /** Start and place proposed for a new meeting. */
  readonly usualStart: string;
  readonly usualPlace: string;
}

/** A Slack workspace or Teams tenant belongs to one alliance. */
export interface Workspace {
  readonly messenger: string;
  readonly tenant: string;
  readonly allianceId: string;
  /** Whether an e-mail address of this workspace may link an account by itself. */
  readonly trustsEmail: boolean;
}

/** not_admitted: the office has decided against it; nothing is asked of it and nothing is sent. */
export type OrganisationStatus = "confirmed" | "pending_decision" | "to_verify" | "not_admitted";

export interface Organisation {
  readonly id: string;
  readonly allianceId: string;
  readonly slug: string;
  readonly position: number;
  readonly nameDe: string;
  readonly nameEn: string;
  readonly aliases: readonly string[];
  /** lead, administration, business, education, union, labour_admin, politics_council, politics_council_group, politics_state */
  readonly category: string;
  readonly status: OrganisationStatus;
  readonly seats: number;
  readonly seatsBasis: "explicit" | "assumed";
  readonly mayPresent: boolean;
  readonly mayAsk: boolean;
  readonly mayAnswer: boolean;
  /** When the office looks at the mandate again. */
  readonly reviewOn: Day | null;
  readonly note: string | null;
}

export interface Objective {
  readonly id: string;
  readonly allianceId: string;
  readonly position: number;
  readonly labelDe: string;
  readonly textDe: string;
  readonly textEn: string;
  readonly main: boolean;
}

export interface Seat {
  readonly id: string;
  readonly allianceId: string;
  readonly organisationId: string;
  readonly position: number;
  readonly boundTo: "office" | "organisation" | "mandate";
  readonly status: OrganisationStatus;
  /** A name the founding document mentions, and its date; kept for the roster, never shown as the holder. */
  readonly documented: string | null;
}

export type Role = "organiser" | "lead" | "spokesperson" | "guest";

export interface Person {
  readonly id: string;
  readonly allianceId: string;
  readonly name: string;
  readonly nameEn: string | null;
  /** The organisation the person belongs to; null for guests without one and for the office. */
  readonly organisationId: string | null;
  readonly email: string | null;
  readonly language: Language;
  readonly roles: readonly Role[];
  readonly welcomedAt: Date | null;
}

/** Who holds a seat, or is a named substitute for its organisation, and how long. */
export interface Holding {
  readonly id: string;
  readonly allianceId: string;
  readonly seatId: string;
  readonly personId: string;
  readonly kind: "holder" | "substitute";
  readonly position: number;
  readonly verified: boolean;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
}

/** A secretariat: the accounts of one person may answer for another. */
export interface StandIn {
  readonly actorId: string;
  readonly personId: string;
  readonly allianceId: string;
}

/** Somebody who is there for one agenda item (its key) and takes no seat (D8). */
export interface Guest {
  readonly meetingId: string;
  readonly personId: string;
  readonly item: string;
  readonly allianceId: string;
}

/** A person's account in a messenger. `address` is the messenger's own affair: the core only hands it back. */
export interface Account {
  readonly id: string;
  readonly allianceId: string;
  readonly personId: string;
  readonly messenger: string;
  readonly tenant: string;
  readonly user: string;
  readonly address: Readonly<Record<string, string>>;
  readonly linkedAt: Date;
  /** The one account of a person that gets new messages. */
  readonly receives: boolean;
  readonly reachable: boolean;
  /** Misunderstandings in a row, for the way out after the second. */
  readonly misread: number;
}

/** What is known of an account that belongs to nobody yet: only how often it tried a code. */
export interface Contact {
  readonly messenger: string;
  readonly tenant: string;
  readonly user: string;
  readonly firstAt: Date;
  readonly attempts: number;
  readonly lockedUntil: Date | null;
}

/** A one-time code that ties an account to a person; only its hash is kept. */
export interface AccessCode {
  readonly hash: string;
  readonly allianceId: string;
  readonly personId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface Roster {
  readonly organisations: readonly Organisation[];
  readonly seats: readonly Seat[];
  readonly people: readonly Person[];
  readonly holdings: readonly Holding[];
  readonly accounts: readonly Account[];
}
