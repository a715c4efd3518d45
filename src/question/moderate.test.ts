// The office decides about questions: one at a time, in the state they are in now, with a word to whoever asked with their name.
import { cardOf, factsOf, titleOf } from "../testing/agreed.ts";
import { appointment, asked, partTime, stored, withQuestions } from "../testing/catalogue.ts";
import { running } from "../testing/rounds.ts";
import { newestMeeting, press } from "../testing/tour.ts";
import type { World } from "../testing/world.ts";

let world: World;
beforeEach(async () => {
  world = await withQuestions();
});

const decide = (command: Parameters<typeof press>[2], number: number, args: Readonly<Record<string, string>> = {}, who = "office") =>
  press(world, who, command, { meeting: newestMeeting(world), question: `q${number}`, ...args });
const messages = (who: string): readonly string[] =>
  world
    .messages(who)
    .filter(({ kind }) => kind === "question.state")
    .map(({ card }) => card.title);
const rows = (who: string): readonly string[] => (world.newest(who)?.card.elements ?? []).flatMap((it) => (it.type === "rows" ? it.rows : []));
const refuse = async (number: number, hint = "") => {
  await decide("question.reject", number);
  return world.fill("office", { rule: "offTopic", hint });
};

describe("one question at a time", () => {
  it("with group, organisation asked, objective and what is similar; without a name without a group", async () => {
    await press(world, "office", "question.review", { meeting: newestMeeting(world) });
    expect([cardOf(world, "office"), titleOf(world, "office")]).toEqual(["question.moderation", "Fragen prüfen: 1 von 2"]);
    expect(factsOf(world, "office")).toMatchObject({
      "F-7": expect.stringMatching(/^SPD-Fraktion, mit Namen · an Agentur für Arbeit · Ziel: /),
      Ähnlich: expect.stringContaining("F-3"),
    });
    expect(rows("office")).toEqual([`„${partTime}“`]);
    expect(world.labels("office")).toEqual(["Zulassen", "Mit F-3 verbinden", "Nicht zulassen", "Später prüfen"]);
    await world.press("office", "Später prüfen");
    expect([cardOf(world, "office"), titleOf(world, "office")]).toEqual(["question.moderation.unnamed", "Fragen prüfen: 2 von 2"]);
    expect(factsOf(world, "office")).toEqual({ "F-8": "ohne Namen, ohne Fraktion · an IHK" });
    expect(rows("office")).toEqual([`„${appointment}“`]);
    expect(world.labels("office")).toEqual(["Zulassen", "Verbinden", "Nicht zulassen", "Später prüfen"]);
    await world.press("office", "Später prüfen");
    expect(titleOf(world, "office")).toBe("Fragen prüfen: 1 von 2");
  });

  it("first what somebody wants looked at again, then the lower number", async () => {
    world.store.seed({ Question: [{ ...stored(world, 8), named: true, said: "again", late: true }] });
    await press(world, "office", "question.review", { meeting: newestMeeting(world) });
    expect(rows("office")).toEqual([`„${appointment}“`]);
    expect(factsOf(world, "office")["Stand"]).toBe("eingegangen, verspätet, erneut zu prüfen");
  });

  it("and says so when nothing is left", async () => {
    for (const number of [7, 8]) await decide("question.admit", number);
    expect(world.labels("office")).toEqual(["Fragenliste", "Zurücknehmen"]);
    await press(world, "office", "question.review", { meeting: newestMeeting(world) });
    expect(titleOf(world, "office")).toBe("Alle Fragen sind geprüft");
  });
});

describe("a decision", () => {
  it("admits, counts what is left, and tells whoever asked with their name, once however often it is pressed", async () => {
    await decide("question.admit", 7);
    await decide("question.admit", 7);
    expect(titleOf(world, "office")).toBe("F-7 ist zugelassen");
    expect(factsOf(world, "office")).toEqual({ "Noch zu prüfen": "1" });
    expect(world.labels("office")).toEqual(["Nächste Frage", "Fragenliste", "Zurücknehmen"]);
    expect(stored(world, 7)).toMatchObject({ state: "admitted", admittedOn: "2026-09-24" });
    expect(messages("spd-1")).toEqual(["Frage F-7 ist zugelassen"]);
    expect(world.store.rows("Trail").filter(({ what }) => what === "question").length).toBe(1);
  });

  it("about a question without a name tells nobody, and nothing that is stored leads to anybody", async () => {
    const before = world.store.rows("Delivery").length;
    await decide("question.admit", 8);
    expect(
      world.store
        .rows("Delivery")
        .slice(before)
        .map(({ kind }) => kind),
    ).toEqual(["answer"]);
    expect(world.store.rows("Trail").filter(({ what }) => what === "question")).toMatchObject([{ personId: null, actorId: "office" }]);
    expect(stored(world, 8)).toMatchObject({ personId: null, organisationId: null, seatId: null, askedOn: null, actorId: null, via: null });
  });

  it("refuses by a published rule, with a note that whoever asked can read", async () => {
    await refuse(7, "Bitte an den Rat richten.");
    expect([titleOf(world, "office"), factsOf(world, "office")["Regel"]]).toEqual(["F-7 ist nicht zugelassen", "gehört nicht zu den Zielen des Bündnisses"]);
    expect(stored(world, 7)).toMatchObject({ state: "rejected", rule: "offTopic", hint: "Bitte an den Rat richten." });
    expect(messages("spd-1")).toEqual(["Frage F-7 ist nicht zugelassen"]);
    expect(world.text("spd-1")).toContain("Bitte an den Rat richten.");
  });

  it("without a rule is none", async () => {
    await decide("question.reject", 7);
    expect(await world.fill("office", { hint: "Nein." })).toMatchObject({ refuse: "bad_input", fields: { rule: "Diese Angabe fehlt noch." } });
    expect(stored(world, 7).state).toBe("received");
  });

  it("about a question that has changed meanwhile changes nothing, and shows it as it is", async () => {
    world.store.seed({ Question: [{ ...stored(world, 7), state: "withdrawn" }] });
    for (const command of ["question.admit", "question.merge", "question.reject", "question.undo"] as const) {
      await decide(command, 7, { into: "F-3" });
      expect([command, titleOf(world, "office")]).toEqual([command, "F-7 ist zurückgezogen"]);
      expect(world.labels("office")).not.toContain("Zurücknehmen");
    }
    expect([stored(world, 7).state, messages("spd-1")]).toEqual(["withdrawn", []]);
    expect(await press(world, "office", "question.admit", { meeting: newestMeeting(world), question: "gone" })).toMatchObject({ refuse: "stale" });
  });

  it.each([
    "question.review",
    "question.admit",
    "question.merge",
    "question.reject",
    "question.undo",
    "question.notes",
    "question.noteDone",
    "question.move",
    "question.intake",
  ] as const)("is the office's: %s is refused to whoever asked", async (command) => {
    expect(await decide(command, 7, { to: "closed" }, "spd-1")).toMatchObject({ refuse: "role" });
    expect(stored(world, 7).state).toBe("received");
  });
});

describe("merging", () => {
  it("with the similar one is one press: it keeps its place among those counted, and both can be told apart again", async () => {
    await press(world, "office", "question.review", { meeting: newestMeeting(world) });
    await world.press("office", "Mit F-3 verbinden");
    expect(titleOf(world, "office")).toBe("F-7 gehört jetzt zu F-3");
    expect(stored(world, 7)).toMatchObject({ state: "merged", intoId: "q3" });
    expect(messages("spd-1")).toEqual(["Frage F-7 gehört jetzt zu F-3"]);
    await press(world, "office", "question.list", { meeting: newestMeeting(world) });
    expect(rows("office").find((row) => row.startsWith("F-3"))).toContain("2 Fragen zusammen");
    await decide("question.undo", 7);
    expect(stored(world, 7)).toMatchObject({ state: "received", intoId: null, text: partTime });
    expect(titleOf(world, "office")).toBe("Fragen prüfen: 1 von 2");
    await press(world, "office", "question.list", { meeting: newestMeeting(world) });
    expect(rows("office").find((row) => row.startsWith("F-3"))).not.toContain("zusammen");
  });

  it("asks with which one where none is similar, or another one is meant", async () => {
    await decide("question.merge", 8);
    const field = world.formOf("office")?.fields[0];
    expect(field?.kind.type === "one" && field.kind.options.map(({ value }) => value)).toEqual(["F-12", "F-3", "F-7"]);
    await world.fill("office", { into: "F-12" });
    expect(stored(world, 8)).toMatchObject({ state: "merged", intoId: "q12" });
    await press(world, "office", "question.review", { meeting: newestMeeting(world) });
    await world.tap("office", "question.merge", { question: "q7" });
    await world.fill("office", { into: "F-12" });
    expect(stored(world, 7).intoId).toBe("q12");
  });

  it("goes one level deep: what others were merged into is offered no merging, and none happens", async () => {
    await decide("question.merge", 8, { into: "F-7" });
    await press(world, "office", "question.review", { meeting: newestMeeting(world) });
    expect(factsOf(world, "office")["Fasst zusammen"]).toBe("F-7, F-8");
    expect(world.labels("office")).toEqual(["Zulassen", "Nicht zulassen", "Fragenliste"]);
    await decide("question.merge", 7, { into: "F-3" });
    await decide("question.merge", 12, { into: "F-8" });
    expect([7, 12].map((number) => stored(world, number).state)).toEqual(["received", "admitted"]);
  });

  it("with a question that has gone meanwhile shows the question again; an unknown number is said at its input", async () => {
    world.store.seed({ Question: [{ ...stored(world, 3), state: "withdrawn" }] });
    await decide("question.merge", 7, { into: "F-3" });
    expect(titleOf(world, "office")).toBe("Fragen prüfen: 1 von 2");
    expect(await press(world, "office", "question.merge", { meeting: newestMeeting(world), question: "q7", into: "F-99", sent: "1" })).toMatchObject({
      refuse: "bad_input",
    });
    expect(stored(world, 7).state).toBe("received");
  });

  it("among hundreds takes a number", async () => {
    const many = Array.from({ length: 120 }, (_, n) => ({ number: 100 + n, text: `Thema ${n} ohne jede Ähnlichkeit?` }));
    world.store.seed({ Question: asked(newestMeeting(world), many) });
    await decide("question.merge", 8);
    expect(world.formOf("office")?.fields.map(({ name, required }) => [name, required])).toEqual([
      ["into", false],
      ["number", false],
    ]);
    expect(await world.fill("office", { number: "F-8" })).toMatchObject({ fields: { number: "Mit dieser Frage lässt sich nicht verbinden." } });
    expect(await world.fill("office", {})).toMatchObject({ fields: { into: "Diese Angabe fehlt noch." } });
    await world.fill("office", { number: "f-215" });
    expect(stored(world, 8)).toMatchObject({ state: "merged", intoId: "q215" });
  });

  it("what becomes of the one becomes of those merged into it: their askers hear of it, and get theirs back with its refusal", async () => {
    await decide("question.merge", 8, { into: "F-7" });
    world.store.seed({ Question: [{ ...stored(world, 12), state: "merged", intoId: "q7" }] });
    await decide("question.admit", 7);
    expect([messages("spd-1"), messages("spd-2")]).toEqual([["Frage F-7 ist zugelassen"], ["Frage F-12 gehört jetzt zu F-7"]]);
    await decide("question.undo", 7);
    expect([7, 8, 12].map((number) => stored(world, number))).toMatchObject([
      { state: "received" },
      { state: "received", intoId: null },
      { state: "received", intoId: null },
    ]);
    expect(messages("spd-2").length).toBe(2);
    expect(world.store.rows("Trail").filter(({ what, before }) => what === "question" && before?.includes('"state":"merged"')).length).toBe(2);
  });
});

describe("taking back", () => {
  it("gives the question back to be looked at, its asker hears of it", async () => {
    await refuse(7);
    await world.press("office", "Zurücknehmen");
    expect(stored(world, 7)).toMatchObject({ state: "received", rule: null, hint: null });
    expect(titleOf(world, "office")).toBe("Fragen prüfen: 1 von 2");
    expect(messages("spd-1").length).toBe(2);
  });

  it("is over once the question has been handed on, or the round has begun", async () => {
    world.store.seed({ Question: [{ ...stored(world, 12), state: "assigned" }] });
    await decide("question.undo", 12);
    expect([titleOf(world, "office"), stored(world, 12).state]).toEqual(["F-12 ist weitergegeben", "assigned"]);
    world.store.seed({
      Round: [{ meetingId: newestMeeting(world), allianceId: "kba", intake: "open", state: "running", currentId: "q12", later: [], past: null }],
    });
    await decide("question.undo", 3);
    expect([titleOf(world, "office"), stored(world, 3).state]).toEqual(["F-3 ist zugelassen", "admitted"]);
  });
});

test("during the round whoever steers it sees what is admitted or moved meanwhile; what has just been called is merged nowhere", async () => {
  const round = await running();
  await round.say("ob-1", "runde");
  const about = (number: number) => ({ meeting: newestMeeting(round), question: `q${number}` });
  await press(round, "office", "question.admit", about(7));
  expect([titleOf(round, "ob-1"), factsOf(round, "ob-1")["Danach"]]).toEqual(["Fragerunde steuern: 1 von 5", "F-2 · SPD-Fraktion · 2 Fragen zusammen"]);
  await press(round, "office", "question.move", { ...about(7), place: "2" });
  expect(factsOf(round, "ob-1")["Danach"]).toBe("F-7 · CDU-Fraktion");
  await press(round, "office", "question.merge", { ...about(1), into: "F-7" });
  expect(stored(round, 1).state).toBe("admitted");
});
