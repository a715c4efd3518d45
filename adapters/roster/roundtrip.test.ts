// Whatever the roster: what is written is read back exactly.
import fc from "fast-check";
import { type FullRoster, writeRoster } from "../../src/roster/file/write.ts";
import type { Holding, Organisation, Person, Seat, StandIn } from "../../src/roster/model.ts";
import * as a from "../../src/testing/examples.ts";
import { seed } from "../store/specimen.ts";
import { reported, rosterWorld } from "./world.ts";
import { writeCsv, writeJson } from "./write.ts";

/** Rosters as the bot itself can bring them about. */
const word = fc.oneof(
  fc.constantFrom("Kim", "Robin", "=SUM(A1)", "'+1", "-", "@all", "a | b", "c\\d", '"x"', "ä;ö,ü", "Zeile 1\nZeile 2", "ihk/Kim"),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).map(
    (text) =>
      `x${text
        .normalize("NFC")
        .replace(/[^\p{L}\p{N} |;,"'\\]/gu, "")
        .replace(/\s+/g, " ")
        .trim()}`,
  ),
);
const day = fc.constantFrom(null, "2025-01-01", "2026-09-14", "2026-12-31");
const rosters = fc
  .record({
    organisations: fc.array(
      fc.record({
        name: word,
        aliases: fc.array(word, { maxLength: 2 }),
        seats: fc.integer({ min: 1, max: 3 }),
        status: fc.constantFrom("confirmed", "pending_decision", "to_verify", "not_admitted"),
        flag: fc.boolean(),
        note: fc.option(word, { nil: null }),
        documented: fc.array(fc.option(word, { nil: null }), { maxLength: 3 }),
        reviewOn: day,
      }),
      { minLength: 1, maxLength: 4 },
    ),
    people: fc.array(
      fc.record({
        of: fc.integer({ min: -1, max: 3 }),
        name: word,
        nameEn: fc.option(word, { nil: null }),
        email: fc.constantFrom(null, "kim@x.example", "robin@x.example"),
        language: fc.constantFrom("de", "en"),
        guest: fc.boolean(),
        holdings: fc.array(
          fc.record({
            kind: fc.constantFrom("holder", "substitute"),
            seat: fc.integer({ min: 1, max: 3 }),
            position: fc.integer({ min: 1, max: 3 }),
            verified: fc.boolean(),
            from: day,
          }),
          { maxLength: 2 },
        ),
        answers: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ organisations, people }): FullRoster => {
    const allianceId = "x";
    const rows = organisations.map(
      (it, n): Organisation => ({
        ...a.organisation({ id: `x-o${n}`, allianceId, slug: `o${n}`, position: n + 1 }),
        nameDe: it.name,
        nameEn: it.name,
        aliases: it.aliases,
        seats: it.seats,
        status: it.status as Organisation["status"],
        mayAsk: it.flag,
        note: it.note,
        reviewOn: it.reviewOn as Organisation["reviewOn"],
      }),
    );
    const seats = rows.flatMap((it, n) =>
      Array.from(
        { length: it.seats },
        (_, seat): Seat => ({
          id: `${it.id}-${seat + 1}`,
          allianceId,
          organisationId: it.id,
          position: seat + 1,
          boundTo: "mandate",
          status: it.status,
          documented: organisations[n]?.documented[seat] ?? null,
        }),
      ),
    );
    const persons = people.map(
      (it, n): Person => ({
        ...a.person({ id: `p${n}`, allianceId }),
        name: it.name,
        nameEn: it.nameEn,
        organisationId: rows[it.of]?.id ?? null,
        email: it.email,
        language: it.language as Person["language"],
        roles: n === 0 ? ["organiser", "lead"] : it.guest ? ["guest"] : [],
      }),
    );
    const holdings = people.flatMap((it, n) => {
      const organisation = rows[it.of];
      const seen = new Set<string>();
      return it.holdings.flatMap((held, m): Holding[] => {
        const place = `${held.kind} ${held.seat} ${held.from}`;
        if (!organisation || held.seat > organisation.seats || seen.has(place)) return [];
        seen.add(place);
        return [
          {
            id: `h${n}-${m}`,
            allianceId,
            seatId: `${organisation.id}-${held.seat}`,
            personId: `p${n}`,
            kind: held.kind as Holding["kind"],
            position: held.position,
            verified: held.verified,
            validFrom: held.from as Holding["validFrom"],
            validTo: m === 0 ? null : "2027-01-01",
          },
        ];
      });
    });
    const standIns = people.flatMap((it, n): StandIn[] =>
      it.answers !== undefined && it.answers !== n && it.answers < people.length ? [{ actorId: `p${n}`, personId: `p${it.answers}`, allianceId }] : [],
    );
    return { organisations: rows, seats, people: persons, holdings, standIns };
  });

test("what is written is read back exactly: in place it changes nothing, in an empty alliance it makes the same", async () => {
  const { pool, take, read, close } = await rosterWorld();
  const property = fc.asyncProperty(rosters, fc.constantFrom(writeCsv, writeJson), async (roster, write) => {
    await pool.query(`delete from "Alliance"`);
    await seed(pool)({
      Alliance: [a.alliance({ id: "x" })],
      Organisation: roster.organisations,
      Seat: roster.seats,
      Person: roster.people,
      Holding: roster.holdings,
      StandIn: roster.standIns,
    });
    const text = write(writeRoster(await read("x")));
    const again = await take(text, { id: "x" });
    if ("faults" in again) throw new Error(`${text}\n${reported(again)}`);
    expect([again.draft.created, again.draft.changed, again.draft.missing, Object.values(again.draft.put).flat()]).toEqual([[], [], [], []]);
    await pool.query(`delete from "Person"; delete from "Organisation"`);
    await take(text, { id: "x" });
    expect(write(writeRoster(await read("x")))).toBe(text);
  });
  await fc.assert(property, { numRuns: 40 });
  await close();
}, 60_000);
