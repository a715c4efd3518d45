import fc from "fast-check";
import { talk as example } from "../testing/talks.ts";
import { minutesTaken, minutesWithin, movingUp, register, waitingList, waitingPlace } from "./capacity.ts";
import type { Programme, Talk } from "./model.ts";
import { ordered, timetable } from "./order.ts";
import { type Change, chosen, type Draft, lineUp, minutesOf, moveUp, release, retime, step, stepBack, swap, upNext } from "./programme.ts";

const noon = new Date("2026-10-07T12:40:00Z");
const nobody = new Set<string>();

const talk = (id: string, more: Partial<Talk> = {}): Talk =>
  example({ id, requestedAt: new Date(noon.getTime() + id.charCodeAt(0) * 1000 + (id.charCodeAt(1) || 0)), ...more });
const draftOf = (talks: readonly Talk[], more: Partial<Draft> = {}): Draft => ({
  talks,
  order: "request",
  budget: 60,
  itemStartsAt: noon,
  zone: "Europe/Berlin",
  heard: nobody,
  ...more,
});
const changed = (talks: readonly Talk[], changes: readonly Change[]): Talk[] =>
  talks.map((it) => changes.find(({ before }) => before.id === it.id)?.after ?? it);
const names = (talks: readonly { readonly id: string }[]) => talks.map(({ id }) => id).join("");

describe("sixty minutes", () => {
  const six = [..."abcdef"].map((id) => talk(id));

  test("hold six talks of ten minutes; the seventh is first on the waiting list (D25)", () => {
    expect(register(six.slice(0, 5), 10, false, 60)).toBe("requested");
    expect(register(six, 10, false, 60)).toBe("waiting");
    expect(waitingPlace([...six, talk("g", { state: "waiting" })], "g")).toBe(1);
  });

  test("nobody overtakes who waits, not even with fewer minutes", () => {
    const talks = [...six.slice(0, 5), talk("f", { state: "waiting", minutes: 20 })];
    expect(register(talks, 5, false, 60)).toBe("waiting");
    expect(movingUp([...talks, talk("g", { state: "waiting", minutes: 5 })], 60)).toEqual([]);
  });

  test("a late talk waits for the office and holds nobody up", () => {
    expect(register([], 10, true, 60)).toBe("waiting");
    const late = talk("a", { state: "waiting", late: true });
    expect(register([late], 10, false, 60)).toBe("requested");
    expect(names(waitingList([late, talk("b", { state: "waiting" })]))).toBe("ba");
    expect(movingUp([late], 60)).toEqual([]);
  });

  test("who was promised the first word is first on the waiting list", () => {
    expect(names(waitingList([talk("a", { state: "waiting" }), talk("b", { state: "waiting", claim: true })]))).toBe("ba");
  });

  test("a talk may take the free minutes and no more", () => {
    expect(minutesWithin(six.slice(0, 4), { id: "a" }, 60)).toBe(30);
    expect(minutesWithin(six, { id: "a" }, 60)).toBe(10);
  });
});

describe("orders", () => {
  const talks = [talk("a", { organisationId: "ihk" }), talk("b", { organisationId: "ihk" }), talk("c", { organisationId: "dgb" }), talk("d", { claim: true })];
  const told = (order: Draft["order"], heard = nobody) => ordered(talks, order, heard).map((it) => `${it.talk.id} ${it.reason}`);

  test("as they came", () => expect(told("request")).toEqual(["a asRequested", "b asRequested", "c asRequested", "d asRequested"]));
  test("first who was promised it, then who was not heard last time", () =>
    expect(told("rotation", new Set(["ihk"]))).toEqual(["d claim", "c notHeard", "a heard", "b heard"]));
  test("by turns between organisations", () => expect(told("balanced").map((it) => it[0])).toEqual(["a", "c", "d", "b"]));
  test("by turns between objectives where organisations are even", () => {
    const list = [talk("a", { objectiveId: "x" }), talk("b", { objectiveId: "x" }), talk("c", { objectiveId: "y" })];
    expect(ordered(list, "balanced", nobody).map((it) => `${it.talk.id} ${it.reason}`)).toEqual(["a asRequested", "c objective", "b asRequested"]);
  });
  test("by hand, the others behind", () => {
    const list = [talk("a"), talk("b", { place: 2 }), talk("c", { place: 1 })];
    expect(ordered(list, "hand", nobody).map((it) => `${it.talk.id} ${it.reason}`)).toEqual(["c byHand", "b byHand", "a asRequested"]);
  });
  test("times follow from the minutes", () => {
    expect(timetable([talk("a"), talk("b", { minutes: 15 }), talk("c")], noon, "Europe/Berlin").map(({ start }) => start)).toEqual(["14:40", "14:50", "15:05"]);
  });
});

describe("the release", () => {
  const talks = [talk("a"), talk("b"), talk("c", { draft: "out" }), talk("d", { state: "waiting" }), talk("e", { state: "withdrawn" })];

  const lines = (changes: readonly Change[]) => changes.map(({ before, after: it, tell }) => `${before.id} ${it.state} ${it.start} ${tell}`);

  test("decides about everybody at once; who waits undecided goes on waiting, and hears so from the first release", () => {
    const changes = lines(release(draftOf(talks, { budget: 20 }), 0));
    expect(changes).toEqual(["a programmed 14:40 released", "b programmed 14:50 released", "c declined null declined", "d waiting null waiting"]);
    expect(lines(release(draftOf(talks, { budget: 20 }), 1))).toEqual(changes.slice(0, 3));
  });

  test("gives the minutes of who was left out to who waits, in turn", () => {
    expect(lines(release(draftOf(talks, { budget: 30 }), 0)).at(-1)).toBe("d programmed 15:00 released");
  });

  test("a second time tells nobody anything", () => {
    const first = changed(talks, release(draftOf(talks), 0));
    expect(release(draftOf(first, { order: "hand" }), 1)).toEqual([]);
  });

  test("with more minutes in front only those behind hear of a new start", () => {
    const first = changed(talks, release(draftOf(talks, { budget: 20 }), 0)).map((it) => (it.id === "a" ? { ...it, minutes: 20 } : it));
    expect(retime(draftOf(first)).map(({ after: it, tell }) => `${it.id} ${it.start} ${tell}`)).toEqual(["b 15:00 moved"]);
  });

  test("too many minutes are shown and not cut", () => {
    const many = [..."abcdef"].map((id) => talk(id)).concat(talk("g", { state: "waiting", draft: "in" }));
    expect(minutesOf(draftOf(many))).toEqual({ planned: 70, excess: 10 });
    expect(lineUp(draftOf(many)).length).toBe(7);
  });
});

test("two who agree change places, and whoever stands between them with other minutes hears the new start", () => {
  const talks = [
    talk("a", { state: "programmed", place: 1, start: "14:40" }),
    talk("b", { state: "programmed", place: 2, start: "14:50", minutes: 5 }),
    talk("c", { state: "confirmed", place: 3, start: "14:55", minutes: 20 }),
  ];
  const swapped = swap(draftOf(talks), "a", "c");
  expect(swapped.map(({ after: it, tell }) => `${it.id} ${it.place} ${it.start} ${tell}`)).toEqual(["a 3 15:05 null", "b 2 15:00 moved", "c 1 14:40 null"]);
  expect(swap(draftOf(talks), "a", "gone")).toEqual([]);
});

test("on the day talks are called in order, may be called later, and keep their claim where they were not held", () => {
  const programme: Programme = { meetingId: "m", allianceId: "a", order: "hand", edition: 1, releasedAt: noon, currentId: null, startedAt: null, past: null };
  let talks = [..."abc"].map((id, index) => talk(id, { state: "confirmed", place: index + 1 }));
  let now = programme;
  const go = (what: "held" | "later" | "missed") => {
    const it = step(now, talks, what, noon);
    talks = talks.map((one) => (one.id === it.talk?.id ? it.talk : one));
    now = it.programme;
    return now.currentId;
  };
  expect([go("held"), go("later"), go("held"), go("missed"), go("held")]).toEqual(["a", "b", "c", "a", null]);
  expect(talks.map(({ state, claim }) => `${state} ${claim}`)).toEqual(["held false", "held false", "missed true"]);
  expect(upNext(talks, null)).toBeUndefined();
});

test("any sequence of steps on the day is taken back one by one, „Später aufrufen“ too", () => {
  const begun = [..."abcd"].map((id, index) => talk(id, { state: index % 2 ? "confirmed" : "programmed", place: index + 1 }));
  fc.assert(
    fc.property(fc.array(fc.constantFrom("held" as const, "later" as const, "missed" as const), { maxLength: 12 }), (list) => {
      let day: { programme: Programme; talks: readonly Talk[] } = {
        programme: { meetingId: "m", allianceId: "a", order: "hand", edition: 1, releasedAt: noon, currentId: null, startedAt: null, past: null },
        talks: begun,
      };
      const seen: (typeof day)[] = [];
      const go = (it: ReturnType<typeof stepBack>) => {
        if (it) day = { programme: it.programme, talks: day.talks.map((one) => (one.id === it.talk?.id ? it.talk : one)) };
      };
      for (const [index, what] of list.entries()) {
        seen.push(day);
        go(step(day.programme, day.talks, what, new Date(noon.getTime() + index * 60_000)));
      }
      for (const before of seen.reverse()) {
        go(stepBack(day.programme, day.talks));
        expect(day.talks).toEqual(before.talks);
        expect([day.programme.currentId, day.programme.startedAt]).toEqual([before.programme.currentId, before.programme.startedAt]);
      }
      expect(stepBack(day.programme, day.talks)).toBeUndefined();
    }),
  );
});

type Act =
  | { readonly do: "register"; readonly minutes: number; readonly late: boolean; readonly claim: boolean }
  | { readonly do: "withdraw" | "out" | "undecided"; readonly n: number }
  | { readonly do: "minutes"; readonly n: number; readonly minutes: number }
  | { readonly do: "swap"; readonly n: number; readonly m: number }
  | { readonly do: "release" };
const n = fc.nat(30);
const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("register" as const), minutes: fc.integer({ min: 3, max: 30 }), late: fc.boolean(), claim: fc.boolean() }),
  },
  fc.record({ do: fc.constantFrom("withdraw" as const, "out" as const, "undecided" as const), n }),
  fc.record({ do: fc.constant("minutes" as const), n, minutes: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ do: fc.constant("swap" as const), n, m: n }),
  fc.constant({ do: "release" as const }),
);

function act(talks: readonly Talk[], it: Act, draft: Draft, edition: number): readonly Talk[] {
  const at = (index: number) => talks[index % Math.max(1, talks.length)];
  const put = (id: string | undefined, more: Partial<Talk>) => talks.map((one) => (one.id === id ? { ...one, ...more } : one));
  switch (it.do) {
    case "register":
      return [
        ...talks,
        talk(`t${talks.length}`, {
          minutes: it.minutes,
          late: it.late,
          claim: it.claim,
          state: register(talks, it.minutes, it.late, draft.budget),
          requestedAt: new Date(noon.getTime() + talks.length),
        }),
      ];
    case "withdraw":
      return put(at(it.n)?.id, { state: "withdrawn", place: null, draft: null });
    case "out":
    case "undecided":
      return edition > 0 && at(it.n)?.state !== "waiting"
        ? talks
        : put(at(it.n)?.id, { draft: it.do === "out" ? "out" : at(it.n)?.draft === "out" ? "out" : null });
    case "minutes": {
      const one = at(it.n);
      return one && it.minutes <= minutesWithin(talks, one, draft.budget) ? put(one.id, { minutes: it.minutes }) : talks;
    }
    case "swap":
      return changed(talks, swap(draft, at(it.n)?.id ?? "", at(it.m)?.id ?? ""));
    case "release":
      return changed(talks, release(draft, edition));
  }
}

test("no sequence of requests, withdrawals, releases, swaps and minutes oversells the item, loses a talk or leaves two on one place", () => {
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 60 }), fc.constantFrom("request", "rotation", "balanced", "hand"), (list, order) => {
      let talks: readonly Talk[] = [];
      let edition = 0;
      for (const it of list) {
        const draft = () => draftOf(talks, { order: edition > 0 ? "hand" : order });
        const before = talks;
        talks = act(talks, it, draft(), edition);
        if (it.do === "release") edition++;
        talks = changed(talks, moveUp(draft(), edition));
        if (edition > 0) talks = changed(talks, retime(draft()));
        expect(minutesTaken(talks)).toBeLessThanOrEqual(60);
        expect(before.every(({ id }) => talks.some((one) => one.id === id))).toBe(true);
        const line = talks.filter(({ state }) => state === "programmed" || state === "confirmed").map(({ place }) => place);
        expect([...new Set(line)].sort()).toEqual([...line].sort());
        expect(line.every((place) => place !== null)).toBe(true);
        expect(movingUp(talks, 60)).toEqual([]);
        const starts = [...talks].filter(({ place }) => place !== null).sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
        expect(starts.map(({ start }) => start)).toEqual(starts.map(({ start }) => start).sort());
        expect(chosen(draftOf(talks)).every((one) => one.state !== "withdrawn" && one.state !== "declined")).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
