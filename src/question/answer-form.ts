// The form for a written answer (K25.2): which question, and what is said to it.
import type { Choice, Form } from "../form.ts";
import { clip } from "../help/pieces.ts";
import type { Member } from "../reader.ts";
import { wish } from "../wish.ts";
import { isOpen, versionsOf } from "./answer-cards.ts";
import type { Ledger } from "./ledger.ts";
import type { Question } from "./model.ts";
import { addresseeName, questionCode } from "./parts.ts";
import { longestAnswer } from "./wording.ts";

/** What a messenger takes as one option, and as options of one input. */
const longestOption = 75;
const mostOptions = 100;

export interface Wanted {
  /** The question it opens with. */
  readonly question?: Question | undefined;
  readonly organisation?: string | undefined;
  /** What was entered so far; absent, the present version of the answer. */
  readonly text?: string | undefined;
  /** Somebody else has answered meanwhile: their words are shown above the inputs. */
  readonly newer?: true;
}

/**
 * `asked` are the questions to choose from. The form knows which version of which answer its reader has seen: an answer they have not seen is not
 * replaced by theirs.
 */
export function answerForm(reader: Member, ledger: Ledger, asked: readonly Question[], { question, organisation, text, newer }: Wanted): Form {
  const { t } = reader;
  const present = question && versionsOf(ledger, question).at(-1);
  const carried = {
    meeting: ledger.meeting.id,
    ...(organisation ? { organisation } : {}),
    ...(question && present ? { seen: question.id, edition: String(present.edition) } : {}),
  };
  // A correction is one of this answer, and its words belong to no other question.
  const offered = question && present ? [question] : [...asked].sort((a, b) => Number(isOpen(ledger, b)) - Number(isOpen(ledger, a)) || a.number - b.number);
  const initial = text ?? present?.text;
  return {
    name: "question.answer",
    title: t("answer.form.title"),
    ...(question ? { note: noteFor(reader, question, newer ? present?.text : undefined) } : {}),
    submit: t("answer.form.submit"),
    cancel: t("label.cancel"),
    wish: wish("question.answer", carried),
    fields: [
      {
        name: "question",
        label: t("answer.form.question"),
        required: true,
        kind: { type: "one", options: optionsOf(reader, ledger, offered.slice(0, mostOptions)) },
        ...(question ? { initial: question.id } : {}),
      },
      {
        name: "text",
        label: t("answer.form.text"),
        hint: t("answer.form.text.hint", { max: longestAnswer }),
        required: true,
        kind: { type: "text", max: longestAnswer, lines: "many" },
        ...(initial ? { initial } : {}),
      },
    ],
  };
}

const noteFor = ({ t }: Member, question: Question, newer: string | undefined): string =>
  newer === undefined
    ? t("answer.form.note", { question: questionCode(question), text: question.text })
    : t("answer.form.newer", { question: questionCode(question), text: newer });

/** Where several organisations are asked, each option says which. */
function optionsOf(reader: Member, ledger: Ledger, asked: readonly Question[]): readonly Choice[] {
  const { t } = reader;
  const several = new Set(asked.map(({ toId }) => toId)).size > 1;
  return asked.map((it) => {
    const option = { question: questionCode(it), text: it.text };
    const to = addresseeName(reader, ledger, it);
    return { value: it.id, label: clip(several ? t("answer.form.option.to", { ...option, to }) : t("answer.form.option", option), longestOption) };
  });
}
