// Workspaces that take the app away, on PostgreSQL: nobody is reached there any more, the office hears of it elsewhere, and removals that come late.
import { randomBytes } from "node:crypto";
import type pg from "pg";
import type { Delivery } from "../../src/notice/model.ts";
import * as a from "../../src/testing/examples.ts";
import { freshDatabase } from "../../test/database.ts";
import { openVault } from "../vault.ts";
import { reachAgain } from "../workspaces.ts";
import type { PrismaClient } from "./generated/client.ts";
import { openPrisma } from "./index.ts";
import { createInstallations } from "./installations.ts";
import { createRemoval } from "./removal.ts";
import { openPool } from "./session.ts";
import { rowsIn, seed } from "./specimen.ts";

const vault = openVault(`2026:${randomBytes(32).toString("base64")}`);
const later = (ms: number) => new Date(a.noon.getTime() + ms);
const day = 86_400_000;
let at = a.noon;
let pool: pg.Pool;
let prisma: PrismaClient;
const enqueued: Delivery[] = [];

beforeAll(async () => {
  const url = await freshDatabase();
  pool = openPool(url);
  prisma = openPrisma(url);
});
afterAll(async () => {
  await prisma.$disconnect();
  await pool.end();
});

const account = (personId: string, tenant: string, more: object = {}) =>
  a.account({ id: `${personId}-${tenant}`, allianceId: "x", personId, messenger: "slack", tenant, user: `${personId}-${tenant}`, ...more });
const put = (tenant: string, botToken = `xoxb-${tenant}`) =>
  createInstallations(prisma, vault, () => at).put({ tenant, botToken, botId: "B1", botUserId: "U1", scopes: ["chat:write", "commands"] });
const remove = (tenant: string, when: Date) =>
  createRemoval(
    pool,
    async (owed) => ({ statements: [], committed: () => void enqueued.push(...owed) }),
    () => at,
  )(tenant, when);
const accounts = async () =>
  Object.fromEntries(
    (await rowsIn(pool)("Account")).map(({ id, reachable, receives }) => [id, [reachable ? "reachable" : "-", receives ? "receives" : "-"].join(" ")]),
  );
const told = async () =>
  (await rowsIn(pool)("Delivery")).filter(({ kind }) => kind === "workspaceLeft").map(({ personId, args }) => `${personId} of ${args["tenant"]}`);

beforeEach(async () => {
  at = a.noon;
  enqueued.length = 0;
  await pool.query(`delete from "Installation"; delete from "InstallState"; delete from "Alliance"`);
  const organiser = { allianceId: "x", roles: ["organiser"] } as const;
  await seed(pool)({
    Alliance: [a.alliance({ id: "x" }), a.alliance({ id: "y" })],
    Workspace: ["T1", "T2"].map((tenant) => ({ messenger: "slack", tenant, allianceId: "x", trustsEmail: false })),
    Person: [
      ...["p", "q"].map((id) => a.person({ id, allianceId: "x" })),
      ...["both", "only", "away"].map((id) => a.person({ id, ...organiser })),
      a.person({ id: "other", allianceId: "y", roles: ["organiser"] }),
    ],
    Account: [
      account("p", "T1"),
      account("p", "T2", { receives: false }),
      account("q", "T1"),
      account("q", "T9", { messenger: "teams", receives: false, reachable: false }),
      account("both", "T1"),
      account("both", "T8", { messenger: "teams", receives: false }),
      account("only", "T1"),
      account("away", "T2"),
      account("other", "T3", { allianceId: "y" }),
    ],
  });
  for (const tenant of ["T1", "T2"]) await put(tenant);
});

test("its token is gone, nobody is reached there, and who has another account gets the messages in it", async () => {
  await remove("T1", later(60_000));
  expect((await pool.query(`select "tenant" from "Installation"`)).rows).toEqual([{ tenant: "T2" }]);
  expect(await accounts()).toMatchObject({ "p-T1": "- -", "p-T2": "reachable receives", "q-T1": "- receives", "q-T9": "- -", "away-T2": "reachable receives" });
});

test("of the office everybody hears of it who is reached elsewhere, and nobody of another alliance", async () => {
  await remove("T1", later(60_000));
  expect((await told()).sort()).toEqual(["away of T1", "both of T1"]);
  expect(enqueued).toHaveLength(2);
  expect(await accounts()).toMatchObject({ "both-T1": "- -", "both-T8": "reachable receives", "only-T1": "- receives" });
});

test("told twice on one day it is owed once, on another day once more", async () => {
  for (const when of [later(60_000), later(120_000), later(day)]) {
    at = when;
    await remove("T1", when);
  }
  expect((await told()).filter((it) => it.startsWith("both"))).toHaveLength(2);
});

test("a workspace that belongs to no alliance is nobody's news", async () => {
  await remove("T7", later(60_000));
  expect([await told(), enqueued]).toEqual([[], []]);
});

test("installed anew, everybody there is reached again", async () => {
  await remove("T1", later(60_000));
  at = later(120_000);
  await put("T1", "xoxb-new");
  expect(await accounts()).toMatchObject({ "p-T1": "reachable -", "p-T2": "reachable receives", "q-T1": "reachable receives" });
});

test("so it is where the operator puts in a new token; one account that takes no messages stays as it is", async () => {
  await remove("T1", later(60_000));
  await reachAgain(prisma, "slack", "T1");
  expect(await accounts()).toMatchObject({ "p-T1": "reachable -", "q-T1": "reachable receives", "q-T9": "- -" });
  await pool.query(`update "Account" set "reachable" = false where "id" = 'q-T1'`);
  await reachAgain(prisma, "slack", "T1");
  expect(await accounts()).toMatchObject({ "q-T1": "- receives" });
});

test("word of the removal that comes again after a new installation changes nothing and is told to nobody", async () => {
  at = later(120_000);
  await put("T1", "xoxb-new");
  await remove("T1", later(60_000));
  expect((await pool.query(`select "tenant" from "Installation" order by 1`)).rows).toHaveLength(2);
  expect(await accounts()).toMatchObject({ "p-T1": "reachable receives", "q-T1": "reachable receives" });
  expect(await told()).toEqual([]);
});

test("an account that took no messages is not taken for reachable only because the permissions were renewed", async () => {
  await pool.query(`update "Account" set "reachable" = false where "id" = 'q-T1'`);
  await put("T1", "xoxb-renewed");
  expect(await accounts()).toMatchObject({ "p-T1": "reachable receives", "q-T1": "- receives" });
});
