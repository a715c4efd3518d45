// Starts local-slack, a Slack for one machine written by others: its Web API, its events, its windows.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const binary = path.join(import.meta.dirname, "../peers/node_modules/local-slack-linux-x64/bin/local-slack");

/** Whether the stand-in can run here: it is published for Linux on x64 only, and installed by `scripts/ready.mjs --peers`. */
export const hasLocalSlack = (): boolean => existsSync(binary);

interface LocalSlackUser {
  /** As Slack writes ids: U and capitals. */
  readonly id: string;
  readonly name: string;
  readonly email?: string;
}

export interface LocalSlack {
  readonly url: string;
  /** For SLACK_API_URL. */
  readonly apiUrl: string;
  readonly tenant: string;
  readonly botUserId: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  stop(): Promise<void>;
}

interface LocalSlackOptions {
  readonly users: readonly LocalSlackUser[];
  /** Where events and clicks go; absent: Socket Mode. */
  readonly requestUrl?: string;
  /** The id of the one channel everybody is in. */
  readonly channel?: string;
}

export async function startLocalSlack({ users, requestUrl, channel = "C01HALL" }: LocalSlackOptions): Promise<LocalSlack> {
  const slack = { tenant: "T01HOME", botUserId: "U0BOT", botToken: "xoxb-local", appToken: "xapp-local", signingSecret: "local-signing-secret" };
  const folder = mkdtempSync(path.join(tmpdir(), "local-slack-"));
  const app = { appId: "A01APP", botName: "buendnis", ...slack, mode: requestUrl ? "events" : "socket", ...(requestUrl ? { requestUrl } : {}) };
  const config = {
    workspace: { name: "Testraum", domain: "testraum", teamId: slack.tenant },
    app,
    users: users.map(({ id, name, email }) => ({ id, name: id.toLowerCase(), real_name: name, ...(email ? { email } : {}), tz: "Europe/Berlin" })),
    channels: [{ id: channel, name: "allgemein", members: [...users.map(({ id }) => id), slack.botUserId] }],
  };
  const file = path.join(folder, "config.json");
  writeFileSync(file, JSON.stringify(config));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(binary, ["--config", file, "--port", String(port), "--base-host", "127.0.0.1", "--files-dir", path.join(folder, "files")], {
    stdio: ["ignore", "pipe", "pipe"],
  });
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
  for (let tries = 0; !(await answers(url)); tries++) {
    if (child.exitCode === null && tries < 200) await new Promise((resolve) => setTimeout(resolve, 50));
    else {
      await stop();
      throw new Error(`local-slack did not start on port ${port}: ${said}`);
    }
  }
  return { url, apiUrl: `${url}/api/`, ...slack, stop };
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/_control/state`).then(
    ({ ok }) => ok,
    () => false,
  );

/** A port nobody uses at this moment; local-slack cannot choose one itself. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port.");
  return address.port;
}
