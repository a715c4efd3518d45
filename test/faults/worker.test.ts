// Workers that are killed while they send: nothing stays unsent, Slack gets nothing twice, Teams at most what was under way. KILLS chooses another number.
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { idOf } from "../../adapters/jobs/deliver.ts";
import { type Jobs, startJobs } from "../../adapters/jobs/index.ts";
import { createStore, openPrisma } from "../../adapters/store/index.ts";
import { openPool } from "../../adapters/store/session.ts";
import * as a from "../../src/testing/examples.ts";
import { meetingOf, personOf, type Shape, seedAlliance } from "../bench/alliances.ts";
import { freshDatabase } from "../database.ts";
import { type Process, startProcess, until } from "../process.ts";
import { remember, type Double as Slack, slackDouble, idOf as slackIdOf } from "../slack-double.ts";
import { secret } from "../slack-requests.ts";
import { type Double as Teams, teamsDouble } from "../teams-double.ts";

const kills = Number(process.env["KILLS"] ?? 40);
const shape: Shape = { id: "T01HOME", about: "", delegates: 60, organisations: 6, seats: 10 };
/** Between the posting of a message and its answer, milliseconds: so some are always under way. */
const underway = 300;
/** So many messages are owed at any time. */
const owedAtLeast = 200;
const takenOverWithin = 30_000;

let slack: Slack;
let teams: Teams;
let pool: pg.Pool;
let url: string;
let jobs: Jobs;
let closePrisma: () => Promise<void>;
let owe: (count: number) => Promise<void>;
const bots: Process[] = [];
/** What the killed ones printed, and what was under way when they were killed. */
const printed: string[] = [];
const risked = new Set<string>();

beforeAll(async () => {
  [slack, teams] = await Promise.all([slackDouble(), teamsDouble()]);
  remember(slack, { ms: underway });
  teams.replies(async () => {
    await sleep(underway);
    return undefined;
  });
  url = await freshDatabase();
  pool = openPool(url);
  await seedAlliance(pool, shape);
  jobs = await startJobs({ url, log: { info: () => undefined, error: () => undefined } });
  const prisma = openPrisma(url);
  closePrisma = () => prisma.$disconnect();
  const store = createStore({ pool, prisma, enqueue: jobs.enqueue });
  let serial = 0;
  // Half of them to Slack, to the account that receives; half to Teams, each to a chat of its own, where a second one shows.
  owe = (count) =>
    store.work({ allianceId: shape.id }, async (desk) => {
      for (let n = 0; n < count; n++) {
        const key = `message-${serial++}`;
        const person = personOf(shape, serial % shape.delegates);
        const chat = { messenger: "teams", tenant: "tenant", address: { serviceUrl: teams.url, bot: "28:bot", conversation: `a:${key}` } };
        const it = { key, allianceId: shape.id, kind: "rsvp.own", personId: person, args: { meeting: meetingOf(shape), person }, createdAt: new Date() };
        desk.owe(a.delivery({ ...it, ...(n % 2 === 0 ? {} : chat) }));
      }
    });
  for (let n = 0; n < 2; n++) bots.push(await start());
}, 120_000);
afterAll(async () => {
  for (const bot of bots) bot.kill("SIGKILL");
  await jobs.stop();
  await closePrisma();
  await pool.end();
  await Promise.all([slack.close(), teams.close()]);
});

async function start(): Promise<Process> {
  const it = startProcess({
    ...{ DATABASE_URL: url, SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: secret, SLACK_API_URL: slack.url, TEAMS_PLAYGROUND: "yes" },
    ORGANISER_EMAILS: "office@example.org",
  });
  await it.ready();
  return it;
}

/** Kills one of the two with no time for anything, and gives the messages that were under way in either. */
async function kill(which: number): Promise<readonly string[]> {
  const bot = bots[which];
  bot?.kill("SIGKILL");
  await bot?.ended();
  printed.push(bot?.printed() ?? "");
  const held = await keys(`"state" = 'sending'`);
  for (const key of held) risked.add(key);
  return held;
}

async function keys(where: string): Promise<readonly string[]> {
  return (await pool.query<{ key: string }>(`SELECT "key" FROM "Delivery" WHERE ${where} ORDER BY "key"`)).rows.map(({ key }) => key);
}
const owed = () => keys(`"key" LIKE 'message-%' AND "state" IN ('ready', 'sending', 'uncertain')`);
const arrived = () => slack.named("chat.postMessage").length + teams.calls.length;

/** What arrived more than once. */
const doubles = (list: readonly string[]): readonly string[] => [...new Set(list.filter((it, index) => list.indexOf(it) !== index))];

test("what a killed worker had in its hands is sent by the other one within half a minute", async () => {
  const took: number[] = [];
  for (let n = 0; n < Math.min(3, kills); n++) {
    await owe(60);
    const before = arrived();
    await until(async () => arrived() > before + 10);
    const at = Date.now();
    const held = await kill(n % 2);
    expect(held.length).toBeGreaterThan(0);
    await until(async () => (await owed()).length === 0, 90_000);
    took.push(Date.now() - at);
    bots[n % 2] = await start();
  }
  console.log({ takenOverAfterMs: took });
  expect(Math.max(...took)).toBeLessThan(takenOverWithin);
}, 300_000);

test(
  `${kills} kills while hundreds of messages are owed: none stays unsent, none comes twice in Slack, in Teams only what was under way, and that is in the log`,
  async () => {
    for (let n = 0; n < kills; n++) {
      const open = (await owed()).length;
      if (open < owedAtLeast) await owe(2 * owedAtLeast - open);
      const before = arrived();
      await until(async () => arrived() > before + 5 + (n % 7));
      await kill(n % 2);
      bots[n % 2] = await start();
    }
    await until(async () => (await owed()).length === 0, 600_000);

    const { rows } = await pool.query<{ key: string; createdAt: Date; state: string; reason: string | null; messenger: string | null }>(
      `SELECT "key", "createdAt", "state", "reason", "messenger" FROM "Delivery" WHERE "key" LIKE 'message-%'`,
    );
    const everything = [...printed, ...bots.map((bot) => bot.printed())].join("\n");
    const repeated = new Set([...everything.matchAll(/"event":"delivery.repeated","id":"(\w+)"/g)].map((match) => match[1]));
    const inSlack = slack.named("chat.postMessage").map(slackIdOf);
    const inTeams = teams.calls.map(({ what }) => /message-\d+/.exec(what)?.[0] ?? "");
    const twice = doubles(inTeams);
    const unlogged = twice.filter((key) => !rows.some((row) => row.key === key && repeated.has(idOf(row))));
    console.log({
      ...{ kills, messages: rows.length, slack: inSlack.length, teams: inTeams.length, underWay: risked.size },
      ...{ twiceInSlack: doubles(inSlack).length, twiceInTeams: twice.length, logged: repeated.size, unlogged: unlogged.length },
    });
    expect(rows.filter(({ state }) => state !== "sent")).toEqual([]);
    const slackIds = new Set(inSlack);
    const teamsKeys = new Set(inTeams);
    expect(rows.filter((row) => (row.messenger === "teams" ? !teamsKeys.has(row.key) : !slackIds.has(idOf(row))))).toEqual([]);
    expect(doubles(inSlack)).toEqual([]);
    expect(twice.filter((key) => !risked.has(key))).toEqual([]);
    expect(unlogged).toEqual([]);
  },
  kills * 30_000 + 600_000,
);
