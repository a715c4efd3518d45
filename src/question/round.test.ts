// The round from end to end: office and lead steer it, everybody sees where it stands, nothing is stepped over.

import { cardOf, factsOf, titleOf } from "../testing/agreed.ts";
import { atTheRound, inState, running, wishFor } from "../testing/rounds.ts";
import { newestMeeting, press } from "../testing/tour.ts";
import type { World } from "../testing/world.ts";
import { at } from "../time.ts";

const roundOf = (world: World) => world.store.rows("Round")[0];

test("the round is begun, and each question is called once", async () => {
  const world = await atTheRound();
  await world.say("office", "runde");
  expect(titleOf(world, "office")).toBe("Die Fragerunde hat noch nicht begonnen");
  await world.press("office", "Fragerunde beginnen");
  expect(titleOf(world, "office")).toBe("Fragerunde steuern: 1 von 4");
  expect(factsOf(world, "office")).toEqual({ Jetzt: "F-1 · CDU-Fraktion → Agentur für Arbeit", Danach: "F-2 · SPD-Fraktion · 2 Fragen zusammen" });
  expect(world.labels("office")).toEqual(["Beantwortet", "Schriftlich", "Später aufrufen", "Weitere Schritte"]);
  expect(world.text("office")).toContain("Sie können antworten mit: runde beantwortet · runde schriftlich · runde weiter");
  await world.press("office", "Beantwortet");
  await world.press("office", "Schriftlich");
  expect(factsOf(world, "office")).toEqual({ Jetzt: "F-3 · ohne Namen → Agentur für Arbeit", Danach: "F-4 · CDU-Fraktion" });
  await world.press("office", "Später aufrufen");
  await world.press("office", "Beantwortet");
  expect(factsOf(world, "office")).toEqual({ Jetzt: "F-3 · ohne Namen → Agentur für Arbeit" });
  expect(world.labels("office")).toEqual(["Beantwortet", "Schriftlich", "Weitere Schritte"]);
  await world.press("office", "Beantwortet");
  expect([titleOf(world, "office"), world.labels("office")]).toEqual(["Alle Fragen sind aufgerufen", ["Schritt zurück", "Runde beenden"]]);
  expect([inState(world, "answered"), inState(world, "owed"), inState(world, "answeredBefore")]).toEqual([[1, 3, 4], [2], [6]]);
});

test("the lead steers as the office does, by words too; both see the same state in their card", async () => {
  const world = await running();
  await world.say("ob-1", "runde beantwortet");
  expect(factsOf(world, "office")).toMatchObject({ Jetzt: expect.stringContaining("F-2") });
  await world.press("office", "Schriftlich");
  expect(factsOf(world, "ob-1")).toMatchObject({ Jetzt: expect.stringContaining("F-3") });
});

test("pressed twice, on an older card or by both at once, a button steps over nothing", async () => {
  const world = await running();
  const answered = wishFor(world, "office", "round.answered");
  for (const who of ["office", "office", "ob-1"]) await press(world, who, answered.command, answered.args);
  expect([inState(world, "answered"), factsOf(world, "office")["Jetzt"]]).toEqual([[1], "F-2 · SPD-Fraktion · 2 Fragen zusammen → Agentur für Arbeit"]);
  await world.press("office", "Weitere Schritte");
  const [back, pause] = [wishFor(world, "office", "round.back"), wishFor(world, "office", "round.pause")];
  for (const it of [pause, pause]) await press(world, "office", it.command, it.args);
  expect(roundOf(world)?.state).toBe("paused");
  await press(world, "office", back.command, back.args);
  expect(inState(world, "answered")).toEqual([1]);
});

test("every step is taken back, one by one, until the round has not begun", async () => {
  const world = await atTheRound();
  const before = world.store.rows("Question");
  for (const step of ["start", "beantwortet", "weiter", "pause", "pause", "schriftlich"]) await world.say("office", `runde ${step}`);
  for (let n = 0; n < 6; n++) await world.say("ob-1", "runde zurück");
  expect(world.store.rows("Question")).toEqual(before);
  expect(roundOf(world)).toMatchObject({ state: "none", currentId: null, later: [], past: null });
  await world.say("ob-1", "runde zurück");
  expect(titleOf(world, "ob-1")).toBe("Die Fragerunde hat noch nicht begonnen");
});

test("in a pause the round says how it goes on, and decides nothing", async () => {
  const world = await running("beantwortet", "pause", "schriftlich");
  expect([titleOf(world, "office"), factsOf(world, "office"), world.labels("office")]).toEqual([
    "Fragerunde macht Pause: 2 von 4",
    { "Weiter mit": "F-2 · SPD-Fraktion · 2 Fragen zusammen" },
    ["Fortsetzen", "Runde beenden"],
  ]);
  await world.press("office", "Fortsetzen");
  expect([titleOf(world, "office"), inState(world, "owed")]).toEqual(["Fragerunde steuern: 2 von 4", []]);
});

test("a delegate sees the round and steers nothing", async () => {
  const world = await running();
  for (const step of ["start", "beantwortet", "schriftlich", "weiter", "zurück", "pause", "ende"]) {
    await world.say("cdu-1", `runde ${step}`);
    expect([step, cardOf(world, "cdu-1"), titleOf(world, "cdu-1")]).toEqual([step, "refuse.role", "Die Fragerunde steuern Geschäftsstelle und Leitung"]);
  }
  for (const command of ["round.supplement", "round.endNow", "round.tasks", "round.control", "round.more"] as const)
    expect(await press(world, "cdu-1", command, { meeting: newestMeeting(world), sent: "1", current: "q1", text: "Und dann?" })).toMatchObject({
      refuse: "role",
    });
  expect([inState(world, "admitted"), roundOf(world)?.currentId]).toEqual([[1, 2, 3, 4], "q1"]);
  await world.say("cdu-1", "runde");
  expect([titleOf(world, "cdu-1"), world.labels("cdu-1")]).toEqual(["Fragerunde läuft: Frage 1 von 4", []]);
});

test("before the day of the meeting it is asked whether the round shall begin", async () => {
  const world = await atTheRound();
  world.now = at("2026-10-05", "10:00");
  await world.say("office", "runde start");
  expect([titleOf(world, "office"), roundOf(world)]).toEqual(["Die Sitzung ist am Mi, 07.10.2026", undefined]);
  await world.press("office", "Jetzt beginnen");
  expect(titleOf(world, "office")).toBe("Fragerunde steuern: 1 von 4");
});

test("without an admitted question the round does not begin, and the list of questions is at hand", async () => {
  const world = await atTheRound(undefined, () => []);
  await world.say("office", "runde start");
  expect([titleOf(world, "office"), world.labels("office"), roundOf(world)]).toEqual(["Noch ist keine Frage zugelassen", ["Fragenliste"], undefined]);
});

test("when the meeting runs over its end, the words still mean its round; nothing is decided by them alone", async () => {
  const world = await running();
  world.now = at("2026-10-07", "18:30");
  await world.say("office", "runde beantwortet");
  expect([titleOf(world, "office"), inState(world, "answered")]).toEqual(["Fragerunde steuern: 1 von 4", []]);
  await world.press("office", "Beantwortet");
  expect(inState(world, "answered")).toEqual([1]);
});

test("a question that is withdrawn while the round runs is not called any more; if it was, the next one is", async () => {
  const world = await running();
  const set = (id: string) =>
    world.store.seed({ Question: world.store.rows("Question").map((it) => (it.id === id ? { ...it, state: "withdrawn" as const } : it)) });
  set("q2");
  await world.say("office", "runde");
  expect([titleOf(world, "office"), factsOf(world, "office")["Danach"]]).toEqual(["Fragerunde steuern: 1 von 3", "F-3 · ohne Namen"]);
  set("q1");
  // The card still says F-1: the press decides nothing and shows what is called now.
  await world.press("office", "Beantwortet");
  expect([inState(world, "answered"), factsOf(world, "office")["Jetzt"]]).toEqual([[], "F-4 · CDU-Fraktion → IHK"]);
  await world.press("office", "Beantwortet");
  expect(inState(world, "answered")).toEqual([4]);
});

test("a supplementary question is entered in the round, called next, and asked as its question was: with a name or without", async () => {
  const world = await running();
  await world.press("office", "Weitere Schritte");
  await world.press("office", "Zusatzfrage");
  await world.fill("office", { text: "Gilt das auch für die Pflege?", to: "ihk" });
  expect(factsOf(world, "office")).toMatchObject({ Jetzt: "F-1 · CDU-Fraktion → Agentur für Arbeit", Danach: "F-8 (Zusatzfrage zu F-1) · CDU-Fraktion" });
  await world.press("office", "Beantwortet");
  expect(factsOf(world, "office")["Jetzt"]).toBe("F-8 (Zusatzfrage zu F-1) · CDU-Fraktion → IHK");
  expect(world.store.rows("Question").find(({ number }) => number === 8)).toMatchObject({
    named: true,
    personId: "cdu-1",
    supplementTo: "q1",
    actorId: "office",
  });
  // One to each question is the rule; one to a supplementary question counts for its question.
  await world.press("office", "Weitere Schritte");
  await world.press("office", "Zusatzfrage");
  expect(titleOf(world, "office")).toBe("Zu F-1 ist keine Zusatzfrage mehr möglich");
  await world.press("office", "Fortsetzen");
  for (const label of ["Beantwortet", "Beantwortet", "Weitere Schritte", "Zusatzfrage"]) await world.press("office", label);
  const lines = world.store.rows("Trail").length;
  await world.fill("office", { text: "Und mit Dolmetschen?" });
  expect(world.store.rows("Question").find(({ number }) => number > 8)).toMatchObject({
    ...{ named: false, personId: null, organisationId: null, seatId: null, askedOn: null, actorId: null, via: null },
    ...{ supplementTo: "q3", toId: "agentur", state: "admitted" },
  });
  expect(world.store.rows("Trail").length).toBe(lines);
});

test("what was written as a supplementary question is kept, although the other one has stepped on meanwhile", async () => {
  const world = await running();
  await world.press("office", "Weitere Schritte");
  await world.press("office", "Zusatzfrage");
  await world.say("ob-1", "runde beantwortet");
  await world.fill("office", { text: "Gilt das auch für die Pflege?" });
  expect(factsOf(world, "office")).toMatchObject({ Jetzt: expect.stringContaining("F-2"), Danach: "F-8 (Zusatzfrage zu F-1) · CDU-Fraktion" });
});

test("an empty supplementary question is asked for again", async () => {
  const world = await running();
  await world.press("office", "Weitere Schritte");
  await world.press("office", "Zusatzfrage");
  expect(await world.fill("office", { text: " " })).toMatchObject({ refuse: "bad_input", fields: { text: expect.any(String) } });
  expect(world.store.rows("Question")).toHaveLength(7);
});

test("in English the same words steer it", async () => {
  const world = await atTheRound();
  world.store.seed({ Person: world.store.rows("Person").map((it) => ({ ...it, language: "en" as const })) });
  for (const step of ["start", "answered", "next", "written"]) await world.say("ob-1", `round ${step}`);
  expect([titleOf(world, "ob-1"), factsOf(world, "ob-1"), inState(world, "answered"), inState(world, "owed")]).toEqual([
    "Run the Q&A round: 4 of 4",
    { Now: "F-4 · CDU council group → Chamber of Industry and Commerce", Next: "F-2 · SPD council group · 2 questions together" },
    [1],
    [3],
  ]);
  for (const step of ["back", "pause"]) await world.say("ob-1", `round ${step}`);
  expect(titleOf(world, "ob-1")).toBe("Q&A round paused: 3 of 4");
  await world.say("ob-1", "round end");
  await world.press("ob-1", "End the round");
  expect(factsOf(world, "ob-1")).toMatchObject({ Answered: "1 of 4", Proposal: "3 tasks “answer in writing” by Wed, 21 Oct 2026" });
});
