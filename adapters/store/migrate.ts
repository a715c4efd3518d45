// Brings a database up to the newest migration, in the table that Prisma's own tools keep.
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";

const MIGRATIONS = path.join(import.meta.dirname, "../../prisma/migrations");

/** Prisma's tools take the same advisory lock, so neither works beside the other. */
const PRISMA_LOCK = 72_707_369;
const PRISMA_TABLE = `create table if not exists "_prisma_migrations" (
  "id" varchar(36) primary key not null, "checksum" varchar(64) not null, "finished_at" timestamptz,
  "migration_name" varchar(255) not null, "logs" text, "rolled_back_at" timestamptz,
  "started_at" timestamptz not null default now(), "applied_steps_count" integer not null default 0)`;

interface Applied {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

/**
 * Applies what is missing, each migration in a transaction of its own, and gives the names of what it applied.
 * Several processes may do this at once: one works, the others wait and find nothing to do.
 * @throws when a migration fails (nothing of it stays), failed under Prisma's tools, or was edited after it was applied.
 */
export async function migrate(url: string, folder = MIGRATIONS): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [PRISMA_LOCK]);
    await client.query(PRISMA_TABLE);
    const { rows } = await client.query<Applied>(`select migration_name, checksum, finished_at from "_prisma_migrations" where rolled_back_at is null`);
    const missing = readMigrations(folder).filter(({ name, checksum }) => {
      const applied = rows.find((row) => row.migration_name === name);
      if (applied && !applied.finished_at) throw new Error(`Migration ${name} was begun and never finished: see "prisma migrate resolve".`);
      if (applied && applied.checksum !== checksum) throw new Error(`Migration ${name} was edited after it was applied: put it back and write a new one.`);
      return !applied;
    });
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    // Ends the lock too.
    await client.end();
  }
}

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Every migration of this version of the bot, in the order in which they are applied. */
export function readMigrations(folder = MIGRATIONS): Migration[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, file: path.join(folder, name, "migration.sql") }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => {
      const sql = readFileSync(file, "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("begin");
    await client.query(sql);
    await client.query(`insert into "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) values ($1, $2, $3, now(), 1)`, [
      randomUUID(),
      checksum,
      name,
    ]);
    await client.query("commit");
  } catch (error) {
    throw new Error(`Migration ${name} failed, nothing of it was kept: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}
