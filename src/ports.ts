// Everything the core wants from outside: store, messenger, clock, chances, log.
import type { Card } from "./card.ts";
import type { Meeting } from "./meeting/model.ts";
import type { Delivery, Shown } from "./notice/model.ts";
import type { Outcome } from "./outcome.ts";
import type { Account, Alliance, Contact, Holding, Organisation, Person } from "./roster/model.ts";
import type { Reply, SeatTable } from "./rsvp/model.ts";
import type { Table, Tables, Where } from "./tables.ts";

/** Who made a gesture, as the messenger names them. */
export interface Sender {
  readonly messenger: string;
  /** The workspace or tenant the account belongs to (never one merely named in a payload's body). */
  readonly tenant: string;
  readonly user: string;
  /** How to reach this account in a direct chat, in the messenger's own terms. */
  readonly address: Readonly<Record<string, string>>;
  /** Verified by the messenger; absent where it may not be read. */
  readonly email?: string;
  /** Nobody's address may be read in this workspace. */
  readonly addressesWithheld?: true;
}

/** What a gesture needs to see and to hold still. */
export interface Opening {
  /** The gesture's key: the same key again changes nothing and gets the same answer. */
  readonly key: string;
  readonly from: Sender;
  readonly at: Date;
  /** Which meeting it is about; "next": the next one not yet over (an invited one before a draft). */
  readonly meeting?: string | "next";
  /** Whose reply; absent: the sender's own, that of the person the sender comes in place of, or that of the only invited person the sender answers for. */
  readonly whose?: string;
  /**
   * seats: nobody else of that organisation answers meanwhile · meeting: nobody answers or changes the meeting ·
   * alliance: nobody changes a task of the alliance · none: only looking.
   */
  readonly hold: "none" | "seats" | "meeting" | "alliance";
}

/** What is on the desk when work begins. Everything belongs to the sender's alliance. */
export interface Opened {
  readonly account?: Account;
  readonly contact?: Contact;
  readonly person?: Person;
  readonly alliance?: Alliance;
  /** The person's seats and substitute roles, whatever their dates. */
  readonly holdings: readonly Holding[];
  readonly meeting?: Meeting;
  /** The reply the gesture is about. */
  readonly reply?: Reply;
  /** The organisation that reply is for. */
  readonly organisation?: Organisation;
  /** Whose reply that is; equals `person` for one's own. */
  readonly whose?: Person;
  /** The seats of that reply's organisation; present with hold "seats" or "meeting" where there is a reply. */
  readonly seats?: SeatTable;
  /** Live cards of that reply's matter, in all accounts of all people who have one. */
  readonly shown: readonly Shown[];
  /** Whom the sender, a secretariat, may answer for (ids); read only where the reply is not the sender's own. */
  readonly assigned?: readonly string[];
}

/** Reading within one alliance. Rows come in no particular order. */
export interface View {
  find<T extends Table>(table: T, where: Where<Tables[T]>): Promise<readonly Tables[T][]>;
}

/** A desk: what was opened, reading in the same transaction, and what is to be written at its end. */
export interface Desk extends View, Opened {
  put<T extends Table>(table: T, row: Tables[T]): void;
  remove<T extends Table>(table: T, row: Tables[T]): void;
  /** A message owed from now on; a key that exists already changes nothing. */
  owe(delivery: Delivery): void;
}

export interface Store {
  /**
   * Runs the work of one gesture in one transaction: all it put down is stored, with its outcome under the gesture's key, or nothing.
   * A key seen before returns the stored outcome without running the work. A refusal that names form fields stores nothing, not even the key;
   * of the form of a window only the key and the form are not stored.
   */
  gesture(opening: Opening, work: (desk: Desk) => Promise<Outcome>): Promise<Outcome>;
  /** Work of the bot's own accord (notices): one transaction that holds the given meeting as for hold "meeting", or without one the alliance. */
  work<T>(scope: { readonly allianceId: string; readonly meeting?: string }, run: (desk: Desk) => Promise<T>): Promise<T>;
  /** Reading outside of any gesture. */
  view(allianceId: string): View;
  alliances(): Promise<readonly Alliance[]>;
  /** Those where something may be due by itself at an instant; the others need no look. */
  awake(now: Date): Promise<readonly Alliance[]>;
  /** The stored answer to a gesture, for the message that shows it. */
  outcome(key: string): Promise<Outcome | undefined>;
}

/** A messenger, entirely. Refs and addresses are opaque to the core. */
export interface Messenger {
  readonly name: string;
  /** Posts a card in the given chat. `id` rides along where the messenger can carry it, so that an uncertain sending can be looked up. */
  send(to: Target, card: Card, twin: string, id: string): Promise<Ref>;
  update(to: Target, ref: Ref, card: Card, twin: string): Promise<void>;
  /** The message that carries this id; "cannot" where the messenger has no look-up. */
  find(to: Target, id: string): Promise<Ref | undefined | "cannot">;
}

export interface Target {
  readonly tenant: string;
  readonly address: Readonly<Record<string, string>>;
}
export type Ref = Readonly<Record<string, string>>;

/** Whether two refs name the same message, in whatever order their parts stand. */
export const sameRef = (a: Ref, b: Ref | undefined): boolean =>
  b !== undefined && Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, value]) => b[name] === value);

/** Why a sending failed, in terms the bot can act on. Messengers throw nothing else. */
export class DeliveryError extends Error {
  readonly reason: "limited" | "busy" | "unreachable" | "gone" | "refused";
  /** Seconds after which a repetition makes sense (limited). */
  readonly after: number | undefined;
  /** Whether the message may have arrived all the same (the connection broke after it was sent). */
  readonly uncertain: boolean;
  constructor(reason: DeliveryError["reason"], options: { readonly after?: number; readonly uncertain?: boolean; readonly cause?: unknown } = {}) {
    super(reason, { cause: options.cause });
    this.reason = reason;
    this.after = options.after;
    this.uncertain = options.uncertain ?? false;
  }
}

/** Names for new things. `code` is an access code without its prefix, `hash` what is kept of it. */
export interface Ids {
  next(): string;
  code(): string;
  hash(text: string): string;
}

/** Links the bot signs: a calendar file, a list as a file. */
export interface Links {
  /** An absolute address, or undefined where the bot knows no public address. */
  calendar(meetingId: string, personId: string): string | undefined;
  file(kind: string, args: Readonly<Record<string, string>>): string | undefined;
}

/** Ids and stable words only; never names, texts or tokens. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, string | number | boolean | undefined>>): void;
  error(event: string, error: unknown, facts?: Readonly<Record<string, string | number | boolean | undefined>>): void;
}
