// Withdrawing a question: one with a name by its number, one without by its receipt, which is entered in a window and nowhere else.
import { id, one, optional, text } from "../args.ts";
import { type Button, type Card, card } from "../card.ts";
import { command, type Known } from "../command.ts";
import { act } from "../help/pieces.ts";
import { ask, type Outcome, refuse, show, showOnce } from "../outcome.ts";
import { wish } from "../wish.ts";
import { wrong } from "./ask.ts";
import { doneButton } from "./ask-cards.ts";
import { receiptForm } from "./ask-forms.ts";
import { readReceipt } from "./ask-store.ts";
import { askersOf, type HeldQuestion, holds, ledgerHeld } from "./held.ts";
import type { Ledger } from "./ledger.ts";
import { tokensLeft } from "./limits.ts";
import { listButton } from "./list-parts.ts";
import type { Question } from "./model.ts";
import { carry } from "./moderate-change.ts";
import { ownHeld, shown } from "./own-held.ts";
import { openChoice, ownQuestions } from "./own-list.ts";
import { mayWithdraw } from "./own-rules.ts";
import { questionCode } from "./parts.ts";
import { decide, orphaned } from "./rules.ts";

export const withdraw = command({
  who: "linked",
  opens: holds,
  confides: true,
  args: { meeting: optional(id()), question: optional(text(60)), by: optional(one("receipt", "typed")), receipt: optional(text(60)), sent: optional(one("1")) },
  async run(context, args) {
    if (args.by === "typed" || (args.question !== undefined && readReceipt(args.question))) return receiptInChat(context);
    if (args.question === undefined) return args.by === "receipt" ? byReceipt(context, args) : which(context);
    const held = await ownHeld(context, args.question);
    if ("outcome" in held) return held.outcome;
    return mayWithdraw(held.ledger, held.question) ? shown(context, await withdrawNamed(context, held)) : shown(context, held);
  },
});

async function withdrawNamed(context: Known, held: HeldQuestion): Promise<HeldQuestion> {
  const after = await carry(context, held, { type: "withdraw" });
  if (!after) return held;
  const { seatId, meetingId, supplementTo } = held.question;
  // What was added in the round has used up nothing.
  if (seatId !== null && supplementTo === null) await giveBack(context, held.ledger, meetingId, seatId);
  return after;
}

async function giveBack(context: Known, { rules }: Ledger, meetingId: string, seatId: string): Promise<void> {
  const { used } = await tokensLeft(context, meetingId, seatId, rules.perSeat);
  const last = used.at(-1);
  if (last) context.desk.remove("Token", last);
}

/** The number is missing: the own questions to choose from, and the way for those without a name. */
async function which(context: Known): Promise<Outcome> {
  const { t } = context;
  const ledger = await ledgerHeld(context);
  if ("outcome" in ledger) return ledger.outcome;
  const own = (await ownQuestions(context, ledger)).filter((it) => mayWithdraw(ledger, it));
  const again = wish("question.withdraw", { meeting: ledger.meeting.id });
  return show(
    card(own.length > 0 ? "question.withdraw.which" : "question.withdraw.none", t("ask.withdraw.title"), {
      open: openChoice(context, own, t("do.question.withdraw"), "question.withdraw", again),
      text: t(own.length > 0 ? "ask.withdraw.text" : "ask.withdraw.none"),
      buttons: [receiptButton(context, ledger.meeting.id), { label: t("label.cancel"), wish: wish("step.cancel") }],
    }),
  );
}

const receiptButton = ({ t }: Known, meeting: string): Button => ({
  label: t("ask.receipt.enter"),
  wish: wish("question.withdraw", { meeting, by: "receipt" }),
  window: true,
});

/** A receipt that was typed where everything stays to be read is not used, and not repeated. */
export function receiptInChat(context: Known): Outcome {
  const { t, desk } = context;
  return refuse(
    "receipt",
    card("question.receipt.chat", t("ask.receipt.chat"), {
      text: t("ask.receipt.chat.text"),
      buttons: desk.meeting ? [receiptButton(context, desk.meeting.id), listButton(context, desk.meeting)] : [act(context, "help.show")],
    }),
  );
}

async function byReceipt(context: Known, args: { readonly receipt?: string | undefined; readonly sent?: string | undefined }): Promise<Outcome> {
  const { t, seal } = context;
  const ledger = await ledgerHeld(context);
  if ("outcome" in ledger) return ledger.outcome;
  if (!args.sent || context.by !== "form") return ask(receiptForm(context, ledger));
  const it = wish("question.withdraw", { meeting: ledger.meeting.id, by: "receipt" });
  const code = readReceipt(args.receipt ?? "");
  const kept = code === undefined ? undefined : seal(`receipt ${code}`);
  const question = kept === undefined ? undefined : ledger.questions.find(({ receipt }) => receipt === kept);
  if (!question) return wrong(context, it, { receipt: t(args.receipt ? "ask.receipt.bad" : "bad.empty") });
  if (!mayWithdraw(ledger, question)) return wrong(context, it, { receipt: t("ask.receipt.over") });
  await withdrawUnnamed(context, ledger, question);
  return showOnce(doneCard(context, question));
}

/**
 * No line of history and no message: their time would lead to whoever withdrew it. Those merged into it are received again in silence, and their
 * askers hear of them when the office decides anew.
 */
async function withdrawUnnamed(context: Known, ledger: Ledger, question: Question): Promise<void> {
  const after = decide(question, { type: "withdraw" });
  if (typeof after === "string") return;
  for (const it of [after, ...orphaned(after, ledger.questions)]) context.desk.put("Question", it);
  for (const { seatId } of await askersOf(context)) {
    const { used } = await tokensLeft(context, ledger.meeting.id, seatId, ledger.rules.perSeat);
    const named = ledger.questions.filter((it) => it.seatId === seatId && it.state !== "withdrawn" && it.supplementTo === null);
    // Only a seat that has asked something without a name gets something back for it.
    if (used.length > named.length) return giveBack(context, ledger, ledger.meeting.id, seatId);
  }
}

const doneCard = (context: Known, question: Question): Card =>
  card("question.withdrawn.unnamed", context.t("ask.title", { state: "withdrawn", question: questionCode(question) }), {
    text: context.t("ask.receipt.withdrawn"),
    buttons: [doneButton(context)],
  });
