// npm run bench: the click path beside what cannot be saved, interleaved in one run; only its ratios mean anything.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { slackDouble } from "../slack-double.ts";
import type { Shape } from "./alliances.ts";
import { click, percentile, type Took } from "./clicks.ts";
import type { Order, Ready } from "./server.ts";

const root = path.join(import.meta.dirname, "../..");
const rounds = Number(process.env["BENCH_ROUNDS"] ?? 300);
const small: Shape = { id: "small", delegates: 10, organisations: 10, seats: 1 };
const shapes: readonly Shape[] = [
  small,
  { id: "many", delegates: 10_000, organisations: 10_000, seats: 1 },
  { id: "one", delegates: 10_000, organisations: 1, seats: 10_000 },
];
let failed = 0;

async function bench(worker: boolean): Promise<void> {
  const double = await slackDouble();
  double.replies("auth.test", ...shapes.map(({ id }) => ({ ok: true, team_id: id, user_id: "U0BOT", bot_id: "B0BOT" })));
  const { server, ports } = await start({ dataDir: path.join(root, ".data/bench"), apiUrl: double.url, worker, shapes });
  const ways = ([
    { name: "bare", shape: small },
    { name: "insert", shape: small },
    ...shapes.map((shape) => ({ name: shape.id, shape })),
  ]).filter(({ name }) => !process.env["WAYS"] || process.env["WAYS"].split(",").includes(name));
  for (const width of JSON.parse(process.env["WIDTHS"] ?? "[1,8]") as number[]) {
    const times = new Map<string, number[]>(ways.map(({ name }) => [name, []]));
    for (let round = -50; round < rounds; round++)
      for (const { name, shape } of shuffled(ways)) {
        const people = Array.from({ length: width }, (_, n) => (round + 50) * width + n);
        const took = await Promise.all(people.map((n) => click(ports[name] ?? 0, shape, n % shape.delegates, Math.floor(n / shape.delegates) % 2 ? "rsvp.decline" : "rsvp.accept")));
        failed += took.filter(({ status }) => status !== 200).length;
        if (round >= 0) times.get(name)?.push(...took.map(({ ms }) => ms));
      }
    const of = (name: string, p: number) => percentile(times.get(name) ?? [], p);
    console.log(`${width} at once`);
    for (const { name } of ways)
      console.log(name.padEnd(10), of(name, 0.5).toFixed(2), of(name, 0.99).toFixed(2), (of(name, 0.5) / of("bare", 0.5)).toFixed(2), (of(name, 0.99) / of("bare", 0.99)).toFixed(2), (of(name, 0.5) / of("insert", 0.5)).toFixed(2));
  }
  for (const { id } of shapes) {
    await ask(server, "count");
    const shape = shapes.find((it) => it.id === id) ?? small;
    for (let n = 0; n < 40; n++) await click(ports[id] ?? 0, shape, 3 + n % 2, n % 4 < 2 ? "rsvp.decline" : "rsvp.accept");
    console.log(id, "round trips", (await ask(server, "count")) as number / 40);
  }
  console.log("failed", failed);
  server.send("stop");
  await once(server, "exit");
  await double.close();
}

const shuffled = <T>(list: readonly T[]): T[] => list.map((it) => ({ it, at: Math.random() })).sort((a, b) => a.at - b.at).map(({ it }) => it);

async function start(order: Order): Promise<{ server: ChildProcess } & Ready> {
  const server = spawn(process.execPath, ["--import", "tsx", ...(process.env["BENCH_PROF"] ? ["--cpu-prof", "--cpu-prof-dir", process.env["BENCH_PROF"]] : []), path.join(import.meta.dirname, "server.ts")], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  server.send(order);
  const [ready] = (await once(server, "message")) as [Ready];
  return { server, ...ready };
}

async function ask(server: ChildProcess, question: string): Promise<unknown> {
  const answer = once(server, "message");
  server.send(question);
  return (await answer)[0];
}

await bench(false);
