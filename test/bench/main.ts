// npm run bench: the click path and the sending of reminders beside what cannot be saved, interleaved in one run; only the ratios mean anything.
import path from "node:path";
import { slackDouble } from "../slack-double.ts";
import { meetingOf, type Shape } from "./alliances.ts";
import { type Answer, click, percentile, type Took } from "./clicks.ts";
import { reminders } from "./reminders.ts";
import { type Servers, startServers } from "./servers.ts";
import { shuffled, table } from "./table.ts";

const dataDir = path.join(import.meta.dirname, "../../.data/bench");
const rounds = Number(process.env["BENCH_ROUNDS"] ?? 400);
const warming = 50;
/** How many different people click one after the other: as many as the smallest alliance has. */
const people = 10;
/** Slack counts a click as failed after three seconds. */
const patience = 3000;

const small: Shape = { id: "small", about: "10 delegates of 10 organisations", delegates: 10, organisations: 10, seats: 1 };
const many: Shape = { id: "many", about: "10,000 delegates of 10,000 organisations", delegates: 10_000, organisations: 10_000, seats: 1 };
const single: Shape = { id: "single", about: "10 delegates of one organisation", delegates: 10, organisations: 1, seats: 10 };
const crowd: Shape = { id: "crowd", about: "10,000 delegates of one organisation", delegates: 10_000, organisations: 1, seats: 10 };
const full: Shape = { ...crowd, id: "full", about: "the same, 500 of 1,000 seats taken", seats: 1000, accepted: 500 };
/** Whose growth a shape shows. */
const smaller = new Map([
  [many, small],
  [crowd, single],
  [full, single],
]);

const failures: string[] = [];
const note = (what: string, took: readonly Took[]) => {
  for (const { status } of took) if (status !== 200) failures.push(`${what}: ${status || "connection broken"}`);
};

/** npm run bench -- rush: only that part. */
const parts: Readonly<Record<string, () => Promise<void>>> = {
  async alone() {
    console.log("The bot without its worker: jobs are written, nobody works on them.\n");
    await compare(false, [small, many, single, crowd, full]);
  },
  async worker() {
    console.log("The bot with its worker in the same process, sending to a stand-in for Slack.\n");
    await compare(true, [small]);
  },
  rush: () => rush([many, crowd]),
  reminders: () => reminders(dataDir),
};
const chosen = process.argv.slice(2);
for (const [name, part] of Object.entries(parts)) if (chosen.length === 0 || chosen.includes(name)) await part();
if (failures.length > 0) {
  console.error(`${failures.length} clicks failed:\n${[...new Set(failures)].join("\n")}`);
  process.exit(1);
}

async function withServers(worker: boolean, shapes: readonly Shape[], work: (servers: Servers) => Promise<void>): Promise<void> {
  const double = await slackDouble();
  double.replies("auth.test", ...shapes.map(({ id }) => ({ ok: true, team_id: id, user_id: "U0BOT", bot_id: "B0BOT" })));
  const servers = await startServers({ dataDir, apiUrl: double.url, worker, shapes });
  await work(servers);
  await servers.stop();
  await double.close();
}

/** All ways in turn, in a new order each time; everybody accepts, then everybody declines. */
async function compare(worker: boolean, shapes: readonly Shape[]): Promise<void> {
  await withServers(worker, shapes, async (servers) => {
    const bot = shapes.map((shape) => ({ name: shape.id, about: `the bot, ${shape.about}`, shape }));
    const ways = [{ name: "bare", about: "Bolt's bare acknowledgement", shape: small }, { name: "insert", about: "Bolt and one INSERT", shape: small }, ...bot];
    for (const width of [1, 8]) {
      const times = new Map<string, number[]>(ways.map(({ name }) => [name, []]));
      for (let round = -warming; round < rounds; round++) {
        const answer: Answer = round % 2 === 0 ? "rsvp.accept" : "rsvp.decline";
        for (const { name, shape } of shuffled(ways)) {
          const who = Array.from({ length: width }, (_, n) => (Math.floor((round + warming) / 2) * width + n) % people);
          const took = await Promise.all(who.map((n) => click(servers.port(name), shape, n, answer)));
          note(name, took);
          if (round >= 0) times.get(name)?.push(...took.map(({ ms }) => ms));
        }
      }
      const at = (name: string, p: number) => percentile(times.get(name) ?? [], p);
      const ratio = (name: string, to: string, p: number) => (at(name, p) / at(to, p)).toFixed(2);
      table(
        [width === 1 ? "one click at a time" : `${width} clicks at a time`, "p50 ms", "p99 ms", "p50 : bare", "p99 : bare", "p50 : INSERT", "p50 : small one"],
        ways.map(({ name, about, shape }) => [
          about,
          at(name, 0.5).toFixed(2),
          at(name, 0.99).toFixed(2),
          ratio(name, "bare", 0.5),
          ratio(name, "bare", 0.99),
          ratio(name, "insert", 0.5),
          ratio(name, smaller.get(shape)?.id ?? name, 0.5),
        ]),
      );
    }
    if (!worker) await trips(servers, shapes);
  });
}

async function trips(servers: Servers, shapes: readonly Shape[]): Promise<void> {
  const count = 40;
  const rows: string[][] = [];
  for (const shape of shapes) {
    await servers.queries();
    for (let n = 0; n < count; n++) note(shape.id, [await click(servers.port(shape.id), shape, 3, n % 2 === 0 ? "rsvp.accept" : "rsvp.decline")]);
    rows.push([`the bot, ${shape.about}`, String((await servers.queries()) / count)]);
  }
  table(["round trips to the database for a click", "number"], rows);
}

/** Everybody at the same moment, each on a connection of their own. */
async function rush(shapes: readonly Shape[]): Promise<void> {
  await withServers(true, shapes, async (servers) => {
    const rows: string[][] = [];
    for (const shape of shapes)
      for (const count of [400, 800]) {
        // Others than before, so that everybody answers for the first time.
        const first = count * 2;
        const took = await Promise.all(Array.from({ length: count }, (_, n) => click(servers.port(shape.id), shape, first + n, "rsvp.accept", false)));
        note(`${count} at once`, took);
        const ms = took.map((it) => it.ms);
        const taken = Math.max(...(await servers.taken(shape.id, meetingOf(shape))));
        rows.push([
          `${count} clicks at once, ${shape.about}`,
          String(took.filter(({ status }) => status !== 200).length),
          String(ms.filter((it) => it > patience).length),
          percentile(ms, 0.5).toFixed(0),
          percentile(ms, 0.99).toFixed(0),
          `${taken} of ${shape.seats}`,
        ]);
      }
    table(["at once, with the worker", "failed", "over 3 s", "p50 ms", "p99 ms", "most seats taken"], rows);
  });
}
