// What the office sees while it looks at questions one after the other (K23.1, K23.2), and what it has decided (K23.4).
import { type Button, type Card, card, type Element, type Fact } from "../card.ts";
import type { Known } from "../command.ts";
import { clip } from "../help/pieces.ts";
import { type Outcome, show } from "../outcome.ts";
import { objectiveName } from "../task/forms.ts";
import { wish } from "../wish.ts";
import type { HeldQuestion } from "./held.ts";
import type { Ledger } from "./ledger.ts";
import { about, coded, listButton, press, quoted, reviewButton, standWords } from "./list-parts.ts";
import type { Question } from "./model.ts";
import { addresseeName, groupName, questionCode, reviewMatter } from "./parts.ts";
import { isPublic, mayUndo, mergedInto } from "./rules.ts";
import { similarTo } from "./similar.ts";

/** What waits for the office: first what it is asked to look at again, then the lower number. */
export const queueOf = ({ questions }: Pick<Ledger, "questions">): readonly Question[] =>
  questions.filter(({ state }) => state === "received").sort((a, b) => Number(b.said === "again") - Number(a.said === "again") || a.number - b.number);

/** Those a question can be merged into: they are still to be decided or called, and belong to no other. None where others were merged into it. */
export function targetsOf(question: Question, { questions }: Pick<Ledger, "questions">): readonly Question[] {
  if (mergedInto(question.id, questions).length > 0) return [];
  return questions.filter(({ id, state }) => id !== question.id && ["received", "admitted", "assigned"].includes(state));
}

/** The question as it stands: to be decided, or with what was decided. */
export const present = (context: Known, { ledger, question }: HeldQuestion): Outcome =>
  show(question.state === "received" ? reviewCard(context, ledger, question) : decidedCard(context, ledger, question), reviewMatter(ledger.meeting.id));

function reviewCard(context: Known, ledger: Ledger, question: Question): Card {
  const { t } = context;
  const queue = queueOf(ledger);
  const similar = similarTo(
    question,
    ledger.questions.filter((it) => it.state === "received" || isPublic(it)),
  );
  const n = queue.findIndex(({ id }) => id === question.id) + 1;
  return card(question.named ? "question.moderation" : "question.moderation.unnamed", t("question.review.title", { n: String(n), all: String(queue.length) }), {
    facts: [
      { label: questionCode(question), value: aboutWords(context, ledger, question) },
      question.late || question.said === "again" ? { label: t("fact.state"), value: standWords(context, question) } : undefined,
      mergedFact(context, ledger, question),
      similar.length > 0 ? { label: t("question.review.similar"), value: similar.map((it) => coded(context, it)).join("; ") } : undefined,
    ],
    rows: [quoted(context, question.text), ...(question.background ? [t("question.background", { text: question.background })] : [])],
    open: otherChoice(context, ledger, question, similar),
    buttons: reviewButtons(context, ledger, question, { similar, others: queue.length > 1 }),
  });
}

/** "SPD-Fraktion, mit Namen · an Agentur für Arbeit · Ziel: Ausbildungsquote" */
function aboutWords(context: Known, ledger: Ledger, question: Question): string {
  const { t } = context;
  const objective = ledger.objectives.find(({ id }) => id === question.objectiveId);
  const from = question.named ? t("question.review.named", { group: groupName(context, ledger, question) }) : t("question.review.unnamed");
  return [
    from,
    t("question.review.to", { to: addresseeName(context, ledger, question) }),
    ...(objective ? [t("question.review.objective", { objective: objectiveName(context, objective) })] : []),
  ].join(" · ");
}

function mergedFact({ t }: Known, { questions }: Ledger, question: Question): Fact | undefined {
  const merged = mergedInto(question.id, questions);
  return merged.length > 0 ? { label: t("question.merged"), value: [question, ...merged].map(questionCode).join(", ") } : undefined;
}

const mergeButton = (context: Known, question: Question, into: Question | undefined): Button =>
  press(
    context,
    question,
    into ? context.t("question.do.mergeWith", { question: questionCode(into) }) : context.t("question.do.merge"),
    wish("question.merge", { ...about(question), ...(into ? { into: questionCode(into) } : {}) }),
  );

function reviewButtons(
  context: Known,
  ledger: Ledger,
  question: Question,
  { similar, others }: { readonly similar: readonly Question[]; readonly others: boolean },
): readonly (Button | undefined)[] {
  const { t } = context;
  const targets = targetsOf(question, ledger);
  const nearest = similar.find(({ id }) => targets.some((it) => it.id === id));
  return [
    press(context, question, t("question.do.admit"), wish("question.admit", about(question))),
    targets.length > 0 ? mergeButton(context, question, nearest) : undefined,
    press(context, question, t("question.do.reject"), wish("question.reject", about(question))),
    others
      ? press(context, question, t("question.do.later"), wish("question.review", { meeting: question.meetingId, after: question.id }))
      : listButton(context, ledger.meeting),
  ];
}

/** Where a button offers the most similar one, the others are a choice away. */
function otherChoice(context: Known, ledger: Ledger, question: Question, similar: readonly Question[]): Extract<Element, { type: "choice" }> | undefined {
  const { t } = context;
  const targets = targetsOf(question, ledger);
  const [nearest, next] = similar.filter(({ id }) => targets.some((it) => it.id === id));
  if (!nearest || targets.length < 2) return undefined;
  const option = (it: Question) => ({
    label: clip(coded(context, it), 75),
    wish: wish("question.merge", { ...about(question), into: questionCode(it) }),
  });
  return {
    type: "choice",
    label: t("question.review.mergeOther"),
    options: [
      { label: t("meeting.label.choose"), wish: wish("question.review", about(question)) },
      ...(next ? [option(next)] : []),
      { label: t("question.review.anyOther"), wish: wish("question.merge", about(question)) },
    ],
    chosen: 0,
  };
}

function decidedCard(context: Known, ledger: Ledger, question: Question): Card {
  const { t } = context;
  const left = queueOf(ledger).length;
  const into = ledger.questions.find(({ id }) => id === question.intoId);
  return card("question.decided", t("question.decided", { question: questionCode(question), state: question.state, into: into ? questionCode(into) : "–" }), {
    facts: [
      question.rule === null ? undefined : { label: t("question.rule"), value: t("question.refusal", { rule: question.rule }) },
      into && { label: t("question.into"), value: coded(context, into) },
      { label: t("question.review.left"), value: String(left) },
    ],
    rows: [quoted(context, question.text)],
    buttons: [
      left > 0 ? reviewButton(context, ledger.meeting, t("question.do.next")) : undefined,
      listButton(context, ledger.meeting),
      mayUndo(question, ledger) ? press(context, question, t("question.do.undo"), wish("question.undo", about(question))) : undefined,
    ],
  });
}

/** Nothing waits for the office. */
export const nothingLeft = (context: Known, ledger: Ledger): Outcome =>
  show(
    card("question.review.none", context.t("question.review.none"), {
      facts: [{ label: context.t("question.review.admitted"), value: String(ledger.questions.filter(isPublic).length) }],
      buttons: [listButton(context, ledger.meeting), { label: context.t("question.do.notes"), wish: wish("question.notes", { meeting: ledger.meeting.id }) }],
    }),
    reviewMatter(ledger.meeting.id),
  );
