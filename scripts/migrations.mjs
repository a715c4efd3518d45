// Holds the migrations against the schema. "check" fails when they differ; "new <name>" writes the migration that is missing.
// Run with tsx, because it applies the migrations with the bot's own code.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { createDatabase, startEmbedded } from "../adapters/store/embedded.ts";
import { migrate } from "../adapters/store/migrate.ts";
import { missingSql } from "./schema-engine.mjs";

const root = path.join(import.meta.dirname, "..");
const [command, name] = process.argv.slice(2);
if (command !== "check" && !(command === "new" && /^[a-z0-9_]+$/.test(name ?? ""))) {
  console.error("Usage: npm run migrate:new <name in small_letters>");
  process.exit(2);
}

const sql = await onFreshDatabase(async (url) => {
  await migrate(url);
  return missingSql(url, path.join(root, "prisma/schema.prisma"));
});
if (command === "check") {
  if (sql) console.error(`prisma/schema.prisma and prisma/migrations differ; "npm run migrate:new <name>" would write:\n\n${sql}`);
  else console.log("The migrations lead to what the schema says.");
  process.exitCode = sql ? 1 : 0;
} else {
  const folder = path.join(root, "prisma/migrations", `${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "migration.sql"), sql || "-- Write what the schema cannot say.\n");
  console.log(`Wrote ${path.relative(root, folder)}/migration.sql: read it before it is applied.`);
}

async function onFreshDatabase(work) {
  const server = await startEmbedded(path.join(root, ".data/test"));
  const admin = new pg.Client({ connectionString: server.url });
  // Should this process be killed, the next run of the tests drops what bears the number of a dead one.
  const database = `test_${process.pid}_schema`;
  await admin.connect();
  try {
    return await work(await createDatabase(server.url, database));
  } finally {
    await admin.query(`drop database "${database}" with (force)`);
    await admin.end();
    await server.stop();
  }
}
