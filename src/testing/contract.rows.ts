// A Store's rows: each alliance its own, found alike everywhere, kept as they are.
import { show } from "../outcome.ts";
import type { Desk, Opening } from "../ports.ts";
import type { Equal, Given } from "./contract.ts";
import { by, fails, invited, plain, sorted, stored, two } from "./contract.world.ts";
import * as a from "./examples.ts";
import type { SomeRows } from "./store.ts";

export function rowCases(given: Given, equal: Equal): void {
  given("no desk reads or writes another alliance's rows", two(1), async ({ store, rows }) => {
    const foreign = a.person({ id: "q", allianceId: "y" });
    const tries: readonly ((desk: Desk) => unknown)[] = [
      (desk) => desk.put("Person", { ...foreign, name: "mine" }),
      (desk) => desk.put("Person", { ...foreign, allianceId: "x" }),
      (desk) => desk.remove("Person", foreign),
      (desk) => desk.put("Reply", { ...invited(1), allianceId: "y" }),
      (desk) => desk.put("Reply", { ...invited(1), personId: "q" }),
      (desk) => desk.put("Alliance", a.alliance({ id: "y", nameDe: "mine" })),
      (desk) => desk.owe(a.delivery({ key: "d", allianceId: "y" })),
      (desk) => desk.owe(a.delivery({ key: "d", allianceId: "x", personId: "q" })),
      (desk) => desk.owe(a.delivery({ key: "d", allianceId: null, personId: "q" })),
      (desk) => desk.find("Person", { allianceId: "y" }),
      (desk) => desk.find("Alliance", { id: "y" }),
    ];
    for (const [n, attempt] of tries.entries()) {
      const work = async (desk: Desk) => {
        await attempt(desk);
        return stored;
      };
      await fails(equal, store.gesture(by("p1", { key: `try ${n}` }), work));
      await fails(equal, store.work({ allianceId: "x" }, work));
    }
    await store.gesture(by("p1", { key: "look" }), async (desk) => {
      equal(await desk.find("Person", { id: "q" }), []);
      desk.remove("Person", { ...foreign, allianceId: "x" });
      return stored;
    });
    equal(await store.view("x").find("Person", { id: "q" }), []);
    equal(sorted((await rows("Person")).map(({ id, name }) => `${id} ${name}`)), ["p1 Person p1", "p2 Person p2", "q Person q"]);
  });

  given("an account without a person is nobody's until it is linked", two(1), async ({ store, rows }) => {
    const opening: Opening = { key: "link", from: a.sender("x", "new"), at: a.noon, meeting: "next", hold: "none" };
    await fails(
      equal,
      store.gesture(opening, async (desk) => {
        await desk.find("Person", { id: "p1" });
        return stored;
      }),
    );
    await store.gesture(opening, async (desk) => {
      equal([desk.person, desk.alliance, desk.meeting, desk.holdings, desk.shown], [undefined, undefined, undefined, [], []]);
      equal((await desk.find("Person", { allianceId: "x", id: "p1" })).length, 1);
      desk.put("Account", a.account({ id: "second", allianceId: "x", personId: "p1", user: "new" }));
      desk.owe(a.delivery({ key: "welcome", allianceId: null, messenger: "page", tenant: "x", address: { chat: "new" } }));
      return stored;
    });
    equal(sorted((await rows("Account")).map(({ id }) => id)), ["account-p1", "account-p2", "account-q", "second"]);
    await fails(
      equal,
      store.gesture({ ...opening, key: "both", from: a.sender("x", "newer") }, async (desk) => {
        desk.put("Account", a.account({ id: "third", allianceId: "x", personId: "p1", user: "newer" }));
        desk.put("Account", a.account({ id: "fourth", allianceId: "y", personId: "q", user: "newest" }));
        return stored;
      }),
    );
  });

  given("rows are found by values, lists and nothing; everywhere alike", two(1), async ({ store, seed }) => {
    await seed({ Person: [a.person({ id: "p3", allianceId: "x", email: "p3@example.org", welcomedAt: a.noon })] });
    const ask = async (find: Desk["find"]) => {
      const ids = async (where: Parameters<typeof find<"Person">>[1]) => sorted((await find("Person", where)).map(({ id }) => id));
      equal(await ids({}), ["p1", "p2", "p3"]);
      equal(await ids({ id: ["p1", "p3", "q"] }), ["p1", "p3"]);
      equal(await ids({ id: [] }), []);
      equal(await ids({ email: null }), ["p1", "p2"]);
      equal(await ids({ email: [null, "p3@example.org"], organisationId: ["o", null] }), ["p1", "p2", "p3"]);
      equal(await ids({ welcomedAt: a.noon }), ["p3"]);
      equal(await ids({ name: "' or true --" }), []);
    };
    await ask(store.view("x").find);
    await store.work({ allianceId: "x" }, (desk) => ask(desk.find));
  });

  given("text is kept as it is, whatever it holds", two(1), async ({ store, rows }) => {
    const texts = [
      '\'; DROP TABLE "Person"; --',
      "\\' \\\\ $$ $1",
      "👩🏽‍💻 ß „“ \u202e",
      "Zeile\nzwei\ttab\r",
      '{"a":"\\u0000"}',
      "halb \ud83d ganz",
      "nul\0l",
    ];
    for (const [n, name] of texts.entries()) {
      const outcome = await store.gesture(by("p1", { key: `text ${n} ${name}` }), async (desk) => {
        desk.put("Person", a.person({ id: "p1", allianceId: "x", name }));
        return show(plain(name));
      });
      const kept = name.replace("\ud83d ", " ").replace("\0", "");
      equal((await rows("Person")).find(({ id }) => id === "p1")?.name, kept);
      equal(await store.outcome(`text ${n} ${name}`), show(plain(kept)));
      equal(outcome, show(plain(name)));
    }
  });

  given("a message is owed once, whoever owes it; what went out is not changed", two(1), async ({ store, rows, seed }) => {
    const owe = (text: string) => (desk: Desk) => {
      desk.owe(a.delivery({ key: "d", allianceId: "x", personId: "p1", args: { text } }));
      desk.owe(a.delivery({ key: "d", allianceId: "x", personId: "p1", args: { text: "twice" } }));
      return Promise.resolve(stored);
    };
    await Promise.all([store.work({ allianceId: "x" }, owe("first")), store.work({ allianceId: "x" }, owe("first"))]);
    await store.gesture(by("p1", {}), owe("second"));
    equal(
      (await rows("Delivery")).map(({ args }) => args),
      [{ text: "first" }],
    );
    const sent = a.delivery({ key: "gone", allianceId: "x", state: "sent" });
    await seed({ Delivery: [sent] });
    await store.work({ allianceId: "x" }, async (desk) => {
      for (const it of await desk.find("Delivery", { key: ["d", "gone"] })) desk.put("Delivery", { ...it, state: "skipped", reason: "cancelled" });
    });
    equal(sorted((await rows("Delivery")).map(({ key, state }) => `${key} ${state}`)), ["d skipped", "gone sent"]);
  });

  given("what is removed takes along what belongs to it", two(1), async ({ store, rows, seed }) => {
    await seed({ Holding: [], Shown: [a.shown({ matter: "rsvp:m1:p1", accountId: "account-p1", allianceId: "x", personId: "p1" })] });
    await store.work({ allianceId: "x", meeting: "m1" }, async (desk) => {
      equal(desk.meeting?.id, "m1");
      for (const person of await desk.find("Person", { id: "p1" })) desk.remove("Person", person);
    });
    equal([(await rows("Account")).length, (await rows("Reply")).length, (await rows("Shown")).length], [2, 1, 0]);
    await store.work({ allianceId: "x" }, async (desk) => {
      for (const organisation of await desk.find("Organisation", {})) desk.remove("Organisation", organisation);
      for (const person of await desk.find("Person", {})) desk.remove("Person", person);
    });
    equal((await rows("Reply")).length, 0);
  });

  const bare = (id: string): SomeRows => ({ Alliance: [a.alliance({ id })], Organisation: [a.organisation({ id: `o-${id}`, allianceId: id })] });
  const alone = ["rest", "meeting", "past", "task", "far", "asked", "reported", "confirmed", "review", "reviewed"];
  const rows: SomeRows = {
    Alliance: alone.flatMap((id) => bare(id).Alliance ?? []),
    Organisation: [
      ...alone.flatMap((id) => bare(id).Organisation ?? []),
      a.organisation({ id: "r1", allianceId: "review", status: "to_verify", reviewOn: "2026-09-16" }),
      a.organisation({ id: "r2", allianceId: "reviewed", status: "confirmed", reviewOn: "2026-09-01" }),
    ],
    Meeting: [
      a.meeting({ id: "m1", allianceId: "meeting", endsAt: new Date("2026-08-01T12:00:00Z") }),
      a.meeting({ id: "m2", allianceId: "past", endsAt: new Date("2026-06-01T12:00:00Z") }),
      a.meeting({ id: "m3", allianceId: "rest", state: "draft" }),
    ],
    Task: [
      a.task({ id: "t1", allianceId: "task", due: "2026-10-01" }),
      a.task({ id: "t2", allianceId: "far", due: "2027-10-01" }),
      a.task({ id: "t3", allianceId: "asked", due: "2027-10-01", askedDue: "2027-11-01" }),
      a.task({ id: "t4", allianceId: "reported", due: "2027-10-01", state: "reported" }),
      a.task({ id: "t5", allianceId: "confirmed", due: "2026-09-01", state: "confirmed" }),
    ],
  };
  given("awake are the alliances where something may be due by itself", rows, async ({ store }) => {
    equal(sorted((await store.awake(a.noon)).map(({ id }) => id)), ["asked", "meeting", "reported", "review", "task"]);
  });

  given("a desk that is closed says so", two(1), async ({ store }) => {
    let kept: Desk | undefined;
    await store.work({ allianceId: "x" }, async (desk) => {
      kept = desk;
    });
    await fails(
      equal,
      Promise.resolve(kept).then((desk) => desk?.put("Person", a.person({ id: "p1", allianceId: "x" }))),
    );
    await fails(
      equal,
      Promise.resolve(kept).then((desk) => desk?.find("Person", {})),
    );
  });
}
