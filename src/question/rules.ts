// What may happen to a question, and what it is afterwards; pure, without time and without people.
import type { Day } from "../time.ts";
import type { Question, QuestionState, RefusalRule, Round } from "./model.ts";

export type Action =
  /** `over`: the round that could have called it has ended, so it is owed in writing. */
  | { readonly type: "admit"; readonly on: Day; readonly over?: boolean }
  /** `into` is the question it is merged into, as it is now; `held` is how many questions are merged into the one that is to be merged. */
  | { readonly type: "merge"; readonly into: Pick<Question, "id" | "meetingId" | "state" | "intoId">; readonly held: number }
  | { readonly type: "reject"; readonly rule: RefusalRule; readonly hint: string | null }
  /** The office takes its decision back. */
  | { readonly type: "undo" }
  /** Whoever asked agrees to a merging, or wants it, or a refusal, looked at again. */
  | { readonly type: "agree" }
  | { readonly type: "again" }
  | { readonly type: "reword"; readonly to: Pick<Question, "text" | "background" | "toId" | "objectiveId"> }
  | { readonly type: "withdraw" }
  /** The organisation asked has been told. */
  | { readonly type: "assign" }
  /** A written answer, or a correction of one. */
  | { readonly type: "answer" }
  | { readonly type: "answered" }
  | { readonly type: "owe" }
  /** The round takes a step back. */
  | { readonly type: "recall" }
  /** The round is over. */
  | { readonly type: "end" };
export type ActionType = Action["type"];

/** Why an action is not possible: a stable word. */
export type Denied = "state" | "self" | "notThere" | "chain";

const from: { readonly [A in ActionType]: readonly QuestionState[] } = {
  admit: ["received"],
  merge: ["received", "admitted"],
  reject: ["received"],
  undo: ["admitted", "merged", "rejected"],
  agree: ["merged"],
  again: ["merged", "rejected"],
  reword: ["received", "rejected"],
  withdraw: ["received", "admitted", "merged", "rejected", "assigned"],
  assign: ["admitted"],
  answer: ["admitted", "assigned", "answeredBefore", "answered", "owed", "closed"],
  answered: ["admitted", "assigned"],
  owe: ["admitted", "assigned"],
  recall: ["answered", "owed"],
  end: ["admitted", "assigned", "answeredBefore", "answered"],
};

export const allows = ({ state }: Pick<Question, "state">, action: ActionType): boolean => from[action].includes(state);

/** Everybody reads these; the others are the office's and the asker's affair. */
export const isPublic = ({ state }: Pick<Question, "state">): boolean => !["received", "merged", "rejected", "withdrawn"].includes(state);

/** Still to be called in the round. */
export const isWaiting = ({ state }: Pick<Question, "state">): boolean => state === "admitted" || state === "assigned";

/** The question after the action, or why it cannot be. The same question comes back where nothing changes. */
export function decide(question: Question, action: Action): Question | Denied {
  if (!allows(question, action.type)) return "state";
  switch (action.type) {
    case "admit":
      return { ...question, state: action.over ? "owed" : "admitted", admittedOn: action.on, said: null };
    case "merge":
      return merged(question, action.into, action.held);
    case "reject":
      return { ...question, state: "rejected", rule: action.rule, hint: action.hint, said: null };
    case "undo":
    case "again":
      return { ...received(question), said: action.type === "again" ? "again" : null };
    case "agree":
      return question.said === "agreed" ? question : { ...question, said: "agreed" };
    case "reword":
      return { ...received(question), ...action.to };
    case "withdraw":
      return { ...question, state: "withdrawn", place: null, intoId: null, said: null };
    case "assign":
      return { ...question, state: "assigned" };
    case "answer":
      return written(question);
    case "answered":
      return { ...question, state: "answered", before: question.state };
    case "owe":
      return { ...question, state: "owed", before: question.state };
    case "recall":
      return question.before === null ? "state" : { ...question, state: question.before, before: null };
    case "end":
      return { ...question, state: isWaiting(question) ? "owed" : "closed", before: null };
  }
}

const received = (question: Question): Question => ({
  ...question,
  state: "received",
  intoId: null,
  rule: null,
  hint: null,
  admittedOn: null,
  said: null,
  place: null,
});

/** One level only: what others were merged into is merged nowhere, so that every count has one place. */
function merged(question: Question, into: Pick<Question, "id" | "meetingId" | "state" | "intoId">, held: number): Question | Denied {
  if (into.id === question.id) return "self";
  if (held > 0) return "chain";
  if (into.meetingId !== question.meetingId || !["received", "admitted", "assigned"].includes(into.state)) return "notThere";
  if (into.intoId !== null) return "chain";
  return { ...question, state: "merged", intoId: into.id, admittedOn: null, said: null, place: null };
}

/** Before the round an answer in advance, afterwards the written reply that was owed; a correction changes no state. */
function written(question: Question): Question {
  if (isWaiting(question)) return { ...question, state: "answeredBefore" };
  return question.state === "owed" ? { ...question, state: "closed" } : question;
}

/** Those merged into a question. */
export const mergedInto = (id: string, all: readonly Question[]): readonly Question[] => all.filter(({ state, intoId }) => state === "merged" && intoId === id);

/**
 * Those merged into a question that can no longer stand for them, received again each with its own count. `question` is as it is after it was
 * withdrawn, refused, taken back to be looked at or worded anew; while it stands for them there are none.
 */
export const orphaned = (question: Question, all: readonly Question[]): readonly Question[] =>
  isPublic(question) ? [] : mergedInto(question.id, all).map(received);

/**
 * Whether the office can still take its decision back. Once a question, or the one it belongs to, has been handed on, or the round that
 * may call it has begun, others have gone by the decision.
 */
export function mayUndo(question: Question, { questions, round }: { readonly questions: readonly Question[]; readonly round: Pick<Round, "state"> }): boolean {
  if (!allows(question, "undo")) return false;
  if (question.state === "rejected") return true;
  const into = question.state === "merged" ? questions.find(({ id }) => id === question.intoId) : question;
  return round.state === "none" && (into === undefined || into.state === "received" || into.state === "admitted");
}

/** How many questions one stands for, itself included. */
export const countOf = (id: string, all: readonly Question[]): number => 1 + mergedInto(id, all).length;

/** Who supports a question or one merged into it, each person once. */
export function supportersOf(
  id: string,
  all: readonly Question[],
  votes: readonly { readonly questionId: string; readonly personId: string }[],
): ReadonlySet<string> {
  const ids = new Set([id, ...mergedInto(id, all).map((it) => it.id)]);
  return new Set(votes.filter(({ questionId }) => ids.has(questionId)).map(({ personId }) => personId));
}
