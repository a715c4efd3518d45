// Questions and what is stored about people: what they may take away, what goes with them, and what is promised.
import { factsOf } from "../testing/agreed.ts";
import { askNamed, askUnnamed, beforeTheRound, openForm, words } from "../testing/asking.ts";
import { newestMeeting, press } from "../testing/tour.ts";
import { asJson, ownData } from "./own.ts";

test("the promise to those who ask stands in „datenschutz“ too", async () => {
  const world = await beforeTheRound();
  await world.say("cdu-1", "datenschutz");
  expect(factsOf(world, "cdu-1")).toMatchObject({
    "Fragen mit Namen": expect.stringContaining("Alle im Bündnis sehen Ihren Namen und Ihre Fraktion."),
    "Fragen ohne Namen": expect.stringContaining("Zur Frage speichere ich weder Name noch Fraktion noch Chatkonto."),
    "Grenze der Zusage": expect.stringContaining("Ihr Messenger und Ihr Gerät können Eingaben selbst protokollieren."),
  });
});

test("the own data hold the questions with a name, the support and the hints, and none without a name", async () => {
  const world = await beforeTheRound();
  const { id: other } = await askNamed(world, "spd-1");
  await askNamed(world, "cdu-1", { text: "Welche Kurse gibt es?", background: "Für Schichtarbeit." });
  await askUnnamed(world, "cdu-1", { text: "Wer zahlt das eigentlich?" });
  world.store.seed({ Vote: [{ questionId: other, personId: "cdu-1", allianceId: "kba" }] });
  await press(world, "ihk-1", "question.hint", { meeting: newestMeeting(world), text: "Bitte mehr Zeit." });
  const own = async (who: string) => asJson((await ownData(world.store.view("kba"), who)) ?? fail(who));
  expect(JSON.parse(await own("cdu-1"))).toMatchObject({
    questions: [{ number: 2, text: "Welche Kurse gibt es?", background: "Für Schichtarbeit.", askedOn: "2026-09-15", state: "received" }],
    questionsSupported: 1,
    notesToTheOffice: [],
  });
  for (const who of ["cdu-1", "cdu-2", "spd-1", "office"]) expect(await own(who)).not.toContain("Wer zahlt das");
  expect(JSON.parse(await own("ihk-1"))).toMatchObject({ notesToTheOffice: [{ text: "Bitte mehr Zeit.", done: false }] });
});

function fail(who: string): never {
  throw new Error(`Nobody of that name: ${who}`);
}

test("erased: the question keeps its words and its group, support and hints go, the limit stays used", async () => {
  const world = await beforeTheRound();
  const mine = await askNamed(world, "cdu-2");
  await askUnnamed(world, "cdu-2");
  world.store.seed({
    Vote: [{ questionId: mine.id, personId: "cdu-2", allianceId: "kba" }],
    Note: [{ id: "n", allianceId: "kba", meetingId: newestMeeting(world), personId: "cdu-2", text: "Bitte mehr Zeit.", on: "2026-09-15", done: false }],
    Answer: [{ questionId: mine.id, edition: 1, allianceId: "kba", organisationId: "agentur", personId: "cdu-2", text: "40", on: "2026-09-15" }],
  });
  await world.say("cdu-2", "datenschutz löschen");
  await world.tap("cdu-2", "privacy.eraseNow");
  expect(world.store.rows("Question").find(({ id }) => id === mine.id)).toMatchObject({
    text: words,
    organisationId: "cdu",
    named: true,
    personId: null,
    actorId: null,
  });
  expect([world.store.rows("Vote"), world.store.rows("Note"), world.store.rows("Token").length]).toEqual([[], [], 2]);
  expect(world.store.rows("Answer")).toMatchObject([{ personId: null, text: "40" }]);
  for (const table of ["Question", "Answer", "Trail"] as const) expect(JSON.stringify(world.store.rows(table))).not.toContain('"cdu-2"');
  expect(await openForm(world, "cdu-3")).toMatchObject({ once: true });
});

test("a secretariat that erases its data leaves the questions of others as they are", async () => {
  const world = await beforeTheRound((rows) => ({ ...rows, StandIn: [{ actorId: "dgb-1", personId: "cdu-1", allianceId: "kba" }] }));
  const mine = await askNamed(world, "dgb-1");
  expect(mine).toMatchObject({ personId: "cdu-1", actorId: "dgb-1" });
  await world.say("dgb-1", "datenschutz löschen");
  await world.tap("dgb-1", "privacy.eraseNow");
  expect(world.store.rows("Question")).toMatchObject([{ personId: "cdu-1", actorId: null, text: words }]);
});
