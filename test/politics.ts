// People of politics before a meeting, on PostgreSQL, with a bot whose ids follow one another: what two of them stored can be compared.
import type pg from "pg";
import { nrwCalendar } from "../adapters/calendar/index.ts";
import { sealWith } from "../adapters/ids.ts";
import { startJobs } from "../adapters/jobs/index.ts";
import { createStore, openPrisma } from "../adapters/store/index.ts";
import { openPool } from "../adapters/store/session.ts";
import { seed } from "../adapters/store/specimen.ts";
import { type Bot, createBot } from "../src/bot.ts";
import type { Incoming } from "../src/incoming.ts";
import { runNotices } from "../src/notice/run.ts";
import type { Outcome } from "../src/outcome.ts";
import * as a from "../src/testing/examples.ts";
import { krefeld } from "../src/testing/roster.ts";
import { wish, writeWish } from "../src/wish.ts";
import { freshDatabase } from "./database.ts";

export const politicians = ["cdu-1", "cdu-2", "spd-1", "spd-2"] as const;
export type Politician = (typeof politicians)[number];

export interface Ground {
  readonly pool: pg.Pool;
  readonly bot: Bot;
  /** Everything that was logged, as text. */
  readonly log: string[];
  now: Date;
  gestures: number;
  tick(): Promise<void>;
  close(): Promise<void>;
}

/** A bot whose ids follow one another, so that two of them that did the same store the same. */
export async function openGround(): Promise<Ground> {
  const url = await freshDatabase();
  const log: string[] = [];
  const logger = {
    info: (event: string, facts?: object) => void log.push(JSON.stringify([event, facts])),
    error: (event: string, error: unknown, facts?: object) => void log.push(JSON.stringify([event, String(error), facts])),
  };
  const jobs = await startJobs({ url, log: logger });
  const pool = openPool(url);
  const prisma = openPrisma(url);
  let count = 0;
  const ids = {
    next: () => `id-${String(++count).padStart(5, "0")}`,
    code: () => [..."23456789"].map((_, n) => "ABCDEFGHJKMNPQRSTUVWXYZ"[(++count * 7 + n * 5) % 23]).join(""),
    hash: (text: string) => sealWith("hash")(text),
  };
  const store = createStore({ pool, prisma, enqueue: jobs.enqueue });
  const calendar = nrwCalendar();
  const ground: Ground = {
    pool,
    log,
    gestures: 0,
    now: new Date("2026-09-10T08:00:00Z"),
    bot: createBot({
      store,
      now: () => ground.now,
      ids,
      seal: sealWith("secret"),
      links: { calendar: () => undefined, file: (kind) => `https://bot.example/${kind}` },
      calendar,
      log: logger,
    }),
    tick: () => runNotices({ store, calendar, ids, log: logger }, ground.now),
    async close() {
      await jobs.stop();
      await prisma.$disconnect();
      await pool.end();
    },
  };
  await seed(pool)({ ...krefeld(), Meeting: [meeting], AgendaItem: [item], Quota: [], Reply: politicians.map(invited) });
  return ground;
}

const meeting = a.meeting({
  ...{ id: "m", allianceId: "kba", day: "2026-10-07", questionsBy: "2026-09-23" },
  ...{ startsAt: new Date("2026-10-07T12:00:00Z"), endsAt: new Date("2026-10-07T16:00:00Z") },
});
const item = { id: "i", allianceId: "kba", meetingId: "m", position: 4, number: "4", key: "qa", titleDe: "Fragerunde", titleEn: "Q&A", minutes: 60 };
const invited = (personId: Politician) => a.reply({ meetingId: "m", personId, allianceId: "kba", organisationId: personId.slice(0, 3) });

/** As the local page names them: the person stands in the key. */
export function gesture(ground: Ground, who: string, said: Incoming["said"]): Promise<Outcome> {
  const window = "pressed" in said || "sent" in said;
  const from = { messenger: "test", tenant: "T", user: who, address: { chat: who } };
  return ground.bot.handle({ key: `page:${who}:${++ground.gestures}`, from, place: "direct", said, window, answer: "posted", language: "de" });
}

/** Opens the form by a button and sends it, at a moment in which nobody else does anything. */
export async function ask(ground: Ground, who: Politician, answers: Readonly<Record<string, string>>): Promise<Outcome> {
  ground.now = new Date(ground.now.getTime() + 7 * 60_000);
  const opened = await gesture(ground, who, { pressed: writeWish(wish("question.new", { meeting: "m" })) });
  if (!("ask" in opened)) throw new Error(`no form, but ${JSON.stringify(opened)}`);
  const form = opened.ask;
  const chosen = Object.fromEntries(form.fields.map((field) => [field.name, valueFor(field.kind, field.name, answers)]));
  ground.now = new Date(ground.now.getTime() + 3 * 60_000);
  return gesture(ground, who, { sent: form.wish, answers: chosen });
}

/** Whatever the form calls its inputs: the long text is the question, the choice of two is the name. */
const valueFor = (
  kind: { readonly type: string; readonly options?: readonly { readonly value: string }[] },
  name: string,
  answers: Readonly<Record<string, string>>,
) => answers[name] ?? (kind.type === "one" && name === "to" ? (kind.options?.find(({ value }) => value.includes("agentur"))?.value ?? "") : "");

/** What the people of politics do before and after: all the same, whoever of them asks. */
export async function aDay(ground: Ground): Promise<void> {
  for (const who of politicians) {
    ground.now = new Date(ground.now.getTime() + 60_000);
    await gesture(ground, who, { words: "status", command: true });
  }
}

/** Every row of every table, of the bot and of the job engine. */
export async function everything({ pool }: Ground): Promise<Readonly<Record<string, readonly string[]>>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const found: Record<string, readonly string[]> = {};
  for (const { name } of tables) found[name] = (await pool.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${name} t`)).rows.map(({ row }) => row);
  return found;
}
