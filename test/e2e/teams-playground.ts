// Starts the Microsoft 365 Agents Playground, a Teams for one machine written by others: its page, its service, its recording.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const cli = path.join(import.meta.dirname, "../peers/node_modules/@microsoft/m365agentsplayground/cli.js");

/** People of the one tenant; the playground wants one in front of it and exactly five others. */
export const names = ["anna", "bernd", "cem", "dora", "eva", "finn"] as const;
export type Name = (typeof names)[number];
export const userId = (name: Name): string => `29:${name}`;
export const emailOf = (name: Name): string => `${name}@example.org`;

export const tenant = "00000000-0000-4000-8000-000000000001";
export const bot = { id: "28:00000000-0000-4000-8000-000000000011", name: "Sitzungsbot" };
/** The chats the playground has from the beginning; every other direct chat is opened by the service. */
export const personal = "a:personal-anna";
export const group = { id: "19:group@thread.v2", name: "Vorstand" };
export const channel = { id: "19:sitzung@thread.tacv2", name: "Sitzungen" };

// biome-ignore lint/suspicious/noExplicitAny: JSON as it comes from outside
export type Json = any;

/** One request between the playground and the bot, as the playground wrote it down. */
export interface Recorded {
  readonly direction: string;
  readonly request: { readonly method: string; readonly url: string; readonly body: Json };
  readonly response?: { readonly statusCode: number; readonly body: Json };
}

export interface Playground {
  readonly url: string;
  /** Where bots write back to. */
  readonly serviceUrl: string;
  post(path: string, body: object): Promise<Json>;
  recorded(): readonly Recorded[];
  stop(): Promise<void>;
}

/** @param endpoint where activities go; the bot need not listen yet. */
export async function startPlayground(endpoint: string): Promise<Playground> {
  const folder = mkdtempSync(path.join(tmpdir(), "playground-"));
  writeFileSync(path.join(folder, ".m365agentsplayground.yml"), JSON.stringify(config()));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    [cli, "start", "-e", endpoint, "-c", "msteams", "-p", String(port), "--disable-telemetry", "--enable-events-recording"],
    // Without the second switch it still looks up Microsoft's statistics server.
    { cwd: folder, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, APPLICATION_INSIGHTS_NO_STATSBEAT: "1" } },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  // A faulty configuration is told nowhere but here.
  const serves = () =>
    fetch(`${url}/_internal/v1/config`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (const end = performance.now() + 30_000; !(await serves()); await new Promise((resolve) => setTimeout(resolve, 100)))
    if (child.exitCode !== null || performance.now() > end) {
      await stop();
      throw new Error(`The playground did not start on port ${port}: ${said}`);
    }
  return {
    url,
    serviceUrl: `http://localhost:${port}/_connector`,
    async post(where, body) {
      const response = await fetch(url + where, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
      const text = await response.text();
      if (!response.ok) throw new Error(`The playground answered ${response.status} to ${where}: ${text}`);
      return text.startsWith("{") ? JSON.parse(text) : undefined;
    },
    recorded() {
      const records = path.join(folder, "devTools");
      const file = existsSync(records) ? readdirSync(records).find((name) => name.startsWith("events_")) : undefined;
      const parts = file ? readFileSync(path.join(records, file), "utf8").split(/^---$/m) : [];
      return parts.flatMap((part) => read(part.trim()));
    },
    stop,
  };
}

/** The last part may be half written. */
function read(part: string): readonly Recorded[] {
  try {
    return part ? [JSON.parse(part)] : [];
  } catch {
    return [];
  }
}

function config() {
  const [currentUser, ...users] = names.map((name, index) => ({
    id: userId(name),
    name: `Person ${index}`,
    userPrincipleName: emailOf(name),
    aadObjectId: `00000000-0000-4000-8000-0000000000${20 + index}`,
    givenName: "Person",
    surname: String(index),
    email: emailOf(name),
  }));
  const team = { id: "19:team@thread.tacv2", name: "Bündnis", aadGroupId: "00000000-0000-4000-8000-000000000031", channels: [channel] };
  return { version: "0.1.1", tenantId: tenant, bot, currentUser, users, personalChat: { id: personal }, groupChat: group, team };
}

/** A port nobody uses at this moment; the playground cannot choose one itself. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port.");
  return address.port;
}
