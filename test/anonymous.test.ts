// The promise to whoever asks without a name: nothing that is stored, sent, logged or exported leads from the question to the person.
import type pg from "pg";
import { translator } from "../locales/index.ts";
import type { Outcome } from "../src/outcome.ts";
import { asJson, ownData } from "../src/privacy/own.ts";
import { twin } from "../src/twin.ts";
import { wish, writeWish } from "../src/wish.ts";
import { aDay, ask, everything, type Ground, gesture, openGround, politicians } from "./politics.ts";

jest.setTimeout(120_000);

/** Stands in the question and nowhere else. */
const canary = "Wie viele Kanarienvögel arbeiten in Krefeld?";
const unnamed = { text: canary, name: "unnamed" };

let ground: Ground;
beforeEach(async () => {
  ground = await openGround();
});
afterEach(() => ground.close());

test("the text of a question without a name stands in its own row, and in no other row, job or line of the log", async () => {
  await aDay(ground);
  await ask(ground, "cdu-2", unnamed);
  await aDay(ground);
  ground.now = new Date("2026-09-24T07:00:00Z");
  await ground.tick();
  const rows = await everything(ground);
  const holding = Object.entries(rows).filter(([, all]) => all.some((row) => row.includes("Kanarien")));
  expect(holding.map(([table]) => table)).toEqual([`public."Question"`]);
  expect(ground.log.filter((line) => line.includes("Kanarien"))).toEqual([]);
});

test("no value of its row stands in any other row, and no id of any person, seat, group or account in its own", async () => {
  await aDay(ground);
  await ask(ground, "cdu-2", unnamed);
  await aDay(ground);
  const rows = await everything(ground);
  const [row] = (rows[`public."Question"`] ?? []).map((text): Record<string, unknown> => JSON.parse(text));
  expect(row).toMatchObject({ personId: null, organisationId: null, seatId: null, askedOn: null, actorId: null, via: null, named: false });
  const values = [row?.["id"], row?.["receipt"], `F-${row?.["number"]}`].map(String);
  for (const [table, all] of Object.entries(rows))
    if (table !== `public."Question"`) expect([table, all.filter((text) => values.some((value) => text.includes(value)))]).toEqual([table, []]);
  for (const who of [...politicians, "cdu-seat", "spd-seat", '"cdu"', '"spd"']) expect(JSON.stringify(row)).not.toContain(who);
});

test.each([
  ["cdu-1", "spd-1"],
  ["cdu-1", "cdu-2"],
] as const)("whether %s or %s asked without a name, the database, the jobs and the log look the same afterwards", async (one, other) => {
  const looks: unknown[] = [];
  for (const asker of [one, other]) {
    const own = await openGround();
    await aDay(own);
    const outcome = await ask(own, asker, unnamed);
    expect(outcome).toMatchObject({ once: true });
    await aDay(own);
    own.now = new Date("2026-09-24T07:00:00Z");
    await own.tick();
    looks.push([masked(await everything(own)), own.log]);
    await own.close();
  }
  expect(looks[1]).toEqual(looks[0]);
});

/** Without what differs from run to run and says nothing: hashes, the engine's own ids and its clock. */
function masked(rows: Readonly<Record<string, readonly string[]>>): unknown {
  return Object.entries(rows)
    .filter(([table]) => !/^pgboss\.(?!job)/.test(table))
    .map(([table, all]) => [table, all.map((text) => maskedRow(table, JSON.parse(text))).sort()]);
}

function maskedRow(table: string, row: Record<string, unknown>): string {
  const hidden: Readonly<Record<string, readonly string[]>> = {
    [`public."Token"`]: ["hash"],
    [`public."Gesture"`]: ["key"],
    [`public."_prisma_migrations"`]: ["id", "started_at", "finished_at"],
  };
  const kept = Object.entries(row).filter(([column]) => !(table.startsWith("pgboss.") ? /^(?:id|.*on|.*at|.*after|keep_until)$/ : /^$/).test(column));
  return JSON.stringify(kept.filter(([column]) => !(hidden[table] ?? []).includes(column)));
}

test("neither the office's views nor the asker's own data say who asked", async () => {
  await ask(ground, "cdu-2", unnamed);
  const [row] = (await ground.pool.query<{ id: string; number: number }>(`SELECT "id", "number" FROM "Question"`)).rows;
  const seen: string[] = [];
  for (const words of ["frage", "frage liste", "status", "versand", "rückmeldung", `frage F-${row?.number}`])
    seen.push(read(await gesture(ground, "office", { words, command: true })));
  for (const command of ["question.review", "question.notes", "question.rules"] as const)
    seen.push(read(await gesture(ground, "office", { pressed: writeWish(wish(command, { meeting: "m", question: row?.id ?? "" })) })));
  expect(seen.join("\n")).toContain("Kanarien");
  expect(seen.filter((text) => text.includes("Kanarien") && /Delegierte|CDU|SPD/.test(text))).toEqual([]);
  for (const words of ["status", "frage", "datenschutz auskunft"])
    expect(read(await gesture(ground, "cdu-2", { words, command: true }))).not.toMatch(/Kanarien|ohne Namen eingereicht/);
  const view = { find: async (table: string, where: object) => rowsWhere(ground.pool, table, where) };
  const data = await ownData(view as never, "cdu-2");
  expect(data && asJson(data)).not.toContain("Kanarien");
});

const read = (outcome: Outcome): string => {
  const card = "show" in outcome ? outcome.show : "refuse" in outcome ? outcome.card : undefined;
  return card ? twin({ lang: "de", t: translator("de") }, card) : "";
};

async function rowsWhere(pool: pg.Pool, table: string, where: object): Promise<readonly unknown[]> {
  const columns = Object.entries(where);
  const conditions = columns.map(([column], n) => `"${column}" = ANY($${n + 1})`);
  const values = columns.map(([, value]) => (Array.isArray(value) ? value : [value]));
  return (await pool.query(`SELECT * FROM "${table}" ${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""}`, values)).rows;
}

test("a fault while it is handed in leaves nothing of it, in the answer neither", async () => {
  // The database quotes the whole row in what it says of it.
  await ground.pool.query(`ALTER TABLE "Question" ADD CHECK ("text" NOT LIKE '%Kanarien%')`);
  const outcome = await ask(ground, "cdu-2", unnamed);
  expect(outcome).toMatchObject({ refuse: "fault" });
  expect(JSON.stringify(outcome)).not.toContain("Kanarien");
  expect(ground.log.filter((line) => line.includes("Kanarien"))).toEqual([]);
  expect((await ground.pool.query(`SELECT * FROM "Question"`)).rows).toEqual([]);
});

test("the gesture that handed it in is kept under a hash, with its day and without what was answered", async () => {
  await ask(ground, "cdu-2", unnamed);
  const { rows } = await ground.pool.query<{ key: string; at: Date; outcome: object }>(`SELECT "key", "at", "outcome" FROM "Gesture" ORDER BY "at"`);
  expect(rows.filter(({ key }) => key.includes("cdu") || key.includes("page"))).toEqual([]);
  expect(rows[0]).toMatchObject({ at: new Date("2026-09-10T00:00:00Z"), outcome: { silent: "once" } });
});

test("the limit of the seat holds for questions without a name, and after the round nothing is left of it", async () => {
  for (let n = 0; n < 2; n++) expect(await ask(ground, "spd-1", { ...unnamed, text: `Wie viele sind es zum ${n + 1}. Mal?` })).toMatchObject({ once: true });
  const third = await gesture(ground, "spd-1", { pressed: writeWish(wish("question.new", { meeting: "m" })) });
  expect("ask" in third).toBe(false);
  expect((await ground.pool.query(`SELECT * FROM "Question"`)).rows).toHaveLength(2);
  expect((await ground.pool.query(`SELECT * FROM "Token"`)).rows).toHaveLength(2);
  ground.now = new Date("2026-10-07T13:30:00Z");
  for (const number of (await ground.pool.query<{ id: string }>(`SELECT "id" FROM "Question"`)).rows)
    await gesture(ground, "office", { pressed: writeWish(wish("question.admit", { meeting: "m", question: number.id })) });
  await gesture(ground, "office", { words: "runde start", command: true });
  await gesture(ground, "office", { pressed: writeWish(wish("round.endNow", { meeting: "m" })) });
  expect((await ground.pool.query(`SELECT * FROM "Token"`)).rows).toEqual([]);
});
