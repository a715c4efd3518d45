// Input nobody should send: every command with values it cannot read, and payloads that are no wishes. A clear answer, nothing stored.
import type { Incoming } from "../src/incoming.ts";
import { names } from "../src/names.ts";
import type { Outcome } from "../src/outcome.ts";
import { registry } from "../src/registry.ts";
import * as a from "../src/testing/examples.ts";
import { wish, writeWish } from "../src/wish.ts";
import { type Ground, openGround } from "./race.ts";
import { contents, differences, gesture, seedBoth } from "./two-alliances.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround(() => a.noon);
  await seedBoth(ground.pool);
});
afterAll(() => ground.close());

type Kind = (typeof registry)[(typeof names)[number]]["args"][string]["kind"];

/** Values that no input of this kind can have. */
function unreadable(kind: Kind): readonly string[] {
  if (kind.type === "text") return ["x".repeat(kind.max + 1), "🦄".repeat(kind.max + 1)];
  if (kind.type === "day") return ["31.02.2027", "2027-13-01", "gestern oder so", "2020-01-01", "9".repeat(5000)];
  if (kind.type === "clock") return ["25:00", "14:75", "mittags irgendwann", "1".repeat(5000)];
  if (kind.type === "number") return ["-1", "zwölf", "1e9", "99999999999999", "NaN"];
  if (kind.type === "one") return ["sonst", "__proto__", "x".repeat(5000)];
  return [];
}

const press = (role: "office" | "delegate", it: ReturnType<typeof wish>) => gesture(bot(), "x", role, { pressed: writeWish(it) });
const send = (role: "office" | "delegate", it: ReturnType<typeof wish>) =>
  gesture(bot(), "x", role, { sent: { command: it.command, args: {} }, answers: it.args });
const bot = () => ground.bots[0] as Ground["bots"][number];

/** Has a title and a way forward: a sentence or a button. */
function expectClear(outcome: Outcome): void {
  if ("ask" in outcome) return;
  const card = "show" in outcome ? outcome.show : "card" in outcome ? outcome.card : undefined;
  expect(card?.title).toBeTruthy();
  expect(card?.elements.some(({ type }) => type === "text" || type === "buttons")).toBe(true);
  expect(card?.name).not.toBe("fault");
}

test.each(names)("%s answers unreadable values clearly and stores nothing", async (name) => {
  const { who, args } = registry[name];
  const role = who === "organiser" ? "office" : "delegate";
  const before = await contents(ground.pool);
  // A form that was sent says so itself.
  for (const [arg, { kind }] of Object.entries(args).filter(([arg]) => arg !== "sent"))
    for (const value of unreadable(kind))
      for (const ask of [press, send]) {
        const outcome = await ask(role, wish(name, { ...(args["meeting"] ? { meeting: "x-m" } : {}), [arg]: value }));
        expectClear(outcome);
      }
  expect(differences(before, await contents(ground.pool))).toEqual([]);
  expect(ground.faults).toEqual([]);
});

test.each(names.filter((name) => registry[name].opens?.meeting === "needed"))("%s at a meeting that was deleted says so and stores nothing", async (name) => {
  const before = await contents(ground.pool);
  for (const ask of [press, send]) {
    const outcome = await ask(registry[name].who === "organiser" ? "office" : "delegate", wish(name, { meeting: "x-gone", for: "x-delegate", edition: "1" }));
    expect("refuse" in outcome ? outcome.refuse : outcome).not.toBe("fault");
    expect("refuse" in outcome).toBe(true);
    expectClear(outcome);
  }
  expect(differences(before, await contents(ground.pool))).toEqual([]);
});

const pressed: readonly unknown[] = [
  ...[
    undefined,
    null,
    "",
    "{",
    "[]",
    "null",
    7,
    {},
    [],
    "x".repeat(100_000),
    '{"c":1}',
    '{"c":"rsvp.accept","a":[]}',
    '{"c":"rsvp.accept","a":{"meeting":{}}}',
  ],
  ...['{"c":"__proto__"}', '{"c":"constructor","a":{}}', '{"c":"toString"}', '{"a":{}}', '{"c":"rsvp.accept","a":{"__proto__":"x"}}'],
  ...[
    `{"c":"rsvp.accept","a":{"meeting":"${"m".repeat(2000)}"}}`,
    '{"c":"rsvp.accept","a":{"for":"x-speaker\\u0000"}}',
    '{"c":"rsvp.accept","a":{"for":"\\ud800"}}',
  ],
];
const typed = [
  "",
  " ",
  "\0",
  "\ud83d",
  "a".repeat(12_000),
  "zusage ".repeat(1700),
  "/".repeat(500),
  "<!channel> <@U1>",
  '\'; DROP TABLE "Reply"; --',
  "{{7*7}} #{7*7}",
  "\u202Eegasuz",
  "%s%n",
  "zusage ab 99:99",
  "sitzung 31.02.2027",
];

test("payloads and texts that are no wishes get a clear answer and store nothing", async () => {
  const before = await contents(ground.pool);
  const said: readonly Incoming["said"][] = [
    ...pressed.map((value) => ({ pressed: value })),
    ...typed.flatMap((words) => [
      { words, command: true },
      { words, command: false },
    ]),
    { sent: { command: "meeting.new", args: {} }, answers: Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`field${n}`, "x".repeat(1000)])) },
    { sent: { command: "meeting.new", args: {} }, answers: { day: "2026-11-18", start: "\0", place: "x".repeat(12_000) } },
  ];
  for (const it of said) {
    const outcome = await gesture(bot(), "x", "office", it);
    if (!("silent" in outcome)) expectClear(outcome);
    expect(ground.faults).toEqual([]);
  }
  // How often somebody was not understood in a row is counted, so that help comes sooner.
  expect(differences(before, await contents(ground.pool)).filter((table) => table !== "Account x")).toEqual([]);
});
