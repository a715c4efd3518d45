// The bot as a process of its own, as an operator starts it: what it prints, when it is ready, how it ends.
import { spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export interface Process {
  /** Everything it printed so far, on both streams. */
  printed(): string;
  /** Waits until it listens, and gives its port. */
  ready(): Promise<number>;
  kill(signal: NodeJS.Signals): void;
  /** Waits for its end: the exit code, or the signal. */
  ended(): Promise<number | NodeJS.Signals | null>;
}

const root = path.join(import.meta.dirname, "..");
const patience = 60_000;

/** What a developer's .env may hold: an empty setting is none, and keeps the file's from counting. */
const none = Object.fromEntries(
  ["DATABASE_URL", "PUBLIC_URL", "ORGANISER_EMAILS", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN", "SLACK_API_URL"]
    .concat(["TEAMS_APP_ID", "TEAMS_APP_PASSWORD", "TEAMS_TENANT_ID", "TEAMS_PLAYGROUND", "LOCAL_PAGE", "TRUSTED_WORKSPACES"])
    .concat(["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "TOKEN_KEYS"])
    .map((name) => [name, ""]),
);

/** Starts adapters/main.ts with these settings and no others of ours. */
export function startProcess(env: Readonly<Record<string, string>>): Process {
  const system = { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "" };
  const settings = { ...system, ...none, NODE_ENV: "test", PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "info", ...env };
  const child = spawn(process.execPath, ["--import", "tsx", "adapters/main.ts"], { cwd: root, env: settings, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
  const end = new Promise<number | NodeJS.Signals | null>((resolve) => child.once("close", (code, signal) => resolve(code ?? signal)));
  return {
    printed: () => printed,
    kill: (signal) => void child.kill(signal),
    ended: () => end,
    async ready() {
      for (const late = Date.now() + patience; ; await sleep(20)) {
        const port = /"event":"ready","port":(\d+)/.exec(printed)?.[1];
        if (port) return Number(port);
        if (child.exitCode !== null || Date.now() > late) throw new Error(`The bot did not start:\n${printed}`);
      }
    },
  };
}

/** The status of a page of the process; 0 where nobody answers. */
export const statusOf = (port: number, page: string): Promise<number> =>
  fetch(`http://127.0.0.1:${port}${page}`).then(
    ({ status }) => status,
    () => 0,
  );

export async function until(holds: () => Promise<boolean>, ms = 20_000): Promise<void> {
  for (const late = Date.now() + ms; !(await holds()); await sleep(50)) if (Date.now() > late) throw new Error("It did not come true in time.");
}
