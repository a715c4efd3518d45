// The environment: what is missing or wrong is said at once, in words an operator can act on.
import { ConfigError, readConfig } from "./config.ts";

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env, "/app");
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
};

test("nothing configured means the local page on its own database", () => {
  expect(readConfig({}, "/app")).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    dataDir: "/app/.data",
    databaseUrl: undefined,
    slack: undefined,
    publicUrl: "http://127.0.0.1:3000",
  });
});

test("production without a messenger names every missing setting in one message", () => {
  const faults = faultsOf({ NODE_ENV: "production" });
  for (const name of ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "TEAMS_APP_ID", "TEAMS_APP_PASSWORD", "TEAMS_TENANT_ID", "DATABASE_URL", "PUBLIC_URL"])
    expect(faults.join("\n")).toContain(name);
});

test("several wrong settings are named together", () => {
  const faults = faultsOf({ PORT: "many", DATABASE_URL: "mysql://x", PUBLIC_URL: "bot", LOG_LEVEL: "loud" });
  expect(faults.map((fault) => fault.split(" ")[0])).toEqual(["PORT", "DATABASE_URL", "PUBLIC_URL", "LOG_LEVEL"]);
});

test("what is misspelt and what is missing are named in one message, each once", () => {
  const faults = faultsOf({ PORT: "many", DATABASE_URL: "mysql://x", NODE_ENV: "production", TEAMS_APP_ID: "id" });
  expect(faults.map((fault) => fault.split(" ")[0])).toEqual(["PORT", "DATABASE_URL", "TEAMS_APP_PASSWORD", "TEAMS_TENANT_ID"]);
});

test("half of Slack is not enough, and an empty setting is no setting", () => {
  expect(faultsOf({ SLACK_BOT_TOKEN: "xoxb-1" }).join()).toContain("SLACK_SIGNING_SECRET");
  expect(faultsOf({ SLACK_SIGNING_SECRET: "s" }).join()).toContain("SLACK_BOT_TOKEN");
  expect(faultsOf({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: " " }).join()).toContain("SLACK_SIGNING_SECRET");
  expect(readConfig({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" }, "/app").slack).toMatchObject({ botToken: "xoxb-1", appToken: "xapp-1" });
});

describe("several workspaces in Slack", () => {
  const keys = (name: string) => `${name}:${Buffer.alloc(32, name).toString("base64")}`;
  const all = {
    ...{ SLACK_CLIENT_ID: "1.2", SLACK_CLIENT_SECRET: "canary", TOKEN_KEYS: `${keys("2027")}, ${keys("2026")}` },
    ...{ SLACK_SIGNING_SECRET: "s", PUBLIC_URL: "https://bot.example.org/" },
  };
  const named = (env: Record<string, string>) => faultsOf(env).map((fault) => fault.split(" ")[0]);

  test("need their five settings and no token; one of the operator's own workspace may stand beside them", () => {
    const { slack, page, host } = readConfig(all, "/app");
    expect([page, host, slack?.botToken, slack?.oauth?.origin]).toEqual([false, "0.0.0.0", undefined, "https://bot.example.org"]);
    expect(readConfig({ ...all, SLACK_BOT_TOKEN: "xoxb-1" }, "/app").slack).toMatchObject({ botToken: "xoxb-1", oauth: { clientId: "1.2" } });
    expect(readConfig({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s" }, "/app").slack?.oauth).toBeUndefined();
  });

  test.each(["development", "production"])("what is missing is named at once, in %s", (mode) => {
    const rest = ["SLACK_CLIENT_SECRET", "TOKEN_KEYS", "SLACK_SIGNING_SECRET", "PUBLIC_URL"];
    expect(named({ NODE_ENV: mode, SLACK_CLIENT_ID: "1.2" })).toEqual(rest);
    expect(named({ NODE_ENV: mode, SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s", TOKEN_KEYS: all.TOKEN_KEYS })).toEqual([
      ...["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "PUBLIC_URL"],
    ]);
  });

  test("keys that are none are named by their place, together with what else is wrong, and never quoted", () => {
    const faults = faultsOf({ ...all, PORT: "many", TOKEN_KEYS: `${keys("2027")},canary` });
    expect(faults).toEqual([expect.stringMatching(/^PORT /), expect.stringMatching(/^TOKEN_KEYS is not in order: entry 2 must be.*openssl/)]);
    expect(faults.join()).not.toContain("canary");
  });

  test("Socket Mode is for one workspace, and in production Slack sends the browser back under https only", () => {
    expect(named({ ...all, SLACK_APP_TOKEN: "xapp-1" })).toEqual(["SLACK_APP_TOKEN"]);
    expect(named({ ...all, NODE_ENV: "production", PUBLIC_URL: "http://bot.example.org" })).toEqual(["PUBLIC_URL"]);
  });
});

test("with Slack the bot listens for others and gives no links it cannot keep", () => {
  expect(readConfig({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s" }, "/app")).toMatchObject({ host: "0.0.0.0", publicUrl: undefined });
});

test("Teams wants all of its settings, and production takes it instead of Slack", () => {
  const all = { TEAMS_APP_ID: "id", TEAMS_APP_PASSWORD: "secret", TEAMS_TENANT_ID: "tenant" };
  expect(faultsOf({ TEAMS_APP_ID: "id" }).map((fault) => fault.split(" ")[0])).toEqual(["TEAMS_APP_PASSWORD", "TEAMS_TENANT_ID"]);
  expect(readConfig({ ...all, NODE_ENV: "production" }, "/app")).toMatchObject({
    host: "0.0.0.0",
    teams: { app: { id: "id", password: "secret", tenantId: "tenant" } },
  });
  expect(readConfig({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s" }, "/app").teams).toBeUndefined();
});

test("the playground authenticates nobody: never in production, never beside an app id, only on this machine", () => {
  expect(readConfig({ TEAMS_PLAYGROUND: "yes" }, "/app")).toMatchObject({ host: "127.0.0.1", teams: { app: undefined } });
  expect(faultsOf({ TEAMS_PLAYGROUND: "yes", NODE_ENV: "production" }).join()).toContain("TEAMS_PLAYGROUND");
  expect(faultsOf({ TEAMS_PLAYGROUND: "yes", TEAMS_APP_ID: "id" }).join()).toContain("TEAMS_PLAYGROUND");
});

test("the page stands beside messengers only where it is asked for: on this machine, and never in production", () => {
  const slack = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s" };
  expect([readConfig({}, "/app"), readConfig(slack, "/app"), readConfig({ TEAMS_PLAYGROUND: "yes" }, "/app")].map(({ page }) => page)).toEqual([
    true,
    false,
    false,
  ]);
  const all = { ...slack, TEAMS_PLAYGROUND: "yes", LOCAL_PAGE: "yes" };
  expect(readConfig(all, "/app")).toMatchObject({ page: true, host: "127.0.0.1", publicUrl: "http://127.0.0.1:3000", teams: { app: undefined } });
  expect(faultsOf({ ...all, HOST: "0.0.0.0" }).join()).toContain("HOST");
  expect(faultsOf({ ...slack, LOCAL_PAGE: "yes", NODE_ENV: "production" }).join()).toContain("LOCAL_PAGE");
  expect(faultsOf({ LOCAL_PAGE: "1" }).join()).toContain("LOCAL_PAGE");
});
