// Cards to somebody who wants to ask: why not now, what was typed, of whom it is asked, and the receipt (K21.3, K21.4, K22.2–K22.6).
import { type Button, type Card, card } from "../card.ts";
import type { Known } from "../command.ts";
import { act, clip } from "../help/pieces.ts";
import { organisationName } from "../reader.ts";
import type { Organisation } from "../roster/model.ts";
import { isOrganiser } from "../roster/rules.ts";
import { showDay } from "../time.ts";
import { type Wish, wish } from "../wish.ts";
import type { Ledger } from "./ledger.ts";
import { listButton, quoted } from "./list-parts.ts";
import type { Question } from "./model.ts";
import { isLate } from "./own-rules.ts";
import { addresseeName, questionCode } from "./parts.ts";

const segments = new Intl.Segmenter("de", { granularity: "grapheme" });
/** What a button can carry besides everything else. */
const mostCarried = 900;

/** As much of a text as fits into a button, cut between two signs. */
export function carried(text: string): string {
  let kept = "";
  for (const { segment } of segments.segment(text.slice(0, 2 * mostCarried))) {
    if (kept.length + segment.length > mostCarried) break;
    kept += segment;
  }
  return kept;
}

/** Of a window that shows something once: it closes, and nothing more happens. */
export const doneButton = ({ t }: Pick<Known, "t">): Button => ({ label: t("ask.done"), wish: wish("step.cancel") });
const cancel = ({ t }: Known): Button => ({ label: t("label.cancel"), wish: wish("step.cancel") });

export const begunCard = (context: Known, ledger: Ledger): Card =>
  card("question.begun", context.t("ask.begun.title"), { text: context.t("ask.begun.text"), buttons: [listButton(context, ledger.meeting)] });

/** K22.6: interrupted, or ended for this meeting. */
export const intakeCard = (context: Known, ledger: Ledger): Card =>
  card("question.paused", context.t("ask.intake.title", { intake: ledger.round.intake }), {
    text: context.t("ask.intake.text", { intake: ledger.round.intake }),
    buttons: [listButton(context, ledger.meeting)],
  });

/** K22.3: what was typed goes to the office where the person wants it. */
export function notAllowedCard(context: Known, ledger: Ledger, said: string | undefined): Card {
  const { t, person } = context;
  const meeting = ledger.meeting.id;
  const office = isOrganiser(person);
  return card("question.notAllowed", t("ask.right.title"), {
    text: t(office ? "ask.right.office" : "ask.right.text"),
    buttons: office
      ? [listButton(context, ledger.meeting)]
      : [
          { label: t("ask.right.yes"), wish: wish("question.hint", { meeting, ...(said ? { text: carried(said) } : {}) }) },
          { label: t("ask.right.no"), wish: wish("question.hint", { meeting, answer: "no" }) },
        ],
  });
}

/** K22.4: `named` are the seat's questions with a name; empty where they may not be listed. */
export function limitCard(context: Known, ledger: Ledger, named: readonly Question[]): Card {
  const { t, lang, person } = context;
  const { meeting, rules } = ledger;
  const day = showDay(meeting.questionsBy, lang);
  const own = named.every(({ personId }) => personId === person.id);
  const text = isLate(context, ledger) ? t("ask.limit.over") : t(named.length > 0 ? "ask.limit.text" : "ask.limit.once", { day });
  return card(named.length > 0 ? "question.limit" : "question.limit.unnamed", t("ask.limit.title", { used: rules.perSeat, all: rules.perSeat }), {
    facts: [named.length > 0 ? { label: t(own ? "ask.limit.own" : "ask.limit.seat"), value: named.map(questionCode).join(", ") } : undefined],
    text,
    buttons: named.length > 0 ? [act(context, "question.show", { meeting: meeting.id })] : [doneButton(context)],
  });
}

/** K22.5: `onward` enters it all the same. */
export const lateCard = (context: Known, { meeting }: Ledger, onward: Wish): Card =>
  card("question.late", context.t("ask.late.title", { day: showDay(meeting.questionsBy, context.lang) }), {
    text: context.t("ask.late.text"),
    buttons: [{ label: context.t("ask.late.go"), wish: onward, ...(onward.command === "question.new" ? { window: true } : {}) }, cancel(context)],
  });

/** K21.3: `near` is offered, none is taken by itself. */
export function addresseeCard(context: Known, said: string, near: readonly Organisation[], again: Wish): Card {
  const { t } = context;
  return card("question.addressee", t("ask.who.title"), {
    facts: [{ label: t("ask.who.said"), value: quoted(context, clip(said, 120)) }],
    text: near.length === 0 ? t("ask.who.none") : undefined,
    buttons: [
      ...near.slice(0, 3).map(
        (it): Button => ({
          label: clip(organisationName(context, it), 28),
          hears: clip(organisationName(context, it), 75),
          wish: wish(again.command, { ...again.args, to: it.id }),
        }),
      ),
      { label: t("ask.who.other"), wish: again },
    ],
  });
}

/** K21.4: what stands in the chat can only be asked with the name. */
export function typedCard(
  context: Known,
  { meeting }: Ledger,
  typed: { readonly text: string; readonly to: Organisation | undefined; readonly late: boolean },
): Card {
  const { t } = context;
  const about = { meeting: meeting.id, ...(typed.late ? { late: "1" } : {}) };
  const text = carried(typed.text);
  return card("question.typed", t("ask.typed.title"), {
    facts: [typed.to && { label: t("question.to"), value: organisationName(context, typed.to) }],
    rows: [quoted(context, text)],
    text: t("ask.typed.text"),
    buttons: [
      { label: t("ask.typed.named"), wish: wish("question.new", { ...about, text, ...(typed.to ? { to: typed.to.id } : {}), name: "named" }), window: true },
      { label: t("ask.typed.empty"), wish: wish("question.new", about), window: true },
      cancel(context),
    ],
  });
}

/** K22.2: seen in the window this one time. */
export const receiptCard = (context: Known, ledger: Ledger, question: Question, receipt: string): Card =>
  card("question.received.unnamed", context.t("ask.title", { state: "received", question: questionCode(question) }), {
    facts: [
      { label: context.t("question.to"), value: addresseeName(context, ledger, question) },
      { label: context.t("ask.form.name"), value: context.t("question.unnamed") },
      question.late
        ? {
            label: context.t("fact.state"),
            value: context.t("question.stand", { state: context.t("question.state", { state: question.state }), late: "yes", again: "no" }),
          }
        : undefined,
      { label: context.t("ask.receipt"), value: receipt },
    ],
    text: context.t("ask.receipt.text"),
    buttons: [doneButton(context)],
  });
