// Requests that are not from Teams, or not for this bot: each is refused before the bot hears of it (R16), over real HTTP.
import { createServer } from "node:http";
import { post, teamsWorld, tenant, type World } from "../../test/teams-world.ts";
import { fixture } from "./fixtures/index.ts";
import { createTeams } from "./index.ts";

let world: World;
beforeAll(async () => {
  // The SDK prints what it refuses; the numbers below say it better.
  jest.spyOn(console, "error").mockImplementation(() => {});
  world = await teamsWorld();
});
beforeEach(() => {
  world.bot.heard.length = 0;
  world.double.reset();
  world.logged.length = 0;
});
afterAll(async () => {
  await world.close();
  jest.restoreAllMocks();
});

const now = Math.floor(Date.now() / 1000);
const bearer = (claims: object = {}, more: object = {}) => ({
  authorization: `Bearer ${world.keys.token({ claims: { ...world.claims, ...claims }, ...more })}`,
});

test("what Teams signed is heard", async () => {
  expect((await world.deliver("message-personal")).status).toBe(200);
  expect(world.bot.heard).toHaveLength(1);
});

test.each<[string, () => Record<string, string>]>([
  ["no token", () => ({ authorization: "" })],
  ["no token but a name", () => ({ authorization: "Basic YTpi" })],
  ["something that is no token", () => ({ authorization: "Bearer abc" })],
  ["parts that are no JSON", () => ({ authorization: "Bearer a.b.c" })],
  ["a token with a line end", () => ({ authorization: `${bearer().authorization} x` })],
  ["another issuer", () => bearer({ iss: "https://evil.example" })],
  [
    "an issuer of test programs",
    () => bearer({ iss: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", ver: "1.0", appid: world.claims["aud"] }),
  ],
  [
    "another tenant of Entra",
    () => bearer({ iss: "https://login.microsoftonline.com/66666666-0000-0000-0000-000000000000/v2.0", ver: "2.0", serviceurl: undefined }),
  ],
  ["another bot as the audience", () => bearer({ aud: "other" })],
  ["no audience", () => bearer({ aud: undefined })],
  ["a token that has run out", () => bearer({ nbf: 1, exp: now - 4000 })],
  ["a token of tomorrow", () => bearer({ nbf: now + 4000, exp: now + 9000 })],
  ["another address of the service", () => bearer({ serviceurl: "https://smba.trafficmanager.net/de/" })],
  ["no address of the service", () => bearer({ serviceurl: undefined })],
  ["another signature", () => bearer({}, { forged: true })],
  ["no signature", () => bearer({}, { alg: "none" })],
  ["a signature with a shared secret", () => bearer({}, { alg: "HS256" })],
  ["an unknown key", () => bearer({}, { kid: "unknown" })],
  ["a key for other channels", () => bearer({}, { kid: "other" })],
  ["a key for nothing", () => bearer({}, { kid: "bare" })],
])("%s is refused", async (_, headers) => {
  const { status, text } = await world.deliver("message-personal", undefined, headers());
  expect([401, 403]).toContain(status);
  expect([text, world.bot.heard.length, world.double.calls.length]).toEqual(["", 0, 0]);
  expect(world.logged).toEqual(["teams.refused"]);
});

test.each<[string, (it: ReturnType<typeof fixture>) => void]>([
  ["another tenant", (it) => (it.conversation.tenantId = it.channelData.tenant.id = "99999999-9999-4999-8999-999999999999")],
  ["two tenants", (it) => (it.channelData.tenant.id = "99999999-9999-4999-8999-999999999999")],
  [
    "no tenant",
    (it) => {
      it.channelData = undefined;
      it.conversation.tenantId = undefined;
    },
  ],
  ["another channel than Teams", (it) => (it.channelId = "webchat")],
])("a good token for %s is refused", async (_, change) => {
  expect([401, 403]).toContain((await world.deliver("message-personal", change)).status);
  expect([world.bot.heard, world.double.calls, world.joined.filter((it) => it !== tenant)]).toEqual([[], [], []]);
});

test.each([
  "https://smba.trafficmanager.net.evil.example/",
  "https://evil.trafficmanager.net/",
  "http://smba.trafficmanager.net/",
  "https://smba.trafficmanager.net:8443/",
  "https://smba.trafficmanager.net@evil.example/",
  "http://127.0.0.1:1/",
  "file:///etc/passwd",
  "x",
])("the bot's token never goes to %s, even where a token names it", async (serviceUrl) => {
  const change = (it: ReturnType<typeof fixture>) => {
    it.serviceUrl = serviceUrl;
  };
  expect((await world.deliver("message-group", change, bearer({ serviceurl: serviceUrl }))).status).toBe(403);
  const to = { tenant, address: { serviceUrl, bot: "28:bot", conversation: "a:direct" } };
  await expect(world.teams.messenger.send(to, { name: "x", title: "x", elements: [] }, "x", "1")).rejects.toMatchObject({
    reason: "refused",
    uncertain: false,
  });
  expect([world.bot.heard, world.double.calls]).toEqual([[], []]);
});

test("what is no activity is refused without a word", async () => {
  const send = (body: string, method = "POST") => post(world.port, body, bearer(), method).then(({ status, text }) => [status, text]);
  expect(await send("{")).toEqual([400, ""]);
  expect(await send("[]")).toEqual([400, ""]);
  expect(await send(JSON.stringify({ type: "message" }))).toEqual([400, ""]);
  expect(await send("", "GET")).toEqual([405, ""]);
  expect(await send(" ".repeat(300_000))).toEqual([413, ""]);
  expect((await world.deliver("message-personal", (it) => (it.from = { id: 7 }))).status).toBe(200);
  expect((await world.deliver("press-personal", (it) => (it.from = undefined))).status).toBe(400);
  expect(world.bot.heard).toEqual([]);
});

test("where Microsoft's keys cannot be had, Teams is told to come again", async () => {
  const port = await deadPort();
  const log = { info() {}, error() {} };
  const cloud = { openIdMetadata: `http://127.0.0.1:${port}/keys`, issuer: "https://api.botframework.com", origins: [] };
  const teams = createTeams({ app: { id: String(world.claims["aud"]), password: "x", tenantId: tenant }, production: true, cloud }, { bot: world.bot, log });
  const server = createServer((request, response) => void teams.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address() as { port: number };
  expect((await post(address.port, JSON.stringify(fixture("message-personal")), bearer())).status).toBe(503);
  await new Promise((resolve) => server.close(resolve));
});

async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe("without an app id", () => {
  let local: World;
  beforeAll(async () => {
    local = await teamsWorld({ anonymous: true });
  });
  afterAll(() => local.close());

  test("programs on this machine are heard", async () => {
    expect((await local.deliver("message-personal")).status).toBe(200);
    expect(local.bot.heard).toHaveLength(1);
  });

  test.each([
    ["a page in a browser", { origin: "http://127.0.0.1:56150" }],
    ["a form in a browser", { "content-type": "text/plain" }],
    ["a tunnel", { "x-forwarded-for": "203.0.113.9" }],
    ["a proxy", { forwarded: "for=203.0.113.9" }],
  ])("%s is refused", async (_, headers) => {
    local.bot.heard.length = 0;
    expect((await local.deliver("message-personal", undefined, headers)).status).toBe(403);
    expect(local.bot.heard).toEqual([]);
  });

  test("answers go nowhere but to this machine", async () => {
    local.bot.heard.length = 0;
    for (const url of ["https://smba.trafficmanager.net/de/", "http://192.0.2.1/"])
      expect((await local.deliver("message-personal", (it) => (it.serviceUrl = url))).status).toBe(403);
    expect(local.bot.heard).toEqual([]);
  });

  test("production does not start", () => {
    expect(() => createTeams({ production: true }, { bot: local.bot, log: { info() {}, error() {} } })).toThrow("app id");
  });
});
