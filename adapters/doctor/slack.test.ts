// The doctor at Slack: a double that answers as Slack does about tokens and scopes.
import { type Double, slackDouble } from "../../test/slack-double.ts";
import { neededScopes, optionalScopes } from "../slack/scopes.ts";
import { examineSlack, type SlackSettings } from "./slack.ts";

const secret = "0123456789abcdef0123456789abcdef";
let double: Double;
beforeAll(async () => {
  double = await slackDouble();
});
beforeEach(() => {
  double.reset();
  double.grants([...neededScopes, ...optionalScopes]);
});
afterAll(() => double.close());

const look = (change: Partial<SlackSettings> = {}) =>
  examineSlack({
    ...{ botToken: "xoxb-canary", signingSecret: secret, appToken: undefined, clientId: undefined, clientSecret: undefined },
    ...{ apiUrl: double.url, trusted: ["slack:T01HOME"], ...change },
  });
const faults = async (change?: Partial<SlackSettings>) =>
  (await look(change)).filter(({ state }) => state === "wrong").map(({ about, text }) => `${about}: ${text}`);

test("without Slack there is nothing to say", async () => {
  const nothing = { botToken: undefined, signingSecret: undefined, appToken: undefined, clientId: undefined, clientSecret: undefined };
  expect(await examineSlack({ ...nothing, apiUrl: undefined, trusted: [] })).toEqual([]);
});

test("a good token with all scopes is well", async () => {
  expect((await look()).map(({ state, about }) => [state, about])).toEqual([
    ["ok", "Slack token"],
    ["ok", "Slack scopes"],
    ["ok", "Slack signing secret"],
  ]);
  expect(double.calls.map(({ method }) => method)).toEqual(["auth.test"]);
});

test("scopes that are missing are named, with where to add them", async () => {
  double.grants(["chat:write", "commands", "im:write", "users:read", "users:read.email"]);
  expect(await faults()).toEqual([
    expect.stringMatching(/^Slack scopes: missing: app_mentions:read, im:history\. Add them under „OAuth & Permissions“.*reinstall/),
  ]);
});

test("declined e-mail scopes are worth a note, and no fault", async () => {
  double.grants(neededScopes);
  expect(await look()).toContainEqual({ state: "note", about: "Slack scopes", text: expect.stringContaining("users:read.email") });
  expect(await faults()).toEqual([]);
});

test("addresses that may be read but are not trusted are worth a note that names the workspace", async () => {
  expect(await look({ trusted: [] })).toContainEqual({ state: "note", about: "Slack e-mail", text: expect.stringContaining("slack:T01HOME") });
});

test.each([
  ["invalid_auth", "Slack does not know it"],
  ["token_revoked", "it was revoked"],
  ["account_inactive", "the app was removed"],
  ["something_new", "Slack refuses it (something_new)"],
])("a token that Slack refuses with %s is told in words", async (error, says) => {
  double.replies("auth.test", { ok: false, error });
  expect(await faults()).toEqual([expect.stringContaining(says)]);
  expect((await faults()).join()).toContain("SLACK_BOT_TOKEN");
});

test("a person's token is told apart from a bot's", async () => {
  double.replies("auth.test", { ok: true, team_id: "T01HOME", user_id: "U01" });
  expect(await faults()).toEqual([expect.stringContaining("belongs to a person")]);
});

test("Slack out of reach is no fault of the token", async () => {
  double.replies("auth.test", "dropped");
  expect(await faults()).toEqual([expect.stringContaining("cannot be reached from this machine")]);
  double.replies("auth.test", { status: 502 });
  expect(await faults()).toEqual([expect.stringContaining("proxy, firewall")]);
});

test("in Socket Mode the app token is tried instead of the signing secret", async () => {
  double.replies("apps.connections.open", { ok: true, url: "wss://127.0.0.1/" });
  expect((await look({ appToken: "xapp-canary", signingSecret: undefined })).map(({ about }) => about)).toEqual([
    "Slack token",
    "Slack scopes",
    "Slack Socket Mode",
  ]);
  double.replies("apps.connections.open", { ok: false, error: "missing_scope" });
  expect(await faults({ appToken: "xapp-canary" })).toEqual([expect.stringMatching(/lacks a scope.*connections:write/)]);
});

describe("for several workspaces", () => {
  const oauth = { botToken: undefined, clientId: "1.2", clientSecret: "canary-client" };

  test("an app that Slack knows is well, without a token of its own", async () => {
    double.replies("oauth.v2.access", { ok: false, error: "invalid_code" });
    expect((await look(oauth)).map(({ state, about }) => [state, about])).toEqual([
      ["ok", "Slack installation"],
      ["ok", "Slack signing secret"],
    ]);
  });

  test.each([
    ["invalid_client_id", "knows no app by this client ID"],
    ["bad_client_secret", "the client secret is another one"],
  ])("%s is told in words", async (error, says) => {
    double.replies("oauth.v2.access", { ok: false, error });
    expect(await faults(oauth)).toEqual([expect.stringMatching(new RegExp(`^Slack installation: .*${says}.*SLACK_CLIENT_SECRET`))]);
  });
});

test("a signing secret that is missing is a fault, an odd one a note", async () => {
  expect(await faults({ signingSecret: undefined })).toEqual([expect.stringContaining("Signing Secret")]);
  expect(await look({ signingSecret: "xoxb-canary" })).toContainEqual({
    state: "note",
    about: "Slack signing secret",
    text: expect.stringContaining("does not look like"),
  });
});
