// Written answers: by whom, before and after the round, corrected with the correction visible, and who hears of them.
import { account, person, task } from "../testing/examples.ts";
import { question } from "../testing/questions.ts";
import { krefeld } from "../testing/roster.ts";
import { adding, newestMeeting, press } from "../testing/tour.ts";
import { World } from "../testing/world.ts";
import { at } from "../time.ts";
import type { Question } from "./model.ts";

const words = "Für 2027 sind 40 Teilzeitausbildungen geplant.";
const better = "Für 2027 sind 45 Teilzeitausbildungen geplant.";

/** A meeting on Wednesday, 7 October 2026; F-7 of SPD's first delegate to the Agentur für Arbeit has been admitted. */
async function asked(rows = krefeld(), more: Partial<Question> = {}): Promise<World> {
  const world = new World(at("2026-09-09", "10:00"), rows);
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.tap("office", "meeting.invite");
  await world.tap("office", "meeting.inviteNow");
  given(world, 7, { text: "Wie viele Teilzeitausbildungen sind 2027 geplant?", ...more });
  return world;
}
function given(world: World, number: number, more: Partial<Question> = {}): void {
  const asker = { personId: "spd-1", organisationId: "spd", seatId: "spd-seat-1", state: "admitted", admittedOn: "2026-09-10" } as const;
  world.store.seed({ Question: [question({ id: `q${number}`, number, meetingId: newestMeeting(world), ...asker, ...more })] });
}
/** Answers as if the button of an older card had been pressed. */
async function answer(world: World, who: string, text: string, id = "q7"): Promise<ReturnType<World["fill"]>> {
  await press(world, who, "question.answer", { meeting: newestMeeting(world), question: id });
  return world.fill(who, { question: id, text });
}
const stateOf = (world: World, id = "q7") => world.store.rows("Question").find((it) => it.id === id)?.state;
const editions = (world: World): readonly string[] => world.store.rows("Answer").map((it) => `${it.edition} ${it.personId} ${it.text}`);
const told = (world: World, who: string): readonly string[] =>
  world
    .messages(who)
    .filter(({ kind }) => kind === "question.state")
    .map(({ card }) => card.title);

test("an organisation answers from the message that hands its questions on; everybody reads it, whoever asked is told once", async () => {
  const world = await asked();
  given(world, 9, { text: "Was kostet ein Platz?", personId: "cdu-1", organisationId: "cdu" });
  await world.clock(at("2026-09-29", "09:00"));
  await world.press("agentur-1", "Vorab antworten");
  expect(world.formOf("agentur-1")).toMatchObject({ title: "Frage beantworten", submit: "Antwort veröffentlichen" });
  expect(world.formOf("agentur-1")?.fields[0]).toMatchObject({ kind: { options: [{ value: "q7" }, { value: "q9" }] } });
  await world.fill("agentur-1", { question: "q7", text: words });
  expect([stateOf(world), stateOf(world, "q9")]).toEqual(["answeredBefore", "assigned"]);
  expect(editions(world)).toEqual([`1 agentur-1 ${words}`]);
  expect(world.newest("agentur-1")?.card).toMatchObject({ name: "question.answered", title: "Antwort auf F-7 ist veröffentlicht" });
  expect(told(world, "spd-1").at(-1)).toBe("Frage F-7 ist beantwortet");
  expect(world.text("spd-1")).toContain(words);
  expect(world.store.rows("Delivery").filter(({ kind, args }) => kind === "question.state" && args["told"] === "answer")).toHaveLength(1);
  await world.press("agentur-1", "Nächste Frage beantworten");
  expect(world.formOf("agentur-1")?.fields[0]).toMatchObject({ initial: "q9" });
});

test("a correction keeps both versions, and its message says that it is one", async () => {
  const world = await asked();
  await answer(world, "agentur-1", words);
  world.now = at("2026-10-01", "10:00");
  await world.press("agentur-1", "Antwort ändern");
  expect(world.formOf("agentur-1")?.fields.map(({ initial }) => initial)).toEqual(["q7", words]);
  await world.fill("agentur-1", { text: better });
  expect(editions(world)).toEqual([`1 agentur-1 ${words}`, `2 agentur-1 ${better}`]);
  expect(world.newest("agentur-1")?.card.title).toBe("Antwort auf F-7 ist korrigiert");
  expect(world.text("agentur-1")).toContain(`Frühere Fassung vom Mi, 09.09.2026: „${words}“`);
  expect(told(world, "spd-1").at(-1)).toBe("Antwort auf Frage F-7 ist korrigiert");
  expect(world.text("spd-1")).toContain(better);
  expect(stateOf(world)).toBe("answeredBefore");
  await press(world, "dgb-1", "question.show", { meeting: newestMeeting(world), question: "q7", view: "public" });
  for (const version of [words, better]) expect(world.text("dgb-1")).toContain(version);
});

test("the same words sent once more are no correction and tell nobody", async () => {
  const world = await asked();
  await answer(world, "agentur-1", words);
  const before = world.store.rows("Delivery").filter(({ kind }) => kind === "question.state").length;
  await answer(world, "agentur-1", words);
  expect(editions(world)).toHaveLength(1);
  expect(world.store.rows("Delivery").filter(({ kind }) => kind === "question.state")).toHaveLength(before);
});

test("whoever asked a question that belongs to the answered one is told too; supporters and the unnamed are not", async () => {
  const world = await asked();
  given(world, 8, { state: "merged", intoId: "q7", personId: "cdu-1", organisationId: "cdu" });
  given(world, 9, { state: "merged", intoId: "q7", named: false });
  world.store.seed({ Vote: [{ questionId: "q7", personId: "cdu-2", allianceId: "kba" }] });
  await answer(world, "agentur-1", words);
  expect(told(world, "cdu-1")).toEqual(["F-7 ist beantwortet, dazu gehört F-8"]);
  expect(world.text("cdu-1")).toContain(words);
  expect(world.store.rows("Delivery").flatMap(({ kind, personId }) => (kind === "question.state" ? [personId] : []))).toEqual(["spd-1", "cdu-1"]);
});

test("of a question without a name nobody is told, and the answer stands in the list", async () => {
  const world = await asked(krefeld(), { named: false });
  await answer(world, "agentur-1", words);
  expect(world.store.rows("Delivery").some(({ kind }) => kind === "question.state")).toBe(false);
  await press(world, "spd-1", "question.show", { meeting: newestMeeting(world), question: "q7", view: "public" });
  expect(world.text("spd-1")).toContain(words);
});

test("nobody of another organisation can answer, and the refusal says who can", async () => {
  const world = await asked();
  await world.say("ihk-1", "hilfe");
  expect(await press(world, "ihk-1", "question.answer", { meeting: newestMeeting(world), question: "q7" })).toMatchObject({ refuse: "other_organisation" });
  expect(world.text("ihk-1")).toContain("Gefragt: Agentur für Arbeit");
  expect(world.text("ihk-1")).toContain("Antworten kann, wer dort einen Platz hat, das Sekretariat oder die Geschäftsstelle.");
  const meeting = newestMeeting(world);
  expect(await press(world, "ihk-1", "question.answer", { meeting, question: "q7", text: words, sent: "1" })).toMatchObject({ refuse: "other_organisation" });
  expect(await press(world, "ihk-1", "question.asked", { meeting, organisation: "agentur" })).toMatchObject({ refuse: "other_organisation" });
  // A council group asks in this round and answers nothing, not even what it is asked.
  expect(await press(world, "cdu-1", "question.asked", { meeting })).toMatchObject({ refuse: "other_organisation" });
  expect(editions(world)).toEqual([]);
});

test("its secretariat and the office answer for it, and the history says who did, without the words", async () => {
  const desk = person({ id: "desk", allianceId: "kba", organisationId: "agentur", name: "Sekretariat", welcomedAt: new Date(0) });
  const rows = adding(krefeld(), {
    Person: [desk],
    Account: [account({ id: "acc-desk", allianceId: "kba", personId: "desk", messenger: "test", tenant: "T", user: "desk", address: { chat: "desk" } })],
    StandIn: [{ actorId: "desk", personId: "agentur-1", allianceId: "kba" }],
  });
  const world = await asked(rows);
  await answer(world, "desk", words);
  await answer(world, "office", better);
  expect(editions(world)).toEqual([`1 desk ${words}`, `2 office ${better}`]);
  const lines = world.store.rows("Trail").filter(({ what }) => what === "answer");
  expect(lines.map(({ actorId }) => actorId)).toEqual(["desk", "office"]);
  expect(JSON.stringify(world.store.rows("Trail"))).not.toContain("Teilzeitausbildung");
});

test("of two who answer at once, the second first reads what the other wrote", async () => {
  const world = await asked();
  const question = { meeting: newestMeeting(world), question: "q7" };
  await press(world, "agentur-1", "question.answer", question);
  await press(world, "office", "question.answer", question);
  await world.fill("agentur-1", { text: words });
  expect(await world.fill("office", { text: better })).toMatchObject({ ask: { note: expect.stringContaining(words) } });
  expect(editions(world)).toHaveLength(1);
  expect(world.formOf("office")?.fields.map(({ initial }) => initial)).toEqual(["q7", better]);
  await world.fill("office", {});
  expect(editions(world)).toEqual([`1 agentur-1 ${words}`, `2 office ${better}`]);
});

test("an answer seen to one question replaces none to another", async () => {
  const world = await asked();
  given(world, 9);
  await answer(world, "agentur-1", words);
  await answer(world, "agentur-1", "Etwa 90 Euro.", "q9");
  await press(world, "agentur-1", "question.answer", { meeting: newestMeeting(world), question: "q9" });
  expect(world.formOf("agentur-1")?.fields[0]).toMatchObject({ kind: { options: [{ value: "q9" }] } });
  expect(await world.fill("agentur-1", { question: "q7", text: "Etwa 95 Euro." })).toMatchObject({ ask: { name: "question.answer" } });
  expect(editions(world)).toHaveLength(2);
});

test("an answer that is missing or too long is refused at its field", async () => {
  const world = await asked();
  expect(await answer(world, "agentur-1", " ")).toMatchObject({ fields: { text: "Diese Angabe fehlt noch." } });
  expect(await world.fill("agentur-1", { text: "x".repeat(2001) })).toMatchObject({ fields: { text: "Der Text hat 2.001 Zeichen, möglich sind 2.000." } });
  expect(await world.fill("agentur-1", { text: "x".repeat(2000) })).toMatchObject({ show: { name: "question.answered" } });
});

test("only what everybody may read can be answered", async () => {
  for (const state of ["received", "rejected", "merged", "withdrawn"] as const) {
    const world = await asked(krefeld(), { state });
    expect(await press(world, "agentur-1", "question.answer", { meeting: newestMeeting(world), question: "q7" })).toMatchObject({ refuse: "stale" });
  }
});

test("what was owed in writing is closed by its answer, and the task it became can be reported as done at once", async () => {
  const world = await asked(krefeld(), { state: "owed" });
  world.store.seed({
    Task: [
      task({ id: "t3", number: 3, allianceId: "kba", organisationId: "agentur", question: "F-7", title: "F-7 schriftlich beantworten", due: "2026-10-21" }),
    ],
  });
  world.now = at("2026-10-09", "10:00");
  await answer(world, "agentur-1", words);
  expect(stateOf(world)).toBe("closed");
  expect(told(world, "spd-1")).toEqual(["Frage F-7 ist beantwortet"]);
  expect(world.labels("agentur-1")).toEqual(["Aufgabe A-3 erledigt", "Fragenliste", "Antwort ändern"]);
  expect(world.store.rows("Task")[0]?.state).toBe("open");
  await world.press("agentur-1", "Aufgabe A-3 erledigt");
  expect(world.store.rows("Task")[0]?.state).toBe("reported");
  await answer(world, "agentur-1", better);
  expect(world.labels("agentur-1")).toEqual(["Fragenliste", "Antwort ändern"]);
});

test("the office looks at any organisation, page by page", async () => {
  const world = await asked();
  for (let n = 10; n < 20; n++) given(world, n, { text: `Wie geht es mit Maßnahme ${n} weiter?` });
  given(world, 30, { toId: "ihk" });
  await press(world, "office", "question.asked", { meeting: newestMeeting(world) });
  expect(world.newest("office")?.card.title).toBe("1 Frage an IHK");
  await world.tap("office", "question.asked", { organisation: "agentur" });
  expect(world.newest("office")?.card.title).toBe("11 Fragen an Agentur für Arbeit");
  expect(world.text("office")).toContain("Seite 1 von 2");
  await world.press("office", "Nächste Seite");
  expect(world.text("office")).toContain("F-19 · SPD-Fraktion · Wie geht es mit Maßnahme 19 weiter? · zugelassen");
});

test("a card that hands questions on shows what has been answered meanwhile", async () => {
  const world = await asked(krefeld(), { toId: "ihk" });
  await world.clock(at("2026-09-29", "09:00"));
  await answer(world, "office", words);
  const handed = world.messages("ihk-1").find(({ kind }) => kind === "question.digest");
  expect(handed?.twin).toContain("· vorab beantwortet");
});

test("while the round runs, an answer in writing takes the question out of it, and whoever steers sees the next", async () => {
  const world = await asked();
  given(world, 9, { text: "Was kostet ein Platz?" });
  world.now = at("2026-10-07", "15:45");
  await world.say("office", "runde start");
  expect(world.text("office")).toContain("F-7");
  await answer(world, "agentur-1", words);
  const control = world.messages("office").find(({ card }) => card.name.startsWith("round.control"));
  expect(control?.twin).toContain("F-9");
  expect(control?.twin).not.toContain("F-7");
  await world.press("office", "Beantwortet");
  expect([stateOf(world), stateOf(world, "q9")]).toEqual(["answeredBefore", "answered"]);
});

test("in English the answer and its correction read so", async () => {
  const world = await asked(krefeld("en"));
  world.language = "en";
  await answer(world, "agentur-1", "40 places are planned.");
  expect(world.newest("agentur-1")?.card.title).toBe("The answer to F-7 is published");
  await answer(world, "agentur-1", "45 places are planned.");
  expect(told(world, "spd-1").at(-1)).toBe("The answer to question F-7 is corrected");
  expect(world.text("agentur-1")).toContain("Earlier version of Wed, 9 Sept 2026: “40 places are planned.”");
});

test("for an organisation that has lost the right to answer since, the office still can", async () => {
  const world = await asked();
  const rows = world.store.rows("Organisation").filter(({ id }) => id === "agentur");
  world.store.seed({ Organisation: rows.map((it) => ({ ...it, mayAnswer: false })) });
  expect(await press(world, "agentur-1", "question.answer", { meeting: newestMeeting(world), question: "q7" })).toMatchObject({ refuse: "other_organisation" });
  await press(world, "office", "question.answer", { meeting: newestMeeting(world), question: "q7" });
  await world.fill("office", { text: words });
  expect(editions(world)).toEqual([`1 office ${words}`]);
});
