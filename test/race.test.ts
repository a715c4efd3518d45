// Seats under real concurrency, and gestures that come again: on PostgreSQL, through two bots.

import { type Shape, seedAlliance } from "./bench/alliances.ts";
import { answerTo, type Ground, gesture, openGround, race, seatsOf } from "./race.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

test("sixty clicks on ten seats, with people giving back and moving up: never an eleventh seat, none left free, no error shown (20 rounds)", async () => {
  for (let round = 0; round < 20; round++) await race(ground, round);
}, 120_000);

test("a click delivered four times, at once and late, on different processes, counts once and gets the same answer", async () => {
  const shape: Shape = { id: "again", about: "", delegates: 8, organisations: 2, seats: 2 };
  await seedAlliance(ground.pool, shape);
  const [one, other] = ground.bots;
  if (!one || !other) throw new Error("two bots are needed");
  for (let n = 0; n < 8; n++) {
    const key = `again:${n}`;
    const at = (bot: typeof one) => gesture(bot, shape, n, key, answerTo(shape, n, "rsvp.accept"));
    const answers = await Promise.all([at(one), at(other), at(one)]);
    answers.push(await at(other));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  }
  const trails = await ground.pool.query(`SELECT count(*)::int AS n FROM "Trail" WHERE "allianceId" = 'again'`);
  expect(trails.rows[0].n).toBe(8);
  expect(await seatsOf(ground.pool, shape)).toEqual({ taken: 4, waiting: 4 });
});

test("an old click that comes again after newer ones changes nothing back", async () => {
  const shape: Shape = { id: "reordered", about: "", delegates: 1, organisations: 1, seats: 1 };
  await seedAlliance(ground.pool, shape);
  const [one, other] = ground.bots;
  if (!one || !other) throw new Error("two bots are needed");
  const yes = answerTo(shape, 0, "rsvp.accept");
  const first = await gesture(one, shape, 0, "r:1", yes);
  await gesture(other, shape, 0, "r:2", answerTo(shape, 0, "rsvp.decline"));
  expect(await gesture(other, shape, 0, "r:1", yes)).toEqual(first);
  expect(await seatsOf(ground.pool, shape)).toEqual({ taken: 0, waiting: 0 });
});
