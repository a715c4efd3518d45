// One typed line, taken apart: titles may hold the same small words as the details.
import fc from "fast-check";
import { readLine } from "./line.ts";

const people = ["hwk", "handwerkskammer", "agentur für arbeit", "jobcenter", "ihk"];
const days = ["kw 45", "30.9", "ende oktober", "freitag", "heute in acht tagen", "zwei wochen nach der sitzung", "week 45", "31.2"];
const read = (line: string) =>
  readLine(line, { isWhom: (words) => people.includes(words.toLowerCase()), isDay: (words) => days.includes(words.toLowerCase().replace(/,$/, "")) });

test.each<[string, ReturnType<typeof read>]>([
  ["Flyer abstimmen an HWK bis KW 45", { title: "Flyer abstimmen", whom: "HWK", until: "KW 45" }],
  ["Flyer abstimmen bis KW 45 an HWK", { title: "Flyer abstimmen", whom: "HWK", until: "KW 45" }],
  ["Flyer abstimmen, an HWK, bis KW 45", { title: "Flyer abstimmen", whom: "HWK", until: "KW 45" }],
  ["bis KW 45 Flyer abstimmen an HWK", { title: "Flyer abstimmen", whom: "HWK", until: "KW 45" }],
  [
    "„Flyer abstimmen“ an Agentur für Arbeit bis zwei Wochen nach der Sitzung",
    {
      title: "Flyer abstimmen",
      whom: "Agentur für Arbeit",
      until: "zwei Wochen nach der Sitzung",
    },
  ],
  ["Zahlen an das Land melden an IHK spätestens Ende Oktober", { title: "Zahlen an das Land melden", whom: "IHK", until: "Ende Oktober" }],
  [
    "Angebot für den Weg von Schule bis Beruf sammeln an Jobcenter bis Freitag",
    {
      title: "Angebot für den Weg von Schule bis Beruf sammeln",
      whom: "Jobcenter",
      until: "Freitag",
    },
  ],
  ["Agree on the flyer to HWK by week 45", { title: "Agree on the flyer", whom: "HWK", until: "week 45" }],
  ["Flyer abstimmen", { title: "Flyer abstimmen" }],
  ["Flyer abstimmen bis 30.9", { title: "Flyer abstimmen", until: "30.9" }],
  ["Flyer abstimmen an HWK", { title: "Flyer abstimmen", whom: "HWK" }],
  ["Flyer abstimmen an HWK bis spätestens KW 45", { title: "Flyer abstimmen", whom: "HWK", until: "KW 45" }],
  ["an HWK bis KW 45", { title: "", whom: "HWK", until: "KW 45" }],
])("%s", (line, expected) => {
  expect(read(line)).toEqual(expected);
});

test("who or what nobody knows is told as it was written, never dropped", () => {
  expect(read("Flyer abstimmen an Handwerker bis KW 45")).toEqual({ title: "Flyer abstimmen", whom: "Handwerker", until: "KW 45" });
  expect(read("Flyer abstimmen an HWK bis irgendwann")).toEqual({ title: "Flyer abstimmen", whom: "HWK", until: "irgendwann" });
  expect(read("Flyer abstimmen bis irgendwann an HWK")).toEqual({ title: "Flyer abstimmen", whom: "HWK", until: "irgendwann" });
  // Half a day is no day: „Freitag oder so“ is asked about and not taken for Friday.
  expect(read("Flyer abstimmen an HWK bis Freitag oder so")).toEqual({ title: "Flyer abstimmen", whom: "HWK", until: "Freitag oder so" });
});

test("whatever the title, the details behind it are found, and nothing of it is lost", () => {
  const word = fc.constantFrom("Flyer", "Zahlen", "zum", "am", "Schule", "und", "Beruf", "auf", "von", "liefern", "2.0", "für");
  const title = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(title, fc.constantFrom(...people), fc.constantFrom(...days), fc.boolean(), (what, whom, until, swapped) => {
      const line = swapped ? `${what} bis ${until} an ${whom}` : `${what} an ${whom} bis ${until}`;
      expect(read(line)).toEqual({ title: what, whom, until });
    }),
  );
});
