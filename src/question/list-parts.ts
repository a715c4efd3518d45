// What the cards of the list, of one question and of moderation have in common: quoted words, states, support, and the usual buttons.
import type { Button } from "../card.ts";
import { act, clip } from "../help/pieces.ts";
import type { Member } from "../reader.ts";
import { type Wish, wish } from "../wish.ts";
import type { Ledger } from "./ledger.ts";
import type { Question, Round } from "./model.ts";
import { addresseeName, groupName, questionCode, stateWords } from "./parts.ts";
import { countOf, supportersOf } from "./rules.ts";

export const quoted = ({ t }: Pick<Member, "t">, text: string): string => t("question.quote", { text });

/** F-3 „Wie entwickelt sich die Teilzeitausbildung…“ */
export const coded = (reader: Pick<Member, "t">, question: Question, max = 80): string =>
  reader.t("question.coded", { question: questionCode(question), text: clip(question.text, max) });

/** Every wish about a question carries its meeting, because the meeting is what is held. */
export const about = ({ id, meetingId }: Pick<Question, "id" | "meetingId">) => ({ meeting: meetingId, question: id });

/** The same by number, which is short enough for an option of a selection. */
export const aboutShort = (question: Pick<Question, "number" | "meetingId">) => ({ meeting: question.meetingId, question: questionCode(question) });

/** A button about one question; read aloud it names the question. */
export const press = ({ t }: Pick<Member, "t">, question: Question, label: string, it: Wish, more: { readonly window?: true } = {}): Button => ({
  label,
  hears: clip(t("question.hears", { label, question: questionCode(question) }), 75),
  wish: it,
  ...more,
});

export const listButton = (reader: Pick<Member, "t">, { id }: Pick<Ledger["meeting"], "id">): Button => act(reader, "question.list", { meeting: id });

export const reviewButton = ({ t }: Pick<Member, "t">, { id }: Pick<Ledger["meeting"], "id">, label = t("question.do.reviewAll")): Button => ({
  label,
  wish: wish("question.review", { meeting: id }),
});

/** The state, and what the office should know besides while it has not decided. */
export function standWords(reader: Pick<Member, "t">, question: Question): string {
  const state = stateWords(reader, question);
  if (question.state !== "received") return state;
  return reader.t("question.stand", { state, late: question.late ? "yes" : "no", again: question.said === "again" ? "yes" : "no" });
}

/** What others support is seen by the office always, by everybody once the rules or the begun round allow it. */
export const seesSupport = ({ rules, round }: { readonly rules: Ledger["rules"]; readonly round: Pick<Round, "state"> }, office: boolean): boolean =>
  office || rules.showSupport || round.state !== "none";

/** "F-12 · FDP-Fraktion · an Jobcenter · zugelassen · 4 unterstützen" */
export function questionRow(reader: Pick<Member, "t" | "lang">, ledger: Ledger, question: Question, office: boolean): string {
  const { t } = reader;
  const count = countOf(question.id, ledger.questions);
  const support = seesSupport(ledger, office) ? supportersOf(question.id, ledger.questions, ledger.votes).size : 0;
  const row = t("question.row", {
    question: questionCode(question),
    group: groupName(reader, ledger, question),
    to: addresseeName(reader, ledger, question),
    state: standWords(reader, question),
  });
  return [row, ...(count > 1 ? [t("question.together", { n: count })] : []), ...(support > 0 ? [t("question.supporting", { n: support })] : [])].join(" · ");
}
