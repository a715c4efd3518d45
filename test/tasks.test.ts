// Numbers of tasks under real concurrency: on PostgreSQL, through two bots.
import type { Outcome } from "../src/outcome.ts";
import { wish, writeWish } from "../src/wish.ts";
import { type Shape, seedAlliance } from "./bench/alliances.ts";
import { type Ground, gesture, openGround } from "./race.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const people = 20;

/** Everybody of the alliance organises. */
async function offices(id: string): Promise<Shape> {
  const shape: Shape = { id, about: "", delegates: people, organisations: 4, seats: 5 };
  await seedAlliance(ground.pool, shape);
  await ground.pool.query(`UPDATE "Person" SET "roles" = '{organiser}' WHERE "allianceId" = $1`, [id]);
  return shape;
}

const task = (shape: Shape, n: number, draft: string) =>
  wish("task.new", { title: `Aufgabe ${n}`, lead: `o:${shape.id}-o${n % 4}`, due: day, firm: "1", source: "none", draft, go: "1" });
const day = new Date(Date.now() + 30 * 24 * 3_600_000).toISOString().slice(0, 10);
const titleOf = (outcome: Outcome): string => ("show" in outcome ? outcome.show.title : JSON.stringify(outcome));
const numbersOf = async (shape: Shape): Promise<readonly number[]> => {
  const { rows } = await ground.pool.query<{ number: number }>(`SELECT "number" FROM "Task" WHERE "allianceId" = $1 ORDER BY 1`, [shape.id]);
  return rows.map(({ number }) => number);
};

test("twenty tasks created at the same moment get twenty numbers without a gap, and every answer names its own", async () => {
  for (let round = 0; round < 5; round++) {
    const shape = await offices(`numbers${round}`);
    const answers = await Promise.all(
      Array.from({ length: people }, (_, n) => {
        const bot = ground.bots[n % ground.bots.length];
        if (!bot) throw new Error("two bots are needed");
        return gesture(bot, shape, n, `${shape.id}:${n}`, task(shape, n, `${shape.id}-t${n}`));
      }),
    );
    const consecutive = Array.from({ length: people }, (_, n) => n + 1);
    expect(await numbersOf(shape)).toEqual(consecutive);
    expect(answers.map(titleOf).sort()).toEqual(consecutive.map((n) => `Aufgabe A-${n} ist angelegt`).sort());
  }
  expect(ground.faults).toEqual([]);
}, 60_000);

test("one echo pressed twenty times at once makes one task, told to its organisation once", async () => {
  const shape = await offices("once");
  const bots = Array.from({ length: people }, (_, n) => ground.bots[n % ground.bots.length]);
  await Promise.all(bots.map((bot, n) => bot && gesture(bot, shape, n, `once:${n}`, task(shape, 1, "once-draft"))));
  expect(await numbersOf(shape)).toEqual([1]);
  const { rows } = await ground.pool.query(
    `SELECT count(*)::int AS n, count(DISTINCT "personId")::int AS people FROM "Delivery" WHERE "kind" = 'task.new' AND "allianceId" = 'once'`,
  );
  expect(rows[0].n).toBe(rows[0].people);
  expect(writeWish(task(shape, 1, "once-draft")).length).toBeLessThan(2000);
  expect(ground.faults).toEqual([]);
}, 60_000);
