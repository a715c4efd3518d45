// What may happen to a question: walked through at random beside a simple model, and the limits of merging and of taking back.
import fc from "fast-check";
import { question } from "../testing/questions.ts";
import type { Question, QuestionState } from "./model.ts";
import { type Action, type ActionType, allows, countOf, decide, isPublic, isWaiting, mayUndo, mergedInto, orphaned, supportersOf } from "./rules.ts";

/** Where each action leads from each state; whatever is missing is not possible. */
const leads: { readonly [S in QuestionState]: Partial<Record<ActionType, QuestionState>> } = {
  received: { admit: "admitted", merge: "merged", reject: "rejected", reword: "received", withdraw: "withdrawn" },
  admitted: {
    ...{ merge: "merged", undo: "received", withdraw: "withdrawn", assign: "assigned" },
    ...{ answer: "answeredBefore", answered: "answered", owe: "owed", end: "owed" },
  },
  merged: { undo: "received", agree: "merged", again: "received", withdraw: "withdrawn" },
  rejected: { undo: "received", again: "received", reword: "received", withdraw: "withdrawn" },
  assigned: { withdraw: "withdrawn", answer: "answeredBefore", answered: "answered", owe: "owed", end: "owed" },
  answeredBefore: { answer: "answeredBefore", end: "closed" },
  answered: { answer: "answered", end: "closed", recall: "admitted" },
  owed: { answer: "closed", recall: "admitted" },
  closed: { answer: "closed" },
  withdrawn: {},
};

interface Real {
  all: readonly Question[];
}
/** What anybody could keep on paper: the state of each question, what it belongs to, what the round found, and how often it was admitted. */
interface Model {
  readonly state: QuestionState[];
  readonly into: (number | null)[];
  readonly before: (QuestionState | null)[];
  readonly admitted: boolean[];
}

const numbers = [1, 2, 3, 4, 5];
const types = [...new Set(Object.values(leads).flatMap((row) => Object.keys(row)))] as readonly ActionType[];

function actionOf(type: ActionType, into: Question, held: number): Action {
  if (type === "merge") return { type, into, held };
  if (type === "admit") return { type, on: "2026-09-24" };
  if (type === "reject") return { type, rule: "asked", hint: null };
  if (type === "reword") return { type, to: { text: "Anders?", background: null, toId: "ihk", objectiveId: null } };
  return { type } as Action;
}

/** One person does one thing with one question; the other one matters for merging only. */
class Step implements fc.Command<Model, Real> {
  readonly at: number;
  readonly type: ActionType;
  readonly other: number;
  constructor(at: number, type: ActionType, other: number) {
    this.at = at;
    this.type = type;
    this.other = other;
  }
  check = (): boolean => true;
  toString = (): string => `${this.type} F-${this.at + 1}${this.type === "merge" ? ` into F-${this.other + 1}` : ""}`;

  run(model: Model, real: Real): void {
    const { at, type, other } = this;
    const [before, into] = [real.all[at], real.all[other]];
    if (!before || !into) throw new Error("no such question");
    const after = decide(before, actionOf(type, into, mergedInto(before.id, real.all).length));
    const expected = this.expected(model);
    expect(typeof after === "string" ? undefined : after.state).toBe(expected);
    if (typeof after !== "string") {
      real.all = real.all.map((it) => (it.id === after.id ? after : it));
      const freed = orphaned(after, real.all);
      real.all = real.all.map((it) => freed.find(({ id }) => id === it.id) ?? it);
    }
    if (expected) this.keep(model, expected);
    compare(model, real);
    if (typeof after !== "string") isUntouched(before, after, type);
  }

  private expected({ state, into, before }: Model): QuestionState | undefined {
    const { at, type, other } = this;
    const next = leads[state[at] ?? "withdrawn"][type];
    if (type === "recall" && next) return before[at] ?? undefined;
    if (type !== "merge" || !next) return next;
    const stands = into.some((it, index) => it === at && state[index] === "merged");
    return at !== other && !stands && ["received", "admitted", "assigned"].includes(state[other] ?? "") ? next : undefined;
  }

  private keep({ state, into, before, admitted }: Model, next: QuestionState): void {
    const { at, type, other } = this;
    if (type === "answered" || type === "owe") before[at] = state[at] ?? null;
    if (type === "recall" || type === "end") before[at] = null;
    state[at] = next;
    into[at] = next === "merged" ? (type === "merge" ? other : (into[at] ?? null)) : null;
    if (type === "admit") admitted[at] = true;
    if (["received", "merged", "rejected", "withdrawn"].includes(next)) admitted[at] = false;
    // Whatever no longer stands for others gives them back.
    if (!["received", "merged", "rejected", "withdrawn"].includes(next)) return;
    for (const [index, it] of into.entries()) {
      if (it !== at) continue;
      state[index] = "received";
      into[index] = null;
    }
  }
}

/** What is wrong with the questions, in words; one look for all of them, because there are many steps. */
function compare(model: Model, { all }: Real): void {
  const wrong = all.flatMap((it, index) => {
    const into = all.find(({ id }) => id === it.intoId);
    const merged = it.state === "merged";
    return [
      it.state !== model.state[index] ? `${it.id} is ${it.state}, not ${model.state[index]}` : "",
      all.findIndex(({ id }) => id === it.intoId) !== (model.into[index] ?? -1) ? `${it.id} belongs elsewhere` : "",
      isPublic(it) && !model.admitted[index] ? `${it.id} is public and was not admitted` : "",
      merged !== (into !== undefined) ? `${it.id} belongs to nothing, or is not merged` : "",
      merged && ["merged", "rejected", "withdrawn"].includes(into?.state ?? "") ? `${it.id} belongs to what is ${into?.state}` : "",
      it.rule !== null && it.state !== "rejected" && it.state !== "withdrawn" ? `${it.id} has a rule of an earlier refusal` : "",
    ].filter((what) => what !== "");
  });
  // Every question is counted in one place.
  const counted = all.reduce((sum, { id, state }) => sum + (state === "merged" ? 0 : countOf(id, all)), 0);
  expect([counted, ...wrong]).toEqual([all.length]);
}

/** The asker alone changes the words, and nobody ever what a question says about who asked it. */
function isUntouched(before: Question, after: Question, type: ActionType): void {
  const who = ({ id, allianceId, meetingId, number, named, personId, organisationId, seatId, askedOn, actorId, via, receipt }: Question) =>
    JSON.stringify({ id, allianceId, meetingId, number, named, personId, organisationId, seatId, askedOn, actorId, via, receipt });
  const words = ({ text, background, toId, objectiveId }: Question) => JSON.stringify({ text, background, toId, objectiveId });
  expect(who(after) === who(before) && (type === "reword" || words(after) === words(before))).toBe(true);
}

test("whatever people do one after the other, the questions are where the model says, and every one is counted once", () => {
  const step = fc
    .tuple(fc.nat(numbers.length - 1), fc.constantFrom(...types), fc.nat(numbers.length - 1))
    .map(([at, type, other]): fc.Command<Model, Real> => new Step(at, type, other));
  fc.assert(
    fc.property(fc.commands([step], { maxCommands: 60 }), (steps) => {
      fc.modelRun(
        () => ({
          model: {
            state: numbers.map((): QuestionState => "received"),
            into: numbers.map(() => null),
            before: numbers.map(() => null),
            admitted: numbers.map(() => false),
          },
          real: { all: numbers.map((number) => question({ id: `q${number}`, number, named: number % 2 === 0 })) },
        }),
        steps,
      );
    }),
    { numRuns: 300 },
  );
});

const states = Object.keys(leads) as readonly QuestionState[];

test.each(states)("from „%s“ only what the model names is possible", (state) => {
  expect(types.filter((type) => allows({ state }, type)).sort()).toEqual(Object.keys(leads[state]).sort());
});

test("what is withdrawn stays withdrawn, and a step that the round has not taken cannot be taken back", () => {
  const gone = question({ id: "a", number: 1, state: "withdrawn" });
  const other = question({ id: "b", number: 2 });
  expect(types.map((type) => decide(gone, actionOf(type, other, 0)))).toEqual(types.map(() => "state"));
  expect(decide({ ...gone, state: "answered" }, { type: "recall" })).toBe("state");
  expect(decide({ ...gone, state: "answered", before: "assigned" }, { type: "recall" })).toMatchObject({ state: "assigned", before: null });
});

describe("merging", () => {
  const [a, b, c] = [1, 2, 3].map((number) => question({ id: `q${number}`, number })) as [Question, Question, Question];
  const inA: Question = { ...b, state: "merged", intoId: a.id };

  test("goes one level deep: not into itself, not into what is merged, not with others merged into it, not into another meeting's", () => {
    expect(decide(a, { type: "merge", into: a, held: 0 })).toBe("self");
    expect(decide(c, { type: "merge", into: inA, held: 0 })).toBe("notThere");
    expect(decide(c, { type: "merge", into: { ...a, intoId: b.id }, held: 0 })).toBe("chain");
    expect(decide(a, { type: "merge", into: c, held: 1 })).toBe("chain");
    expect(decide(c, { type: "merge", into: { ...a, meetingId: "other" }, held: 0 })).toBe("notThere");
    expect(decide(c, { type: "merge", into: { ...a, state: "answered" }, held: 0 })).toBe("notThere");
  });

  test("counts those it stands for, and everybody who supports one of them once", () => {
    const all = [a, inA, c];
    expect([countOf(a.id, all), countOf(c.id, all)]).toEqual([2, 1]);
    const votes = [
      { questionId: a.id, personId: "p" },
      { questionId: b.id, personId: "p" },
      { questionId: b.id, personId: "q" },
      { questionId: c.id, personId: "r" },
    ];
    expect([...supportersOf(a.id, all, votes)].sort()).toEqual(["p", "q"]);
  });

  test.each<[QuestionState, boolean]>([
    ["withdrawn", true],
    ["rejected", true],
    ["received", true],
    ["admitted", false],
    ["assigned", false],
    ["answeredBefore", false],
    ["owed", false],
    ["closed", false],
  ])("once what they were merged into is „%s“, they are received again: %s", (state, freed) => {
    const found = orphaned({ ...a, state }, [{ ...a, state }, inA, c]);
    expect(found).toEqual(freed ? [{ ...inA, state: "received", intoId: null }] : []);
  });

  test("said of a decision is forgotten with it", () => {
    const agreed = { ...inA, said: "agreed" as const };
    expect(decide(agreed, { type: "agree" })).toBe(agreed);
    expect(decide(agreed, { type: "again" })).toMatchObject({ state: "received", said: "again", intoId: null });
    expect(decide(agreed, { type: "undo" })).toMatchObject({ state: "received", said: null });
  });
});

describe("the office takes a decision back", () => {
  const a = question({ id: "a", number: 1, state: "admitted" });
  const merged = question({ id: "b", number: 2, state: "merged", intoId: "a" });
  const may = (it: Question, all: readonly Question[], state: "none" | "running" | "ended" = "none") => mayUndo(it, { questions: all, round: { state } });

  test("until the question has been handed on or the round has begun", () => {
    expect([may(a, [a]), may(a, [a], "running"), may(a, [a], "ended")]).toEqual([true, false, false]);
    expect(states.filter((state) => may({ ...a, state }, [{ ...a, state }]))).toEqual(["admitted", "merged", "rejected"]);
  });

  test("of a merging until the question they belong to has been handed on", () => {
    expect([may(merged, [a, merged]), may(merged, [{ ...a, state: "received" }, merged])]).toEqual([true, true]);
    expect([may(merged, [{ ...a, state: "assigned" }, merged]), may(merged, [a, merged], "running")]).toEqual([false, false]);
  });

  test("of a refusal at any time: nobody has gone by it", () => {
    expect(may({ ...a, state: "rejected" }, [], "running")).toBe(true);
  });
});

test("what is waiting is public, and what is public was admitted", () => {
  expect(states.filter((state) => isWaiting({ state }))).toEqual(["admitted", "assigned"]);
  expect(states.filter((state) => !isPublic({ state })).sort()).toEqual(["merged", "received", "rejected", "withdrawn"]);
});
