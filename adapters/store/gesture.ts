// One gesture, or one piece of the bot's own work, in one transaction of two or three round trips.
import type { Pool } from "pg";
import { layDesk, type Select, type Written } from "../../src/desk.ts";
import type { Delivery } from "../../src/notice/model.ts";
import type { Outcome } from "../../src/outcome.ts";
import type { Desk, Opened, Opening, Store } from "../../src/ports.ts";
import { revive } from "../../src/rows.ts";
import type { Table } from "../../src/tables.ts";
import { type Session, transact } from "./session.ts";
import { json, select, text, write } from "./sql.ts";

/** Tells the job engine of messages owed, through the given transaction. */
export type Enqueue = (session: Session, owed: readonly Delivery[]) => Promise<void>;

/** What desk_open (prisma/migrations) gives, instants still as text. */
interface Found {
  readonly fresh: boolean;
  readonly outcome?: Outcome | null;
  readonly seats?: { readonly seats: number; readonly taken: readonly unknown[]; readonly waiting: readonly unknown[] } | null;
  readonly [part: string]: unknown;
}

export function gestures(pool: Pool, enqueue: Enqueue): Pick<Store, "gesture" | "work"> {
  return {
    gesture: ({ from, ...opening }, work) =>
      transact(pool, async (session) => {
        const found = await open(session, { ...opening, messenger: from.messenger, tenant: from.tenant, user: from.user });
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
        await close(
          session,
          enqueue,
          written,
          `UPDATE "Gesture" SET "outcome" = ${json(outcome)}, "allianceId" = ${text(written.allianceId)} WHERE "key" = ${text(opening.key)};`,
        );
        return outcome;
      }),
    work: ({ allianceId, meeting }, run) =>
      transact(pool, async (session) => {
        const found = await open(session, { allianceId, hold: "meeting", ...(meeting ? { meeting } : {}) });
        const { result, written } = await lay(session, found, allianceId, run);
        await close(session, enqueue, written);
        return result;
      }),
  };
}

type Question = Omit<Opening, "from" | "key" | "at"> & { readonly [part: string]: unknown };

async function open(session: Session, question: Question): Promise<Found> {
  const results = await session.ask(`BEGIN; SELECT desk_open(${json(question)}) AS found`);
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

async function close(session: Session, enqueue: Enqueue, written: Written, last = ""): Promise<void> {
  if (written.owed.length > 0) await enqueue(session, written.owed);
  await session.ask(`${write(written)}${last}COMMIT`);
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
    ...one("Person", "whose"),
    ...(found.seats ? { seats: { seats: found.seats.seats, taken: all("Reply", found.seats.taken), waiting: all("Reply", found.seats.waiting) } } : {}),
    holdings: all("Holding", found["holdings"]),
    shown: all("Shown", found["shown"]),
  };
}
