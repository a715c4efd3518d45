// Looks at the database: whether it answers, is of a version the bot knows, and is set up for this version of the bot.
import { existsSync } from "node:fs";
import path from "node:path";
import { createDatabase, startEmbedded } from "../store/embedded.ts";
import { type Facts, readFacts } from "../store/facts.ts";
import { type Finding, note, ok, wrong } from "./finding.ts";

const about = "Database";
/** Milliseconds. */
const patience = 5000;
/** Milliseconds between the clocks: leases and quiet hours are measured with both. */
const skewAllowed = 5000;
const versions = { oldest: 15, newest: 18 };

interface Asked {
  readonly url: string | undefined;
  readonly dataDir: string;
  /** The names of the keys for tokens. */
  readonly keys: readonly string[];
}

export async function examineDatabase({ url, dataDir, keys }: Asked): Promise<readonly Finding[]> {
  if (url) return look(url, keys);
  if (!existsSync(path.join(dataDir, "postgresql"))) return [note(about, "not made yet; the first npm start makes the bot's own PostgreSQL in DATA_DIR")];
  try {
    const server = await startEmbedded(dataDir);
    try {
      return await look(await createDatabase(server.url, "buendnis"), keys);
    } finally {
      await server.stop();
    }
  } catch {
    return [wrong(about, "the bot's own PostgreSQL does not start", `Read the end of ${path.join(dataDir, "postgresql", "log")}.`)];
  }
}

async function look(url: string, keys: readonly string[]): Promise<readonly Finding[]> {
  try {
    return findingsOf(await readFacts(url, patience), keys);
  } catch (error) {
    return [unreachable(url, error)];
  }
}

/** What there is to say of a database that answers. */
export function findingsOf(facts: Facts, keys: readonly string[]): readonly Finding[] {
  const { version } = facts;
  const known = version >= versions.oldest && version <= versions.newest;
  return [
    known
      ? ok(about, `PostgreSQL ${version} answers`)
      : wrong(about, `PostgreSQL ${version} is none of the versions ${versions.oldest} to ${versions.newest}`, "Use a server of one of these versions."),
    ...migrations(facts),
    ...engine(facts),
    ...installations(facts, keys),
    Math.abs(facts.aheadMs) <= skewAllowed
      ? ok("Clock", "this machine and the database agree")
      : wrong(
          "Clock",
          `the database is ${Math.round(Math.abs(facts.aheadMs) / 1000)} seconds ${facts.aheadMs > 0 ? "ahead of" : "behind"} this machine`,
          "Set both clocks by a time server (NTP).",
        ),
  ];
}

function migrations({ migrations: { applied, missing, broken, unknown }, mayCreate }: Facts): readonly Finding[] {
  const part = "Migrations";
  if (broken.length > 0)
    return [wrong(part, `${broken.join(", ")} was begun and never finished, or was changed since`, 'See "prisma migrate resolve", or restore a backup.')];
  if (missing.length > 0 && !mayCreate)
    return [
      wrong(
        part,
        `${missing.length} are missing, and the database user may create neither tables nor a schema`,
        "Grant it CREATE on the database and on its schema.",
      ),
    ];
  if (missing.length > 0) return [wrong(part, `${missing.length} are missing`, "Start the bot once with npm start: it applies them.")];
  if (unknown.length > 0)
    return [wrong(part, `the database is newer than this bot (${unknown.join(", ")})`, "Run the newest version of the bot on all machines.")];
  return [ok(part, `all ${applied} are applied`)];
}

/** As adapters/jobs names them. */
const queues = ["deliver", "tick"];

function engine({ engine: it }: Facts): readonly Finding[] {
  const part = "Job engine";
  const start = "Start the bot once with npm start: it makes them.";
  if (!it) return [wrong(part, "its tables are missing", start)];
  if (it.version < it.wanted)
    return [wrong(part, `its tables are of version ${it.version}, this bot needs ${it.wanted}`, "Start the bot once with npm start: it renews them.")];
  if (it.version > it.wanted)
    return [wrong(part, `its tables are of version ${it.version}, newer than this bot knows`, "Run the newest version of the bot on all machines.")];
  const lost = queues.filter((name) => !it.queues.includes(name));
  return lost.length > 0 ? [wrong(part, `the queue ${lost.join(", ")} is missing`, start)] : [ok(part, "its tables are there")];
}

function installations({ sealed }: Facts, keys: readonly string[]): readonly Finding[] {
  const part = "Slack installations";
  const all = sealed.reduce((sum, { workspaces }) => sum + workspaces, 0);
  if (all === 0) return [];
  const lost = sealed.filter(({ key }) => !keys.includes(key)).map(({ key }) => key);
  if (lost.length > 0)
    return [
      wrong(
        part,
        `tokens lie under the key ${lost.join(", ")}, which TOKEN_KEYS does not hold`,
        "Put it back behind the newest key, or install the app there anew.",
      ),
    ];
  const old = sealed.filter(({ key }) => key !== keys[0]).map(({ key }) => key);
  return [
    old.length > 0
      ? note(part, `${all}; the key ${old.join(", ")} is needed until the bot has started once with the new one`)
      : ok(part, `${all}, all under the newest key`),
  ];
}

/** PostgreSQL's own messages may quote the address with its password, so only their codes are read. */
function unreachable(url: string, error: unknown): Finding {
  const { code } = error as { code?: unknown };
  const at = URL.canParse(url) ? new URL(url) : undefined;
  const where = at ? `${at.hostname || "this machine"}${at.port ? `:${at.port}` : ""}` : "the address in DATABASE_URL";
  switch (code) {
    case "28P01":
    case "28000":
      return wrong(about, `${where} does not let this user in`, "Check user and password in DATABASE_URL, and pg_hba.conf on the server.");
    case "3D000":
      return wrong(about, `${where} has no database ${at?.pathname.slice(1) ?? ""}`, "Create it, or name another one in DATABASE_URL.");
    case "42501":
      return wrong(about, "the database user may not read the bot's tables", "Let the bot use the user that owns them.");
    case "53300":
      return wrong(about, `${where} has no connection left`, "Raise max_connections, or run fewer processes.");
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return wrong(about, `nobody knows the host ${at?.hostname ?? ""}`, "Check the host name in DATABASE_URL.");
    default:
      return wrong(about, `nobody answers at ${where}`, "Check that PostgreSQL runs there, and host and port in DATABASE_URL.");
  }
}
