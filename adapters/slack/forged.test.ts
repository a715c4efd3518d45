// Requests that are not from Slack, or not fresh: each is refused before the bot hears of it (R16), over real HTTP.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { silentBot, untilReady } from "../../test/slack-bots.ts";
import { type Double, slackDouble } from "../../test/slack-double.ts";
import { corpus, honest } from "../../test/slack-forged.ts";
import { fromSlack, raw, secret } from "../../test/slack-requests.ts";
import { fixture } from "./fixtures/index.ts";
import { createSlack, type Slack } from "./index.ts";

let double: Double;
let slack: Slack;
let server: Server;
let port: number;
const bot = silentBot();

beforeAll(async () => {
  double = await slackDouble();
  slack = createSlack({ tokens: ["xoxb-1"], signingSecret: secret, apiUrl: double.url }, { bot, log: { info() {}, error() {} } });
  server = createServer(slack.listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
  await untilReady(slack);
});
afterAll(async () => {
  await slack.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await double.close();
});

test("the corpus is large enough", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(60);
});

test("what Slack sends is heard", async () => {
  bot.heard.length = 0;
  for (const name of honest) expect([name, (await fromSlack(port, fixture(name))).status]).toEqual([name, 200]);
  expect(bot.heard).toHaveLength(honest.length);
  bot.heard.length = 0;
});

test.each(corpus)("%s", async (_, request) => {
  const { status, body } = await raw(port, request);
  // Slack's own check of the connection carries no signature and gets an empty answer.
  const check = status === 200 && body === "";
  expect(check || [400, 401, 404, 413].includes(status)).toBe(true);
  expect(bot.heard).toEqual([]);
});

test("another workspace's payload is dropped", async () => {
  expect(
    (
      await fromSlack(port, {
        ...fixture("message-im"),
        authorizations: [{ team_id: "T99", is_bot: true, user_id: "U0" }],
        team_id: "T99",
        context_team_id: "T99",
      })
    ).status,
  ).toBe(200);
  expect(bot.heard).toEqual([]);
});

test("a challenge of Slack's is answered", async () => {
  expect(await fromSlack(port, { type: "url_verification", challenge: "abc" })).toEqual({ status: 200, body: '{"challenge":"abc"}' });
});
