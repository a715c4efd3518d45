// A live card of a channel, over signed HTTP: owed to the channel where the bot can post there, and edited in place.
import { card } from "../../src/card.ts";
import { wish } from "../../src/wish.ts";
import { slackWorld, type World } from "../../test/slack-world.ts";

const shown = card("round.live", "Fragerunde läuft: Frage 4 von 11");
const next = card("round.live", "Fragerunde läuft: Frage 5 von 11", { buttons: [{ label: "Fragenliste", wish: wish("question.list") }] });

let world: World;
beforeAll(async () => {
  world = await slackWorld();
});
beforeEach(() => {
  world.double.reset();
  world.bot.heard.length = 0;
  world.bot.answers({ show: shown, open: true, matter: "round:m1" });
});
afterAll(() => world.close());

const body = async (got: Promise<{ status: number; body: string }>) => {
  const { status, body } = await got;
  expect(status).toBe(200);
  return body === "" ? undefined : JSON.parse(body);
};

test("asked for by a mention it is owed to the channel, and shown nowhere a second time, however often Slack asks", async () => {
  for (let n = 0; n < 3; n++) await body(world.deliver("mention", undefined, { "x-slack-retry-num": String(n) }));
  expect(world.bot.heard.map(({ room }) => room)).toEqual([{ channel: "C01HALL" }, { channel: "C01HALL" }, { channel: "C01HALL" }]);
  expect(world.double.named("chat.postMessage")).toEqual([]);
  expect(world.double.named("chat.postEphemeral")).toEqual([]);
});

test("asked for by a slash command it is shown at once, because the bot may be no member of the channel", async () => {
  expect(await body(world.deliver("slash-channel"))).toMatchObject({ response_type: "in_channel" });
  expect(world.bot.heard[0]?.room).toBeUndefined();
});

test("it is posted into the channel's main flow and edited there", async () => {
  world.double.replies("chat.postMessage", { ok: true, channel: "C01HALL", ts: "1790000400.000100" });
  const to = { tenant: "T01HOME", address: { channel: "C01HALL" } };
  const ref = await world.slack.messenger.send(to, shown, "twin", "id-1");
  await world.slack.messenger.update(to, ref, next, "twin");
  expect(world.double.calls.map(({ method, args }) => [method, args["channel"], args["thread_ts"], args["ts"]])).toEqual([
    ["chat.postMessage", "C01HALL", undefined, undefined],
    ["chat.update", "C01HALL", undefined, "1790000400.000100"],
  ]);
});
