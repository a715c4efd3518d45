// Bots that are killed under load: whatever was acknowledged is stored, nothing counts twice, no message goes out twice. KILLS chooses another number.
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Shape, seedAlliance } from "../bench/alliances.ts";
import { freshDatabase } from "../database.ts";
import { type Process, startProcess, until } from "../process.ts";
import { type Double, idOf, remember, slackDouble } from "../slack-double.ts";
import { raw, secret } from "../slack-requests.ts";
import { startLoad } from "./load.ts";

const kills = Number(process.env["KILLS"] ?? 40);
const shape: Shape = { id: "T01HOME", about: "", delegates: 40, organisations: 4, seats: 5 };

let slack: Double;
let pool: pg.Pool;
let url: string;
const bots: { process: Process; port: number }[] = [];

beforeAll(async () => {
  slack = await slackDouble();
  remember(slack);
  url = await freshDatabase();
  pool = new pg.Pool({ connectionString: url });
  await seedAlliance(pool, shape);
  for (let n = 0; n < 2; n++) bots.push(await start());
}, 120_000);
afterAll(async () => {
  for (const bot of bots) bot.process.kill("SIGKILL");
  await pool.end();
  await slack.close();
});

async function start() {
  const env = { DATABASE_URL: url, SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: secret, SLACK_API_URL: slack.url, ORGANISER_EMAILS: "office@example.org" };
  const process = startProcess(env);
  const port = await process.ready();
  // Without a signature it says 401 as soon as Slack has named the workspace.
  await until(async () => (await raw(port, {})).status === 401);
  return { process, port };
}

test(
  `${kills} kills under click load: no acknowledged answer is lost, none counts twice, no seat is oversold, no message goes out twice`,
  async () => {
    const load = startLoad(shape, () => bots.map(({ port }) => port));
    let [over, most] = [false, 0];
    const watch = (async () => {
      const full = `SELECT max(n)::int AS n FROM (SELECT count(*) AS n FROM "Reply" WHERE "state" IN ('accepted', 'substitute', 'offered') GROUP BY "organisationId") o`;
      for (; !over; await sleep(20)) most = Math.max(most, (await pool.query<{ n: number | null }>(full)).rows[0]?.n ?? 0);
    })();
    for (let kill = 0; kill < kills; kill++) {
      await sleep(300 + (kill % 5) * 120);
      const killed = bots[kill % 2]?.process;
      killed?.kill("SIGKILL");
      await killed?.ended();
      bots[kill % 2] = await start();
    }
    await load.stop();
    over = true;
    await watch;
    expect(load.acknowledged).toBeGreaterThan(kills * 20);
    expect(most).toBeLessThanOrEqual(shape.seats);
    await load.check(pool);
    // Nobody waits while their own organisation has a seat left.
    const left = `SELECT "organisationId" FROM "Reply" GROUP BY 1 HAVING count(*) FILTER (WHERE "state" = 'waiting') > 0
      AND count(*) FILTER (WHERE "state" IN ('accepted', 'substitute', 'offered')) < $1`;
    expect((await pool.query(left, [shape.seats])).rows).toEqual([]);
    // Whatever a killed process had claimed is taken up when its lease has run out.
    const open = `SELECT 1 FROM "Delivery" WHERE "kind" LIKE 'waiting.%' AND "state" IN ('ready', 'sending', 'uncertain')`;
    await until(async () => (await pool.query(open)).rowCount === 0, 600_000);
    const posted = slack.named("chat.postMessage").map(idOf);
    const doubled = posted.filter((id, index) => id !== "" && posted.indexOf(id) !== index);
    console.log({ kills, clicks: load.clicks, acknowledged: load.acknowledged, repeated: load.repeated, posted: posted.length, doubled: doubled.length });
    expect(doubled).toEqual([]);
  },
  kills * 30_000 + 600_000,
);
