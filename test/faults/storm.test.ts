// A long storm of 429 in one workspace, beside the same messages in calm weather.
import { openPost, type Post } from "../post.ts";
import { calm, lastOf, storm, stormy, tenant } from "../storm.ts";

const messages = 150;
const turns = { every: 40, burst: 400 };
let post: Post;
beforeAll(async () => {
  post = await openPost({ offices: 2, paces: { slack: { post: turns }, teams: { post: turns } } });
  await post.alliance(stormy, "slack", messages);
  await post.alliance(calm, "slack", messages);
  await post.alliance(tenant, "teams", messages);
  await Promise.all(post.offices.map((office) => office.work()));
});
afterAll(() => post.close());

test("a third of all calls refused: no call comes before its time, nothing is lost or doubled, and others notice nothing", async () => {
  const fair = await storm(post, { messages, every: 0, after: [] });
  const foul = await storm(post, { messages, every: 3, after: [1, 5, 2, 3] }, 900_000);
  const others = (it: typeof fair) => Math.max(lastOf(it, calm), lastOf(it, tenant));
  console.log({
    ...{ messages, refused: foul.refused, early: foul.early, doubled: foul.doubled },
    ...{ stormyMs: lastOf(foul, stormy), othersCalmMs: others(fair), othersMs: others(foul), ratio: (others(foul) / others(fair)).toFixed(2) },
  });
  expect([foul.early, foul.doubled]).toEqual([0, 0]);
  expect(await post.ends()).toEqual({ sent: 6 * messages });
  expect(others(foul) / others(fair)).toBeLessThan(1.5);
}, 1_000_000);
