// Supporting a question, and taking that back: seats of politics, one voice for each person whatever account they use, and none against.
import { id, one, optional, text } from "../args.ts";
import { type Card, card } from "../card.ts";
import { command, type Known } from "../command.ts";
import type { Form } from "../form.ts";
import { clip } from "../help/pieces.ts";
import { ask, refuse } from "../outcome.ts";
import { personLabel } from "../reader.ts";
import { wish } from "../wish.ts";
import { type Asker, askersOf, type HeldQuestion, looks, questionHeld } from "./held.ts";
import type { Ledger } from "./ledger.ts";
import { showQuestion } from "./list-cards.ts";
import { about, listButton } from "./list-parts.ts";
import type { Question, Vote } from "./model.ts";
import { questionCode } from "./parts.ts";
import { isWaiting, mergedInto } from "./rules.ts";

/** Only looking: a voice is a row of its own, and its key keeps it one however many are given at once. */
export const support = command({
  who: "linked",
  opens: looks,
  args: { meeting: optional(id()), question: optional(text(60)), on: one("yes", "no"), for: optional(id()) },
  async run(context, args) {
    const held = await questionHeld(context, args.question);
    if ("outcome" in held) return held.outcome;
    const askers = await askersOf(context);
    if (askers.length === 0) return refuse("no_right", refusedCard(context, held.ledger));
    if (!isWaiting(held.question)) return showQuestion(context, held);
    // A secretariat says for whom each time: the same button twice may not speak for the next one.
    const asker = askers.length > 1 ? askers.find(({ person }) => person.id === args.for) : askers[0];
    if (!asker) return ask(whoseForm(context, held.question, askers, args.on));
    return showQuestion(context, { ...held, ledger: given(context, held, asker.person.id, args.on === "yes") });
  },
});

/** The ledger with the voice as it is now. What was given for a question merged into this one counts here, and is taken back here. */
function given({ desk, alliance }: Known, { ledger, question }: HeldQuestion, personId: string, on: boolean): Ledger {
  const group = [question, ...mergedInto(question.id, ledger.questions)].map((it) => it.id);
  const own = ledger.votes.filter((it) => it.personId === personId && group.includes(it.questionId));
  if (on && own.length > 0) return ledger;
  if (!on) {
    for (const vote of own) desk.remove("Vote", vote);
    return { ...ledger, votes: ledger.votes.filter((it) => !own.includes(it)) };
  }
  const vote: Vote = { questionId: question.id, personId, allianceId: alliance.id };
  desk.put("Vote", vote);
  return { ...ledger, votes: [...ledger.votes, vote] };
}

function whoseForm(context: Known, question: Question, askers: readonly Asker[], on: "yes" | "no"): Form {
  const { t } = context;
  return {
    name: "question.support.for",
    title: t("question.support.title", { question: questionCode(question) }),
    submit: t(on === "yes" ? "question.do.support" : "question.support.submit"),
    cancel: t("label.cancel"),
    wish: wish("question.support", { ...about(question), on }),
    fields: [
      {
        name: "for",
        label: t("question.support.for"),
        required: true,
        kind: {
          type: "one",
          options: askers.map(({ person, organisation }) => ({ value: person.id, label: clip(personLabel(context, person, organisation), 75) })),
        },
      },
    ],
  };
}

const refusedCard = (context: Known, { meeting }: Ledger): Card =>
  card("question.support.refused", context.t("question.support.refused"), {
    text: context.t("question.support.refusedText"),
    buttons: [listButton(context, meeting)],
  });
