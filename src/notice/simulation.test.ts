// The bot's own rounds as one machine: months of chances (testing/months.ts), and what must hold after every step.
import { isActive } from "../task/rules.ts";
import { Months } from "../testing/months.ts";
import { nrw } from "../testing/nrw.ts";
import { type Day, dayOf } from "../time.ts";
import type { Delivery } from "./model.ts";
import { planned } from "./rules.ts";
import { stateOf } from "./state.ts";

const steps = 140;
const ofTasks = ["task.remind.before", "task.remind.due", "task.digest.person", "task.escalation"];
const nudges = ["nudge.first", "nudge.last", "nudge.undecided", "nudge.passed"];
const aboutQuestions = ["question.review", "question.digest"];
const own = new Set([...nudges, ...ofTasks, "dayBefore", "substitute.silent", "minutes", "review", "keynote.owing", "task.digest.office", ...aboutQuestions]);
const reasons = new Set<string | null>(["late", "reminded", "tooSoon", "justAnswered", "unreachable", "folded", "paused", "nothing"]);

/** Told by the platform's own calendar, and not by the code under test. */
const local = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Berlin", weekday: "short", hour: "2-digit", hourCycle: "h23" });
const carnival: readonly Day[] = ["2026-02-16", "2027-02-08"];
function isQuiet(now: Date): boolean {
  const part = Object.fromEntries(local.formatToParts(now).map(({ type, value }) => [type, value]));
  const day = dayOf(now);
  const closed = nrw.publicHolidays.has(day) || day.endsWith("-12-24") || day.endsWith("-12-31") || carnival.includes(day);
  return closed || part["weekday"] === "Sat" || part["weekday"] === "Sun" || Number(part["hour"]) < 8 || Number(part["hour"]) >= 18;
}
/** In the summer break only what lies within it goes out. */
const isSummer = (day: Day): boolean => ("2026-07-20" <= day && day <= "2026-09-01") || ("2027-07-19" <= day && day <= "2027-08-31");

/** A message of the bot's own accord; a repeated task names its date, a new one does not. */
const isOwn = ({ kind, args }: Delivery): boolean => own.has(kind) || (kind === "task.new" && args["due"] !== undefined);
/** Skipped when its time had come, and not only when it was composed. */
const isRecorded = ({ state, reason, sentAt }: Delivery): boolean => state === "skipped" && sentAt === null && reasons.has(reason);
const tasksIn = ({ args }: Delivery): readonly string[] => (args["tasks"] ?? args["task"] ?? "").split(",");

class Machine {
  readonly log: string[] = [];
  private readonly months: Months;
  private readonly seen = new Set<string>();
  /** Who got a message about tasks on which day. */
  private readonly told = new Set<string>();
  private readonly nudged = new Map<string, number>();
  private readonly handed = new Set<string>();

  constructor(seed: number) {
    this.months = new Months(seed);
  }

  async step(): Promise<void> {
    await this.months.step();
    const { now, faults, store } = this.months.world;
    expect(faults).toEqual([]);
    const all = store.rows("Delivery");
    const fresh = all.filter((it) => isOwn(it) && !this.seen.has(it.key));
    for (const { key, personId, state, reason } of fresh) {
      this.seen.add(key);
      this.log.push([now.toISOString(), key, personId, state, reason ?? ""].join(" ").trim());
    }
    const broken = [
      ...fresh.filter((it) => !isRecorded(it)).flatMap((it) => this.brokenBy(it).map((promise) => `${it.key} ${promise}`)),
      ...fresh.filter((it) => it.reason === "folded" && !this.standsIn(fresh, it)).map(({ key }) => `${key} stands in no other message`),
      ...all.filter(({ state, reason }) => state === "skipped" && reason === null).map(({ key }) => `${key} is skipped without a reason`),
      ...(await this.forgotten()),
    ];
    expect(broken).toEqual([]);
  }

  /** What was folded stands in exactly one message that went to the same person at the same moment. */
  private standsIn = (fresh: readonly Delivery[], it: Delivery): boolean =>
    fresh.filter((other) => other.personId === it.personId && !isRecorded(other) && tasksIn(other).includes(it.args["task"] ?? "")).length === 1;

  /** The promises a message breaks that has been owed just now. */
  private brokenBy(it: Delivery): readonly string[] {
    const { now, store } = this.months.world;
    const today = dayOf(now);
    const pause = store.rows("Pause").find(({ personId }) => personId === it.personId);
    const reply = store.rows("Reply").find(({ meetingId, personId }) => meetingId === it.args["meeting"] && personId === it.args["person"]);
    const meeting = store.rows("Meeting").find(({ id }) => id === reply?.meetingId);
    // A refusal of an earlier day says nothing of this one.
    const earlier = reply?.reserved || (reply?.state === "declined" && reply.edition !== meeting?.edition);
    const answered = reply !== undefined && reply.state !== "none" && reply.state !== "undecided" && !earlier;
    const task = store.rows("Task").find(({ id }) => id === it.args["task"]);
    const day = `${it.personId} ${today}`;
    const again = ofTasks.includes(it.kind) && it.args["inPlaceOf"] === undefined && this.told.has(day);
    if (ofTasks.includes(it.kind)) this.told.add(day);
    const round = `${reply?.meetingId} ${reply?.personId}`;
    const nudge = nudges.includes(it.kind);
    if (nudge) this.nudged.set(round, (this.nudged.get(round) ?? 0) + 1);
    const promises: Readonly<Record<string, boolean>> = {
      "goes out in quiet hours": isQuiet(now),
      "goes out after its use": it.usefulUntil !== null && it.usefulUntil <= now,
      "goes to somebody who rests": pause !== undefined && pause.until >= dayOf(it.notBefore ?? now),
      "hands on twice": (it.args["questions"]?.split(",") ?? []).some((question) => this.handedOn(it, question)),
      "nudges who has answered": nudge && answered,
      "is a third nudge": nudge && (this.nudged.get(round) ?? 0) > 2,
      "is about another date": task !== undefined && task.due !== it.args["due"],
      "is about a task that needs nothing": task !== undefined && !isActive(task),
      "is a second message of one day": again,
      // Accounts may be lost while messages go out.
      "says nothing when it is composed": it.state === "skipped" && it.reason !== "no_account",
    };
    return Object.keys(promises).filter((promise) => promises[promise]);
  }

  /** Whether the person has been told of the question before. */
  private handedOn({ personId }: Delivery, question: string): boolean {
    const name = `${personId} ${question}`;
    const before = this.handed.has(name);
    this.handed.add(name);
    return before;
  }

  /** Whatever had to go out before today has been sent or recorded by the first open hour. */
  private async forgotten(): Promise<readonly string[]> {
    const { now, store } = this.months.world;
    const [alliance] = await store.alliances();
    if (!alliance || isQuiet(now) || isSummer(dayOf(now))) return [];
    const state = await stateOf(store.view(alliance.id), alliance, now);
    // Reviews wait for as long as nobody can be reached.
    const old = planned(state, now, nrw).filter((it) => it.usefulUntil !== null && dayOf(it.dueAt) < dayOf(now) && (it.goesAt <= now || it.usefulUntil <= now));
    const later = new Set(
      planned(state, now, nrw).flatMap((it) => (it.tasks.length > 0 && it.goesAt > now && dayOf(it.goesAt) === dayOf(now) ? [it.personId] : [])),
    );
    return old.filter(({ key, personId, tasks }) => !this.seen.has(key) && !(tasks.length > 0 && later.has(personId))).map(({ key }) => `${key} is forgotten`);
  }
}

async function run(seed: number): Promise<readonly string[]> {
  const machine = new Machine(seed);
  try {
    for (let n = 0; n < steps; n++) await machine.step();
  } catch (error) {
    throw new Error(`SEED=${seed} npx jest src/notice/simulation.test.ts\n${machine.log.slice(-12).join("\n")}`, { cause: error });
  }
  return machine.log;
}

const asked = process.env["SEED"];
const seeds = asked === undefined ? [1, 2, 3] : [Number(asked)];

test.each(seeds)(
  "for months of chances with seed %i the bot's own messages keep their promises, and the same seed gives the same log",
  async (seed) => {
    const log = await run(seed);
    expect(log.length).toBeGreaterThan(100);
    if (seed === seeds[0]) expect(await run(seed)).toEqual(log);
  },
  60_000,
);
