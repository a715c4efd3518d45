// The rows of the store in memory: what a desk wrote becomes true at once, or nothing does, as in a database.
import type { AnyRow, Written } from "../desk.ts";
import { keyOf, revive, writeJson } from "../rows.ts";
import { type Table, type Tables, tables } from "../tables.ts";

export type { AnyRow } from "../desk.ts";
export type Rows = ReadonlyMap<Table, ReadonlyMap<string, AnyRow>>;

interface Reference {
  readonly from: Table;
  readonly column: string;
  readonly to: Table;
  /** restrict: the parent stays as long as somebody refers to it; otherwise its children go with it. */
  readonly restrict?: true;
}
/** Who refers to whom, always within one alliance; a test compares this with the database. */
export const references: readonly Reference[] = [
  ...(
    ["Workspace", "Organisation", "Objective", "Person", "Meeting", "Question", "QuestionRules", "Task", "Measure", "Delivery", "Board", "Trail"] as const
  ).map((from) => ({ from, column: "allianceId", to: "Alliance" }) as const),
  ...(["Seat", "Consent", "Quota", "Reply", "Talk", "Keynote"] as const).map((from) => ({ from, column: "organisationId", to: "Organisation" }) as const),
  ...(["Holding", "StandIn", "Account", "AccessCode", "Consent", "Guest", "Reply", "Vote", "Note", "Pause", "Delivery", "Shown"] as const).map(
    (from) => ({ from, column: "personId", to: "Person" }) as const,
  ),
  ...(["AgendaItem", "Consent", "Quota", "Guest", "Reply", "Talk", "Programme", "Keynote", "Question", "Token", "Note", "Round", "Trail"] as const).map(
    (from) => ({ from, column: "meetingId", to: "Meeting" }) as const,
  ),
  { from: "Person", column: "organisationId", to: "Organisation", restrict: true },
  { from: "Holding", column: "seatId", to: "Seat" },
  { from: "StandIn", column: "actorId", to: "Person" },
  ...(["Answer", "Vote"] as const).map((from) => ({ from, column: "questionId", to: "Question" }) as const),
  { from: "Shown", column: "accountId", to: "Account" },
  { from: "Trail", column: "taskId", to: "Task" },
];

/** The rows after a desk's work. @throws where the database would, and then nothing has changed. */
export function apply(rows: Rows, { put, removed, owed }: Written): Rows {
  let next = rows;
  // Children before their parents.
  for (const table of (Object.keys(tables) as Table[]).reverse())
    next = without(
      next,
      table,
      (removed.get(table) ?? []).filter((row) => alliance(stored(rows, table, row)) === alliance(row)),
    );
  for (const [table, changed] of put) {
    for (const row of changed) {
      const before = stored(next, table, row) as Partial<Tables["Delivery"]> | undefined;
      if (before && table !== "Alliance" && before.allianceId !== (row as Partial<Tables["Delivery"]>).allianceId)
        throw new Error(`This ${table} is another alliance's.`);
      if (before && table === "Trail") throw new Error("History is only added to.");
      // A message on its way is the worker's, and stays as it is.
      if (before && table === "Delivery" && (before as Tables["Delivery"]).state !== "ready") continue;
      next = fill(next, new Map([[table, [row]]]));
    }
  }
  next = fill(next, new Map([["Delivery", owed.filter((it) => !stored(next, "Delivery", it))]]));
  check(next, [...put, ["Delivery", owed]]);
  return next;
}

/** Undefined for no row; rows that belong to no alliance are all alike. */
const alliance = (row: AnyRow | undefined) => row && ((row as Partial<Tables["Delivery"]>).allianceId ?? "");

const stored = (rows: Rows, table: Table, row: AnyRow) => rows.get(table)?.get(keyOf(table, row as never));

/** The rows with more of them. Stored rows are nobody's: neither the writer nor a reader can change them. */
export function fill(rows: Rows, more: ReadonlyMap<Table, readonly AnyRow[]>): Rows {
  const next = new Map(rows);
  for (const [table, added] of more) {
    const copies = added.map((row) => Object.freeze(revive(table, JSON.parse(writeJson(row)))));
    next.set(table, new Map([...(next.get(table) ?? []), ...copies.map((row) => [keyOf(table, row as never), row] as const)]));
  }
  return next;
}

function without(rows: Rows, table: Table, gone: readonly AnyRow[]): Rows {
  if (gone.length === 0) return rows;
  const keys = new Set(gone.map((row) => keyOf(table, row as never)));
  let next: Rows = new Map([...rows, [table, new Map([...(rows.get(table) ?? [])].filter(([key]) => !keys.has(key)))]]);
  for (const { from, column, to, restrict } of references) {
    if (to !== table) continue;
    const ids = new Set(gone.map((row) => (row as unknown as { id: string }).id));
    const children = [...(next.get(from)?.values() ?? [])].filter((row) => ids.has(String((row as unknown as Record<string, unknown>)[column])));
    if (restrict && children.length > 0) throw new Error(`Somebody still refers to this ${table}.`);
    if (children.length > 0) next = without(next, from, children);
  }
  return next;
}

function check(rows: Rows, changed: readonly (readonly [Table, readonly AnyRow[]])[]): void {
  for (const [table, some] of changed)
    for (const row of some as readonly (AnyRow & Readonly<Record<string, unknown>>)[]) {
      for (const { from, column, to } of references) {
        if (from !== table || row[column] === null) continue;
        const parent = rows.get(to)?.get(JSON.stringify([row[column]])) as Readonly<Record<string, unknown>> | undefined;
        if (!parent || (to !== "Alliance" && parent["allianceId"] !== row["allianceId"]))
          throw new Error(`${table}.${column} refers to nothing in this alliance.`);
      }
      for (const unique of [
        ["messenger", "tenant", "user"],
        ["allianceId", "slug"],
        ["allianceId", "number"],
      ]) {
        if (!(table === "Account" || table === "Organisation" || table === "Task" || table === "Question") || !unique.every((column) => column in row))
          continue;
        const same = [...(rows.get(table)?.values() ?? [])].filter((it) =>
          unique.every((column) => (it as unknown as Record<string, unknown>)[column] === row[column]),
        );
        if (same.length > 1) throw new Error(`${table}: ${unique.join(", ")} must be unique.`);
      }
    }
}
