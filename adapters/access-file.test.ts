// The file of access codes, loaded over HTTP from a real database.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type pg from "pg";
import { createBot } from "../src/bot.ts";
import * as a from "../src/testing/examples.ts";
import { nrw } from "../src/testing/nrw.ts";
import { writeWish } from "../src/wish.ts";
import { freshDatabase } from "../test/database.ts";
import { serveFile } from "./files.ts";
import { codeFrom, ids } from "./ids.ts";
import { createLinks } from "./links.ts";
import type { PrismaClient } from "./store/generated/client.ts";
import { createStore, openPrisma } from "./store/index.ts";
import { openPool } from "./store/session.ts";
import { seed } from "./store/specimen.ts";

const secret = "secret";
let now = a.noon;
let pool: pg.Pool;
let prisma: PrismaClient;
let server: Server;
let bot: ReturnType<typeof createBot>;

beforeAll(async () => {
  const url = await freshDatabase();
  pool = openPool(url);
  prisma = openPrisma(url);
  const store = createStore({ pool, prisma, enqueue: async () => ({ statements: [], committed: () => undefined }) });
  await seed(pool)({
    Alliance: [a.alliance({ id: "x" }), a.alliance({ id: "y" })],
    Workspace: [{ messenger: "page", tenant: "x", allianceId: "x", trustsEmail: false }],
    Organisation: [a.organisation({ id: "o", allianceId: "x", nameDe: "=IHK" })],
    Seat: [{ id: "s", allianceId: "x", organisationId: "o", position: 1, boundTo: "organisation", status: "confirmed", documented: null }],
    Person: [
      a.person({ id: "office", allianceId: "x", roles: ["organiser"], welcomedAt: a.noon }),
      a.person({ id: "p", allianceId: "x", organisationId: "o", name: "Kim Beispiel", email: "kim@ihk.example" }),
    ],
    Holding: [{ id: "h", allianceId: "x", seatId: "s", personId: "p", kind: "holder", position: 1, verified: true, validFrom: null, validTo: null }],
    Account: [a.account({ allianceId: "x", personId: "office" })],
  });
  server = createServer((request, response) => void serveFile({ store, secret, now: () => now }, request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const links = createLinks(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, secret, () => now);
  bot = createBot({
    store,
    now: () => now,
    ids,
    seal: ids.hash,
    links,
    calendar: nrw,
    log: { info: () => undefined, error: (_, error) => console.error(error) },
  });
});
afterAll(async () => {
  server.close();
  await prisma.$disconnect();
  await pool.end();
});

let count = 0;
async function pressed(command: "member.accessFile" | "member.voidFile", args = {}) {
  const outcome = await bot.handle({
    key: `k${++count}`,
    from: a.sender("x", "office"),
    place: "direct",
    window: false,
    answer: "inline",
    said: { pressed: writeWish({ command, args }) },
  });
  if (!("show" in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.show.elements.flatMap((element) => (element.type === "buttons" ? element.buttons : []));
}
const codeIn = (text: string): string => /Z-\w{4}-\w{4}/.exec(text)?.[0] ?? "";
const openCodes = async (): Promise<number> => prisma.accessCode.count({ where: { usedAt: null, revokedAt: null } });

test("the link gives the codes, the same ones to whoever loads it at once or again, and only a loading makes them", async () => {
  const [load, block] = await pressed("member.accessFile");
  if (!load || !("url" in load) || !block || !("wish" in block)) throw new Error("no link");
  expect((await fetch(load.url, { method: "HEAD" })).status).toBe(404);
  expect(await openCodes()).toBe(0);
  const answers = await Promise.all(Array.from({ length: 5 }, () => fetch(load.url)));
  const texts = await Promise.all(answers.map(async (answer) => Buffer.from(await answer.arrayBuffer()).toString("utf8")));
  expect(new Set(texts).size).toBe(1);
  expect(answers[0]?.headers.get("content-disposition")).toBe('attachment; filename="zugangscodes-2026-09-15.csv"');
  expect(answers[0]?.headers.get("cache-control")).toBe("no-store");
  expect(texts[0]).toContain("Organisation;Person;E-Mail;Code;Gültig bis;Text zum Weitergeben;Hinweis\r\n'=IHK;Kim Beispiel;kim@ihk.example;Z-");
  expect(await openCodes()).toBe(1);
  expect(JSON.stringify(await prisma.accessCode.findMany())).not.toContain(codeIn(texts[0] ?? "").slice(2, 6));
  await pressed("member.voidFile", block.wish.args);
  expect(await openCodes()).toBe(0);
  expect(await fetch(load.url)).toMatchObject({ status: 404 });
});

test("a link lasts a day, and a changed one leads nowhere", async () => {
  const [load] = await pressed("member.accessFile");
  if (!load || !("url" in load)) throw new Error("no link");
  expect(await fetch(load.url.replace(/.\.csv$/, (end) => `${end.startsWith("A") ? "B" : "A"}.csv`))).toMatchObject({ status: 404 });
  now = new Date(now.getTime() + 25 * 3_600_000);
  expect(await fetch(load.url)).toMatchObject({ status: 404 });
  expect(await openCodes()).toBe(0);
});

test("codes that follow from a secret use every letter and tell nothing of one another", () => {
  const codes = Array.from({ length: 2000 }, (_, n) => codeFrom(secret, `b p${n}`));
  expect(new Set(codes).size).toBe(2000);
  expect(codes.every((code) => /^[2-9A-HJKMNP-Z]{8}$/.test(code))).toBe(true);
  expect(new Set(codes.join("")).size).toBe(31);
  expect(codeFrom(secret, "b p0")).toBe(codes[0]);
  expect(codeFrom("another", "b p0")).not.toBe(codes[0]);
});
