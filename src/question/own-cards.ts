// The asker's card of a question with a name, in each of its states (K22.1, K24.1–K24.4).
import { type Button, type Card, card, type Fact } from "../card.ts";
import { type Member, organisationName, type Viewer } from "../reader.ts";
import { speaksOf } from "../rsvp/parts.ts";
import { showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { reviewBy } from "./days.ts";
import { inOrder, type Ledger } from "./ledger.ts";
import { about, listButton, press, quoted, standWords } from "./list-parts.ts";
import type { Answer, Question } from "./model.ts";
import { questionButton } from "./offer.ts";
import { hasBegun, isLate, mayRespond, mayReword, mayWithdraw } from "./own-rules.ts";
import { addresseeName, askerName, questionCode, stateWords } from "./parts.ts";
import { countOf, isPublic, isWaiting } from "./rules.ts";

/** `question` has a name. */
export function ownCard(reader: Viewer, ledger: Ledger, question: Question): Card {
  switch (question.state) {
    case "received":
      return receivedCard(reader, ledger, question);
    case "admitted":
    case "assigned":
      return admittedCard(reader, ledger, question);
    case "merged":
      return mergedCard(reader, ledger, question);
    case "rejected":
      return rejectedCard(reader, ledger, question);
    case "withdrawn":
      return withdrawnCard(reader, ledger, question);
    case "answeredBefore":
    case "answered":
    case "owed":
    case "closed":
      return answeredCard(reader, ledger, question);
  }
}

const changeButton = (reader: Member, question: Question, label: string): Button =>
  press(reader, question, label, wish("question.edit", about(question)), { window: true });
const withdrawButton = (reader: Member, question: Question): Button =>
  press(reader, question, reader.t("do.question.withdraw"), wish("question.withdraw", about(question)));
const againButton = (reader: Member, question: Question): Button =>
  press(reader, question, reader.t("ask.do.again"), wish("question.respond", { ...about(question), answer: "again" }));
/** The question as everybody sees it. */
const lookButton = (reader: Member, question: Question): Button =>
  press(reader, question, reader.t("ask.do.look"), wish("question.show", { ...about(question), view: "public" }));

const forFact = (reader: Viewer, ledger: Ledger, question: Question): Fact | undefined =>
  question.personId !== null && speaksOf(reader, question.personId) ? { label: reader.t("fact.for"), value: askerName(reader, ledger, question) } : undefined;
const toFact = (reader: Viewer, ledger: Ledger, question: Question): Fact => ({
  label: reader.t("question.to"),
  value: reader.t("ask.toNamed", { to: addresseeName(reader, ledger, question) }),
});
const stateFact = (reader: Member, question: Question): Fact => ({
  label: reader.t("fact.state"),
  value: standWords(reader, question),
});
const title = ({ t }: Member, question: Question): string => t("ask.title", { question: questionCode(question), state: question.state });
const wordsOf = (reader: Member, { text, background }: Question): readonly string[] => [
  quoted(reader, text),
  ...(background ? [quoted(reader, background)] : []),
];

function receivedCard(reader: Viewer, ledger: Ledger, question: Question): Card {
  const { t } = reader;
  return card("question.received.named", title(reader, question), {
    facts: [forFact(reader, ledger, question), toFact(reader, ledger, question), stateFact(reader, question)],
    rows: wordsOf(reader, question),
    text: reviewWords(reader, ledger, question),
    buttons: [
      mayReword(reader, ledger, question) ? changeButton(reader, question, t("label.change")) : undefined,
      mayWithdraw(ledger, question) ? withdrawButton(reader, question) : undefined,
    ],
  });
}

function reviewWords({ t, lang, today, calendar }: Member, { meeting }: Ledger, question: Question): string {
  const on = reviewBy(meeting, calendar);
  if (question.late) return t("ask.received.late", { day: showDay(meeting.questionsBy, lang) });
  return on >= today ? t("ask.received.text", { day: showDay(on, lang) }) : t("ask.received.soon");
}

function admittedCard(reader: Viewer, ledger: Ledger, question: Question): Card {
  const { t, lang } = reader;
  const place = inOrder(ledger).findIndex(({ id }) => id === question.id) + 1;
  return card("question.state.admitted", title(reader, question), {
    facts: [
      forFact(reader, ledger, question),
      toFact(reader, ledger, question),
      isWaiting(question) && place > 0
        ? { label: t("ask.expected"), value: t("ask.place", { place: String(place), day: showDay(ledger.meeting.day, lang) }) }
        : undefined,
    ],
    buttons: [lookButton(reader, question), mayWithdraw(ledger, question) ? withdrawButton(reader, question) : undefined],
  });
}

function mergedCard(reader: Viewer, ledger: Ledger, question: Question): Card {
  const { t } = reader;
  const into = ledger.questions.find(({ id }) => id === question.intoId);
  const code = into ? questionCode(into) : "–";
  const agreed = question.said === "agreed";
  const open = mayRespond(reader, ledger, question) && (!into || !isPublic(into) || isWaiting(into));
  const respond = (label: string, answer: string): Button => press(reader, question, label, wish("question.respond", { ...about(question), answer }));
  const answer = into && newest(ledger, into);
  return card("question.state.merged", t("ask.merged.title", { question: questionCode(question), into: code }), {
    facts: [
      forFact(reader, ledger, question),
      into && { label: code, value: intoWords(reader, ledger, into) },
      into && isPublic(into) ? { label: t("ask.stateOf", { question: code }), value: stateWords(reader, into) } : undefined,
      answer && answerFact(reader, ledger, answer),
    ],
    rows: answer ? [quoted(reader, answer.text)] : [],
    text: t(!open ? "ask.merged.counts" : agreed ? "ask.merged.agreed" : "ask.merged.text"),
    buttons: open
      ? [
          agreed ? undefined : respond(t("ask.do.agree"), "agree"),
          respond(t("ask.do.again"), "again"),
          agreed && mayWithdraw(ledger, question) ? withdrawButton(reader, question) : undefined,
        ]
      : [into && isPublic(into) ? lookButton(reader, into) : undefined, listButton(reader, ledger.meeting)],
  });
}

/** What is not admitted yet is read by the office and by whoever asked it. */
function intoWords({ t }: Member, { questions }: Ledger, into: Question): string {
  const n = countOf(into.id, questions);
  return isPublic(into) ? t("ask.merged.into", { text: into.text, n }) : t("ask.merged.count", { n });
}

function rejectedCard(reader: Viewer, ledger: Ledger, question: Question): Card {
  const { t, lang } = reader;
  const day = showDay(ledger.meeting.questionsBy, lang);
  const reword = mayReword(reader, ledger, question);
  const rulesButton = { label: t("ask.do.rules"), wish: wish("question.rules", { meeting: ledger.meeting.id }) };
  return card("question.state.rejected", title(reader, question), {
    facts: [
      forFact(reader, ledger, question),
      { label: t("question.rule"), value: t("question.refusal", { rule: question.rule ?? "other" }) },
      question.hint ? { label: t("fact.hint"), value: question.hint } : undefined,
    ],
    rows: [quoted(reader, question.text)],
    text: reword
      ? t("ask.rejected.text", { day })
      : hasBegun(reader, ledger)
        ? undefined
        : isLate(reader, ledger)
          ? t("ask.rejected.late", { day })
          : undefined,
    buttons: [
      reword ? changeButton(reader, question, t("ask.do.reword")) : undefined,
      mayRespond(reader, ledger, question) ? againButton(reader, question) : undefined,
      rulesButton,
    ],
  });
}

function answeredCard(reader: Viewer, ledger: Ledger, question: Question): Card {
  const answer = newest(ledger, question);
  return card("question.state.answered", title(reader, question), {
    facts: [forFact(reader, ledger, question), toFact(reader, ledger, question), stateFact(reader, question), answer && answerFact(reader, ledger, answer)],
    rows: answer ? [quoted(reader, answer.text)] : [quoted(reader, question.text)],
    text: question.state === "owed" ? reader.t("ask.owed.text") : undefined,
    buttons: [listButton(reader, ledger.meeting)],
  });
}

const newest = ({ answers }: Pick<Ledger, "answers">, { id }: Question): Answer | undefined => answers.filter(({ questionId }) => questionId === id).at(-1);

function answerFact(reader: Member, { organisations }: Ledger, { organisationId, on, edition }: Answer): Fact {
  const { t, lang } = reader;
  const organisation = organisations.find(({ id }) => id === organisationId);
  const by = organisation ? organisationName(reader, organisation) : "–";
  return { label: t("question.answer"), value: t("ask.answerOf", { by, day: showDay(on, lang), corrected: edition > 1 ? "yes" : "no" }) };
}

const withdrawnCard = (reader: Viewer, ledger: Ledger, question: Question): Card =>
  card("question.withdrawn", title(reader, question), {
    facts: [forFact(reader, ledger, question), toFact(reader, ledger, question)],
    rows: [quoted(reader, question.text)],
    buttons: [hasBegun(reader, ledger) ? undefined : questionButton(reader, ledger.meeting.id), listButton(reader, ledger.meeting)],
  });
