// Applies small migrations of its own to new databases.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { createDatabase } from "./embedded.ts";
import { migrate } from "./migrate.ts";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "migrate-test-"));
let url: string;
let client: pg.Client;

beforeEach(async () => {
  fs.rmSync(folder, { recursive: true, force: true });
  write("1_seats", "create table seats (id int); insert into seats values (1);");
  write("2_more", "insert into seats values (2);");
  url = await createDatabase(process.env["TEST_ADMIN_URL"] ?? "", `${process.env["TEST_DATABASE_PREFIX"]}_migrate_${Date.now()}`);
  client = new pg.Client({ connectionString: url });
  await client.connect();
});
afterEach(() => client.end());
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test("migrations are applied in the order of their names, and once", async () => {
  expect(await migrate(url, folder)).toEqual(["1_seats", "2_more"]);
  expect(await migrate(url, folder)).toEqual([]);
  expect(await seats()).toEqual([1, 2]);
});

test("four bots that start at once apply each migration once", async () => {
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(url, folder)));
  expect(applied.flat()).toEqual(["1_seats", "2_more"]);
  expect(await seats()).toEqual([1, 2]);
});

test("of a migration that fails nothing stays, and a corrected one is applied later", async () => {
  write("3_wrong", "insert into seats values (3); insert into nowhere values (4);");
  await expect(migrate(url, folder)).rejects.toThrow('Migration 3_wrong failed, nothing of it was kept: relation "nowhere" does not exist');
  expect(await seats()).toEqual([1, 2]);
  write("3_wrong", "insert into seats values (3);");
  expect(await migrate(url, folder)).toEqual(["3_wrong"]);
});

test("a migration that was edited after it was applied is refused", async () => {
  await migrate(url, folder);
  write("1_seats", "create table chairs (id int);");
  await expect(migrate(url, folder)).rejects.toThrow("1_seats was edited");
});

function write(name: string, sql: string): void {
  fs.mkdirSync(path.join(folder, name), { recursive: true });
  fs.writeFileSync(path.join(folder, name, "migration.sql"), sql);
}

async function seats(): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>("select id from seats order by id");
  return rows.map((row) => row.id);
}
