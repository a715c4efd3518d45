// The order of the round: every group in its turn, always the same for the same rows, and moved by hand only where the office moved it.
import fc from "fast-check";
import { question } from "../testing/questions.ts";
import type { Question, RoundOrder } from "./model.ts";
import { roundOrders } from "./model.ts";
import { type Ordering, orderOf, ownPlaces, placed, rotated } from "./order.ts";

const groups = ["spd", "cdu", "fdp", "gruene"];
const addressees = ["agentur", "ihk", "dgb"];
const objectives = ["o1", "o2"];

const ordering = (by: RoundOrder, support: (id: string) => number = () => 0): Ordering => ({ by, groups, addressees, objectives, support });

/** Questions of four groups and of nobody, to three organisations; some follow another one. */
const questions = fc
  .array(
    fc.record({
      group: fc.constantFrom(...groups, "strangers", null),
      to: fc.constantFrom(...addressees, "other"),
      objective: fc.constantFrom(...objectives, null),
      follows: fc.option(fc.nat(30), { freq: 6 }),
      number: fc.nat(10_000),
    }),
    { maxLength: 30 },
  )
  .map((drafts) =>
    drafts
      // Numbers are given once, and say nothing about the order of the rows.
      .filter((it, index) => drafts.findIndex(({ number }) => number === it.number) === index)
      .map(({ group, to, objective, follows, number }, index) =>
        question({
          id: `q${index}`,
          number,
          named: group !== null,
          organisationId: group,
          toId: to,
          objectiveId: objective,
          // Only an earlier one is followed, so that no two follow each other.
          supplementTo: follows !== null && index > 0 ? `q${follows % index}` : null,
        }),
      ),
  );
const alone = questions.map((all) => all.map((it) => ({ ...it, supplementTo: null })));
const support = fc.func(fc.nat(5));
const ids = (all: readonly Question[]): readonly string[] => all.map(({ id }) => id);

/** Before a group has its turn again, every other group that has more has had as many turns. */
function isInTurns(all: readonly Question[]): boolean {
  const total = new Map<string | null, number>();
  for (const { organisationId } of all) total.set(organisationId, (total.get(organisationId) ?? 0) + 1);
  const served = new Map<string | null, number>();
  return all.every(({ organisationId }) => {
    const turn = served.get(organisationId) ?? 0;
    const isFair = [...total].every(([group, has]) => (served.get(group) ?? 0) >= Math.min(has, turn));
    served.set(organisationId, turn + 1);
    return isFair;
  });
}

test("every group is served before any is served twice while it has questions", () => {
  fc.assert(fc.property(alone, (all) => isInTurns(orderOf(all, ordering("rotation")))));
});

test("four of one group do not stand one behind the other (D27)", () => {
  const cdu = [1, 2, 3, 4].map((number) => question({ id: `c${number}`, number, organisationId: "cdu" }));
  const others = [5, 6].map((number) => question({ id: `o${number}`, number, organisationId: number === 5 ? "spd" : "fdp" }));
  const unnamed = question({ id: "u9", number: 9, named: false });
  expect(ids(orderOf([...cdu, ...others, unnamed], ordering("rotation")))).toEqual(["o5", "c1", "o6", "u9", "c2", "c3", "c4"]);
});

test.each(roundOrders)("by %s every question is there once, in the same order whatever the order of the rows", (by) => {
  fc.assert(
    fc.property(questions, support, fc.func(fc.integer()), (all, count, chance) => {
      // Some are moved by hand, also to the same place.
      const rows = all.map((it) => ({ ...it, place: count(it.id) > 3 ? count(it.id) : null }));
      const shuffled = [...rows].sort((a, b) => chance(a.id) - chance(b.id));
      const order = ids(orderOf(rows, ordering(by, count)));
      expect([...order].sort()).toEqual([...ids(all)].sort());
      expect(ids(orderOf(shuffled, ordering(by, count)))).toEqual(order);
    }),
  );
});

test.each(roundOrders)("by %s supplementary questions stand right behind theirs, the lower number first", (by) => {
  fc.assert(
    fc.property(questions, support, (all, count) => {
      const order = orderOf(all, ordering(by, count));
      for (const [at, it] of order.entries()) {
        const before = order[at - 1];
        if (it.supplementTo === null) continue;
        // Right in front stands the one it adds to, or the end of what else adds to that one.
        let above: Question | undefined = before;
        while (above && above.id !== it.supplementTo && above.supplementTo !== it.supplementTo) above = order.find(({ id }) => id === above?.supplementTo);
        expect(above).toBeDefined();
        if (above && above.id !== it.supplementTo) expect(above.number).toBeLessThan(it.number);
      }
    }),
  );
});

test.each(["addressee", "objective"] as const)("by %s the questions stand in blocks, and in each block the groups take turns", (by) => {
  const nameOf = (it: Question) => (by === "addressee" ? it.toId : it.objectiveId);
  const names: readonly (string | null)[] = by === "addressee" ? addressees : objectives;
  fc.assert(
    fc.property(alone, (all) => {
      const order = orderOf(all, ordering(by));
      const rank = (it: Question): number => (names.includes(nameOf(it)) ? names.indexOf(nameOf(it)) : names.length);
      expect(order.map(rank)).toEqual([...order.map(rank)].sort((a, b) => a - b));
      for (let block = 0; block <= names.length; block++) expect(isInTurns(order.filter((it) => rank(it) === block))).toBe(true);
    }),
  );
});

test("by support the most supported come first, and equals take turns by group", () => {
  fc.assert(
    fc.property(alone, support, (all, count) => {
      const order = orderOf(all, ordering("support", count));
      const counts = order.map(({ id }) => count(id));
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
      const turns = ids(orderOf(all, ordering("rotation")));
      for (const [at, it] of order.entries()) {
        const next = order[at + 1];
        if (next && count(next.id) === count(it.id)) expect(turns.indexOf(it.id)).toBeLessThan(turns.indexOf(next.id));
      }
    }),
  );
});

test.each(roundOrders)("by %s whatever the office has moved stands at its place", (by) => {
  fc.assert(
    fc.property(alone, fc.uniqueArray(fc.nat(29)), fc.uniqueArray(fc.nat(29)), (all, which, where) => {
      const places = where.filter((place) => place < all.length).map((place) => place + 1);
      const moved = which.filter((at) => at < all.length).slice(0, places.length);
      const hand = all.map((it, at) => ({ ...it, place: moved.includes(at) ? (places[moved.indexOf(at)] ?? null) : null }));
      const order = orderOf(hand, ordering(by));
      for (const [at, it] of order.entries()) if (it.place !== null) expect(at + 1).toBe(it.place);
      // The others keep the order the rule gives them.
      const rest = hand.filter(({ place }) => place === null);
      expect(ids(order.filter(({ place }) => place === null))).toEqual(
        ids(
          orderOf(
            hand.map((it) => ({ ...it, place: null })),
            ordering(by),
          ),
        ).filter((id) => rest.some((it) => it.id === id)),
      );
    }),
  );
});

test("put at a place again and again, a question stands there each time and the others keep their order", () => {
  const steps = fc.array(fc.tuple(fc.nat(29), fc.integer({ min: 1, max: 35 })), { maxLength: 12 });
  fc.assert(
    fc.property(questions, steps, (all, moves) => {
      let rows = all;
      for (const [which, place] of moves) {
        const before = orderOf(rows, ordering("rotation"));
        const own = ownPlaces(before);
        const chosen = own[which % Math.max(1, own.length)];
        if (!chosen) return;
        const changed = placed(before, chosen, place);
        rows = rows.map((it) => changed.find(({ id }) => id === it.id) ?? it);
        const after = ownPlaces(orderOf(rows, ordering("rotation")));
        expect(after.findIndex(({ id }) => id === chosen.id)).toBe(Math.min(place, own.length) - 1);
        expect(ids(after.filter(({ id }) => id !== chosen.id))).toEqual(ids(own.filter(({ id }) => id !== chosen.id)));
      }
    }),
  );
});

test("put where it stands by hand already, nothing changes; a supplementary question has no place of its own", () => {
  const [a, b] = [question({ id: "a", number: 1, place: 1 }), question({ id: "b", number: 2, supplementTo: "a" })];
  const order = orderOf([a, b], ordering("rotation"));
  expect([placed(order, a, 1), placed(order, b, 1)]).toEqual([[], []]);
});

test("from meeting to meeting another group is first, each as often as the others", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 9 }), fc.nat(50), (names, start) => {
      const firsts = names.map((_, turn) => rotated(names, start + turn)[0]);
      expect([...firsts].sort()).toEqual([...names].sort());
      const turned = rotated(names, start);
      const at = turned.indexOf(names[0] ?? "");
      expect([...turned.slice(at), ...turned.slice(0, at)]).toEqual(names);
    }),
  );
  expect(rotated([], 3)).toEqual([]);
});
