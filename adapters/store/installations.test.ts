// Installations on PostgreSQL: sealed, sealed anew under a newer key, and used ways back refused.
import { randomBytes } from "node:crypto";
import type pg from "pg";
import * as a from "../../src/testing/examples.ts";
import { freshDatabase } from "../../test/database.ts";
import { openVault, VaultError } from "../vault.ts";
import type { PrismaClient } from "./generated/client.ts";
import { openPrisma } from "./index.ts";
import { createInstallations } from "./installations.ts";
import { openPool } from "./session.ts";

const key = () => randomBytes(32).toString("base64");
const [first, second] = [key(), key()];
const old = openVault(`2026:${first}`);
const rotated = openVault(`2027:${second},2026:${first}`);
const newest = openVault(`2027:${second}`);
let at = a.noon;
let pool: pg.Pool;
let prisma: PrismaClient;
beforeAll(async () => {
  const url = await freshDatabase();
  pool = openPool(url);
  prisma = openPrisma(url);
});
beforeEach(async () => {
  at = a.noon;
  await pool.query(`delete from "Installation"; delete from "InstallState"`);
});
afterAll(async () => {
  await prisma.$disconnect();
  await pool.end();
});

const over = (vault: typeof old) => createInstallations(prisma, vault, () => at);
const installation = (tenant: string, botToken = `xoxb-${tenant}`) => ({ tenant, botToken, botId: "B1", botUserId: "U1", scopes: ["chat:write", "commands"] });
const sealed = async () => (await pool.query<{ token: string }>(`select "token" from "Installation" order by "tenant"`)).rows.map(({ token }) => token);
const later = (ms: number) => new Date(a.noon.getTime() + ms);

test("what is kept is what was given, and unreadable where it is kept", async () => {
  await over(old).put(installation("T1"));
  expect(await over(old).of("T1")).toEqual(installation("T1"));
  expect(await over(old).of("T2")).toBeUndefined();
  expect((await sealed()).join()).not.toContain("xoxb");
});

test("a token carried over to another workspace's row is refused", async () => {
  for (const tenant of ["T1", "T2"]) await over(old).put(installation(tenant));
  await pool.query(`update "Installation" set "token" = (select "token" from "Installation" where "tenant" = 'T1')`);
  await expect(over(old).of("T2")).rejects.toThrow(VaultError);
});

test("a token under an older key is sealed anew when it is used, and the old key can go", async () => {
  await over(old).put(installation("T1"));
  expect((await over(rotated).of("T1"))?.botToken).toBe("xoxb-T1");
  expect((await sealed()).every((token) => newest.isNewest(token))).toBe(true);
  expect((await over(newest).of("T1"))?.botToken).toBe("xoxb-T1");
});

test("at the start all of them are sealed anew, and one that cannot be opened is told of and keeps no other from it", async () => {
  for (const tenant of ["T1", "T2", "T3"]) await over(old).put(installation(tenant));
  await pool.query(`update "Installation" set "token" = 'v1.2025.AAAA' where "tenant" = 'T2'`);
  const faults: unknown[] = [];
  await over(rotated).renew((tenant, error) => faults.push([tenant, String(error)]));
  expect(faults).toEqual([["T2", expect.stringContaining("TOKEN_KEYS has lost the key 2025")]]);
  expect((await sealed()).map((token) => newest.isNewest(token))).toEqual([true, false, true]);
});

test("of many who come back with the same state at once one is let in; states long over are forgotten", async () => {
  const { spend } = over(old);
  const spent = await Promise.all(Array.from({ length: 8 }, () => spend("nonce", later(600_000))));
  expect(spent.filter((good) => good)).toHaveLength(1);
  at = later(30 * 60_000);
  expect([await spend("nonce", later(600_000)), await spend("other", later(70 * 60_000))]).toEqual([false, true]);
  at = later(2 * 3600_000);
  await spend("third", later(130 * 60_000));
  expect((await pool.query(`select "nonce" from "InstallState" order by 1`)).rows).toEqual([{ nonce: "other" }, { nonce: "third" }]);
});
