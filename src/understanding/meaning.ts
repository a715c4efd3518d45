// What a free-text reply can mean: the intents, their details, what a reading is made from and what comes out.
import type { Language } from "../../locales/index.ts";
import type { Calendar } from "../calendar.ts";
import type { Clock, Day } from "../time.ts";

export const intents = [
  "rsvp.accept",
  "rsvp.decline",
  "rsvp.tentative",
  "rsvp.partial",
  "rsvp.substitute",
  "seat.nominate",
  "ack",
  "speaker.offer",
  "speaker.decline",
  "speaker.withdraw",
  "speaker.change",
  "question.submit",
  "question.none",
  "question.withdraw",
  "question.edit",
  "task.done",
  "task.progress",
  "task.extend",
  "task.accept",
  "task.reject",
  "task.delegate",
  "task.blocked",
  "info.ask",
  "help",
  "smalltalk",
  "auto_reply",
  "opt_out",
  "privacy.request",
  "handoff",
  "manipulation",
  "unknown",
] as const;
export type Intent = (typeof intents)[number];

/** What the bot last asked this person; `none` where the message came unasked. */
export const asked = ["rsvp", "speaker", "question", "task", "none"] as const;
export type Asked = (typeof asked)[number];

/** Keys of agenda items as the meeting's rows hold them (AgendaItem.key). */
export type ItemKey = string;
export type Need = "wheelchair" | "sign_language" | "dietary" | "parking";

/** The details of a reply. Reasons for being away are none of them and are never read. Days YYYY-MM-DD, clocks HH:MM of the meeting's day. */
export interface Slots {
  party_size?: number;
  companions?: string[];
  from?: Clock;
  /** A clock where somebody comes in part, the last day away in an out-of-office note. */
  until?: Clock | Day;
  from_item?: ItemKey;
  until_item?: ItemKey;
  except_items?: ItemKey[];
  mode?: "online";
  needs?: Need[];
  reply_by?: Day;
  revises?: true;
  represents?: string;
  substitute_name?: string;
  substitute_name_2?: string;
  substitute_role?: string;
  substitute_org?: string;
  substitute_open?: true;
  no_substitute?: true;
  names?: string[];
  title?: string;
  duration_min?: number;
  presenter?: string;
  co_presenters?: string[];
  slides?: boolean;
  material_by?: Day;
  /** `first`, `last`, `after:<org>` or `swap:<org>` */
  order?: string;
  objective?: string;
  question?: string;
  questions?: string[];
  count?: number;
  addressee?: string;
  anonymous?: true;
  ref?: string;
  due?: Day;
  /** ISO 8601 duration, counted from the deadline agreed before. */
  due_delta?: string;
  percent?: number;
  assignee?: string;
  blocked_by?: string;
  topic?: string;
  deputy?: string;
  kind?: "access" | "erasure" | "objection" | "info" | "portability";
}

export interface FrameOrganisation {
  readonly slug: string;
  readonly nameDe: string;
  readonly nameEn: string;
  readonly aliases: readonly string[];
}

export interface FrameItem {
  /** As printed: "3", "3.2". */
  readonly number: string;
  readonly key: ItemKey;
  readonly start: Clock;
}

/** The meeting a reply refers to. */
export interface FrameMeeting {
  readonly day: Day;
  readonly start: Clock;
  readonly end: Clock;
  readonly items: readonly FrameItem[];
}

/** What a reply is read against. */
export interface Frame {
  readonly organisations: readonly FrameOrganisation[];
  readonly calendar: Calendar;
  readonly zone: string;
  readonly meeting?: FrameMeeting;
  /** The present deadline of the task the bot asked about. */
  readonly deadline?: Day;
}

export interface Reply {
  readonly text: string;
  readonly context: Asked;
  readonly language: Language;
  readonly now: Date;
  readonly frame: Frame;
}

export interface Understanding {
  readonly intent: Intent;
  readonly slots: Slots;
  /** What else the same message says, to be handled or named; never done without asking. */
  readonly also: readonly Intent[];
  /** 0 to 1. */
  readonly confidence: number;
  /** Whether the person must be asked before anything is stored. */
  readonly confirm: boolean;
  /** The likeliest readings, the chosen one first: at most three, for the buttons of a question. */
  readonly readings: readonly Intent[];
}

/** Intents that take effect on a seat, a talk, a question or a task: done without asking only where two witnesses agree. */
export const binding: ReadonlySet<Intent> = new Set(intents.filter((it) => /^(?:rsvp|seat|speaker|question|task)\./.test(it)));

/** Those that do harm where they are booked wrongly. */
export const harmful: ReadonlySet<Intent> = new Set<Intent>([
  "rsvp.accept",
  "rsvp.decline",
  "rsvp.partial",
  "rsvp.substitute",
  "task.done",
  "question.submit",
  "question.withdraw",
  "speaker.withdraw",
]);
