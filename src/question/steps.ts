// The round, step by step: which question is called, what becomes of it, and every step taken back; pure, without time and without people.
import type { Question, QuestionState, Round } from "./model.ts";
import { type Ordering, orderOf } from "./order.ts";
import { decide, isPublic, isWaiting } from "./rules.ts";

/** Everything the round decides on: all questions of the meeting, and the order in which they would be called. */
export interface Floor {
  readonly round: Round;
  readonly questions: readonly Question[];
  readonly ordering: Ordering;
}

/** What a step makes of the round; `changed` are the questions it changed or added. */
export interface Stepped {
  readonly round: Round;
  readonly changed: readonly Question[];
}

/** The round before a step, and what the step did to questions: `was` null for one it added. */
interface Past {
  readonly state: Round["state"];
  readonly currentId: string | null;
  readonly later: readonly string[];
  readonly changed: readonly {
    readonly id: string;
    readonly was: QuestionState | null;
    readonly before: QuestionState | null;
    readonly is: QuestionState;
  }[];
}

const pastOf = ({ past }: Pick<Round, "past">): readonly Past[] => (past ? JSON.parse(past) : []);

/** How many steps have been taken: a button of another number is an old one. */
export const stepsOf = (round: Pick<Round, "past">): number => pastOf(round).length;

export const isUnderWay = ({ state }: Pick<Round, "state">): boolean => state === "running" || state === "paused";

/** A supplementary question belongs to the one it adds to. */
export const rootOf = ({ id, supplementTo }: Pick<Question, "id" | "supplementTo">): string => supplementTo ?? id;

/** Those that wait to be called, in order; those put off behind, in the order in which they were, each with its supplementary ones. */
export function queueOf({ round, questions, ordering }: Floor): readonly Question[] {
  const line = orderOf(questions.filter(isPublic), ordering).filter(isWaiting);
  const waits = new Set(line.map(({ id }) => id));
  const off = new Set(round.later.filter((id) => waits.has(id)));
  const behind = [...off].flatMap((id) => line.filter((it) => it.id === id || (it.supplementTo === id && !off.has(it.id))));
  const isBehind = new Set(behind.map(({ id }) => id));
  return [...line.filter(({ id }) => !isBehind.has(id)), ...behind];
}

/** The question that is called; where the one that was has been withdrawn or taken back meanwhile, the next in line. */
export function currentOf(floor: Floor): Question | undefined {
  if (!isUnderWay(floor.round)) return undefined;
  const queue = queueOf(floor);
  return queue.find(({ id }) => id === floor.round.currentId) ?? queue[0];
}

/** Who comes after the present question: what adds to it first. Before the round begins, the first. */
export function nextOf(floor: Floor): Question | undefined {
  const current = currentOf(floor);
  const others = queueOf(floor).filter((it) => it !== current);
  return others.find((it) => current && isAddedTo(floor, it, current)) ?? others[0];
}

const isAddedTo = ({ round }: Floor, it: Question, current: Question): boolean => it.supplementTo === rootOf(current) && !round.later.includes(it.id);

/** The first question that waits is called; nothing where none waits or the round has begun. */
export function start(floor: Floor): Stepped | undefined {
  const [first] = queueOf(floor);
  if (floor.round.state !== "none" || !first) return undefined;
  return stepped(floor, { state: "running", currentId: first.id }, []);
}

const settling =
  (type: "answered" | "owe") =>
  (floor: Floor): Stepped | undefined => {
    const current = floor.round.state === "running" ? currentOf(floor) : undefined;
    const after = current && decide(current, { type });
    if (!current || !after || typeof after === "string") return undefined;
    return stepped(floor, { currentId: nextOf(floor)?.id ?? null, later: without(floor.round.later, current.id) }, [after]);
  };

/** The present question was answered in the meeting, or will be in writing; the next is called. */
export const answered = settling("answered");
export const written = settling("owe");

/** The present question is called again behind all others; nothing where no other one waits. */
export function later(floor: Floor): Stepped | undefined {
  const current = floor.round.state === "running" ? currentOf(floor) : undefined;
  if (!current) return undefined;
  const next = queueOf(floor).find((it) => it.id !== current.id && it.supplementTo !== current.id);
  if (!next) return undefined;
  return stepped(floor, { currentId: next.id, later: [...without(floor.round.later, current.id), current.id] }, []);
}

/** Interrupts the round, or resumes it. */
export function pause(floor: Floor): Stepped | undefined {
  if (!isUnderWay(floor.round)) return undefined;
  return stepped(floor, { state: floor.round.state === "running" ? "paused" : "running" }, []);
}

/** A new question joins the one it adds to, and is called right after the present one where that is it. */
export const supplement = (floor: Floor, added: Question): Stepped | undefined => (isUnderWay(floor.round) ? stepped(floor, {}, [added]) : undefined);

/** The round is over: what still waits is owed in writing, what was answered is closed. */
export function end(floor: Floor): Stepped | undefined {
  if (!isUnderWay(floor.round)) return undefined;
  const changed = floor.questions.flatMap((it) => {
    const after = decide(it, { type: "end" });
    return typeof after === "string" ? [] : [after];
  });
  return stepped(floor, { state: "ended", currentId: null, later: [] }, changed);
}

/**
 * The last step taken back, whatever it was, the end of the round too: whoever asks for that makes sure that nothing has followed from the end.
 * What has happened to a question meanwhile (withdrawn, answered in writing) stays; a question that the step added is withdrawn.
 */
export function back(floor: Floor): Stepped | undefined {
  const steps = pastOf(floor.round);
  const last = steps.at(-1);
  if (!last) return undefined;
  const changed = last.changed.flatMap(({ id, was, before, is }): readonly Question[] => {
    const now = floor.questions.find((it) => it.id === id);
    if (!now) return [];
    if (was === null) return isWaiting(now) ? [{ ...now, state: "withdrawn", place: null }] : [];
    return now.state === is ? [{ ...now, state: was, before }] : [];
  });
  const { state, currentId, later: off } = last;
  const left = steps.slice(0, -1);
  return { round: { ...floor.round, state, currentId, later: off, past: left.length > 0 ? JSON.stringify(left) : null }, changed };
}

function stepped({ round, questions }: Floor, more: Partial<Round>, changed: readonly Question[]): Stepped {
  const { state, currentId, later: off } = round;
  const past: Past = {
    state,
    currentId,
    later: off,
    changed: changed.map(({ id, state: is }) => {
      const was = questions.find((it) => it.id === id);
      return { id, was: was?.state ?? null, before: was?.before ?? null, is };
    }),
  };
  return { round: { ...round, ...more, past: JSON.stringify([...pastOf(round), past]) }, changed };
}

const without = (ids: readonly string[], id: string): readonly string[] => ids.filter((it) => it !== id);

/** Every question of the round, in exactly one part. Those answered beforehand are none of it. */
export interface Parts {
  /** In the meeting. */
  readonly answered: readonly Question[];
  /** In writing: owed, or given since. */
  readonly written: readonly Question[];
  /** In the order in which they will be called. */
  readonly waiting: readonly Question[];
}

export function partsOf(floor: Floor): Parts {
  const { round, questions, ordering } = floor;
  const line = orderOf(questions.filter(isPublic), ordering);
  if (round.state !== "ended") {
    return {
      answered: line.filter(({ state }) => state === "answered"),
      // Closed while the round runs: the written answer has come already.
      written: line.filter(({ state }) => state === "owed" || state === "closed"),
      waiting: queueOf(floor),
    };
  }
  // With the end what was answered before and in the meeting is closed alike; the step that ended it knows which was which.
  const closed = new Map((pastOf(round).at(-1)?.changed ?? []).map(({ id, was }) => [id, was]));
  return {
    answered: line.filter(({ id }) => closed.get(id) === "answered"),
    written: line.filter(({ id, state }) => (state === "owed" || state === "closed") && !["answered", "answeredBefore"].includes(closed.get(id) ?? "")),
    waiting: [],
  };
}

/** How many questions the round has, and how many of them have been called so far, the present one included. */
export function tallyOf(floor: Floor): { readonly called: number; readonly all: number } {
  const { answered: spoken, written: owed, waiting } = partsOf(floor);
  const current = currentOf(floor);
  const called = waiting.filter(({ id }) => id === current?.id || floor.round.later.includes(id));
  return { called: spoken.length + owed.length + called.length, all: spoken.length + owed.length + waiting.length };
}
