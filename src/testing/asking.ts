// What tests of those who ask share: a meeting to ask for, the form in its window, questions with and without a name.
import { isOnce, type Outcome } from "../outcome.ts";
import type { Question } from "../question/model.ts";
import { onTheDay } from "./agreed.ts";
import { organisation } from "./examples.ts";
import type { SomeRows } from "./store.ts";
import { adding, newestMeeting, press } from "./tour.ts";
import type { World } from "./world.ts";

export const words = "Wie viele Teilzeitausbildungen sind 2027 in Krefeld geplant?";

/** The Jobcenter answers too, and is named like nobody else. */
export const withJobcenter = (rows: SomeRows): SomeRows =>
  adding(rows, { Organisation: [organisation({ id: "jobcenter", allianceId: "kba", nameDe: "Jobcenter", nameEn: "Job Centre", position: 30 })] });

/** 15 September 2026; everybody is invited to 7 October, questions are due by 23 September. */
export const beforeTheRound = (change: (rows: SomeRows) => SomeRows = (rows) => rows): Promise<World> => onTheDay((rows) => change(withJobcenter(rows)));

/** Opens the form in its window, as the button does. */
export const openForm = (world: World, who: string, args: Readonly<Record<string, string>> = {}): Promise<Outcome> =>
  press(world, who, "question.new", { meeting: newestMeeting(world), ...args });

export async function askNamed(world: World, who: string, more: Readonly<Record<string, string>> = {}): Promise<Question> {
  await openForm(world, who);
  await world.fill(who, { text: words, to: "agentur", name: "named", ...more });
  return lastOf(world, ({ named }) => named);
}

/** Asks without a name; the receipt is what the window shows. */
export async function askUnnamed(world: World, who: string, more: Readonly<Record<string, string>> = {}): Promise<{ question: Question; receipt: string }> {
  const before = new Set(world.store.rows("Question").map(({ id }) => id));
  await openForm(world, who);
  const outcome = await world.fill(who, { text: words, to: "agentur", name: "unnamed", ...more });
  return { question: lastOf(world, ({ id }) => !before.has(id)), receipt: receiptIn(outcome) };
}

function lastOf(world: World, which: (it: Question) => boolean): Question {
  const found = world.store.rows("Question").filter(which).at(-1);
  if (!found) throw new Error(`No such question, but: ${JSON.stringify(world.store.rows("Question"))}`);
  return found;
}

function receiptIn(outcome: Outcome): string {
  const found = isOnce(outcome) ? /Q-\w{4}-\w{4}/.exec(JSON.stringify(outcome))?.[0] : undefined;
  if (!found) throw new Error(`No receipt in ${JSON.stringify(outcome)}`);
  return found;
}

/** Enters a receipt in its window. */
export async function withdrawBy(world: World, who: string, receipt: string): Promise<Outcome> {
  await press(world, who, "question.withdraw", { meeting: newestMeeting(world), by: "receipt" });
  return world.fill(who, { receipt });
}
