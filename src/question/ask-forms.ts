// The forms of whoever asks: a new question (K21.1) with what the choice of the name means (K21.2), its rewording, a receipt, a hint for the office.

import type { Known } from "../command.ts";
import type { Choice, Explanation, Field, Form } from "../form.ts";
import { clip } from "../help/pieces.ts";
import { personLabel } from "../reader.ts";
import { rightsOf } from "../roster/rules.ts";
import { none, objectiveChoices, organisationChoices } from "../task/forms.ts";
import { showDay } from "../time.ts";
import { type Wish, wish } from "../wish.ts";
import type { Asking } from "./ask-held.ts";
import type { Ledger } from "./ledger.ts";
import type { Question } from "./model.ts";
import { isLate } from "./own-rules.ts";
import { lengthOf, longestBackground, longestHint, longestQuestion } from "./wording.ts";

/** What can be entered: longer than what is taken, so that a long text can be shortened where it stands. */
export const mostEntered = 1000;

/** What is known so far; the form shows it again. */
export interface Wanted {
  readonly text?: string | undefined;
  readonly background?: string | undefined;
  readonly to?: string | undefined;
  readonly objective?: string | undefined;
}

/** `it` carries a name that is settled already; `left` is what remains of the limit, absent where it depends on for whom it is asked. */
export function questionForm(context: Known, { ledger, askers }: Asking, wanted: Wanted, it: Wish, left: number | undefined): Form {
  const { t, person } = context;
  const settled = it.args["name"] !== undefined;
  const own = askers.some((asker) => asker.person.id === person.id);
  return {
    name: settled ? "question.form.named" : "question.form",
    title: t(settled ? "ask.form.titleNamed" : "ask.form.title"),
    note: noteOf(context, ledger, wanted, left),
    ...(settled ? {} : { explain: promise(context) }),
    window: true,
    submit: t("ask.form.submit"),
    cancel: t("label.cancel"),
    wish: it,
    fields: [
      ...(askers.length > 1 ? [askerField(context, askers)] : []),
      ...contentFields(context, ledger, wanted),
      ...(settled ? [] : [nameField(context, own ? "own" : "other")]),
    ],
  };
}

function noteOf({ t, lang, now, alliance }: Known, ledger: Ledger, { text }: Wanted, left: number | undefined): string {
  const { meeting, rules } = ledger;
  const all = rules.perSeat;
  const day = showDay(meeting.questionsBy, lang);
  const late = isLate({ now, alliance }, ledger);
  const n = lengthOf(text ?? "");
  return [
    n > longestQuestion ? t("ask.note.tooLong", { n, max: longestQuestion }) : "",
    late ? t("ask.note.late", { day }) : "",
    left === undefined
      ? late
        ? ""
        : t("ask.left.several", { all, day })
      : late && left > 0
        ? t("ask.left.late", { left, all })
        : t("ask.left", { left, all, day }),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** K21.2 */
const promise = ({ t }: Known): Explanation => ({
  label: t("ask.explain"),
  title: t("ask.explain.title"),
  facts: [
    { label: t("ask.named"), value: t("ask.promise.named") },
    { label: t("ask.unnamed"), value: t("ask.promise.unnamed") },
    { label: t("ask.promise.limit"), value: t("ask.promise.limit.text") },
  ],
  back: t("ask.explain.back"),
});

const initially = (value: string | null | undefined) => (value ? { initial: value } : {});

/** For whom a secretariat asks; the limit of each seat is nobody's business on this page. */
const askerField = (context: Known, askers: Asking["askers"]): Field => ({
  name: "asker",
  label: context.t("ask.form.asker"),
  required: true,
  kind: { type: "one", options: askers.map(({ person, organisation }) => ({ value: person.id, label: clip(personLabel(context, person, organisation), 75) })) },
});

function contentFields(context: Known, { organisations, objectives }: Ledger, { text, background, to, objective }: Wanted): readonly Field[] {
  const { t } = context;
  const answering = organisations.filter((it) => rightsOf(it).answer);
  const aims: readonly Choice[] = [...objectiveChoices(context, objectives), { value: none, label: t("task.form.noObjective") }];
  return [
    {
      name: "text",
      label: t("ask.form.text"),
      hint: t("ask.form.text.hint", { max: longestQuestion }),
      required: true,
      kind: { type: "text", max: mostEntered, lines: "many" },
      ...initially(text),
    },
    {
      name: "background",
      label: t("ask.form.background"),
      hint: t("ask.form.background.hint", { max: longestBackground }),
      required: false,
      kind: { type: "text", max: longestBackground, lines: "many" },
      ...initially(background),
    },
    {
      name: "to",
      label: t("ask.form.to"),
      required: true,
      kind: { type: "one", options: organisationChoices(context, { organisations: answering }) },
      ...initially(to),
    },
    { name: "objective", label: t("ask.form.objective"), required: false, kind: { type: "one", options: aims }, initial: objective ?? none },
  ];
}

/** Required, and nothing is chosen beforehand: whoever asks decides. */
const nameField = ({ t }: Known, whose: "own" | "other"): Field => ({
  name: "name",
  label: t("ask.form.name"),
  hint: t("ask.form.name.hint"),
  required: true,
  kind: {
    type: "one",
    options: [
      { value: "named", label: t("ask.named"), about: t("ask.named.about", { whose }) },
      { value: "unnamed", label: t("ask.unnamed"), about: t("ask.unnamed.about") },
    ],
  },
});

/** The question as it stands, to be worded anew. */
export const editForm = (context: Known, ledger: Ledger, question: Question): Form => ({
  name: "question.form.edit",
  title: context.t("ask.edit.title"),
  window: true,
  submit: context.t("label.save"),
  cancel: context.t("label.cancel"),
  wish: wish("question.edit", { meeting: question.meetingId, question: question.id }),
  fields: contentFields(context, ledger, {
    text: question.text,
    background: question.background ?? undefined,
    to: question.toId,
    objective: question.objectiveId ?? undefined,
  }),
});

export const receiptForm = ({ t }: Known, { meeting }: Ledger): Form => ({
  name: "question.form.receipt",
  title: t("ask.receipt.form"),
  window: true,
  submit: t("do.question.withdraw"),
  cancel: t("label.cancel"),
  wish: wish("question.withdraw", { meeting: meeting.id, by: "receipt" }),
  fields: [{ name: "receipt", label: t("ask.receipt"), hint: t("ask.receipt.hint"), required: true, kind: { type: "text", max: 40 } }],
});

export const hintForm = ({ t }: Known, { meeting }: Ledger, text: string | undefined): Form => ({
  name: "question.form.hint",
  title: t("ask.hint.title"),
  note: t("ask.hint.note"),
  submit: t("ask.hint.submit"),
  cancel: t("label.cancel"),
  wish: wish("question.hint", { meeting: meeting.id }),
  fields: [
    {
      name: "text",
      label: t("ask.hint.field"),
      hint: t("ask.hint.field.hint", { max: longestHint }),
      required: true,
      kind: { type: "text", max: mostEntered, lines: "many" },
      ...initially(text),
    },
  ],
});
