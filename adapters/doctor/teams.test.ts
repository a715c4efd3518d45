// The doctor at Microsoft: a double of the sign-in that refuses in Microsoft's numbers, and a local OpenID server.
import { type Double, type Keys, keysDouble, teamsDouble } from "../../test/teams-double.ts";
import { examineTeams } from "./teams.ts";

const settings = { appId: "22222222-2222-4222-8222-222222222222", password: "canary~secret", tenantId: "11111111-1111-4111-8111-111111111111" };
let double: Double;
let keys: Keys;
beforeAll(async () => {
  [double, keys] = await Promise.all([teamsDouble(), keysDouble()]);
});
beforeEach(() => {
  double.reset();
  double.replies({ status: 200, body: { token_type: "Bearer", access_token: "canary-token" } });
});
afterAll(() => Promise.all([double.close(), keys.close()]));

const look = (change: Partial<typeof settings> = {}, openIdMetadata = keys.url) =>
  examineTeams({ ...settings, ...change }, { login: double.url, openIdMetadata });
const texts = async (change?: Partial<typeof settings>) => (await look(change)).filter(({ state }) => state === "wrong").map(({ text }) => text);

test("without Teams there is nothing to say", async () => {
  expect(await examineTeams({ appId: undefined, password: undefined, tenantId: undefined }, { login: double.url, openIdMetadata: keys.url })).toEqual([]);
});

test("a token is asked for as the bot asks for it, and nothing of it is told", async () => {
  const findings = await look();
  expect(findings.map(({ state }) => state)).toEqual(["ok", "ok"]);
  expect(JSON.stringify(findings)).not.toContain("canary");
  expect(double.calls).toMatchObject([
    {
      what: `POST /${settings.tenantId}/oauth2/v2.0/token`,
      body: { grant_type: "client_credentials", client_id: settings.appId, scope: "https://api.botframework.com/.default" },
    },
  ]);
});

test.each([
  [7000215, "invalid_client", "does not know this client secret", "TEAMS_APP_PASSWORD"],
  [7000222, "invalid_client", "has expired", "TEAMS_APP_PASSWORD"],
  [700016, "unauthorized_client", "the tenant has no such app", "TEAMS_APP_ID"],
  [90002, "invalid_request", "no such tenant", "TEAMS_TENANT_ID"],
  [7000112, "unauthorized_client", "switched off", "Enterprise applications"],
  [50000, "server_error", "AADSTS50000", "app registration"],
])("Microsoft's refusal %i is told in words, with what to do", async (code, error, says, remedy) => {
  double.replies({ status: 401, body: { error, error_codes: [code], error_description: "AADSTS: canary~secret" } });
  expect(await texts()).toEqual([expect.stringContaining(says)]);
  expect((await texts()).join()).toContain(remedy);
  expect((await texts()).join()).not.toContain("canary");
});

test("a sign-in that is down or out of reach is no fault of the secret", async () => {
  double.replies({ status: 503 });
  expect(await texts()).toEqual([expect.stringContaining("answered 503")]);
  double.replies("dropped");
  expect(await texts()).toEqual([expect.stringContaining("cannot be reached from this machine")]);
});

test("an id that is none is told before Microsoft is asked", async () => {
  expect(await texts({ appId: "buendnisbot", tenantId: "krefeld.de" })).toEqual([
    expect.stringContaining("TEAMS_APP_ID"),
    expect.stringContaining("TEAMS_TENANT_ID"),
  ]);
  expect(double.calls).toEqual([]);
});

test("without Microsoft's keys Teams' requests cannot be checked, so that is a fault", async () => {
  const findings = await look({}, `${double.url}/openid`);
  expect(findings).toContainEqual({ state: "wrong", about: "Teams keys", text: expect.stringContaining("proxy, firewall") });
});
