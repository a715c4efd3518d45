// What may be done with a task, from which state and by whom; pure, so that no road can lead into a state that makes no sense.
import type { Day } from "../time.ts";
import type { Task, TaskState } from "./model.ts";

/** inCharge: it is their task · lead: of the organisation that leads · offered: somebody wants to hand it to them · office: the office. */
export type Part = "inCharge" | "lead" | "offered" | "office";

/** For whom somebody acts: for themselves, or for the person whose secretariat they are. */
export interface Actor {
  readonly personId: string;
  readonly organisationId: string | null;
  readonly parts: readonly Part[];
}

/** What reporting a task as done has changed, so that it can be taken back. */
export type BeforeDone = Pick<Task, "state" | "personId" | "acceptedAt" | "askedDue" | "askedById" | "offeredToId" | "offeredById">;

export type Action =
  | { readonly type: "accept" }
  /** `last`: nobody else is left who could accept. */
  | { readonly type: "reject"; readonly last: boolean }
  | { readonly type: "progress"; readonly state: "inProgress" | "blocked"; readonly percent: number | null; readonly standing: string | null }
  | { readonly type: "done"; readonly note: string | null }
  | { readonly type: "note"; readonly note: string }
  | { readonly type: "undoDone"; readonly before: BeforeDone | undefined }
  | { readonly type: "undoExtend" }
  | { readonly type: "undoHandover" }
  | { readonly type: "extend"; readonly due: Day; readonly delay: string | null }
  | { readonly type: "handover"; readonly to: string }
  | { readonly type: "confirm" }
  | { readonly type: "reopen"; readonly hint: string | null; readonly due: Day | null }
  | { readonly type: "grant"; readonly due: Day | null }
  | { readonly type: "keep"; readonly hint: string | null }
  | { readonly type: "assign"; readonly organisationId: string; readonly personId: string | null }
  | { readonly type: "close" };

/** States in which the task is still to be done. */
export const active: readonly TaskState[] = ["open", "accepted", "inProgress", "blocked"];
export const isActive = ({ state }: Pick<Task, "state">): boolean => active.includes(state);

interface Step {
  readonly from: readonly TaskState[];
  readonly by: readonly Part[];
  /** What else must hold, for this part. */
  readonly if?: (task: Task, part: Part) => boolean;
}

const working: readonly Part[] = ["inCharge", "lead", "office"];
/** Who is offered a task answers that offer; everybody else answers for a task nobody has taken. */
const isForAnswer = (task: Task, part: Part): boolean => {
  if (part === "offered") return isActive(task);
  if (part === "inCharge") return task.state === "open";
  return task.personId === null && (task.state === "open" || task.state === "rejected");
};

const steps: { readonly [T in Action["type"]]: Step } = {
  accept: { from: [...active, "rejected"], by: ["offered", "inCharge", "lead"], if: isForAnswer },
  reject: { from: active, by: ["offered", "inCharge", "lead"], if: isForAnswer },
  progress: { from: active, by: working, if: ({ personId, state }, part) => part !== "office" || (personId !== null && state !== "open") },
  done: { from: active, by: working },
  note: { from: ["reported"], by: working },
  undoDone: { from: ["reported"], by: working },
  undoExtend: { from: active, by: working, if: ({ askedDue }) => askedDue !== null },
  undoHandover: { from: active, by: working, if: ({ offeredToId }) => offeredToId !== null },
  extend: { from: active, by: working },
  handover: { from: active, by: ["inCharge", "lead"] },
  confirm: { from: ["reported"], by: ["office"] },
  reopen: { from: ["reported", "confirmed", "closed"], by: ["office"] },
  grant: { from: active, by: ["office"], if: ({ askedDue }) => askedDue !== null },
  keep: { from: active, by: ["office"], if: ({ askedDue }) => askedDue !== null },
  assign: { from: [...active, "rejected"], by: ["office"] },
  close: { from: [...active, "rejected", "reported"], by: ["office"] },
};

/** What only the office does. */
export const officeSteps: readonly Action["type"][] = (Object.keys(steps) as Action["type"][]).filter((type) =>
  steps[type].by.every((part) => part === "office"),
);

/** notYours: another person's or organisation's task · notNow: not from this state; both leave the task as it is. */
export type Verdict = "may" | "notYours" | "notNow";

export function verdict(task: Task, type: Action["type"], { parts }: Pick<Actor, "parts">): Verdict {
  const { from, by, if: holds } = steps[type];
  const own = by.filter((part) => parts.includes(part));
  if (own.length === 0) return "notYours";
  return from.includes(task.state) && own.some((part) => holds?.(task, part) ?? true) ? "may" : "notNow";
}

/** The task afterwards: the very same one where nothing changes. */
export function decide(task: Task, action: Action, actor: Actor, now: Date): Task | Exclude<Verdict, "may"> {
  const may = verdict(task, action.type, actor);
  return may === "may" ? after(task, action, actor, now) : may;
}

const noQuestions = { askedDue: null, askedById: null, offeredToId: null, offeredById: null } as const;

/** Whoever does something with a task nobody has taken, takes it, and an offer made before is over; the office does so for nobody. */
function taken(task: Task, actor: Actor, now: Date): Pick<Task, "personId" | "acceptedAt" | "offeredToId" | "offeredById"> {
  const takes = task.personId === null && actor.parts.includes("lead");
  const personId = takes ? actor.personId : task.personId;
  const { offeredToId, offeredById } = takes ? noQuestions : task;
  return { personId, acceptedAt: task.acceptedAt ?? (personId === null ? null : now), offeredToId, offeredById };
}

function after(task: Task, action: Action, actor: Actor, now: Date): Task {
  switch (action.type) {
    case "accept":
      return accepted(task, actor, now);
    case "reject":
      return rejected(task, actor, action.last);
    case "progress": {
      const { state, percent, standing } = action;
      const same = task.state === state && task.percent === percent && task.standing === standing;
      return same ? task : { ...task, ...taken(task, actor, now), state, percent, standing };
    }
    case "done":
      return { ...task, ...taken(task, actor, now), ...noQuestions, state: "reported", reportedAt: now, outcome: action.note, hint: null };
    case "note":
      return task.outcome === action.note ? task : { ...task, outcome: action.note };
    case "undoDone":
      return { ...task, ...(action.before ?? { state: stateAgain(task) }), reportedAt: null, outcome: null };
    case "undoExtend":
      return { ...task, askedDue: null, askedById: null };
    case "undoHandover":
      return { ...task, offeredToId: null, offeredById: null };
    case "extend":
      return extended(task, action, actor);
    case "handover": {
      const same = action.to === task.personId || action.to === task.offeredToId || action.to === actor.personId;
      return same ? task : { ...task, offeredToId: action.to, offeredById: actor.personId };
    }
    default:
      return decided(task, action, now);
  }
}

/** With the answer, whoever gives it, every offer is over. */
function accepted(task: Task, actor: Actor, now: Date): Task {
  const state = task.state === "open" || task.state === "rejected" ? "accepted" : task.state;
  const takes = { ...task, personId: actor.personId, acceptedAt: now, state, offeredToId: null, offeredById: null };
  if (!actor.parts.includes("offered")) return takes;
  const organisationId = actor.organisationId ?? task.organisationId;
  return { ...takes, organisationId, involved: task.involved.filter((id) => id !== organisationId) };
}

function rejected(task: Task, { parts }: Actor, last: boolean): Task {
  if (parts.includes("offered")) return { ...task, offeredToId: null, offeredById: null };
  return last || parts.includes("inCharge") ? { ...task, ...noQuestions, state: "rejected", personId: null, acceptedAt: null } : task;
}

/** More time is asked for; only the office takes it by itself. */
function extended(task: Task, { due, delay }: Extract<Action, { type: "extend" }>, { parts, personId }: Actor): Task {
  const asks = parts.includes("inCharge") || parts.includes("lead");
  if (!asks) return { ...task, due, delay: delay ?? task.delay, askedDue: null, askedById: null };
  return task.askedDue === due && delay === null ? task : { ...task, askedDue: due, askedById: personId, delay: delay ?? task.delay };
}

/** Where a task goes on that had been reported or ended. */
const stateAgain = ({ personId, acceptedAt }: Task): TaskState => (personId !== null && acceptedAt !== null ? "inProgress" : "open");

type Decision = Extract<Action, { type: "confirm" | "reopen" | "grant" | "keep" | "assign" | "close" }>;

/** What the office decides. */
function decided(task: Task, action: Decision, now: Date): Task {
  switch (action.type) {
    case "confirm":
      return { ...task, state: "confirmed", confirmedAt: now };
    case "reopen":
      return { ...task, state: stateAgain(task), hint: action.hint, due: action.due ?? task.due, reportedAt: null, confirmedAt: null };
    case "grant":
      return { ...task, due: action.due ?? task.askedDue ?? task.due, askedDue: null, askedById: null, hint: null };
    case "keep":
      return { ...task, askedDue: null, askedById: null, hint: action.hint };
    case "assign": {
      const { organisationId, personId } = action;
      const same = task.organisationId === organisationId && task.personId === personId && task.state !== "rejected";
      const involved = task.involved.filter((id) => id !== organisationId);
      return same ? task : { ...task, ...noQuestions, state: "open", organisationId, personId, involved, acceptedAt: null };
    }
    case "close":
      return { ...task, ...noQuestions, state: "closed" };
  }
}
