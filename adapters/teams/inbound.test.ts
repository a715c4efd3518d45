// Teams' activities become gestures: who, where, what, and a key that a redelivery repeats.
import fc from "fast-check";
import { card } from "../../src/card.ts";
import { wish, writeWish } from "../../src/wish.ts";
import { tenant } from "../../test/teams-world.ts";
import { fixture, type Payload } from "./fixtures/index.ts";
import { type Gesture, read } from "./inbound.ts";
import { memoryId } from "./memory.ts";
import { readOrigin } from "./origin.ts";

const gesture = (payload: Payload): Gesture => {
  const it = read(payload, tenant);
  if (!("incoming" in it)) throw new Error(JSON.stringify(it));
  return it;
};
const changed = (name: string, change: (it: Payload) => void): Payload => {
  const it = fixture(name);
  change(it);
  return it;
};
const serviceUrl = `https://smba.trafficmanager.net/de/${tenant}/`;
const bot = "28:22222222-2222-4222-8222-222222222222";
const here = { serviceUrl, bot, user: "29:seat", conversation: "a:direct" };
const seat = { messenger: "teams", tenant, user: "29:seat" };

test("words in the direct chat arrive as they were typed, with everything that is needed to write back", () => {
  const { way, incoming } = gesture(fixture("message-personal"));
  expect(way).toBe("words");
  expect(incoming).toEqual({
    key: expect.stringMatching(/^teams:[\w-]{43}$/),
    from: { ...seat, address: here },
    language: "de",
    place: "direct",
    said: { words: "Ich komme gern & bringe @Anna mit <wir>", command: false },
    window: false,
    answer: "posted",
  });
});

test("a mention in a group or channel is words without the bot's name, and personal answers never go there", () => {
  const [group, channel] = [gesture(fixture("message-group")), gesture(fixture("message-channel"))];
  expect(group).toMatchObject({ way: "mention", shared: true, incoming: { place: "channel", said: { words: "sitzung", command: false }, window: false } });
  expect(channel.incoming.said).toEqual({ words: "/status", command: true });
  for (const { incoming } of [group, channel]) expect(incoming.from.address).toEqual({ serviceUrl, bot, user: "29:seat" });
  // A live card stands in the channel itself, not in the thread.
  expect([group, channel].map(({ incoming }) => incoming.room)).toEqual(
    ["19:group@thread.v2", "19:hall@thread.tacv2"].map((conversation) => ({ serviceUrl, bot, conversation })),
  );
  expect(gesture(fixture("message-personal")).incoming).not.toHaveProperty("room");
});

test("a slash command of Teams' own menu is a command without the slash", () => {
  expect(gesture(fixture("message-slash")).incoming.said).toEqual({ words: "zusage", command: true });
});

test("a pressed button in the direct chat updates its card", () => {
  expect(gesture(fixture("press-personal"))).toMatchObject({
    way: "press",
    shared: false,
    incoming: {
      from: { ...seat, address: here },
      place: "direct",
      said: { pressed: writeWish(wish("rsvp.accept", { meeting: "m1" })) },
      card: { conversation: "a:direct", activity: "1790000000100" },
      window: true,
      answer: "posted",
    },
  });
});

test("a card a whole group sees is never updated with one person's answer", () => {
  const { shared, incoming } = gesture(fixture("press-group"));
  expect([shared, incoming.place, incoming.card, incoming.from.address["conversation"]]).toEqual([true, "channel", undefined, undefined]);
});

test("a chosen option is the wish of the option", () => {
  expect(gesture(fixture("press-choose")).incoming.said).toEqual({ pressed: writeWish(wish("reply.list", { meeting: "m1", filter: "none" })) });
});

test("a form in a card and a form in a dialog bring the same wish and answers; what was left empty is empty", () => {
  const said = {
    sent: wish("meeting.new", { kind: "regular" }),
    answers: { kind: "workshop", day: "2026-10-07", start: "14:00", place: "Rathaus Krefeld", note: "" },
  };
  expect(gesture(fixture("press-form")).incoming).toMatchObject({ said, window: true });
  expect(gesture(fixture("sent"))).toMatchObject({ way: "sent", incoming: { said, window: true } });
});

test("a client that cannot refresh cards sends the same as a message, and opens no window", () => {
  expect(gesture(fixture("press-old"))).toMatchObject({
    way: "submit",
    incoming: { said: { pressed: writeWish(wish("rsvp.accept", { meeting: "m1" })) }, card: { activity: "1790000000100" }, window: false },
  });
});

test("a dialog is asked for like a button is pressed, and knows the message it was opened from", () => {
  expect(gesture(fixture("fetch"))).toMatchObject({ way: "fetch", incoming: { card: { activity: "1790000000100" }, window: true } });
  const memory = JSON.stringify({ card: card("x", "x"), message: "1790000000100" });
  const sent = changed("sent", (it) => (it.value.data[memoryId] = memory));
  expect(gesture(sent).incoming.card).toEqual({ conversation: "a:direct", activity: "1790000000100" });
  // In a group the message is everybody's, whatever the dialog says.
  const elsewhere = changed("sent", (it) => {
    it.value.data[memoryId] = memory;
    it.conversation = fixture("press-group").conversation;
  });
  expect(gesture(elsewhere).incoming.card).toBeUndefined();
});

test("whoever stops halfway gets back what was there; without it nothing is asked of the bot", () => {
  const back = card("rsvp.ask", "Einladung");
  const pressed = (memory: unknown) => changed("press-personal", (it) => (it.value.action.data = { b: 1, [memoryId]: memory }));
  expect(read(pressed(JSON.stringify({ card: card("x", "x"), back })), tenant)).toEqual({ back: { card: back } });
  for (const memory of [undefined, "{", JSON.stringify({ card: card("x", "x") }), 7]) expect(read(pressed(memory), tenant)).toEqual({ ignored: "unreadable" });
});

describe("installing", () => {
  test("for oneself is the first sight of each other", () => {
    expect(gesture(fixture("install-personal"))).toMatchObject({
      way: "met",
      incoming: { from: { ...seat, address: here }, place: "direct", said: { met: true } },
    });
  });

  test("in a channel greets the channel, once however often it is installed there, and learns nothing of anybody's own chat", () => {
    const { incoming } = gesture(fixture("install-channel"));
    expect(incoming).toMatchObject({ from: { address: { serviceUrl, bot, user: "29:seat" } }, place: "channel", said: { met: true } });
    expect(incoming.from.address).not.toHaveProperty("conversation");
    expect(gesture(changed("install-channel", (it) => (it.id = "f:again"))).incoming.key).toBe(incoming.key);
  });

  test("a channel is told of by the bot as a new member too: the same greeting, owed to the channel", () => {
    const [installed, added] = [gesture(fixture("install-channel")).incoming, gesture(fixture("added-channel")).incoming];
    expect([added.key, added.said, added.room]).toEqual([installed.key, { met: true }, { serviceUrl, bot, conversation: "19:hall@thread.tacv2" }]);
    expect(gesture(fixture("install-personal")).incoming).not.toHaveProperty("room");
  });

  test("taken back for oneself, the bot hears of it; in a channel, or with a new version of the app, there is nothing to do", () => {
    expect(gesture(fixture("uninstall"))).toMatchObject({ way: "left", incoming: { from: seat, place: "direct", said: { left: true } } });
    const removed = changed("install-channel", (it) => (it.action = "remove"));
    expect(read(removed, tenant)).toEqual({ ignored: "left" });
    for (const action of ["add-upgrade", "remove-upgrade"])
      expect(
        read(
          changed("install-personal", (it) => (it.action = action)),
          tenant,
        ),
      ).toEqual({ ignored: "upgrade" });
  });

  test.each([
    ["added-personal", "members"],
    ["member-added", "members"],
    ["member-removed", "members"],
    ["reaction", "other"],
    ["edited", "other"],
    ["search", "other"],
    ["message-bot", "bot"],
    ["message-empty", "empty"],
  ])("%s greets nobody (%s)", (name, ignored) => {
    expect(read(fixture(name), tenant)).toEqual({ ignored });
  });
});

test("a redelivered activity has the key it had; another one, another person's and another chat's have not (R5)", () => {
  for (const name of ["message-personal", "message-group", "press-personal", "press-form", "fetch", "sent", "press-old", "install-personal"]) {
    const key = (change: (it: Payload) => void = () => {}) => gesture(changed(name, change)).incoming.key;
    expect(key((it) => (it.timestamp = "2026-09-21T08:00:09.000Z"))).toBe(key());
    const others = [key((it) => (it.id = "other")), key((it) => (it.conversation.id = "a:other"))];
    if (name !== "install-personal") others.push(key((it) => (it.from.id = "29:other")));
    expect([name, new Set([key(), ...others]).size]).toEqual([name, others.length + 1]);
  }
});

test("the same press on another card is another gesture", () => {
  const key = (card: string) => gesture(changed("press-personal", (it) => (it.replyToId = card))).incoming.key;
  expect(key("1")).not.toBe(key("2"));
});

test("the tenant is the one the activity names, once", () => {
  expect(readOrigin(fixture("message-personal"))).toEqual({ channelId: "msteams", serviceUrl, tenant });
  expect(readOrigin(changed("message-channel", (it) => (it.conversation.tenantId = undefined)))?.tenant).toBe(tenant);
  expect(readOrigin(changed("message-channel", (it) => (it.conversation.tenantId = "other")))?.tenant).toBeUndefined();
});

test("a chat that does not say what it is counts as direct only where it surely is", () => {
  const place = (conversation: object) => gesture(changed("message-personal", (it) => (it.conversation = conversation))).incoming.place;
  expect([
    place({ id: "a:1" }),
    place({ id: "19:x@thread.v2" }),
    place({ id: "a:1", isGroup: true }),
    place({ id: "19:x", conversationType: "personal" }),
  ]).toEqual(["direct", "channel", "channel", "direct"]);
});

test("nothing that comes in makes the reading throw (R19)", () => {
  const names = [
    "message-personal",
    "message-group",
    "press-personal",
    "press-choose",
    "press-form",
    "fetch",
    "sent",
    "press-old",
    "install-channel",
    "added-channel",
    "message-action",
    "message-action-sent",
  ];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.array(fc.tuple(fc.nat(), fc.jsonValue()), { maxLength: 3 }), (name, changes) => {
      const payload = fixture(name);
      for (const [where, value] of changes) spoil(payload, where, value);
      readOrigin(payload);
      expect(read(payload, tenant)).toBeDefined();
    }),
    { numRuns: 1500 },
  );
  for (const it of [null, undefined, 1, "x", [], {}, { type: [] }, { type: "message" }]) {
    expect(readOrigin(it)).toBeUndefined();
    expect(read(it, tenant)).toHaveProperty("ignored");
  }
});

/** Puts a value somewhere into a payload. */
function spoil(payload: Payload, where: number, value: unknown): void {
  const keys = Object.keys(payload);
  const key = keys[where % keys.length];
  if (key === undefined) return;
  if (where % 3 > 0 && typeof payload[key] === "object" && payload[key] !== null) spoil(payload[key], Math.floor(where / 3), value);
  else payload[key] = value;
}
