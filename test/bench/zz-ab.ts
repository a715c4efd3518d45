import { nrwCalendar } from "/work/main/adapters/calendar/index.ts";
import { ids } from "/work/main/adapters/ids.ts";
import { startJobs as A } from "/work/main/adapters/jobs/index.ts";
import { startJobs as B } from "/work/main/adapters/jobs/zz-b.ts";
import { createLinks } from "/work/main/adapters/links.ts";
import { createLog } from "/work/main/adapters/log.ts";
import { createDatabase, startEmbedded } from "/work/main/adapters/store/embedded.ts";
import { createStore, openPrisma } from "/work/main/adapters/store/index.ts";
import { migrate } from "/work/main/adapters/store/migrate.ts";
import { openPool } from "/work/main/adapters/store/session.ts";
import { createBot } from "/work/main/src/bot.ts";
import { seedAlliance, meetingOf, personOf, messageOf } from "/work/main/test/bench/alliances.ts";
import { wish, writeWish } from "/work/main/src/wish.ts";
const log = createLog("error");
const server = await startEmbedded("/work/main/.data/bench");
const shape = { id: "small", delegates: 10, organisations: 10, seats: 1 };
const now = () => new Date();
const closing: (() => Promise<unknown>)[] = [];
async function make(startJobs: typeof A, name: string) {
  const url = await createDatabase(server.url, `${name}_${Date.now()}`);
  await migrate(url);
  const pool = openPool(url); const prisma = openPrisma(url); const jobs = await startJobs({ url, log });
  await seedAlliance(pool, shape);
  closing.push(() => jobs.stop(), () => prisma.$disconnect(), () => pool.end());
  return createBot({ store: createStore({ pool, prisma, enqueue: jobs.enqueue }), now, ids, links: createLinks("https://bot.example.org", "s", now), calendar: nrwCalendar(), log });
}
const bots = [await make(A, "a"), await make(B, "b")] as const;
const times: number[][] = [[], []];
const N = Number(process.env["N"] ?? 800), W = Number(process.env["W"] ?? 1);
for (let i = 0; i < N; i++) for (const b of i % 2 ? [0, 1] : [1, 0]) {
  await Promise.all(Array.from({ length: W }, async (_, w) => {
    const n = (i * W + w) % 10;
    const t = performance.now();
    await bots[b]!.handle({ key: `k${i}-${w}`, from: { messenger: "slack", tenant: "small", user: `U${n}`, address: { channel: `D${n}`, user: `U${n}` } }, place: "direct", said: { pressed: writeWish(wish(Math.floor((i * W + w) / 10) % 2 ? "rsvp.decline" : "rsvp.accept", { meeting: meetingOf(shape), for: personOf(shape, n), edition: "1" })) }, window: true, answer: "posted", card: { channel: `D${n}`, ts: messageOf(n) } });
    if (i > 100) times[b]!.push(performance.now() - t);
  }));
}
const at = (a: number[], p: number) => a.sort((x, y) => x - y)[Math.floor(a.length * p)]!.toFixed(2);
console.log("A", at(times[0]!, 0.5), at(times[0]!, 0.25), at(times[0]!, 0.1), "B", at(times[1]!, 0.5), at(times[1]!, 0.25), at(times[1]!, 0.1));
for (const c of closing) await c();
await server.stop();
