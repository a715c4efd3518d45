// What the browser sends becomes gestures: who, what, and a key that a repetition carries too.
import fc from "fast-check";
import { wish } from "../../src/wish.ts";
import { type Body, fixture } from "./fixtures/index.ts";
import { isRoad, type Road, readIncoming, readMovement, readWho } from "./inbound.ts";
import { senderOf } from "./send.ts";

const from = senderOf("ihk");
const read = (road: Road, change: Body = {}) => readIncoming(road, { ...fixture(road), ...change }, from);
const base = { from: { messenger: "page", tenant: "local", user: "ihk", address: { chat: "ihk" } }, place: "direct", answer: "posted" };

test("typed words open no window", () => {
  expect(read("say")).toEqual({
    ...base,
    key: "page:ihk:5f0c5a52-8c43-4a1e-9a9e-0f1b8c1a7d11",
    said: { words: "zusage ab 15:00", command: false },
    window: false,
  });
  expect(read("say", { words: " /sitzung" })?.said).toEqual({ words: " /sitzung", command: true });
});

test("a pressed button names its card and may open a window", () => {
  const said = { pressed: '{"c":"rsvp.accept","a":{"meeting":"m1"}}' };
  expect(read("press")).toEqual({ ...base, key: "page:ihk:0a3cf0d3-6d8a-4c60-8f43-1f8f2f4b6b22", said, card: { id: "17" }, window: true });
  expect(read("press", { card: undefined })).not.toHaveProperty("card");
});

test("a sent form brings its wish and the answers", () => {
  expect(read("send-form")).toMatchObject({
    said: { sent: wish("rsvp.partial", { meeting: "m1" }), answers: { from: "15:00", until: "", except: "keynote,qa" } },
    card: { id: "17" },
    window: true,
  });
});

test("opening the chat is one gesture, however often it happens", () => {
  expect(read("meet")).toEqual({ ...base, key: "page:ihk:met", said: { met: true }, window: false });
  expect(read("meet")).toEqual(read("meet"));
});

test("the same gesture of two people has two keys", () => {
  expect(readIncoming("say", fixture("say"), senderOf("dgb"))?.key).not.toBe(read("say")?.key);
});

test.each<[Road, Body]>([
  ["say", { key: "met" }],
  ["say", { words: 1 }],
  ["press", { key: undefined }],
  ["press", { card: "17 or 1=1" }],
  ["press", { card: "9".repeat(30) }],
  ["press", { value: "x".repeat(9000) }],
  ["send-form", { wish: "{}" }],
  ["send-form", { wish: "kein JSON" }],
  ["send-form", { answers: { day: ["2026-10-07"] } }],
])("%s with %j is none of the page's", (road, change) => {
  expect(read(road, change)).toBeUndefined();
});

test("the clock goes to a day and time, or one of three steps", () => {
  expect(readMovement(fixture("clock"))).toEqual({ day: "2026-09-25", clock: "09:00" });
  expect(readMovement({ to: "next" })).toBe("next");
  for (const to of ["year", { day: "2026-02-30", clock: "09:00" }, { day: "2026-09-25", clock: "25:00" }, { day: "", clock: "" }, null])
    expect(readMovement({ to })).toBeUndefined();
});

test("whatever is sent, reading it never throws", () => {
  expect(["meet", "say", "press", "send-form"].every(isRoad)).toBe(true);
  expect(["clock", "toString", "__proto__", ""].some(isRoad)).toBe(false);
  fc.assert(
    fc.property(fc.constantFrom<Road>("meet", "say", "press", "send-form"), fc.anything({ withNullPrototype: true }), (road, body) => {
      readWho(body);
      readMovement(body);
      readIncoming(road, body, from);
    }),
  );
});
