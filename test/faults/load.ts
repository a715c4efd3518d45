// Delegates who click without end on any of several bots, and what must be true afterwards, whatever happened to the bots meanwhile.
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { fixture } from "../../adapters/slack/fixtures/index.ts";
import { gestureKey } from "../../adapters/store/key.ts";
import { writeWish } from "../../src/wish.ts";
import { messageOf, personOf, type Shape } from "../bench/alliances.ts";
import { answerTo } from "../race.ts";
import { fromSlack } from "../slack-requests.ts";

export interface Load {
  readonly clicks: number;
  readonly acknowledged: number;
  /** Deliveries of a click that had been delivered before and got no answer. */
  readonly repeated: number;
  stop(): Promise<void>;
  /** Throws where an acknowledged click is not stored, or one counted twice. */
  check(pool: pg.Pool): Promise<void>;
}

/** How often Slack tries to deliver. */
const tries = 4;

export function startLoad(shape: Shape, ports: () => readonly number[]): Load {
  const acknowledged = new Set<string>();
  const tried = new Set<string>();
  let [clicks, repeated] = [0, 0];
  let over = false;
  const delegate = async (n: number) => {
    for (let turn = 0; !over; turn++) {
      const trigger = `${n}.${turn}`;
      clicks++;
      tried.add(keyOf(trigger));
      for (let attempt = 0; attempt < tries && !over; attempt++) {
        if (attempt > 0) repeated++;
        const open = ports();
        const port = open[(n + turn + attempt) % open.length] ?? 0;
        const status = await click(port, shape, n, trigger, turn % 2 === 0 ? "rsvp.accept" : "rsvp.decline");
        if (status === 200) acknowledged.add(keyOf(trigger));
        if (status === 200) break;
        await sleep(100);
      }
    }
  };
  const everybody = Promise.all(Array.from({ length: shape.delegates }, (_, n) => delegate(n)));
  return {
    get clicks() {
      return clicks;
    },
    get acknowledged() {
      return acknowledged.size;
    },
    get repeated() {
      return repeated;
    },
    async stop() {
      over = true;
      await everybody;
    },
    async check(pool) {
      const { rows } = await pool.query<{ key: string }>(`SELECT "key" FROM "Gesture"`);
      const kept = new Set(rows.map(({ key }) => key));
      const stored = new Set([...tried].filter((key) => kept.has(gestureKey(key))));
      expect([...acknowledged].filter((key) => !stored.has(key))).toEqual([]);
      for (let n = 0; n < shape.delegates; n++) await checkHistory(pool, shape, n, stored);
    },
  };
}

const keyOf = (trigger: string) => `slack:${trigger}:${trigger}`;

/** Gives the status of the answer; 0 where there was none. */
function click(port: number, shape: Shape, n: number, trigger: string, command: "rsvp.accept" | "rsvp.decline"): Promise<number> {
  const payload = fixture("press-direct");
  Object.assign(payload, { trigger_id: trigger, user: { ...payload.user, id: `U${n}` }, channel: { ...payload.channel, id: `D${n}` } });
  payload.message.ts = messageOf(n);
  Object.assign(payload.actions[0], { value: writeWish(answerTo(shape, n, command)), action_ts: trigger });
  return fromSlack(port, payload).then(
    ({ status }) => status,
    () => 0,
  );
}

/** Each line of the history begins where the one before ended; the last click that was stored is the answer that stands. */
async function checkHistory(pool: pg.Pool, shape: Shape, n: number, stored: ReadonlySet<string>): Promise<void> {
  const { rows } = await pool.query<{ before: string; after: string; actor: string | null }>(
    `SELECT "before"::jsonb->>'state' AS before, "after"::jsonb->>'state' AS after, "actorId" AS actor FROM "Trail" WHERE "personId" = $1 ORDER BY "at"`,
    [personOf(shape, n)],
  );
  const breaks = rows.filter(({ before }, index) => index > 0 && before !== rows[index - 1]?.after);
  expect([n, breaks]).toEqual([n, []]);
  const own = [...stored].filter((key) => key.startsWith(`slack:${n}.`));
  expect(rows.filter(({ actor }) => actor !== null).length).toBeLessThanOrEqual(own.length);
  const last = Math.max(...own.map((key) => Number(/\.(\d+):/.exec(key)?.[1])));
  const state = (await pool.query<{ state: string }>(`SELECT "state" FROM "Reply" WHERE "personId" = $1`, [personOf(shape, n)])).rows[0]?.state;
  if (Number.isFinite(last)) expect([n, last % 2 === 0 ? ["accepted", "waiting"] : ["declined"]]).toEqual([n, expect.arrayContaining([state])]);
}
