// What whoever asked can do with their question, in each of its states, and what others see of it.
import { cardOf, factsOf, titleOf } from "../testing/agreed.ts";
import { askNamed, askUnnamed, beforeTheRound, words } from "../testing/asking.ts";
import { newestMeeting, press } from "../testing/tour.ts";
import type { World } from "../testing/world.ts";
import { at } from "../time.ts";
import type { Answer, Question } from "./model.ts";

const rowsOf = (world: World, who: string) => (world.newest(who)?.card.elements ?? []).flatMap((it) => (it.type === "rows" ? it.rows : []));
const stored = (world: World, id: string) => world.store.rows("Question").find((it) => it.id === id);

/** Puts a question into a state, as the office would have. */
function become(world: World, question: Question, more: Partial<Question>): void {
  world.store.seed({ Question: [{ ...question, ...more }] });
}
const show = (world: World, who: string, { id }: Question, more: Readonly<Record<string, string>> = {}) =>
  press(world, who, "question.show", { meeting: newestMeeting(world), question: id, ...more });
const respond = (world: World, who: string, { id }: Question, answer: string) =>
  press(world, who, "question.respond", { meeting: newestMeeting(world), question: id, answer });

test("„frage“ alone lists the own questions with a name and their state", async () => {
  const world = await beforeTheRound();
  await world.say("cdu-1", "frage");
  expect([titleOf(world, "cdu-1"), factsOf(world, "cdu-1"), world.labels("cdu-1")]).toEqual([
    "Ihre Fragen",
    { Frist: "Mi, 23.09.2026" },
    ["Frage einreichen", "Fragenliste"],
  ]);
  const first = await askNamed(world, "cdu-1");
  const other = await askNamed(world, "spd-1", { to: "jobcenter" });
  become(world, first, { state: "admitted" });
  become(world, other, { state: "merged", intoId: first.id });
  await world.say("cdu-1", "frage");
  expect(rowsOf(world, "cdu-1")).toEqual(["F-1 · an Agentur für Arbeit · zugelassen · fasst 2 Fragen zusammen"]);
  await world.say("spd-1", "frage");
  expect(rowsOf(world, "spd-1")).toEqual(["F-2 · an Jobcenter · zusammengeführt · gehört zu F-1"]);
  await world.tap("spd-1", "question.show", { question: "F-2" });
  expect(titleOf(world, "spd-1")).toBe("Frage F-2 gehört jetzt zu F-1");
  await world.say("ihk-1", "frage");
  expect([world.text("ihk-1").includes("Fragen reichen die Sitze der Politik ein."), world.labels("ihk-1")]).toEqual([true, ["Fragenliste"]]);
});

test("a number shows the own card, everybody's card, or nothing that says there is one", async () => {
  const world = await beforeTheRound();
  const mine = await askNamed(world, "cdu-1");
  await world.say("cdu-1", "frage F-1");
  expect(cardOf(world, "cdu-1")).toBe("question.received.named");
  expect(await world.say("spd-1", "frage F-1")).toMatchObject({ refuse: "no_question" });
  const hidden = world.text("spd-1");
  await world.say("spd-1", "frage F-99");
  expect(world.text("spd-1")).toBe(hidden);
  become(world, mine, { state: "admitted" });
  await world.say("spd-1", "frage f 1");
  expect(cardOf(world, "spd-1")).toBe("question.show");
  await show(world, "cdu-1", mine, { view: "public" });
  expect(cardOf(world, "cdu-1")).toBe("question.show");
  await world.say("office", "frage 1");
  expect(cardOf(world, "office")).toBe("question.show");
});

test("a question without a name is nobody's own", async () => {
  const world = await beforeTheRound();
  const { question } = await askUnnamed(world, "cdu-1");
  expect(await world.say("cdu-1", `frage F-${question.number}`)).toMatchObject({ refuse: "no_question" });
  for (const command of ["question.edit", "question.withdraw", "question.respond"] as const)
    expect(
      await press(world, "cdu-1", command, { meeting: newestMeeting(world), question: question.id, answer: "again", sent: "1", text: words }),
    ).toMatchObject({
      refuse: "no_question",
    });
  expect(stored(world, question.id)).toEqual(question);
});

test("a question of an earlier meeting is found by its number", async () => {
  const world = await beforeTheRound();
  const mine = await askNamed(world, "cdu-1");
  become(world, mine, { state: "closed" });
  world.now = at("2026-10-08", "10:00");
  await world.say("cdu-1", "frage F-1");
  expect(titleOf(world, "cdu-1")).toBe("Frage F-1 ist abgeschlossen");
});

test("admitted: where it will come in the round, and as everybody sees it", async () => {
  const world = await beforeTheRound();
  const other = await askNamed(world, "spd-1");
  const mine = await askNamed(world, "cdu-1");
  become(world, other, { state: "admitted" });
  become(world, mine, { state: "admitted" });
  await show(world, "cdu-1", mine);
  expect([titleOf(world, "cdu-1"), factsOf(world, "cdu-1"), world.labels("cdu-1")]).toEqual([
    "Frage F-2 ist zugelassen",
    { An: "Agentur für Arbeit · mit Namen", Voraussichtlich: expect.stringMatching(/^Platz [12] der Fragerunde am Mi, 07.10.2026$/) },
    ["Frage ansehen", "Zurückziehen"],
  ]);
  await world.press("cdu-1", "Frage ansehen");
  expect(cardOf(world, "cdu-1")).toBe("question.show");
  become(world, mine, { state: "assigned" });
  await show(world, "cdu-1", mine);
  expect(titleOf(world, "cdu-1")).toBe("Frage F-2 ist weitergegeben");
});

test("merged: it counts, and whoever asked agrees or wants it looked at again", async () => {
  const world = await beforeTheRound();
  const umbrella = await askNamed(world, "spd-1", { text: "Wie entwickelt sich die Teilzeitausbildung?" });
  const mine = await askNamed(world, "cdu-1");
  become(world, umbrella, { state: "admitted" });
  become(world, mine, { state: "merged", intoId: umbrella.id });
  await show(world, "cdu-1", mine);
  expect([titleOf(world, "cdu-1"), factsOf(world, "cdu-1"), world.labels("cdu-1")]).toEqual([
    "Frage F-2 gehört jetzt zu F-1",
    { "F-1": "„Wie entwickelt sich die Teilzeitausbildung?“ (fasst 2 Fragen zusammen)", "Stand von F-1": "zugelassen" },
    ["Einverstanden", "Bitte erneut prüfen"],
  ]);
  await world.press("cdu-1", "Einverstanden");
  expect(stored(world, mine.id)).toMatchObject({ state: "merged", said: "agreed" });
  expect(world.labels("cdu-1")).toEqual(["Bitte erneut prüfen", "Zurückziehen"]);
  expect(world.messages("office").map(({ kind }) => kind)).not.toContain("question.again");
  await world.press("cdu-1", "Bitte erneut prüfen");
  expect(stored(world, mine.id)).toMatchObject({ state: "received", said: "again", intoId: null });
  expect(factsOf(world, "cdu-1")["Stand"]).toBe("eingegangen, erneut zu prüfen");
  expect([titleOf(world, "office"), factsOf(world, "office"), world.labels("office")]).toEqual([
    "Frage F-2 soll erneut geprüft werden",
    { Von: "Delegierte Person 1, CDU-Fraktion", An: "Agentur für Arbeit", Bisher: "zusammengeführt mit F-1" },
    ["Prüfen"],
  ]);
  const told = world.messages("office").length;
  await respond(world, "cdu-1", mine, "again");
  expect(world.messages("office")).toHaveLength(told);
  await world.press("office", "Prüfen");
  expect(cardOf(world, "office")).toMatch(/^question/);
});

test("what is not admitted yet is not shown to whoever was merged into it", async () => {
  const world = await beforeTheRound();
  const umbrella = await askNamed(world, "spd-1", { text: "Wie entwickelt sich die Teilzeitausbildung?" });
  const mine = await askNamed(world, "cdu-1");
  become(world, mine, { state: "merged", intoId: umbrella.id });
  await show(world, "cdu-1", mine);
  expect(factsOf(world, "cdu-1")).toEqual({ "F-1": "fasst 2 Fragen zusammen" });
  become(world, umbrella, { state: "answeredBefore" });
  world.store.seed({ Answer: [answer(umbrella)] });
  await show(world, "cdu-1", mine);
  expect([factsOf(world, "cdu-1")["Antwort"], rowsOf(world, "cdu-1"), world.labels("cdu-1")]).toEqual([
    "Agentur für Arbeit, Do, 01.10.2026",
    ["„Es sind 40.“"],
    ["Frage ansehen", "Fragenliste"],
  ]);
});

test("not admitted: the rule, the hint, and what can be done until when", async () => {
  const world = await beforeTheRound();
  const mine = await askNamed(world, "cdu-1");
  become(world, mine, { state: "rejected", rule: "offTopic", hint: "Bitte an den Fachausschuss." });
  await show(world, "cdu-1", mine);
  expect([titleOf(world, "cdu-1"), factsOf(world, "cdu-1"), world.labels("cdu-1")]).toEqual([
    "Frage F-1 ist nicht zugelassen",
    { Regel: "gehört nicht zu den Zielen des Bündnisses", Hinweis: "Bitte an den Fachausschuss." },
    ["Neu formulieren", "Bitte erneut prüfen", "Regeln ansehen"],
  ]);
  await world.press("cdu-1", "Neu formulieren");
  await world.fill("cdu-1", { text: "Welche Ausbildungen gibt es in Teilzeit?" });
  expect(stored(world, mine.id)).toMatchObject({ state: "received", text: "Welche Ausbildungen gibt es in Teilzeit?", rule: null, hint: null });
  become(world, mine, { state: "rejected", rule: "asked" });
  world.now = at("2026-09-24", "10:00");
  await show(world, "cdu-1", mine);
  expect([world.text("cdu-1").includes("Die Frist zum Einreichen war Mi, 23.09.2026."), world.labels("cdu-1")]).toEqual([
    true,
    ["Bitte erneut prüfen", "Regeln ansehen"],
  ]);
  await press(world, "cdu-1", "question.edit", { meeting: newestMeeting(world), question: mine.id, text: words, to: "agentur", sent: "1" });
  expect(stored(world, mine.id)).toMatchObject({ state: "rejected" });
  await world.press("cdu-1", "Bitte erneut prüfen");
  expect([stored(world, mine.id)?.said, factsOf(world, "office")["Bisher"]]).toEqual(["again", "nicht zugelassen"]);
  become(world, mine, { state: "rejected", rule: "asked" });
  world.now = at("2026-10-07", "15:00");
  await respond(world, "cdu-1", mine, "again");
  expect([stored(world, mine.id)?.state, world.labels("cdu-1")]).toEqual(["rejected", ["Regeln ansehen"]]);
});

const answer = ({ id }: Question, more: Partial<Answer> = {}): Answer => ({
  questionId: id,
  edition: 1,
  allianceId: "kba",
  organisationId: "agentur",
  personId: "agentur-1",
  text: "Es sind 40.",
  on: "2026-10-01",
  ...more,
});

test("answered, owed, closed: the latest answer and what is still to come", async () => {
  const world = await beforeTheRound();
  const mine = await askNamed(world, "cdu-1");
  become(world, mine, { state: "owed" });
  await show(world, "cdu-1", mine);
  expect([titleOf(world, "cdu-1"), rowsOf(world, "cdu-1")]).toEqual(["Zu Frage F-1 steht die Antwort aus", [`„${words}“`]]);
  become(world, mine, { state: "answeredBefore" });
  world.store.seed({ Answer: [answer(mine), answer(mine, { edition: 2, text: "Es sind 42.", on: "2026-10-02" })] });
  await show(world, "cdu-1", mine);
  expect([titleOf(world, "cdu-1"), factsOf(world, "cdu-1")["Antwort"], rowsOf(world, "cdu-1"), world.labels("cdu-1")]).toEqual([
    "Frage F-1 ist beantwortet",
    "Agentur für Arbeit, Fr, 02.10.2026, korrigiert",
    ["„Es sind 42.“"],
    ["Fragenliste"],
  ]);
});

test("in English", async () => {
  const world = await beforeTheRound((rows) => ({ ...rows, Person: (rows.Person ?? []).map((it) => ({ ...it, language: "en" })) }));
  const umbrella = await askNamed(world, "spd-1");
  const mine = await askNamed(world, "cdu-1");
  become(world, umbrella, { state: "admitted" });
  become(world, mine, { state: "merged", intoId: umbrella.id });
  await show(world, "cdu-1", mine);
  expect([titleOf(world, "cdu-1"), factsOf(world, "cdu-1")["F-1"], world.labels("cdu-1")]).toEqual([
    "Question F-2 now belongs to F-1",
    `“${words}” (stands for 2 questions)`,
    ["I agree", "Please look again"],
  ]);
  become(world, mine, { state: "rejected", rule: "private" });
  await show(world, "cdu-1", mine);
  expect(world.labels("cdu-1")).toEqual(["Reword", "Please look again", "Show rules"]);
  expect(world.text("cdu-1")).toContain("You can reword it until Wed, 23 Sept 2026.");
});
