// What releasing, re-timing, swapping and the day itself make of the talks; pure decisions that also say who hears of them.
import { isInProgramme, isOver, isPublic, movingUp, takesMinutes } from "./capacity.ts";
import type { Programme, Step, Talk, TalkOrder } from "./model.ts";
import { type Heard, ordered, timetable } from "./order.ts";

/** What the programme is made of. */
export interface Draft {
  readonly talks: readonly Talk[];
  readonly order: TalkOrder;
  /** Minutes of the agenda item. */
  readonly budget: number;
  readonly itemStartsAt: Date;
  readonly zone: string;
  readonly heard: Heard;
}

/**
 * Who is told what: released, confirm it · declined, not this time · waiting, the place is no longer provisional · moved, the start is
 * another · promoted, from the waiting list into the programme.
 */
export type Told = "released" | "declined" | "waiting" | "moved" | "promoted";

export interface Change {
  readonly before: Talk;
  readonly after: Talk;
  readonly tell: Told | null;
}

const isChosen = (talk: Talk): boolean => isPublic(talk) || talk.draft === "in" || (talk.state === "requested" && talk.draft !== "out");

/** Talks that will be, or are, in the programme: what the office put in, what it has not decided and has room, and who moves up into what it left out. */
export function chosen({ talks, budget }: Pick<Draft, "talks" | "budget">): readonly Talk[] {
  const counted = talks.map((talk) => (isChosen(talk) && !takesMinutes(talk) ? { ...talk, state: "requested" as const } : talk));
  return [...talks.filter(isChosen), ...movingUp(counted, budget)];
}

/** The programme as the draft would release it, in its order with start times. */
export function lineUp(draft: Draft) {
  const placed = ordered(chosen(draft), draft.order, draft.heard);
  const times = timetable(
    placed.map(({ talk }) => talk),
    draft.itemStartsAt,
    draft.zone,
  );
  return placed.map((it, index) => ({ ...it, start: times[index]?.start ?? null, place: index + 1 }));
}

/** Minutes planned, and how many are too many. */
export function minutesOf(draft: Pick<Draft, "talks" | "budget">): { readonly planned: number; readonly excess: number } {
  const planned = chosen(draft).reduce((sum, talk) => sum + talk.minutes, 0);
  return { planned, excess: Math.max(0, planned - draft.budget) };
}

/**
 * Everybody's decision at once. Released again, only those hear of it whose decision or start is another; who has confirmed stays
 * confirmed. Whoever waits and is not decided goes on waiting, and is told so by the first release.
 */
export function release(draft: Draft, edition: number): readonly Change[] {
  const line = new Map(lineUp(draft).map((it) => [it.talk.id, it]));
  return draft.talks.flatMap((before): readonly Change[] => {
    const it = line.get(before.id);
    if (it) return changeTo(before, { ...before, state: stateIn(before), draft: null, late: false, place: it.place, start: it.start });
    if (before.draft === "out" && before.state !== "withdrawn" && before.state !== "declined")
      return [{ before, after: { ...before, state: "declined", draft: null, place: null, start: null }, tell: "declined" }];
    return edition === 0 && before.state === "waiting" && !before.late ? [{ before, after: before, tell: "waiting" }] : [];
  });
}

const stateIn = (talk: Talk): Talk["state"] => (isPublic(talk) ? talk.state : "programmed");

function changeTo(before: Talk, after: Talk): readonly Change[] {
  const same = after.state === before.state && after.place === before.place && after.start === before.start && after.draft === before.draft;
  if (same && after.late === before.late) return [];
  const tell: Told | null = !isPublic(before) ? "released" : isOver(before) || after.start === before.start ? null : "moved";
  return [{ before, after, tell }];
}

/** The starts after minutes, agenda or places have changed, without any new decision. Talks that are over keep theirs. */
export function retime(draft: Draft): readonly Change[] {
  const current = draft.talks.filter((talk) => isPublic(talk));
  const line = ordered(current, "hand", draft.heard).map(({ talk }) => talk);
  return timetable(line, draft.itemStartsAt, draft.zone).flatMap(({ talk, start }, index) =>
    changeTo(talk, { ...talk, place: index + 1, start: isOver(talk) ? talk.start : start }),
  );
}

/**
 * After somebody has withdrawn, or has fewer minutes: who waits moves up in order. Before the release they are registered with room,
 * afterwards they come into the programme at its end. The talks given are as they are after the withdrawal.
 */
export function moveUp(draft: Draft, edition: number): readonly Change[] {
  const moved = movingUp(draft.talks, draft.budget);
  if (edition === 0) return moved.map((before) => ({ before, after: { ...before, state: "requested" }, tell: "promoted" }));
  const last = Math.max(0, ...draft.talks.map((talk) => talk.place ?? 0));
  const promoted = new Map(moved.map((talk, index) => [talk.id, { ...talk, state: "programmed" as const, place: last + index + 1 }]));
  const talks = draft.talks.map((talk) => promoted.get(talk.id) ?? talk);
  const changes = new Map(retime({ ...draft, talks }).map((change) => [change.before.id, change.after]));
  return draft.talks.flatMap((before): readonly Change[] => {
    const after = changes.get(before.id) ?? promoted.get(before.id);
    if (!after) return [];
    return promoted.has(before.id) ? [{ before, after, tell: "promoted" }] : changeTo(before, after);
  });
}

/** Two talks of the programme change places; nothing where one of them is not in it any more. */
export function swap(draft: Draft, one: string, other: string): readonly Change[] {
  const [a, b] = [one, other].map((id) => draft.talks.find((talk) => talk.id === id && isInProgramme(talk)));
  if (!a || !b || a === b) return [];
  const talks = draft.talks.map((talk) =>
    talk === a ? { ...a, place: b.place, swapWithId: null } : talk === b ? { ...b, place: a.place, swapWithId: null } : talk,
  );
  const after = new Map([...talks.map((talk) => [talk.id, talk] as const), ...retime({ ...draft, talks }).map((it) => [it.after.id, it.after] as const)]);
  return draft.talks.flatMap((before): readonly Change[] => {
    const now = after.get(before.id) ?? before;
    // Both who swap hear it in their own card; others hear of a new start.
    if (before === a || before === b) return [{ before, after: now, tell: null }];
    return changeTo(before, now);
  });
}

export type Outcome = "held" | "later" | "missed";

/** The next talk to be called: the first of the programme that is neither over nor the present one. */
export function upNext(talks: readonly Talk[], currentId: string | null): Talk | undefined {
  const line = ordered(talks.filter(isInProgramme), "hand", new Set()).map(({ talk }) => talk);
  return line.find((talk) => talk.id !== currentId);
}

/** What a step makes of the day; `talk` is the one it changed. */
export interface Stepped {
  readonly programme: Programme;
  readonly talk?: Talk;
}

/**
 * One step on the day: the present talk was held, is called later (it goes to the end), or was not held and keeps its claim for the next
 * meeting; the next one begins. Without a present talk the first one begins.
 */
export function step(programme: Programme, talks: readonly Talk[], what: Outcome, now: Date): Stepped {
  const current = talks.find((talk) => talk.id === programme.currentId && isInProgramme(talk));
  const last = Math.max(0, ...talks.map((talk) => talk.place ?? 0));
  const after: Talk | undefined = current && {
    ...current,
    ...(what === "later" ? { place: last + 1 } : { state: what, claim: what === "missed" }),
  };
  const left = talks.map((talk) => (talk === current && after ? after : talk));
  const next = upNext(left, current?.id ?? null) ?? (after && isInProgramme(after) ? after : undefined);
  const was: Step = {
    currentId: programme.currentId,
    startedAt: programme.startedAt?.toISOString() ?? null,
    talk: current ? { id: current.id, state: current.state, place: current.place, claim: current.claim } : null,
  };
  return {
    programme: { ...programme, currentId: next?.id ?? null, startedAt: next ? now : null, past: JSON.stringify([...stepsOf(programme), was]) },
    ...(after ? { talk: after } : {}),
  };
}

const stepsOf = ({ past }: Pick<Programme, "past">): readonly Step[] => (past ? JSON.parse(past) : []);

/** The last step taken back, whatever it was; undefined where there was none. A talk withdrawn meanwhile stays so, and nobody's place is taken. */
export function stepBack(programme: Programme, talks: readonly Talk[]): Stepped | undefined {
  const was = stepsOf(programme).at(-1);
  if (!was) return undefined;
  const talk = talks.find((it) => it.id === was.talk?.id && isPublic(it));
  const free = !talks.some((it) => it !== talk && it.place === was.talk?.place);
  const again = talk && was.talk ? { ...talk, state: was.talk.state, claim: was.talk.claim, place: free ? was.talk.place : talk.place } : undefined;
  const isThere = (id: string | null): boolean => id === null || talks.some((it) => it.id === id && (it.id === again?.id || isInProgramme(it)));
  const startedAt = was.startedAt ? new Date(was.startedAt) : null;
  const present = isThere(was.currentId) ? { currentId: was.currentId, startedAt } : { currentId: null, startedAt: null };
  return {
    programme: { ...programme, ...present, past: JSON.stringify(stepsOf(programme).slice(0, -1)) },
    ...(again ? { talk: again } : {}),
  };
}

/** Whether a step can be taken back. */
export const canStepBack = (programme: Programme): boolean => stepsOf(programme).length > 0;
