// A database with rosters for the tests: files are taken over into it, and read back from it.

import type { FullRoster } from "../../src/roster/file/write.ts";
import * as a from "../../src/testing/examples.ts";
import { freshDatabase } from "../../test/database.ts";
import { ids } from "../ids.ts";
import { openPrisma } from "../store/index.ts";
import { rosterWork } from "../store/roster.ts";
import { openPool } from "../store/session.ts";
import { importRoster, rosterOf } from "./import.ts";
import { faultReport, importReport } from "./report.ts";

type Taken = Awaited<ReturnType<typeof importRoster>>;

export async function rosterWorld() {
  const url = await freshDatabase();
  const pool = openPool(url);
  const prisma = openPrisma(url);
  return {
    url,
    pool,
    prisma,
    clear: () => pool.query(`delete from "Alliance"`),
    async take(bytes: Uint8Array | string, more: { endMissing?: boolean; dry?: boolean; id?: string } = {}): Promise<Taken> {
      const alliance = a.alliance({ id: more.id ?? "kba" });
      const given = { pool, alliance, endMissing: more.endMissing === true, dry: more.dry === true, now: a.noon, ids };
      return importRoster({ ...given, bytes: typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes });
    },
    read: (id = "kba"): Promise<FullRoster> => rosterWork(pool, id, async (desk) => ({ result: await rosterOf(desk), leave: true })),
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** What the operator reads. */
export const reported = (result: Taken): string =>
  "faults" in result ? faultReport("datei.csv", result.faults, "de") : importReport("datei.csv", result.draft, false, "de");
