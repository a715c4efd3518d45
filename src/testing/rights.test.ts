// Who may do what: every command by everybody, with true, forged and foreign details. Denied means that nothing has changed.
import { names as all, type CommandName } from "../names.ts";
import { registry } from "../registry.ts";
import type { Table } from "../tables.ts";
import { at } from "../time.ts";
import { task } from "./agreed.ts";
import { krefeld } from "./roster.ts";
import { World } from "./world.ts";

/** Whoever has erased their data is a stranger afterwards: that comes last. */
const names: readonly CommandName[] = [...all.filter((name) => name !== "privacy.eraseNow"), "privacy.eraseNow"];

/** What a stranger must not be able to change; accounts, contacts and gestures tell only of the stranger. */
const guarded: readonly Table[] = [
  "Alliance",
  "Organisation",
  "Seat",
  "Holding",
  "AccessCode",
  "Meeting",
  "AgendaItem",
  "Consent",
  "Quota",
  "Reply",
  "Talk",
  "Programme",
  "Keynote",
  "Pause",
  "Task",
  "Measure",
];
const stateOf = (world: World): string => JSON.stringify(guarded.map((table) => world.store.rows(table)));

/** The alliance with everybody invited, and another one with an office of its own. */
async function twoAlliances(): Promise<World> {
  const world = new World(at("2026-09-09", "10:00"));
  const [alliance] = krefeld().Alliance ?? [];
  const [office] = (krefeld().Person ?? []).filter((person) => person.id === "office");
  const [account] = (krefeld().Account ?? []).filter((it) => it.personId === "office");
  if (!alliance || !office || !account) throw new Error("the roster has lost its office");
  world.store.seed({
    Alliance: [{ ...alliance, id: "other" }],
    Person: [{ ...office, id: "other-office", allianceId: "other" }],
    Task: [task({ number: 1, personId: "ihk-1", state: "accepted" }), task({ number: 2, state: "reported" }), task({ number: 3, askedDue: "2026-12-01" })],
    Measure: [
      {
        id: "measure-1",
        allianceId: "kba",
        title: "Teilzeitausbildung",
        objectives: ["objective-5"],
        organisations: ["ihk"],
        state: "running",
        createdAt: world.now,
      },
    ],
    Account: [{ ...account, id: "acc-other", allianceId: "other", personId: "other-office", user: "other-office", address: { chat: "other-office" } }],
  });
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.press("office", "Einladung vorbereiten");
  await world.press("office", world.labels("office").find((label) => label.endsWith("senden")) ?? "");
  return world;
}

/** Details as a forger would write them: true ids, other people's, made-up ones. */
const details = (world: World): readonly Readonly<Record<string, string>>[] => {
  const meeting = world.store.rows("Meeting")[0]?.id ?? "";
  const whole = {
    meeting,
    for: "ihk-1",
    person: "ihk-1",
    whom: "ihk-1",
    organisation: "ihk",
    answer: "yes",
    via: "phone",
    edition: "1",
    sequence: "0",
    day: "2026-11-04",
    start: "15:00",
    when: "now",
    sent: "1",
    name: "Wer auch immer",
    part: "when",
    gesture: "g1",
    in: "ihk-1",
    out: "dgb-1",
    who: "office",
    task: "task-1",
    measure: "measure-1",
    title: "Flyer abstimmen",
    lead: "o:ihk",
    due: "2026-11-06",
    draft: "task-9",
    go: "1",
    objectives: "objective-5",
    objective: "objective-5",
  };
  return [
    {},
    { meeting },
    whole,
    { ...whole, answer: "accept" },
    { ...whole, meeting: "made-up", for: "made-up" },
    ...["task-2", "task-3", "made-up"].map((it) => ({ ...whole, task: it, draft: it })),
  ];
};

const organisers = names.filter((name) => registry[name].who === "organiser");

test.each(["dgb-1", "ihk-s", "ob-1", "cdu-1", "nobody-knows-me"])("%s can run no command of the office, whatever the button says", async (who) => {
  const world = await twoAlliances();
  const before = stateOf(world);
  for (const name of organisers)
    for (const args of details(world)) {
      const outcome = await world.gesture(who, { pressed: { c: name, a: args } });
      expect([name, "refuse" in outcome]).toEqual([name, true]);
    }
  expect(stateOf(world)).toBe(before);
});

/** The chair of the alliance is the lord mayor. */
test.each(["dgb-1", "ihk-s", "cdu-1", "nobody-knows-me"])("%s can run no command of the chair, whatever the button says", async (who) => {
  const world = await twoAlliances();
  const before = stateOf(world);
  for (const name of names.filter((it) => registry[it].who === "chair"))
    for (const args of details(world)) expect([name, "refuse" in (await world.gesture(who, { pressed: { c: name, a: args } }))]).toEqual([name, true]);
  expect(stateOf(world)).toBe(before);
  expect("refuse" in (await world.gesture("ob-1", { pressed: { c: "task.new", a: {} } }))).toBe(false);
});

test.each(["cdu-1", "ob-1"])("%s, who has no part in a task, changes none of it with any command", async (who) => {
  const world = await twoAlliances();
  const tasks = (): string => JSON.stringify(world.store.rows("Task").filter(({ id }) => ["task-1", "task-2", "task-3"].includes(id)));
  const before = tasks();
  for (const name of names) for (const args of details(world)) await world.gesture(who, { pressed: { c: name, a: args } });
  expect(tasks()).toBe(before);
});

test("the office of another alliance sees and changes nothing here, with any id of ours", async () => {
  const world = await twoAlliances();
  const mine = (): string =>
    JSON.stringify(guarded.map((table) => world.store.rows(table).filter((row) => (row as { allianceId?: string }).allianceId === "kba")));
  const before = mine();
  const ours = /Delegierte Person|IHK|07\.10\.2026/;
  for (const name of names)
    for (const args of details(world)) {
      const outcome = await world.gesture("other-office", { pressed: { c: name as CommandName, a: args } });
      if (!("silent" in outcome)) expect([name, ours.test(JSON.stringify(outcome))]).toEqual([name, false]);
    }
  expect(mine()).toBe(before);
});

test("nobody answers for somebody else: every command with another person's id leaves that person's reply alone", async () => {
  const world = await twoAlliances();
  const reply = () => JSON.stringify(world.store.rows("Reply").find((it) => it.personId === "ihk-1"));
  const before = reply();
  for (const name of names.filter((it) => registry[it].who !== "organiser"))
    for (const args of details(world)) await world.gesture("dgb-1", { pressed: { c: name, a: { ...args, for: "ihk-1" } } });
  expect(reply()).toBe(before);
});

test("values that are none of ours are answered politely and change nothing", async () => {
  const world = await twoAlliances();
  const before = stateOf(world);
  for (const pressed of [
    undefined,
    null,
    7,
    "",
    "{",
    "[]",
    '{"c":"rsvp.accept"',
    { c: "drop.tables", a: {} },
    { c: "rsvp.accept", a: { meeting: "x".repeat(5000) } },
    { c: "__proto__", a: {} },
    { c: "rsvp.accept", a: { meeting: "m'; DROP TABLE" } },
  ]) {
    const outcome = await world.gesture("dgb-1", { pressed });
    expect("refuse" in outcome).toBe(true);
  }
  expect(stateOf(world)).toBe(before);
});
