// What the office is asked when it merges a question or does not admit it (K23.3).
import type { Known } from "../command.ts";
import type { Field, Form } from "../form.ts";
import { clip } from "../help/pieces.ts";
import { wish } from "../wish.ts";
import type { HeldQuestion } from "./held.ts";
import { about, coded } from "./list-parts.ts";
import { type Question, refusalRules } from "./model.ts";
import { targetsOf } from "./moderate-cards.ts";
import { questionCode } from "./parts.ts";
import { similarTo } from "./similar.ts";
import { longestHint } from "./wording.ts";

/** More choices nobody looks through; beyond them the number is entered. */
const mostChoices = 100;

export function rejectForm({ t }: Known, question: Question): Form {
  return {
    name: "question.reject",
    title: t("question.reject.title", { question: questionCode(question) }),
    submit: t("question.do.reject"),
    cancel: t("label.cancel"),
    wish: wish("question.reject", about(question)),
    fields: [
      {
        name: "rule",
        label: t("question.rule"),
        required: true,
        kind: { type: "one", options: refusalRules.map((rule) => ({ value: rule, label: t("question.refusal", { rule }) })) },
      },
      {
        name: "hint",
        label: t("question.reject.hint"),
        // Nobody can be told who asked without a name: they read it where everybody does.
        ...(question.named ? {} : { hint: t("question.reject.hintUnnamed") }),
        required: false,
        kind: { type: "text", max: longestHint, lines: "many" },
      },
    ],
  };
}

/** The similar ones first, then those to the same organisation, then all others by number. */
export function mergeForm(context: Known, { ledger, question }: HeldQuestion): Form {
  const { t } = context;
  const targets = targetsOf(question, ledger);
  const similar = similarTo(question, targets);
  const rank = (it: Question): number => (similar.includes(it) ? 0 : it.toId === question.toId ? 1 : 2);
  const options = [...targets]
    .sort((a, b) => rank(a) - rank(b) || a.number - b.number)
    .slice(0, mostChoices)
    .map((it) => ({ value: questionCode(it), label: clip(coded(context, it), 75) }));
  const all = options.length === targets.length;
  const byNumber: Field = {
    name: "number",
    label: t("question.merge.number"),
    hint: t("question.merge.numberHint"),
    required: false,
    kind: { type: "text", max: 10 },
  };
  return {
    name: "question.merge",
    title: t("question.merge.title", { question: questionCode(question) }),
    note: t("question.merge.note"),
    submit: t("question.do.merge"),
    cancel: t("label.cancel"),
    wish: wish("question.merge", about(question)),
    fields: [{ name: "into", label: t("question.merge.into"), required: all, kind: { type: "one", options } }, ...(all ? [] : [byNumber])],
  };
}
