// A step of the round taken: rows, history, and every card that shows where the round stands.
import { id, number, optional } from "../args.ts";
import type { Known, Read } from "../command.ts";
import { repaintBoards, repaintMatter } from "../meeting/live.ts";
import type { Shown } from "../notice/model.ts";
import { type Outcome, show } from "../outcome.ts";
import { sameRef } from "../ports.ts";
import { put, repaintQuestion } from "./change.ts";
import { roundMatter } from "./parts.ts";
import { controlCard } from "./round-control.ts";
import { after, type RoundSight } from "./round-sight.ts";
import { type Stepped, stepsOf } from "./steps.ts";

/** What every button about the round carries of the state it was shown with: the question that was called, and how many steps there had been. */
export const carried = { meeting: optional(id()), current: optional(id()), at: optional(number(0, 9999)) };

/** Pressed twice, or on an older card. */
export const isOld = ({ floor, current }: RoundSight, said: Pick<Read<typeof carried>, "current" | "at">): boolean =>
  (said.current !== undefined && said.current !== (current?.id ?? "none")) || (said.at !== undefined && said.at !== stepsOf(floor.round));

/** Where the round stands, with what can be done now. */
export const present = (context: Known, sight: RoundSight): Outcome => show(controlCard(context, sight), roundMatter(sight.ledger.meeting.id));

/** Puts a step down; whoever looks at the round sees it, and so does whoever looks at a question it changed. Returns the round after it. */
export async function take(context: Known, sight: RoundSight, step: Stepped): Promise<RoundSight> {
  context.desk.put("Round", step.round);
  for (const question of step.changed) {
    const before = sight.ledger.questions.find(({ id }) => id === question.id);
    put(context, before, question);
    if (before) await repaintQuestion(context, question);
  }
  await repaintRound(context, sight.ledger.meeting.id);
  return after(context, sight, step);
}

/** Everybody who looks at a meeting's round sees it as it is now: the channels' live cards, and the control cards but the one just pressed. */
export async function repaintRound(context: Known, meeting: string): Promise<void> {
  const painting = { matter: roundMatter(meeting), args: { meeting } };
  await repaintBoards(context, { ...painting, kind: "round.live" });
  await repaintMatter(context, { ...painting, kind: "round.control" }, ({ ref }: Shown) => sameRef(ref, context.card));
}
