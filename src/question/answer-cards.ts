// What an organisation is asked, as its people and the office see it (K25.1), and the card of an answer that was just given.
import { type Button, type Card, card, type Element, type Fact } from "../card.ts";
import { act, clip } from "../help/pieces.ts";
import { type Member, organisationName, type Viewer } from "../reader.ts";
import type { Organisation } from "../roster/model.ts";
import type { Task } from "../task/model.ts";
import { taskCode } from "../task/parts.ts";
import { showClock, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import type { Ledger } from "./ledger.ts";
import { about, listButton, press, quoted } from "./list-parts.ts";
import type { Answer, Question } from "./model.ts";
import { groupName, questionCode, stateWords } from "./parts.ts";
import { countOf, isPublic } from "./rules.ts";

/** Lines on a page: a question may be as long as a sentence or two. */
const pageLength = 6;
/** Of a name in a title. */
const longestName = 40;

/** The questions to an organisation that everybody may read, by number. */
export const askedOf = ({ questions }: Pick<Ledger, "questions">, organisation: string): readonly Question[] =>
  questions.filter((it) => it.toId === organisation && isPublic(it));

/** The versions of an answer, the newest last. */
export const versionsOf = ({ answers }: Pick<Ledger, "answers">, { id }: Pick<Question, "id">): readonly Answer[] =>
  answers.filter(({ questionId }) => questionId === id);

/** Nobody has said anything to it yet, neither in writing nor in the meeting. */
export const isOpen = (ledger: Pick<Ledger, "answers">, question: Question): boolean =>
  versionsOf(ledger, question).length === 0 && question.state !== "answered" && question.state !== "closed";

/** "4 Fragen an Agentur für Arbeit", or without a number "Fragen an …". */
export const askedTitle = (reader: Member, organisation: Organisation, n: number): string =>
  clip(reader.t("answer.asked.title", { n, organisation: clip(organisationName(reader, organisation), longestName) }), 60);

/** "Mi, 07.10.2026, Tagesordnungspunkt (TOP) 4 ab 15:40 Uhr" */
export const itemFact = ({ t, lang }: Member, { meeting, item, startsAt }: Ledger): Fact => ({
  label: t("meeting.kind", { kind: meeting.kind }),
  value: t("answer.meeting", { day: showDay(meeting.day, lang), item: item.number, clock: showClock(startsAt, lang) }),
});

/** "F-7 · SPD-Fraktion · Wie viele …?", and where it stands for several "F-3 · 3 Fragen zusammen · Wie …?" */
function rowOf(reader: Member, ledger: Ledger, question: Question, withState: boolean): string {
  const { t } = reader;
  const n = countOf(question.id, ledger.questions);
  const row = { question: questionCode(question), group: n > 1 ? t("question.together", { n }) : groupName(reader, ledger, question), text: question.text };
  return withState ? t("answer.row.state", { ...row, state: stateWords(reader, question) }) : t("answer.row", row);
}

function answerButton({ t, now }: Member, { meeting }: Ledger, organisation: Organisation): Button {
  const label = t("answer.do.answer", { when: now < meeting.startsAt ? "before" : "after" });
  return { label, wish: wish("question.answer", { meeting: meeting.id, organisation: organisation.id }), window: true };
}

function fileButton({ t, links, person }: Viewer, { meeting }: Ledger, organisation: Organisation): Button | undefined {
  const url = links.file("asked", { meeting: meeting.id, organisation: organisation.id, person: person.id });
  return url ? { label: t("label.asFile"), url } : undefined;
}

/** One message with all that is new; `before` counts what the organisation has been told of already. `office`: its people are nobody's. */
export function digestCard(reader: Viewer, ledger: Ledger, organisation: Organisation, asked: readonly Question[], before: number, office: boolean): Card {
  const { t } = reader;
  const shown = asked.slice(0, pageLength);
  const left = asked.length - shown.length;
  const rows = shown.map((it) => rowOf(reader, ledger, it, it.state !== "assigned" && it.state !== "admitted"));
  const more = left > 0 || before > 0;
  return card("question.digest", askedTitle(reader, organisation, asked.length), {
    facts: [itemFact(reader, ledger), before > 0 ? { label: t("answer.digest.before"), value: t("answer.digest.count", { n: before }) } : undefined],
    rows: left > 0 ? [...rows, t("list.more", { n: left })] : rows,
    text: t(office ? "answer.digest.office" : "answer.digest.text"),
    buttons: [
      answerButton(reader, ledger, organisation),
      more ? { label: t("answer.do.asked"), wish: wish("question.asked", { meeting: ledger.meeting.id, organisation: organisation.id }) } : undefined,
      fileButton(reader, ledger, organisation),
    ],
  });
}

/** Every question to an organisation with its state. `all` are those the reader may choose from. */
export function askedCard(reader: Viewer, ledger: Ledger, organisation: Organisation, all: readonly Organisation[], wanted: number): Card {
  const { t } = reader;
  const asked = askedOf(ledger, organisation.id);
  const pages = Math.max(1, Math.ceil(asked.length / pageLength));
  const page = Math.min(wanted, pages);
  const shown = asked.slice((page - 1) * pageLength, page * pageLength);
  const open = asked.filter((it) => isOpen(ledger, it)).length;
  const turn = wish("question.asked", { meeting: ledger.meeting.id, organisation: organisation.id, page: String(page < pages ? page + 1 : 1) });
  return card(asked.length > 0 ? "question.asked" : "question.asked.none", askedTitle(reader, organisation, asked.length), {
    facts: [itemFact(reader, ledger), asked.length > 0 ? { label: t("answer.asked.open"), value: t("answer.digest.count", { n: open }) } : undefined],
    choice: organisationChoice(reader, ledger, organisation, all),
    rows: [...shown.map((it) => rowOf(reader, ledger, it, true)), ...(pages > 1 ? [t("list.page", { page, pages })] : [])],
    text: asked.length === 0 ? t("answer.asked.none") : undefined,
    buttons: [
      asked.length > 0 ? answerButton(reader, ledger, organisation) : undefined,
      asked.length > 0 ? fileButton(reader, ledger, organisation) : undefined,
      pages > 1 ? { label: t(page < pages ? "label.nextPage" : "label.firstPage"), wish: turn } : undefined,
      listButton(reader, ledger.meeting),
    ],
  });
}

function organisationChoice(
  reader: Member,
  { meeting }: Ledger,
  chosen: Organisation,
  all: readonly Organisation[],
): Extract<Element, { type: "choice" }> | undefined {
  if (all.length < 2) return undefined;
  const options = all.map((it) => ({
    label: clip(organisationName(reader, it), 75),
    wish: wish("question.asked", { meeting: meeting.id, organisation: it.id }),
  }));
  return { type: "choice", label: reader.t("answer.asked.choose"), options, chosen: Math.max(0, all.indexOf(chosen)) };
}

interface Done {
  readonly question: Question;
  readonly organisation: Organisation;
  /** The next question of the organisation without an answer. */
  readonly next: Question | undefined;
  /** What the sender may now report as done. */
  readonly task: Task | undefined;
}

/** The answer as everybody reads it, and what the organisation may do next. `ledger` holds it already. */
export function answeredCard(reader: Viewer, ledger: Ledger, { question, organisation, next, task }: Done): Card {
  const { t, lang } = reader;
  const [current, ...earlier] = [...versionsOf(ledger, question)].reverse();
  const told = (it: Answer): string => t("answer.done.by.value", { organisation: organisationName(reader, organisation), day: showDay(it.on, lang) });
  const title = t("answer.done.title", { question: questionCode(question), corrected: earlier.length > 0 ? "yes" : "no" });
  return card("question.answered", title, {
    facts: [
      { label: t("answer.form.question"), value: quoted(reader, question.text) },
      current && { label: t("answer.done.by"), value: told(current) },
      { label: t("fact.state"), value: stateWords(reader, question) },
    ],
    rows: [
      ...(current ? [quoted(reader, current.text)] : []),
      ...earlier.slice(0, 1).map((it) => t("answer.done.earlier", { day: showDay(it.on, lang), text: it.text })),
    ],
    text: t("answer.done.text"),
    buttons: [
      next && press(reader, next, t("answer.do.next"), wish("question.answer", about(next)), { window: true }),
      task && { label: t("answer.do.task", { task: taskCode(task) }), wish: wish("task.done", { task: taskCode(task) }) },
      listButton(reader, ledger.meeting),
      press(reader, question, t("answer.do.change"), wish("question.answer", about(question)), { window: true }),
    ],
  });
}

/** The rule as a fact, and where the question can be read. */
export const notYoursCard = (reader: Member, { meeting }: Pick<Ledger, "meeting">, organisation: Organisation | undefined): Card =>
  card("question.answer.notYours", reader.t("answer.notYours.title"), {
    facts: [organisation && { label: reader.t("answer.notYours.asked"), value: organisationName(reader, organisation) }],
    text: reader.t("answer.notYours.text"),
    buttons: [listButton(reader, meeting), act(reader, "help.show")],
  });
