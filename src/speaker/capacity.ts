// How many talks the item's minutes hold: who has room, who waits, who moves up; pure.
import type { Talk } from "./model.ts";

/** What the minutes are counted by. */
export type Claim = Pick<Talk, "id" | "minutes" | "state" | "late" | "claim" | "requestedAt" | "draft">;

export const isInProgramme = ({ state }: Pick<Claim, "state">): boolean => state === "programmed" || state === "confirmed";
/** Called on the day, whether it was held or not. */
export const isOver = ({ state }: Pick<Claim, "state">): boolean => state === "held" || state === "missed";
/** Everybody may read of it. */
export const isPublic = (talk: Pick<Claim, "state">): boolean => isInProgramme(talk) || isOver(talk);

/** Takes minutes of the item: registered in time with room, or in the programme. What the office has left out in its draft gives them back. */
export const takesMinutes = ({ state, draft }: Pick<Claim, "state" | "draft">): boolean => (state === "requested" && draft !== "out") || isPublic({ state });

export const minutesTaken = (talks: readonly Claim[]): number => talks.reduce((sum, talk) => sum + (takesMinutes(talk) ? talk.minutes : 0), 0);

/** The waiting list in its order: in time before late, who was promised the first word before the others, then as they came. */
export function waitingList<T extends Claim>(talks: readonly T[]): readonly T[] {
  const rank = (it: T): readonly number[] => [Number(it.late), Number(!it.claim), it.requestedAt.getTime()];
  return talks.filter((it) => it.state === "waiting").sort((a, b) => compare(rank(a), rank(b)) || (a.id < b.id ? -1 : 1));
}

/** The place in the waiting list, from 1; undefined for who does not wait. */
export function waitingPlace(talks: readonly Claim[], id: string): number | undefined {
  const index = waitingList(talks).findIndex((it) => it.id === id);
  return index < 0 ? undefined : index + 1;
}

/** A new talk has room, or waits: nobody overtakes who waits already, and a late one waits for the office in any case. */
export function register(talks: readonly Claim[], minutes: number, late: boolean, budget: number): "requested" | "waiting" {
  const free = budget - minutesTaken(talks);
  return !late && minutes <= free && !waitingList(talks).some((it) => !it.late) ? "requested" : "waiting";
}

/** Who moves up now that minutes are free: from the front, as long as the next one fits; late ones, and those the office has left out, never by themselves. */
export function movingUp<T extends Claim>(talks: readonly T[], budget: number): readonly T[] {
  let free = budget - minutesTaken(talks);
  const moved: T[] = [];
  for (const talk of waitingList(talks)) {
    if (talk.draft === "out") continue;
    if (talk.late || talk.minutes > free) break;
    free -= talk.minutes;
    moved.push(talk);
  }
  return moved;
}

/** How many minutes a talk may have at most without taking anybody else's; for one without minutes of its own, as many as there are. */
export function minutesWithin(talks: readonly Claim[], talk: Pick<Claim, "id">, budget: number): number {
  const others = talks.filter(({ id }) => id !== talk.id);
  return Math.max(0, budget - minutesTaken(others));
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum || value - (b[index] ?? 0), 0);
}
