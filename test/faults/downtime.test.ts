// Long down-times over many reminders, and three planners through a whole round of a meeting: nothing twice, nothing lost, no burst.
import { openPost, type Post } from "../post.ts";
import { beginRound, begins, checkRound, outlast, tickAll } from "../round.ts";

const people = 1000;
/** Milliseconds between two posts, and as many at once as fit into so many milliseconds. */
const turns = { every: 20, burst: 400 };
/** A message whose turn has come waits at most for the workers' next glance, milliseconds. */
const glance = 1000;
const windowMs = 5000;
const minute = 60_000;
const day = 24 * 60 * minute;
let post: Post;
const posted: number[] = [];
beforeAll(async () => {
  post = await openPost({ offices: 3, paces: { slack: { post: turns } }, real: true });
  await Promise.all(post.offices.map((office) => office.work()));
});
afterAll(() => post.close());
beforeEach(async () => {
  await post.pool.query(`delete from "Delivery"; delete from "Alliance"; delete from "Pace"`);
  post.slack.calls.length = 0;
  posted.length = 0;
  post.clock.now = begins;
});

/** The most calls that came within any `windowMs`. */
function densest(times: readonly number[]): number {
  let [most, from] = [0, 0];
  times.forEach((at, index) => {
    while (at - (times[from] ?? at) >= windowMs) from++;
    most = Math.max(most, index - from + 1);
  });
  return most;
}

test.each([
  ["a minute", minute, 0],
  ["an hour", 60 * minute, 0],
  ["three days", 3 * day, 0],
  ["twenty days", 20 * day, 1.5 * people],
])(
  `the bot was down for %s with reminders for ${people} people due: each goes out once or is recorded as skipped, never faster than agreed`,
  async (what, down, late) => {
    const name = what.replaceAll(" ", "-");
    const watch = setInterval(() => {
      const calls = post.slack.named("chat.postMessage").length;
      while (posted.length < calls) posted.push(Date.now());
    }, 10);
    const back = await outlast(post, name, people, down, 120_000);
    clearInterval(watch);
    console.log({ down: what, back, inFiveSeconds: densest(posted), allowed: (turns.burst + windowMs) / turns.every });
    expect(await checkRound(post, name, people)).toBe(late);
    expect(back.ms).toBeGreaterThanOrEqual((back.sent - 1) * turns.every - turns.burst);
    expect(densest(posted)).toBeLessThanOrEqual((turns.burst + windowMs + glance) / turns.every + 1);
  },
  600_000,
);

test("three planners wake together every hour for four weeks: each reminder is owed once and sent once", async () => {
  const few = 40;
  await beginRound(post, "hourly", few);
  let ticks = 0;
  for (; post.clock.now.getTime() < begins.getTime() + 28 * day; post.clock.now = new Date(post.clock.now.getTime() + 60 * minute), ticks += 3) {
    await tickAll(post);
    if (ticks % 36 === 0) await post.settled();
  }
  await post.settled();
  console.log({ ticks });
  expect(await checkRound(post, "hourly", few)).toBe(0);
}, 600_000);
