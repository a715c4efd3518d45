// Sixty people click for ten seats at the same moment, on two processes' worth of stores, and the seats are watched all the while.
import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { nrwCalendar } from "../adapters/calendar/index.ts";
import { ids, sealWith } from "../adapters/ids.ts";
import { startJobs } from "../adapters/jobs/index.ts";
import { createStore, openPrisma } from "../adapters/store/index.ts";
import { openPool } from "../adapters/store/session.ts";
import { rowsIn } from "../adapters/store/specimen.ts";
import { type Bot, createBot } from "../src/bot.ts";
import { compose } from "../src/notice/compose.ts";
import type { Outcome } from "../src/outcome.ts";
import type { Wish } from "../src/wish.ts";
import { wish, writeWish } from "../src/wish.ts";
import { meetingOf, personOf, type Shape, seedAlliance } from "./bench/alliances.ts";
import { freshDatabase } from "./database.ts";

export interface Ground {
  readonly bots: readonly Bot[];
  readonly pool: Pool;
  readonly faults: unknown[];
  /** What a message that is owed says, or why it is not needed. */
  compose(key: string): Promise<string>;
  close(): Promise<void>;
}

/** Two bots on one database, each with connections of its own. */
export async function openGround(now = () => new Date()): Promise<Ground> {
  const url = await freshDatabase();
  const faults: unknown[] = [];
  const log = { info: () => undefined, error: (_event: string, error: unknown) => void faults.push(error) };
  const open = async () => {
    const jobs = await startJobs({ url, log });
    const pool = openPool(url);
    const prisma = openPrisma(url);
    const store = createStore({ pool, prisma, enqueue: jobs.enqueue });
    const links = { calendar: () => undefined, file: () => undefined };
    const ports = { store, now, ids, seal: sealWith("secret"), links, calendar: nrwCalendar(), log };
    return { pool, prisma, jobs, ports, bot: createBot(ports) };
  };
  const both = [await open(), await open()] as const;
  return {
    bots: both.map((it) => it.bot),
    pool: both[0].pool,
    faults,
    async compose(key) {
      const { pool, ports } = both[0];
      const delivery = (await rowsIn(pool)("Delivery")).find((it) => it.key === key);
      return delivery ? JSON.stringify(await compose(ports, delivery)) : "";
    },
    async close() {
      for (const it of both) await Promise.all([it.jobs.stop(), it.prisma.$disconnect(), it.pool.end()]);
    },
  };
}

/** One gesture of one delegate, on any of the bots. */
export function gesture(bot: Bot, shape: Shape, n: number, key: string, it: Wish): Promise<Outcome> {
  const from = { messenger: "slack", tenant: shape.id, user: `U${n}`, address: { channel: `D${n}`, user: `U${n}` } };
  return bot.handle({ key, from, place: "direct", said: { pressed: writeWish(it) }, window: true, answer: "posted" });
}

export const answerTo = (shape: Shape, n: number, command: "rsvp.accept" | "rsvp.decline" | "waiting.leave"): Wish =>
  wish(command, { meeting: meetingOf(shape), for: personOf(shape, n), edition: "1" });

interface Seats {
  readonly taken: number;
  readonly waiting: number;
}

export async function seatsOf(pool: Pool, shape: Shape): Promise<Seats> {
  const { rows } = await pool.query<Seats>(
    `SELECT count(*) FILTER (WHERE "state" IN ('accepted', 'substitute', 'offered'))::int AS taken, count(*) FILTER (WHERE "state" = 'waiting')::int AS waiting
      FROM "Reply" WHERE "meetingId" = $1`,
    [meetingOf(shape)],
  );
  return rows[0] ?? { taken: 0, waiting: 0 };
}

const people = 60;
const seats = 10;

/** One round in an alliance of its own. Throws with what went wrong. */
export async function race({ bots, pool, faults }: Ground, round: number): Promise<void> {
  const shape: Shape = { id: `race${round}`, about: "", delegates: people, organisations: 1, seats };
  await seedAlliance(pool, shape);
  const on = (n: number) => bots[n % bots.length] as Bot;
  let over = false;
  const watch = (async () => {
    let most = 0;
    for (; !over; await sleep(5)) most = Math.max(most, (await seatsOf(pool, shape)).taken);
    return most;
  })();
  const click = (n: number, what: Parameters<typeof answerTo>[2], when: string) =>
    gesture(on(n), shape, n, `${shape.id}:${when}:${n}`, answerTo(shape, n, what));
  const everybody = Array.from({ length: people }, (_, n) => n);
  const first = await Promise.all(everybody.map((n) => click(n, "rsvp.accept", "a")));
  const full = await seatsOf(pool, shape);
  // Half of those who have a seat give it back, some who wait lose patience, others click again, all at once.
  const states = await pool.query<{ id: string; state: string }>(`SELECT "personId" AS id, "state" FROM "Reply" WHERE "meetingId" = $1`, [meetingOf(shape)]);
  const stateOf = new Map(states.rows.map((row) => [row.id, row.state]));
  const second = await Promise.all(
    everybody.map((n) => {
      const waits = stateOf.get(personOf(shape, n)) === "waiting";
      if (n % 3 === 0) return click(n, waits ? "waiting.leave" : "rsvp.decline", "b");
      return click(n, "rsvp.accept", "b");
    }),
  );
  over = true;
  const most = await watch;
  const end = await seatsOf(pool, shape);
  const moved = await pool.query<{ id: string; n: number }>(
    `SELECT "personId" AS id, count(*)::int AS n FROM "Delivery" WHERE "kind" = 'waiting.promoted' AND "allianceId" = $1 GROUP BY 1`,
    [shape.id],
  );
  const shown = [...first, ...second].filter((outcome) => "refuse" in outcome);
  const wrong: readonly (readonly [boolean, string])[] = [
    [faults.length > 0, `faults: ${faults.map(String).join("; ")}`],
    [shown.length > 0, `refused: ${shown.map((outcome) => ("refuse" in outcome ? outcome.refuse : "")).join(", ")}`],
    [full.taken !== seats || full.waiting !== people - seats, `after the rush ${full.taken} seats and ${full.waiting} waiting`],
    [most > seats, `${most} seats at once`],
    [end.taken !== seats, `in the end ${end.taken} seats`],
    [moved.rows.some((row) => row.n !== 1), "somebody who moved up was told more than once"],
  ];
  const found = wrong.filter(([is]) => is).map(([, what]) => what);
  if (found.length > 0) throw new Error(`Round ${round}: ${found.join(" · ")}`);
}
