// A bot that starts while Slack is away: it keeps what it owes, writes nobody off, and sends when Slack is back.
import { createOutbox } from "../adapters/store/outbox.ts";
import { openPool } from "../adapters/store/session.ts";
import { rowsIn } from "../adapters/store/specimen.ts";
import * as a from "../src/testing/examples.ts";
import { meetingOf, personOf, type Shape, seedAlliance } from "./bench/alliances.ts";
import { freshDatabase } from "./database.ts";
import { startProcess, until } from "./process.ts";
import { remember, slackDouble } from "./slack-double.ts";
import { secret } from "./slack-requests.ts";

jest.setTimeout(60_000);

const shape: Shape = { id: "T01HOME", about: "", delegates: 4, organisations: 2, seats: 2 };

test("a message that is owed when the bot starts without Slack goes out when Slack is back, and the account stays reachable", async () => {
  const [slack, url] = await Promise.all([slackDouble(), freshDatabase()]);
  const pool = openPool(url);
  remember(slack);
  let away = true;
  slack.replies("auth.test", () => (away ? { status: 503 } : { ok: true, team_id: shape.id, user_id: "U0BOT", bot_id: "B0BOT" }));
  await seedAlliance(pool, shape);
  const [meeting, person] = [meetingOf(shape), personOf(shape, 0)];
  const outbox = createOutbox(pool, async () => ({ statements: [], committed: () => undefined }));
  await outbox.owe(a.delivery({ key: "owed", allianceId: shape.id, kind: "rsvp.own", personId: person, args: { meeting, person } }));
  const bot = startProcess({
    ...{ DATABASE_URL: url, SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: secret, SLACK_API_URL: slack.url },
    ORGANISER_EMAILS: "office@example.org",
  });
  try {
    const rows = rowsIn(pool);
    const owed = async () => (await rows("Delivery")).find(({ key }) => key === "owed");
    await bot.ready();
    await until(async () => ((await owed())?.attempt ?? 0) > 0 && slack.named("auth.test").length > 1);
    expect(slack.named("chat.postMessage")).toEqual([]);
    away = false;
    await until(async () => (await owed())?.state === "sent", 30_000);
    expect(slack.named("chat.postMessage")).toHaveLength(1);
    expect((await rows("Account")).every(({ reachable }) => reachable)).toBe(true);
  } finally {
    bot.kill("SIGKILL");
    await bot.ended();
    await pool.end();
    await slack.close();
  }
});
