// What the database itself notes of every row (xmin: the transaction that wrote it) leads from no question without a name to a seat.
import { nrwCalendar } from "../adapters/calendar/index.ts";
import { ids, sealWith } from "../adapters/ids.ts";
import { startJobs } from "../adapters/jobs/index.ts";
import { createStore, openPrisma } from "../adapters/store/index.ts";
import { openPool } from "../adapters/store/session.ts";
import { seed } from "../adapters/store/specimen.ts";
import { createBot } from "../src/bot.ts";
import * as a from "../src/testing/examples.ts";
import { krefeld } from "../src/testing/roster.ts";
import { wish } from "../src/wish.ts";
import { freshDatabase } from "./database.ts";

const meeting = a.meeting({
  ...{ id: "m", allianceId: "kba", day: "2026-10-07", questionsBy: "2026-09-23" },
  ...{ startsAt: new Date("2026-10-07T12:00:00Z"), endsAt: new Date("2026-10-07T16:00:00Z") },
});
const item = { id: "i", allianceId: "kba", meetingId: "m", position: 4, number: "4", key: "qa", titleDe: "Fragerunde", titleEn: "Q&A", minutes: 60 };

test("no token was written with one question only, and no row of a person with a question", async () => {
  const url = await freshDatabase();
  const log = { info: () => undefined, error: () => undefined };
  const jobs = await startJobs({ url, log });
  const [pool, prisma] = [openPool(url), openPrisma(url)];
  try {
    await seed(pool)({ ...krefeld(), Meeting: [meeting], AgendaItem: [item], Quota: [], Reply: [] });
    const links = { calendar: () => undefined, file: () => undefined };
    const store = createStore({ pool, prisma, enqueue: jobs.enqueue });
    const bot = createBot({ store, now: () => new Date("2026-09-10T08:00:00Z"), ids, seal: sealWith("secret"), links, calendar: nrwCalendar(), log });
    for (const who of ["cdu-1", "spd-1", "cdu-2"]) {
      // From another address than ever before, so that the account would be written too.
      const from = { messenger: "test", tenant: "T", user: who, address: { chat: who, service: "new" } };
      const answers = { text: "Wie viele sind es?", to: "agentur", name: "unnamed" };
      const said = { sent: wish("question.new", { meeting: "m" }), answers };
      expect(await bot.handle({ key: `k-${who}`, from, place: "direct", said, window: true, answer: "posted", language: "de" })).toMatchObject({ once: true });
    }
    const joined = async (table: string) =>
      (await pool.query<{ number: number }>(`SELECT q."number" FROM "Question" q JOIN "${table}" t ON t.xmin = q.xmin OR t.xmax = q.xmin`)).rows.length;
    // With the last question all of them were.
    expect([await joined("Token"), (await pool.query(`SELECT DISTINCT xmin::text FROM "Token"`)).rows.length]).toEqual([3, 1]);
    for (const table of ["Account", "Person", "Contact", "Holding", "Seat", "Organisation", "Reply", "Delivery", "Trail", "Shown"])
      expect([table, await joined(table)]).toEqual([table, 0]);
  } finally {
    await jobs.stop();
    await prisma.$disconnect();
    await pool.end();
  }
}, 60_000);
