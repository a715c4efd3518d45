// What holds for questions: everybody reads the rules, the office sets them, opens and closes the intake, and moves a question by hand.
import { id, number, one, optional, text } from "../args.ts";
import { command, type Known } from "../command.ts";
import { ask, type Outcome, refuse, show } from "../outcome.ts";
import { isOrganiser } from "../roster/rules.ts";
import { put } from "./change.ts";
import { askersOf, type HeldQuestion, holds, ledgerHeld, looks, questionHeld } from "./held.ts";
import { inOrder, type Ledger, withQuestions } from "./ledger.ts";
import { showQuestion } from "./list-cards.ts";
import { type Question, type QuestionRules, type Round, roundOrders } from "./model.ts";
import { ownPlaces, placed } from "./order.ts";
import { repaintRound } from "./round-take.ts";
import { isWaiting } from "./rules.ts";
import { mostPerSeat, mostSupplements, placeCard, placeForm, rulesCard, rulesForm } from "./settings-cards.ts";
import { isUnderWay } from "./steps.ts";

const sent = optional(one("1"));

const rules = command({
  who: "linked",
  // One row of the alliance: whoever saves last has said what holds, and reading makes nobody wait.
  opens: looks,
  args: {
    meeting: optional(id()),
    edit: optional(one("1")),
    perSeat: optional(number(1, mostPerSeat)),
    supplements: optional(number(0, mostSupplements)),
    shown: optional(one("yes", "no")),
    order: optional(one(...roundOrders)),
    sent,
  },
  async run(context, args) {
    const ledger = await ledgerHeld(context);
    if ("outcome" in ledger) return ledger.outcome;
    const before = ledger.rules;
    // Everybody reads the rules, whatever else somebody sends along.
    if (!isOrganiser(context.person) || (!args.edit && !args.sent)) return present(context, ledger);
    if (isUnderWay(ledger.round)) return refuse("running", await cardOf(context, ledger));
    if (!args.sent) return ask(rulesForm(context, ledger, before));
    const after: QuestionRules = {
      ...before,
      perSeat: args.perSeat ?? before.perSeat,
      supplements: args.supplements ?? before.supplements,
      showSupport: args.shown === undefined ? before.showSupport : args.shown === "yes",
      order: args.order ?? before.order,
    };
    context.desk.put("QuestionRules", after);
    return present(context, { ...ledger, rules: after });
  },
});

const cardOf = async (context: Known, ledger: Ledger) => rulesCard(context, ledger, (await askersOf(context)).length > 0 && ledger.round.intake === "open");
const present = async (context: Known, ledger: Ledger): Promise<Outcome> => show(await cardOf(context, ledger));

const intake = command({
  who: "organiser",
  opens: holds,
  args: { meeting: optional(id()), to: one("open", "paused", "closed") },
  async run(context, args) {
    const ledger = await ledgerHeld(context);
    if ("outcome" in ledger) return ledger.outcome;
    const round: Round = { ...ledger.round, intake: args.to };
    if (args.to !== ledger.round.intake) context.desk.put("Round", round);
    return present(context, { ...ledger, round });
  },
});

const move = command({
  who: "organiser",
  opens: holds,
  args: {
    meeting: optional(id()),
    question: optional(text(60)),
    /** Counted from 1. */
    place: optional(number(1, 9999)),
    /** Back to where the rules put it. */
    rule: optional(one("1")),
    /** The place is entered. */
    choose: optional(one("1")),
    sent,
  },
  async run(context, args) {
    const held = await questionHeld(context, args.question);
    if ("outcome" in held) return held.outcome;
    const { ledger, question } = held;
    const order = inOrder(ledger);
    const places = ownPlaces(order);
    // What is not called any more, and what follows another question, has no place to change.
    if (!isWaiting(question) || !places.some(({ id }) => id === question.id)) return showQuestion(context, held);
    if (args.rule) return moved(context, held, question.place === null ? [] : [{ ...question, place: null }]);
    if (args.place !== undefined) return moved(context, held, placed(order, question, args.place));
    return args.choose ? ask(placeForm(context, question, places.length)) : show(placeCard(context, ledger, question));
  },
});

/** Each place that has changed stands in the history, and the list names whatever stands where no rule puts it. */
async function moved(context: Known, { ledger, question }: HeldQuestion, changed: readonly Question[]): Promise<Outcome> {
  for (const after of changed)
    put(
      context,
      ledger.questions.find(({ id }) => id === after.id),
      after,
    );
  if (changed.length > 0 && isUnderWay(ledger.round)) await repaintRound(context, ledger.meeting.id);
  return show(placeCard(context, withQuestions(ledger, changed), changed.find(({ id }) => id === question.id) ?? question));
}

export const rulesCommands = { "question.rules": rules, "question.intake": intake, "question.move": move };
