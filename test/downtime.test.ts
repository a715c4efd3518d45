// Reminders when the bot was down, and when several processes plan at once: each goes out once, or it is recorded why it did not.
import { openPost, type Post } from "./post.ts";
import { beginRound, begins, checkRound, keysOf, outlast, tickAll } from "./round.ts";

jest.setTimeout(60_000);

const people = 24;
/** Milliseconds between two posts, and as many at once as fit into so many milliseconds. */
const turns = { every: 40, burst: 200 };
const minute = 60_000;
let offices: Post;
beforeAll(async () => {
  offices = await openPost({ offices: 3, paces: { slack: { post: turns } }, real: true });
});
afterAll(() => offices.close());
beforeEach(async () => {
  await offices.pool.query(`delete from "Delivery"; delete from "Alliance"; delete from "Pace"`);
  offices.slack.calls.length = 0;
  offices.clock.now = begins;
});

test("three planners at the same moment: one job for each reminder, and none is owed twice", async () => {
  await beginRound(offices, "planned", people);
  // The first reminder has been due since the Friday before.
  offices.clock.now = new Date("2026-09-28T10:00:00Z");
  for (let n = 0; n < 5; n++) await tickAll(offices);
  const { rows } = await offices.pool.query<{ key: string; n: number }>(
    `select "data"->>'key' as key, count(*)::int as n from pgboss.job where "name" = 'deliver' and "state" < 'active' group by 1`,
  );
  const first = keysOf("planned", people).filter((key) => key.startsWith("nudge.first"));
  expect(
    rows
      .map(({ key }) => key)
      .filter((key) => key.startsWith("nudge.first"))
      .sort(),
  ).toEqual(first);
  expect(rows.filter(({ n }) => n !== 1)).toEqual([]);
});

describe("the bot was down", () => {
  let working = false;
  beforeEach(async () => {
    if (!working) await Promise.all(offices.offices.map((office) => office.work()));
    working = true;
  });

  test.each([
    ["for a minute", minute, 0],
    ["for an hour", 60 * minute, 0],
    ["for three days", 3 * 24 * 60 * minute, 0],
    ["for twenty days", 20 * 24 * 60 * minute, 1.5 * people],
  ])("%s when reminders were due: each goes out once or is recorded as skipped, and not all at once", async (what, down, late) => {
    const name = what.replaceAll(" ", "-");
    const back = await outlast(offices, name, people, down);
    expect(back.ms).toBeGreaterThanOrEqual((back.sent - 1) * turns.every - turns.burst);
    expect(await checkRound(offices, name, people)).toBe(late);
  });
});
