// Every kind of row the core reads and writes: its key, and which columns hold instants.
import type { AgendaItem, Consent, Meeting } from "./meeting/model.ts";
import type { Board, Delivery, Pause, Shown, Trail } from "./notice/model.ts";
import type { Answer, Note, Question, QuestionRules, Round, Token, Vote } from "./question/model.ts";
import type { AccessCode, Account, Alliance, Contact, Guest, Holding, Objective, Organisation, Person, Seat, StandIn, Workspace } from "./roster/model.ts";
import type { Quota, Reply } from "./rsvp/model.ts";
import type { Keynote, Programme, Talk } from "./speaker/model.ts";
import type { Measure, Task } from "./task/model.ts";

export interface Tables {
  readonly Alliance: Alliance;
  readonly Workspace: Workspace;
  readonly Organisation: Organisation;
  readonly Objective: Objective;
  readonly Seat: Seat;
  readonly Person: Person;
  readonly Holding: Holding;
  readonly StandIn: StandIn;
  readonly Account: Account;
  readonly Contact: Contact;
  readonly AccessCode: AccessCode;
  readonly Meeting: Meeting;
  readonly AgendaItem: AgendaItem;
  readonly Consent: Consent;
  readonly Quota: Quota;
  readonly Guest: Guest;
  readonly Reply: Reply;
  readonly Talk: Talk;
  readonly Programme: Programme;
  readonly Keynote: Keynote;
  readonly Question: Question;
  readonly Answer: Answer;
  readonly Vote: Vote;
  readonly Token: Token;
  readonly Note: Note;
  readonly QuestionRules: QuestionRules;
  readonly Round: Round;
  readonly Task: Task;
  readonly Measure: Measure;
  readonly Pause: Pause;
  readonly Delivery: Delivery;
  readonly Shown: Shown;
  readonly Board: Board;
  readonly Trail: Trail;
}
export type Table = keyof Tables;

type InstantsOf<Row> = { [C in keyof Row]-?: Extract<Row[C], Date> extends never ? never : C }[keyof Row] & string;

interface Shape<Row> {
  readonly key: readonly (keyof Row & string)[];
  /** Every column that holds an instant; the type lists no other, a test compares with the schema. */
  readonly instants: readonly InstantsOf<Row>[];
}

/** The in-memory store and the database read the same facts. */
export const tables: { readonly [T in Table]: Shape<Tables[T]> } = {
  Alliance: { key: ["id"], instants: [] },
  Workspace: { key: ["messenger", "tenant"], instants: [] },
  Organisation: { key: ["id"], instants: [] },
  Objective: { key: ["id"], instants: [] },
  Seat: { key: ["id"], instants: [] },
  Person: { key: ["id"], instants: ["welcomedAt"] },
  Holding: { key: ["id"], instants: [] },
  StandIn: { key: ["actorId", "personId"], instants: [] },
  Account: { key: ["id"], instants: ["linkedAt"] },
  Contact: { key: ["messenger", "tenant", "user"], instants: ["firstAt", "lockedUntil"] },
  AccessCode: { key: ["hash"], instants: ["createdAt", "expiresAt", "usedAt", "revokedAt"] },
  Meeting: { key: ["id"], instants: ["startsAt", "endsAt", "invitedAt", "createdAt"] },
  AgendaItem: { key: ["id"], instants: [] },
  Consent: { key: ["meetingId", "organisationId"], instants: ["askedAt", "answeredAt"] },
  Quota: { key: ["meetingId", "organisationId"], instants: [] },
  Guest: { key: ["meetingId", "personId", "item"], instants: [] },
  Reply: { key: ["meetingId", "personId"], instants: ["invitedAt", "answeredAt", "substituteAskedAt", "waitingSince", "offeredUntil"] },
  Talk: { key: ["id"], instants: ["requestedAt", "confirmedAt"] },
  Programme: { key: ["meetingId"], instants: ["releasedAt", "startedAt"] },
  Keynote: { key: ["meetingId"], instants: [] },
  Question: { key: ["id"], instants: [] },
  Answer: { key: ["questionId", "edition"], instants: [] },
  Vote: { key: ["questionId", "personId"], instants: [] },
  Token: { key: ["hash"], instants: [] },
  Note: { key: ["id"], instants: [] },
  QuestionRules: { key: ["allianceId"], instants: [] },
  Round: { key: ["meetingId"], instants: [] },
  Task: { key: ["id"], instants: ["createdAt", "acceptedAt", "reportedAt", "confirmedAt"] },
  Measure: { key: ["id"], instants: ["createdAt"] },
  Pause: { key: ["personId"], instants: [] },
  Delivery: { key: ["key"], instants: ["leaseUntil", "notBefore", "usefulUntil", "createdAt", "sentAt"] },
  Shown: { key: ["matter", "accountId"], instants: ["shownAt"] },
  Board: { key: ["matter", "messenger", "tenant", "place"], instants: ["shownAt"] },
  Trail: { key: ["id"], instants: ["at"] },
};

/** Equality on columns; a list means any of these. */
export type Where<Row> = { readonly [C in keyof Row]?: Row[C] | readonly Row[C][] };
