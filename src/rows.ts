// Rows as JSON text and back, the same for every store.
import { type Table, type Tables, tables } from "./tables.ts";

/** A name for one row of a table: the values of its key. */
export function keyOf<T extends Table>(table: T, row: Tables[T]): string {
  return JSON.stringify((tables[table].key as readonly (keyof Tables[T])[]).map((column) => row[column]));
}

/** JSON text that a database can keep: without NUL and without halves of surrogate pairs, which messengers let through now and then. */
export function writeJson(value: unknown): string {
  const json = JSON.stringify(value) ?? "null";
  return /\\u(?:0000|d[89a-f])/i.test(json) ? JSON.stringify(value, cleaned) : json;
}

export const clean = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, "");

function cleaned(_name: string, value: unknown): unknown {
  if (typeof value === "string") return clean(value);
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, it]) => [clean(name), it]));
}

/** A row as JSON has it, with its instants made instants again. */
export function revive<T extends Table>(table: T, json: unknown): Tables[T] {
  const row = { ...(json as Record<string, unknown>) };
  for (const column of tables[table].instants) {
    const written = row[column];
    if (typeof written === "string") row[column] = new Date(written);
  }
  return row as unknown as Tables[T];
}
