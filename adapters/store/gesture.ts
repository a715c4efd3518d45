// One gesture, or one piece of the bot's own work, in one transaction of two round trips and those of its own questions.
import type { Pool } from "pg";
import { layDesk, type Select, type Written } from "../../src/desk.ts";
import type { Delivery } from "../../src/notice/model.ts";
import { isOnce, isUnkept, type Outcome, stored } from "../../src/outcome.ts";
import type { Desk, Opened, Opening, Store } from "../../src/ports.ts";
import { revive, writeJson } from "../../src/rows.ts";
import type { Taken } from "../../src/rsvp/model.ts";
import type { Table } from "../../src/tables.ts";
import { gestureKey } from "./key.ts";
import { type Session, type Statement, transact } from "./session.ts";
import { select, write } from "./sql.ts";

/** What tells the job engine of messages owed: statements for the transaction that owes them, and a word when it is committed. */
export type Enqueue = (owed: readonly Delivery[]) => Promise<{ readonly statements: readonly Statement[]; readonly committed: () => void }>;

/** What desk_open (prisma/migrations) gives, instants still as text. */
interface Found {
  readonly fresh: boolean;
  readonly outcome?: Outcome | null;
  readonly seats?: { readonly seats: number; readonly taken: readonly Taken[]; readonly waiting: readonly unknown[] } | null;
  readonly [part: string]: unknown;
}

export function gestures(pool: Pool, enqueue: Enqueue): Pick<Store, "gesture" | "work"> {
  return {
    gesture: ({ from, ...opening }, work) =>
      transact(pool, async (session) => {
        const key = gestureKey(opening.key);
        const found = await open(session, { ...opening, key, messenger: from.messenger, tenant: from.tenant, user: from.user });
        if (!found.fresh) {
          await session.ask("ROLLBACK");
          if (!found.outcome) throw new Error(`The gesture ${opening.key} has no outcome.`);
          return found.outcome;
        }
        const { result: outcome, written } = await lay(session, found, null, work);
        // Its corrected copy will carry the same key.
        if ("refuse" in outcome && outcome.fields) {
          await session.ask("ROLLBACK");
          return outcome;
        }
        const kept = {
          sql: `INSERT INTO "Gesture" ("key", "allianceId", "at", "outcome") VALUES ($1, $2, $3::timestamptz, $4::jsonb)`,
          values: [key, written.allianceId, momentOf(opening.at, outcome), writeJson(stored(outcome))],
        };
        await close(session, enqueue, written, ...(isUnkept(outcome) ? [] : [kept]));
        return outcome;
      }),
    work: ({ allianceId, meeting }, run) =>
      transact(pool, async (session) => {
        const found = await open(session, meeting ? { allianceId, hold: "meeting", meeting } : { allianceId, hold: "alliance" });
        const { result, written } = await lay(session, found, allianceId, run);
        await close(session, enqueue, written);
        return result;
      }),
  };
}

/** Of what may leave no trace only the day is written down. */
const momentOf = (at: Date, outcome: Outcome): string => (isOnce(outcome) ? `${at.toISOString().slice(0, 10)}T00:00:00.000Z` : at.toISOString());

type Question = Omit<Opening, "from" | "key" | "at"> & { readonly [part: string]: unknown };

async function open(session: Session, question: Question): Promise<Found> {
  const results = await session.run(["BEGIN", { sql: "SELECT desk_open($1::jsonb) AS found", values: [writeJson(question)] }]);
  return results[1]?.rows[0].found;
}

/** Lets `work` work at a desk with what was found, and gives what it put down. */
async function lay<T>(session: Session, found: Found, scope: string | null, work: (desk: Desk) => Promise<T>): Promise<{ result: T; written: Written }> {
  const opened = revived(found);
  const search: Select = async (table, where) => {
    const query = select(table, where);
    if (!query) return [];
    const [result] = await session.ask(query.text, query.values);
    return result?.rows ?? [];
  };
  const { desk, close } = layDesk(opened, opened.alliance?.id ?? scope, search);
  const result = await work(desk);
  return { result, written: close() };
}

/** Writes it all, and ends the transaction. */
export async function close(session: Session, enqueue: Enqueue, written: Written, ...last: readonly Statement[]): Promise<void> {
  const jobs = written.owed.length > 0 ? await enqueue(written.owed) : undefined;
  await session.run([...write(written), ...(jobs?.statements ?? []), ...last, "COMMIT"]);
  jobs?.committed();
}

function revived(found: Found): Opened {
  const one = <T extends Table>(table: T, part: string) => (found[part] ? { [part]: revive(table, found[part]) } : {});
  const all = <T extends Table>(table: T, rows: unknown) => ((rows ?? []) as readonly unknown[]).map((row) => revive(table, row));
  return {
    ...one("Account", "account"),
    ...one("Contact", "contact"),
    ...one("Person", "person"),
    ...one("Alliance", "alliance"),
    ...one("Meeting", "meeting"),
    ...one("Reply", "reply"),
    ...one("Organisation", "organisation"),
    ...one("Person", "whose"),
    ...(found.seats ? { seats: { seats: found.seats.seats, taken: found.seats.taken, waiting: all("Reply", found.seats.waiting) } } : {}),
    holdings: all("Holding", found["holdings"]),
    shown: all("Shown", found["shown"]),
    ...(found["assigned"] ? { assigned: found["assigned"] as readonly string[] } : {}),
  };
}
