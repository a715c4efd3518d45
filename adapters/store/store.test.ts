import type pg from "pg";
import { type Table, tables } from "../../src/tables.ts";
import { storeContract } from "../../src/testing/contract.ts";
import { references } from "../../src/testing/memory.ts";
import { freshDatabase } from "../../test/database.ts";
import { type Jobs, startJobs } from "../jobs/index.ts";
import type { PrismaClient } from "./generated/client.ts";
import { createStore, openPrisma } from "./index.ts";
import { columnsOf } from "./rows.ts";
import { openPool } from "./session.ts";
import { rowsIn, seed } from "./specimen.ts";

const names = Object.keys(tables) as Table[];
let pool: pg.Pool;
let prisma: PrismaClient;
let jobs: Jobs;

beforeAll(async () => {
  const url = await freshDatabase();
  pool = openPool(url);
  prisma = openPrisma(url);
  jobs = await startJobs({ url, log: { info: () => undefined, error: (event, error) => console.error(event, error) } });
});
afterAll(async () => {
  await jobs.stop();
  await prisma.$disconnect();
  await pool.end();
});

async function makeSpecimen() {
  await pool.query(`delete from "Delivery"; delete from "Alliance"; delete from "Gesture"; delete from "Contact"`);
  return { store: createStore({ pool, prisma, enqueue: jobs.enqueue }), seed: seed(pool), rows: rowsIn(pool) };
}

describe("the store on PostgreSQL", () => {
  for (const { name, run } of storeContract(makeSpecimen, (actual, expected) => expect(actual).toEqual(expected))) test(name, run);
});

describe("the schema", () => {
  const ask = async (sql: string) => (await pool.query(sql)).rows as { table: Table; column: string; type: string; to: string; action: string }[];

  test("has the keys and the instants that src/tables.ts names", async () => {
    const columns = await ask(
      `select table_name as table, column_name as column, data_type as type from information_schema.columns where table_schema = 'public' order by ordinal_position`,
    );
    const keys = await ask(
      `select t.relname as table, a.attname as column from pg_index i join pg_class t on t.oid = i.indrelid
        cross join unnest(i.indkey) with ordinality k(number, place) join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number where i.indisprimary order by k.place`,
    );
    for (const table of names) {
      const ours = columns.filter((it) => it.table === table && columnsOf(table).includes(it.column));
      expect([table, ours.map(({ column }) => column).sort()]).toEqual([table, [...columnsOf(table)].sort()]);
      const instants = ours.filter(({ type }) => type === "timestamp with time zone").map(({ column }) => column);
      expect([table, instants.sort()]).toEqual([table, [...tables[table].instants].sort()]);
      expect([table, keys.filter((it) => it.table === table).map(({ column }) => column)]).toEqual([table, [...tables[table].key]]);
    }
  });

  test("knows the same parents and children as the store in memory", async () => {
    const found = await ask(
      `select c.relname as table, p.relname as to, f.confdeltype as action, (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = f.conkey[cardinality(f.conkey)]) as column
        from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class p on p.oid = f.confrelid where f.contype = 'f'`,
    );
    const ours = references.map(({ from, column, to, restrict }) => `${from}.${column} ${to} ${restrict ? "r" : "c"}`);
    const theirs = found.filter(({ table }) => names.includes(table)).map(({ table, column, to, action }) => `${table}.${column} ${to} ${action}`);
    expect(theirs.sort()).toEqual(ours.sort());
  });
});
