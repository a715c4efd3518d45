// The rules of a task: whoever does whatever in whatever order, no state comes about that makes no sense, and the history is complete.
import fc from "fast-check";
import type { Known } from "../command.ts";
import type { Trail } from "../notice/model.ts";
import * as a from "../testing/examples.ts";
import { addDays } from "../time.ts";
import type { Task, TaskState } from "./model.ts";
import { type Action, type Actor, decide, isActive, officeSteps, type Part, verdict } from "./rules.ts";
import { differencesIn, taskTrail } from "./trail.ts";

const first = a.task({ id: "t1", allianceId: "x", organisationId: "hwk", due: "2026-11-06", involved: ["jobcenter"] });

/** Two delegates of the lead organisation, two of others, and the office. */
const people = [
  { personId: "hwk-1", organisationId: "hwk" },
  { personId: "hwk-2", organisationId: "hwk" },
  { personId: "jobcenter-1", organisationId: "jobcenter" },
  { personId: "dgb-1", organisationId: "dgb" },
  { personId: "office", organisationId: null },
] as const;

/** The part everybody has in a task, as the roster says. */
function actorOf(task: Task, { personId, organisationId }: (typeof people)[number]): Actor {
  const parts: Part[] = [];
  if (task.personId === personId) parts.push("inCharge");
  if (task.offeredToId === personId) parts.push("offered");
  if (task.organisationId === organisationId) parts.push("lead");
  if (personId === "office") parts.push("office");
  return { personId, organisationId, parts };
}

const note = fc.constantFrom(null, "Entwurf liegt vor");
const day = fc.integer({ min: -3, max: 40 }).map((n) => addDays("2026-11-06", n));
const percent = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null });
const simple = ["accept", "undoExtend", "undoHandover", "confirm", "close"] as const;
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom(...simple).map((type): Action => ({ type })),
  fc.record({ type: fc.constant("reject" as const), last: fc.boolean() }),
  fc.record({ type: fc.constant("progress" as const), state: fc.constantFrom("inProgress" as const, "blocked" as const), percent, standing: note }),
  fc.record({ type: fc.constant("done" as const), note }),
  fc.constant<Action>({ type: "note", note: "Auflage 500" }),
  fc.constant<Action>({ type: "undoDone", before: undefined }),
  fc.record({ type: fc.constant("extend" as const), due: day, delay: note }),
  fc.record({ type: fc.constant("handover" as const), to: fc.constantFrom("hwk-2", "jobcenter-1", "dgb-1") }),
  fc.record({ type: fc.constant("reopen" as const), hint: note, due: fc.option(day, { nil: null }) }),
  fc.record({ type: fc.constant("grant" as const), due: fc.option(day, { nil: null }) }),
  fc.record({ type: fc.constant("keep" as const), hint: note }),
  fc.record({
    type: fc.constant("assign" as const),
    organisationId: fc.constantFrom("hwk", "jobcenter", "dgb"),
    personId: fc.option(fc.constantFrom("hwk-1", "dgb-1"), { nil: null }),
  }),
);
const step = fc.record({ action, by: fc.constantFrom(...people) });

/** What is wrong with a task, whatever has happened to it. */
function nonsense(task: Task): readonly string[] {
  const { state, personId, acceptedAt, reportedAt, confirmedAt, askedDue, askedById, offeredToId, offeredById } = task;
  const wrong: readonly (readonly [boolean, string])[] = [
    [["accepted", "inProgress", "blocked"].includes(state) && (personId === null || acceptedAt === null), "worked on by nobody"],
    [state === "open" && acceptedAt !== null, "open and accepted"],
    [state === "rejected" && personId !== null, "rejected and somebody's"],
    [state === "reported" && (reportedAt === null || confirmedAt !== null), "reported without its time, or confirmed too"],
    [state === "confirmed" && (confirmedAt === null || reportedAt === null), "confirmed without a report"],
    [isActive(task) && (reportedAt !== null || confirmedAt !== null), "still to be done and already done"],
    [(askedDue === null) !== (askedById === null), "more time asked for by nobody"],
    [(offeredToId === null) !== (offeredById === null), "offered by nobody"],
    [!isActive(task) && (askedDue !== null || offeredToId !== null), "a question about what is over"],
    [offeredToId !== null && offeredToId === personId, "offered to who has it"],
    [task.involved.includes(task.organisationId), "leading and involved"],
  ];
  return wrong.filter(([is]) => is).map(([, what]) => what);
}

const applied = (task: Task, line: Trail): Task => ({ ...task, ...differencesIn(line.after) });

test("no sequence of allowed actions ends in a forbidden state, and its history leads from the first state to the last", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const lines: Trail[] = [];
      const desk = { put: (_table: string, row: Trail) => void lines.push(row) } as unknown as Known["desk"];
      let task = first;
      let last: Task | undefined;
      for (const [n, { action, by }] of steps.entries()) {
        const now = new Date(a.noon.getTime() + n * 60_000);
        const did = action.type === "undoDone" && last ? { ...action, before: last } : action;
        const next = decide(task, pick(did), actorOf(task, by), now);
        if (typeof next === "string" || next === task) continue;
        if (action.type === "done") last = task;
        const context = { desk, now, ids: { next: () => `l${n}` }, from: { messenger: "test" }, person: { id: by.personId } } as unknown as Known;
        taskTrail(context, { what: `task.${action.type}`, before: task, after: next });
        expect(differencesIn(lines.at(-1)?.before ?? null)).toMatchObject(changed(next, task));
        task = next;
        expect([action.type, nonsense(task)]).toEqual([action.type, []]);
      }
      expect(columns(lines.reduce(applied, first))).toEqual(columns(task));
    }),
    { numRuns: 2000 },
  );
});

/** What undoing a report needs of the state before it. */
function pick(it: Action): Action {
  if (it.type !== "undoDone" || !it.before) return it;
  const { state, personId, acceptedAt, askedDue, askedById, offeredToId, offeredById } = it.before;
  return { type: "undoDone", before: { state, personId, acceptedAt, askedDue, askedById, offeredToId, offeredById } };
}

const kept = ["organisationId", "personId", "due", "state", "percent", "askedDue", "offeredToId", "acceptedAt", "reportedAt", "confirmedAt"] as const;
const columns = (task: Task) => kept.map((column) => [column, task[column]]);
const changed = (now: Task, before: Task) =>
  Object.fromEntries(kept.filter((column) => JSON.stringify(now[column]) !== JSON.stringify(before[column])).map((column) => [column, before[column]]));

test("a stranger may do nothing, and only the office decides", () => {
  fc.assert(
    fc.property(action, fc.constantFrom<TaskState>("open", "accepted", "reported", "rejected", "closed"), ({ type }, state) => {
      const task = { ...first, state, personId: state === "open" ? null : "hwk-1" };
      expect(verdict(task, type, { parts: [] })).toBe("notYours");
      if (officeSteps.includes(type)) expect(verdict(task, type, { parts: ["inCharge", "lead", "offered"] })).toBe("notYours");
    }),
  );
  expect([...officeSteps].sort()).toEqual(["assign", "close", "confirm", "grant", "keep", "reopen"]);
});

test("the same again changes nothing", () => {
  const by = { personId: "hwk-1", organisationId: "hwk", parts: ["inCharge", "lead"] } as const;
  const mine: Task = { ...first, state: "inProgress", personId: "hwk-1", acceptedAt: a.noon, percent: 50 };
  expect(decide(mine, { type: "progress", state: "inProgress", percent: 50, standing: null }, by, a.noon)).toBe(mine);
  const asked: Task = { ...mine, askedDue: "2026-11-20", askedById: "hwk-1" };
  expect(decide(asked, { type: "extend", due: "2026-11-20", delay: null }, by, a.noon)).toBe(asked);
  expect(decide(mine, { type: "handover", to: "hwk-1" }, by, a.noon)).toBe(mine);
  expect(decide(mine, { type: "accept" }, by, a.noon)).toBe("notNow");
});
