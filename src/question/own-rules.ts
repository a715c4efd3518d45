// What whoever asked a question may still do with it, at this moment of its meeting.
import { endOfDay } from "../time.ts";
import type { Ledger } from "./ledger.ts";
import type { Question } from "./model.ts";
import { allows } from "./rules.ts";

interface Moment {
  readonly now: Date;
  readonly alliance: { readonly zone: string };
}
type Sight = Pick<Ledger, "meeting" | "round">;

export const hasBegun = ({ now }: Pick<Moment, "now">, { meeting }: Pick<Ledger, "meeting">): boolean => now >= meeting.startsAt;

/** After the deadline the office decides whether a question is taken. */
export const isLate = ({ now, alliance }: Moment, { meeting }: Pick<Ledger, "meeting">): boolean => now >= endOfDay(meeting.questionsBy, alliance.zone);

/** Until the round calls it. */
export const mayWithdraw = ({ round }: Pick<Sight, "round">, question: Question): boolean =>
  allows(question, "withdraw") && round.state !== "ended" && round.currentId !== question.id;

/** Until it is admitted; a refused one until the deadline. */
export const mayReword = (moment: Moment, ledger: Sight, question: Question): boolean =>
  question.named && allows(question, "reword") && !hasBegun(moment, ledger) && (question.state === "received" || !isLate(moment, ledger));

/** Once the meeting has begun, nobody looks at a decision again. */
export const mayRespond = (moment: Pick<Moment, "now">, ledger: Sight, question: Question): boolean =>
  question.named && allows(question, "again") && !hasBegun(moment, ledger);
