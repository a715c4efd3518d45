// The round under real concurrency: office and lead press at the same moment, on PostgreSQL, through two bots.
import { nrwCalendar } from "../adapters/calendar/index.ts";
import { firstOpenDayFrom } from "../src/calendar.ts";
import type { Outcome } from "../src/outcome.ts";
import { addDays, dayOf } from "../src/time.ts";
import { type Wish, wish } from "../src/wish.ts";
import { meetingOf, personOf, type Shape, seedAlliance } from "./bench/alliances.ts";
import { type Ground, gesture, openGround } from "./race.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const people = 6;
const chairs = [0, 1] as const;

/** Six delegates of six organisations, the first of the office, the second the lead; the other four have asked one admitted question each. */
async function withQuestions(id: string): Promise<Shape> {
  const shape: Shape = { id, about: "", delegates: people, organisations: people, seats: 1 };
  const { pool } = ground;
  await seedAlliance(pool, shape);
  const meeting = meetingOf(shape);
  await pool.query(
    `INSERT INTO "AgendaItem" ("id", "allianceId", "meetingId", "position", "number", "key", "titleDe", "titleEn", "minutes")
      VALUES ($1, $2, $3, 1, '4', 'qa', 'Fragerunde', 'Q&A', 60)`,
    [`${id}-item`, id, meeting],
  );
  await pool.query(`UPDATE "Person" SET "roles" = CASE "id" WHEN $1 THEN '{organiser}'::text[] ELSE '{lead}'::text[] END WHERE "id" IN ($1, $2)`, [
    personOf(shape, 0),
    personOf(shape, 1),
  ]);
  for (const n of [2, 3, 4, 5])
    await pool.query(
      `INSERT INTO "Question" ("id", "allianceId", "meetingId", "number", "named", "personId", "organisationId", "text", "toId", "state", "late")
        VALUES ($1, $2, $3, $4, true, $5, $6, 'Wie geht es weiter?', $7, 'admitted', false)`,
      [`${id}-q${n}`, id, meeting, n, personOf(shape, n), `${id}-o${n}`, `${id}-o0`],
    );
  await both(shape, "start", () => wish("round.start", { meeting, go: "1", current: "none", at: "0" }));
  return shape;
}

/** Both at the same moment, each through a bot of their own. */
const both = (shape: Shape, when: string, of: (n: number) => Wish): Promise<readonly Outcome[]> =>
  Promise.all(
    chairs.map((n) => {
      const bot = ground.bots[n];
      if (!bot) throw new Error("two bots are needed");
      return gesture(bot, shape, n, `${shape.id}:${when}:${n}`, of(n));
    }),
  );

interface RoundRow {
  readonly state: string;
  readonly currentId: string | null;
  readonly past: string | null;
}
const roundOf = async ({ id }: Shape): Promise<RoundRow | undefined> =>
  (await ground.pool.query<RoundRow>(`SELECT "state", "currentId", "past" FROM "Round" WHERE "allianceId" = $1`, [id])).rows[0];
const steps = (round: RoundRow | undefined): number => (round?.past ? JSON.parse(round.past).length : 0);
const count = async ({ id }: Shape, table: "Question" | "Task" | "Delivery", where: string): Promise<number> =>
  Number((await ground.pool.query(`SELECT count(*) AS n FROM "${table}" WHERE "allianceId" = $1 AND ${where}`, [id])).rows[0].n);

/** What a button shown now would carry. */
async function carried(shape: Shape): Promise<Readonly<Record<string, string>>> {
  const round = await roundOf(shape);
  return { meeting: meetingOf(shape), current: round?.currentId ?? "none", at: String(steps(round)) };
}

test("two who begin and press at the same moment make one step, whatever each of them presses (12 rounds)", async () => {
  const pairs = [
    ["round.answered", "round.answered"],
    ["round.answered", "round.written"],
    ["round.later", "round.answered"],
    ["round.pause", "round.pause"],
    ["round.back", "round.answered"],
    ["round.endNow", "round.written"],
  ] as const;
  for (let n = 0; n < 12; n++) {
    const shape = await withQuestions(`round${n}`);
    expect(steps(await roundOf(shape))).toBe(1);
    const pair = pairs[n % pairs.length] ?? pairs[0];
    const args = await carried(shape);
    const outcomes = await both(shape, "press", (who) => wish(pair[who as 0 | 1], args));
    const after = await roundOf(shape);
    // One step more, or the first one taken back.
    expect([pair, [0, 2].includes(steps(after))]).toEqual([pair, true]);
    expect(await count(shape, "Question", `"state" IN ('answered', 'owed') AND "before" IS NOT NULL`)).toBeLessThanOrEqual(1);
    expect(outcomes.every((outcome) => "show" in outcome)).toBe(true);
  }
  expect(ground.faults).toEqual([]);
}, 120_000);

test("both end the round at the same moment, and each asker hears of it once; the tasks are made once (6 rounds)", async () => {
  for (let n = 0; n < 6; n++) {
    const shape = await withQuestions(`end${n}`);
    const first = await carried(shape);
    await both(shape, "answered", () => wish("round.answered", first));
    const args = await carried(shape);
    await both(shape, "end", () => wish("round.endNow", args));
    expect([(await roundOf(shape))?.state, await count(shape, "Question", `"state" = 'owed'`)]).toEqual(["ended", 3]);
    expect(await count(shape, "Delivery", `"kind" = 'question.state'`)).toBe(4);
    const due = firstOpenDayFrom(addDays(dayOf(new Date()), 60), nrwCalendar());
    await both(shape, "tasks", () => wish("round.tasks", { meeting: meetingOf(shape), due, sent: "1" }));
    const { rows } = await ground.pool.query(`SELECT "number", "question" FROM "Task" WHERE "allianceId" = $1 ORDER BY "number"`, [shape.id]);
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(new Set(rows.map(({ question }) => question)).size).toBe(3);
  }
  expect(ground.faults).toEqual([]);
}, 120_000);

test("whatever breaks while the round ends, nothing of it is stored; pressed again it ends", async () => {
  const shape = await withQuestions("broken");
  const args = await carried(shape);
  // The word to the last asker cannot be written, after rows and other words were.
  await ground.pool.query(`CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW."kind" = 'question.state' AND NEW."personId" LIKE '%p5' THEN RAISE EXCEPTION 'out of order'; END IF; RETURN NEW; END $$`);
  await ground.pool.query(`CREATE TRIGGER broken BEFORE INSERT ON "Delivery" FOR EACH ROW EXECUTE FUNCTION broken()`);
  await both(shape, "broken", () => wish("round.endNow", args));
  expect(ground.faults.splice(0).length).toBeGreaterThan(0);
  expect([
    (await roundOf(shape))?.state,
    await count(shape, "Question", `"state" = 'admitted'`),
    await count(shape, "Delivery", `"kind" = 'question.state'`),
  ]).toEqual([...["running", 4, 0]]);
  await ground.pool.query(`DROP TRIGGER broken ON "Delivery"`);
  await both(shape, "again", () => wish("round.endNow", args));
  expect([
    (await roundOf(shape))?.state,
    await count(shape, "Question", `"state" = 'owed'`),
    await count(shape, "Delivery", `"kind" = 'question.state'`),
  ]).toEqual([...["ended", 4, 4]]);
  expect(ground.faults).toEqual([]);
});
