// What can be seen of a database without changing it: its version, its clock, and how far the bot has set it up.
import { createRequire } from "node:module";
import pg from "pg";
import { readMigrations } from "./migrate.ts";

export interface Facts {
  /** PostgreSQL's main version. */
  readonly version: number;
  /** Milliseconds by which the database's clock is ahead of ours. */
  readonly aheadMs: number;
  /** Whether the bot's user may create tables, and a schema for the job engine. */
  readonly mayCreate: boolean;
  readonly migrations: {
    readonly applied: number;
    readonly missing: readonly string[];
    /** Begun and never finished, or not the same as here. */
    readonly broken: readonly string[];
    /** Applied here, and unknown to this version of the bot. */
    readonly unknown: readonly string[];
  };
  /** Workspaces that were installed, by the name of the key their token lies under. */
  readonly sealed: readonly { readonly key: string; readonly workspaces: number }[];
  /** Undefined: the job engine has no tables. */
  readonly engine: { readonly version: number; readonly wanted: number; readonly queues: readonly string[] } | undefined;
}

interface Applied {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

/** @throws what the driver throws where the database cannot be asked within `patience` milliseconds */
export async function readFacts(url: string, patience: number): Promise<Facts> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
    application_name: "buendnis-bot doctor",
    options: "-c default_transaction_read_only=on",
  });
  // A connection that breaks rejects the question under way.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ask(client: pg.Client): Promise<Facts> {
  const before = Date.now();
  const { rows } = await client.query<{
    version: string;
    now: string;
    tables: boolean;
    schemas: boolean;
    migrations: boolean;
    engine: boolean;
    sealed: boolean;
  }>(
    `select current_setting('server_version_num') as version, extract(epoch from clock_timestamp()) * 1000 as now,
      has_schema_privilege(current_schema(), 'create') as tables, has_database_privilege(current_database(), 'create') as schemas,
      to_regclass('"_prisma_migrations"') is not null as migrations, to_regclass('pgboss.version') is not null as engine,
      to_regclass('"Installation"') is not null as sealed`,
  );
  const after = Date.now();
  const it = rows[0];
  if (!it) throw new Error("The database gave no answer.");
  return {
    version: Math.floor(Number(it.version) / 10_000),
    aheadMs: Math.round(Number(it.now) - (before + after) / 2),
    mayCreate: it.tables && it.schemas,
    migrations: compare(it.migrations ? await applied(client) : []),
    sealed: it.sealed ? await sealedUnder(client) : [],
    engine: it.engine ? await engineOf(client) : undefined,
  };
}

async function applied(client: pg.Client): Promise<readonly Applied[]> {
  const { rows } = await client.query<Applied>(`select migration_name, checksum, finished_at from "_prisma_migrations" where rolled_back_at is null`);
  return rows;
}

function compare(rows: readonly Applied[]): Facts["migrations"] {
  const ours = readMigrations();
  const named = (name: string) => rows.find((row) => row.migration_name === name);
  return {
    applied: ours.filter(({ name, checksum }) => named(name)?.checksum === checksum && named(name)?.finished_at).length,
    missing: ours.filter(({ name }) => !named(name)).map(({ name }) => name),
    broken: ours.filter(({ name, checksum }) => named(name) && (named(name)?.checksum !== checksum || !named(name)?.finished_at)).map(({ name }) => name),
    unknown: rows.map((row) => row.migration_name).filter((name) => !ours.some((it) => it.name === name)),
  };
}

/** As adapters/vault.ts writes them: the second part is the key's name. */
async function sealedUnder(client: pg.Client): Promise<Facts["sealed"]> {
  const { rows } = await client.query<Facts["sealed"][number]>(
    `select split_part("token", '.', 2) as key, count(*)::int as workspaces from "Installation" group by 1 order by 1`,
  );
  return rows;
}

async function engineOf(client: pg.Client): Promise<Facts["engine"]> {
  const [versions, queues] = [
    await client.query<{ version: number }>("select version from pgboss.version"),
    await client.query<{ name: string }>("select name from pgboss.queue"),
  ];
  const { pgboss } = createRequire(import.meta.filename)("pg-boss/package.json") as { pgboss: { schema: number } };
  return { version: Number(versions.rows[0]?.version ?? 0), wanted: pgboss.schema, queues: queues.rows.map(({ name }) => name) };
}
