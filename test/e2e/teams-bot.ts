// The whole bot as a process of its own, between a database and the Agents Playground.
import { spawn } from "node:child_process";
import path from "node:path";
import { freshDatabase } from "../database.ts";
import { emailOf, freePort, type Playground, startPlayground, tenant } from "./teams-playground.ts";

export interface TeamsStage {
  readonly playground: Playground;
  readonly botUrl: string;
  /** Everything the bot printed; ids only, which a test may check. */
  printed(): string;
  stop(): Promise<void>;
}

const root = path.join(import.meta.dirname, "../..");
const patience = 30_000;

/** Both ends, ready; the person in front of the playground is the office. */
export async function openStage(): Promise<TeamsStage> {
  const port = await freePort();
  const botUrl = `http://127.0.0.1:${port}`;
  const [playground, databaseUrl] = await Promise.all([startPlayground(`${botUrl}/api/messages`), freshDatabase()]);
  const settings = { TEAMS_PLAYGROUND: "yes", ORGANISER_EMAILS: emailOf("anna"), TRUSTED_WORKSPACES: `teams:${tenant}` };
  const child = spawn(process.execPath, ["--import", "tsx", "adapters/main.ts"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "test", PORT: String(port), DATABASE_URL: databaseUrl, ...settings },
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
    await Promise.all([ended, playground.stop()]);
  };
  const ready = () =>
    fetch(`${botUrl}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (const end = performance.now() + patience; !(await ready()); await new Promise((resolve) => setTimeout(resolve, 100)))
    if (child.exitCode !== null || performance.now() > end) {
      await stop();
      throw new Error(`The bot did not start:\n${printed}`);
    }
  return { playground, botUrl, printed: () => printed, stop };
}

/** A Wednesday about ten weeks from now, as YYYY-MM-DD and as people read it. */
export function someWednesday(): { readonly day: string; readonly read: string } {
  const it = new Date();
  it.setUTCDate(it.getUTCDate() + 70 + ((3 - it.getUTCDay() + 7) % 7));
  const [year, month, date] = it.toISOString().slice(0, 10).split("-");
  return { day: `${year}-${month}-${date}`, read: `Mi, ${date}.${month}.${year}` };
}
