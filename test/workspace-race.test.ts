// Two offices send their codes to the same new workspace at the same moment: one alliance gets it, and nobody of the other is linked there.
import { ids } from "../adapters/ids.ts";
import { seed } from "../adapters/store/specimen.ts";
import { hashOf } from "../src/roster/codes.ts";
import * as a from "../src/testing/examples.ts";
import { type Ground, openGround } from "./race.ts";
import { seedBoth, sides } from "./two-alliances.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround(() => a.noon);
});
afterAll(() => ground.close());

test("one of them gets it, whole (20 rounds)", async () => {
  await seedBoth(ground.pool);
  for (let round = 0; round < 20; round++) {
    const tenant = `new ${round}`;
    const answers = sides.map(async (side, index) => {
      const code = `Z-${ids.code()}`;
      const row = { hash: hashOf(ids, code), allianceId: side, personId: `${side}-office`, createdAt: a.noon, expiresAt: new Date("2026-10-15T10:00:00Z") };
      await seed(ground.pool)({ AccessCode: [{ ...row, usedAt: null, revokedAt: null }] });
      const from = { messenger: "slack", tenant, user: side, address: { chat: side } };
      const key = `${tenant} ${side}`;
      return ground.bots[index]?.handle({ key, from, place: "direct", said: { words: code, command: false }, window: false, answer: "inline" });
    });
    await Promise.all(answers);
    const of = async (table: "Workspace" | "Account") =>
      (await ground.pool.query(`SELECT "allianceId" FROM "${table}" WHERE "messenger" = 'slack' AND "tenant" = $1`, [tenant])).rows;
    const joined = await of("Workspace");
    expect(joined).toHaveLength(1);
    expect(await of("Account")).toEqual(joined);
  }
});
