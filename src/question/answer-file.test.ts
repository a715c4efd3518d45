// The file with what an organisation is asked: what stands in it, and who gets it.
import * as a from "../testing/examples.ts";
import { question } from "../testing/questions.ts";
import { alliance, krefeld } from "../testing/roster.ts";
import { memoryStore } from "../testing/store.ts";
import { askedLines } from "./answer-file.ts";

const meeting = a.meeting({ id: "m", allianceId: "kba" });
const item = { id: "i", allianceId: "kba", meetingId: "m", position: 1, number: "4", key: "qa", titleDe: "Fragerunde", titleEn: "Questions", minutes: 90 };

function linesFor(person: string, organisation = "agentur") {
  const store = memoryStore();
  store.seed({
    ...krefeld(),
    Meeting: [meeting],
    AgendaItem: [item],
    Question: [
      question({ id: "q7", number: 7, state: "answeredBefore", organisationId: "spd", personId: "spd-1", text: "Wie viele?", background: "Stand 2026" }),
      question({ id: "q8", number: 8, state: "assigned", named: false, text: "Wann?" }),
      question({ id: "q9", number: 9, state: "received", text: "Warum?" }),
      question({ id: "q10", number: 10, state: "admitted", toId: "ihk", text: "Wo?" }),
    ],
    Answer: [
      { questionId: "q7", edition: 1, allianceId: "kba", organisationId: "agentur", personId: "agentur-1", text: "Dreißig.", on: "2026-10-01" },
      { questionId: "q7", edition: 2, allianceId: "kba", organisationId: "agentur", personId: "agentur-1", text: "Vierzig.", on: "2026-10-02" },
    ],
  });
  return askedLines(store.view("kba"), alliance, meeting, { organisation, person, today: "2026-10-03" });
}

test("it holds what everybody may read of the questions to the organisation, with the answer that counts", async () => {
  expect(await linesFor("agentur-1")).toEqual([
    ["Nr.", "Fraktion", "Frage", "Hintergrund", "Stand", "Antwort", "Antwort vom"],
    ["F-7", "SPD-Fraktion", "Wie viele?", "Stand 2026", "vorab beantwortet", "Vierzig.", "Fr, 02.10.2026"],
    ["F-8", "ohne Namen", "Wann?", "", "weitergegeben", "", ""],
  ]);
});

test("its people get it, their substitutes and the office too, and nobody else", async () => {
  expect(await linesFor("office")).toHaveLength(3);
  expect(await linesFor("ihk-s", "ihk")).toHaveLength(2);
  for (const other of ["ihk-1", "spd-1", "nobody"]) expect(await linesFor(other)).toBeUndefined();
});
