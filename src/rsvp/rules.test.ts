// Seats, waiting list and moving up: the rules by example and by thousands of made-up histories.
import fc from "fast-check";
import { nrw } from "../testing/nrw.ts";
import { at } from "../time.ts";
import type { Reply, SeatTable } from "./model.ts";
import { type Answer, askAgainOn, attendance, decide, lapsed, placeOf, takesSeat } from "./rules.ts";

const meeting = { startsAt: at("2026-10-07", "14:00"), edition: 1, day: "2026-10-07" } as const;
const moment = (now: Date) => ({ now, calendar: nrw, zone: "Europe/Berlin" });
const early = at("2026-09-15", "10:00");
const nightBefore = at("2026-10-06", "20:00");

const reply = (personId: string, more: Partial<Reply> = {}): Reply => ({
  meetingId: "m",
  personId,
  allianceId: "a",
  organisationId: "cdu",
  state: "none",
  invitedAt: early,
  answeredAt: null,
  actorId: null,
  via: "self",
  from: null,
  until: null,
  except: [],
  substituteId: null,
  substituteName: null,
  substituteState: null,
  substituteAskedAt: null,
  waitingSince: null,
  offeredUntil: null,
  askOn: null,
  edition: 1,
  reserved: false,
  nudges: 0,
  ...more,
});
const yes: Answer = { state: "accepted", actorId: "p", via: "self" };
const no: Answer = { state: "declined", actorId: "p", via: "self" };
const unclear: Answer = { state: "undecided", actorId: "p", via: "self" };
const standin: Answer = {
  state: "substitute",
  actorId: "p",
  via: "self",
  substitute: { substituteId: null, substituteName: "Stellvertretung 1", substituteState: "unreachable" },
};

/** An organisation with some seats and members, to which answers happen one after the other. */
class Group {
  readonly replies: Map<string, Reply>;
  readonly seats: number;
  constructor(seats: number, people: readonly string[]) {
    this.seats = seats;
    this.replies = new Map(people.map((id) => [id, reply(id)]));
  }
  table(): SeatTable<Reply> {
    const all = [...this.replies.values()];
    const waiting = all.filter((it) => it.state === "waiting").sort((a, b) => (a.waitingSince?.getTime() ?? 0) - (b.waitingSince?.getTime() ?? 0));
    return { seats: this.seats, taken: all.filter(takesSeat), waiting };
  }
  answer(id: string, answer: Answer, now: Date) {
    const mine = this.replies.get(id);
    if (!mine) throw new Error(id);
    const decision = decide(this.table(), mine, answer, meeting, moment(now));
    for (const it of [decision.reply, ...decision.moved]) this.replies.set(it.personId, it);
    return decision;
  }
  state(id: string) {
    return this.replies.get(id)?.state;
  }
}

test("D14: the third acceptance of the CDU gets no seat but the first waiting place", () => {
  const cdu = new Group(2, ["a", "b", "c"]);
  cdu.answer("a", yes, early);
  cdu.answer("b", yes, early);
  const third = cdu.answer("c", yes, early);
  expect(third.reply.state).toBe("waiting");
  expect(placeOf(third.seats, "c")).toBe(1);
});

test("the first who waits moves up when a seat becomes free, and the one behind becomes the first", () => {
  const cdu = new Group(1, ["a", "b", "c"]);
  cdu.answer("a", yes, early);
  cdu.answer("b", yes, new Date(early.getTime() + 1));
  cdu.answer("c", yes, new Date(early.getTime() + 2));
  const decision = cdu.answer("a", no, new Date(early.getTime() + 3));
  expect(decision.moved.map((it) => [it.personId, it.state, it.via])).toEqual([["b", "accepted", "bot"]]);
  expect(placeOf(decision.seats, "c")).toBe(1);
});

test("on the last day a free seat is offered with a deadline instead of booked", () => {
  const group = new Group(1, ["a", "b"]);
  group.answer("a", yes, early);
  group.answer("b", yes, early);
  const { moved } = group.answer("a", no, nightBefore);
  expect(moved[0]?.state).toBe("offered");
  expect(moved[0]?.offeredUntil?.getTime()).toBeGreaterThan(nightBefore.getTime());
  expect(moved[0]?.offeredUntil?.getTime()).toBeLessThanOrEqual(meeting.startsAt.getTime());
  const taken = group.answer("b", yes, nightBefore);
  expect(taken.reply.state).toBe("accepted");
});

test.each([
  ["2026-10-06", "20:00", "2026-10-07", "12:00"],
  ["2026-10-06", "16:00", "2026-10-07", "10:00"],
  ["2026-10-07", "08:30", "2026-10-07", "12:30"],
  ["2026-10-07", "11:00", "2026-10-07", "13:00"],
  ["2026-10-07", "13:30", "2026-10-07", "13:45"],
] as const)("an offer of %s %s counts open hours only and ends at %s %s", (day, clock, endDay, endClock) => {
  const group = new Group(1, ["a", "b"]);
  group.answer("a", yes, early);
  group.answer("b", yes, early);
  expect(group.answer("a", no, at(day, clock)).moved[0]?.offeredUntil).toEqual(at(endDay, endClock));
});

test("however early the meeting begins, a quarter of an hour of the morning is left", () => {
  const nine = { ...meeting, startsAt: at("2026-10-07", "09:00") };
  const decision = decide(
    { seats: 1, taken: [reply("a", { state: "accepted" })], waiting: [reply("b", { state: "waiting", waitingSince: early })] },
    reply("a", { state: "accepted" }),
    no,
    nine,
    moment(nightBefore),
  );
  expect(decision.moved[0]?.offeredUntil).toEqual(at("2026-10-07", "08:15"));
});

test("an offer that nobody takes goes to the next who waits", () => {
  const group = new Group(1, ["a", "b", "c"]);
  for (const id of ["a", "b", "c"]) group.answer(id, yes, new Date(early.getTime() + id.charCodeAt(0)));
  group.answer("a", no, nightBefore);
  const later = at("2026-10-07", "12:00");
  const { lapsed: ended, moved } = lapsed(group.table(), meeting, early, moment(later));
  expect(ended.map((it) => [it.personId, it.state])).toEqual([["b", "declined"]]);
  expect(moved.map((it) => [it.personId, it.state])).toEqual([["c", "offered"]]);
});

test("a second click on the same answer changes nothing, not even the time of the answer", () => {
  const group = new Group(1, ["a", "b"]);
  const first = group.answer("a", yes, early).reply;
  expect(group.answer("a", yes, nightBefore).reply).toBe(first);
  const waits = group.answer("b", yes, early).reply;
  expect(group.answer("b", yes, nightBefore).reply).toBe(waits);
});

test("the same items left out are the same answer, in whatever order they are named", () => {
  const group = new Group(1, ["a"]);
  const first = group.answer("a", { ...yes, except: ["opening", "get_together"] }, early).reply;
  expect(group.answer("a", { ...yes, except: ["get_together", "opening"] }, nightBefore).reply).toBe(first);
  expect(group.answer("a", { ...yes, except: ["get_together"] }, nightBefore).reply).not.toBe(first);
});

test("an undecided person takes no seat, and a substitute takes one", () => {
  const group = new Group(1, ["a", "b"]);
  group.answer("a", unclear, early);
  expect(group.answer("b", standin, early).reply.state).toBe("substitute");
  expect(group.answer("a", yes, early).reply.state).toBe("waiting");
});

test("a new answer forgets times, items and the substitute of the one before", () => {
  const group = new Group(1, ["a"]);
  group.answer("a", { ...yes, from: "15:00", except: ["get_together"] }, early);
  expect(group.answer("a", yes, early).reply).toMatchObject({ from: null, except: [], state: "accepted" });
  group.answer("a", standin, early);
  expect(group.answer("a", yes, early).reply).toMatchObject({ substituteName: null, substituteState: null });
});

test("after the reply deadline a seat reserved for an earlier day is free again", () => {
  const group = new Group(1, ["a", "b"]);
  group.replies.set("a", reply("a", { state: "accepted", reserved: true, edition: 0 }));
  group.answer("b", yes, early);
  const { lapsed: ended, moved } = lapsed(group.table(), meeting, early, moment(new Date(early.getTime() + 1)));
  expect(ended.map((it) => [it.personId, it.state, it.reserved])).toEqual([["a", "none", false]]);
  expect(moved.map((it) => it.personId)).toEqual(["b"]);
});

test("times outside the meeting or the wrong way round are told, the whole meeting is kept as such", () => {
  const times = { start: "14:00", end: "17:55" } as const;
  expect(attendance(times, { from: "16:00", until: "15:00" })).toBe("endBeforeStart");
  expect(attendance(times, { from: "09:00" })).toBe("outside");
  expect(attendance(times, { until: "23:00" })).toBe("outside");
  expect(attendance(times, { from: "14:00", until: "17:55" })).toEqual({ from: null, until: null });
  expect(attendance(times, { from: "15:00" })).toEqual({ from: "15:00", until: null });
});

test("the undecided are asked again on an open day before the ladder's nudge, or on the day they chose", () => {
  const ladder = { firstNudge: 10, lastNudge: 4 };
  expect(askAgainOn({ askOn: null, nudges: 0 }, meeting, ladder, "2026-09-15", nrw)).toBe("2026-09-25");
  expect(askAgainOn({ askOn: "2026-09-30", nudges: 0 }, meeting, ladder, "2026-09-15", nrw)).toBe("2026-09-30");
  expect(askAgainOn({ askOn: null, nudges: 1 }, meeting, ladder, "2026-09-28", nrw)).toBe("2026-10-02");
  expect(askAgainOn({ askOn: null, nudges: 2 }, meeting, ladder, "2026-09-28", nrw)).toBeUndefined();
});

const people = ["a", "b", "c", "d", "e", "f"];
const step = fc.record({ who: fc.constantFrom(...people), what: fc.constantFrom(yes, no, unclear, standin), minutes: fc.integer({ min: 0, max: 40_000 }) });

test("whatever people answer in whatever order: no seat is oversold, none stays free while somebody waits, nobody is overtaken", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4 }), fc.array(step, { maxLength: 60 }), (seats, steps) => {
      const group = new Group(seats, people);
      let now = early.getTime();
      for (const { who, what, minutes } of steps) {
        now = Math.min(now + minutes * 1000, meeting.startsAt.getTime() - 1);
        const before = group.table().waiting.map((it) => it.personId);
        const { moved } = group.answer(who, what, new Date(now));
        const table = group.table();
        expect(table.taken.length).toBeLessThanOrEqual(seats);
        if (table.waiting.length > 0) expect(table.taken.length).toBe(seats);
        // Those who moved up were the first of the list, without the one who just answered.
        const queue = before.filter((id) => id !== who);
        expect(moved.map((it) => it.personId)).toEqual(queue.slice(0, moved.length));
        expect(new Set(table.waiting.map((it) => it.personId)).size).toBe(table.waiting.length);
      }
    }),
    { numRuns: 300 },
  );
});
