// Whatever is typed: never a fault, always an answer of the agreed shape, and in bounded time.
import fc from "fast-check";
import { frame, now, reading } from "./example.ts";
import { asked, binding, intents } from "./meaning.ts";
import { readText } from "./text.ts";
import { understand } from "./understand.ts";

const contexts = fc.constantFrom(...asked);
const words = fc.array(
  fc.constantFrom(
    "ich",
    "komme",
    "nicht",
    "bis",
    "Freitag",
    "15",
    "Uhr",
    "TOP",
    "4",
    "Frau",
    "„",
    "Herr",
    "am",
    "30.9.",
    "?",
    "\n",
    "doch",
    "F-",
    "statt",
    "10",
    "Minuten",
    ":",
    "an",
    "die",
    "IHK",
    "@",
    ">",
    "--",
  ),
  { maxLength: 40 },
);
const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ maxLength: 200 }),
  words.map((list) => list.join(" ")),
);

test("any text gets an answer of the agreed shape", () => {
  fc.assert(
    fc.property(texts, contexts, (text, context) => {
      const read = reading(context, text);
      expect(intents).toContain(read.intent);
      expect(read.confidence).toBeGreaterThanOrEqual(0);
      expect(read.confidence).toBeLessThanOrEqual(1);
      expect(read.readings[0]).toBe(read.intent);
      expect(read.readings.length).toBeLessThanOrEqual(3);
      expect(JSON.parse(JSON.stringify(read))).toEqual(read);
    }),
    { numRuns: 300 },
  );
});

test("the same reply is always understood the same way", () => {
  fc.assert(
    fc.property(texts, contexts, (text, context) => expect(reading(context, text)).toEqual(reading(context, text))),
    { numRuns: 50 },
  );
});

test("nothing written is unknown", () => {
  for (const text of ["", " ", "\n\n", "\u200b", "\ufeff", "\ud800", "!!!", "…"]) expect(reading("rsvp", text)).toMatchObject({ intent: "unknown", slots: {} });
});

test.each([
  ["one word over and over", "bis ".repeat(25_000)],
  ["digits", "1".repeat(100_000)],
  ["names", "Frau ".repeat(20_000)],
  ["quotation marks", "„".repeat(100_000)],
  ["line ends", "\r\n".repeat(50_000)],
  ["dates", "30.9. ".repeat(16_000)],
  ["a greeting without end", "Hallo ".repeat(16_000)],
  ["colons", "an die : ".repeat(11_000)],
  ["a real reply drawn out", `Ich komme gern. ${"Und noch etwas. ".repeat(6_000)}`],
])("100 kB of %s are read in bounded time and book nothing", (_, text) => {
  const started = performance.now();
  const { intent, confirm } = reading("rsvp", text);
  expect(performance.now() - started).toBeLessThan(1_500);
  expect(confirm || !binding.has(intent)).toBe(true);
});

test("without a meeting, times are still read and nothing breaks", () => {
  const { meeting: _, ...bare } = frame;
  for (const text of ["Ich komme ab 15 Uhr", "bis zur Sitzung", "20 Minuten später", "nur TOP 4"]) {
    expect(intents).toContain(understand({ text, context: "rsvp", language: "de", now, frame: bare }).intent);
  }
});

test("greeting, closing and signature are not part of what somebody says", () => {
  const mail = "Sehr geehrte Frau Neumann,\r\nich nehme gerne teil.\r\n\r\nMit freundlichen Grüßen\r\nDr. K. Maier\r\nTel. 02151 1234";
  expect(readText(mail).own).toBe("ich nehme gerne teil.");
  expect(reading("rsvp", mail)).toMatchObject({ intent: "rsvp.accept", slots: {}, confirm: false });
});

test("abbreviations and dates end no sentence", () => {
  expect(readText("Fr. Demir kommt am 30.9. um 15.30 Uhr. ver.di ist dabei! Danke").sentences).toEqual([
    "Fr. Demir kommt am 30.9. um 15.30 Uhr.",
    "ver.di ist dabei!",
    "Danke",
  ]);
});
