// What the bot owes of its own accord: by example, and for thousands of made-up rounds.
import fc from "fast-check";
import { isOpenHour } from "../calendar.ts";
import type { Meeting } from "../meeting/model.ts";
import { deadlinesFor, spanOf } from "../meeting/rules.ts";
import type { Organisation } from "../roster/model.ts";
import type { Reply } from "../rsvp/model.ts";
import { nrw } from "../testing/nrw.ts";
import { alliance, krefeld } from "../testing/roster.ts";
import { addDays, at, type Clock, clockOf, type Day, dayOf, weekday } from "../time.ts";
import type { Notice, NoticeState } from "./notice.ts";
import { due, planned } from "./rules.ts";

const meetingOn = (day: Day, invitedAt: Date, start: Clock = "14:00"): Meeting => ({
  id: "m",
  allianceId: "kba",
  kind: "regular",
  state: "invited",
  day,
  start,
  ...spanOf(day, start, 235, alliance.zone),
  place: "Rathaus Krefeld",
  edition: 1,
  sequence: 0,
  ...deadlinesFor(day, dayOf(invitedAt), alliance.ladder),
  invitedAt,
  cancelNote: null,
  consultReason: null,
  createdAt: invitedAt,
});

const invitedAt = at("2026-09-09", "10:00");
const meeting = meetingOn("2026-10-07", invitedAt);

const reply = (more: Partial<Reply> = {}): Reply => ({
  meetingId: "m",
  personId: "p",
  allianceId: "kba",
  organisationId: "ihk",
  state: "none",
  invitedAt,
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

const stateOf = (replies: readonly Reply[], more: Partial<NoticeState> = {}, of = meeting): NoticeState => ({
  alliance,
  meetings: [{ meeting: of, replies, talks: [] }],
  tasks: [],
  organisations: [],
  organisers: ["office"],
  members: () => [],
  substitutes: () => [],
  pauses: new Map(),
  isReachable: () => true,
  done: new Set(),
  ...more,
});

/** "nudge.first 2026-09-25 09:00", with the reason where it is skipped. */
const line = (it: Notice): string => [it.kind, dayOf(it.dueAt), clockOf(it.dueAt), it.skip ?? ""].join(" ").trim();
/** What is planned about a reply; the minutes come with every meeting. */
const plannedOf = (one: Reply, of = meeting): readonly Notice[] => planned(stateOf([one], {}, of), invitedAt, nrw).filter(({ kind }) => kind !== "minutes");
const plan = (one: Reply, of = meeting): string[] => plannedOf(one, of).map(line);
const dueAt = (one: Reply, now: Date, more: Partial<NoticeState> = {}): string[] => due(stateOf([one], more), now, nrw).map(line);

test("the silent get the ladder's two nudges; the first would fall on a Sunday and comes on the Friday before", () => {
  expect(plan(reply())).toEqual(["nudge.first 2026-09-25 09:00", "nudge.last 2026-10-02 09:00"]);
  expect(weekday("2026-09-27")).toBe(7);
});

test("who has answered is never nudged, and only who comes hears of it the day before", () => {
  const before = at("2026-09-10", "10:00");
  expect(plan(reply({ state: "accepted", answeredAt: before }))).toEqual(["dayBefore 2026-10-06 09:00"]);
  expect(plan(reply({ state: "declined", answeredAt: before }))).toEqual([]);
  expect(plan(reply({ state: "waiting", answeredAt: before }))).toEqual([]);
});

test("a confirmed substitute comes in the delegate's place and gets the day-before message", () => {
  const named = reply({ state: "substitute", substituteId: "s", substituteName: "Stellvertretung 1", substituteState: "confirmed", answeredAt: invitedAt });
  const [notice] = plannedOf(named);
  expect(notice).toMatchObject({ kind: "dayBefore", personId: "s", args: { meeting: "m", person: "p" }, matter: "standin:m:p" });
});

test("a substitute's silence is told to the delegate after two full working days, once for each naming", () => {
  const asked = at("2026-09-10", "11:00");
  const named = reply({ state: "substitute", substituteId: "s", substituteState: "asked", substituteAskedAt: asked, answeredAt: asked });
  expect(plan(named)).toEqual(["substitute.silent 2026-09-15 09:00"]);
  const again = plannedOf({ ...named, substituteAskedAt: at("2026-09-16", "11:00") });
  expect(again[0]?.key).not.toBe(plannedOf(named)[0]?.key);
});

test("an answer to an earlier day counts as none: its seat is only reserved", () => {
  const reserved = reply({ state: "accepted", reserved: true, answeredAt: invitedAt });
  expect(plan(reserved, { ...meeting, edition: 2 })).toEqual(["nudge.first 2026-09-25 09:00", "nudge.last 2026-10-02 09:00"]);
});

test("the undecided are asked on the day they chose instead of by the ladder, and once more at its end", () => {
  const undecided = reply({ state: "undecided", answeredAt: invitedAt });
  expect(plan(undecided)).toEqual(["nudge.undecided 2026-09-25 09:00", "nudge.last 2026-10-02 09:00"]);
  expect(plan({ ...undecided, askOn: "2026-09-17" })).toEqual(["nudge.undecided 2026-09-17 09:00", "nudge.last 2026-10-02 09:00"]);
  expect(plan({ ...undecided, askOn: "2026-10-05" })).toEqual(["nudge.undecided 2026-10-05 09:00"]);
});

test("a reminder by hand replaces the first nudge, two leave none", () => {
  expect(plan(reply({ nudges: 1 }))).toEqual(["nudge.first 2026-09-25 09:00 reminded", "nudge.last 2026-10-02 09:00"]);
  expect(plan(reply({ nudges: 2 }))).toEqual([]);
});

test("who was invited a moment ago, or has just answered, is not nudged at once", () => {
  const late = meetingOn("2026-10-07", at("2026-09-25", "08:30"));
  expect(plan(reply({ invitedAt: at("2026-09-25", "08:30") }), late)).toEqual(["nudge.first 2026-09-25 09:00 tooSoon", "nudge.last 2026-10-02 09:00"]);
  expect(plan(reply({ state: "undecided", answeredAt: at("2026-09-25", "08:30") }))).toEqual([
    "nudge.undecided 2026-09-25 09:00 justAnswered",
    "nudge.last 2026-10-02 09:00",
  ]);
  expect(plan(reply({ state: "accepted", answeredAt: at("2026-10-06", "15:00") }))).toEqual(["dayBefore 2026-10-06 09:00 justAnswered"]);
});

test("after a down-time what is still of use goes out, the rest is recorded as late", () => {
  expect(dueAt(reply(), at("2026-09-29", "10:00"))).toEqual(["nudge.first 2026-09-25 09:00"]);
  expect(dueAt(reply(), at("2026-10-05", "10:00"))).toEqual(["nudge.first 2026-09-25 09:00 late", "nudge.last 2026-10-02 09:00"]);
  expect(dueAt(reply(), at("2026-10-07", "10:00"))).toEqual(["nudge.first 2026-09-25 09:00 late", "nudge.last 2026-10-02 09:00 late"]);
});

test("in quiet hours a message waits; nobody is nudged on a Saturday", () => {
  expect(dueAt(reply(), at("2026-09-25", "19:00"))).toEqual([]);
  expect(dueAt(reply(), at("2026-09-26", "10:00"))).toEqual([]);
  expect(dueAt(reply(), at("2026-09-28", "08:00"))).toEqual(["nudge.first 2026-09-25 09:00"]);
});

test("whom no chat reaches is skipped with the reason", () => {
  expect(dueAt(reply(), at("2026-09-25", "09:00"), { isReachable: () => false })).toEqual(["nudge.first 2026-09-25 09:00 unreachable"]);
});

test("the hour stays nine o'clock across the change of the clocks", () => {
  const autumn = meetingOn("2026-10-27", at("2026-09-28", "10:00"));
  const comes = reply({ state: "accepted", answeredAt: at("2026-10-01", "10:00") });
  const before = plannedOf(comes, autumn)[0];
  expect(before?.dueAt.toISOString()).toBe("2026-10-26T08:00:00.000Z");
  const first = plannedOf(reply(), autumn)[0];
  expect(first?.dueAt.toISOString()).toBe("2026-10-16T07:00:00.000Z");
});

const mdl = (krefeld().Organisation ?? []).find(({ reviewOn }) => reviewOn === "2026-09-16") as Organisation;

test("D17: from the review day on the office hears once of the mandates to check, as soon as somebody can be reached", () => {
  const of = (now: Date, more: Partial<NoticeState> = {}) =>
    due({ ...stateOf([]), meetings: [], organisations: [mdl], ...more }, now, nrw).map(({ key }) => key);
  expect(of(at("2026-09-15", "23:59"))).toEqual([]);
  expect(of(at("2026-09-16", "09:00"))).toEqual(["review:2026-09-16:office"]);
  expect(of(at("2027-02-02", "09:00"))).toEqual(["review:2026-09-16:office"]);
  expect(of(at("2026-09-16", "09:00"), { isReachable: () => false })).toEqual([]);
  expect(of(at("2026-09-16", "09:00"), { organisations: [{ ...mdl, status: "confirmed" }] })).toEqual([]);
});

const anyDay = fc.integer({ min: 0, max: 700 }).map((n) => addDays("2026-08-03", n));
const anyReply = (of: Meeting) =>
  fc
    .record({
      state: fc.constantFrom("none", "accepted", "declined", "undecided", "waiting", "substitute"),
      askOn: fc.option(fc.integer({ min: -25, max: 3 }).map((n) => addDays(of.day, n))),
      answered: fc.option(fc.integer({ min: 0, max: 28 * 24 })),
      reserved: fc.boolean(),
      nudges: fc.constantFrom(0, 0, 0, 1, 2),
      substituteState: fc.constantFrom("asked", "unreachable", "confirmed"),
    })
    .map(({ answered, askOn, substituteState, ...it }): Reply => {
      const answeredAt = answered === null || it.state === "none" ? null : new Date((of.invitedAt ?? invitedAt).getTime() + answered * 3_600_000);
      const substitute = it.state === "substitute" ? ({ substituteId: "s", substituteState, substituteAskedAt: answeredAt } as const) : {};
      return reply({ ...it, ...substitute, askOn: it.state === "undecided" ? askOn : null, answeredAt, invitedAt: of.invitedAt ?? invitedAt });
    });
const anyRound = anyDay.chain((day) =>
  fc.integer({ min: 1, max: 40 }).chain((ahead) => {
    const of = meetingOn(day, at(addDays(day, -ahead), "10:00"));
    return fc.record({ of: fc.constant(of), one: anyReply(of), passes: fc.array(fc.integer({ min: 0, max: 42 * 24 * 4 }), { minLength: 1, maxLength: 60 }) });
  }),
);

test("for any round and any passes: at most two nudges, none to who has answered, nothing in quiet hours or after its use, no key twice", () => {
  fc.assert(
    fc.property(anyRound, ({ of, one, passes }) => {
      let now = one;
      const owed = new Map<string, Notice>();
      for (const quarter of [...passes].sort((a, b) => a - b)) {
        const instant = new Date((of.invitedAt ?? invitedAt).getTime() + quarter * 900_000);
        for (const notice of due(stateOf([now], {}, of), instant, nrw)) {
          if (owed.has(notice.key)) continue;
          owed.set(notice.key, notice);
          if (notice.skip !== null) continue;
          expect(isOpenHour(instant, nrw)).toBe(true);
          expect(notice.dueAt <= instant).toBe(true);
          expect(notice.usefulUntil === null || instant < notice.usefulUntil).toBe(true);
          if (notice.nudges === null) continue;
          expect(now.state === "none" || now.state === "undecided" || now.reserved).toBe(true);
          now = { ...now, nudges: now.nudges + 1 };
        }
      }
      expect(now.nudges).toBeLessThanOrEqual(2);
    }),
    { numRuns: 400 },
  );
});

test("for any round: what is due is what was planned, under the same key and time whenever one asks", () => {
  fc.assert(
    fc.property(anyRound, ({ of, one, passes }) => {
      const all = new Map(planned(stateOf([one], {}, of), invitedAt, nrw).map((notice) => [notice.key, notice]));
      for (const quarter of passes) {
        const instant = new Date((of.invitedAt ?? invitedAt).getTime() + quarter * 900_000);
        for (const { skip: _, ...notice } of due(stateOf([one], {}, of), instant, nrw)) expect(all.get(notice.key)).toMatchObject(notice);
      }
    }),
    { numRuns: 200 },
  );
});
