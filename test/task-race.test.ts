// Tasks under real concurrency: on PostgreSQL, through two bots.
import { randomUUID } from "node:crypto";
import type { Outcome } from "../src/outcome.ts";
import { wish } from "../src/wish.ts";
import { personOf, type Shape, seedAlliance } from "./bench/alliances.ts";
import { type Ground, gesture, openGround } from "./race.ts";

let ground: Ground;
beforeAll(async () => {
  // An hour in which messages go out.
  ground = await openGround(() => new Date("2026-10-08T08:00:00Z"));
});
afterAll(() => ground.close());

const people = 10;
const shapeOf = (id: string): Shape => ({ id, about: "", delegates: people, organisations: 1, seats: people });

async function withTask(id: string): Promise<Shape> {
  const shape = shapeOf(id);
  await seedAlliance(ground.pool, shape);
  await ground.pool.query(
    `INSERT INTO "Task" ("id", "allianceId", "number", "title", "organisationId", "involved", "due", "state", "createdAt")
      VALUES ($1, $2, 3, 'Flyer abstimmen', $3, '{}', '2026-11-06', 'open', now())`,
    [randomUUID(), id, `${id}-o0`],
  );
  return shape;
}

const everybody = Array.from({ length: people }, (_, n) => n);
/** All at the same moment, half of them through the other bot. */
const all = (shape: Shape, command: "task.accept" | "task.reject" | "task.done"): Promise<readonly Outcome[]> =>
  Promise.all(
    everybody.map((n) => {
      const bot = ground.bots[n % 2];
      if (!bot) throw new Error("two bots are needed");
      return gesture(bot, shape, n, `${shape.id}:${command}:${n}`, wish(command, { task: "A-3" }));
    }),
  );
const cardOf = (outcome: Outcome | undefined): string => (outcome && "show" in outcome ? outcome.show.name : "");
const rowOf = async ({ id }: Shape) => (await ground.pool.query(`SELECT * FROM "Task" WHERE "allianceId" = $1`, [id])).rows[0];
const linesOf = async ({ id }: Shape, what: string): Promise<number> =>
  (await ground.pool.query(`SELECT count(*)::int AS n FROM "Trail" WHERE "allianceId" = $1 AND "what" = $2`, [id, what])).rows[0].n;

test("of ten delegates who accept at the same moment one becomes responsible, the others see who (10 rounds)", async () => {
  for (let round = 0; round < 10; round++) {
    const shape = await withTask(`taken${round}`);
    const outcomes = await all(shape, "task.accept");
    const { personId, state } = await rowOf(shape);
    const winner = everybody.find((n) => personOf(shape, n) === personId) ?? -1;
    expect([state, cardOf(outcomes[winner]), await linesOf(shape, "task.accept")]).toEqual(["accepted", "task.accepted", 1]);
    for (const n of everybody.filter((it) => it !== winner)) {
      expect(cardOf(outcomes[n])).toBe("task.taken");
      expect(JSON.stringify(outcomes[n])).toContain(`Delegierte Person ${winner}, Organisation 0`);
    }
  }
  expect(ground.faults).toEqual([]);
}, 120_000);

test("of ten delegates who say no at the same moment the last one, whoever it is, leaves the task to the office", async () => {
  const shape = await withTask("refused");
  await all(shape, "task.reject");
  expect([(await rowOf(shape)).state, await linesOf(shape, "task.reject")]).toEqual(["rejected", people]);
  expect(ground.faults).toEqual([]);
});

test("ten reports at the same moment are one", async () => {
  const shape = await withTask("done");
  const outcomes = await all(shape, "task.done");
  expect([(await rowOf(shape)).state, await linesOf(shape, "task.done")]).toEqual(["reported", 1]);
  expect(outcomes.map((outcome) => "refuse" in outcome)).toEqual(everybody.map(() => false));
  expect(ground.faults).toEqual([]);
});
