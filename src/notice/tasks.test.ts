// What goes out by itself around the date of a task, to whom, and what becomes of several at once; by example.
import type { Task } from "../task/model.ts";
import * as a from "../testing/examples.ts";
import { nrw } from "../testing/nrw.ts";
import { at, type Clock, clockOf, type Day, dayOf } from "../time.ts";
import type { Notice, NoticeState } from "./notice.ts";
import { outlook } from "./outlook.ts";
import { due, planned } from "./rules.ts";

const created = at("2026-09-09", "10:00");
const task = (more: Partial<Task> = {}): Task => a.task({ id: "t3", allianceId: "x", due: "2026-11-06", personId: "p", createdAt: created, ...more });
const second = task({ id: "t5", number: 5, due: "2026-11-20" });

const state = (tasks: readonly Task[], more: Partial<NoticeState> = {}): NoticeState => ({
  alliance: a.alliance({ id: "x" }),
  meetings: [],
  tasks: tasks.map((it) => ({ task: it, touchedAt: it.createdAt })),
  organisations: [],
  organisers: ["office"],
  members: () => ["p", "q"],
  substitutes: () => ["s"],
  pauses: new Map(),
  isReachable: () => true,
  done: new Set(),
  ...more,
});
const line = (it: Notice): string => [it.kind, it.personId, dayOf(it.dueAt), clockOf(it.dueAt), it.skip ?? ""].join(" ").trim();
const plan = (one: Task, more: Partial<NoticeState> = {}): string[] => planned(state([one], more), created, nrw).map(line);
const dueAt = (now: Date, of: NoticeState): readonly Notice[] => due(of, now, nrw);
const on = (day: Day, clock: Clock = "09:00") => at(day, clock);
/** What is sent, and why the rest is not. */
const sent = (all: readonly Notice[]): string[] =>
  all.flatMap((it) => (it.skip === null ? [`${it.kind} ${it.personId} ${it.args["tasks"] ?? it.args["task"] ?? ""}`.trim()] : []));
const skipped = (all: readonly Notice[]): string[] => all.flatMap((it) => (it.skip === null ? [] : [`${it.key.split(":")[0]} ${it.skip}`]));

test("14 and 3 days before, on the day, and after a week to everybody of the organisation", () => {
  expect(plan(task())).toEqual([
    "task.remind.before p 2026-10-23 09:00",
    "task.remind.before p 2026-11-03 09:00",
    "task.remind.due p 2026-11-06 09:00",
    "task.escalation p 2026-11-13 09:00",
    "task.escalation q 2026-11-13 09:00",
  ]);
});

test("each alliance has its own ladder", () => {
  const { ladder, ...alliance } = a.alliance({ id: "x" });
  const own = { ...alliance, ladder: { ...ladder, taskFirst: 7, taskLast: 1, taskOverdue: 14 } };
  expect(plan(task(), { alliance: own }).map((it) => it.split(" ")[2])).toEqual(["2026-10-30", "2026-11-05", "2026-11-06", "2026-11-20", "2026-11-20"]);
});

test("while nobody is in charge everybody who holds a seat is reminded", () => {
  expect(plan(task({ personId: null })).filter((it) => it.includes("remind.due"))).toEqual([
    "task.remind.due p 2026-11-06 09:00",
    "task.remind.due q 2026-11-06 09:00",
  ]);
});

test("what is reported, confirmed, closed or wanted by nobody reminds nobody", () => {
  for (const it of ["reported", "confirmed", "closed", "rejected"] as const) expect(plan(task({ state: it }))).toEqual([]);
});

test("a new date makes new keys", () => {
  const keys = (one: Task) => planned(state([one]), created, nrw).map(({ key }) => key);
  expect(keys(task()).filter((key) => keys(task({ due: "2026-11-13" })).includes(key))).toEqual([]);
});

test("a date on a day off is reminded of on the last working day before, in other words", () => {
  expect(plan(task({ due: "2026-11-07" })).slice(2, 3)).toEqual(["task.remind.before p 2026-11-06 09:00"]);
});

test("who has just got or changed the task is not reminded of what was planned before", () => {
  const late = state([task({ due: "2026-09-15", createdAt: on("2026-09-09", "08:00") })]);
  expect(skipped(dueAt(on("2026-09-09", "10:00"), late))).toEqual(["task.first tooSoon"]);
  const moved = { ...state([task()]), tasks: [{ task: task(), touchedAt: on("2026-11-03", "08:30") }] };
  expect(skipped(dueAt(on("2026-11-03"), moved))).toEqual(["task.first tooSoon", "task.last tooSoon"]);
});

test("several of one day are one message, and each of them is recorded", () => {
  const both = state([task(), second]);
  const now = dueAt(on("2026-11-06"), { ...both, done: new Set(["task.first:t3:2026-11-06:p", "task.last:t3:2026-11-06:p"]) });
  expect(sent(now)).toEqual(["task.digest.person p t3,t5"]);
  expect(skipped(now)).toEqual(["task.due folded", "task.first folded"]);
  expect(now.find(({ skip }) => skip === null)?.key).toBe("task.digest.person:task.due:t3:2026-11-06:p");
});

test("two words about one task on one day are its last one", () => {
  const now = dueAt(on("2026-11-03"), state([task()]));
  expect([sent(now), skipped(now)]).toEqual([["task.remind.before p t3"], ["task.first folded"]]);
  expect(now.find(({ skip }) => skip === null)?.key).toBe("task.last:t3:2026-11-06:p");
});

test("those of one day wait for the last of them", () => {
  // The escalation of a Sunday comes on Monday at eight, the reminder at nine.
  const both = state([task({ due: "2026-10-25", personId: "p" }), task({ id: "t7", number: 7, due: "2026-11-05" })], { members: () => ["p"], organisers: [] });
  const done = new Set(
    planned(both, on("2026-11-02"), nrw)
      .filter(({ dueAt: its }) => its < on("2026-11-02", "08:00"))
      .map(({ key }) => key),
  );
  expect(sent(dueAt(on("2026-11-02", "08:00"), { ...both, done }))).toEqual([]);
  expect(sent(dueAt(on("2026-11-02", "09:00"), { ...both, done }))).toEqual(["task.digest.person p t3,t7"]);
});

test("after a long down-time there is one message to each, not a burst", () => {
  const now = dueAt(on("2026-11-12", "10:00"), state([task(), second, task({ id: "t9", number: 9, due: "2026-11-10" })]));
  expect(sent(now)).toEqual(["task.digest.person p t3,t5,t9"]);
  expect(skipped(now).sort()).toEqual([
    "task.due folded",
    "task.due folded",
    "task.first folded",
    "task.first late",
    "task.first late",
    "task.last late",
    "task.last late",
  ]);
  expect(sent(dueAt(on("2026-11-09", "10:00"), state([task()])))).toEqual(["task.digest.person p t3"]);
});

test("a meeting's tasks are shown once more on the day after it, to who has not accepted them", () => {
  const meeting = a.meeting({ id: "m", allianceId: "x" });
  const of = (more: Partial<Task>) =>
    planned(
      state([task({ meetingId: "m", createdAt: on("2026-10-07", "15:00"), ...more })], { meetings: [{ meeting, replies: [], talks: [] }] }),
      on("2026-10-08"),
      nrw,
    ).filter(({ kind }) => kind === "task.new");
  expect(of({}).map(line)).toEqual(["task.new p 2026-10-08 09:00"]);
  expect(of({ state: "accepted" })).toEqual([]);
  expect(of({ createdAt: on("2026-10-08", "08:00") })).toEqual([]);
});

test("the office gets its week every Friday, as long as something is overdue, to confirm or asked", () => {
  const fridays = (one: Task, touchedAt = created) =>
    planned({ ...state([one]), tasks: [{ task: one, touchedAt }] }, on("2026-11-20"), nrw).flatMap((it) =>
      it.kind === "task.digest.office" ? [dayOf(it.dueAt)] : [],
    );
  expect(fridays(task())).toEqual(["2026-11-13", "2026-11-20"]);
  expect(fridays(task({ due: "2026-12-18" }))).toEqual([]);
  expect(fridays(task({ due: "2026-12-18", state: "reported" }), on("2026-11-11"))).toEqual(["2026-11-13", "2026-11-20"]);
  expect(fridays(task({ due: "2026-12-18", askedDue: "2027-01-15" }), on("2026-11-13", "10:00"))).toEqual(["2026-11-20"]);
});

test("a missed Friday is recorded, the newest one goes out late", () => {
  const now = dueAt(on("2026-11-24", "10:00"), state([task()], { members: () => [] })).filter(({ kind }) => kind === "task.digest.office");
  expect([sent(now), skipped(now)]).toEqual([["task.digest.office office"], ["task.digest.office late"]]);
});

test("in the summer break only what lies within it goes out, the rest right after it", () => {
  const days = (of: Day) => plan(task({ due: of, createdAt: on("2026-05-01") }), { members: () => [], organisers: [] }).map((it) => it.split(" ")[2]);
  expect(days("2026-08-21")).toEqual(["2026-08-07", "2026-08-18", "2026-08-21"]);
  expect(days("2026-09-04")).toEqual(["2026-09-02", "2026-09-02", "2026-09-04"]);
});

test("while somebody rests, a reminder waits for the first open hour after it, or is recorded where it is useless then", () => {
  const pauses = new Map([["p", { personId: "p", allianceId: "x", until: "2026-11-08" as Day, to: "keep" as const }]]);
  const resting = state([task()], { pauses, members: () => [] });
  const open = outlook(resting, on("2026-10-20"), on("2026-11-30"), nrw).filter(({ personId }) => personId === "p");
  expect(open.map((it) => [it.kind, dayOf(it.at), clockOf(it.at), it.moved, it.skip])).toEqual([
    ["task.remind.before", "2026-11-09", "08:00", "pause", "paused"],
    ["task.remind.before", "2026-11-09", "08:00", "pause", "paused"],
    ["task.digest.person", "2026-11-09", "08:00", "pause", null],
  ]);
  expect(sent(dueAt(on("2026-11-06"), resting))).toEqual([]);
  expect(skipped(dueAt(on("2026-11-06"), resting))).toEqual(["task.first paused", "task.last paused"]);
  expect(sent(dueAt(on("2026-11-09", "08:00"), resting))).toEqual(["task.digest.person p t3"]);
});

test("or it goes to the first named substitute who can be reached and does not rest; the key stays", () => {
  const pause = (personId: string, to: "keep" | "substitute") => [personId, { personId, allianceId: "x", until: "2026-11-08" as Day, to }] as const;
  const resting = state([task()], {
    members: () => [],
    substitutes: () => ["s1", "s2", "s3"],
    pauses: new Map([pause("p", "substitute"), pause("s1", "keep")]),
  });
  const [notice] = dueAt(on("2026-10-23"), { ...resting, isReachable: ({ personId }) => personId !== "s2" });
  expect(notice).toMatchObject({ key: "task.first:t3:2026-11-06:p", personId: "s3", args: { task: "t3", inPlaceOf: "p" }, moved: "substitute" });
  expect(sent(dueAt(on("2026-10-23"), { ...resting, isReachable: () => false }))).toEqual([]);
});

test("the outlook says when each goes out, why at another time, and why not at all", () => {
  const silent = state([task({ due: "2026-11-08" })], { isReachable: ({ personId }) => personId !== "q" });
  const found = outlook(silent, on("2026-11-01"), on("2026-11-20"), nrw);
  expect(found.map((it) => [it.kind, it.personId, dayOf(it.at), it.moved, it.skip])).toEqual([
    ["task.remind.before", "p", "2026-11-02", "quiet", null],
    ["task.remind.before", "p", "2026-11-05", null, null],
    ["task.remind.before", "p", "2026-11-06", "quiet", null],
    ["task.digest.office", "office", "2026-11-13", null, null],
    ["task.escalation", "q", "2026-11-16", "quiet", "unreachable"],
    ["task.escalation", "p", "2026-11-16", "quiet", null],
    ["task.digest.office", "office", "2026-11-20", null, null],
  ]);
});
