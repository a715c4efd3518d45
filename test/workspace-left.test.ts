// A whole Slack workspace takes the app away: the office reads of it once, in another workspace, whichever way the first one had come in.
import { randomBytes } from "node:crypto";
import type { Pool } from "pg";
import { fixture, type Payload } from "../adapters/slack/fixtures/index.ts";
import { neededScopes } from "../adapters/slack/scopes.ts";
import { openPool } from "../adapters/store/session.ts";
import { seed } from "../adapters/store/specimen.ts";
import { translator } from "../locales/index.ts";
import * as a from "../src/testing/examples.ts";
import { freshDatabase } from "./database.ts";
import { type Process, startProcess, until } from "./process.ts";
import { type Double, remember, slackDouble } from "./slack-double.ts";
import { fromSlack, secret } from "./slack-requests.ts";

jest.setTimeout(60_000);

/** One by the operator's own token, one installed from the browser. */
const [home, away] = ["T01HOME", "T02AWAY"];
const title = translator("de")("workspaceLeft.title", { messenger: "slack" });

let slack: Double;
let pool: Pool;
let bot: Process;
let port: number;

beforeAll(async () => {
  const url = await freshDatabase();
  slack = await slackDouble();
  remember(slack);
  slack.replies("oauth.v2.access", {
    ...{ ok: true, app_id: "A01APP", access_token: `xoxb-${away}`, token_type: "bot", scope: neededScopes.join(), bot_user_id: "U0BOT" },
    ...{ team: { id: away, name: "Fremde" }, enterprise: null, is_enterprise_install: false, authed_user: { id: "U01SEAT" } },
  });
  pool = openPool(url);
  const account = (personId: string, tenant: string, receives = true) => {
    const user = `${personId}-${tenant}`;
    return a.account({ ...{ id: user, allianceId: "x", personId, messenger: "slack", tenant, user, receives }, address: { channel: `D${user}`, user } });
  };
  await seed(pool)({
    Alliance: [a.alliance({ id: "x" })],
    Workspace: [{ messenger: "slack", tenant: away, allianceId: "x", trustsEmail: false }],
    Organisation: [a.organisation({ id: "o", allianceId: "x", nameDe: "Verein" })],
    Person: [
      ...["both", "only"].map((id) => a.person({ id, allianceId: "x", roles: ["organiser"] })),
      a.person({ id: "seat", allianceId: "x", name: "Delegierte Person", organisationId: "o" }),
    ],
    Account: [account("both", home), account("both", away, false), account("only", away), account("seat", away)],
  });
  bot = startProcess({
    ...{ DATABASE_URL: url, SLACK_API_URL: slack.url, SLACK_SIGNING_SECRET: secret, PUBLIC_URL: "https://bot.example.org", SLACK_BOT_TOKEN: `xoxb-${home}` },
    ...{ SLACK_CLIENT_ID: "1.2", SLACK_CLIENT_SECRET: "secret", TOKEN_KEYS: `2026:${randomBytes(32).toString("base64")}` },
  });
  port = await bot.ready();
  await until(async () => (await taken()) === 401);
  await install();
});
afterAll(async () => {
  bot.kill("SIGKILL");
  await bot.ended();
  await pool.end();
  await slack.close();
});

/** 503 until Slack has confirmed the token, 401 for want of a signature from then on. */
const taken = async () => (await fetch(`http://127.0.0.1:${port}/slack/events`, { method: "POST" })).status;

async function install(): Promise<void> {
  const out = await fetch(`http://127.0.0.1:${port}/slack/install`, { redirect: "manual" });
  const state = new URL(out.headers.get("location") ?? "").searchParams.get("state") ?? "";
  const cookie = (out.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  expect((await fetch(`http://127.0.0.1:${port}/slack/oauth_redirect?code=c&state=${state}`, { headers: { cookie } })).status).toBe(200);
}

/** Slack tells of one removal twice, of the app and of its token, and repeats what it is not sure of. */
async function takenAway(tenant: string): Promise<void> {
  const gone = { app_uninstalled: {}, tokens_revoked: { tokens: { bot: ["U0BOT"] } } };
  for (const [type, more] of Object.entries(gone))
    for (const retry of [{}, { "x-slack-retry-num": "1" }]) {
      const it: Payload = fixture("uninstalled");
      Object.assign(it, { team_id: tenant, context_team_id: tenant, event_time: Math.ceil(Date.now() / 1000), event: { type, ...more } });
      it.authorizations[0].team_id = tenant;
      expect((await fromSlack(port, it, retry)).status).toBe(200);
    }
}

/** Where the note was read: with which token, in which chat, and everything it said. */
const read = () => slack.named("chat.postMessage").filter(({ args }) => JSON.stringify(args).includes(title));
const places = () => read().map(({ token, args }) => `${token?.slice("Bearer xoxb-".length)} ${args["channel"]}`);
const owed = async () => (await pool.query(`SELECT "personId" FROM "Delivery" WHERE "kind" = 'workspaceLeft' ORDER BY "seq"`)).rows;

test("a workspace that was installed from the browser: whoever organises and is reached elsewhere reads it once, with the people it concerns", async () => {
  await takenAway(away);
  await until(async () => read().length > 0);
  expect(places()).toEqual([`${home} Dboth-${home}`]);
  expect(JSON.stringify(read()[0]?.args)).toContain("Delegierte Person, Verein");
  // The other organiser had an account there only, so nothing is owed to nobody.
  expect(await owed()).toEqual([{ personId: "both" }]);
});

test("the workspace of the operator's own token: the office reads it in the other one", async () => {
  await install();
  slack.reset();
  await takenAway(home);
  await until(async () => read().length === 2);
  expect(places().sort()).toEqual([`${away} Dboth-${away}`, `${away} Donly-${away}`]);
  expect((await owed()).slice(1).map(({ personId }) => personId)).toEqual(expect.arrayContaining(["both", "only"]));
  expect(await owed()).toHaveLength(3);
});

test("no line it printed holds a name or a token", () => {
  for (const word of ["Delegierte", "xoxb-", title]) expect(bot.printed()).not.toContain(word);
});
