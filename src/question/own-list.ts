// „frage“ alone: the own questions with a name, until when more can be asked, and which of them shall be withdrawn.
import { type Card, card, type Element } from "../card.ts";
import type { Known } from "../command.ts";
import { clip } from "../help/pieces.ts";
import { isOrganiser } from "../roster/rules.ts";
import { showDay } from "../time.ts";
import { type Wish, wish } from "../wish.ts";
import { answeringFor, askersOf } from "./held.ts";
import type { Ledger } from "./ledger.ts";
import { aboutShort, listButton, standWords } from "./list-parts.ts";
import type { Question } from "./model.ts";
import { questionButton } from "./offer.ts";
import { hasBegun } from "./own-rules.ts";
import { addresseeName, questionCode } from "./parts.ts";
import { countOf, isPublic } from "./rules.ts";

/** The sender's, and those of the people whose secretariat they are, withdrawn ones too. */
export async function ownQuestions({ desk, person }: Known, { questions }: Pick<Ledger, "questions">): Promise<readonly Question[]> {
  const assigned = await desk.find("StandIn", { actorId: person.id });
  const people = new Set([person.id, ...assigned.map(({ personId }) => personId)]);
  return questions.filter(({ personId }) => personId !== null && people.has(personId));
}

const mostRows = 12;

export async function ownListCard(context: Known, ledger: Ledger): Promise<Card> {
  const { t, lang } = context;
  const { meeting } = ledger;
  const own = await ownQuestions(context, ledger);
  const asks = (await askersOf(context)).length > 0;
  const answers = isOrganiser(context.person) ? [] : await answeringFor(context, ledger);
  const asked = ledger.questions.some((it) => isPublic(it) && answers.includes(it.toId));
  const rows = own.slice(0, mostRows).map((question) => rowOf(context, ledger, question));
  return card(own.length > 0 ? "question.own.list" : "question.own.none", t("ask.list.title"), {
    facts: [asks ? { label: t("ask.list.until"), value: showDay(meeting.questionsBy, lang) } : undefined],
    rows: own.length > rows.length ? [...rows, t("list.more", { n: own.length - rows.length })] : rows,
    open: openChoice(context, own.slice(0, mostRows), t("ask.list.choose"), "question.show", wish("question.show", { meeting: meeting.id })),
    text: own.length > 0 ? t("ask.list.unnamed") : t(asks ? "ask.list.none" : "ask.list.others"),
    buttons: [
      asked ? { label: t("answer.do.asked"), wish: wish("question.asked", { meeting: meeting.id }) } : undefined,
      asks && !hasBegun(context, ledger) ? questionButton(context, meeting.id) : undefined,
      listButton(context, meeting),
    ],
  });
}

/** "F-7 · an Agentur für Arbeit · zugelassen · fasst 3 Fragen zusammen" */
function rowOf(context: Known, ledger: Ledger, question: Question): string {
  const { t } = context;
  const { questions } = ledger;
  const row = t("ask.list.row", {
    question: questionCode(question),
    to: addresseeName(context, ledger, question),
    state: standWords(context, question),
  });
  const into = questions.find(({ id }) => id === question.intoId);
  if (into) return t("ask.list.into", { row, into: questionCode(into) });
  const n = countOf(question.id, questions);
  return n > 1 ? t("ask.list.counts", { row, n }) : row;
}

/** A selection of these questions; `again` shows the card as it is. */
export function openChoice(
  { t }: Pick<Known, "t">,
  questions: readonly Question[],
  label: string,
  command: "question.show" | "question.withdraw",
  again: Wish,
): Extract<Element, { type: "choice" }> | undefined {
  if (questions.length === 0) return undefined;
  const options = questions.map((it) => ({
    label: clip(t("ask.withdraw.one", { question: questionCode(it), text: it.text }), 75),
    wish: wish(command, aboutShort(it)),
  }));
  return { type: "choice", label, options: [{ label: t("meeting.label.choose"), wish: again }, ...options], chosen: 0 };
}
