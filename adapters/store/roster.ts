// One transaction over the whole roster of an alliance, for an import: what it read is still true when it writes.
import type { Pool } from "pg";
import { layDesk, type Select } from "../../src/desk.ts";
import type { Desk } from "../../src/ports.ts";
import { close } from "./gesture.ts";
import { transact } from "./session.ts";
import { select } from "./sql.ts";

/**
 * Somebody who changes one of the rows meanwhile, in a bot that runs on the same database, lets this begin anew (REPEATABLE READ): neither
 * overwrites the other. Whatever `run` throws, or where it says "leave", nothing is written.
 */
export function rosterWork<T>(pool: Pool, allianceId: string, run: (desk: Desk) => Promise<{ readonly result: T; readonly leave?: boolean }>): Promise<T> {
  return transact(pool, async (session) => {
    await session.ask("BEGIN ISOLATION LEVEL REPEATABLE READ");
    const search: Select = async (table, where) => {
      const query = select(table, where);
      const [found] = query ? await session.ask(query.text, query.values) : [];
      return found?.rows ?? [];
    };
    const laid = layDesk({ holdings: [], shown: [] }, allianceId, search);
    const { result, leave } = await run(laid.desk);
    const written = laid.close();
    if (leave) await session.ask("ROLLBACK");
    else await close(session, async () => ({ statements: [], committed: () => undefined }), written);
    return result;
  });
}
