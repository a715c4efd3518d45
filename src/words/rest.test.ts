// Signal words behind a command, and names that have one inside.
import { grammars } from "../grammars.ts";
import { readRest } from "./rest.ts";

const whom = (said: string): string | undefined => readRest(said.split(" "), grammars["member.access"])?.["whom"];

test.each([
  ["Agentur für Arbeit", "Agentur für Arbeit"],
  ["für Agentur für Arbeit", "Agentur für Arbeit"],
  ["Delegierte Person, Agentur für Arbeit", "Delegierte Person, Agentur für Arbeit"],
  ["für IHK", "IHK"],
  ["IHK", "IHK"],
])("„mitglied zugang %s“ is for: %s", (said, meant) => {
  expect(whom(said)).toBe(meant);
});
