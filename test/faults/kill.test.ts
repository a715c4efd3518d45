// Bots that are killed under load: whatever was acknowledged is stored, and nothing is stored twice. KILLS chooses another number.
import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { writeWish } from "../../src/wish.ts";
import { messageOf, type Shape, seedAlliance } from "../bench/alliances.ts";
import { freshDatabase } from "../database.ts";
import { answerTo, seatsOf } from "../race.ts";
import { type Double, slackDouble } from "../slack-double.ts";
import { fromSlack, raw, secret } from "../slack-requests.ts";

const kills = Number(process.env["KILLS"] ?? 30);
const root = path.join(import.meta.dirname, "../..");
const shape: Shape = { id: "T01HOME", about: "", delegates: 40, organisations: 4, seats: 5 };
const ports = [4711, 4712] as const;

let slack: Double;
let pool: pg.Pool;
let url: string;
const bots = new Map<number, ChildProcess>();

function start(port: number): void {
  const env = {
    ...process.env,
    NODE_ENV: "test",
    PORT: String(port),
    HOST: "127.0.0.1",
    DATABASE_URL: url,
    SLACK_BOT_TOKEN: "xoxb-1",
    SLACK_SIGNING_SECRET: secret,
    SLACK_API_URL: slack.url,
    LOG_LEVEL: "error",
    ORGANISER_EMAILS: "office@example.org",
  };
  bots.set(port, spawn(process.execPath, ["--import", "tsx", "adapters/main.ts"], { cwd: root, env, stdio: "ignore" }));
}

const ready = async (port: number): Promise<void> => {
  for (;;) {
    const status = await raw(port, {}).then(
      (got) => got.status,
      () => 0,
    );
    if (status === 401) return;
    await sleep(100);
  }
};

beforeAll(async () => {
  slack = await slackDouble();
  url = await freshDatabase();
  pool = new pg.Pool({ connectionString: url });
  await seedAlliance(pool, shape);
  for (const port of ports) start(port);
  await Promise.all(ports.map(ready));
}, 60_000);
afterAll(async () => {
  for (const bot of bots.values()) bot.kill("SIGKILL");
  await pool.end();
  await slack.close();
});

/** One signed click; true where the bot acknowledged it. */
async function click(port: number, n: number, trigger: string, command: "rsvp.accept" | "rsvp.decline"): Promise<boolean> {
  const payload = {
    type: "block_actions",
    trigger_id: trigger,
    response_url: "https://hooks.example/x",
    user: { id: `U${n}`, username: "u", team_id: shape.id },
    team: { id: shape.id, domain: "d" },
    api_app_id: "A1",
    token: "t",
    container: { type: "message", message_ts: messageOf(n), channel_id: `D${n}`, is_ephemeral: false },
    channel: { id: `D${n}`, name: "directmessage" },
    message: { type: "message", text: "?", ts: messageOf(n), user: "U0BOT" },
    actions: [
      {
        type: "button",
        action_id: `${command}#0`,
        block_id: "b",
        text: { type: "plain_text", text: "x" },
        value: writeWish(answerTo(shape, n, command)),
        action_ts: trigger,
      },
    ],
  };
  return fromSlack(port, payload).then(
    (got) => got.status === 200,
    () => false,
  );
}

test(
  `${kills} kills under click load: no acknowledged answer is lost, none counts twice, no seat is oversold`,
  async () => {
    const acknowledged: string[] = [];
    const last = new Map<number, { readonly command: string; readonly sure: boolean }>();
    let clicks = 0;
    let over = false;
    const delegate = async (n: number) => {
      for (let turn = 0; !over; turn++) {
        const command = turn % 2 === 0 ? "rsvp.accept" : "rsvp.decline";
        const trigger = `t.${n}.${turn}`;
        clicks++;
        const sure = await click(ports[(n + turn) % 2] as number, n, trigger, command);
        if (sure) acknowledged.push(trigger);
        last.set(n, { command, sure });
        if (!sure) await sleep(150);
      }
    };
    const everybody = Promise.all(Array.from({ length: shape.delegates }, (_, n) => delegate(n)));
    for (let kill = 0; kill < kills; kill++) {
      await sleep(300 + (kill % 5) * 120);
      const port = ports[kill % 2] as number;
      const bot = bots.get(port);
      const gone = new Promise((resolve) => bot?.once("exit", resolve));
      bot?.kill("SIGKILL");
      await gone;
      start(port);
      await ready(port);
    }
    over = true;
    await everybody;
    await sleep(1500);

    const { rows: stored } = await pool.query<{ key: string }>(`SELECT "key" FROM "Gesture" WHERE "outcome" IS NOT NULL`);
    const keys = stored.map((row) => row.key);
    const lost = acknowledged.filter((trigger) => !keys.some((key) => key.includes(`${trigger}`)));
    expect({ clicks: clicks > kills * 20, lost }).toEqual({ clicks: true, lost: [] });
    // Every line of the history was written by one gesture, and a gesture writes at most one line about its own person.
    const { rows: lines } = await pool.query<{ n: number; gestures: number }>(
      `SELECT (SELECT count(*)::int FROM "Trail" WHERE "actorId" IS NOT NULL) AS n, (SELECT count(*)::int FROM "Gesture") AS gestures`,
    );
    expect(lines[0]?.n).toBeLessThanOrEqual(lines[0]?.gestures ?? 0);
    for (const [n, { command, sure }] of last) {
      if (!sure) continue;
      const { rows } = await pool.query<{ state: string }>(`SELECT "state" FROM "Reply" WHERE "personId" = $1`, [`${shape.id}-p${n}`]);
      expect([n, command === "rsvp.accept" ? ["accepted", "waiting"] : ["declined"]]).toEqual([n, expect.arrayContaining([rows[0]?.state])]);
    }
    expect((await seatsOf(pool, shape)).taken).toBeLessThanOrEqual(shape.seats * shape.organisations);
    const posted = slack.named("chat.postMessage").map((call) => JSON.stringify(call.args).match(/"id\\?":\\?"(\w{32})/)?.[1] ?? "");
    const doubled = posted.filter((id, index) => id !== "" && posted.indexOf(id) !== index);
    expect(doubled).toEqual([]);
  },
  kills * 30_000,
);
