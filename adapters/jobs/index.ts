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
/** What lies further ahead is found by a later tick, which also knows whether the bot's clock was moved. */
export const AHEAD_MS = 90_000;

interface Work {
  /** Must not throw for anything a repetition cannot mend. */
  deliver(key: string): Promise<void>;
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
  let turn = 0;
  // A worker of the process that owes a message looks for it at once; the others, and other processes, at their next glance.
  // PostgreSQL's NOTIFY would wake all workers of all processes for every click, and let only one transaction commit at a time.
  const wake = () => {
    const worker = workers[turn++ % WORKERS];
    if (worker) boss.notifyWorker(worker);
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
      return { statements, committed: wake };
    },
    async later(due) {
      const near = due.filter(({ ms }) => ms <= AHEAD_MS);
      if (near.length > 0) await boss.insert(DELIVER, near.map(jobLater));
    },
    async work({ deliver, tick }) {
      const deliveries = {
        batchSize: 10,
        burstWhenBatchFull: true,
        perJobResults: true,
        pollingIntervalSeconds: 0.5,
      } as const;
      for (let n = 0; n < WORKERS; n++) {
        const worker = await boss.work<{ key: string }, unknown, typeof deliveries>(DELIVER, deliveries, (jobs) =>
          Promise.all(jobs.map((job) => run(job, deliver))),
        );
        workers.push(worker);
      }
      await boss.work(TICK, { pollingIntervalSeconds: 1 }, tick);
      // Every process asks, the database grants one tick for each minute of its clock. So no minute is missed while any process is up.
      const ask = () => {
        boss.send(TICK, {}, { singletonKey: TICK, singletonSeconds: 60 }).catch((error) => log.error("jobs", error));
      };
      ask();
      ticking = setInterval(ask, 5_000);
    },
    async check() {
      await boss.getQueue(DELIVER);
    },
    async stop() {
      clearInterval(ticking);
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };

  async function run({ id, data }: Job<{ key: string }>, deliver: Work["deliver"]): Promise<JobResult> {
    try {
      await deliver(data.key);
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

/** Answers go before notices, and a hundred notices of one alliance do not go before the first one of another. */
function jobFor(delivery: Delivery, index: number): JobInsert | undefined {
  const ms = delivery.notBefore ? delivery.notBefore.getTime() - delivery.createdAt.getTime() : 0;
  if (ms > AHEAD_MS) return undefined;
  return { ...jobLater({ key: delivery.key, ms }), priority: delivery.kind === "answer" ? 1 : -Math.floor(index / 25) };
}

/** A job that waits for its time must not keep the same message from being enqueued at once. */
function jobLater({ key, ms }: Due): JobInsert {
  return ms > 0 ? { data: { key }, singletonKey: `${key} later`, startAfter: ms / 1000 } : { data: { key }, singletonKey: key };
}
