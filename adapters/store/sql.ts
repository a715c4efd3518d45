// The statements of a desk, as text: reading by columns, and everything it wrote in one go.
import pg from "pg";
import type { AnyRow, Written } from "../../src/desk.ts";
import { clean, writeJson } from "../../src/rows.ts";
import { type Table, type Tables, tables, type Where } from "../../src/tables.ts";
import { columnsOf } from "./rows.ts";
import type { Statement } from "./session.ts";

const id = pg.escapeIdentifier;
const names = (columns: readonly string[]) => columns.map(id).join(", ");

/** A value as a literal of type jsonb. */
export const json = (value: unknown) => `${pg.escapeLiteral(writeJson(value))}::jsonb`;

export const text = (value: string | null) => (value === null ? "NULL" : pg.escapeLiteral(clean(value)));

/** Undefined where the condition is an empty list: nothing can meet it. */
export function select<T extends Table>(table: T, where: Where<Tables[T]>): { readonly text: string; readonly values: readonly unknown[] } | undefined {
  const values: unknown[] = [];
  const conditions: string[] = [];
  for (const [column, wanted] of Object.entries(where)) {
    const any: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
    if (any.length === 0) return undefined;
    const given = any.filter((value) => value !== null).map((value) => (typeof value === "string" ? clean(value) : value));
    const choices = given.length < any.length ? [`${id(column)} IS NULL`] : [];
    if (given.length > 0) choices.push(given.length > 1 ? `${id(column)} = ANY($${values.push(given)})` : `${id(column)} = $${values.push(given[0])}`);
    conditions.push(`(${choices.join(" OR ")})`);
  }
  return { text: `SELECT ${names(columnsOf(table))} FROM ${id(table)} WHERE ${conditions.join(" AND ") || "true"}`, values };
}

/** The same statement for every table; its one value holds the rows. */
const forEach = (statement: (table: Table) => string) =>
  Object.fromEntries((Object.keys(tables) as Table[]).map((table) => [table, statement(table)])) as Readonly<Record<Table, string>>;

const recordset = (table: Table) => `jsonb_populate_recordset(null::${id(table)}, $1::jsonb)`;

/** The row of another alliance under the same key would not be met: then nothing is written at all. */
const counted = (statement: string) => `WITH w AS (${statement} RETURNING 1) SELECT desk_wrote(count(*), jsonb_array_length($1::jsonb)) FROM w`;

const upserts = forEach((table) => {
  const columns = columnsOf(table);
  const key: readonly string[] = tables[table].key;
  const insert = `INSERT INTO ${id(table)} (${names(columns)}) SELECT ${names(columns)} FROM ${recordset(table)}`;
  // History is only added to.
  if (table === "Trail") return insert;
  const rest = columns.filter((column) => !key.includes(column) && column !== "allianceId");
  // A row that is nothing but its key is met all the same.
  const others = (rest.length > 0 ? rest : key).map((column) => `${id(column)} = excluded.${id(column)}`);
  const update = `${insert} ON CONFLICT (${names(key)}) DO UPDATE SET ${others.join(", ")}`;
  // A message on its way is the worker's, and stays as it is.
  if (table === "Delivery") return `${update} WHERE "Delivery"."state" = 'ready' AND "Delivery"."allianceId" IS NOT DISTINCT FROM excluded."allianceId"`;
  return counted(`${update}${columns.includes("allianceId") ? ` WHERE ${id(table)}."allianceId" = excluded."allianceId"` : ""}`);
});

const removals = forEach((table) => {
  const fence = columnsOf(table).includes("allianceId") ? ["allianceId"] : [];
  const meant = [...tables[table].key, ...fence].map((column) => `t.${id(column)} = r.${id(column)}`);
  return `DELETE FROM ${id(table)} t USING ${recordset(table)} r WHERE ${meant.join(" AND ")}`;
});

/** A key that exists already changes nothing. */
const debts = `INSERT INTO "Delivery" (${names(columnsOf("Delivery"))}, "target")
  SELECT ${names(columnsOf("Delivery"))}, CASE WHEN "mode" = 'update' THEN delivery_target("messenger", "tenant", "ref") END FROM ${recordset("Delivery")}
  ON CONFLICT DO NOTHING`;

/** All that a desk wrote: removals first, children before parents; then rows, parents first; then what is owed. Empty where nothing was. */
export function write({ put, removed, owed }: Written): Statement[] {
  const order = Object.keys(tables) as Table[];
  const filled = (sql: string, rows: readonly AnyRow[] = []): Statement[] => (rows.length > 0 ? [{ sql, values: [writeJson(rows)] }] : []);
  return [
    ...[...order].reverse().flatMap((table) => filled(removals[table], removed.get(table))),
    ...order.flatMap((table) => filled(upserts[table], put.get(table))),
    ...filled(debts, owed),
  ];
}
