// In which order the round calls the questions: round-robin over the council groups, by support, or in blocks; always the same for the same rows.
import type { Question, RoundOrder } from "./model.ts";

export interface Ordering {
  readonly by: RoundOrder;
  /** The groups in the order in which they take turns, the first one first; questions without a name are one more group behind them. */
  readonly groups: readonly string[];
  /** Organisations asked, and objectives, in the order of their blocks; what is not named comes last. */
  readonly addressees: readonly string[];
  readonly objectives: readonly string[];
  readonly support: (id: string) => number;
}

/** Ties: the lower number first. */
const byNumber = (a: Question, b: Question): number => a.number - b.number;

/** The groups with another one in front at every meeting: `turn` counts the alliance's meetings before this one. */
export function rotated(groups: readonly string[], turn: number): readonly string[] {
  const first = groups.length === 0 ? 0 : turn % groups.length;
  return [...groups.slice(first), ...groups.slice(0, first)];
}

/**
 * The questions in the order of the round. Whatever the order, supplementary questions follow theirs, and those the office has moved by hand stand
 * at their place.
 */
export function orderOf(questions: readonly Question[], ordering: Ordering): readonly Question[] {
  const ids = new Set(questions.map(({ id }) => id));
  const isSupplement = ({ supplementTo }: Question): boolean => supplementTo !== null && ids.has(supplementTo);
  const own = questions.filter((it) => !isSupplement(it));
  const placed = byHand(arranged(own, ordering));
  const supplements = questions.filter(isSupplement).sort(byNumber);
  const behind = (it: Question): readonly Question[] => [it, ...supplements.filter(({ supplementTo }) => supplementTo === it.id).flatMap(behind)];
  return placed.flatMap(behind);
}

function arranged(questions: readonly Question[], ordering: Ordering): readonly Question[] {
  switch (ordering.by) {
    case "rotation":
      return inTurns(questions, ordering.groups);
    case "addressee":
      return inBlocks(questions, ordering.addressees, ({ toId }) => toId).flatMap((block) => inTurns(block, ordering.groups));
    case "objective":
      return inBlocks(questions, ordering.objectives, ({ objectiveId }) => objectiveId).flatMap((block) => inTurns(block, ordering.groups));
    case "support": {
      const turns = inTurns(questions, ordering.groups);
      const supportOf = new Map(turns.map(({ id }) => [id, ordering.support(id)]));
      // Equals keep the turn they have among the groups.
      return [...turns].sort((a, b) => (supportOf.get(b.id) ?? 0) - (supportOf.get(a.id) ?? 0));
    }
  }
}

/** Every group once, then every group that has more once again; within a group the lower number first. */
function inTurns(questions: readonly Question[], groups: readonly string[]): readonly Question[] {
  const known = new Set(groups);
  const others = [...new Set(questions.flatMap(({ organisationId: it }) => (it !== null && !known.has(it) ? [it] : [])))].sort();
  const queues = [...groups, ...others, null].map((group) => questions.filter(({ organisationId }) => organisationId === group).sort(byNumber));
  const most = Math.max(0, ...queues.map(({ length }) => length));
  return Array.from({ length: most }, (_, turn) => queues.flatMap((queue) => queue[turn] ?? [])).flat();
}

function inBlocks(questions: readonly Question[], names: readonly string[], nameOf: (it: Question) => string | null): readonly (readonly Question[])[] {
  const rank = (it: Question): number => {
    const at = names.indexOf(nameOf(it) ?? "");
    return at < 0 ? names.length : at;
  };
  return Array.from({ length: names.length + 1 }, (_, at) => questions.filter((it) => rank(it) === at));
}

/** What was moved by hand stands at its place, the lowest place first; all others keep their order around it. */
function byHand(questions: readonly Question[]): readonly Question[] {
  const result = questions.filter(({ place }) => place === null);
  const moved = questions.filter(({ place }) => place !== null).sort((a, b) => (a.place ?? 0) - (b.place ?? 0) || byNumber(a, b));
  for (const it of moved) result.splice(Math.min((it.place ?? 1) - 1, result.length), 0, it);
  return result;
}

/**
 * What changes when the office puts a question at a place, counted from 1: it stands there, and all others keep their order around it. `order`
 * is the order so far. Others that stand at a place by hand move on by one where it passes them. Supplementary questions follow theirs.
 */
export function placed(order: readonly Question[], question: Question, place: number): readonly Question[] {
  const own = ownPlaces(order);
  const others = own.filter(({ id }) => id !== question.id);
  if (others.length === own.length) return [];
  const at = Math.max(0, Math.min(place - 1, others.length));
  const after = [...others.slice(0, at), question, ...others.slice(at)];
  return after.flatMap((it, index) => {
    const moved = it.id === question.id || (it.place !== null && own[index]?.id !== it.id);
    return moved && it.place !== index + 1 ? [{ ...it, place: index + 1 }] : [];
  });
}

/** Those that have a place of their own: supplementary questions stand behind theirs. */
export function ownPlaces(order: readonly Question[]): readonly Question[] {
  const ids = new Set(order.map(({ id }) => id));
  return order.filter(({ supplementTo }) => supplementTo === null || !ids.has(supplementTo));
}
