// Carries out what was decided about a question: its row, those merged into it, and a word to everybody whose question changed with it.
import type { Known } from "../command.ts";
import { put, repaintQuestion, tellAsker } from "./change.ts";
import type { HeldQuestion } from "./held.ts";
import { type Ledger, withQuestions } from "./ledger.ts";
import type { Question } from "./model.ts";
import { repaintRound } from "./round-take.ts";
import { type Action, decide, mergedInto, orphaned } from "./rules.ts";

/** The ledger and the question as they are afterwards; undefined, and nothing written, where the state no longer allows it. */
export async function carry(context: Known, { ledger, question }: HeldQuestion, action: Action): Promise<HeldQuestion | undefined> {
  const after = decide(question, action);
  if (typeof after === "string" || after === question) return undefined;
  put(context, question, after);
  await tell(context, after);
  const changed = await follow(context, withQuestions(ledger, [after]), after);
  // What is admitted, or goes, once the round has begun changes what is still to come, or owed.
  if (ledger.round.state !== "none") await repaintRound(context, ledger.meeting.id);
  return { ledger: changed, question: after };
}

/** Those merged into a changed question: they go with it, or are received again where it no longer stands for them. Their askers hear of either. */
async function follow(context: Known, ledger: Ledger, changed: Question): Promise<Ledger> {
  const merged = mergedInto(changed.id, ledger.questions);
  const freed = orphaned(changed, ledger.questions);
  for (const after of freed)
    put(
      context,
      merged.find(({ id }) => id === after.id),
      after,
    );
  for (const it of freed.length > 0 ? freed : merged) await tell(context, it);
  return withQuestions(ledger, freed);
}

/** The card that is there changes at once; the message that makes somebody look comes in its time. */
async function tell(context: Known, question: Question): Promise<void> {
  await repaintQuestion(context, question);
  tellAsker(context, question);
}
