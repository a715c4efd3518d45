// Databases for tests: migrated, empty, and nobody else's.
import { randomUUID } from "node:crypto";
import { createDatabase } from "../adapters/store/embedded.ts";

/** Gives the URL of a new database, dropped after the run; cheap enough for one in each test that counts rows. */
export async function freshDatabase(): Promise<string> {
  const prefix = process.env["TEST_DATABASE_PREFIX"];
  return createDatabase(process.env["TEST_ADMIN_URL"] ?? "", `${prefix}_${randomUUID()}`, `${prefix}_template`);
}
