// Post offices for tests: the workers of several bots on one database, with workspaces of Slack and a tenant of Teams that count what arrives.
import { WebClient } from "@slack/web-api";
import type pg from "pg";
import { nrwCalendar } from "../adapters/calendar/index.ts";
import { ids } from "../adapters/ids.ts";
import { type Compose, createDeliver } from "../adapters/jobs/deliver.ts";
import { type Jobs, startJobs } from "../adapters/jobs/index.ts";
import { createTick } from "../adapters/jobs/tick.ts";
import { createMessenger } from "../adapters/slack/send.ts";
import { clientOptions } from "../adapters/slack/workspaces.ts";
import { createStore, openPrisma } from "../adapters/store/index.ts";
import { createOutbox, type Outbox, type Paces } from "../adapters/store/outbox.ts";
import { openPool } from "../adapters/store/session.ts";
import { rowsIn, seed } from "../adapters/store/specimen.ts";
import { createTeams } from "../adapters/teams/index.ts";
import { card } from "../src/card.ts";
import { compose } from "../src/notice/compose.ts";
import type { Delivery } from "../src/notice/model.ts";
import { runNotices } from "../src/notice/run.ts";
import type { Store } from "../src/ports.ts";
import * as a from "../src/testing/examples.ts";
import type { SomeRows } from "../src/testing/store.ts";
import { freshDatabase } from "./database.ts";
import { silentBot } from "./slack-bots.ts";
import { remember, type Double as SlackDouble, slackDouble } from "./slack-double.ts";
import { type Double as TeamsDouble, teamsDouble } from "./teams-double.ts";

/** What one process of the bot has for its messages. */
interface Office {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly jobs: Jobs;
  /** One round of the bot's own minute. */
  tick(): Promise<void>;
  /** Begins to deliver; planning stays with `tick`. */
  work(): Promise<void>;
  close(): Promise<void>;
}

export interface Post {
  readonly pool: pg.Pool;
  readonly slack: SlackDouble;
  readonly teams: TeamsDouble;
  readonly offices: readonly Office[];
  readonly clock: { now: Date };
  readonly counted: string[];
  readonly rows: ReturnType<typeof rowsIn>;
  seed(rows: SomeRows): Promise<void>;
  /** An alliance in a workspace or tenant of the same name: an office, and people "p0", "p1" … behind its name. */
  alliance(name: string, messenger: "slack" | "teams", people: number): Promise<void>;
  /** Owes posts to people of an alliance in one transaction of the first office. */
  owe(alliance: string, deliveries: readonly (Partial<Delivery> & { key: string })[]): Promise<void>;
  /** State and reason of messages, counted. */
  ends(like?: string): Promise<Readonly<Record<string, number>>>;
  /** Waits until nothing is owed any more. */
  settled(ms?: number): Promise<void>;
  close(): Promise<void>;
}

interface Given {
  readonly offices?: number;
  readonly paces?: Paces;
  /** As the bot composes; absent: each message says its key. */
  readonly real?: boolean;
}

const says: Compose = async ({ key }) => ({ card: card("test", key), twin: key });
const log = { info: () => undefined, error: () => undefined };

export async function openPost({ offices: count = 1, paces = {}, real = false }: Given = {}): Promise<Post> {
  const url = await freshDatabase();
  const [slack, teams] = await Promise.all([slackDouble(), teamsDouble()]);
  remember(slack);
  const pool = openPool(url);
  const clock = { now: a.noon };
  const now = () => clock.now;
  const counted: string[] = [];
  const clients = new Map<string, WebClient>();
  const clientOf = (tenant: string) => clients.get(tenant) ?? new WebClient(tenant, clientOptions(slack.url, 5000));
  const messengers = [
    createMessenger({
      of(tenant) {
        const client = clientOf(tenant);
        clients.set(tenant, client);
        return { tenant, token: tenant, botId: "B", botUserId: "U", client };
      },
    }),
    createTeams({ production: false }, { bot: silentBot(), log }).messenger,
  ];
  const openOffice = async (): Promise<Office> => {
    const [own, prisma, jobs] = [openPool(url, 6), openPrisma(url), await startJobs({ url, log })];
    const store = createStore({ pool: own, prisma, enqueue: jobs.enqueue });
    const outbox = createOutbox(own, jobs.enqueue);
    const ports = { store, now, ids, links: { calendar: () => undefined, file: () => undefined }, calendar: nrwCalendar(), log };
    const deliver = createDeliver({
      outbox,
      messengers,
      compose: real ? (it) => compose(ports, it) : says,
      paces,
      now,
      log,
      count: (what) => void counted.push(what),
    });
    return {
      store,
      outbox,
      jobs,
      tick: createTick({ outbox, jobs, notices: () => runNotices(ports, now()), now, log }),
      work: () => jobs.work({ deliver, tick: async () => undefined }),
      async close() {
        await jobs.stop();
        await prisma.$disconnect();
        await own.end();
      },
    };
  };
  const offices = await Promise.all(Array.from({ length: count }, openOffice));
  const rows = rowsIn(pool);
  const addressOf = (messenger: string, person: string) =>
    messenger === "slack" ? { user: person, channel: `D-${person}` } : { serviceUrl: teams.url, bot: "28:bot", conversation: `a:${person}` };
  return {
    ...{ pool, slack, teams, offices, clock, counted, rows },
    seed: seed(pool),
    async alliance(name, messenger, people) {
      const persons = ["office", ...Array.from({ length: people }, (_, n) => `p${n}`)].map((it) => `${name}-${it}`);
      const roles = (id: string) => (id === `${name}-office` ? { roles: ["organiser" as const] } : {});
      await seed(pool)({
        Alliance: [a.alliance({ id: name })],
        Person: persons.map((id) => a.person({ id, allianceId: name, ...roles(id) })),
        Account: persons.map((id) => a.account({ allianceId: name, personId: id, messenger, tenant: name, address: addressOf(messenger, id) })),
      });
    },
    owe: (alliance, deliveries) =>
      (offices[0] as Office).store.work({ allianceId: alliance }, async (desk) => {
        for (const it of deliveries) desk.owe(a.delivery({ allianceId: alliance, ...it }));
      }),
    async ends(like = "%") {
      const found = await pool.query<{ end: string; n: number }>(
        `select concat_ws(' ', "state", "reason") as end, count(*)::int as n from "Delivery" where "key" like $1 group by 1`,
        [like],
      );
      return Object.fromEntries(found.rows.map(({ end, n }) => [end, n]));
    },
    async settled(ms = 20_000) {
      const open = `select 1 from "Delivery" where "state" in ('ready', 'sending', 'uncertain') limit 1`;
      for (const end = Date.now() + ms; (await pool.query(open)).rowCount !== 0; await new Promise((resolve) => setTimeout(resolve, 25)))
        if (Date.now() > end) throw new Error("Messages are still owed.");
    },
    async close() {
      await Promise.all(offices.map((office) => office.close()));
      await Promise.all([pool.end(), slack.close(), teams.close()]);
    },
  };
}
