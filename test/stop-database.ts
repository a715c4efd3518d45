// Clears up after all tests, and lets go of the server that start-database started or adopted.
import { dropTestDatabases } from "./start-database.ts";

export default async function stop(): Promise<void> {
  await dropTestDatabases(process.env["TEST_ADMIN_URL"] ?? "", (pid) => pid === process.pid);
  await globalThis.testServer?.stop();
}
