// What an organisation is asked, and its written answer: before the round or after it, by its people, their secretariat, or the office for them.
import { id, number, one, optional, text } from "../args.ts";
import { command, type Known } from "../command.ts";
import { badInput, staleCard } from "../help/cards.ts";
import { repaintMatter } from "../meeting/live.ts";
import { tracedTo } from "../notice/history.ts";
import type { Shown } from "../notice/model.ts";
import { ask, type FieldErrors, type Outcome, refuse, show } from "../outcome.ts";
import { sameRef } from "../ports.ts";
import type { Organisation } from "../roster/model.ts";
import { actorOf } from "../task/held.ts";
import type { Task } from "../task/model.ts";
import { verdict } from "../task/rules.ts";
import { type Wish, wish } from "../wish.ts";
import { answeredCard, askedCard, askedOf, isOpen, notYoursCard, versionsOf } from "./answer-cards.ts";
import { answerForm } from "./answer-form.ts";
import { put, repaintQuestion, tellAsker } from "./change.ts";
import { answeringFor, holds, ledgerHeld, looks } from "./held.ts";
import { type Ledger, withQuestions } from "./ledger.ts";
import type { Answer, Question } from "./model.ts";
import { askedMatter, findQuestion, questionCode } from "./parts.ts";
import { repaintRound } from "./round-take.ts";
import { allows, decide, mergedInto } from "./rules.ts";
import { longestAnswer } from "./wording.ts";

/** The organisations the sender may answer for, in the roster's order. */
async function answering(context: Known, ledger: Ledger): Promise<readonly Organisation[]> {
  const ids = await answeringFor(context, ledger);
  return ledger.organisations.filter((it) => ids.includes(it.id));
}

const asked = command({
  who: "linked",
  opens: looks,
  args: { meeting: optional(id()), organisation: optional(id()), page: optional(number(1, 999)) },
  async run(context, args) {
    const ledger = await ledgerHeld(context);
    if ("outcome" in ledger) return ledger.outcome;
    const own = await answering(context, ledger);
    const wanted = ledger.organisations.find((it) => it.id === args.organisation);
    const chosen = wanted ?? own.find((it) => askedOf(ledger, it.id).length > 0) ?? own[0];
    if (!chosen || !own.includes(chosen)) return refuse("other_organisation", notYoursCard(context, ledger, wanted));
    // The office could mean any; who is asked nothing is offered to nobody.
    const choices = own.filter((it) => it === chosen || askedOf(ledger, it.id).length > 0);
    return show(askedCard(context, ledger, chosen, choices, args.page ?? 1), askedMatter(ledger.meeting.id, chosen.id));
  },
});

const answer = command({
  who: "linked",
  opens: holds,
  args: {
    meeting: optional(id()),
    organisation: optional(id()),
    question: optional(text(60)),
    text: optional(text(longestAnswer, "many")),
    /** The question of which the form showed an answer, and in which version. */
    seen: optional(id()),
    edition: optional(number(1, 100_000)),
    sent: optional(one("1")),
  },
  async run(context, args) {
    const ledger = await ledgerHeld(context);
    if ("outcome" in ledger) return ledger.outcome;
    const own = await answering(context, ledger);
    const found = args.question === undefined ? undefined : await findQuestion(context.desk, args.question);
    const question = ledger.questions.find((it) => it.id === found?.id);
    if (args.question !== undefined && (!question || !allows(question, "answer"))) return refuse("stale", staleCard(context));
    const to = ledger.organisations.find((it) => it.id === (question?.toId ?? args.organisation));
    if (to ? !own.includes(to) : own.length === 0) return refuse("other_organisation", notYoursCard(context, ledger, to));
    const all = own.filter((it) => it === to || args.organisation === undefined).flatMap((it) => askedOf(ledger, it.id));
    const [only] = all;
    if (!only) return show(askedCard(context, ledger, to ?? (own[0] as Organisation), own.slice(0, 1), 1));
    const { organisation } = args;
    if (!args.sent) return ask(answerForm(context, ledger, all, { organisation, question: question ?? (all.length === 1 ? only : undefined) }));
    const again = wish("question.answer", { meeting: ledger.meeting.id, ...(organisation ? { organisation } : {}) });
    if (!question || !to) return wrong(context, again, { question: context.t("bad.empty") });
    if (!args.text) return wrong(context, again, { text: context.t("bad.empty") });
    const present = versionsOf(ledger, question).at(-1)?.edition ?? 0;
    const seen = args.seen === question.id ? (args.edition ?? 0) : 0;
    if (present > seen) return ask(answerForm(context, ledger, all, { organisation, question, text: args.text, newer: true }));
    return give(context, ledger, question, to, args.text);
  },
});

const wrong = (context: Known, it: Wish, fields: FieldErrors): Outcome =>
  refuse("bad_input", badInput(context, it, Object.values(fields)[0] ?? ""), context.by === "form" ? fields : undefined);

/** The next version of the answer, with all that follows from it. Supporters are not told: they read it in the list. */
async function give(context: Known, ledger: Ledger, question: Question, organisation: Organisation, words: string): Promise<Outcome> {
  const { desk, person, today } = context;
  const last = versionsOf(ledger, question).at(-1);
  // The same words once more are no correction.
  const fresh: Answer | undefined =
    last?.text === words
      ? undefined
      : {
          questionId: question.id,
          edition: (last?.edition ?? 0) + 1,
          allianceId: question.allianceId,
          organisationId: organisation.id,
          personId: person.id,
          text: words,
          on: today,
        };
  const decided = decide(question, { type: "answer" });
  const after = typeof decided === "string" ? question : decided;
  const now = withQuestions({ ...ledger, answers: fresh ? [...ledger.answers, fresh] : ledger.answers }, [after]);
  if (fresh) {
    desk.put("Answer", fresh);
    record(context, question, fresh);
    if (after !== question) put(context, question, after);
    const told = last ? "correction" : "answer";
    for (const it of [after, ...mergedInto(question.id, ledger.questions)]) {
      // The card that is there changes at once, the message comes in its time.
      await repaintQuestion(context, it);
      tellAsker(context, it, { told });
    }
    await repaintAsked(context, ledger, organisation);
    await repaintRound(context, ledger.meeting.id);
  }
  const next = askedOf(now, organisation.id).find((it) => it.id !== question.id && isOpen(now, it));
  const task = await taskOf(context, question);
  return show(answeredCard(context, now, { question: after, organisation, next, task }), askedMatter(ledger.meeting.id, organisation.id));
}

/** That there is an answer stands in the history, its words only in the answer itself. */
function record(context: Known, question: Question, { edition, organisationId }: Answer): void {
  const { id: about, number: its, allianceId, meetingId, personId } = question;
  const line = (which: number): string => JSON.stringify({ id: about, number: its, organisationId, edition: which });
  tracedTo(context, { allianceId, meetingId, personId, what: "answer", before: edition > 1 ? line(edition - 1) : null, after: line(edition) });
}

/** Everybody of the organisation sees in their card what is answered by now. */
const repaintAsked = (context: Known, { meeting }: Ledger, { id: organisation }: Organisation): Promise<void> =>
  repaintMatter(
    context,
    { matter: askedMatter(meeting.id, organisation), kind: "question.digest", args: { meeting: meeting.id, organisation } },
    ({ ref }: Shown) => sameRef(ref, context.card),
  );

/** The task that the question has become, as long as the sender may report it as done. */
async function taskOf(context: Known, question: Question): Promise<Task | undefined> {
  const tasks = await context.desk.find("Task", { question: questionCode(question), organisationId: question.toId });
  for (const task of tasks) if (verdict(task, "done", await actorOf(context, task)) === "may") return task;
  return undefined;
}

export const answerCommands = { "question.asked": asked, "question.answer": answer };
