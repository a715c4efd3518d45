// The office looks at one question after the other: admits it, merges it into another one, does not admit it, or takes that back.
import { id, one, optional, text } from "../args.ts";
import { command, type Known } from "../command.ts";
import { badInput } from "../help/cards.ts";
import { ask, type FieldErrors, type Outcome, refuse } from "../outcome.ts";
import { wish } from "../wish.ts";
import { type HeldQuestion, holds, ledgerHeld, looks, questionHeld } from "./held.ts";
import { about } from "./list-parts.ts";
import { refusalRules } from "./model.ts";
import { nothingLeft, present, queueOf, targetsOf } from "./moderate-cards.ts";
import { carry } from "./moderate-change.ts";
import { mergeForm, rejectForm } from "./moderate-forms.ts";
import { noteCommands } from "./moderate-notes.ts";
import { findQuestion } from "./parts.ts";
import { type Action, allows, mayUndo, mergedInto } from "./rules.ts";
import { longestHint } from "./wording.ts";

const which = { meeting: optional(id()), question: optional(text(60)) };
const sent = optional(one("1"));

const review = command({
  who: "organiser",
  opens: looks,
  /** `after`: the one that is left for later. */
  args: { ...which, after: optional(text(60)) },
  async run(context, args) {
    if (args.question !== undefined) {
      const held = await questionHeld(context, args.question);
      return "outcome" in held ? held.outcome : present(context, held);
    }
    const ledger = await ledgerHeld(context);
    if ("outcome" in ledger) return ledger.outcome;
    const queue = queueOf(ledger);
    const next = queue[(queue.findIndex((it) => it.id === args.after) + 1) % Math.max(1, queue.length)];
    return next ? present(context, { ledger, question: next }) : nothingLeft(context, ledger);
  },
});

/** Decided, or as somebody else has left it meanwhile: either way the question as it stands now. */
const decided = async (context: Known, held: HeldQuestion, action: Action): Promise<Outcome> => present(context, (await carry(context, held, action)) ?? held);

const admit = command({
  who: "organiser",
  opens: holds,
  args: which,
  async run(context, args) {
    const held = await questionHeld(context, args.question);
    return "outcome" in held ? held.outcome : decided(context, held, { type: "admit", on: context.today, over: held.ledger.round.state === "ended" });
  },
});

const wrong = (context: Known, { question }: HeldQuestion, name: "question.merge" | "question.reject", fields: FieldErrors): Outcome =>
  refuse("bad_input", badInput(context, wish(name, about(question)), Object.values(fields)[0] ?? ""), context.by === "form" ? fields : undefined);

const merge = command({
  who: "organiser",
  opens: holds,
  args: { ...which, into: optional(text(60)), number: optional(text(10)), sent },
  async run(context, args) {
    const held = await questionHeld(context, args.question);
    if ("outcome" in held) return held.outcome;
    const { ledger, question } = held;
    const targets = targetsOf(question, ledger);
    // What the round has just called is not taken away from under it.
    if (!allows(question, "merge") || targets.length === 0 || ledger.round.currentId === question.id) return present(context, held);
    const said = args.number ?? args.into;
    if (said === undefined) return args.sent ? wrong(context, held, "question.merge", { into: context.t("bad.empty") }) : ask(mergeForm(context, held));
    const found = await findQuestion(context.desk, said);
    const into = targets.find((it) => it.id === found?.id);
    if (into) return decided(context, held, { type: "merge", into, held: mergedInto(question.id, ledger.questions).length });
    // Pressed, the other question has moved on since the card was drawn; entered, it may be another number.
    return args.sent ? wrong(context, held, "question.merge", { [args.number ? "number" : "into"]: context.t("question.merge.bad") }) : present(context, held);
  },
});

const reject = command({
  who: "organiser",
  opens: holds,
  args: { ...which, rule: optional(one(...refusalRules)), hint: optional(text(longestHint, "many")), sent },
  async run(context, args) {
    const held = await questionHeld(context, args.question);
    if ("outcome" in held) return held.outcome;
    if (!allows(held.question, "reject")) return present(context, held);
    if (!args.sent) return ask(rejectForm(context, held.question));
    if (!args.rule) return wrong(context, held, "question.reject", { rule: context.t("bad.empty") });
    return decided(context, held, { type: "reject", rule: args.rule, hint: args.hint ?? null });
  },
});

const undo = command({
  who: "organiser",
  opens: holds,
  args: which,
  async run(context, args) {
    const held = await questionHeld(context, args.question);
    if ("outcome" in held) return held.outcome;
    return mayUndo(held.question, held.ledger) ? decided(context, held, { type: "undo" }) : present(context, held);
  },
});

export const moderationCommands = {
  "question.review": review,
  "question.admit": admit,
  "question.merge": merge,
  "question.reject": reject,
  "question.undo": undo,
  ...noteCommands,
};
