// The columns of every table, and the proof that the core's rows are the database's.
import type { Table, Tables } from "../../src/tables.ts";
import type * as database from "./generated/client.ts";
import { Prisma } from "./generated/client.ts";

/** What only the adapters keep of a delivery. */
const ownColumns: readonly string[] = ["seq", "target", "slotAt"] satisfies readonly Exclude<keyof database.Delivery, keyof Tables["Delivery"]>[];

/** The core's columns of a table, in the schema's order. */
export function columnsOf(table: Table): readonly string[] {
  return Object.keys(Prisma[`${table}ScalarFieldEnum`]).filter((column) => table !== "Delivery" || !ownColumns.includes(column));
}

interface Models {
  Alliance: database.Alliance;
  Workspace: database.Workspace;
  Organisation: database.Organisation;
  Objective: database.Objective;
  Seat: database.Seat;
  Person: database.Person;
  Holding: database.Holding;
  StandIn: database.StandIn;
  Account: database.Account;
  Contact: database.Contact;
  AccessCode: database.AccessCode;
  Meeting: database.Meeting;
  AgendaItem: database.AgendaItem;
  Consent: database.Consent;
  Quota: database.Quota;
  Guest: database.Guest;
  Reply: database.Reply;
  Talk: database.Talk;
  Programme: database.Programme;
  Keynote: database.Keynote;
  Question: database.Question;
  Answer: database.Answer;
  Vote: database.Vote;
  Token: database.Token;
  Note: database.Note;
  QuestionRules: database.QuestionRules;
  Round: database.Round;
  Task: database.Task;
  Measure: database.Measure;
  Pause: database.Pause;
  Delivery: Omit<database.Delivery, "seq" | "target" | "slotAt">;
  Shown: database.Shown;
  Board: database.Board;
  Trail: database.Trail;
}

/** A column as the database sees it: words are text, objects are JSON. */
type Kind<Value> = Value extends string
  ? "text"
  : Value extends number
    ? "number"
    : Value extends boolean
      ? "boolean"
      : Value extends Date
        ? "instant"
        : Value extends null
          ? null
          : Value extends readonly (infer Item)[]
            ? Item extends string
              ? "texts"
              : "json"
            : "json";
/** JSON columns may hold anything, null too, and say no more. */
type KindOf<Value> = "json" extends Kind<Value> ? "json" : Kind<Value>;
type Kinds<Row> = { readonly [Column in keyof Row]: KindOf<Row[Column]> };
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

type Drift = { [T in Table]: Same<Kinds<Tables[T]>, Kinds<Models[T]>> extends true ? never : T }[Table];
/** Does not compile when a column is missing, too many or of another type: the error names the tables. */
true satisfies [Drift] extends [never] ? true : Drift;
