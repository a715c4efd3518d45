// Takes a roster file over: read, held against the form and the roster, and written whole or not at all.

import type { Pool } from "pg";
import { historyLine } from "../../src/notice/history.ts";
import type { Desk, Ids, View } from "../../src/ports.ts";
import type { Draft } from "../../src/roster/file/draft.ts";
import { type Fault, type RosterFile, readForm } from "../../src/roster/file/form.ts";
import { planImport } from "../../src/roster/file/plan.ts";
import type { FullRoster } from "../../src/roster/file/write.ts";
import type { Alliance } from "../../src/roster/model.ts";
import { endStandIn } from "../../src/roster/reach.ts";
import { dayOf } from "../../src/time.ts";
import { rosterWork } from "../store/roster.ts";
import { readFile } from "./read.ts";

export const rosterOf = async (view: View): Promise<FullRoster> => ({
  organisations: await view.find("Organisation", {}),
  seats: await view.find("Seat", {}),
  people: await view.find("Person", {}),
  holdings: await view.find("Holding", {}),
  standIns: await view.find("StandIn", {}),
});

interface Importing {
  readonly pool: Pool;
  readonly alliance: Alliance;
  readonly bytes: Uint8Array;
  readonly endMissing: boolean;
  /** Only to see what would happen. */
  readonly dry: boolean;
  readonly now: Date;
  readonly ids: Pick<Ids, "next">;
}

/** Every fault of the file, or what was worked out and, unless only tried, written. */
export async function importRoster({
  pool,
  alliance,
  bytes,
  endMissing,
  dry,
  now,
  ids,
}: Importing): Promise<{ readonly faults: readonly Fault[] } | { readonly draft: Draft }> {
  const read = readFile(bytes);
  const form = readForm(read.raw);
  const unread = { faults: [...read.faults, ...form.faults], raw: read.raw };
  const foreign = await foreignIds(pool, alliance.id, form.file);
  return rosterWork(pool, alliance.id, async (desk) => {
    const result = planImport(form.file, await rosterOf(desk), { allianceId: alliance.id, today: dayOf(now, alliance.zone), endMissing, ids, foreign }, unread);
    if ("faults" in result || dry) return { result, leave: true };
    await put(desk, result.draft, now, ids);
    return { result };
  });
}

/** A file may come from another alliance of the same installation: its ids belong to the people there. */
async function foreignIds(pool: Pool, allianceId: string, { people }: RosterFile): Promise<ReadonlySet<string>> {
  const ids = people.flatMap((line) => line.id ?? []);
  if (ids.length === 0) return new Set();
  const { rows } = await pool.query<{ id: string }>(`select "id" from "Person" where "id" = any($1) and "allianceId" <> $2`, [ids, allianceId]);
  return new Set(rows.map(({ id }) => id));
}

async function put(desk: Desk, draft: Draft, now: Date, ids: Pick<Ids, "next">): Promise<void> {
  for (const standIn of draft.removed.StandIn) await endStandIn(desk, standIn);
  for (const row of draft.removed.Holding) desk.remove("Holding", row);
  for (const row of draft.removed.Seat) desk.remove("Seat", row);
  for (const row of draft.put.Organisation) desk.put("Organisation", row);
  for (const row of draft.put.Seat) desk.put("Seat", row);
  for (const row of draft.put.Person) desk.put("Person", row);
  for (const row of draft.put.Holding) desk.put("Holding", row);
  for (const row of draft.put.StandIn) desk.put("StandIn", row);
  const kinds = [
    ["created", draft.created],
    ["changed", draft.changed],
    ["ended", draft.ended],
  ] as const;
  for (const [what, those] of kinds) {
    for (const { person, organisation, role, fields } of those) {
      const { allianceId } = draft.options;
      const after = [organisation?.slug, role, ...(fields ?? [])].filter((part) => part !== undefined).join(" ");
      desk.put(
        "Trail",
        historyLine({
          id: ids.next(),
          allianceId,
          personId: person?.id ?? null,
          at: now,
          via: "file",
          what: `roster.${what}`,
          after,
        }),
      );
    }
  }
}
