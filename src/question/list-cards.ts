// One question as it is read by whoever may see it (K23.6): its words, its state, what was merged into it, every version of its answer, and the support.
import { type Button, type Card, card, type Fact } from "../card.ts";
import type { Known } from "../command.ts";
import { staleCard } from "../help/cards.ts";
import { type Outcome, refuse, show } from "../outcome.ts";
import { organisationName } from "../reader.ts";
import { isOrganiser } from "../roster/rules.ts";
import { objectiveName } from "../task/forms.ts";
import { showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { type Asker, answeringFor, askersOf, type HeldQuestion, isOwn } from "./held.ts";
import { inOrder, type Ledger } from "./ledger.ts";
import { about, coded, listButton, press, quoted, seesSupport, standWords } from "./list-parts.ts";
import type { Answer, Question } from "./model.ts";
import { addresseeName, askerName, questionCode } from "./parts.ts";
import { allows, isPublic, isWaiting, mayUndo, mergedInto, supportersOf } from "./rules.ts";

/** What the reader is to this question. */
interface Sight {
  readonly office: boolean;
  readonly own: boolean;
  /** For whom the reader may support it. */
  readonly askers: readonly Asker[];
  /** The reader may answer for the organisation asked. */
  readonly answers: boolean;
}

/** Everybody sees a public question, the office every one, whoever asked with their name their own. For all others it does not exist. */
export async function showQuestion(context: Known, held: HeldQuestion): Promise<Outcome> {
  const { ledger, question } = held;
  const office = isOrganiser(context.person);
  const own = await isOwn(context, question);
  if (!office && !own && !isPublic(question)) return refuse("stale", staleCard(context));
  const askers = await askersOf(context);
  const answers = !office && (await answeringFor(context, ledger)).includes(question.toId);
  return show(questionCard(context, held, { office, own, askers, answers }));
}

function questionCard(context: Known, { ledger, question }: HeldQuestion, sight: Sight): Card {
  const { t } = context;
  const versions = ledger.answers.filter(({ questionId }) => questionId === question.id);
  return card("question.show", t("question.title", { question: questionCode(question) }), {
    facts: [
      { label: t("question.from"), value: askerName(context, ledger, question) },
      { label: t("question.to"), value: addresseeName(context, ledger, question) },
      objectiveFact(context, ledger, question),
      { label: t("fact.state"), value: standWords(context, question) },
      ...decisionFacts(context, ledger, question, sight),
      mergedFact(context, ledger, question),
      supportFact(context, ledger, question, sight),
      answerFact(context, ledger, versions),
    ],
    rows: [
      quoted(context, question.text),
      ...(question.background ? [t("question.background", { text: question.background })] : []),
      ...(sight.office ? mergedInto(question.id, ledger.questions).map((it) => coded(context, it, 200)) : []),
      ...answerRows(context, versions),
    ],
    buttons: buttonsFor(context, ledger, question, sight),
  });
}

function objectiveFact(context: Known, { objectives }: Ledger, { objectiveId }: Question): Fact | undefined {
  const found = objectives.find(({ id }) => id === objectiveId);
  return found && { label: context.t("question.objective"), value: objectiveName(context, found) };
}

/** Why it is not admitted, or what it belongs to: for the office and for whoever asked. */
function decisionFacts(context: Known, { questions }: Ledger, question: Question, { office, own }: Sight): readonly (Fact | undefined)[] {
  const { t } = context;
  if (!office && !own) return [];
  const into = questions.find(({ id }) => id === question.intoId);
  return [
    into && { label: t("question.into"), value: coded(context, into) },
    question.rule === null ? undefined : { label: t("question.rule"), value: t("question.refusal", { rule: question.rule }) },
    question.hint === null ? undefined : { label: t("fact.hint"), value: quoted(context, question.hint) },
  ];
}

function mergedFact({ t }: Known, { questions }: Ledger, question: Question): Fact | undefined {
  const merged = mergedInto(question.id, questions);
  if (merged.length === 0) return undefined;
  const codes = [question, ...merged].map(questionCode).join(", ");
  return { label: t("question.merged"), value: t("question.merged.value", { n: merged.length + 1, questions: codes }) };
}

/** Nobody supports what is not public. */
function supportFact({ t }: Known, ledger: Ledger, question: Question, { office, askers }: Sight): Fact | undefined {
  if (!isPublic(question)) return undefined;
  const supporters = supportersOf(question.id, ledger.questions, ledger.votes);
  const own = askers.some(({ person }) => supporters.has(person.id));
  const label = t("question.support");
  if (!seesSupport(ledger, office)) return own ? { label, value: t("question.support.own") } : undefined;
  return { label, value: t("question.support.count", { n: supporters.size, own: own ? "yes" : "no" }) };
}

const nameOf = (context: Known, { organisations }: Ledger, { organisationId }: Answer): string => {
  const found = organisations.find(({ id }) => id === organisationId);
  return found ? organisationName(context, found) : "–";
};

function answerFact(context: Known, ledger: Ledger, versions: readonly Answer[]): Fact | undefined {
  const { t, lang } = context;
  const current = versions.at(-1);
  const earlier = versions.at(-2);
  if (!current) return undefined;
  const from = { organisation: nameOf(context, ledger, current), day: showDay(current.on, lang) };
  return {
    label: t("question.answer"),
    value: earlier ? t("question.answer.corrected", { ...from, was: showDay(earlier.on, lang) }) : t("question.answer.of", from),
  };
}

/** The current version first; a correction hides nothing of what stood there before. */
function answerRows({ t, lang }: Known, versions: readonly Answer[]): readonly string[] {
  const [current, ...earlier] = [...versions].reverse();
  if (!current) return [];
  const day = (it: Answer): string => showDay(it.on, lang);
  return [t("question.answer.now", { text: current.text }), ...earlier.map((it) => t("question.answer.earlier", { text: it.text, day: day(it) }))];
}

function buttonsFor(context: Known, ledger: Ledger, question: Question, sight: Sight): readonly (Button | undefined)[] {
  const { t } = context;
  const next = nextOf(ledger, question);
  const on = [
    next && press(context, next, t("question.do.next"), wish("question.show", { ...about(next), view: "public" })),
    listButton(context, ledger.meeting),
  ];
  if (sight.office)
    return [
      question.state === "received" ? press(context, question, t("question.do.review"), wish("question.review", about(question))) : undefined,
      isWaiting(question) ? press(context, question, t("question.do.move"), wish("question.move", about(question))) : undefined,
      ...on,
      mayUndo(question, ledger) ? press(context, question, t("question.do.undo"), wish("question.undo", about(question))) : undefined,
    ];
  const answer = sight.answers && allows(question, "answer");
  return [
    supportButton(context, ledger, question, sight),
    answer ? press(context, question, t("question.do.answer"), wish("question.answer", about(question)), { window: true }) : undefined,
    ...on,
  ];
}

function supportButton(context: Known, ledger: Ledger, question: Question, { askers }: Sight): Button | undefined {
  const { t } = context;
  if (askers.length === 0 || !isWaiting(question)) return undefined;
  const supporters = supportersOf(question.id, ledger.questions, ledger.votes);
  const on = askers.some(({ person }) => !supporters.has(person.id)) ? "yes" : "no";
  return press(context, question, t(on === "yes" ? "question.do.support" : "question.do.unsupport"), wish("question.support", { ...about(question), on }));
}

function nextOf(ledger: Ledger, question: Question): Question | undefined {
  const order = inOrder(ledger);
  const at = order.findIndex(({ id }) => id === question.id);
  return at < 0 ? undefined : order[at + 1];
}
