// Messages about tasks say what is true when they are sent, and are not sent where they would make no sense any more.
import { composerOf } from "../notice/kinds.ts";
import { owed } from "../notice/owe.ts";
import * as a from "../testing/examples.ts";
import { World } from "../testing/world.ts";
import { at } from "../time.ts";
import type { Task } from "./model.ts";

const mine = { personId: "ihk-1", state: "accepted", acceptedAt: at("2026-10-01", "09:00") } as const;

function having(...tasks: readonly Partial<Task>[]): World {
  const world = new World(at("2026-11-03", "10:00"));
  const rows = tasks.map((it, n) => a.task({ id: `t${n + 1}`, allianceId: "kba", due: "2026-11-06", title: "Flyer abstimmen", organisationId: "ihk", ...it }));
  world.store.seed({ Task: rows });
  return world;
}

/** What the message says, or the word for which it was not sent. */
async function send(world: World, kind: string, personId: string, args: Readonly<Record<string, string>>): Promise<string> {
  const key = `${kind}:${personId}:${world.store.rows("Delivery").length}`;
  const delivery = owed({ now: world.now, desk: { alliance: { id: "kba" } } }, { key, kind, personId, args });
  await world.store.work({ allianceId: "kba" }, async (desk) => desk.owe(delivery));
  await world.deliver();
  const sent = world.store.rows("Delivery").find((it) => it.key === key);
  return sent?.state === "skipped" ? (sent.reason ?? "") : (world.newest(personId)?.card.title ?? "");
}

test.each<[string, Partial<Task>, string]>([
  ["task.remind.before", mine, "Aufgabe A-1 ist bis Fr, 06.11.2026 vereinbart"],
  ["task.remind.due", { ...mine, due: "2026-11-03" }, "Heute vereinbart: Aufgabe A-1"],
  ["task.remind.due", { ...mine, due: "2026-11-02" }, "Aufgabe A-1 war bis Mo, 02.11.2026 vereinbart"],
  ["task.remind.before", {}, "Aufgabe A-1 ist bis Fr, 06.11.2026 vereinbart"],
  ["task.remind.before", { ...mine, state: "reported", reportedAt: a.noon }, "done"],
  ["task.remind.before", { ...mine, state: "closed" }, "done"],
  ["task.remind.before", { state: "rejected" }, "rejected"],
  ["task.remind.before", { ...mine, personId: "ihk-s" }, "taken"],
  ["task.remind.before", { organisationId: "dgb" }, "not_yours"],
  ["task.new", {}, "Neue Aufgabe A-1"],
  ["task.new", { ...mine, personId: "ihk-s" }, "taken"],
  ["task.new", { ...mine, state: "confirmed" }, "done"],
  ["task.escalation", { ...mine, due: "2026-10-20" }, "Aufgabe A-1 wartet auf eine Meldung"],
  ["task.escalation", mine, "moved"],
  ["task.escalation", { ...mine, state: "reported", due: "2026-10-20" }, "done"],
  ["task.escalation", { due: "2026-10-20", organisationId: "dgb" }, "not_yours"],
  ["task.granted", { ...mine, askedDue: "2026-11-20", askedById: "ihk-1" }, "superseded"],
  ["task.reopened", { ...mine, state: "reported" }, "superseded"],
  ["task.confirmed", mine, "superseded"],
  ["task.handover.ask", mine, "superseded"],
  ["task.closed", mine, "superseded"],
])("%s of %j: %s", async (kind, task, said) => {
  expect(await send(having(task), kind, "ihk-1", { task: "t1" })).toBe(said);
});

test("a reminder of a day that has moved since is not sent, nor one of a task that is gone", async () => {
  const world = having(mine);
  expect(await send(world, "task.remind.before", "ihk-1", { task: "t1", due: "2026-10-30" })).toBe("moved");
  expect(await send(world, "task.remind.before", "ihk-1", { task: "made-up" })).toBe("gone");
});

test("several tasks are one message; those that are over fall out of it", async () => {
  const world = having({ ...mine, due: "2026-11-01" }, { ...mine, number: 2 }, { ...mine, number: 3, state: "reported" });
  expect(await send(world, "task.digest.person", "ihk-1", { tasks: "t1,t2,t3" })).toBe("Ihre Aufgaben: 1 überfällig, 1 bald fällig");
  expect(world.labels("ihk-1")).toEqual(["A-1 melden", "A-2 melden", "Alle Aufgaben"]);
  expect(await send(world, "task.digest.person", "ihk-1", { tasks: "t3" })).toBe("done");
  expect(await send(world, "task.digest.person", "ihk-1", { tasks: "" })).toBe("gone");
});

test("the live card is kept up in every account of a person", async () => {
  const world = having(mine);
  const [account] = world.store.rows("Account").filter(({ personId }) => personId === "ihk-1");
  if (!account) throw new Error("the roster has lost an account");
  world.store.seed({
    Account: [{ ...account, id: "second", user: "second", address: { chat: "second" }, receives: false }],
    Shown: [a.shown({ matter: "task:t1", accountId: "second", allianceId: "kba", personId: "ihk-1", ref: { id: "elsewhere" } })],
  });
  await world.say("ihk-1", "aufgabe A-1");
  await world.press("ihk-1", "Erledigt");
  const repaints = world.store.rows("Delivery").filter(({ mode, kind }) => mode === "update" && kind === "task.own");
  expect(repaints.map(({ ref, state }) => [ref, state])).toEqual([[{ id: "elsewhere" }, "sent"]]);
});

test("at night nobody is called: the word waits for the morning, and is not sent where it has become meaningless", async () => {
  const world = having(mine);
  world.now = at("2026-11-03", "21:00");
  await world.say("ihk-1", "A-1 erledigt");
  expect(world.messages("office")).toHaveLength(0);
  await world.press("ihk-1", "Zurücknehmen");
  await world.clock(at("2026-11-04", "08:00"));
  const [asked] = world.store.rows("Delivery").filter(({ kind }) => kind === "task.office");
  expect(asked).toMatchObject({ state: "skipped", reason: "decided", notBefore: at("2026-11-04", "08:00") });
});

test("every message of the ladder has its composer", () => {
  for (const kind of ["task.remind.before", "task.remind.due", "task.digest.person", "task.escalation"]) expect(composerOf(kind)).toBeDefined();
});
