// Whatever the people of two alliances do, with ids of their own and of the others: neither reads nor writes a row of the other.
import fc from "fast-check";
import type { Incoming } from "../src/incoming.ts";
import { names } from "../src/names.ts";
import { registry } from "../src/registry.ts";
import * as a from "../src/testing/examples.ts";
import { wish, writeWish } from "../src/wish.ts";
import { type Ground, openGround } from "./race.ts";
import { contents, differences, gesture, markOf, otherSide, roles, type Side, seedBoth, sides } from "./two-alliances.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround(() => a.noon);
});
afterAll(() => ground.close());

const idsOf = (side: Side) => ["m", "m", "d", "old", "c", "head", "group", "firm", "code", "aim", "item", ...roles].map((name) => `${side}-${name}`);
const words = [
  "zusage",
  "absage",
  "unklar",
  "vertretung Stellvertretung",
  "status",
  "sitzung",
  "mitglied firm",
  "rückmeldungen",
  "hilfe",
  "Z-ABCD-2345",
  "Guten Tag",
];

/** A wish with some of its arguments, each of them an id of this side or of the other, a choice, or something plausible. */
const anyWish = (side: Side) =>
  fc.constantFrom(...names).chain((name) => {
    const values = Object.entries(registry[name].args).map(([arg, { kind }]) => {
      if (kind.type === "one") return [arg, fc.constantFrom(...kind.options.map(({ value }) => value))];
      if (kind.type === "number") return [arg, fc.constantFrom("0", "1", "30")];
      if (kind.type === "day") return [arg, fc.constantFrom("2026-10-07", "2026-11-18", "2026-11-25")];
      if (kind.type === "clock") return [arg, fc.constantFrom("14:00", "15:30")];
      const meetings = fc.constantFrom(`${side}-m`, `${side}-d`, `${otherSide[side]}-m`);
      const text = fc.constantFrom("Stellvertretung", "opening", "firm", "third");
      return [arg, arg === "meeting" ? meetings : fc.oneof(fc.constantFrom(...idsOf(side)), fc.constantFrom(...idsOf(otherSide[side])), text)];
    });
    return fc.record(Object.fromEntries(values), { requiredKeys: [] }).map((args) => wish(name, args as Readonly<Record<string, string>>));
  });
const said = (side: Side): fc.Arbitrary<Incoming["said"]> =>
  fc.oneof(
    { weight: 5, arbitrary: anyWish(side).map((it) => ({ pressed: writeWish(it) })) },
    { weight: 3, arbitrary: anyWish(side).map((it) => ({ sent: { command: it.command, args: {} }, answers: it.args })) },
    { weight: 1, arbitrary: fc.constantFrom(...words).map((text) => ({ words: text, command: true })) },
  );
const step = fc
  .constantFrom(...sides)
  .chain((side) => fc.record({ side: fc.constant(side), role: fc.constantFrom("office", "office", ...roles), said: said(side), bot: fc.nat(1) }));

test("random programs of two alliances never cross", async () => {
  const program = fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
    await seedBoth(ground.pool);
    let before = await contents(ground.pool);
    for (const it of steps) {
      const other = otherSide[it.side];
      const outcome = await gesture(ground.bots[it.bot] as Ground["bots"][number], it.side, it.role, it.said);
      expect(ground.faults).toEqual([]);
      expect(JSON.stringify(outcome)).not.toContain(markOf[other]);
      const after = await contents(ground.pool);
      expect(differences(before, after).filter((table) => table.endsWith(` ${other}`))).toEqual([]);
      before = after;
    }
    await composed();
  });
  await fc.assert(program, { numRuns: Number(process.env["PROGRAMS"] ?? 25) });
}, 600_000);

/** What is owed to people of one alliance says nothing of the other. */
async function composed(): Promise<void> {
  const { rows } = await ground.pool.query<{ key: string; allianceId: string | null }>(`SELECT "key", "allianceId" FROM "Delivery" WHERE "state" = 'ready'`);
  for (const { key, allianceId } of rows) {
    if (allianceId !== "x" && allianceId !== "y") continue;
    const text = await ground.compose(key);
    expect([key, text]).toEqual([key, expect.not.stringContaining(markOf[otherSide[allianceId]])]);
  }
}
