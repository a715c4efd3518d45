// A way past the store for tests on PostgreSQL: rows that are simply there, and all rows of a table.
import type { Pool } from "pg";
import type { AnyRow } from "../../src/desk.ts";
import type { Table, Tables } from "../../src/tables.ts";
import type { SomeRows } from "../../src/testing/store.ts";
import { columnsOf } from "./rows.ts";
import { transact } from "./session.ts";
import { write } from "./sql.ts";

export const seed = (pool: Pool) => async (rows: SomeRows) => {
  const written = { put: new Map(Object.entries(rows) as [Table, readonly AnyRow[]][]), removed: new Map(), owed: [], allianceId: null };
  await transact(pool, ({ run }) => run(["BEGIN", ...write(written), "COMMIT"]));
};

export const rowsIn =
  (pool: Pool) =>
  async <T extends Table>(table: T): Promise<readonly Tables[T][]> => {
    const columns = columnsOf(table).map((column) => `"${column}"`);
    return (await pool.query(`select ${columns.join(", ")} from "${table}"`)).rows;
  };
