// Starting without Slack, and reading addresses where a workspace allows it.
import { untilReady } from "../../test/slack-bots.ts";
import { slackWorld, type World } from "../../test/slack-world.ts";

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

test("while Slack cannot be reached the process lives, and requests are put off", async () => {
  world = await slackWorld({ waiting: true });
  expect((await world.deliver("message-im")).status).toBe(503);
  expect(world.slack.ready()).toBe(false);
  world.double.replies("auth.test", { ok: true, team_id: "T01HOME", user_id: "U0BOT", bot_id: "B0BOT" });
  await untilReady(world.slack);
  expect((await world.deliver("message-im")).status).toBe(200);
  expect(world.bot.heard).toHaveLength(1);
  expect(world.logged).toContain("slack.unreachable");
});

test("the workspace is made known before its first gesture, and again after a failure", async () => {
  const joined: string[] = [];
  world = await slackWorld({
    async joined(tenant) {
      joined.push(tenant);
      if (joined.length === 1) throw new Error("no database yet");
    },
  });
  expect(joined).toEqual(["T01HOME", "T01HOME"]);
  expect(world.slack.ready()).toBe(true);
});

test("it stops while it waits for Slack", async () => {
  world = await slackWorld({ waiting: true });
  await world.slack.stop();
  expect(world.slack.ready()).toBe(false);
});

const person = (more: object = {}) => ({
  ok: true,
  user: { id: "U01SEAT", team_id: "T01HOME", is_bot: false, profile: { email: "seat1@example.org" }, ...more },
});

test("who types is known by the address of the workspace, asked for once", async () => {
  world = await slackWorld();
  world.double.replies("users.info", person());
  for (const name of ["message-im", "slash-direct", "mention"]) await world.deliver(name);
  expect(world.bot.heard.map(({ from }) => from.email)).toEqual(["seat1@example.org", "seat1@example.org", "seat1@example.org"]);
  expect(world.double.named("users.info")).toHaveLength(1);
});

test("pressing never waits for an address", async () => {
  world = await slackWorld();
  world.double.replies("users.info", person());
  await world.deliver("press-direct");
  expect(world.double.named("users.info")).toEqual([]);
});

test("without the scope nobody is asked about any more", async () => {
  world = await slackWorld();
  await world.deliver("message-im");
  await world.deliver("message-im", (it) => {
    it.event.user = "U02OTHER";
  });
  expect(world.bot.heard.map(({ from }) => from.email)).toEqual([undefined, undefined]);
  expect(world.double.named("users.info")).toHaveLength(1);
});

test.each([
  ["another workspace's person", person({ team_id: "T77GUEST" })],
  ["an address nobody confirmed", person({ is_email_confirmed: false })],
  ["a bot", person({ is_bot: true })],
  ["somebody who left", person({ deleted: true })],
  ["an answer of another shape", { ok: true, user: "U01SEAT" }],
])("%s brings no address", async (_, reply) => {
  world = await slackWorld();
  world.double.replies("users.info", reply);
  await world.deliver("message-im");
  expect(world.bot.heard[0]?.from.email).toBeUndefined();
});

test("a slow look-up holds nobody up", async () => {
  world = await slackWorld();
  world.double.replies("users.info", "hanging");
  const start = performance.now();
  await world.deliver("message-im");
  expect(performance.now() - start).toBeLessThan(2000);
  expect(world.bot.heard).toHaveLength(1);
});
