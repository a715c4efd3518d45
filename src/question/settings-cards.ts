// The published rules (what is asked of a question, until when, in which order the round goes), and the place of one question in it.
import { type Button, type Card, card } from "../card.ts";
import type { Known } from "../command.ts";
import type { Form } from "../form.ts";
import { organisationName } from "../reader.ts";
import { isOrganiser, rightsOf } from "../roster/rules.ts";
import { showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { inOrder, type Ledger } from "./ledger.ts";
import { orderWords } from "./list-order.ts";
import { about, coded, listButton, press, quoted, standWords } from "./list-parts.ts";
import { type Intake, type Question, type QuestionRules, refusalRules, roundOrders } from "./model.ts";
import { questionButton } from "./offer.ts";
import { ownPlaces } from "./order.ts";
import { questionCode } from "./parts.ts";
import { isUnderWay } from "./steps.ts";
import { longestBackground, longestQuestion } from "./wording.ts";

export function rulesCard(context: Known, ledger: Ledger, asks: boolean): Card {
  const { t, lang } = context;
  const { rules, round, meeting } = ledger;
  const office = isOrganiser(context.person);
  const asking = ledger.organisations.filter((it) => rightsOf(it).ask).map((it) => organisationName(context, it));
  return card("question.rules", t("question.rules.title"), {
    facts: [
      { label: t("question.rules.who"), value: asking.length > 0 ? asking.join("; ") : t("question.rules.nobody") },
      { label: t("question.rules.limit"), value: t("question.rules.limitValue", { perSeat: rules.perSeat, supplements: rules.supplements }) },
      { label: t("question.rules.length"), value: t("question.rules.lengthValue", { text: longestQuestion, background: longestBackground }) },
      { label: t("question.rules.until"), value: t("question.rules.untilValue", { day: showDay(meeting.questionsBy, lang) }) },
      { label: t("question.rules.refused"), value: refusalRules.map((rule) => t("question.refusal", { rule })).join("; ") },
      { label: t("question.list.order"), value: orderWords(context, ledger) },
      { label: t("question.support"), value: t("question.rules.shown", { shown: rules.showSupport ? "yes" : "no" }) },
      { label: t("question.rules.intake"), value: t("question.rules.intakeValue", { intake: round.intake }) },
    ],
    buttons: office ? officeButtons(context, ledger) : [asks ? questionButton(context, meeting.id) : undefined, listButton(context, meeting)],
  });
}

function officeButtons(context: Known, ledger: Ledger): readonly (Button | undefined)[] {
  const { t } = context;
  const { meeting, round } = ledger;
  const intake = (to: Intake, label: string): Button => ({ label, wish: wish("question.intake", { meeting: meeting.id, to }) });
  return [
    round.intake === "open" ? intake("paused", t("question.do.pause")) : intake("open", t("question.do.open")),
    round.intake === "closed" ? undefined : intake("closed", t("question.do.close")),
    listButton(context, meeting),
    // While the round is under way nobody changes its rules.
    isUnderWay(round) ? undefined : { label: t("label.change"), wish: wish("question.rules", { meeting: meeting.id, edit: "1" }) },
  ];
}

export const mostPerSeat = 10;
export const mostSupplements = 5;

export function rulesForm({ t }: Known, { meeting }: Ledger, rules: QuestionRules): Form {
  return {
    name: "question.rules.form",
    title: t("question.rules.title"),
    note: t("question.rules.note"),
    submit: t("question.rules.submit"),
    cancel: t("label.cancel"),
    wish: wish("question.rules", { meeting: meeting.id, edit: "1" }),
    fields: [
      {
        name: "perSeat",
        label: t("question.rules.perSeat"),
        required: true,
        kind: { type: "number", min: 1, max: mostPerSeat },
        initial: String(rules.perSeat),
      },
      {
        name: "supplements",
        label: t("question.rules.supplements"),
        required: true,
        kind: { type: "number", min: 0, max: mostSupplements },
        initial: String(rules.supplements),
      },
      {
        name: "shown",
        label: t("question.rules.support"),
        required: true,
        kind: { type: "one", options: (["yes", "no"] as const).map((value) => ({ value, label: t("question.rules.shown", { shown: value }) })) },
        initial: rules.showSupport ? "yes" : "no",
      },
      {
        name: "order",
        label: t("question.list.order"),
        required: true,
        kind: { type: "one", options: roundOrders.map((order) => ({ value: order, label: t("question.order", { order, first: "none", name: "" }) })) },
        initial: rules.order,
      },
    ],
  };
}

/** Where a question stands in the round, and how it gets elsewhere. */
export function placeCard(context: Known, ledger: Ledger, question: Question): Card {
  const { t } = context;
  const order = ownPlaces(inOrder(ledger));
  const at = order.findIndex(({ id }) => id === question.id);
  const [before, behind] = [order[at - 1], order[at + 1]];
  const move = (label: string, args: Readonly<Record<string, string>>): Button =>
    press(context, question, label, wish("question.move", { ...about(question), ...args }));
  return card("question.move", t("question.move.title", { question: questionCode(question), place: String(at + 1), all: String(order.length) }), {
    facts: [
      { label: t("fact.state"), value: standWords(context, question) },
      { label: t("question.move.place"), value: t("question.move.by", { hand: question.place === null ? "no" : "yes" }) },
      before && { label: t("question.move.before"), value: coded(context, before) },
      behind && { label: t("question.move.behind"), value: coded(context, behind) },
    ],
    rows: [quoted(context, question.text)],
    buttons: [
      // The place it is to get, not a step: pressed twice it is there once.
      before ? move(t("question.do.forward"), { place: String(at) }) : undefined,
      behind ? move(t("question.do.backward"), { place: String(at + 2) }) : undefined,
      order.length > 3 ? move(t("question.do.place"), { choose: "1" }) : undefined,
      question.place === null ? listButton(context, ledger.meeting) : move(t("question.do.byRule"), { rule: "1" }),
    ],
  });
}

export const placeForm = ({ t }: Known, question: Question, all: number): Form => ({
  name: "question.move.form",
  title: t("question.move.form", { question: questionCode(question) }),
  submit: t("question.move.submit"),
  cancel: t("label.cancel"),
  wish: wish("question.move", { ...about(question), choose: "1" }),
  fields: [
    {
      name: "place",
      label: t("question.move.place"),
      hint: t("question.move.hint", { n: all }),
      required: true,
      kind: { type: "number", min: 1, max: all },
    },
  ],
});
