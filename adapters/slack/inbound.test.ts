// Slack's payloads become gestures: who, where, what, and a key that a redelivery repeats.
import fc from "fast-check";
import { wish, writeWish } from "../../src/wish.ts";
import { fixture, type Payload } from "./fixtures/index.ts";
import { type Gesture, read } from "./inbound.ts";
import { tenantsIn } from "./origin.ts";

const gesture = (payload: Payload): Gesture => {
  const it = read(payload, "T01HOME");
  if (!("incoming" in it)) throw new Error(JSON.stringify(it));
  return it;
};
const changed = (name: string, change: (it: Payload) => void): Payload => {
  const it = fixture(name);
  change(it);
  return it;
};
const seat = { messenger: "slack", tenant: "T01HOME", user: "U01SEAT" };

test("a slash command in a direct chat is answered on the spot", () => {
  expect(gesture(fixture("slash-direct"))).toEqual({
    way: "command",
    trigger: "1111.2222.slash",
    incoming: {
      key: "slack:1111.2222.slash",
      from: { ...seat, address: { user: "U01SEAT" } },
      place: "direct",
      said: { words: "zusage ab 15:00", command: true },
      window: true,
      answer: "inline",
    },
  });
});

test("a slash command in a channel is answered in the direct chat", () => {
  expect(gesture(fixture("slash-channel")).incoming).toMatchObject({ place: "channel", answer: "posted", said: { words: "status", command: true } });
});

test("a pressed button updates the card in the direct chat", () => {
  expect(gesture(fixture("press-direct"))).toEqual({
    way: "message",
    trigger: "1111.2222.press",
    incoming: {
      key: "slack:1111.2222.press:1790000100.123456",
      from: { ...seat, address: { channel: "D01SEAT", user: "U01SEAT" } },
      place: "direct",
      said: { pressed: writeWish(wish("rsvp.accept", { meeting: "m1" })) },
      window: true,
      answer: "posted",
      card: { channel: "D01SEAT", ts: "1790000000.000100" },
    },
  });
});

test("a card a whole channel sees is never updated with one person's answer", () => {
  const { way, incoming } = gesture(fixture("press-channel"));
  expect([way, incoming.place, incoming.answer, incoming.card, incoming.from.address]).toEqual([
    "message",
    "channel",
    "posted",
    undefined,
    { user: "U01SEAT" },
  ]);
});

test("on an echo and on the Home tab the answer takes the place of what was pressed", () => {
  for (const [name, way] of [
    ["press-echo", "echo"],
    ["press-home", "home"],
  ] as const) {
    const it = gesture(fixture(name));
    expect([it.way, it.incoming.answer, it.incoming.place, it.incoming.card]).toEqual([way, "inline", "direct", undefined]);
  }
});

test("in a window it is known which card the window was opened from", () => {
  const it = gesture(fixture("press-window"));
  expect([it.way, it.view, it.incoming.card]).toEqual(["window", "V02WINDOW", { channel: "D01SEAT", ts: "1790000000.000100" }]);
});

test("a chosen option is the wish of the option; an opened link is nothing", () => {
  expect(gesture(fixture("choose")).incoming.said).toEqual({ pressed: writeWish(wish("reply.list", { meeting: "m1", state: "silent" })) });
  expect(read(fixture("link"), "T01HOME")).toEqual({ ignored: "link" });
});

test("a sent form carries its wish, its answers and its card", () => {
  const { incoming, fields } = gesture(fixture("submit"));
  expect(incoming).toMatchObject({
    said: {
      sent: wish("meeting.new", { kind: "regular" }),
      answers: { day: "2026-10-07", start: "14:00", place: "Rathaus Krefeld", note: "", kind: "regular", items: "keynote,qa" },
    },
    card: { channel: "D01SEAT", ts: "1790000000.000100" },
    place: "direct",
    answer: "posted",
    window: true,
  });
  expect(fields).toEqual(["day", "start", "place", "note", "kind", "items"]);
});

test("the same answers from the same window are one gesture, corrected ones another (R5)", () => {
  const key = (payload: Payload) => gesture(payload).incoming.key;
  const again = changed("submit", (it) => {
    it.trigger_id = "9.9.again";
    it.view.hash = "other";
    it.view.state.values = Object.fromEntries(Object.entries(it.view.state.values).reverse());
  });
  expect(key(again)).toBe(key(fixture("submit")));
  expect(
    key(
      changed("submit", (it) => {
        it.view.state.values.place.answer.value = "Stadthaus";
      }),
    ),
  ).not.toBe(key(fixture("submit")));
  expect(
    key(
      changed("submit", (it) => {
        it.view.id = "V04FORM";
      }),
    ),
  ).not.toBe(key(fixture("submit")));
  expect(
    key(
      changed("submit", (it) => {
        it.view.private_metadata = it.view.private_metadata.replace("regular", "workshop");
      }),
    ),
  ).not.toBe(key(fixture("submit")));
});

test("a redelivered event, command or click has the key it had (R5)", () => {
  for (const name of ["slash-direct", "slash-channel", "press-direct", "press-echo", "choose", "message-im", "mention", "home-opened"]) {
    const first = gesture(fixture(name)).incoming.key;
    expect(gesture(fixture(name)).incoming.key).toBe(first);
    expect(first.length).toBeLessThan(120);
  }
  expect(
    gesture(
      changed("press-direct", (it) => {
        it.trigger_id = "1.1.next";
      }),
    ).incoming.key,
  ).not.toBe(gesture(fixture("press-direct")).incoming.key);
});

test("words in the direct chat arrive as they were typed", () => {
  expect(gesture(fixture("message-im")).incoming).toEqual({
    key: "slack:Ev01IM",
    from: { ...seat, address: { channel: "D01SEAT", user: "U01SEAT" } },
    place: "direct",
    said: { words: "Ich komme gern & bringe @U02OTHER mit <wir>", command: false },
    window: false,
    answer: "posted",
  });
});

test("a mention is words without the bot's name", () => {
  expect(gesture(fixture("mention"))).toMatchObject({
    way: "mention",
    thread: { channel: "C01HALL", ts: "1790000300.000100" },
    incoming: {
      ...{ place: "channel", said: { words: "sitzung", command: false }, window: false, answer: "posted", from: { address: { user: "U01SEAT" } } },
      // A live card stands in the channel itself, not in the thread, because everybody has to see it.
      room: { channel: "C01HALL" },
    },
  });
});

test("opening the Home tab asks for the status", () => {
  expect(gesture(fixture("home-opened"))).toMatchObject({
    way: "opened",
    incoming: { key: "slack:Ev06HOME", said: { pressed: writeWish(wish("status.show")) }, answer: "inline" },
  });
});

test.each([
  ["message-edited", "subtype"],
  ["message-bot", "bot"],
  ["message-channel", "channel"],
  ["home-messages", "tab"],
  ["uninstalled", "other"],
  ["member-joined", "other"],
])("%s is left alone (%s)", (name, ignored) => {
  expect(read(fixture(name), "T01HOME")).toEqual({ ignored });
});

test("a message with a subtype is no reply", () => {
  expect(
    read(
      changed("message-im", (it) => {
        it.event.subtype = "file_share";
      }),
      "T01HOME",
    ),
  ).toEqual({ ignored: "subtype" });
});

test("nothing that comes in makes the reading throw (R19)", () => {
  const names = ["slash-direct", "press-direct", "press-home", "choose", "submit", "message-im", "mention", "home-opened", "connect-press", "shortcut"];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.array(fc.tuple(fc.nat(), fc.jsonValue()), { maxLength: 3 }), (name, changes) => {
      const payload = fixture(name);
      for (const [where, value] of changes) spoil(payload, where, value);
      expect(tenantsIn(payload)).toEqual(expect.any(Array));
      expect(read(payload, "T01HOME")).toBeDefined();
    }),
    { numRuns: 1500 },
  );
  for (const it of [null, undefined, 1, "x", [], {}, { type: [] }, { command: {} }]) expect(read(it, "T01HOME")).toHaveProperty("ignored");
});

/** Puts a value somewhere into a payload. */
function spoil(payload: Payload, where: number, value: unknown): void {
  const keys = Object.keys(payload);
  const key = keys[where % keys.length];
  if (key === undefined) return;
  if (where % 3 > 0 && typeof payload[key] === "object" && payload[key] !== null) spoil(payload[key], Math.floor(where / 3), value);
  else payload[key] = value;
}
