// Installing by OAuth: only the browser that began it ends it, once and in time, and every workspace keeps its own token.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Double, slackDouble } from "../../test/slack-double.ts";
import { createInstall, redirectPath } from "./install.ts";
import type { Installation, Installations } from "./installation.ts";
import { neededScopes, optionalScopes } from "./scopes.ts";

const stored: Installation[] = [];
const spent = new Set<string>();
const installations: Pick<Installations, "put" | "spend"> = {
  put: async (it) => void stored.push(it),
  async spend(nonce) {
    const first = !spent.has(nonce);
    spent.add(nonce);
    return first;
  },
};
const logged: string[] = [];
const log = { info: (event: string, facts?: object) => void logged.push(JSON.stringify([event, facts])), error: (event: string) => void logged.push(event) };
const begin = new Date("2026-11-02T09:00:00Z").getTime();
let at = begin;
let double: Double;
let server: Server;
let base: string;

beforeAll(async () => {
  double = await slackDouble();
  const config = { clientId: "1.2", clientSecret: "canary-secret", stateSecret: "canary-state", origin: "https://bot.example.org", apiUrl: double.url };
  // Two processes behind one address: out by one, back by the other.
  const processes = [1, 2].map(() => createInstall(config, { installations, now: () => new Date(at), log }));
  let turn = 0;
  server = createServer(async (request, response) => {
    if (!(await processes[turn++ % 2]?.(request, response))) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  stored.length = 0;
  logged.length = 0;
  at = begin;
  double.reset();
  double.replies("oauth.v2.access", granted());
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await double.close();
});

const granted = (more: object = {}) => ({
  ok: true,
  app_id: "A01APP",
  access_token: "xoxb-canary",
  token_type: "bot",
  scope: "chat:write,commands",
  bot_user_id: "U0BOT",
  team: { id: "T01HOME", name: "Heimat" },
  enterprise: null,
  is_enterprise_install: false,
  authed_user: { id: "U01SEAT" },
  ...more,
});

async function out() {
  const response = await fetch(`${base}/slack/install`, { redirect: "manual" });
  const address = new URL(response.headers.get("location") ?? "");
  return { address, cookie: response.headers.get("set-cookie") ?? "", state: address.searchParams.get("state") ?? "" };
}

async function back(state: string, cookie: string, query = "code=canary-code", headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${base}${redirectPath}?${query}&state=${state}`, { headers: { cookie: cookie.split(";")[0] ?? "", ...headers } });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

const exchanged = () => double.named("oauth.v2.access").length;

test("the way out names the scopes, the way back and a state, and binds the state to the browser for ten minutes", async () => {
  const { address, cookie, state } = await out();
  expect(`${address.origin}${address.pathname}`).toBe("https://slack.com/oauth/v2/authorize");
  expect(address.searchParams.get("scope")?.split(",")).toEqual([...neededScopes, ...optionalScopes]);
  expect(address.searchParams.get("redirect_uri")).toBe(`https://bot.example.org${redirectPath}`);
  expect(cookie).toContain(`__Host-slack-install=${state};`);
  for (const part of ["Secure", "HttpOnly", "Path=/", "Max-Age=600"]) expect(cookie).toContain(part);
});

test("the way back brings the token of that workspace, and says what to do next", async () => {
  const { state, cookie } = await out();
  const { status, text, headers } = await back(state, cookie);
  expect([status, text]).toEqual([200, expect.stringContaining("Der Bündnisbot ist installiert")]);
  expect(stored).toEqual([{ tenant: "T01HOME", botToken: "xoxb-canary", botId: "B0BOT", botUserId: "U0BOT", scopes: ["chat:write", "commands"] }]);
  expect(double.named("oauth.v2.access")[0]?.args).toMatchObject({ code: "canary-code", redirect_uri: `https://bot.example.org${redirectPath}` });
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(text + logged.join()).not.toContain("canary");
});

test("an installation for a whole organisation is kept under the organisation", async () => {
  double.replies("oauth.v2.access", granted({ team: null, enterprise: { id: "E01GRID", name: "Land" }, is_enterprise_install: true }));
  const { state, cookie } = await out();
  expect((await back(state, cookie)).status).toBe(200);
  expect(stored.map(({ tenant }) => tenant)).toEqual(["E01GRID"]);
});

test("another browser cannot end what this one began", async () => {
  const [one, other] = [await out(), await out()];
  expect((await back(one.state, "")).status).toBe(400);
  expect((await back(one.state, other.cookie)).status).toBe(400);
  expect([exchanged(), stored]).toEqual([0, []]);
  expect((await back(one.state, one.cookie)).status).toBe(200);
});

test("a state is good once", async () => {
  const { state, cookie } = await out();
  expect((await back(state, cookie)).status).toBe(200);
  expect((await back(state, cookie)).status).toBe(400);
  expect([exchanged(), stored.length]).toEqual([1, 1]);
});

test.each([
  ["ten minutes and a second later", 601_000, 400],
  ["before ten minutes are over", 599_000, 200],
  ["by a clock that was put back", -10_000, 400],
])("%s the way back ends as it should", async (_, ms, status) => {
  const { state, cookie } = await out();
  at = begin + ms;
  expect((await back(state, cookie)).status).toBe(status);
});

test("a state of somebody else's making is refused, also with a cookie that fits", async () => {
  const { state } = await out();
  const [nonce, time, mac] = state.split(".");
  for (const forged of [`${nonce}x.${time}.${mac}`, `${nonce}.${Number(time) + 1}.${mac}`, `${nonce}.${time}.`, "x", `${nonce}.${time}.${mac}x`])
    expect((await back(forged, `__Host-slack-install=${forged}`)).status).toBe(400);
  expect(exchanged()).toBe(0);
});

test("who stops halfway, or is refused by Slack, reads that nothing was installed, in their language", async () => {
  const { state, cookie } = await out();
  expect((await back(state, cookie, "error=access_denied", { "accept-language": "en-GB,en" })).text).toContain("The alliance bot is not installed");
  const again = await out();
  double.replies("oauth.v2.access", { ok: false, error: "invalid_code" });
  expect(await back(again.state, again.cookie)).toMatchObject({ status: 400, text: expect.stringContaining("Noch einmal beginnen") });
  expect(stored).toEqual([]);
  expect(logged.join()).not.toContain("canary");
});

test("an installation without a token for the bot is none", async () => {
  double.replies("oauth.v2.access", granted({ access_token: undefined }));
  const { state, cookie } = await out();
  expect((await back(state, cookie)).status).toBe(400);
  expect(stored).toEqual([]);
});

test("only these two pages are answered, and only to a browser that asks", async () => {
  expect((await fetch(`${base}/slack/events`)).status).toBe(404);
  expect((await fetch(`${base}/slack/install`, { method: "POST", redirect: "manual" })).status).toBe(405);
});
