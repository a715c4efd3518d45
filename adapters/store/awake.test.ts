// The planner's question stays cheap: with two thousand alliances at rest nothing is read from end to end.
import type pg from "pg";
import { freshDatabase } from "../../test/database.ts";
import { awakeAlliances } from "./awake.ts";
import { openPool } from "./session.ts";

let pool: pg.Pool;
beforeAll(async () => {
  pool = openPool(await freshDatabase());
  // Each with 26 organisations, twenty meetings of ten years and a hundred tasks that are done; every fiftieth has one that is not.
  await pool.query(`
    INSERT INTO "Alliance" ("id", "nameDe", "nameEn", "zone", "office", "ladder", "visionDe", "meetingsPerYear", "usualStart", "usualPlace")
      SELECT 'a' || n, 'Bündnis', 'Alliance', 'Europe/Berlin', '{}', '{"taskFirst": 14, "minutes": 14}', '', 2, '14:00', 'Rathaus' FROM generate_series(1, 2000) n;
    INSERT INTO "Organisation" ("id", "allianceId", "slug", "position", "nameDe", "nameEn", "aliases", "category", "status", "seats", "seatsBasis", "mayPresent", "mayAsk", "mayAnswer")
      SELECT 'a' || n || '-o' || o, 'a' || n, 'o' || o, o, 'Organisation', 'Organisation', '{}', 'business', 'confirmed', 1, 'explicit', true, false, true
      FROM generate_series(1, 2000) n, generate_series(1, 26) o;
    INSERT INTO "Meeting" ("id", "allianceId", "kind", "state", "day", "start", "startsAt", "endsAt", "place", "edition", "sequence", "invitationOn", "replyBy", "talksBy", "questionsBy", "documentsBy", "createdAt")
      SELECT 'a' || n || '-m' || m, 'a' || n, 'regular', 'invited', '2020-01-01', '14:00', held, held, 'Rathaus', 1, 0, '', '', '', '', '', held
      FROM generate_series(1, 2000) n, generate_series(1, 20) m, LATERAL (SELECT '2026-01-01'::timestamptz - m * interval '6 months' AS held) d;
    INSERT INTO "Task" ("id", "allianceId", "number", "title", "organisationId", "involved", "due", "state", "createdAt")
      SELECT 'a' || n || '-t' || t, 'a' || n, t, 'Aufgabe', 'a' || n || '-o1', '{}', '2026-10-01', CASE WHEN t = 1 AND n % 50 = 0 THEN 'open' ELSE 'confirmed' END, now()
      FROM generate_series(1, 2000) n, generate_series(1, 100) t;
    ANALYZE`);
}, 60_000);
afterAll(() => pool.end());

test("of two thousand alliances the forty with an open task are found", async () => {
  const { rows } = await pool.query(awakeAlliances, [new Date("2026-09-15T10:00:00Z")]);
  expect(rows.length).toBe(40);
});

test("meetings and tasks are found by their index", async () => {
  const { rows } = await pool.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${awakeAlliances}`, [new Date("2026-09-15T10:00:00Z")]);
  const plan = JSON.stringify(rows[0]);
  const read = (how: string) => [...plan.matchAll(new RegExp(`"Node Type":"${how}"[^{}]*?"Relation Name":"(\\w+)"`, "g"))].map(([, table]) => table);
  expect(read("Seq Scan").filter((table) => table === "Meeting" || table === "Task")).toEqual([]);
  expect([...plan.matchAll(/"Index Name":"(\w+)"/g)].map(([, index]) => index)).toEqual(
    expect.arrayContaining(["Meeting_allianceId_endsAt_idx", "Task_allianceId_state_due_idx"]),
  );
});
