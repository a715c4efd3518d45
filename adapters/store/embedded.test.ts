// Starts, adopts and kills the bot's own PostgreSQL.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { createDatabase, type Embedded, startEmbedded } from "./embedded.ts";

jest.setTimeout(60_000);

// Nobody but its owner may enter this folder, which for root means: not the user that PostgreSQL runs as.
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "embedded-test-"));
// Most tests share one data folder, because making one takes a second.
let dataDir = "";
const running: Embedded[] = [];
const processes: ChildProcess[] = [];

beforeEach(() => {
  dataDir = path.join(folder, "shared");
});
afterEach(async () => {
  for (const bot of processes.splice(0)) if (bot.exitCode === null && bot.signalCode === null) await end(bot, "SIGTERM");
  for (const server of running.splice(0)) await server.stop();
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test("the first start makes the data folder, and what is stored is there after a stop", async () => {
  dataDir = path.join(folder, "first");
  const first = await start();
  expect(first.adopted).toBe(false);
  await query(await createDatabase(first.url, "bot"), "create table kept as select 31 as seats");
  await first.stop();
  expect(serverPid()).toBeUndefined();
  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await query(await createDatabase(second.url, "bot"), "select seats from kept")).toEqual([{ seats: 31 }]);
});

test("a second bot adopts the server, which stays until the last of them stops", async () => {
  const [first, second] = [await start(), await start()];
  expect(second).toMatchObject({ adopted: true, url: first.url });
  await first.stop();
  expect(await query(second.url, "select 1 as here")).toEqual([{ here: 1 }]);
  await second.stop();
  expect(serverPid()).toBeUndefined();
});

test("two first starts at once end up on one server", async () => {
  dataDir = path.join(folder, "two");
  const [one, two] = await Promise.all([startProcess(), startProcess()]);
  expect(two.url).toBe(one.url);
  expect([one.adopted, two.adopted].sort()).toEqual([false, true]);
  expect(fs.readdirSync(dataDir)).toEqual(["postgresql"]);
});

test("a bot killed with -9 leaves the server behind, and the next start adopts it", async () => {
  const killed = await startProcess();
  await end(killed.process, "SIGKILL");
  expect(await start()).toMatchObject({ adopted: true, url: killed.url });
});

test("a server killed with -9 under running bots comes back at the same address with everything that was committed", async () => {
  const bots = [await start(), await start()];
  const url = await createDatabase(bots[0]?.url ?? "", "bot");
  await query(url, "create table kept as select 31 as seats");
  const killed = serverPid() ?? 0;
  process.kill(killed, "SIGKILL");
  await until(() => expect(serverPid() ?? killed).not.toBe(killed));
  const remembers = async () => expect(await query(url, "select seats from kept")).toEqual([{ seats: 31 }]);
  await until(remembers);
  // The other one needs it still, and would start it again.
  await bots[0]?.stop();
  await until(remembers);
});

test("a server that was killed together with its bot starts again", async () => {
  const bot = await startProcess();
  const killed = serverPid() ?? 0;
  bot.process.kill("SIGKILL");
  process.kill(killed, "SIGKILL");
  expect(await start()).toMatchObject({ adopted: false });
});

test.each([
  ["an ended process", "true & wait; echo $!; exec sleep 60"],
  ["a process that has nothing to do with it", "echo $$; exec sleep 60"],
  ["a zombie", "true & echo $!; exec sleep 60"],
])("a pid file that names %s does not keep the server from starting", async (_, script) => {
  await (await start()).stop();
  const shell = spawn("sh", ["-c", script], { stdio: ["ignore", "pipe", "ignore"] });
  const [pid] = (await once(shell.stdout, "data")) as [Buffer];
  fs.writeFileSync(pidFile(), `${String(pid).trim()}\n${dataDir}\n1700000000\n1\n\n127.0.0.1\n0 0\nready\n`);
  try {
    expect(await start()).toMatchObject({ adopted: false });
  } finally {
    await end(shell, "SIGKILL");
  }
});

test("a machine without PostgreSQL programs is told to set DATABASE_URL", async () => {
  const real = Object.getOwnPropertyDescriptor(process, "arch") ?? {};
  Object.defineProperty(process, "arch", { ...real, value: "riscv64" });
  try {
    await expect(start()).rejects.toThrow("npm brought none for linux-riscv64. Set DATABASE_URL");
  } finally {
    Object.defineProperty(process, "arch", real);
  }
});

test("a server that cannot start says why", async () => {
  dataDir = path.join(folder, "first");
  await (await start()).stop();
  fs.appendFileSync(path.join(dataDir, "postgresql/data/postgresql.conf"), "nonsense = 1\n");
  await expect(start()).rejects.toThrow('unrecognized configuration parameter "nonsense"');
});

async function start(): Promise<Embedded> {
  const server = await startEmbedded(dataDir);
  running.push(server);
  return server;
}

async function startProcess() {
  const bot = spawn(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "fixtures/bot.ts"), dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  processes.push(bot);
  const [line] = (await once(bot.stdout, "data")) as [Buffer];
  return { process: bot, ...(JSON.parse(String(line)) as { url: string; adopted: boolean }) };
}

async function end(bot: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(bot, "exit");
  bot.kill(signal);
  await ended;
}

function pidFile(): string {
  return path.join(dataDir, "postgresql/data/postmaster.pid");
}

function serverPid(): number | undefined {
  return fs.existsSync(pidFile()) ? Number.parseInt(fs.readFileSync(pidFile(), "utf8"), 10) : undefined;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function until(holds: () => unknown): Promise<void> {
  for (const deadline = Date.now() + 20_000; ; await sleep(50)) {
    try {
      await holds();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}
