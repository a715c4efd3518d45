// Slack sends every gesture up to four times, to whichever process, sooner or later: over signed HTTP, on two bots with one database.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { fixture, type Payload } from "../adapters/slack/fixtures/index.ts";
import { writeMemory } from "../adapters/slack/form.ts";
import { createSlack } from "../adapters/slack/index.ts";
import { wish, writeWish } from "../src/wish.ts";
import { meetingOf, messageOf, personOf, type Shape, seedAlliance } from "./bench/alliances.ts";
import { type Ground, openGround } from "./race.ts";
import { untilReady } from "./slack-bots.ts";
import { type Double, slackDouble } from "./slack-double.ts";
import { fromSlack, type Got, secret } from "./slack-requests.ts";

let ground: Ground;
let double: Double;
let ports: readonly number[];
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  ground = await openGround();
  double = await slackDouble();
  closing.push(ground.close, double.close);
  ports = await Promise.all(
    ground.bots.map(async (bot) => {
      const log = { info: () => undefined, error: (_: string, error: unknown) => void ground.faults.push(error) };
      const slack = createSlack({ tokens: ["xoxb-1"], signingSecret: secret, apiUrl: double.url }, { bot, log });
      const server = createServer(slack.listener);
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      closing.unshift(
        () => slack.stop(),
        async () => server.close(),
      );
      await untilReady(slack);
      return (server.address() as AddressInfo).port;
    }),
  );
});
afterAll(async () => {
  for (const close of closing) await close();
});

const delegates = 6;
const gestures = ["press accept", "press decline", "slash zusage", "slash absage", "slash status", "slash unklar", "say absage", "send part"] as const;
type Gesture = (typeof gestures)[number];

/** What Slack would send for the gesture of the nth delegate; the serial number names it. */
function payloadOf(shape: Shape, gesture: Gesture, n: number, serial: string): Payload {
  const [way, what = ""] = gesture.split(" ");
  const about = { meeting: meetingOf(shape), for: personOf(shape, n), edition: "1" };
  const [user, channel, ts] = [`U${n}`, `D${n}`, messageOf(n)];
  if (way === "slash") return Object.assign(fixture("slash-direct"), { trigger_id: serial, user_id: user, channel_id: channel, text: what });
  if (way === "say") {
    const it = fixture("message-im");
    Object.assign(it.event, { user, channel, text: what, ts: serial });
    return Object.assign(it, { event_id: serial });
  }
  if (way === "send") {
    const it = fixture("submit");
    it.user.id = user;
    it.view.private_metadata = writeMemory({ tenant: shape.id, wish: wish("rsvp.partial", about), card: { channel, ts } });
    it.view.state.values = { from: { answer: { type: "timepicker", selected_time: "15:00" } } };
    return Object.assign(it, { view: { ...it.view, id: `V${serial}` } });
  }
  const it = fixture("press-direct");
  Object.assign(it, { trigger_id: serial, user: { ...it.user, id: user }, channel: { ...it.channel, id: channel } });
  it.message.ts = ts;
  it.actions[0].value = writeWish(wish(`rsvp.${what}` as "rsvp.accept", about));
  return it;
}

/** What Slack shows: the order of names in an object means nothing, nor in the values that buttons carry. */
function answerOf({ status, body }: Got): unknown {
  const read = (value: unknown): unknown => {
    if (typeof value === "string" && value.startsWith("{")) return read(JSON.parse(value));
    if (Array.isArray(value)) return value.map(read);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, read(it)]));
  };
  return [status, read(body)];
}

async function stored(): Promise<string> {
  const order = `SELECT string_agg(t::text, '|' ORDER BY t::text) AS rows FROM`;
  const tables = ["Reply", "Trail", "Delivery", "Account", "Person", "Shown", "Gesture"].map((table) => `${order} "${table}" t`);
  const { rows } = await ground.pool.query<{ rows: string }>(tables.join(" UNION ALL "));
  return rows.map((row) => row.rows).join("\n");
}

let rounds = 0;
const step = fc.record({ gesture: fc.constantFrom(...gestures), n: fc.nat(delegates - 1), copies: fc.array(fc.nat(1), { minLength: 1, maxLength: 3 }) });

test("whatever is delivered again, at once or late, here or there, changes nothing and gets the same answer", async () => {
  const program = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), fc.infiniteStream(fc.nat()), async (steps, chances) => {
    await ground.pool.query(`DELETE FROM "Delivery"; DELETE FROM "Alliance"; DELETE FROM "Gesture"`);
    // The workspace that the stand-in for Slack names.
    const shape: Shape = { id: "T01HOME", about: "", delegates, organisations: 2, seats: 2 };
    await seedAlliance(ground.pool, shape);
    const round = ++rounds;
    const sent: { readonly payload: Payload; readonly answer: unknown }[] = [];
    for (const [index, { gesture, n, copies }] of steps.entries()) {
      const payload = payloadOf(shape, gesture, n, `${round}.${index}`);
      // The first delivery and its repetitions at the same moment.
      const answers = await Promise.all([0, ...copies].map((at, copy) => fromSlack(ports[at] ?? 0, payload, copy === 0 ? {} : retried(copy))));
      const [first, ...others] = answers.map(answerOf);
      for (const other of others) expect(other).toEqual(first);
      expect(answers[0]?.status).toBe(200);
      sent.push({ payload, answer: first });
    }
    const before = await stored();
    const late = sent.map((it) => ({ it, place: chances.next().value })).sort((one, other) => one.place - other.place);
    for (const { it, place } of late) expect(answerOf(await fromSlack(ports[place % 2] ?? 0, it.payload, retried(3)))).toEqual(it.answer);
    expect(await stored()).toBe(before);
    const { rows } = await ground.pool.query(`SELECT count(*)::int AS n FROM "Gesture"`);
    expect(rows[0].n).toBe(steps.length);
    expect(ground.faults).toEqual([]);
  });
  await fc.assert(program, { numRuns: Number(process.env["PROGRAMS"] ?? 12) });
}, 600_000);

const retried = (number: number) => ({ "x-slack-retry-num": String(number), "x-slack-retry-reason": "http_timeout" });
