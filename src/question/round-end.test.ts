// The end of the round: what is left is owed in writing, each asker hears what became of their question, and tasks follow once.
import { cardOf, factsOf, titleOf } from "../testing/agreed.ts";
import { atTheRound, inChannel, inState, running, wishFor } from "../testing/rounds.ts";
import { newestMeeting, press } from "../testing/tour.ts";
import type { World } from "../testing/world.ts";
import { at } from "../time.ts";

const tasks = (world: World) => world.store.rows("Task");
const told = (world: World, who: string) => world.messages(who).filter(({ kind }) => kind === "question.state");

/** F-1 was answered, F-2 is owed, F-3 was put off, F-4 is called. */
async function ended(): Promise<World> {
  const world = await running("beantwortet", "schriftlich", "weiter", "ende");
  await world.press("office", "Runde beenden");
  return world;
}

test("before the end the preview says what is left and what becomes of it; nothing has happened yet", async () => {
  const world = await running("beantwortet", "schriftlich", "ende");
  expect([titleOf(world, "office"), factsOf(world, "office"), world.labels("office")]).toEqual([
    "Fragerunde beenden?",
    {
      "Noch nicht aufgerufen": "F-4",
      "Aufgerufen, ohne Antwort": "F-3",
      "Schriftlich vorgemerkt": "F-2",
      "Daraus werden": "3 Aufgaben „schriftlich beantworten“, Vorschlag bis Mi, 21.10.2026",
    },
    ["Runde beenden", "Fortsetzen"],
  ]);
  await world.press("office", "Fortsetzen");
  expect([titleOf(world, "office"), inState(world, "admitted")]).toEqual(["Fragerunde steuern: 3 von 4", [3, 4]]);
});

test("with the end what waits is owed, what was answered is closed, and everybody sees the result", async () => {
  const world = await running("beantwortet", "schriftlich", "weiter");
  await inChannel(world, "spd-1", "runde");
  await world.say("office", "runde ende");
  await world.press("office", "Runde beenden");
  expect([inState(world, "closed"), inState(world, "owed")]).toEqual([
    [1, 6],
    [2, 3, 4],
  ]);
  expect([titleOf(world, "office"), factsOf(world, "office"), world.labels("office")]).toEqual([
    "Fragerunde beendet",
    {
      Beantwortet: "1 von 4",
      "Schriftlich folgen": "F-2, F-3, F-4, bis Mi, 21.10.2026",
      Vorschlag: "3 Aufgaben „schriftlich beantworten“ bis Mi, 21.10.2026",
    },
    ["3 Aufgaben anlegen", "Fragenliste", "Schritt zurück"],
  ]);
  expect([titleOf(world, "C1"), factsOf(world, "C1"), world.labels("C1")]).toEqual([
    "Fragerunde beendet",
    { Beantwortet: "1 von 4", "Schriftlich folgen": "F-2, F-3, F-4, bis Mi, 21.10.2026" },
    ["Fragenliste"],
  ]);
});

test("a preview on which somebody has stepped on ends nothing, and shows itself anew", async () => {
  const world = await running("ende");
  const end = wishFor(world, "office", "round.endNow");
  await world.say("ob-1", "runde beantwortet");
  await press(world, "office", end.command, end.args);
  expect([cardOf(world, "office"), factsOf(world, "office")["Noch nicht aufgerufen"], inState(world, "owed")]).toEqual(["round.end.preview", "F-3, F-4", []]);
});

test("those who asked with their name hear at the end what became of it, also of a question theirs was merged into; before that nothing", async () => {
  const world = await running("beantwortet", "schriftlich");
  expect(["cdu-1", "spd-1", "spd-2", "cdu-2"].map((who) => told(world, who).length)).toEqual([0, 0, 0, 0]);
  await world.say("office", "runde ende");
  await world.press("office", "Runde beenden");
  const news = world.store.rows("Delivery").filter(({ kind }) => kind === "question.state");
  expect(news.map(({ personId, args }) => `${personId} ${args["question"]} ${args["state"]}`).sort()).toEqual([
    ...["cdu-1 q1 answered", "cdu-2 q4 owed", "spd-1 q2 owed", "spd-2 q5 owed"],
  ]);
  expect(["cdu-1", "spd-1", "spd-2", "cdu-2"].map((who) => told(world, who).length)).toEqual([1, 1, 1, 1]);
});

test("the end is taken back as long as no task has followed; what was told already is not told again", async () => {
  const world = await ended();
  await world.press("office", "Schritt zurück");
  expect([titleOf(world, "office"), inState(world, "answered"), inState(world, "owed"), inState(world, "answeredBefore")]).toEqual([
    ...["Fragerunde steuern: 4 von 4", [1], [2], [6]],
  ]);
  for (const step of ["beantwortet", "ende"]) await world.say("office", `runde ${step}`);
  await world.press("office", "Runde beenden");
  const news = world.store.rows("Delivery").filter(({ kind }) => kind === "question.state");
  expect(news.map(({ args }) => `${args["question"]} ${args["state"]}`).sort()).toEqual(["q1 answered", "q2 owed", "q4 answered", "q4 owed", "q5 owed"]);
});

test("what is owed becomes one task for each question, for the organisation asked, with a day the office may change", async () => {
  const world = await ended();
  await world.press("office", "3 Aufgaben anlegen");
  expect(world.formOf("office")).toMatchObject({ name: "round.form.tasks", fields: [{ name: "due", initial: "2026-10-21" }] });
  expect(tasks(world)).toEqual([]);
  await world.fill("office", { due: "2026-10-23" });
  expect(
    tasks(world).map(({ number, title, organisationId, question, due, item, state }) => ({ number, title, organisationId, question, due, item, state })),
  ).toEqual(
    (
      [
        [1, "agentur", "F-2"],
        [2, "agentur", "F-3"],
        [3, "ihk", "F-4"],
      ] as const
    ).map(([number, organisationId, code]) => ({
      ...{ number, organisationId, title: expect.stringMatching(new RegExp(`^Frage ${code} schriftlich beantworten: .*\\?$`)), question: code },
      ...{ due: "2026-10-23", item: "qa", state: "open" },
    })),
  );
  expect(tasks(world).every(({ meetingId }) => meetingId === newestMeeting(world))).toBe(true);
  expect([titleOf(world, "office"), factsOf(world, "office")["Bis"]]).toEqual(["3 Aufgaben sind angelegt", "Fr, 23.10.2026"]);
  expect([titleOf(world, "ihk-1"), titleOf(world, "agentur-1")]).toEqual(["Neue Aufgabe A-3", "Neue Aufgabe A-2"]);
});

test("nobody gets a second task for the same question, however often and by whomever it is pressed; the end stands then", async () => {
  const world = await ended();
  const [go, back] = [wishFor(world, "office", "round.tasks"), wishFor(world, "office", "round.back")];
  const sent = { ...go.args, due: "2026-10-21", sent: "1" };
  for (const who of ["office", "ob-1", "office"]) await press(world, who, "round.tasks", sent);
  expect(tasks(world)).toHaveLength(3);
  await press(world, "office", back.command, back.args);
  await world.say("ob-1", "runde zurück");
  expect([titleOf(world, "ob-1"), inState(world, "owed"), factsOf(world, "ob-1")["Aufgaben"]]).toEqual(["Fragerunde beendet", [2, 3, 4], "A-1, A-2, A-3"]);
  expect(world.labels("ob-1")).toEqual(["Fragenliste"]);
});

test("a question for which somebody has made the task already gets no other one", async () => {
  const world = await ended();
  await world.say("office", "aufgabe neu Zahlen liefern an Agentur für Arbeit bis 30.10.2026");
  await world.press("office", "Anlegen");
  world.store.seed({ Task: tasks(world).map((it) => ({ ...it, question: "F-3" })) });
  await world.say("office", "runde");
  await world.press("office", "2 Aufgaben anlegen");
  await world.fill("office", {});
  expect(tasks(world).map(({ question }) => question)).toEqual(["F-3", "F-2", "F-4"]);
});

test("a day off is asked for again, and so is a day that is over", async () => {
  const world = await ended();
  for (const [due, fault] of [
    ["2026-10-24", "Sa, 24.10.2026 ist arbeitsfrei. Bitte wählen Sie einen anderen Tag."],
    ["2026-10-06", expect.any(String)],
    ["", expect.any(String)],
  ] as const) {
    await world.tap("office", "round.tasks");
    expect(await world.fill("office", { due })).toMatchObject({ refuse: "bad_input", fields: { due: fault } });
  }
  expect(tasks(world)).toEqual([]);
});

test("the proposed day moves to an open one", async () => {
  const world = await atTheRound();
  world.store.seed({ Meeting: world.store.rows("Meeting").map((it) => ({ ...it, day: "2026-10-03" as const })) });
  for (const step of ["start", "ende"]) await world.say("office", `runde ${step}`);
  expect(factsOf(world, "office")["Daraus werden"]).toContain("bis Mo, 19.10.2026");
});

test("where everything was answered, no tasks are proposed", async () => {
  const world = await running("beantwortet", "beantwortet", "beantwortet", "beantwortet", "ende");
  expect(world.text("office")).toContain("Alle Fragen sind beantwortet.");
  await world.press("office", "Runde beenden");
  expect([factsOf(world, "office"), world.labels("office")]).toEqual([
    { Beantwortet: "4 von 4", "Schriftlich folgen": "keine" },
    ["Fragenliste", "Schritt zurück"],
  ]);
});

test("the limit of questions is counted no longer than the round lasts", async () => {
  const world = await running();
  world.store.seed({ Token: [{ hash: "used", allianceId: "kba", meetingId: newestMeeting(world) }] });
  await world.say("office", "runde ende");
  await world.press("office", "Runde beenden");
  expect(world.store.rows("Token")).toEqual([]);
});

test("a written answer that comes afterwards changes what is still to follow, and not what was answered in the meeting", async () => {
  const world = await ended();
  world.store.seed({ Question: world.store.rows("Question").map((it) => (it.id === "q3" ? { ...it, state: "closed" as const } : it)) });
  world.now = at("2026-10-07", "17:00");
  await world.say("spd-1", "runde");
  expect(factsOf(world, "spd-1")).toEqual({ Beantwortet: "1 von 4", "Schriftlich folgen": "F-2, F-4, bis Mi, 21.10.2026" });
});

test("what the office admits after the end is owed in writing like the rest, and a task can follow", async () => {
  const world = await ended();
  await press(world, "office", "question.admit", { meeting: newestMeeting(world), question: "q7" });
  expect([inState(world, "admitted"), inState(world, "owed")]).toEqual([[], [2, 3, 4, 7]]);
  expect(told(world, "cdu-3")).toHaveLength(1);
  await press(world, "office", "round.tasks", { meeting: newestMeeting(world) });
  await world.fill("office", { due: "2026-10-21" });
  expect(tasks(world).map(({ question }) => question)).toContain("F-7");
});
