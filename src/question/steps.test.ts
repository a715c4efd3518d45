// The round's steps: in order, each question once, and every step taken back again.
import fc from "fast-check";
import { question } from "../testing/questions.ts";
import { noRound, type Question } from "./model.ts";
import { isWaiting } from "./rules.ts";
import {
  answered,
  back,
  currentOf,
  end,
  type Floor,
  later,
  nextOf,
  partsOf,
  pause,
  queueOf,
  type Stepped,
  start,
  stepsOf,
  supplement,
  tallyOf,
  written,
} from "./steps.ts";

/** All of one group, so that they are called in the order of their numbers. */
const ask = (number: number, more: Partial<Question> = {}): Question =>
  question({ id: `q${number}`, number, organisationId: "cdu", state: "admitted", ...more });

const floorOf = (...questions: readonly Question[]): Floor => ({
  round: noRound({ id: "m", allianceId: "kba" }),
  questions,
  ordering: { by: "support", groups: [], addressees: [], objectives: [], support: () => 0 },
});

/** The floor after these steps; the same one where a step is not possible. */
function go(floor: Floor, ...steps: readonly ((floor: Floor) => Stepped | undefined)[]): Floor {
  let now = floor;
  for (const step of steps) {
    const next = step(now);
    const changed = new Map((next?.changed ?? []).map((it) => [it.id, it]));
    const questions = now.questions.map((it) => changed.get(it.id) ?? it);
    for (const it of now.questions) changed.delete(it.id);
    now = { ...now, round: next?.round ?? now.round, questions: [...questions, ...changed.values()] };
  }
  return now;
}

const three = floorOf(ask(1), ask(2), ask(3));
const called = (floor: Floor): number | undefined => currentOf(floor)?.number;
const numbers = (questions: readonly Question[]): readonly number[] => questions.map(({ number }) => number);
const withdrawn = (floor: Floor, number: number): Floor => ({
  ...floor,
  questions: floor.questions.map((it) => (it.number === number ? { ...it, state: "withdrawn" } : it)),
});
const adding = (number: number, to: number) => (floor: Floor) => supplement(floor, ask(number, { supplementTo: `q${to}` }));

test("the questions are called one after the other, until none is left", () => {
  let floor = three;
  const seen: (number | undefined)[] = [];
  for (const step of [start, answered, written, answered]) {
    floor = go(floor, step);
    seen.push(called(floor));
  }
  expect(seen).toEqual([1, 2, 3, undefined]);
  expect(partsOf(floor)).toMatchObject({ answered: [{ number: 1 }, { number: 3 }], written: [{ number: 2 }], waiting: [] });
  expect(answered(floor)).toBeUndefined();
});

test("a round without a question that waits does not begin, and one that runs does not begin again", () => {
  expect(start(floorOf(ask(1, { state: "received" }), ask(2, { state: "answeredBefore" })))).toBeUndefined();
  expect(start(go(three, start))).toBeUndefined();
});

test("what was answered beforehand is not called and not counted", () => {
  const floor = go(floorOf(ask(1, { state: "answeredBefore" }), ask(2), ask(3)), start);
  expect([called(floor), tallyOf(floor)]).toEqual([2, { called: 1, all: 2 }]);
});

test("those put off are called again behind all others, in the order in which they were put off", () => {
  const floor = go(floorOf(ask(1), ask(2), ask(3), ask(4)), start, later, answered, later);
  expect([called(floor), numbers(queueOf(floor))]).toEqual([4, [4, 1, 3]]);
  const again = go(floor, answered, later);
  expect([called(again), numbers(queueOf(again))]).toEqual([3, [3, 1]]);
});

test("the only question that waits cannot be put off", () => {
  const floor = go(three, start, answered, answered);
  expect([called(floor), later(floor)]).toEqual([3, undefined]);
});

test("a supplementary question is called right after the one it adds to, wherever that stands", () => {
  const first = go(three, start, adding(4, 1));
  expect([called(first), nextOf(first)?.number, called(go(first, answered))]).toEqual([1, 4, 4]);
  const put = go(first, later);
  expect([called(put), numbers(queueOf(put))]).toEqual([2, [2, 3, 1, 4]]);
  const last = go(put, answered, answered, adding(5, 1));
  expect([called(last), called(go(last, answered))]).toEqual([1, 4]);
});

test("a supplementary question goes before one that was admitted meanwhile", () => {
  const floor = go(floorOf(ask(1), ask(2), ask(3, { state: "received" })), start, later, answered, adding(4, 1));
  const admitted = { ...floor, questions: floor.questions.map((it) => (it.number === 3 ? { ...it, state: "admitted" as const } : it)) };
  expect([called(admitted), nextOf(admitted)?.number, called(go(admitted, answered))]).toEqual([1, 4, 4]);
});

test("where only its own supplementary question waits beside it, a question is not put off", () => {
  expect(later(go(floorOf(ask(1)), start, adding(2, 1)))).toBeUndefined();
});

test("a question withdrawn while the round runs is not called; if it was, the next one is", () => {
  const floor = go(three, start);
  expect(called(withdrawn(floor, 2))).toBe(1);
  const without = withdrawn(floor, 1);
  expect([called(without), called(go(without, answered)), tallyOf(without)]).toEqual([2, 3, { called: 1, all: 2 }]);
  const put = withdrawn(go(floor, later), 1);
  expect(numbers(queueOf(put))).toEqual([2, 3]);
});

test("a question admitted after the last one was answered is called", () => {
  const floor = go(floorOf(ask(1), ask(2, { state: "received" })), start, answered);
  expect(called(floor)).toBeUndefined();
  expect(called({ ...floor, questions: floor.questions.map((it) => (it.number === 2 ? { ...it, state: "admitted" } : it)) })).toBe(2);
});

test("in a pause nothing is called or decided; it goes on with the same question", () => {
  const floor = go(three, start, answered, pause);
  expect([floor.round.state, called(floor), answered(floor), later(floor)]).toEqual(["paused", 2, undefined, undefined]);
  expect(go(floor, pause).round.state).toBe("running");
});

test("at the end what waits is owed in writing, and what was answered is closed; the counts stay", () => {
  const floor = go(floorOf(ask(1, { state: "answeredBefore" }), ask(2), ask(3), ask(4), ask(5, { state: "received" })), start, answered, written, end);
  expect(floor.questions.map(({ state }) => state)).toEqual(["closed", "closed", "owed", "owed", "received"]);
  expect([numbers(partsOf(floor).answered), numbers(partsOf(floor).written), tallyOf(floor)]).toEqual([[2], [3, 4], { called: 3, all: 3 }]);
  // A written answer that comes later changes no count.
  const later = { ...floor, questions: floor.questions.map((it) => (it.number === 4 ? { ...it, state: "closed" as const } : it)) };
  expect(numbers(partsOf(later).written)).toEqual([3, 4]);
});

test("the end can be taken back; what was answered in writing meanwhile stays answered", () => {
  const ended = go(three, start, answered, end);
  const meanwhile = { ...ended, questions: ended.questions.map((it) => (it.number === 3 ? { ...it, state: "closed" as const } : it)) };
  const floor = go(meanwhile, back);
  expect([floor.round.state, called(floor), floor.questions.map(({ state }) => state)]).toEqual(["running", 2, ["answered", "admitted", "closed"]]);
});

test("a supplementary question that is taken back is withdrawn", () => {
  const floor = go(three, start, adding(4, 1), back);
  expect(floor.questions.at(-1)).toMatchObject({ number: 4, state: "withdrawn" });
});

test("before the first step there is nothing to take back", () => {
  expect(back(three)).toBeUndefined();
});

/** Mostly what goes on in a round; now and then a pause, seldom the end. */
const any = fc.oneof(
  { weight: 16, arbitrary: fc.constantFrom("answered", "written", "later", "later", "supplement") },
  { weight: 2, arbitrary: fc.constant("pause") },
  { weight: 1, arbitrary: fc.constantFrom("end", "start") },
);
const states = fc.constantFrom<Question["state"]>("admitted", "admitted", "assigned", "assigned", "received", "answeredBefore", "rejected");

/** A floor as rows would give it, and any steps on it. */
const rounds = fc.record({
  states: fc.array(states, { maxLength: 8 }),
  steps: fc.array(any, { maxLength: 40 }).map((steps) => ["start", ...steps]),
});
const drawn = (all: readonly Question["state"][]): Floor => floorOf(...all.map((state, index) => ask(index + 1, { state })));

function walk(floor: Floor, steps: readonly string[], seen: (floor: Floor) => void): Floor {
  const rules = { start, answered, written, later, pause, end };
  let now = floor;
  for (const name of steps) {
    const current = currentOf(now);
    const added = now.questions.length + 1;
    if (name !== "supplement") now = go(now, rules[name as keyof typeof rules]);
    else if (current) now = go(now, (it) => supplement(it, ask(added, { supplementTo: current.supplementTo ?? current.id })));
    seen(now);
  }
  return now;
}

test("whatever steps are taken, as many steps back give the beginning again", () => {
  fc.assert(
    fc.property(rounds, ({ states: all, steps }) => {
      const begun = drawn(all);
      let floor = walk(begun, steps, () => undefined);
      for (let n = stepsOf(floor.round); n > 0; n--) floor = go(floor, back);
      const added = floor.questions.slice(begun.questions.length);
      expect([floor.round, floor.questions.slice(0, begun.questions.length)]).toEqual([begun.round, begun.questions]);
      expect(added.every(({ state }) => state === "withdrawn")).toBe(true);
    }),
  );
});

test("each step back undoes one step", () => {
  fc.assert(
    fc.property(rounds, ({ states: all, steps }) => {
      const past: Floor[] = [];
      const end = walk(drawn(all), steps, (floor) => {
        const last = past.at(-1);
        if (!last || stepsOf(last.round) < stepsOf(floor.round)) past.push(floor);
      });
      let floor = end;
      for (const before of past.reverse().slice(1)) {
        floor = go(floor, back);
        const kept = floor.questions.filter(({ state }) => state !== "withdrawn");
        expect([floor.round, kept]).toEqual([before.round, before.questions]);
      }
    }),
  );
});

test("every question of the round is answered, in writing or still waiting, exactly once", () => {
  fc.assert(
    fc.property(rounds, ({ states: all, steps }) => {
      walk(drawn(all), steps, (floor) => {
        const { answered: spoken, written: owed, waiting } = partsOf(floor);
        const found = [...spoken, ...owed, ...waiting].map(({ id }) => id).sort();
        const wanted = floor.questions.filter(
          ({ id, supplementTo }) => supplementTo !== null || isWaiting(drawn(all).questions.find((it) => it.id === id) ?? ask(0, { state: "received" })),
        );
        expect(found).toEqual(wanted.map(({ id }) => id).sort());
        const { called: so, all: whole } = tallyOf(floor);
        expect([so <= whole, whole]).toEqual([true, found.length]);
        expect(new Set(floor.round.later).size).toBe(floor.round.later.length);
        expect(floor.round.later.filter((id) => !waiting.some((it) => it.id === id))).toEqual([]);
      });
    }),
  );
});

test("while the round is under way a question is called as long as one waits", () => {
  fc.assert(
    fc.property(rounds, ({ states: all, steps }) => {
      walk(drawn(all), steps, (floor) => {
        const open = floor.round.state === "running" || floor.round.state === "paused";
        expect(currentOf(floor) !== undefined).toBe(open && partsOf(floor).waiting.length > 0);
        expect(nextOf(floor)?.id).not.toBe(currentOf(floor)?.id ?? "none");
      });
    }),
  );
});
