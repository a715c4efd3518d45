// The job engine: starts deliveries and the minute's tick on any process that is up.
import { type Job, type JobInsert, type JobResult, PgBoss } from "pg-boss";
import type { Delivery } from "../../src/notice/model.ts";
import type { Log } from "../../src/ports.ts";
import type { Enqueue } from "../store/gesture.ts";
import type { Due } from "../store/outbox.ts";
import type { Statement } from "../store/session.ts";

const DELIVER = "deliver";
const TICK = "tick";
const WORKERS = 3;
/** Somebody is waiting for an answer, and somebody may be looking at a card; a notice has time. */
const RANK = { answer: 2, update: 1, notice: 0 } as const;
/** What lies further ahead is found by a later tick, which also knows whether the bot's clock was moved. */
export const AHEAD_MS = 90_000;
const MINUTE_MS = 60_000;
/** How often a process asks for the minute's tick: as the minute begins, when notices are due, and in between. */
const ASK_MS = 5_000;

interface Work {
  /** Must not throw for anything a repetition cannot mend. Gives the milliseconds after which the message wants to be looked at again. */
  deliver(key: string): Promise<number | undefined>;
  /** Runs about once a minute, on one process at a time. */
  tick(): Promise<void>;
}

export interface Jobs {
  /** For the transaction that owes the messages: the jobs are there with them or not at all. */
  readonly enqueue: Enqueue;
  /** Jobs for messages whose time comes soon; one that waits already is not added again. */
  later(due: readonly Due[]): Promise<void>;
  work(work: Work): Promise<void>;
  /** @throws when the engine's tables cannot be reached. */
  check(): Promise<void>;
  /** Takes no more work and lets what runs end, for at most ten seconds. */
  stop(): Promise<void>;
}

/** Several processes may do this at once: the engine's tables are made once. */
export async function startJobs({ url, log }: { readonly url: string; readonly log: Log }): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: "buendnis-bot jobs",
    max: 4,
    schedule: false,
    // How soon the jobs of a process that died go to another one.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on("error", (error) => log.error("jobs", error));
  await boss.start();
  // "short": one job of a message waits at a time, however often it is enqueued. What ran is of no use to anybody and names people by id.
  await queue(boss, DELIVER, {
    policy: "short",
    retryLimit: 3,
    retryDelay: 2,
    retryBackoff: true,
    expireInSeconds: 120,
    heartbeatSeconds: 10,
    deleteAfterSeconds: 3600,
  });
  // "exclusive": no second tick beside one that waits or runs.
  await queue(boss, TICK, { policy: "exclusive", retryLimit: 0, expireInSeconds: 300, heartbeatSeconds: 10, deleteAfterSeconds: 3600 });

  let ticking: NodeJS.Timeout | undefined;
  const workers: string[] = [];
  let prompt: string | undefined;
  let turn = 0;
  // A worker of the process that owes a message looks for it at once; the others, and other processes, at their next glance.
  // PostgreSQL's NOTIFY would wake all workers of all processes for every click, and let only one transaction commit at a time.
  const wake = (owed: readonly Delivery[]) => () => {
    const pressing = owed.filter((it) => rankOf(it) > RANK.notice).length;
    if (pressing > 0 && prompt) boss.notifyWorker(prompt);
    const worker = workers[turn++ % WORKERS];
    if (pressing < owed.length && worker) boss.notifyWorker(worker);
  };
  return {
    async enqueue(owed) {
      const jobs = owed.map(jobFor).filter((job) => job !== undefined);
      const statements: Statement[] = [];
      // The engine says what it would write; the store writes it with everything else.
      const executeSql = async (sql: string, values: unknown[] = []) => {
        statements.push({ sql, values: values.map(String) });
        return { rows: [] };
      };
      if (jobs.length > 0) await boss.insert(DELIVER, jobs, { db: { executeSql } });
      return { statements, committed: wake(owed) };
    },
    async later(due) {
      const near = due.filter(({ ms }) => ms <= AHEAD_MS);
      if (near.length > 0)
        await boss.insert(
          DELIVER,
          near.map((it) => jobLater({ key: it.key, rank: rankOf(it) }, it.ms)),
        );
    },
    async work({ deliver, tick }) {
      const deliveries = {
        batchSize: 10,
        burstWhenBatchFull: true,
        perJobResults: true,
        pollingIntervalSeconds: 0.5,
      } as const;
      const hire = <O extends typeof deliveries>(options: O) =>
        boss.work<Errand, unknown, typeof deliveries>(DELIVER, options, (jobs) => Promise.all(jobs.map((job) => run(job, deliver))));
      for (let n = 0; n < WORKERS; n++) workers.push(await hire(deliveries));
      // All others may be busy with a round of notices, or with a workspace that does not answer.
      prompt = await hire({ ...deliveries, minPriority: RANK.update });
      const ticker = await boss.work(TICK, { pollingIntervalSeconds: 1 }, tick);
      // Every process asks, the database grants one tick for each minute of its clock. So no minute is missed while any process is up.
      const ask = async () => {
        ticking = setTimeout(ask, Math.min(ASK_MS, MINUTE_MS - (Date.now() % MINUTE_MS)));
        const granted = await boss.send(TICK, {}, { singletonKey: TICK, singletonSeconds: MINUTE_MS / 1000 }).catch((error) => log.error("jobs", error));
        if (granted) boss.notifyWorker(ticker);
      };
      void ask();
    },
    async check() {
      await boss.getQueue(DELIVER);
    },
    async stop() {
      clearTimeout(ticking);
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };

  async function run({ id, data }: Job<Errand>, deliver: Work["deliver"]): Promise<JobResult> {
    try {
      const ms = await deliver(data.key);
      if (ms !== undefined && ms <= AHEAD_MS) await boss.insert(DELIVER, [jobLater(data, ms)]);
      return { id, status: "completed" };
    } catch (error) {
      log.error("delivery", error, { job: id });
      return { id, status: "failed" };
    }
  }
}

type QueueOptions = NonNullable<Parameters<PgBoss["createQueue"]>[1]>;

async function queue(boss: PgBoss, name: string, { policy, ...options }: QueueOptions): Promise<void> {
  await boss.createQueue(name, { ...options, ...(policy ? { policy } : {}) });
  // A queue that is there already keeps its old settings otherwise.
  await boss.updateQueue(name, options);
}

interface Errand {
  readonly key: string;
  readonly rank: number;
}

/** A hundred notices of one alliance do not go before the first one of another. */
const rankOf = ({ kind, mode }: Pick<Delivery, "kind" | "mode">, index = 0): number =>
  kind === "answer" ? RANK.answer : mode === "update" ? RANK.update : RANK.notice - Math.floor(index / 25);

function jobFor(delivery: Delivery, index: number): JobInsert | undefined {
  const ms = delivery.notBefore ? delivery.notBefore.getTime() - delivery.createdAt.getTime() : 0;
  return ms > AHEAD_MS ? undefined : jobLater({ key: delivery.key, rank: rankOf(delivery, index) }, ms);
}

/** A job that waits for its time must not keep the same message from being enqueued at once. */
function jobLater({ key, rank }: Errand, ms: number): JobInsert {
  const job = { data: { key, rank } satisfies Errand, priority: rank };
  return ms > 0 ? { ...job, singletonKey: `${key} later`, startAfter: ms / 1000 } : { ...job, singletonKey: key };
}
