// The bot as an operator runs it: started, watched, cut off from its database, stopped and killed.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { fixture, type Payload } from "../adapters/slack/fixtures/index.ts";
import { writeMemory } from "../adapters/slack/form.ts";
import { type Wish, wish, writeWish } from "../src/wish.ts";
import { meetingOf, messageOf, personOf, type Shape, seedAlliance } from "./bench/alliances.ts";
import { freshDatabase } from "./database.ts";
import { type Process, startProcess, statusOf, until } from "./process.ts";
import { type Double, slackDouble } from "./slack-double.ts";
import { fromSlack, secret } from "./slack-requests.ts";

jest.setTimeout(120_000);

/** Stands in every name, text and token; no line the bot prints may hold it. */
const canary = "Kanarienvogel";
const shape: Shape = { id: "T01HOME", about: "", delegates: 4, organisations: 2, seats: 2 };
const running: Process[] = [];
let slack: Double;
beforeAll(async () => {
  slack = await slackDouble();
});
afterAll(async () => {
  for (const it of running) it.kill("SIGKILL");
  await slack.close();
});

function start(env: Readonly<Record<string, string>>): Process {
  const it = startProcess(env);
  running.push(it);
  return it;
}

test("in production without a messenger it ends with one message that names every missing setting", async () => {
  const it = start({ NODE_ENV: "production" });
  expect(await it.ended()).toBe(1);
  for (const name of ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "TEAMS_APP_ID", "DATABASE_URL", "PUBLIC_URL"]) expect(it.printed()).toContain(name);
  expect(it.printed()).not.toContain(" at ");
});

test("on its own database: a second bot does no harm, and after kill -9 and Ctrl-C the data is there again", async () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "process-test-"));
  try {
    const first = start({ DATA_DIR: dataDir });
    const page = await (await fetch(`http://127.0.0.1:${await first.ready()}/`)).text();
    const second = start({ DATA_DIR: dataDir });
    const port = await second.ready();
    first.kill("SIGKILL");
    expect(await first.ended()).toBe("SIGKILL");
    expect(await statusOf(port, "/readyz")).toBe(200);
    second.kill("SIGINT");
    expect(await second.ended()).toBe(0);
    const third = start({ DATA_DIR: dataDir });
    const again = await (await fetch(`http://127.0.0.1:${await third.ready()}/`)).text();
    // The same people to choose from: the alliance was loaded once.
    expect(again.match(/Delegierte Person/g)?.length).toBe(page.match(/Delegierte Person/g)?.length);
    third.kill("SIGTERM");
    expect(await third.ended()).toBe(0);
    expect(third.printed()).not.toMatch(/"level":[56]0/);
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
});

describe("with Slack and a PostgreSQL of its own", () => {
  let bot: Process;
  let port: number;
  let pool: pg.Pool;
  beforeAll(async () => {
    const url = await freshDatabase();
    pool = new pg.Pool({ connectionString: url });
    pool.on("error", () => undefined);
    await seedAlliance(pool, shape);
    await pool.query(`UPDATE "Person" SET "name" = '${canary} ' || "id", "email" = '${canary}@example.org'; UPDATE "Alliance" SET "nameDe" = '${canary}'`);
    bot = start({
      ...{ DATABASE_URL: url, SLACK_BOT_TOKEN: `xoxb-${canary}`, SLACK_SIGNING_SECRET: secret, SLACK_API_URL: slack.url },
      ...{ ORGANISER_EMAILS: `${canary}@example.org`, LOG_LEVEL: "debug" },
    });
    port = await bot.ready();
    // Without a signature it says 401 as soon as Slack has named the workspace.
    await until(async () => (await fetch(`http://127.0.0.1:${port}/slack/events`, { method: "POST" })).status === 401);
  });
  afterAll(() => pool.end());

  let serial = 0;
  const change = (name: string, it: (payload: Payload) => void) => {
    const payload = Object.assign(fixture(name), { trigger_id: `process.${++serial}`, event_id: `Ev${serial}` });
    if (payload.response_url) payload.response_url = `${slack.url}response`;
    it(payload);
    return fromSlack(port, payload);
  };
  const press = (n: number, it: Wish) =>
    change("press-direct", (payload) => {
      Object.assign(payload.user, { id: `U${n}`, name: canary });
      payload.channel.id = `D${n}`;
      payload.message.ts = messageOf(n);
      payload.actions[0].value = writeWish(it);
    });
  const answer = (n: number, command: "rsvp.accept" | "rsvp.decline" = "rsvp.accept") =>
    press(n, wish(command, { meeting: meetingOf(shape), for: personOf(shape, n), edition: "1" }));
  const slash = (user: string, text: string) => change("slash-direct", (payload) => Object.assign(payload, { user_id: user, text }));
  const say = (user: string, text: string) => change("message-im", (payload) => Object.assign(payload.event, { user, text }));

  test("it is well and ready, and counts what it does", async () => {
    expect(await answer(0)).toMatchObject({ status: 200 });
    expect([await statusOf(port, "/healthz"), await statusOf(port, "/readyz"), await statusOf(port, "/nothing")]).toEqual([200, 200, 404]);
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(metrics).toMatch(/buendnis_gesture_seconds_count\{messenger="slack",outcome="show"\} 1/);
    expect(metrics).not.toContain(canary);
  });

  test("without its database it is alive and not ready; with it again it answers", async () => {
    const { database } = (await pool.query<{ database: string }>("SELECT current_database() AS database")).rows[0] ?? { database: "" };
    const admin = new pg.Client({ connectionString: process.env["TEST_ADMIN_URL"] });
    await admin.connect();
    try {
      await admin.query(`ALTER DATABASE "${database}" ALLOW_CONNECTIONS false`);
      await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [database]);
      await until(async () => (await statusOf(port, "/readyz")) === 503);
      expect(await statusOf(port, "/healthz")).toBe(200);
    } finally {
      await admin.query(`ALTER DATABASE "${database}" ALLOW_CONNECTIONS true`);
      await admin.end();
    }
    await until(async () => (await statusOf(port, "/readyz")) === 200);
    expect(await answer(0, "rsvp.decline")).toMatchObject({ status: 200 });
  });

  test("no line it prints holds a name, a text or a token", async () => {
    await slash("U1", `zusage ${canary}`);
    await slash("U1", `vertretung ${canary} ${canary}`);
    await pool.query(`UPDATE "Person" SET "roles" = '{organiser}' WHERE "id" = $1`, [personOf(shape, 3)]);
    await slash("U3", `aufgabe neu ${canary} abstimmen bis 20.11.2027`);
    await slash("U3", `aufgabe A-1 stand 50 ${canary}`);
    await slash("U3", `versand ${canary}`);
    await slash("U3", `mitglied gast ${canary}`);
    await slash("U1", `redebeitrag neu ${canary}`);
    await slash("U1", `einstellungen ruhezeit bis ${canary}`);
    await slash("U1", `einstellungen sprache ${canary}`);
    await say("U1", `Bin bis 14.8. weg, fragt ${canary}`);
    for (const words of ["einstellungen konto", "datenschutz auskunft", "datenschutz löschen", "mitglied zugang"]) await slash("U1", words);
    await slash("U9", canary);
    await slash(canary, "status");
    await say("U1", `Guten Tag, hier ist ${canary}`);
    await say("U8", `Z-${canary}`);
    await press(1, { command: canary as "rsvp.accept", args: { [canary]: canary } });
    await press(1, wish("substitute.name", { meeting: meetingOf(shape), for: personOf(shape, 1), edition: "1", name: `${canary} Vertretung`, sent: "1" }));
    await change("submit", (payload) => {
      payload.user.id = "U2";
      payload.view.private_metadata = writeMemory({ tenant: shape.id, wish: wish("rsvp.partial", { meeting: meetingOf(shape) }) });
      payload.view.state.values = { from: { answer: { type: "plain_text_input", value: canary } } };
    });
    await change("press-direct", (payload) => Object.assign(payload, { user: canary }));
    // A database that quotes what it was given, as it does in its own messages.
    await pool.query(`CREATE FUNCTION quote() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${canary} %', NEW; END $$;
      CREATE TRIGGER quote BEFORE INSERT ON "Trail" FOR EACH ROW EXECUTE FUNCTION quote()`);
    await answer(3);
    await pool.query(`DROP TRIGGER quote ON "Trail"`);
    slack.replies("chat.update", { ok: false, error: "internal_error", note: canary });
    await answer(2);
    await until(async () => slack.named("chat.update").length > 0);
    await sleep(500);
    const printed = bot.printed();
    expect(printed).toContain('"event":"fault"');
    expect([printed.includes(canary), printed.includes(secret), printed.includes("Vertretung")]).toEqual([false, false, false]);
  });

  test("asked to stop, it lets the request in flight finish and takes no new one", async () => {
    const holder = await pool.connect();
    await holder.query(`BEGIN; SELECT 1 FROM "Meeting" FOR UPDATE`);
    const late = answer(3);
    await until(
      async () => (await pool.query(`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`)).rowCount === 1,
    );
    bot.kill("SIGTERM");
    await until(async () => (await statusOf(port, "/healthz")) === 0);
    await holder.query("COMMIT");
    holder.release();
    expect(await late).toMatchObject({ status: 200 });
    expect(await bot.ended()).toBe(0);
    const { rows } = await pool.query(`SELECT "state" FROM "Reply" WHERE "personId" = $1`, [personOf(shape, 3)]);
    expect(rows).toEqual([{ state: "accepted" }]);
  });
});
