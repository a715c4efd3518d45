// Talks under real concurrency: on PostgreSQL, through two bots.
import type { Outcome } from "../src/outcome.ts";
import { type Wish, wish } from "../src/wish.ts";
import { meetingOf, personOf, type Shape, seedAlliance } from "./bench/alliances.ts";
import { type Ground, gesture, openGround } from "./race.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const people = 30;
const budget = 60;
const everybody = Array.from({ length: people }, (_, n) => n);

/** Thirty delegates of thirty organisations; the first two are the office. */
async function withItem(id: string): Promise<Shape> {
  const shape: Shape = { id, about: "", delegates: people, organisations: people, seats: 1 };
  await seedAlliance(ground.pool, shape);
  await ground.pool.query(
    `INSERT INTO "AgendaItem" ("id", "allianceId", "meetingId", "position", "number", "key", "titleDe", "titleEn", "minutes")
      VALUES ($1, $2, $3, 1, '3', 'projects', 'Projekte', 'Projects', ${budget})`,
    [`${id}-item`, id, meetingOf(shape)],
  );
  await ground.pool.query(`UPDATE "Person" SET "roles" = '{organiser}' WHERE "id" IN ($1, $2)`, [personOf(shape, 0), personOf(shape, 1)]);
  return shape;
}

/** All at the same moment, half of them through the other bot. */
const all = (shape: Shape, when: string, who: readonly number[], of: (n: number) => Wish): Promise<readonly Outcome[]> =>
  Promise.all(
    who.map((n) => {
      const bot = ground.bots[n % 2];
      if (!bot) throw new Error("two bots are needed");
      return gesture(bot, shape, n, `${shape.id}:${when}:${n}`, of(n));
    }),
  );

const registering = (shape: Shape) => (n: number) =>
  wish("talk.new", { meeting: meetingOf(shape), title: `Vorhaben ${n}`, about: "Worum es geht.", kind: "new", minutes: String(5 + (n % 3) * 5), sent: "1" });

interface Row {
  readonly id: string;
  readonly personId: string;
  readonly state: string;
  readonly minutes: number;
  readonly place: number | null;
  readonly start: string | null;
}
const talksOf = async ({ id }: Shape): Promise<readonly Row[]> =>
  (await ground.pool.query<Row>(`SELECT * FROM "Talk" WHERE "allianceId" = $1 ORDER BY "requestedAt", "id"`, [id])).rows;
const taken = (talks: readonly Row[]): number =>
  talks.filter(({ state }) => state === "requested" || state === "programmed" || state === "confirmed").reduce((sum, { minutes }) => sum + minutes, 0);
const messages = async ({ id }: Shape, kind: string): Promise<readonly string[]> =>
  (await ground.pool.query<{ personId: string }>(`SELECT "personId" FROM "Delivery" WHERE "allianceId" = $1 AND "kind" = $2`, [id, kind])).rows.map(
    ({ personId }) => personId,
  );
const mine = (talks: readonly Row[], shape: Shape, n: number): string => talks.find(({ personId }) => personId === personOf(shape, n))?.id ?? "";

test("thirty who register at the same moment never get more than the item's minutes; who withdraws makes room for who waits, each told once (8 rounds)", async () => {
  for (let round = 0; round < 8; round++) {
    const shape = await withItem(`talks${round}`);
    await all(shape, "new", everybody, registering(shape));
    const first = await talksOf(shape);
    expect([first.length, taken(first) <= budget, first.some(({ state }) => state === "waiting")]).toEqual([people, true, true]);
    const leaving = everybody.filter((n) => n % 3 === round % 3);
    await all(shape, "gone", leaving, (n) => wish("talk.withdraw", { meeting: meetingOf(shape), talk: mine(first, shape, n) }));
    const left = await talksOf(shape);
    expect(left.filter(({ state }) => state === "withdrawn").length).toBe(leaving.length);
    expect(taken(left)).toBeLessThanOrEqual(budget);
    const waiting = left.filter(({ state }) => state === "waiting");
    // Whoever is first in the list does not fit any more.
    if (waiting[0]) expect(taken(left) + Math.max(...waiting.map(({ minutes }) => minutes))).toBeGreaterThan(budget);
    const promoted = await messages(shape, "talk.promoted");
    expect(new Set(promoted).size).toBe(promoted.length);
  }
  expect(ground.faults).toEqual([]);
}, 120_000);

async function published(id: string, who: readonly number[]) {
  const shape = await withItem(id);
  await all(shape, "new", who, registering(shape));
  const outcomes = await all(shape, "publish", [0, 1], () => wish("programme.publishNow", { meeting: meetingOf(shape), edition: "0" }));
  return { shape, outcomes, talks: await talksOf(shape) };
}

test("two of the office who publish at the same moment publish once", async () => {
  const { shape, outcomes, talks } = await published("twice", everybody);
  expect(outcomes.map((outcome) => ("show" in outcome ? outcome.show.name : "")).sort()).toEqual(["programme.draft", "programme.published"]);
  const { rows } = await ground.pool.query(`SELECT "edition" FROM "Programme" WHERE "allianceId" = $1`, [shape.id]);
  expect(rows).toEqual([{ edition: 1 }]);
  const released = talks.filter(({ state }) => state === "programmed").map(({ personId }) => personId);
  expect([...(await messages(shape, "talk.released"))].sort()).toEqual(released.sort());
  expect(ground.faults).toEqual([]);
});

test("two who want each other's place and both agree at the same moment have changed places once (10 rounds)", async () => {
  for (let round = 0; round < 10; round++) {
    const { shape, talks } = await published(`swap${round}`, [2, 5]);
    const pair = [2, 5] as const;
    const other = (n: number): number => (n === 2 ? 5 : 2);
    const meeting = meetingOf(shape);
    await all(shape, "ask", pair, (n) => wish("talk.swap", { meeting, talk: mine(talks, shape, n), with: mine(talks, shape, other(n)), sent: "1" }));
    await all(shape, "yes", pair, (n) => wish("talk.swapAnswer", { meeting, talk: mine(talks, shape, n), from: mine(talks, shape, other(n)), answer: "yes" }));
    const after = await talksOf(shape);
    expect(after.map(({ place }) => place)).toEqual(talks.map(({ place }) => (place === 1 ? 2 : 1)));
    expect((await messages(shape, "talk.swap.done")).length).toBe(1);
  }
  expect(ground.faults).toEqual([]);
}, 120_000);

test("whatever breaks while a programme is published, nothing of it is stored; published again it is the same programme", async () => {
  const shape = await withItem("broken");
  await all(shape, "new", everybody, registering(shape));
  const before = await talksOf(shape);
  // The messages to those who wait cannot be written, after others were.
  await ground.pool.query(`CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW."kind" = 'talk.waiting' THEN RAISE EXCEPTION 'out of order'; END IF; RETURN NEW; END $$`);
  await ground.pool.query(`CREATE TRIGGER broken BEFORE INSERT ON "Delivery" FOR EACH ROW EXECUTE FUNCTION broken()`);
  const publish = (when: string) => all(shape, when, [0], () => wish("programme.publishNow", { meeting: meetingOf(shape), edition: "0" }));
  await publish("broken");
  expect(ground.faults.splice(0).length).toBeGreaterThan(0);
  expect([await talksOf(shape), await messages(shape, "talk.released")]).toEqual([before, []]);
  expect((await ground.pool.query(`SELECT 1 FROM "Programme" WHERE "allianceId" = $1`, [shape.id])).rows).toEqual([]);
  await ground.pool.query(`DROP TRIGGER broken ON "Delivery"`);
  await publish("again");
  const after = await talksOf(shape);
  const registered = before.filter(({ state }) => state === "requested").map(({ id }) => id);
  expect(after.filter(({ state }) => state === "programmed").map(({ id }) => id)).toEqual(registered);
  expect((await messages(shape, "talk.released")).length).toBe(registered.length);
  expect(ground.faults).toEqual([]);
});
