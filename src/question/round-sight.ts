// Everything that cards of the round show, read in one place: who is called, who comes next, what follows in writing and until when.
import { firstOpenDayFrom } from "../calendar.ts";
import type { Known } from "../command.ts";
import type { Outcome } from "../outcome.ts";
import type { View } from "../ports.ts";
import type { Member } from "../reader.ts";
import type { Task } from "../task/model.ts";
import { addDays, type Day } from "../time.ts";
import { ledgerHeld } from "./held.ts";
import { type Ledger, ledgerOf, orderingOf, withQuestions } from "./ledger.ts";
import type { Question } from "./model.ts";
import { questionCode } from "./parts.ts";
import { currentOf, type Floor, nextOf, type Parts, partsOf, type Stepped, tallyOf } from "./steps.ts";

/** Days after the meeting by which written answers are proposed. */
const writing = 14;

export interface RoundSight {
  readonly ledger: Ledger;
  readonly floor: Floor;
  readonly current: Question | undefined;
  readonly next: Question | undefined;
  readonly parts: Parts;
  readonly tally: ReturnType<typeof tallyOf>;
  /** Tasks to answer questions of this meeting in writing. */
  readonly tasks: readonly Task[];
  /** Questions owed in writing that no task has been made of. */
  readonly untasked: readonly Question[];
  /** By when answers are to be written: as the tasks have it, else as it is proposed. */
  readonly due: Day;
}

export async function sightOf(view: View, { calendar }: Pick<Member, "calendar">, ledger: Ledger): Promise<RoundSight> {
  const floor: Floor = { round: ledger.round, questions: ledger.questions, ordering: orderingOf(ledger) };
  const parts = partsOf(floor);
  const codes = [...parts.written, ...parts.waiting].map(questionCode);
  const tasks = codes.length > 0 ? await view.find("Task", { question: codes }) : [];
  const made = new Set(tasks.map(({ question }) => question));
  const proposed = firstOpenDayFrom(addDays(ledger.meeting.day, writing), calendar);
  return {
    ledger,
    floor,
    current: currentOf(floor),
    next: nextOf(floor),
    parts,
    tally: tallyOf(floor),
    tasks,
    untasked: parts.written.filter((it) => it.state === "owed" && !made.has(questionCode(it))),
    due:
      tasks
        .map(({ due }) => due)
        .sort()
        .at(-1) ?? proposed,
  };
}

/** The same after a step. */
export const after = (context: Known, { ledger }: RoundSight, { round, changed }: Stepped): Promise<RoundSight> =>
  sightOf(context.desk, context, { ...withQuestions(ledger, changed), round });

/**
 * The round a gesture is about, that of the meeting on the desk. Where no meeting was named and today's has run over its end, its round is still the
 * one people mean: `held` is false then, and it is only looked at; the buttons of its cards name it.
 */
export async function roundHeld(
  context: Known,
  meeting: string | undefined,
): Promise<(RoundSight & { readonly held: boolean }) | { readonly outcome: Outcome }> {
  const over = meeting === undefined ? await stillRunning(context) : undefined;
  if (over) return { ...(await sightOf(context.desk, context, over)), held: false };
  const ledger = await ledgerHeld(context);
  if ("outcome" in ledger) return ledger;
  return { ...(await sightOf(context.desk, context, ledger)), held: true };
}

async function stillRunning({ desk, today, alliance }: Known): Promise<Ledger | undefined> {
  if (desk.meeting?.day === today) return undefined;
  const rounds = await desk.find("Round", { state: ["running", "paused"] });
  if (rounds.length === 0) return undefined;
  const [meeting] = await desk.find("Meeting", { id: rounds.map(({ meetingId }) => meetingId), state: "invited", day: today });
  return meeting && ledgerOf(desk, meeting, alliance);
}
