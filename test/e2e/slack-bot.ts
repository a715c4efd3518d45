// The whole bot as a process of its own, between a database and local-slack.
import { spawn } from "node:child_process";
import path from "node:path";
import { freshDatabase } from "../database.ts";
import type { LocalSlack } from "./slack-local.ts";

export interface RunningBot {
  /** Everything it printed; ids only, which a test may check. */
  printed(): string;
  stop(): Promise<void>;
}

const root = path.join(import.meta.dirname, "../..");
const patience = 30_000;

/** Starts adapters/main.ts and waits until it takes what Slack sends. */
export async function startBot(slack: LocalSlack, port: number, env: Readonly<Record<string, string>>): Promise<RunningBot> {
  const child = spawn(process.execPath, ["--import", "tsx", "adapters/main.ts"], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: "test",
      PORT: String(port),
      HOST: "127.0.0.1",
      DATABASE_URL: await freshDatabase(),
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
  };
  // Without a signature it answers 401 as soon as it listens for Slack, and 503 before.
  const takes = () =>
    fetch(`http://127.0.0.1:${port}/slack/events`, { method: "POST" }).then(
      ({ status }) => status === 401,
      () => false,
    );
  for (const end = performance.now() + patience; !(await takes()); ) {
    if (child.exitCode !== null || performance.now() > end) {
      await stop();
      throw new Error(`The bot did not start:\n${printed}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { printed: () => printed, stop };
}
