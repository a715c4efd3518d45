// Two workspaces install the app, two alliances are at home in them: from the browser to the removal, and no path crosses.
import { randomBytes } from "node:crypto";
import type { Pool } from "pg";
import { ids } from "../adapters/ids.ts";
import { fixture, type Payload } from "../adapters/slack/fixtures/index.ts";
import { neededScopes, optionalScopes } from "../adapters/slack/scopes.ts";
import { openPool } from "../adapters/store/session.ts";
import { seed } from "../adapters/store/specimen.ts";
import { translator } from "../locales/index.ts";
import { hashOf } from "../src/roster/codes.ts";
import * as a from "../src/testing/examples.ts";
import { freshDatabase } from "./database.ts";
import { type Process, startProcess, until } from "./process.ts";
import { type Double, remember, slackDouble } from "./slack-double.ts";
import { fromSlack, secret } from "./slack-requests.ts";

jest.setTimeout(120_000);

/** Stands in every token and secret; neither the log nor the database may hold it. */
const canary = "Kanarienvogel";
const key = () => randomBytes(32).toString("base64");
const [oldKey, newKey] = [key(), key()];
/** The workspace of each alliance, and a word that stands in all its names. */
const sides = { x: { tenant: "T01HOME", mark: "Heimat" }, y: { tenant: "T02AWAY", mark: "Fremde" } } as const;
type Side = keyof typeof sides;
const other = (side: Side): Side => (side === "x" ? "y" : "x");
const needed = neededScopes.join();
const noAlliance = translator("de")("unknown.noAlliance");

let slack: Double;
let url: string;
let pool: Pool;
const running: Process[] = [];
let bot: Process;
let port: number;

async function start(keys: string): Promise<void> {
  bot = startProcess({
    ...{ DATABASE_URL: url, SLACK_API_URL: slack.url, SLACK_SIGNING_SECRET: secret, PUBLIC_URL: "https://bot.example.org", LOG_LEVEL: "debug" },
    ...{ SLACK_CLIENT_ID: "1.2", SLACK_CLIENT_SECRET: `${canary}-secret`, TOKEN_KEYS: keys, ORGANISER_EMAILS: "office@example.org" },
  });
  running.push(bot);
  port = await bot.ready();
}

beforeAll(async () => {
  [slack, url] = await Promise.all([slackDouble(), freshDatabase()]);
  remember(slack);
  slack.replies("oauth.v2.access", ({ args }) => granted((args["code"] ?? "").slice(canary.length)));
  pool = openPool(url);
  for (const side of ["x", "y"] as const) {
    const { mark } = sides[side];
    await seed(pool)({
      Alliance: [a.alliance({ id: side, nameDe: `Bündnis ${mark}`, nameEn: `Alliance ${mark}` })],
      Organisation: [a.organisation({ id: `${side}-o`, allianceId: side, nameDe: `Verein ${mark}`, nameEn: `Club ${mark}` })],
      Person: [a.person({ id: `${side}-p`, allianceId: side, name: `Person ${mark}`, organisationId: `${side}-o` })],
      AccessCode: [{ ...{ hash: hashOf(ids, codeOf[side]), allianceId: side, personId: `${side}-p` }, ...neverUsed }],
    });
  }
  await start(`2026:${oldKey}`);
});
afterAll(async () => {
  for (const it of running) it.kill("SIGKILL");
  await Promise.all(running.map((it) => it.ended()));
  await pool.end();
  await slack.close();
});

const codeOf: Readonly<Record<Side, string>> = { x: "Z-AAAA-2222", y: "Z-BBBB-3333" };
const neverUsed = { createdAt: new Date(), expiresAt: new Date(Date.now() + 86_400_000), usedAt: null, revokedAt: null };
const granted = (tenant: string) => ({
  ...{
    ok: true,
    app_id: "A01APP",
    access_token: `xoxb-${canary}-${tenant}`,
    token_type: "bot",
    scope: tenant === sides.x.tenant ? needed : `${needed},${optionalScopes.join()}`,
  },
  ...{ bot_user_id: "U0BOT", team: { id: tenant, name: tenant }, enterprise: null, is_enterprise_install: false, authed_user: { id: "U01SEAT" } },
});

async function out() {
  const response = await fetch(`http://127.0.0.1:${port}/slack/install`, { redirect: "manual" });
  const state = new URL(response.headers.get("location") ?? "").searchParams.get("state") ?? "";
  return { state, cookie: (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "" };
}
const back = async (state: string, cookie: string, tenant: string): Promise<number> =>
  (await fetch(`http://127.0.0.1:${port}/slack/oauth_redirect?code=${canary}${tenant}&state=${state}`, { headers: { cookie } })).status;
const exchanged = () => slack.named("oauth.v2.access").length;
async function install(side: Side): Promise<number> {
  const { state, cookie } = await out();
  return back(state, cookie, sides[side].tenant);
}

let serial = 0;
function from(name: string, { tenant }: { readonly tenant: string }, change: (it: Payload) => void = () => {}) {
  const it = fixture(name);
  Object.assign(it, { team_id: tenant, context_team_id: tenant, event_id: `Ev${++serial}`, event_time: Math.ceil(Date.now() / 1000) });
  it.authorizations[0].team_id = tenant;
  change(it);
  return fromSlack(port, it);
}
/** What the bot writes to somebody who has written to it, and with whose token. */
async function say(side: Side, user: string, text: string): Promise<string> {
  const { tenant } = sides[side];
  const channel = `D${tenant}${user}`;
  const posts = () => slack.named("chat.postMessage").filter(({ args }) => args["channel"] === channel);
  const before = posts().length;
  expect((await from("message-im", sides[side], (it) => Object.assign(it.event, { user, text, channel, team: tenant }))).status).toBe(200);
  await until(async () => posts().length > before);
  const post = posts()[before];
  expect(post?.token).toBe(`Bearer xoxb-${canary}-${tenant}`);
  const said = JSON.stringify(post?.args);
  expect(said).not.toContain(sides[other(side)].mark);
  return said;
}
const rows = async (sql: string) => (await pool.query(sql)).rows;
const workspaces = () => rows(`SELECT "tenant", "allianceId" FROM "Workspace" ORDER BY 1`);
/** Every table of every schema that holds this text somewhere. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await rows(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables) if ((await pool.query(`SELECT 1 FROM ${name} t WHERE strpos(t::text, $1) > 0 LIMIT 1`, [text])).rowCount) found.push(name);
  return found;
}
const officeCode = (side: Side): string =>
  new RegExp(`Bündnis ${sides[side].mark}: Der erste Zugangscode für die Geschäftsstelle lautet (Z-\\S+)`).exec(bot.printed())?.[1] ?? "";

test("before anybody has installed the app it hears of nobody", async () => {
  expect((await from("message-im", sides.x)).status).toBe(200);
  expect(await rows(`SELECT "key" FROM "Gesture"`)).toEqual([]);
});

test("a state of another browser, or of nobody, exchanges nothing", async () => {
  const [one, two] = [await out(), await out()];
  expect([await back(one.state, two.cookie, "T09"), await back("x.1.y", "__Host-slack-install=x.1.y", "T09")]).toEqual([400, 400]);
  expect([exchanged(), await rows(`SELECT * FROM "Installation"`)]).toEqual([0, []]);
});

test("an installation belongs to no alliance, keeps its token unreadable, and its way back works once", async () => {
  const { state, cookie } = await out();
  const { tenant } = sides.x;
  expect([await back(state, cookie, tenant), await back(state, cookie, tenant), exchanged()]).toEqual([200, 400, 1]);
  expect(await install("y")).toBe(200);
  expect(await rows(`SELECT "tenant", "botUserId" FROM "Installation" ORDER BY 1`)).toEqual([
    { tenant: "T01HOME", botUserId: "U0BOT" },
    { tenant: "T02AWAY", botUserId: "U0BOT" },
  ]);
  expect(await workspaces()).toEqual([]);
  expect(await tablesWith(canary)).toEqual([]);
  // The search itself finds what is there.
  expect(await tablesWith("T02AWAY")).toContain('public."Installation"');
});

test("before the office's code everybody there reads only that the workspace belongs to no alliance", async () => {
  for (const side of ["x", "y"] as const)
    for (const [user, text] of [
      ["U1", "Hallo"],
      ["U1", "zusage"],
      ["U1", "status"],
      ["U2", codeOf[side]],
      ["U3", codeOf[other(side)]],
    ] as const) {
      const said = await say(side, user, text);
      expect(said).toContain(noAlliance);
      expect(said).not.toContain(sides[side].mark);
    }
  expect([await workspaces(), await rows(`SELECT * FROM "Account"`)]).toEqual([[], []]);
});

test("the office's code joins the workspace from which it was sent, to the alliance it is of", async () => {
  await say("x", "U0OFFICE", officeCode("x"));
  expect(await workspaces()).toEqual([{ tenant: "T01HOME", allianceId: "x" }]);
  // Its administrators have declined the permission for e-mail addresses: the office hears of it once.
  const codesOnly = translator("de")("codesOnly.text");
  const told = () => slack.named("chat.postMessage").filter((it) => JSON.stringify(it.args).includes(codesOnly));
  await until(async () => told().length > 0);
  await say("y", "U0OFFICE", officeCode("y"));
  expect(told().map(({ token }) => token)).toEqual([`Bearer xoxb-${canary}-T01HOME`]);
  expect(await workspaces()).toEqual([
    { tenant: "T01HOME", allianceId: "x" },
    { tenant: "T02AWAY", allianceId: "y" },
  ]);
});

test("from then on a code counts in its own alliance's workspace only", async () => {
  const wrong = translator("de")("link.wrong");
  for (const side of ["x", "y"] as const) expect(await say(side, "U4", codeOf[other(side)])).toContain(wrong);
  for (const side of ["x", "y"] as const) expect(await say(side, "U5", codeOf[side])).toContain(sides[side].mark);
  expect(await rows(`SELECT "tenant", "allianceId", count(*)::int AS n FROM "Account" GROUP BY 1, 2 ORDER BY 1`)).toEqual([
    { tenant: "T01HOME", allianceId: "x", n: 2 },
    { tenant: "T02AWAY", allianceId: "y", n: 2 },
  ]);
  expect(await say("y", "U5", "mitglied")).toContain(sides.y.mark);
});

test("a new key in front seals everything anew at the next start, and the old key can go", async () => {
  const keysInUse = async () => [...new Set((await rows(`SELECT split_part("token", '.', 2) AS name FROM "Installation"`)).map(({ name }) => name))];
  bot.kill("SIGTERM");
  await bot.ended();
  await start(`2027:${newKey},2026:${oldKey}`);
  expect(await keysInUse()).toEqual(["2027"]);
  bot.kill("SIGTERM");
  await bot.ended();
  await start(`2027:${newKey}`);
  expect(await say("x", "U5", "status")).toContain("x");
});

test("who uninstalls takes the token and the people there along, and nobody else; a late repetition takes no new installation", async () => {
  const uninstalled: Payload[] = [];
  expect((await from("uninstalled", sides.x, (it) => void uninstalled.push(it))).status).toBe(200);
  const reachable = () => rows(`SELECT DISTINCT "tenant", "reachable" FROM "Account" ORDER BY 1`);
  expect(await rows(`SELECT "tenant" FROM "Installation"`)).toEqual([{ tenant: "T02AWAY" }]);
  expect(await reachable()).toEqual([
    { tenant: "T01HOME", reachable: false },
    { tenant: "T02AWAY", reachable: true },
  ]);
  const gestures = await rows(`SELECT count(*) FROM "Gesture"`);
  expect((await from("message-im", sides.x)).status).toBe(200);
  expect(await rows(`SELECT count(*) FROM "Gesture"`)).toEqual(gestures);
  await say("y", "U5", "status");

  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(await install("x")).toBe(200);
  expect((await fromSlack(port, uninstalled[0], { "x-slack-retry-num": "1" })).status).toBe(200);
  expect(await reachable()).toEqual([
    { tenant: "T01HOME", reachable: true },
    { tenant: "T02AWAY", reachable: true },
  ]);
  // It is the same workspace with the same people, so it needs no code again.
  expect(await workspaces()).toHaveLength(2);
  expect(await say("x", "U5", "mitglied")).toContain(sides.x.mark);
});

test("no line it printed and no table holds a token, a secret or a key", async () => {
  const printed = running.map((it) => it.printed()).join("\n");
  expect(printed).toContain('"event":"slack.installed"');
  for (const hidden of [canary, secret, oldKey, newKey]) expect([hidden, printed.includes(hidden), await tablesWith(hidden)]).toEqual([hidden, false, []]);
});
