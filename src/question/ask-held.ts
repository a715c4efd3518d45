// Whether a question can be taken now, and from whom: the meeting, the intake, the right to ask, the limit, the deadline, in this order.
import type { Known } from "../command.ts";
import { type Outcome, refuse, show, showOnce } from "../outcome.ts";
import type { Wish } from "../wish.ts";
import { begunCard, intakeCard, lateCard, limitCard, notAllowedCard } from "./ask-cards.ts";
import { type Asker, askersOf, ledgerHeld } from "./held.ts";
import type { Ledger } from "./ledger.ts";
import { tokensLeft } from "./limits.ts";
import { hasBegun, isLate } from "./own-rules.ts";

export interface Asking {
  readonly ledger: Ledger;
  /** For whom the sender may ask; never empty. */
  readonly askers: readonly Asker[];
}

interface Wanted {
  /** What was typed already: whoever may not ask can hand it to the office all the same. */
  readonly text?: string | undefined;
  /** The deadline has been named and the question shall be entered all the same. */
  readonly late?: string | undefined;
  readonly sent?: string | undefined;
}

/** `onward`: what to wish when the deadline does not matter. */
export async function askingHeld(context: Known, wanted: Wanted, onward: (ledger: Ledger) => Wish): Promise<Asking | { readonly outcome: Outcome }> {
  const ledger = await ledgerHeld(context);
  if ("outcome" in ledger) return ledger;
  const { intake } = ledger.round;
  if (hasBegun(context, ledger)) return { outcome: refuse("too_late", begunCard(context, ledger)) };
  if (intake !== "open") return { outcome: refuse(intake, intakeCard(context, ledger)) };
  const askers = await askersOf(context);
  const [only] = askers;
  // What was entered in a window stays there, also where the right was lost while it was open.
  if (!only) return { outcome: refuse("no_right", notAllowedCard(context, ledger, wanted.sent ? undefined : wanted.text)) };
  // What has been sent is told what is wrong with it inside the window.
  if (wanted.sent) return { ledger, askers };
  const reached = askers.length === 1 ? await limitReached(context, ledger, only) : undefined;
  if (reached) return { outcome: reached };
  if (isLate(context, ledger) && !wanted.late) return { outcome: show(lateCard(context, ledger, onward(ledger))) };
  return { ledger, askers };
}

/** K22.4. That a seat has asked without a name may only be seen in a window; where none opens by itself, the form says what is left. */
async function limitReached(context: Known, ledger: Ledger, asker: Asker): Promise<Outcome | undefined> {
  const { used, left } = await tokensLeft(context, ledger.meeting.id, asker.seatId, ledger.rules.perSeat);
  if (left.length > 0) return undefined;
  const named = ledger.questions.filter(({ seatId, state }) => seatId === asker.seatId && state !== "withdrawn");
  if (named.length >= used.length) return refuse("limit", limitCard(context, ledger, named));
  return context.by === "button" ? showOnce(limitCard(context, ledger, [])) : undefined;
}
