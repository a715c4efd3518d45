// Several planners at once, and planners that were away: every message of the bot's own accord is owed once, or recorded with its reason.
import type pg from "pg";
import { runNotices } from "../../src/notice/run.ts";
import * as a from "../../src/testing/examples.ts";
import { addDays, at, type Day, dayOf } from "../../src/time.ts";
import { freshDatabase } from "../../test/database.ts";
import { nrwCalendar } from "../calendar/index.ts";
import { ids } from "../ids.ts";
import type { PrismaClient } from "./generated/client.ts";
import { createStore, openPrisma } from "./index.ts";
import { openPool } from "./session.ts";
import { rowsIn, seed } from "./specimen.ts";

let pool: pg.Pool;
let prisma: PrismaClient;
let jobs: string[];
const faults: unknown[] = [];
const calendar = nrwCalendar();
const log = { info: () => undefined, error: (_event: string, error: unknown) => void faults.push(error) };

beforeAll(async () => {
  const url = await freshDatabase();
  pool = openPool(url);
  prisma = openPrisma(url);
});
afterAll(async () => {
  await prisma.$disconnect();
  await pool.end();
});

const due: Day = "2026-11-06";
const people = Array.from({ length: 50 }, (_, n) => `p${n}`);

/** Fifty people with three tasks each for one day, and a thousand who have not answered an invitation. */
async function begin() {
  await pool.query(`delete from "Delivery"; delete from "Alliance"`);
  jobs = [];
  const allianceId = "x";
  const silent = Array.from({ length: 1000 }, (_, n) => `s${n}`);
  const everybody = [...people, ...silent, "office"];
  const meeting = a.meeting({
    id: "m",
    allianceId,
    day: "2026-11-18",
    startsAt: at("2026-11-18", "14:00"),
    endsAt: at("2026-11-18", "18:00"),
    replyBy: "2026-11-11",
  });
  await seed(pool)({
    Alliance: [a.alliance({ id: allianceId })],
    Organisation: [a.organisation({ id: "o", allianceId })],
    Person: everybody.map((id) => a.person({ id, allianceId, organisationId: "o", roles: id === "office" ? ["organiser"] : [] })),
    Account: everybody.map((personId) => a.account({ allianceId, personId })),
    Meeting: [meeting],
    Reply: silent.map((personId) => a.reply({ meetingId: "m", personId, allianceId, organisationId: "o" })),
    Task: people.flatMap((personId, n) => [1, 2, 3].map((k) => a.task({ id: `${personId}-${k}`, number: 3 * n + k, allianceId, personId, due }))),
  });
  const enqueue = async (owed: readonly { readonly key: string; readonly state: string }[]) => {
    const ready = owed.filter(({ state }) => state === "ready").map(({ key }) => key);
    return { statements: [], committed: () => void jobs.push(...ready) };
  };
  return createStore({ pool, prisma, enqueue });
}
/** How often each kind was owed, or skipped and why. */
async function counted(): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {};
  for (const { kind, state, reason } of await rowsIn(pool)("Delivery")) {
    const name = `${kind} ${state === "ready" ? "sent" : reason}`;
    found[name] = (found[name] ?? 0) + 1;
  }
  return found;
}

test("three planners at once owe every message once, and one job for each", async () => {
  const store = await begin();
  const round = (now: Date) => Promise.all([1, 2, 3].map(() => runNotices({ store, calendar, ids, log }, now)));
  // The first reminders of the tasks, then the first nudge: its Sunday is the Friday before, the day of the tasks.
  for (const [day, clock] of [
    ["2026-10-23", "09:00"],
    ["2026-10-23", "09:01"],
    [due, "08:00"],
    [due, "09:00"],
    [due, "09:00"],
  ] as const)
    await round(at(day, clock));
  expect(faults).toEqual([]);
  expect(await counted()).toEqual({
    "task.digest.person sent": 100,
    "task.remind.before folded": 150,
    "task.remind.before late": 150,
    "task.remind.due folded": 150,
    "nudge.first sent": 1000,
  });
  expect((await rowsIn(pool)("Reply")).every(({ nudges }) => nudges === 1)).toBe(true);
  expect([jobs.length, new Set(jobs).size]).toEqual([1100, 1100]);
}, 60_000);

test.each([
  ["a minute", 0, { "nudge.first sent": 1000, "task.digest.person sent": 50 }],
  ["three days", 3, { "nudge.first sent": 1000, "task.digest.person sent": 50 }],
  ["twenty days", 20, { "nudge.first late": 1000, "nudge.last late": 1000 }],
] as const)(
  "after %s of down-time everything is sent once or recorded, and to each person one message at most",
  async (_, days, some) => {
    const store = await begin();
    await runNotices({ store, calendar, ids, log }, at(due, "08:59"));
    const up = days === 0 ? at(due, "09:01") : at(addDays(due, days), "10:00");
    await runNotices({ store, calendar, ids, log }, up);
    await runNotices({ store, calendar, ids, log }, new Date(up.getTime() + 60_000));
    expect(faults).toEqual([]);
    expect(await counted()).toMatchObject(some);
    const sent = (await rowsIn(pool)("Delivery")).filter(({ state }) => state === "ready");
    const each = new Map<string, number>();
    for (const { personId, createdAt } of sent) each.set(`${personId} ${dayOf(createdAt)}`, (each.get(`${personId} ${dayOf(createdAt)}`) ?? 0) + 1);
    expect(Math.max(...each.values())).toBe(1);
  },
  60_000,
);
