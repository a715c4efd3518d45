// The own question a gesture is about, how it is shown, and what is said where it is none.
import { type Card, card } from "../card.ts";
import type { Known } from "../command.ts";
import type { Meeting } from "../meeting/model.ts";
import { type Outcome, refuse, show } from "../outcome.ts";
import { wish } from "../wish.ts";
import { type HeldQuestion, isOwn, questionHeld } from "./held.ts";
import { listButton } from "./list-parts.ts";
import { ownCard } from "./own-cards.ts";
import { questionMatter } from "./parts.ts";

export const shown = (context: Known, { ledger, question }: HeldQuestion): Outcome => show(ownCard(context, ledger, question), questionMatter(question.id));

/** What is not public, and what does not exist, is told alike. */
export function unknown(context: Known): Outcome {
  const { meeting } = context.desk;
  return refuse("no_question", unknownCard(context, meeting));
}

const unknownCard = (context: Known, meeting: Meeting | undefined): Card =>
  card("question.unknown", context.t("ask.unknown.title"), {
    text: context.t("ask.unknown.text"),
    buttons: [meeting ? listButton(context, meeting) : undefined, { label: context.t("do.question.show"), wish: wish("question.show") }],
  });

/** One question with a name, of the sender or of whom they ask for. */
export async function ownHeld(context: Known, said: string | undefined): Promise<HeldQuestion | { readonly outcome: Outcome }> {
  const held = await questionHeld(context, said);
  if ("outcome" in held) return context.desk.meeting ? { outcome: unknown(context) } : held;
  return (await isOwn(context, held.question)) ? held : { outcome: unknown(context) };
}
