// The app is taken from a workspace: the bot sends nothing more there, and others are not touched.
import { slackWorld, type World } from "../../test/slack-world.ts";

let world: World;
beforeEach(async () => {
  world = await slackWorld();
});
afterEach(() => world.close());

const send = () => world.slack.messenger.send({ tenant: "T01HOME", address: { user: "U01SEAT" } }, { name: "x", title: "x", elements: [] }, "x", "id");
const revoked = (tokens: object) =>
  world.deliver("uninstalled", (it) => {
    it.event = { type: "tokens_revoked", tokens };
  });

test("after the app was uninstalled nobody there is written to, and nothing is heard", async () => {
  expect((await world.deliver("uninstalled")).status).toBe(200);
  await expect(send()).rejects.toMatchObject({ reason: "unreachable" });
  await world.deliver("message-im");
  expect(world.bot.heard).toEqual([]);
  expect(world.double.named("chat.postMessage")).toEqual([]);
  expect(world.logged).toContain("slack.removed");
});

test("the same when the bot's token was revoked", async () => {
  await revoked({ bot: ["U0BOT"] });
  await expect(send()).rejects.toMatchObject({ reason: "unreachable" });
});

test("a person's revoked token, or another workspace's removal, changes nothing", async () => {
  await revoked({ oauth: ["U01SEAT"], bot: [] });
  await world.deliver("uninstalled", (it) => {
    it.team_id = "T77GUEST";
    it.context_team_id = "T77GUEST";
    it.authorizations[0].team_id = "T77GUEST";
  });
  await send();
  expect(world.double.named("chat.postMessage")).toHaveLength(1);
});
