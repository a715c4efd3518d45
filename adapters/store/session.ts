// One connection for the length of one transaction, and what happens when it breaks.
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** A statement that the connection plans once and keeps: its text is always the same, what differs comes as values, all of them text. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly (string | null)[];
}

/** One connection. */
export interface Session {
  /** Without values the text may hold several statements, and all their results come back. */
  ask(sql: string, values?: readonly unknown[]): Promise<readonly pg.QueryResult[]>;
  /** All of these in one round trip, with one result for each. */
  run(statements: readonly (string | Statement)[]): Promise<readonly pg.QueryResult[]>;
}

/** The connection broke: whether the last statement took effect is unknown. */
class Lost extends Error {}

/**
 * The SQLSTATEs after which another try makes sense: serialization, deadlock, lock not to be had in time; somebody else wrote the same
 * thing at the same moment, which the next try will see; the server is going down or coming up.
 */
const PASSING = new Set(["40001", "40P01", "55P03", "23503", "23505", "25P03", "57P01", "57P02", "57P03"]);
const PAUSES_MS = [50, 400];

/**
 * Connections wait for each other and nothing fails in a rush, yet nothing hangs for ever. The server gives up before the client
 * does, so that a connection is thrown away only when it is really dead.
 */
export function openPool(url: string, max = 10): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: "buendnis-bot",
    // A backslash in a literal is a backslash, whatever the server was told.
    options: "-c standard_conforming_strings=on",
    connectionTimeoutMillis: 30_000,
    lock_timeout: 5_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
    query_timeout: 20_000,
    keepAlive: true,
  });
  // A connection that breaks between two statements says so here; the next statement finds out by itself.
  pool.on("error", () => undefined);
  pool.on("connect", (client: Keeping) => {
    client.on("error", () => undefined);
    client[keeps] = new Set();
  });
  return pool;
}

/** Waits, though not for ever, while others wait for a connection: whoever clicks is answered before messages go out. */
export async function lull(pool: pg.Pool, patienceMs = 5_000): Promise<void> {
  for (const end = Date.now() + patienceMs; pool.waitingCount > 0 && Date.now() < end; ) await sleep(50);
}

/**
 * Lends a connection to `run`, which begins and ends its transaction by itself, together with its own statements. Whatever it throws
 * undoes the transaction; after passing trouble it runs again, so it must do nothing else that lasts.
 */
export async function transact<T>(pool: pg.Pool, run: (session: Session) => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await once(pool, run);
    } catch (error) {
      const pause = PAUSES_MS[tries];
      if (pause === undefined || !passes(error)) throw error;
      // Two that met should not meet again.
      await sleep(pause * (0.5 + Math.random()));
    }
  }
}

async function once<T>(pool: pg.Pool, run: (session: Session) => Promise<T>): Promise<T> {
  const client: Keeping = await pool.connect().catch((error) => Promise.reject(lost(error)));
  try {
    const result = await run(sessionOf(client));
    client.release();
    return result;
  } catch (error) {
    // What was to be kept may have got lost with the rest of its round trip.
    client[keeps]?.clear();
    const broken = error instanceof Lost || (await client.query("ROLLBACK; DEALLOCATE ALL").then(isNothing, isTrue));
    client.release(broken);
    throw error;
  }
}

function sessionOf(client: Keeping): Session {
  const ask: Session["ask"] = async (sql, values) => {
    try {
      // Types of pg: one result for one statement, a list for several.
      const result: pg.QueryResult | pg.QueryResult[] = values ? await client.query(sql, [...values]) : await client.query(sql);
      return Array.isArray(result) ? result : [result];
    } catch (error) {
      throw error instanceof pg.DatabaseError ? error : lost(error);
    }
  };
  return {
    ask,
    async run(statements) {
      const text = statements.map((it) => (typeof it === "string" ? it : execution(client, it))).join(";");
      return (await ask(text)).filter(({ command }) => command !== "PREPARE");
    },
  };
}

const keeps = Symbol("the statements that a connection keeps");
type Keeping = pg.PoolClient & { [keeps]?: Set<string> };

/** Each statement's name, the same on every connection. */
const names = new Map<string, string>();

/** In SQL's own words and not in the protocol's: so several kept statements, and others, travel together. */
function execution(client: Keeping, { sql, values }: Statement): string {
  const name = names.get(sql) ?? `kept_${names.size}`;
  names.set(sql, name);
  const kept = client[keeps]?.has(name);
  client[keeps]?.add(name);
  const literals = values.map((value) => (value === null ? "NULL" : `'${value.replaceAll("'", "''")}'`));
  return `${kept ? "" : `PREPARE ${name} AS ${sql};`}EXECUTE ${name}${literals.length > 0 ? `(${literals.join(", ")})` : ""}`;
}

const isNothing = () => false;
const isTrue = () => true;
const lost = (error: unknown) => new Lost(error instanceof Error ? error.message : String(error), { cause: error });
const passes = (error: unknown) => error instanceof Lost || (error instanceof pg.DatabaseError && PASSING.has(error.code ?? ""));
