// Many workspaces installed by OAuth: each is answered and written to with its own token, from its installation to its removal.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Listening, silentBot, untilReady } from "../../test/slack-bots.ts";
import { type Double, slackDouble } from "../../test/slack-double.ts";
import { fromSlack, secret } from "../../test/slack-requests.ts";
import { fixture, type Payload } from "./fixtures/index.ts";
import { createSlack, type Slack } from "./index.ts";
import type { Installation } from "./installation.ts";
import { openWorkspaces } from "./workspaces.ts";

const installation = (tenant: string, botToken = `xoxb-${tenant}`): Installation => ({ tenant, botToken, botId: "B0BOT", botUserId: "U0BOT", scopes: [] });
const stored = new Map<string, Installation>();
let broken = false;
const installations = {
  async of(tenant: string) {
    if (broken) throw new Error("no database");
    return stored.get(tenant);
  },
  remove: async (tenant: string) => void stored.delete(tenant),
};
const log = { info() {}, error() {} };
const joined: string[] = [];
let double: Double;
let slack: Slack;
let server: Server;
let bot: Listening;

beforeEach(async () => {
  broken = false;
  joined.length = 0;
  stored.clear();
  for (const tenant of ["T01HOME", "T77GUEST"]) stored.set(tenant, installation(tenant));
  double = await slackDouble();
  bot = silentBot();
  const ports = { bot, log, installations, joined: async (tenant: string) => void joined.push(tenant) };
  slack = createSlack({ tokens: [], signingSecret: secret, apiUrl: double.url }, ports);
  server = createServer(slack.listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  await untilReady(slack);
});
afterEach(async () => {
  await slack.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await double.close();
});

const deliver = (name: string, change: (it: Payload) => void = () => {}) => {
  const payload = fixture(name);
  change(payload);
  return fromSlack((server.address() as AddressInfo).port, payload, {});
};
const send = (tenant: string) => slack.messenger.send({ tenant, address: { channel: "D01SEAT" } }, { name: "x", title: "x", elements: [] }, "x", "id");
const tokens = () => double.calls.map(({ token }) => token);

test("a workspace is known as soon as it is installed, without a restart, and made known once", async () => {
  for (const name of ["message-im", "slash-direct"]) await deliver(name);
  expect(bot.heard.map(({ from }) => from.tenant)).toEqual(["T01HOME", "T01HOME"]);
  expect(joined).toEqual(["T01HOME"]);
});

test("each workspace is written to with its own token", async () => {
  await send("T01HOME");
  await send("T77GUEST");
  expect(tokens()).toEqual(["Bearer xoxb-T01HOME", "Bearer xoxb-T77GUEST"]);
  await expect(send("T99")).rejects.toMatchObject({ reason: "unreachable" });
});

test("in a channel shared by two workspaces that both installed it, the one the event is for counts, never the guest's own", async () => {
  await deliver("connect-mention");
  await deliver("connect-press");
  expect(bot.heard.map(({ from }) => from.tenant)).toEqual(["T01HOME", "T01HOME"]);
});

test("an organisation-wide installation speaks for its workspaces, and for no others", async () => {
  await deliver("grid-message");
  expect(bot.heard).toEqual([]);
  stored.set("E01GRID", installation("E01GRID"));
  await deliver("grid-message");
  expect(bot.heard.map(({ from }) => from.tenant)).toEqual(["E01GRID"]);
});

test("who uninstalls takes the stored token along, and leaves the others alone", async () => {
  await send("T01HOME");
  expect((await deliver("uninstalled")).status).toBe(200);
  expect([...stored.keys()]).toEqual(["T77GUEST"]);
  await expect(send("T01HOME")).rejects.toMatchObject({ reason: "unreachable" });
  await send("T77GUEST");
  await deliver("message-im");
  expect(bot.heard).toEqual([]);
});

test("while installations cannot be looked up nothing is swallowed: Slack repeats", async () => {
  broken = true;
  expect((await deliver("message-im")).status).toBe(500);
  await expect(send("T01HOME")).rejects.toMatchObject({ reason: "busy", uncertain: false });
  broken = false;
  expect((await deliver("message-im")).status).toBe(200);
  expect(bot.heard).toHaveLength(1);
});

test("what another process installed anew or removed counts after a minute at the latest", async () => {
  let now = 0;
  const workspaces = openWorkspaces([], double.url, { log, installations, elapsed: () => now });
  const token = async () => (await workspaces.of("T01HOME"))?.token;
  expect(await token()).toBe("xoxb-T01HOME");
  stored.set("T01HOME", installation("T01HOME", "xoxb-new"));
  now = 59_000;
  expect(await token()).toBe("xoxb-T01HOME");
  now = 61_000;
  expect(await token()).toBe("xoxb-new");
  stored.delete("T01HOME");
  now = 130_000;
  expect(await token()).toBeUndefined();
});
