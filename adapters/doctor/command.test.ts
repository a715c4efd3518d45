// The command itself, npm run doctor: all parts together, its exit code, and no secret in what it prints.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { freshDatabase } from "../../test/database.ts";
import { slackDouble } from "../../test/slack-double.ts";
import { startJobs } from "../jobs/index.ts";
import { neededScopes, optionalScopes } from "../slack/scopes.ts";

jest.setTimeout(60_000);

const root = path.join(import.meta.dirname, "../..");
const folder = mkdtempSync(path.join(os.tmpdir(), "doctor-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A developer's .env must not count: an empty setting is none. */
const none = Object.fromEntries(
  ["DATABASE_URL", "PUBLIC_URL", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN", "SLACK_API_URL", "TRUSTED_WORKSPACES", "NODE_ENV"]
    .concat(["TEAMS_APP_ID", "TEAMS_APP_PASSWORD", "TEAMS_TENANT_ID", "TEAMS_PLAYGROUND", "LOCAL_PAGE", "PORT", "HOST", "LOG_LEVEL"])
    .concat(["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "TOKEN_KEYS"])
    .map((name) => [name, ""]),
);

const run = (settings: Readonly<Record<string, string>>) =>
  new Promise<{ code: number; out: string }>((resolve) => {
    const env = { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", ...none, DATA_DIR: folder, ...settings };
    execFile(process.execPath, ["--import", "tsx", "adapters/doctor/main.ts"], { env, cwd: root }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out: out + err }),
    );
  });

test("with everything in order it ends with 0 and says so", async () => {
  const slack = await slackDouble();
  slack.grants([...neededScopes, ...optionalScopes]);
  const url = await freshDatabase();
  await (await startJobs({ url, log: { info() {}, error() {} } })).stop();
  const settings = { DATABASE_URL: url, PUBLIC_URL: "https://bot.krefeld.example", SLACK_API_URL: slack.url, TRUSTED_WORKSPACES: "slack:T01HOME" };
  const { code, out } = await run({ ...settings, SLACK_BOT_TOKEN: "xoxb-canary", SLACK_SIGNING_SECRET: "0123456789abcdef0123456789abcdef" });
  expect(out.trimEnd().split("\n").at(-1)).toBe("Nothing is wrong.");
  expect(out.split("\n").filter((line) => line && !/^ok |^Nothing/.test(line))).toEqual([]);
  expect(code).toBe(0);
  await slack.close();
});

test("it names all that is wrong at once, ends with 1, and prints no secret", async () => {
  const settings = { DATABASE_URL: "postgresql://bot:canary-db@127.0.0.1:1/bot", PORT: "many", PUBLIC_URL: "http://bot.krefeld.example" };
  const slack = { SLACK_BOT_TOKEN: "xoxb-canary", SLACK_SIGNING_SECRET: "canary-signing", SLACK_API_URL: "http://127.0.0.1:1/api/" };
  const { code, out } = await run({ ...settings, ...slack, TEAMS_APP_ID: "canary-id", TEAMS_APP_PASSWORD: "canary-password" });
  const wrong = out.split("\n").filter((line) => line.startsWith("WRONG"));
  for (const part of [
    "Settings: PORT",
    "Settings: TEAMS_TENANT_ID",
    "Public address: PUBLIC_URL",
    "Database: nobody answers",
    "Slack token: Slack cannot be reached",
  ])
    expect(wrong.some((line) => line.startsWith(`WRONG ${part}`))).toBe(true);
  expect(out).not.toMatch(/canary(?!-id)/);
  expect(code).toBe(1);
});

test("on an untouched machine it is well, and starts nothing", async () => {
  const { code, out } = await run({});
  expect(out).toContain("note  Database: not made yet");
  expect(code).toBe(0);
});
