// In which order talks are given, and why: four orders that explain themselves, and the times that follow; pure.
import { type Clock, clockOf } from "../time.ts";
import type { Talk, TalkOrder } from "./model.ts";

/**
 * Why a talk stands where it stands: claim, was promised the first word · notHeard, heard: at the last meeting · asRequested ·
 * organisation, objective: the fewest talks of it so far · byHand.
 */
export type Reason = "claim" | "notHeard" | "heard" | "asRequested" | "organisation" | "objective" | "byHand";

export type Placed<T> = { readonly talk: T; readonly reason: Reason };

type Orderable = Pick<Talk, "id" | "organisationId" | "objectiveId" | "requestedAt" | "claim" | "place" | "minutes">;

/** Organisations that spoke at the last meeting with talks (rotation). */
export type Heard = ReadonlySet<string>;

const byRequest = (a: Orderable, b: Orderable): number => a.requestedAt.getTime() - b.requestedAt.getTime() || (a.id < b.id ? -1 : 1);

/** The same talks give the same order, whenever it is asked for. */
export function ordered<T extends Orderable>(talks: readonly T[], order: TalkOrder, heard: Heard): readonly Placed<T>[] {
  const inTurn = [...talks].sort(byRequest);
  switch (order) {
    case "request":
      return inTurn.map((talk) => ({ talk, reason: "asRequested" }));
    case "rotation":
      return rotated(inTurn, heard);
    case "balanced":
      return balanced(inTurn);
    case "hand":
      return byHand(inTurn);
  }
}

function rotated<T extends Orderable>(talks: readonly T[], heard: Heard): readonly Placed<T>[] {
  const reasonOf = (talk: T): Reason => (talk.claim ? "claim" : heard.has(talk.organisationId) ? "heard" : "notHeard");
  const rounds: readonly Reason[] = ["claim", "notHeard", "heard"];
  return rounds.flatMap((reason) => talks.filter((talk) => reasonOf(talk) === reason).map((talk) => ({ talk, reason })));
}

/** Each place goes to the organisation with the fewest talks so far, among those to the objective with the fewest, then as they came. */
function balanced<T extends Orderable>(talks: readonly T[]): readonly Placed<T>[] {
  const left = [...talks];
  const placed: Placed<T>[] = [];
  const count = (of: (talk: T) => unknown, talk: T): number => placed.filter((it) => of(it.talk) === of(talk)).length;
  const organisation = (talk: T) => talk.organisationId;
  const objective = (talk: T) => talk.objectiveId ?? talk.id;
  while (left.length > 0) {
    const fewest = Math.min(...left.map((talk) => count(organisation, talk)));
    const rare = left.filter((talk) => count(organisation, talk) === fewest);
    const rarest = Math.min(...rare.map((talk) => count(objective, talk)));
    const next = rare.find((talk) => count(objective, talk) === rarest) as T;
    const reason: Reason = next === left[0] ? "asRequested" : rare[0] === next ? "organisation" : "objective";
    placed.push({ talk: next, reason });
    left.splice(left.indexOf(next), 1);
  }
  return placed;
}

/** Places the office gave, then the others as they came. */
function byHand<T extends Orderable>(talks: readonly T[]): readonly Placed<T>[] {
  const given = talks.filter((talk) => talk.place !== null).sort((a, b) => (a.place ?? 0) - (b.place ?? 0) || byRequest(a, b));
  const rest = talks.filter((talk) => talk.place === null);
  return [...given.map((talk): Placed<T> => ({ talk, reason: "byHand" })), ...rest.map((talk): Placed<T> => ({ talk, reason: "asRequested" }))];
}

/** Each talk with the clock it begins at, the first one with the item. */
export function timetable<T extends Pick<Talk, "minutes">>(
  talks: readonly T[],
  itemStartsAt: Date,
  zone: string,
): readonly { readonly talk: T; readonly start: Clock }[] {
  let passed = 0;
  return talks.map((talk) => {
    const start = clockOf(new Date(itemStartsAt.getTime() + passed * 60_000), zone);
    passed += talk.minutes;
    return { talk, start };
  });
}
