// Months in the life of an alliance, by chance: meetings, answers, tasks, questions, rests, lost accounts and down-times; the same seed always the same.
import { firstOpenDayFrom } from "../calendar.ts";
import type { Task } from "../task/model.ts";
import { isActive } from "../task/rules.ts";
import { addDays, at, type Day, dayOf } from "../time.ts";
import type { Wish } from "../wish.ts";
import * as a from "./examples.ts";
import { nrw } from "./nrw.ts";
import { question } from "./questions.ts";
import { newestMeeting, press } from "./tour.ts";
import { World } from "./world.ts";

const people = ["ob-1", "ihk-1", "dgb-1", "agentur-1", "cdu-1", "cdu-2", "spd-1", "spd-2", "office", "ihk-s"];
const organisations = ["ob", "ihk", "dgb", "verdi", "agentur", "cdu", "spd"];
/** So many tasks are open at a time. */
const mostTasks = 12;

/** Numbers from 0 up to 1 that look like chance and are the same for the same seed (mulberry32). */
function chances(seed: number): () => number {
  let it = seed;
  return () => {
    it = (it + 0x6d2b79f5) | 0;
    let t = Math.imul(it ^ (it >>> 15), 1 | it);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export class Months {
  readonly world = new World(at("2026-06-01", "10:00"));
  private readonly chance: () => number;
  private count = 0;

  constructor(seed: number) {
    this.chance = chances(seed);
  }

  private below = (n: number): number => Math.floor(this.chance() * n);
  private one = <T>(some: readonly T[]): T => some[this.below(some.length)] as T;
  private today = (): Day => dayOf(this.world.now);

  /** What people do, and then some time passes until the bot's next round: mostly hours, sometimes days or weeks in which it is down. */
  async step(): Promise<void> {
    for (let n = this.below(4); n > 0; n--) await this.act();
    const hours = this.chance() < 0.04 ? this.below(20 * 24) : this.chance() < 0.5 ? 1 + this.below(6) : 6 + this.below(30);
    await this.world.clock(new Date(this.world.now.getTime() + hours * 3_600_000 + this.below(60) * 60_000));
  }

  private async act(): Promise<void> {
    const kind = this.below(12);
    if (kind === 0) return this.meet();
    if (kind <= 3) return this.answer();
    if (kind <= 5) return this.give();
    if (kind <= 8) return this.change();
    if (kind === 9) return this.rest();
    if (kind === 10) return this.question();
    return this.lose();
  }

  /** A new meeting, another day for one, or none at all. */
  private async meet(): Promise<void> {
    const { world } = this;
    const invited = world.store.rows("Meeting").filter(({ state, startsAt }) => state === "invited" && startsAt > world.now);
    const [next] = invited;
    if (next && this.chance() < 0.7) return;
    if (next && this.chance() < 0.25) return this.press("meeting.cancelNow", { meeting: next.id, sequence: String(next.sequence), sent: "1" });
    const day = firstOpenDayFrom(addDays(this.today(), 3 + this.below(40)), nrw);
    if (next) return this.press("meeting.move", { meeting: next.id, sequence: String(next.sequence), day });
    await world.say("office", `sitzung neu am ${day.split("-").reverse().join(".")}`);
    await this.press("meeting.inviteNow", { meeting: newestMeeting(world), when: "now" });
  }

  private async press(command: Wish["command"], args: Wish["args"]): Promise<void> {
    await press(this.world, "office", command, args);
  }

  private async answer(): Promise<void> {
    const { world } = this;
    const reply = this.one(world.store.rows("Reply").filter(({ meetingId }) => meetingId === newestMeeting(world)));
    if (!reply || !people.includes(reply.personId)) return;
    const [meeting] = world.store.rows("Meeting").filter(({ id }) => id === reply.meetingId);
    const args = { meeting: reply.meetingId, for: reply.personId, edition: String(meeting?.edition) };
    const say = this.one(["rsvp.accept", "rsvp.decline", "rsvp.undecided", "substitute.name"] as const);
    await press(world, reply.personId, say, say === "substitute.name" ? { ...args, name: "Stellvertretung 1" } : args);
  }

  private async write(task: Task): Promise<void> {
    const { world } = this;
    await world.store.work({ allianceId: "kba" }, async (desk) => {
      desk.put("Task", task);
      const line = { allianceId: "kba", meetingId: null, personId: null, actorId: null, at: world.now, via: "test", what: "task", before: null, after: null };
      desk.put("Trail", { ...line, id: `trail-${++this.count}`, taskId: task.id });
    });
  }

  private async give(): Promise<void> {
    if (this.world.store.rows("Task").filter(isActive).length >= mostTasks) return;
    const number = ++this.count;
    const organisationId = this.one(organisations);
    const personId = this.chance() < 0.5 ? this.one(people.filter((id) => id.startsWith(organisationId))) : null;
    const due = addDays(this.today(), this.below(40) - 2);
    const meetingId = newestMeeting(this.world) || null;
    await this.write(
      a.task({ id: `t${number}`, number, allianceId: "kba", organisationId, personId: personId ?? null, due, meetingId, createdAt: this.world.now }),
    );
  }

  private async change(): Promise<void> {
    const { now, store } = this.world;
    const task = this.one(store.rows("Task").slice(-2 * mostTasks));
    if (!task) return;
    const moved = addDays(this.today(), this.below(30));
    await this.write(
      this.one<Task>([
        { ...task, state: "accepted", personId: task.personId ?? "ihk-1", reportedAt: null },
        { ...task, state: "inProgress", askedDue: moved },
        { ...task, state: "reported", reportedAt: now },
        { ...task, state: this.one(["confirmed", "closed", "rejected"] as const), confirmedAt: now },
        { ...task, due: moved, askedDue: null },
      ]),
    );
  }

  /** A question to the next meeting, sometimes admitted already. */
  private async question(): Promise<void> {
    const { world } = this;
    const meetingId = newestMeeting(world);
    if (meetingId === "") return;
    const number = ++this.count;
    const decided = this.chance() < 0.6 ? { state: "admitted" as const, admittedOn: this.today() } : {};
    const asked = question({ id: `q${number}`, number, meetingId, toId: this.one(organisations), personId: "spd-1", ...decided });
    await world.store.work({ allianceId: "kba", meeting: meetingId }, async (desk) => desk.put("Question", asked));
  }

  private async rest(): Promise<void> {
    const personId = this.one(people);
    const pause = { personId, allianceId: "kba", until: addDays(this.today(), this.below(20)), to: this.one(["keep", "substitute"] as const) };
    await this.world.store.work({ allianceId: "kba" }, async (desk) => (this.chance() < 0.3 ? desk.remove("Pause", pause) : desk.put("Pause", pause)));
  }

  /** An account takes no messages any more; later it does again. */
  private async lose(): Promise<void> {
    const { deaf, store } = this.world;
    const chat = this.one(people);
    if (deaf.size < 2) deaf.add(chat);
    else deaf.clear();
    await store.work({ allianceId: "kba" }, async (desk) => {
      for (const account of await desk.find("Account", { reachable: false })) if (!deaf.has(account.user)) desk.put("Account", { ...account, reachable: true });
    });
  }
}
