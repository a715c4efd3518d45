// Clears up after all tests, and lets go of the server that start-database started or adopted.
import { dropTestDatabases } from "./start-database.ts";

export default async function stop(): Promise<void> {
  const server = globalThis.testServer;
  if (!server) return;
  await dropTestDatabases(server.url, (pid) => pid === process.pid);
  await server.stop();
}
