// What is typed in the chat, or comes from a message of it: it is read back, and can only be asked with the name.
import { cardOf, factsOf, titleOf } from "../testing/agreed.ts";
import { beforeTheRound, words } from "../testing/asking.ts";
import { newestMeeting, press } from "../testing/tour.ts";
import type { World } from "../testing/world.ts";
import { at } from "../time.ts";

const questions = (world: World) => world.store.rows("Question");
const quoted = (world: World, who: string) => (world.newest(who)?.card.elements ?? []).flatMap((it) => (it.type === "rows" ? it.rows : []));
const initial = (world: World, who: string) => Object.fromEntries((world.formOf(who)?.fields ?? []).map(({ name, initial: it }) => [name, it]));

test("typed with the alias of an organisation: read back, then entered with the name", async () => {
  const world = await beforeTheRound();
  await world.say("cdu-1", `frage neu ${words} an die Arbeitsagentur`);
  expect([titleOf(world, "cdu-1"), factsOf(world, "cdu-1"), quoted(world, "cdu-1")]).toEqual([
    "Diese Frage ist schon im Chat zu lesen",
    { An: "Agentur für Arbeit" },
    [`„${words}“`],
  ]);
  expect(world.labels("cdu-1")).toEqual(["Mit Namen weiter", "Leeres Formular", "Abbrechen"]);
  expect(questions(world)).toEqual([]);
  await world.press("cdu-1", "Mit Namen weiter");
  expect(world.formOf("cdu-1")).toMatchObject({ name: "question.form.named", title: "Frage mit Namen", window: true });
  expect(initial(world, "cdu-1")).toEqual({ text: words, background: undefined, to: "agentur", objective: "none" });
  await world.fill("cdu-1", {});
  expect(questions(world)).toMatchObject([{ text: words, toId: "agentur", named: true, personId: "cdu-1" }]);
});

test("the empty form knows nothing of what was typed", async () => {
  const world = await beforeTheRound();
  await world.say("cdu-1", `frage neu ${words} ans Jobcenter`);
  expect(factsOf(world, "cdu-1")).toEqual({ An: "Jobcenter" });
  await world.press("cdu-1", "Leeres Formular");
  expect(initial(world, "cdu-1")).toEqual({ text: undefined, background: undefined, to: undefined, objective: "none", name: undefined });
  expect(JSON.stringify(world.formOf("cdu-1"))).not.toContain(words);
});

test.each([
  ["Wie viele Menschen nehmen an Maßnahmen teil?", undefined],
  ["Gibt es genug Plätze?", undefined],
  ["Gibt es genug Plätze für alle? an Jobcenter", "Jobcenter"],
  ["Wie viele nehmen an Kursen teil, an das Jobcenter", "Jobcenter"],
])("„%s“ is asked of %s", async (typed, to) => {
  const world = await beforeTheRound();
  await world.say("cdu-1", `frage neu ${typed}`);
  expect([cardOf(world, "cdu-1"), factsOf(world, "cdu-1")["An"]]).toEqual(["question.typed", to]);
  expect(quoted(world, "cdu-1")[0]).toBe(
    `„${to ? typed.replace(/,? an (das )?Jobcenter/, "") : typed}“`.replace("teil“", "teil,“").replace(",“", to ? ",“" : "“"),
  );
});

test("the question mark stays with the question, wherever it was typed", async () => {
  const world = await beforeTheRound();
  await world.say("cdu-1", "frage neu Gibt es genug Plätze an die Arbeitsagentur?");
  expect([quoted(world, "cdu-1"), factsOf(world, "cdu-1")["An"]]).toEqual([["„Gibt es genug Plätze?“"], "Agentur für Arbeit"]);
});

test("an organisation that is only nearly named is offered, never taken by itself", async () => {
  const world = await beforeTheRound();
  await world.say("cdu-1", `frage neu ${words} an Arbeitsagntur`);
  expect([titleOf(world, "cdu-1"), factsOf(world, "cdu-1")]).toEqual(["An wen geht Ihre Frage?", { Geschrieben: "„Arbeitsagntur“" }]);
  expect(world.labels("cdu-1")).toEqual(["Agentur für Arbeit", "Andere Organisation"]);
  await world.press("cdu-1", "Agentur für Arbeit");
  expect([cardOf(world, "cdu-1"), factsOf(world, "cdu-1"), quoted(world, "cdu-1")]).toEqual(["question.typed", { An: "Agentur für Arbeit" }, [`„${words}“`]]);
  await world.say("cdu-1", `frage neu ${words} an Bäckerei Müller`);
  expect(world.labels("cdu-1")).toEqual(["Andere Organisation"]);
  expect(world.text("cdu-1")).toContain("Unter diesem Namen kenne ich keine Organisation, die Fragen beantwortet.");
  await world.press("cdu-1", "Andere Organisation");
  expect([cardOf(world, "cdu-1"), factsOf(world, "cdu-1"), quoted(world, "cdu-1")]).toEqual(["question.typed", {}, [`„${words}“`]]);
});

test("an organisation that asks is none that can be asked", async () => {
  const world = await beforeTheRound();
  await world.say("cdu-1", `frage neu ${words} an SPD-Fraktion`);
  expect([cardOf(world, "cdu-1"), world.labels("cdu-1")]).toEqual(["question.addressee", ["Andere Organisation"]]);
});

test("from a message of the chat, as long as messages get", async () => {
  const world = await beforeTheRound();
  const long = `Wie ${"lange ".repeat(40)}dauert das?`;
  await press(world, "cdu-1", "question.typed", { text: `${long}\n${"Zeile ".repeat(120)}`.slice(0, 1000) });
  expect(cardOf(world, "cdu-1")).toBe("question.typed");
  await world.press("cdu-1", "Mit Namen weiter");
  expect(initial(world, "cdu-1")["text"]).toMatch(/^Wie lange .*Zeile/s);
  await press(world, "cdu-1", "question.typed", { text: long });
  await world.press("cdu-1", "Mit Namen weiter");
  expect(world.formOf("cdu-1")?.note).toContain(`Ihre Frage hat ${long.length} Zeichen, möglich sind 200; der Rest passt in „Hintergrund“.`);
  const outcome = await world.fill("cdu-1", { to: "agentur" });
  expect(outcome).toMatchObject({ fields: { text: `Ihre Frage hat ${long.length} Zeichen, möglich sind 200. Der Rest passt in „Hintergrund“.` } });
  await press(world, "cdu-1", "question.typed", {});
  expect(world.formOf("cdu-1")).toMatchObject({ name: "question.form" });
});

test("a question behind the noun alone is a question too", async () => {
  const world = await beforeTheRound();
  await world.gesture("cdu-1", { words: "frage Wie viele Plätze gibt es", command: true });
  expect([cardOf(world, "cdu-1"), quoted(world, "cdu-1")]).toEqual(["question.typed", ["„Wie viele Plätze gibt es“"]]);
});

test("after the deadline the typed words come along", async () => {
  const world = await beforeTheRound();
  world.now = at("2026-09-24", "10:00");
  await world.say("cdu-1", `frage neu ${words} an Jobcenter`);
  await world.press("cdu-1", "Trotzdem einreichen");
  expect([cardOf(world, "cdu-1"), factsOf(world, "cdu-1"), quoted(world, "cdu-1")]).toEqual(["question.typed", { An: "Jobcenter" }, [`„${words}“`]]);
  await world.press("cdu-1", "Mit Namen weiter");
  await world.fill("cdu-1", {});
  expect(questions(world)).toMatchObject([{ late: true, toId: "jobcenter", text: words }]);
});

test("without the right to ask, the office gets what was typed as a hint, with the name, once", async () => {
  const world = await beforeTheRound();
  await world.say("ihk-1", "frage neu Warum fehlen Plätze in Pflegeberufen?");
  expect([titleOf(world, "ihk-1"), world.labels("ihk-1")]).toEqual(["In dieser Runde fragt die Politik", ["Ja, weitergeben", "Nein"]]);
  await world.press("ihk-1", "Ja, weitergeben");
  expect([titleOf(world, "ihk-1"), quoted(world, "ihk-1")]).toEqual(["Ihr Hinweis ist bei der Geschäftsstelle", ["„Warum fehlen Plätze in Pflegeberufen?“"]]);
  expect(world.store.rows("Note")).toMatchObject([{ personId: "ihk-1", text: "Warum fehlen Plätze in Pflegeberufen?", done: false, on: "2026-09-15" }]);
  expect([titleOf(world, "office"), factsOf(world, "office"), quoted(world, "office")]).toEqual([
    "Hinweis zur Fragerunde",
    { Von: "Delegierte Person, IHK" },
    ["„Warum fehlen Plätze in Pflegeberufen?“"],
  ]);
  await press(world, "ihk-1", "question.hint", { meeting: newestMeeting(world), text: "Warum fehlen Plätze in Pflegeberufen?" });
  expect(world.store.rows("Note")).toHaveLength(1);
  expect(questions(world)).toEqual([]);
});

test("nothing typed: the hint is asked for, and is no longer than a hint", async () => {
  const world = await beforeTheRound();
  await press(world, "ihk-1", "question.new", { meeting: newestMeeting(world) });
  await world.press("ihk-1", "Ja, weitergeben");
  expect(await world.fill("ihk-1", { text: "a".repeat(301) })).toMatchObject({ fields: { text: "Der Text hat 301 Zeichen, möglich sind 300." } });
  await world.fill("ihk-1", { text: "Mehr Zeit für Rückfragen wäre gut." });
  expect(world.store.rows("Note")).toHaveLength(1);
  await press(world, "agentur-1", "question.new", { meeting: newestMeeting(world) });
  await world.press("agentur-1", "Nein");
  expect([titleOf(world, "agentur-1"), world.store.rows("Note").length]).toEqual(["Ich habe nichts weitergegeben", 1]);
});

test("a typed text longer than a hint is shortened in the form", async () => {
  const world = await beforeTheRound();
  await press(world, "ihk-1", "question.typed", { text: `Warum ${"so ".repeat(150)}?` });
  await world.press("ihk-1", "Ja, weitergeben");
  expect(world.formOf("ihk-1")).toMatchObject({ name: "question.form.hint" });
  expect(world.store.rows("Note")).toEqual([]);
});

test("the office is not offered to tell itself", async () => {
  const world = await beforeTheRound();
  await press(world, "office", "question.new", { meeting: newestMeeting(world) });
  expect(world.labels("office")).toEqual(["Fragenliste"]);
});

test("in plain words: the question is read back, a question about the meeting is answered", async () => {
  const world = await beforeTheRound();
  await world.say("cdu-1", `Ich habe eine Frage an die Arbeitsagentur: ${words}`);
  expect([cardOf(world, "cdu-1"), factsOf(world, "cdu-1")["An"], quoted(world, "cdu-1")]).toEqual(["question.typed", "Agentur für Arbeit", [`„${words}“`]]);
  await world.say("cdu-1", "Ich möchte eine Frage einreichen: Wie viele Plätze gibt es?");
  expect([cardOf(world, "cdu-1"), quoted(world, "cdu-1")]).toEqual(["question.typed", ["„Wie viele Plätze gibt es?“"]]);
  await world.say("cdu-1", "Wann beginnt die Sitzung?");
  expect(cardOf(world, "cdu-1")).not.toMatch(/^question/);
  await world.say("cdu-1", "Ich habe keine Fragen.");
  expect(cardOf(world, "cdu-1")).toBe("question.own.none");
});

test("in English", async () => {
  const world = await beforeTheRound((rows) => ({ ...rows, Person: (rows.Person ?? []).map((it) => ({ ...it, language: "en" })) }));
  await world.say("cdu-1", "question new How many part-time trainings are planned? to the Employment Agency");
  expect([titleOf(world, "cdu-1"), factsOf(world, "cdu-1"), world.labels("cdu-1")]).toEqual([
    "This question can already be read in the chat",
    { To: "Employment Agency" },
    ["Continue with name", "Empty form", "Cancel this step"],
  ]);
  await world.say("ihk-1", "question new Why are there so few places?");
  expect(world.labels("ihk-1")).toEqual(["Yes, hand it over", "No"]);
  await world.press("ihk-1", "Yes, hand it over");
  expect(titleOf(world, "office")).toBe("A point for the Q&A round");
});
