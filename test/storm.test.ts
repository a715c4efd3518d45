// Messages while a workspace limits: it is left alone as long as it asks, nobody else waits for it, and what is urgent goes first.
import { openPost, type Post } from "./post.ts";
import { remember } from "./slack-double.ts";
import { calm, lastOf, storm, stormy, tenant } from "./storm.ts";

jest.setTimeout(60_000);

const turns = { every: 10, burst: 200 };
const paces = { slack: { post: turns, update: turns }, teams: { post: turns, update: turns } };
let post: Post;
beforeAll(async () => {
  post = await openPost({ offices: 2, paces });
  await post.alliance(stormy, "slack", 40);
  await post.alliance(calm, "slack", 40);
  await post.alliance(tenant, "teams", 40);
  await Promise.all(post.offices.map((office) => office.work()));
});
afterAll(() => post.close());

test("a workspace that limits is left alone as long as it asks; all its messages arrive once, and nobody else waits for them", async () => {
  const weather = await storm(post, { messages: 40, every: 15, after: [2, 3] });
  expect(weather.refused).toBeGreaterThan(1);
  expect([weather.early, weather.doubled]).toEqual([0, 0]);
  expect(await post.ends()).toEqual({ sent: 120 });
  expect([stormy, calm, tenant].map((it) => weather.arrived[it]?.length)).toEqual([40, 40, 40]);
  expect(lastOf(weather, stormy)).toBeGreaterThan(2000);
  expect(Math.max(lastOf(weather, calm), lastOf(weather, tenant))).toBeLessThan(lastOf(weather, stormy));
});

test("after a pause answers go first, then changes of cards, then notices", async () => {
  const order: string[] = [];
  let refused = false;
  remember(post.slack, {
    first({ args }) {
      if (!refused) {
        refused = true;
        return { status: 429, retryAfter: 2 };
      }
      order.push((args["text"] ?? "").split(" ")[0] ?? "");
      return undefined;
    },
  });
  post.slack.replies("chat.update", ({ args }) => {
    order.push((args["text"] ?? "").split(" ")[0] ?? "");
    return { ok: true };
  });
  const many = (what: string, n: number) => Array.from({ length: n }, (_, i) => ({ key: `${what} ${i}`, personId: `${stormy}-p${i}` }));
  const place = { messenger: "slack", tenant: stormy };
  await post.owe(stormy, many("first", 1));
  while (!refused) await new Promise((resolve) => setTimeout(resolve, 10));
  await post.owe(stormy, many("notice", 35));
  await post.owe(
    stormy,
    many("change", 5).map((it, n) => ({ ...it, ...place, mode: "update" as const, ref: { channel: "C", ts: `${n}` } })),
  );
  await post.owe(
    stormy,
    many("answer", 5).map((it) => ({ ...it, ...place, kind: "answer", address: { channel: `D-${it.personId}` } })),
  );
  await post.settled();
  // Changes have a limit of their own, so the pause of the posts does not hold them.
  expect(order.slice(0, 5)).toEqual(Array(5).fill("change"));
  const posts = order.slice(5);
  expect(posts).toHaveLength(41);
  expect(posts.lastIndexOf("answer")).toBeLessThan(10);
});

test("somebody who clicks gets the answer at once, though all workers wait for a workspace that does not reply", async () => {
  let waiting = 0;
  const answered: number[] = [];
  const begun = Date.now();
  post.slack.replies("chat.postMessage", async ({ token, args }) => {
    if (token === `Bearer ${stormy}`) {
      waiting++;
      await new Promise((resolve) => setTimeout(resolve, 2500));
      return { ok: true, channel: "C", ts: "1.1" };
    }
    if (args["text"]?.startsWith("urgent")) answered.push(Date.now() - begun);
    return { ok: true, channel: "C", ts: "1.2" };
  });
  await post.owe(
    stormy,
    Array.from({ length: 60 }, (_, n) => ({ key: `slow ${n}`, personId: `${stormy}-p${n % 40}` })),
  );
  while (waiting < 30) await new Promise((resolve) => setTimeout(resolve, 10));
  const asked = Date.now() - begun;
  await post.owe(calm, [{ key: "urgent", kind: "answer", messenger: "slack", tenant: calm, address: { channel: "D" }, personId: `${calm}-p1` }]);
  while (answered.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  expect((answered[0] ?? 0) - asked).toBeLessThan(1200);
  await post.settled(30_000);
  expect(await post.ends("slow%")).toEqual({ sent: 60 });
});
