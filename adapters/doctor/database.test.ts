// The doctor at a real PostgreSQL: before the first start, after it, and where something is in its way.
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { freshDatabase } from "../../test/database.ts";
import { startJobs } from "../jobs/index.ts";
import { createDatabase } from "../store/embedded.ts";
import { examineDatabase, findingsOf } from "./database.ts";

const dataDir = mkdtempSync(path.join(os.tmpdir(), "doctor-db-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const look = (url: string, keys: readonly string[] = []) => examineDatabase({ url, dataDir, keys });
const empty = () => createDatabase(process.env["TEST_ADMIN_URL"] ?? "", `${process.env["TEST_DATABASE_PREFIX"]}_doctor_${Date.now()}`);
async function on(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
const log = { info() {}, error() {} };
async function started(): Promise<string> {
  const url = await freshDatabase();
  await (await startJobs({ url, log })).stop();
  return url;
}

test("after the first start everything is well", async () => {
  const findings = await look(await started());
  expect(findings.map(({ state, about }) => [state, about])).toEqual([
    ["ok", "Database"],
    ["ok", "Migrations"],
    ["ok", "Job engine"],
    ["ok", "Clock"],
  ]);
  expect(findings[0]?.text).toMatch(/^PostgreSQL 1[5-8] answers$/);
});

test("before the first start migrations and job engine are missing, and starting is the remedy", async () => {
  const findings = await look(await empty());
  expect(findings).toContainEqual({ state: "wrong", about: "Migrations", text: expect.stringMatching(/^\d+ are missing\. Start the bot once/) });
  expect(findings).toContainEqual({ state: "wrong", about: "Job engine", text: expect.stringContaining("Start the bot once") });
});

test("looking changes nothing", async () => {
  const url = await empty();
  await look(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("select 1 from pg_class where relnamespace = 'public'::regnamespace");
  await client.end();
  expect(rows).toEqual([]);
});

test("a migration that was changed, one that never ended, and one of a newer bot are told apart", async () => {
  const url = await started();
  const migrations = async () => (await look(url)).find(({ about }) => about === "Migrations")?.text;
  await on(url, `insert into "_prisma_migrations" (id, checksum, migration_name, finished_at) values ('n', '', '29990101000000_later', now())`);
  expect(await migrations()).toContain("the database is newer than this bot (29990101000000_later)");
  await on(url, `update "_prisma_migrations" set checksum = 'x' where migration_name like '%_init'`);
  expect(await migrations()).toContain("_init was begun and never finished, or was changed since");
});

test("job tables of an older and of a newer bot, and a queue that is lost, are told apart", async () => {
  const url = await started();
  const engine = async () => (await look(url)).find(({ about }) => about === "Job engine")?.text;
  await on(url, "delete from pgboss.queue where name = 'tick'");
  expect(await engine()).toContain("the queue tick is missing");
  await on(url, "update pgboss.version set version = version + 1");
  expect(await engine()).toContain("Run the newest version of the bot");
  await on(url, "update pgboss.version set version = version - 2");
  expect(await engine()).toContain("Start the bot once");
});

test("a user without the right to create is named before the bot stumbles over it", async () => {
  const url = new URL(await empty());
  const name = `poor_${process.pid}`;
  await on(url.href, `create role ${name} login password 'canary-password'`);
  try {
    const poor = new URL(url);
    Object.assign(poor, { username: name, password: "canary-password" });
    expect(await look(poor.href)).toContainEqual({ state: "wrong", about: "Migrations", text: expect.stringContaining("Grant it CREATE") });
    poor.password = "wrong-canary";
    const [refused] = await look(poor.href);
    expect(refused).toMatchObject({ state: "wrong", text: expect.stringContaining("Check user and password") });
    expect(JSON.stringify(refused)).not.toContain("canary");
  } finally {
    await on(url.href, `drop role ${name}`);
  }
});

test("a database that is not there, a port where nobody listens and a host nobody knows are told apart", async () => {
  const url = new URL(process.env["TEST_ADMIN_URL"] ?? "");
  url.pathname = "/nowhere";
  expect(await look(url.href)).toMatchObject([{ state: "wrong", text: expect.stringContaining("has no database nowhere. Create it") }]);
  expect(await look("postgresql://bot:canary@127.0.0.1:1/bot")).toMatchObject([
    { state: "wrong", text: expect.stringMatching(/^nobody answers at 127\.0\.0\.1:1\. (?!.*canary)/) },
  ]);
  expect(await look("postgresql://bot:canary@nowhere.invalid/bot")).toMatchObject([{ state: "wrong", text: expect.stringContaining("nowhere.invalid") }]);
}, 30_000);

const well = { version: 18, aheadMs: 0, mayCreate: true, migrations: { applied: 1, missing: [], broken: [], unknown: [] }, engine: undefined, sealed: [] };

test("a key under which tokens still lie is missed when it is taken away, and may go when none does", async () => {
  const url = await started();
  const tokens = async (keys: readonly string[]) => (await look(url, keys)).find(({ about }) => about === "Slack installations");
  expect(await tokens([])).toBeUndefined();
  await on(url, `insert into "Installation" values ('T1', 'v1.2026.AAAA', 'B1', 'U1', '{}', now()), ('T2', 'v1.2026.BBBB', 'B2', 'U2', '{}', now())`);
  expect(await tokens(["2026"])).toMatchObject({ state: "ok", text: "2, all under the newest key" });
  expect(await tokens(["2027", "2026"])).toMatchObject({ state: "note", text: expect.stringContaining("the key 2026 is needed until") });
  expect(await tokens(["2027"])).toMatchObject({ state: "wrong", text: expect.stringContaining("the key 2026, which TOKEN_KEYS does not hold") });
});

test("a clock that is minutes off is told with its direction, one that is a second off is well", () => {
  const clock = (aheadMs: number) => findingsOf({ ...well, aheadMs }, []).find(({ about }) => about === "Clock");
  expect(clock(120_000)).toMatchObject({ state: "wrong", text: expect.stringContaining("120 seconds ahead of this machine. Set both clocks") });
  expect(clock(-6_000)).toMatchObject({ state: "wrong", text: expect.stringContaining("6 seconds behind this machine") });
  expect(clock(1_000)).toMatchObject({ state: "ok" });
});

test("a server older or newer than the bot knows is a fault", () => {
  const server = (version: number) => findingsOf({ ...well, version }, [])[0];
  expect([15, 18].map((version) => server(version)?.state)).toEqual(["ok", "ok"]);
  expect([14, 19].map((version) => server(version)?.state)).toEqual(["wrong", "wrong"]);
});

test("the bot's own database is no fault before it was made", async () => {
  expect(await examineDatabase({ url: undefined, dataDir, keys: [] })).toMatchObject([{ state: "note", text: expect.stringContaining("npm start") }]);
});
