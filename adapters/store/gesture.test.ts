import fc from "fast-check";
import type pg from "pg";
import { card } from "../../src/card.ts";
import { type Outcome, refuse, show } from "../../src/outcome.ts";
import type { Desk, Store } from "../../src/ports.ts";
import * as a from "../../src/testing/examples.ts";
import { memoryStore, type SomeRows } from "../../src/testing/store.ts";
import { freshDatabase } from "../../test/database.ts";
import { type Jobs, startJobs } from "../jobs/index.ts";
import type { PrismaClient } from "./generated/client.ts";
import { createStore, openPrisma } from "./index.ts";
import { openPool } from "./session.ts";
import { rowsIn, seed } from "./specimen.ts";

let pool: pg.Pool;
let prisma: PrismaClient;
let jobs: Jobs;
beforeAll(async () => {
  const url = await freshDatabase();
  pool = openPool(url);
  prisma = openPrisma(url);
  jobs = await startJobs({ url, log: { info: () => undefined, error: () => undefined } });
});
afterAll(async () => {
  await jobs.stop();
  await prisma.$disconnect();
  await pool.end();
});

const people = ["p0", "p1", "p2", "p3", "p4"];
const world: SomeRows = {
  Alliance: [a.alliance({ id: "x" }), a.alliance({ id: "y" })],
  Organisation: [a.organisation({ id: "o", allianceId: "x" })],
  Person: [...people.map((id) => a.person({ id, allianceId: "x", organisationId: "o" })), a.person({ id: "q", allianceId: "y" })],
  Account: [...people.map((personId) => a.account({ allianceId: "x", personId })), a.account({ allianceId: "y", personId: "q" })],
  Meeting: [a.meeting({ id: "m", allianceId: "x" })],
  Quota: [{ meetingId: "m", organisationId: "o", allianceId: "x", seats: 2 }],
  StandIn: [
    { actorId: "p4", personId: "p0", allianceId: "x" },
    { actorId: "p4", personId: "p1", allianceId: "x" },
    { actorId: "p0", personId: "p2", allianceId: "x" },
  ],
  Reply: people.slice(0, 4).map((personId) => a.reply({ meetingId: "m", personId, allianceId: "x", organisationId: "o" })),
};

async function makeStore(over: pg.Pool = pool): Promise<Store> {
  await pool.query(`delete from "Alliance"; delete from "Gesture"; delete from "Contact"; delete from pgboss.job_common`);
  await seed(pool)(world);
  return createStore({ pool: over, prisma, enqueue: jobs.enqueue });
}

/** Tells what lies on the desk, and does one thing. */
async function act(desk: Desk, what: string, n: number): Promise<Outcome> {
  const { reply, seats, person } = desk;
  const seen = [
    desk.person?.id,
    desk.whose?.id,
    reply?.personId,
    reply?.state,
    desk.meeting?.id,
    seats?.taken.map((it) => it.personId),
    seats?.waiting.map((it) => it.personId),
    desk.assigned,
  ];
  const result = show(card("test", JSON.stringify(seen)));
  if (!person) desk.put("Contact", { messenger: "page", tenant: "x", user: "nobody", firstAt: a.noon, attempts: n, lockedUntil: null });
  if (!person || !reply || !seats) return result;
  const at = new Date(a.noon.getTime() + n);
  const free = seats.seats - seats.taken.filter(({ personId }) => personId !== reply.personId).length;
  if (what === "accept") desk.put("Reply", { ...reply, state: free > 0 ? "accepted" : "waiting", answeredAt: at, waitingSince: free > 0 ? null : at });
  if (what === "decline") desk.put("Reply", { ...reply, state: "declined", waitingSince: null, substituteId: null });
  if (what === "send") desk.put("Reply", { ...reply, state: "substitute", substituteId: "p4", substituteState: "asked", substituteAskedAt: at });
  if (what === "reserve") desk.put("Reply", { ...reply, state: "none", reserved: !reply.reserved });
  if (what === "move") for (const meeting of desk.meeting ? [desk.meeting] : []) desk.put("Meeting", { ...meeting, state: n % 2 ? "cancelled" : "invited" });
  if (what === "leave") desk.remove("Person", person);
  if (what === "owe") desk.owe(a.delivery({ key: `d${n % 3}`, allianceId: "x", personId: person.id, args: { n: `${n}` } }));
  if (what === "form") return refuse("invalid", card("test", "invalid"), { field: "no" });
  if (what === "fault") throw new Error("fault");
  return result;
}

const step = fc.record({
  who: fc.constantFrom(...people, "q", "nobody"),
  whose: fc.option(fc.constantFrom(...people, "q"), { nil: undefined }),
  what: fc.constantFrom("accept", "accept", "accept", "decline", "send", "reserve", "move", "leave", "owe", "form", "fault"),
  meeting: fc.constantFrom("next", "m", "none"),
  hold: fc.constantFrom("none", "seats", "seats", "meeting"),
  key: fc.integer({ min: 0, max: 60 }),
});

test("whatever is done in whatever order, the store in memory and PostgreSQL end up alike", async () => {
  const program = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
    const real = await makeStore();
    const model = memoryStore();
    model.seed(world);
    for (const [n, { who, whose, what, meeting, hold, key }] of steps.entries()) {
      const run = (store: Store) =>
        store
          .gesture({ key: `k${key}`, from: a.sender(who === "q" ? "y" : "x", who), at: a.noon, meeting, hold, ...(whose ? { whose } : {}) }, (desk) =>
            act(desk, what, n),
          )
          .catch(() => "fault");
      expect(await run(real)).toEqual(await run(model));
    }
    for (const table of ["Person", "Account", "Meeting", "Reply", "Delivery", "Contact"] as const) {
      const inOrder = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();
      expect(inOrder(await rowsIn(pool)(table))).toEqual(inOrder(model.rows(table)));
    }
  });
  await fc.assert(program, { numRuns: 60 });
}, 60_000);

/** A pool whose nth statement from now on is lost, before or after the database had it. */
function breaking(n: number, after: boolean): pg.Pool {
  let left = n;
  const connect = async () => {
    const client = await pool.connect();
    const query = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>;
    const lose = async (...given: unknown[]) => {
      if (left-- !== 0) return query(...given);
      if (after) await query(...given);
      throw new Error("Connection terminated unexpectedly");
    };
    return Object.assign(Object.create(client), { query: lose, release: (broken: boolean) => client.release(broken) });
  };
  return Object.assign(Object.create(pool), { connect });
}

test.each([0, 1, 2, 3].flatMap((n) => [[n, false] as const, [n, true] as const]))(
  "a gesture whose statement %i is lost (after the database had it: %s) counts once",
  async (n, after) => {
    const store = await makeStore(breaking(n, after));
    const click = () =>
      store.gesture({ key: "k", from: a.sender("x", "p1"), at: a.noon, meeting: "m", hold: "seats" }, async (desk) => {
        const [holder] = await desk.find("Person", { id: "p1" });
        if (desk.reply) desk.put("Reply", { ...desk.reply, state: "accepted", nudges: desk.reply.nudges + 1 });
        desk.put("Trail", {
          id: "t",
          allianceId: "x",
          meetingId: "m",
          taskId: null,
          personId: "p1",
          actorId: "p1",
          at: a.noon,
          via: "self",
          what: "reply",
          before: null,
          after: "accepted",
        });
        desk.owe(a.delivery({ key: "d", allianceId: "x", personId: "p1" }));
        return show(card("test", holder?.name ?? ""));
      });
    expect(await click()).toEqual(show(card("test", "Person p1")));
    expect(await click()).toEqual(show(card("test", "Person p1")));
    expect((await rowsIn(pool)("Reply")).filter(({ state }) => state === "accepted").map(({ nudges }) => nudges)).toEqual([1]);
    expect(await rowsIn(pool)("Trail")).toHaveLength(1);
    expect((await pool.query("select count(*)::int as n from pgboss.job where name = 'deliver'")).rows).toEqual([{ n: 1 }]);
  },
);
