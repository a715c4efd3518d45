// A Store's gestures: once each, whole or not at all, and no seat too many.
import { type Outcome, refuse, show, showOnce } from "../outcome.ts";
import type { Desk } from "../ports.ts";
import type { Reply } from "../rsvp/model.ts";
import type { Equal, Given, Specimen } from "./contract.ts";
import { by, fails, invited, inWindow, many, plain, sorted, stored, two } from "./contract.world.ts";
import * as a from "./examples.ts";
import type { SomeRows } from "./store.ts";

export function gestureCases(given: Given, equal: Equal): void {
  given("a gesture that comes again changes nothing and gets the same answer", two(1), async ({ store, rows }) => {
    let runs = 0;
    const click = () =>
      store.gesture(by("p1", { key: "k1", meeting: "m1" }), async (desk) => {
        runs++;
        return answer(desk, "accepted");
      });
    const [first, ...again] = await Promise.all([click(), click(), click()]);
    for (const outcome of [...again, await click(), await store.outcome("k1")]) equal(outcome, first);
    equal(runs, 1);
    equal(await takenBy(rows), ["p1"]);
  });

  given("a refused form stores nothing, so that its corrected copy counts", two(1), async ({ store, rows }) => {
    const opening = by("p1", { key: "form" });
    const outcome = await store.gesture(opening, async (desk) => {
      desk.put("Person", a.person({ id: "p1", allianceId: "x", name: "falsch" }));
      return refuse("invalid", plain(), { name: "fehlt" });
    });
    equal(outcome, refuse("invalid", plain(), { name: "fehlt" }));
    equal(await store.outcome("form"), undefined);
    await store.gesture(opening, async (desk) => {
      desk.put("Person", a.person({ id: "p1", allianceId: "x", name: "richtig" }));
      return stored;
    });
    equal((await rows("Person")).find(({ id }) => id === "p1")?.name, "richtig");
  });

  given("what may be seen only once is shown, and nothing of it is kept", two(1), async ({ store }) => {
    const opening = by("p1", { key: "once" });
    const ask = () => store.gesture(opening, async () => showOnce(plain()));
    equal(await ask(), showOnce(plain()));
    equal(await ask(), { silent: "once" });
    equal(await store.outcome("once"), { silent: "once" });
  });

  given("of a window that was opened nothing is kept: the same gesture opens it again", two(1), async ({ store }) => {
    const open = () => store.gesture(by("p1", { key: "window" }), async () => inWindow);
    equal(await open(), inWindow);
    equal(await store.outcome("window"), undefined);
    equal(await open(), inWindow);
  });

  given("a refusal without fields is an answer like any other", two(1), async ({ store, rows }) => {
    const miss = () =>
      store.gesture({ key: "code", from: { ...a.sender("x", "stranger") }, at: a.noon, hold: "none" }, async (desk) => {
        desk.put("Contact", {
          messenger: "page",
          tenant: "x",
          user: "stranger",
          firstAt: a.noon,
          attempts: (desk.contact?.attempts ?? 0) + 1,
          lockedUntil: null,
        });
        return refuse("unknown_code", plain());
      });
    await miss();
    await miss();
    equal(
      (await rows("Contact")).map(({ attempts }) => attempts),
      [1],
    );
  });

  given("what throws leaves nothing behind, and may be tried again", two(1), async ({ store, rows }) => {
    const opening = by("p1", { key: "fault", meeting: "m1" });
    await fails(
      equal,
      store.gesture(opening, async (desk) => {
        await answer(desk, "accepted");
        desk.owe(a.delivery({ key: "d", allianceId: "x" }));
        throw new Error("fault");
      }),
    );
    equal([await takenBy(rows), await rows("Delivery"), await store.outcome("fault")], [[], [], undefined]);
    await store.gesture(opening, (desk) => answer(desk, "accepted"));
    equal(await takenBy(rows), ["p1"]);
  });

  given("sixty at once get the ten seats there are, the others wait in order", many(60, 10), async ({ store, rows }) => {
    const click = (n: number) =>
      store.gesture(by(`p${n}`, { key: `k${n}`, meeting: "m1", at: new Date(a.noon.getTime() + n) }), (desk) => answer(desk, "accepted"));
    const outcomes = await Promise.all(Array.from({ length: 60 }, (_, n) => click(n)));
    equal((await takenBy(rows)).length, 10);
    equal((await rows("Reply")).filter(({ state }) => state === "waiting").length, 50);
    equal(await Promise.all(Array.from({ length: 60 }, (_, n) => click(n))), outcomes);
  });

  given("seats given back while others ask go to who waits, and never more than there are", many(40, 5), async ({ store, rows }) => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => store.gesture(by(`p${n}`, { key: `a${n}`, meeting: "m1" }), (desk) => answer(desk, "accepted"))));
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        store.gesture(by(`p${n}`, { key: `b${n}`, meeting: "m1" }), (desk) => answer(desk, n % 2 ? "declined" : "accepted")),
      ),
    );
    const replies = await rows("Reply");
    equal(replies.filter(({ state }) => state === "accepted").length, 5);
    equal(replies.filter(({ state }) => state === "waiting").length, 15);
  });

  given("reserved and offered seats are taken, the waiting list has its order", many(7, 4), async ({ store, seed }) => {
    const states: readonly Partial<Reply>[] = [
      { state: "none", reserved: true },
      { state: "offered" },
      { state: "substitute" },
      { state: "waiting", waitingSince: new Date("2026-09-15T10:00:02Z") },
      { state: "waiting", waitingSince: new Date("2026-09-15T10:00:01Z") },
      { state: "declined" },
      { state: "waiting", reserved: true },
    ];
    await seed({ Reply: states.map((state, n) => ({ ...invited(n), ...state })) });
    await store.gesture(by("p5", { meeting: "m1" }), async (desk) => {
      equal(desk.seats?.seats, 4);
      equal(sorted(desk.seats?.taken.map(({ personId }) => personId) ?? []), ["p0", "p1", "p2", "p6"]);
      equal(
        desk.seats?.waiting.map(({ personId }) => personId),
        ["p4", "p3"],
      );
      return stored;
    });
  });

  const meetings: SomeRows = {
    Meeting: [
      a.meeting({ id: "m1", allianceId: "x", endsAt: a.noon }),
      a.meeting({ id: "draft", allianceId: "x", state: "draft", startsAt: new Date("2026-10-01T12:00:00Z") }),
      a.meeting({ id: "cancelled", allianceId: "x", state: "cancelled", startsAt: new Date("2026-10-02T12:00:00Z") }),
      a.meeting({ id: "later", allianceId: "x", startsAt: new Date("2026-10-09T12:00:00Z") }),
      a.meeting({ id: "next", allianceId: "x", startsAt: new Date("2026-10-08T12:00:00Z") }),
      a.meeting({ id: "foreign", allianceId: "y", startsAt: new Date("2026-09-16T12:00:00Z") }),
    ],
  };
  given("the next meeting is the first invited one that is not over", { ...two(1), ...meetings }, async ({ store }) => {
    const seen = async (meeting: string) => {
      let id: string | undefined;
      await store.gesture(by("p1", { key: `see ${meeting}`, meeting, hold: "none" }), async (desk) => {
        id = desk.meeting?.id;
        return stored;
      });
      return id;
    };
    equal(await seen("next"), "next");
    equal(await seen("draft"), "draft");
    equal(await seen("foreign"), undefined);
    equal(await seen("none"), undefined);
  });

  given("of several one stands in for, the standing one comes first", two(2), async ({ store, seed }) => {
    const standing = new Date("2026-09-14T10:00:00Z");
    await seed({
      Person: [a.person({ id: "s", allianceId: "x" })],
      Account: [a.account({ allianceId: "x", personId: "s" })],
      Reply: [
        { ...invited(1), state: "declined", substituteId: "s", substituteAskedAt: a.noon },
        { ...invited(2), state: "substitute", substituteId: "s", substituteAskedAt: standing },
      ],
    });
    await store.gesture(by("s", { meeting: "m1" }), async (desk) => {
      equal(desk.reply?.personId, "p2");
      return stored;
    });
  });

  given("the reply is one's own, else that of the person one stands in for, or the named person's", two(2), async ({ store, seed }) => {
    await seed({
      Person: [a.person({ id: "s", allianceId: "x", organisationId: "o" })],
      Account: [a.account({ allianceId: "x", personId: "s" })],
      Reply: [
        { ...invited(1), state: "substitute", substituteId: "s", substituteState: "asked" },
        { ...invited(2), substituteId: "p1" },
      ],
      Shown: [
        a.shown({ matter: "rsvp:m1:p1", accountId: "account-p1", allianceId: "x", personId: "p1" }),
        a.shown({ matter: "standin:m1:p1", accountId: "account-s", allianceId: "x", personId: "s" }),
      ],
    });
    const seen = async (personId: string, whose?: string) => {
      let found: unknown;
      await store.gesture(by(personId, { key: `${personId} ${whose}`, meeting: "m1", ...(whose ? { whose } : {}) }), async (desk) => {
        found = [desk.person?.id, desk.whose?.id, desk.reply?.personId, sorted(desk.shown.map(({ matter }) => matter))];
        return stored;
      });
      return found;
    };
    const cards = ["rsvp:m1:p1", "standin:m1:p1"];
    equal(await seen("p1"), ["p1", "p1", "p1", cards]);
    equal(await seen("s"), ["s", "p1", "p1", cards]);
    equal(await seen("s", "p2"), ["s", "p2", "p2", []]);
    equal(await seen("p1", "q"), ["p1", undefined, undefined, []]);
  });

  given("a secretariat sees whom it may answer for, and the reply where only one can be meant", two(2), async ({ store, seed, rows }) => {
    const answers = (personId: string) => ({ actorId: "s", personId, allianceId: "x" });
    await seed({
      Person: [a.person({ id: "s", allianceId: "x" }), a.person({ id: "p3", allianceId: "x", organisationId: "o" })],
      Account: [a.account({ allianceId: "x", personId: "s" })],
      StandIn: [answers("p1"), answers("p3"), { actorId: "p1", personId: "p2", allianceId: "x" }],
    });
    let count = 0;
    const seen = async (personId: string, whose?: string) => {
      let found: unknown;
      await store.gesture(by(personId, { key: `${++count}`, meeting: "m1", ...(whose ? { whose } : {}) }), async (desk) => {
        found = [desk.reply?.personId, desk.assigned ?? [], desk.seats?.seats];
        return stored;
      });
      return found;
    };
    equal(await seen("s"), ["p1", ["p1", "p3"], 2]);
    equal(await seen("s", "p2"), ["p2", ["p1", "p3"], 2]);
    equal(await seen("p1"), ["p1", [], 2]);
    equal(await seen("p1", "p2"), ["p2", ["p2"], 2]);
    await seed({ StandIn: [answers("p2")] });
    equal(await seen("s"), [undefined, ["p1", "p2", "p3"], undefined]);
    await store.work({ allianceId: "x" }, async (desk) => desk.remove("Person", a.person({ id: "s", allianceId: "x" })));
    equal((await rows("StandIn")).length, 1);
  });
}

/** A small rule: who accepts gets a seat or waits, who declines gives the seat to who waits longest. */
async function answer(desk: Desk, state: "accepted" | "declined"): Promise<Outcome> {
  const { reply, seats } = desk;
  if (!reply || !seats) return refuse("not_invited", plain());
  const others = seats.taken.filter(({ personId }) => personId !== reply.personId);
  const queue = seats.waiting.filter(({ personId }) => personId !== reply.personId);
  const free = seats.seats - others.length;
  if (state === "accepted") {
    const became = free > 0 ? "accepted" : "waiting";
    desk.put("Reply", { ...reply, state: became, waitingSince: became === "waiting" ? (reply.waitingSince ?? a.noon) : null });
    return show(plain(became));
  }
  desk.put("Reply", { ...reply, state, waitingSince: null });
  for (const next of queue.slice(0, free)) desk.put("Reply", { ...next, state: "accepted", waitingSince: null });
  return show(plain(state));
}

async function takenBy(rows: Specimen["rows"]): Promise<readonly string[]> {
  return (await rows("Reply")).filter(({ state }) => state === "accepted").map(({ personId }) => personId);
}
