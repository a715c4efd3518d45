// The file of one's own data, loaded over HTTP from a real database, and gone once the data are erased.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type pg from "pg";
import { createBot } from "../src/bot.ts";
import { buttonsOf } from "../src/card.ts";
import * as a from "../src/testing/examples.ts";
import { nrw } from "../src/testing/nrw.ts";
import { writeWish } from "../src/wish.ts";
import { freshDatabase } from "../test/database.ts";
import { serveFile } from "./files.ts";
import { ids } from "./ids.ts";
import { createLinks } from "./links.ts";
import type { PrismaClient } from "./store/generated/client.ts";
import { createStore, openPrisma } from "./store/index.ts";
import { openPool } from "./store/session.ts";
import { seed } from "./store/specimen.ts";

const secret = "secret";
const faults: unknown[] = [];
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
    Alliance: [a.alliance({ id: "x" })],
    Workspace: [{ messenger: "page", tenant: "x", allianceId: "x", trustsEmail: false }],
    Organisation: [a.organisation({ id: "o", allianceId: "x", nameDe: "IHK" })],
    Seat: [{ id: "s", allianceId: "x", organisationId: "o", position: 1, boundTo: "organisation", status: "confirmed", documented: null }],
    Person: [
      a.person({ id: "office", allianceId: "x", roles: ["organiser"], welcomedAt: a.noon }),
      a.person({ id: "p", allianceId: "x", organisationId: "o", name: "Kim Beispiel", email: "kim@ihk.example", welcomedAt: a.noon }),
    ],
    Holding: [{ id: "h", allianceId: "x", seatId: "s", personId: "p", kind: "holder", position: 1, verified: true, validFrom: null, validTo: null }],
    Account: [a.account({ allianceId: "x", personId: "office" }), a.account({ allianceId: "x", personId: "p" })],
    Meeting: [a.meeting({ id: "m", allianceId: "x" })],
    Quota: [a.quota({ meetingId: "m", organisationId: "o", allianceId: "x", seats: 1 })],
    Reply: [a.reply({ meetingId: "m", personId: "p", allianceId: "x", organisationId: "o" })],
  });
  server = createServer((request, response) => void serveFile({ store, secret, now: () => a.noon }, request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const links = createLinks(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, secret, () => a.noon);
  bot = createBot({
    store,
    now: () => a.noon,
    ids,
    seal: ids.hash,
    links,
    calendar: nrw,
    log: { info: () => undefined, error: (_, error) => void faults.push(error) },
  });
});
afterAll(async () => {
  server.close();
  await prisma.$disconnect();
  await pool.end();
});

let count = 0;
async function pressed(command: "privacy.data" | "privacy.eraseNow" | "rsvp.accept") {
  const outcome = await bot.handle({
    key: `k${++count}`,
    from: a.sender("x", "p"),
    place: "direct",
    window: false,
    answer: "posted",
    said: { pressed: writeWish({ command, args: command === "rsvp.accept" ? { meeting: "m", for: "p", edition: "1" } : {} }) },
  });
  expect(faults).toEqual([]);
  return "show" in outcome ? outcome.show : undefined;
}

test("the file holds the person's rows as JSON; after the erasure no table names them and the link leads nowhere", async () => {
  await pressed("rsvp.accept");
  const data = await pressed("privacy.data");
  const [button] = data ? buttonsOf(data) : [];
  const url = button && "url" in button ? button.url : "";
  const loaded = await fetch(url);
  expect(loaded.headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(loaded.headers.get("content-disposition")).toContain(".json");
  expect(await loaded.json()).toMatchObject({ person: { name: "Kim Beispiel", organisation: "IHK" }, replies: [{ meeting: "2026-10-07", state: "accepted" }] });
  expect((await pressed("privacy.eraseNow"))?.name).toBe("privacy.erased");
  expect((await fetch(url)).status).toBe(404);
  for (const table of ["Person", "Account", "Reply", "Holding", "Trail", "Shown", "AccessCode", "Pause"]) {
    const { rows } = await pool.query(`SELECT string_agg(t::text, '|') AS all FROM "${table}" t`);
    expect([table, /kim|"p"|\(p,|,p,/i.test(rows[0].all ?? "")]).toEqual([table, false]);
  }
  const { rows } = await pool.query(
    `SELECT p."name", r."state", h."seatId" FROM "Person" p JOIN "Holding" h ON h."personId" = p."id" JOIN "Reply" r ON r."personId" = p."id"`,
  );
  expect(rows).toEqual([{ name: "Delegierte Person", state: "none", seatId: "s" }]);
  const answers = await pool.query(`SELECT "personId", "allianceId", "address" FROM "Delivery" WHERE "key" = 'answer:k${count}'`);
  expect(answers.rows).toEqual([{ personId: null, allianceId: null, address: { chat: "p" } }]);
});
