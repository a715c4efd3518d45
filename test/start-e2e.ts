// Prepares the end-to-end tests: says at once when there is no browser, and starts the database.
import { chromium } from "./chromium.ts";
import start from "./start-database.ts";

export default async function startEndToEnd(): Promise<void> {
  chromium();
  await start();
}
