// Questions under real concurrency: voices and decisions on PostgreSQL, through two bots.
import { rowsIn, seed } from "../adapters/store/specimen.ts";
import type { Outcome } from "../src/outcome.ts";
import type { Question } from "../src/question/model.ts";
import { countOf } from "../src/question/rules.ts";
import { account } from "../src/testing/examples.ts";
import { question } from "../src/testing/questions.ts";
import { type Wish, wish, writeWish } from "../src/wish.ts";
import { meetingOf, personOf, type Shape, seedAlliance } from "./bench/alliances.ts";
import { type Ground, openGround } from "./race.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const people = 20;
const everybody = Array.from({ length: people }, (_, n) => n);

/** Twenty of the council groups, each with two accounts; the first two are the office. */
async function withQuestions(id: string, states: readonly Question["state"][]): Promise<Shape> {
  const shape: Shape = { id, about: "", delegates: people, organisations: 4, seats: 5 };
  const { pool } = ground;
  await seedAlliance(pool, shape);
  await pool.query(
    `INSERT INTO "AgendaItem" ("id", "allianceId", "meetingId", "position", "number", "key", "titleDe", "titleEn", "minutes")
      VALUES ($1, $2, $3, 1, '4', 'qa', 'Fragerunde', 'Questions', 60)`,
    [`${id}-item`, id, meetingOf(shape)],
  );
  await pool.query(`UPDATE "Organisation" SET "mayAsk" = true WHERE "allianceId" = $1`, [id]);
  await pool.query(`UPDATE "Person" SET "roles" = '{organiser}' WHERE "id" IN ($1, $2)`, [personOf(shape, 0), personOf(shape, 1)]);
  const second = (n: number) =>
    account({ id: `${id}-b${n}`, allianceId: id, personId: personOf(shape, n), messenger: "slack", tenant: id, user: `B${n}`, receives: false });
  const asked = (state: Question["state"], n: number) => {
    const who = { personId: personOf(shape, 5), organisationId: `${id}-o1`, seatId: `${id}-s1`, toId: `${id}-o2` };
    return question({ id: `${id}-q${n}`, number: n, allianceId: id, meetingId: meetingOf(shape), state, ...who });
  };
  await seed(pool)({ Account: everybody.map(second), Question: states.map(asked) });
  return shape;
}

let count = 0;
/** Each of these at the same moment, by turns through one bot and the other. */
const all = (shape: Shape, gestures: readonly (readonly [user: string, it: Wish])[]): Promise<readonly Outcome[]> =>
  Promise.all(
    gestures.map(([user, it], index) => {
      const from = { messenger: "slack", tenant: shape.id, user, address: { channel: `D${user}`, user } };
      const bot = ground.bots[index % 2];
      if (!bot) throw new Error("two bots are needed");
      return bot.handle({ key: `${shape.id}:${++count}`, from, place: "direct", said: { pressed: writeWish(it) }, window: true, answer: "posted" });
    }),
  );

const about = (shape: Shape, n: number, command: Wish["command"], more: Readonly<Record<string, string>> = {}): Wish =>
  wish(command, { meeting: meetingOf(shape), question: `${shape.id}-q${n}`, ...more });
const questionsOf = async ({ id }: Shape): Promise<readonly Question[]> =>
  [...(await rowsIn(ground.pool)("Question"))].filter(({ allianceId }) => allianceId === id).sort((a, b) => a.number - b.number);
const votersOf = async ({ id }: Shape): Promise<readonly string[]> =>
  (await rowsIn(ground.pool)("Vote"))
    .filter(({ allianceId }) => allianceId === id)
    .map(({ personId }) => personId)
    .sort();
const linesOf = async ({ id }: Shape) => (await rowsIn(ground.pool)("Trail")).filter(({ allianceId, what }) => allianceId === id && what === "question");
const toldOf = async ({ id }: Shape) =>
  (await rowsIn(ground.pool)("Delivery")).filter(({ allianceId, kind }) => allianceId === id && kind === "question.state");

test("whoever supports a question with two accounts at the same moment, again and again, has one voice (3 rounds)", async () => {
  for (let round = 0; round < 3; round++) {
    const shape = await withQuestions(`votes${round}`, ["admitted"]);
    const both = (on: string) =>
      everybody.flatMap((n) => [`U${n}`, `B${n}`, `U${n}`].map((user) => [user, about(shape, 0, "question.support", { on })] as const));
    expect((await all(shape, both("yes"))).filter((outcome) => !("show" in outcome))).toEqual([]);
    expect(await votersOf(shape)).toEqual(everybody.map((n) => personOf(shape, n)).sort());
    // Half of them change their mind in one account and not in the other.
    await all(shape, [...both("no").filter((_, index) => index % 2 === 0), ...both("yes").filter((_, index) => index % 2 === 1)]);
    const some = await votersOf(shape);
    expect(new Set(some).size).toBe(some.length);
    await all(shape, both("no"));
    expect(await votersOf(shape)).toEqual([]);
  }
  expect(ground.faults).toEqual([]);
}, 120_000);

test("two of the office who decide differently at the same moment decide once, and whoever asked is told once (6 rounds)", async () => {
  for (let round = 0; round < 6; round++) {
    const shape = await withQuestions(
      `decide${round}`,
      Array.from({ length: 6 }, () => "received"),
    );
    const decisions = everybody
      .slice(0, 6)
      .flatMap((n) => [
        ["U0", about(shape, n, "question.admit")] as const,
        ["U1", about(shape, n, "question.reject", { rule: "asked", sent: "1" })] as const,
        ["B0", about(shape, n, "question.admit")] as const,
      ]);
    expect((await all(shape, decisions)).filter((outcome) => !("show" in outcome))).toEqual([]);
    expect((await questionsOf(shape)).every(({ state, rule }) => (state === "admitted" && rule === null) || (state === "rejected" && rule === "asked"))).toBe(
      true,
    );
    expect([(await linesOf(shape)).length, (await toldOf(shape)).length]).toEqual([6, 6]);
  }
  expect(ground.faults).toEqual([]);
}, 120_000);

test("questions merged into one another at the same moment are merged one level deep, and every one is counted once (8 rounds)", async () => {
  for (let round = 0; round < 8; round++) {
    const shape = await withQuestions(`merge${round}`, ["received", "received", "admitted", "received"]);
    const into = (n: number, other: number) => [`U${(n + other) % 2}`, about(shape, n, "question.merge", { into: `${shape.id}-q${other}` })] as const;
    await all(shape, [into(0, 1), into(1, 0), into(1, 2), into(2, 3), into(3, 0), into(0, 2), ["U0", about(shape, 2, "question.undo")]]);
    const questions = await questionsOf(shape);
    const states = new Map(questions.map(({ id, state }) => [id, state]));
    const merged = questions.filter(({ state }) => state === "merged");
    expect(merged.filter(({ intoId }) => ["merged", undefined].includes(states.get(intoId ?? "")))).toEqual([]);
    expect(merged.length).toBeGreaterThan(0);
    expect(questions.reduce((sum, { id, state }) => sum + (state === "merged" ? 0 : countOf(id, questions)), 0)).toBe(4);
  }
  expect(ground.faults).toEqual([]);
}, 120_000);

test("whatever breaks while a question is decided, nothing of it is stored; decided again it is decided", async () => {
  const shape = await withQuestions("broken", ["received", "received"]);
  await ground.pool.query(`UPDATE "Question" SET "state" = 'merged', "intoId" = 'broken-q0' WHERE "id" = 'broken-q1'`);
  await ground.pool.query(`CREATE FUNCTION broken_question() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW."kind" = 'question.state' THEN RAISE EXCEPTION 'out of order'; END IF; RETURN NEW; END $$`);
  await ground.pool.query(`CREATE TRIGGER broken_question BEFORE INSERT ON "Delivery" FOR EACH ROW EXECUTE FUNCTION broken_question()`);
  const reject = () => all(shape, [["U0", about(shape, 0, "question.reject", { rule: "private", sent: "1" })]]);
  await reject();
  expect(ground.faults.splice(0).length).toBeGreaterThan(0);
  expect([(await questionsOf(shape)).map(({ state }) => state), (await linesOf(shape)).length]).toEqual([["received", "merged"], 0]);
  await ground.pool.query(`DROP TRIGGER broken_question ON "Delivery"`);
  await reject();
  expect((await questionsOf(shape)).map(({ state, intoId }) => [state, intoId])).toEqual([
    ["rejected", null],
    ["received", null],
  ]);
  expect((await toldOf(shape)).length).toBe(2);
  expect(ground.faults).toEqual([]);
});
