// „frage liste“: who sees which questions, in which order, narrowed down to what, and in pages also where there are thousands.
import { cardOf, factsOf, titleOf } from "../testing/agreed.ts";
import { asked, stored, withQuestions } from "../testing/catalogue.ts";
import { adding, newestMeeting, press } from "../testing/tour.ts";
import type { World } from "../testing/world.ts";
import { at } from "../time.ts";
import type { QuestionRules } from "./model.ts";

let world: World;
beforeEach(async () => {
  world = await withQuestions();
});

const rows = (who: string): readonly string[] => (world.newest(who)?.card.elements ?? []).flatMap((it) => (it.type === "rows" ? it.rows : []));
const codes = (who: string): readonly string[] => rows(who).flatMap((row) => /^F-\d+/.exec(row)?.[0] ?? []);
const choices = (who: string): readonly string[] =>
  (world.newest(who)?.card.elements ?? []).flatMap((it) => (it.type === "choice" ? it.options.map(({ label }) => label) : []));
const list = (who: string, args: Readonly<Record<string, string>> = {}) => press(world, who, "question.list", { meeting: newestMeeting(world), ...args });
const seed = (more: Parameters<typeof asked>[1]) => world.store.seed({ Question: asked(newestMeeting(world), more) });
const rules = (more: Partial<QuestionRules>) =>
  world.store.seed({ QuestionRules: [{ allianceId: "kba", perSeat: 2, supplements: 1, showSupport: true, order: "rotation", ...more }] });

describe("the list for all", () => {
  it("shows public questions alone, in the order of the round, and explains that order first", async () => {
    await world.say("ihk-1", "frage liste");
    expect([cardOf(world, "ihk-1"), titleOf(world, "ihk-1")]).toEqual(["question.list", "Fragenliste zur Sitzung am Mi, 07.10.2026"]);
    expect(rows("ihk-1")).toEqual(["F-3 · CDU-Fraktion · an Agentur für Arbeit · zugelassen", "F-12 · SPD-Fraktion · an IHK · zugelassen"]);
    expect(factsOf(world, "ihk-1")).toEqual({
      Reihenfolge: "reihum nach Fraktion, beginnend mit der CDU-Fraktion; Fragen ohne Namen bilden eine eigene Gruppe",
    });
    expect(choices("ihk-1")).not.toEqual(expect.arrayContaining(["eingegangen"]));
    expect(world.labels("ihk-1")).toEqual(["Regeln ansehen"]);
    expect(world.labels("office")).not.toContain("Frage einreichen");
  });

  it("is read after the meeting too, as long as no other one is to come", async () => {
    world.now = at("2026-10-20", "10:00");
    await world.say("ihk-1", "frage liste");
    expect(titleOf(world, "ihk-1")).toBe("Fragenliste zur Sitzung am Mi, 07.10.2026");
    expect(codes("ihk-1")).toEqual(["F-3", "F-12"]);
  });

  it("does not tell by its order what the hidden counts would tell, until the round has begun", async () => {
    rules({ order: "support", showSupport: false });
    world.store.seed({ Vote: ["cdu-1", "cdu-2", "spd-1"].map((personId) => ({ questionId: "q12", personId, allianceId: "kba" })) });
    await list("ihk-1");
    expect(codes("ihk-1")).toEqual(["F-3", "F-12"]);
    expect(factsOf(world, "ihk-1")["Reihenfolge"]).toContain("reihum nach Fraktion");
    expect(factsOf(world, "ihk-1")["Reihenfolge"]).toContain("in der Fragerunde nach Unterstützung");
    rules({ order: "support", showSupport: true });
    await list("ihk-1");
    expect(codes("ihk-1")).toEqual(["F-12", "F-3"]);
  });

  it.each([
    ["addressee", "nach gefragter Organisation, darin reihum nach Fraktion, beginnend mit der CDU-Fraktion"],
    ["objective", "nach Ziel, darin reihum nach Fraktion, beginnend mit der CDU-Fraktion"],
    ["support", "nach Unterstützung, bei gleicher Zahl reihum nach Fraktion, beginnend mit der CDU-Fraktion"],
  ] as const)("explains the order by %s, and what was moved by hand", async (order, words) => {
    rules({ order });
    world.store.seed({ Question: [{ ...stored(world, 12), place: 1 }] });
    await list("cdu-1");
    expect(factsOf(world, "cdu-1")["Reihenfolge"]).toBe(`${words}; Fragen ohne Namen bilden eine eigene Gruppe; von Hand geändert: F-12`);
    expect(codes("cdu-1")).toEqual(["F-12", "F-3"]);
  });

  it("another group is first where it is its turn", async () => {
    const [meeting] = world.store.rows("Meeting");
    if (!meeting) throw new Error("no meeting");
    world.store.seed({
      Meeting: [{ ...meeting, id: "before", day: "2026-03-04", startsAt: new Date("2026-03-04T13:00:00Z"), endsAt: new Date("2026-03-04T16:00:00Z") }],
    });
    await press(world, "ihk-1", "question.list", { meeting: meeting.id });
    expect(factsOf(world, "ihk-1")["Reihenfolge"]).toContain("beginnend mit der SPD-Fraktion");
    expect(codes("ihk-1")).toEqual(["F-12", "F-3"]);
  });

  it("offers a question of one's own to seats of politics as long as they are taken", async () => {
    await list("spd-1");
    expect(world.labels("spd-1")).toEqual(["Frage einreichen", "Regeln ansehen"]);
    world.store.seed({
      Round: [{ meetingId: newestMeeting(world), allianceId: "kba", intake: "paused", state: "none", currentId: null, later: [], past: null }],
    });
    await list("spd-1");
    expect(world.labels("spd-1")).toEqual(["Regeln ansehen"]);
  });

  it("says so while there is nothing", async () => {
    world = await withQuestions([]);
    await world.say("ihk-1", "frage liste");
    expect(world.text("ihk-1")).toContain("Noch ist keine Frage zugelassen.");
  });
});

describe("narrowed down", () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ["ihk-1", { view: "ours" }, ["F-12"]],
    ["ihk-1", { view: "to", to: "agentur" }, ["F-3", "F-20"]],
    ["cdu-1", { view: "mine" }, ["F-3"]],
    ["spd-1", { view: "mine" }, ["F-7"]],
    ["cdu-1", { view: "answered" }, ["F-20"]],
    ["cdu-1", { view: "objective", objective: "objective-1" }, ["F-20"]],
    ["cdu-1", { view: "objective", objective: "none" }, ["F-3", "F-12"]],
    // What is the office's alone is shown to nobody else, whatever a button says.
    ["cdu-1", { view: "received" }, ["F-3", "F-12", "F-20"]],
    ["cdu-1", { view: "every" }, ["F-3", "F-12", "F-20"]],
    ["office", { view: "received" }, ["F-7", "F-8"]],
    ["office", { view: "rejected" }, ["F-30", "F-31"]],
    ["office", { view: "withdrawn" }, ["F-32"]],
    ["office", { view: "every" }, ["F-3", "F-12", "F-20", "F-7", "F-8", "F-30", "F-31", "F-32"]],
  ])("%s sees with %j: %j", async (who, args, expected) => {
    seed([
      { number: 20, personId: "spd-2", state: "answeredBefore", objectiveId: "objective-1" },
      { number: 30, personId: "spd-2", state: "rejected", rule: "asked" },
      { number: 31, named: false, state: "rejected", rule: "private", hint: "Bitte ohne Namen Dritter." },
      { number: 32, personId: "spd-2", state: "withdrawn" },
    ]);
    await list(who, args);
    expect(codes(who)).toEqual(expected);
  });

  it("whoever asked without a name reads there what became of it: its state and why, never its words", async () => {
    seed([
      { number: 30, named: false, state: "rejected", rule: "private", hint: "Bitte ohne Namen Dritter.", text: "Geheim?" },
      { number: 31, named: false, state: "merged", intoId: "q3", text: "Auch geheim?" },
      { number: 33, named: false, state: "admitted" },
    ]);
    await list("spd-1", { view: "unnamed" });
    expect(rows("spd-1")).toEqual([
      "F-33 · ohne Namen · an Agentur für Arbeit · zugelassen",
      "F-30 · ohne Namen · nicht zugelassen · betrifft Privates · Hinweis: „Bitte ohne Namen Dritter.“",
      "F-31 · ohne Namen · gehört zu F-3",
    ]);
    expect(JSON.stringify(world.newest("spd-1"))).not.toMatch(/geheim/i);
    expect(await press(world, "spd-1", "question.show", { meeting: newestMeeting(world), question: "F-30" })).toMatchObject({ refuse: expect.any(String) });
    expect(JSON.stringify(world.newest("spd-1"))).not.toMatch(/geheim/i);
  });

  it.each<[string, readonly string[]]>([
    ["frage liste IHK", ["F-12"]],
    ["frage liste an die Arbeitsagentur", ["F-3"]],
    ["frage liste alle", ["F-3", "F-12"]],
    ["frage liste meine", ["F-3"]],
    ["question list mine", ["F-3"]],
    ["frage liste ohne Namen", []],
    ["frage liste Ziel 1", []],
  ])("typed: %s", async (words, expected) => {
    await world.say("cdu-1", words);
    expect([cardOf(world, "cdu-1"), codes("cdu-1")]).toEqual(["question.list", expected]);
  });

  it("what is near a name is offered and not guessed; what is the office's is no filter for others", async () => {
    expect(await world.say("cdu-1", "frage liste Agentr für Arbeit")).toMatchObject({ refuse: "no_filter" });
    await world.press("cdu-1", "Agentur für Arbeit");
    expect(codes("cdu-1")).toEqual(["F-3"]);
    expect(await world.say("cdu-1", "frage liste eingegangen")).toMatchObject({ refuse: "no_filter" });
    await world.say("office", "frage liste eingegangen");
    expect(codes("office")).toEqual(["F-7", "F-8"]);
  });

  it("chosen step by step: an organisation of those asked, an objective of those named", async () => {
    await list("cdu-1");
    await world.tap("cdu-1", "question.list", { view: "to" });
    expect(choices("cdu-1").slice(-3)).toEqual(["Bitte wählen", "IHK", "Agentur für Arbeit"]);
    await world.tap("cdu-1", "question.list", { to: "ihk" });
    expect([codes("cdu-1"), factsOf(world, "cdu-1")["An"]]).toEqual([["F-12"], "IHK"]);
    await world.tap("cdu-1", "question.list", { view: "objective" });
    await world.tap("cdu-1", "question.list", { objective: "none" });
    expect(factsOf(world, "cdu-1")["Ziel"]).toBe("ohne Ziel");
    await world.tap("cdu-1", "question.show", { question: "F-3" });
    expect(titleOf(world, "cdu-1")).toBe("Frage F-3");
  });
});

describe("the office", () => {
  it("sees how many wait, how many notes there are, and everybody's support", async () => {
    rules({ showSupport: false });
    const note = { id: "n", allianceId: "kba", meetingId: newestMeeting(world), personId: "ihk-1", text: "Bitte", on: "2026-09-11" as const, done: false };
    world.store.seed({ Vote: [{ questionId: "q3", personId: "spd-1", allianceId: "kba" }], Note: [note, { ...note, id: "m", done: true }] });
    await list("office");
    expect(factsOf(world, "office")).toMatchObject({ "Zu prüfen": "2", Hinweise: "1" });
    expect(rows("office")[0]).toBe("F-3 · CDU-Fraktion · an Agentur für Arbeit · zugelassen · 1 unterstützt");
    expect(world.labels("office")).toEqual(["Fragen prüfen", "Als Datei", "Regeln ansehen"]);
    await list("spd-1");
    expect(rows("spd-1")[0]).not.toContain("unterstützt");
    await world.tap("office", "question.notes");
    expect(titleOf(world, "office")).toBe("Hinweise an die Geschäftsstelle");
  });
});

describe("three thousand questions", () => {
  const many = Array.from({ length: 3000 }, (_, n) => ({
    number: n + 1,
    organisationId: n % 3 === 0 ? "cdu" : "spd",
    named: n % 10 !== 9,
    toId: n % 100 === 0 ? "dgb" : "agentur",
    state: n % 2 === 0 ? ("admitted" as const) : ("received" as const),
  }));
  const votes = Array.from({ length: 3000 }, (_, n) => ({ questionId: `q${(n % 1000) + 1}`, personId: `p${Math.floor(n / 1000)}`, allianceId: "kba" }));

  it("come in pages of eight, each question once, filtered as few are", async () => {
    world = await withQuestions(many, (it) => adding(it, {}));
    world.store.seed({ Vote: votes });
    rules({ order: "support" });
    await list("spd-1");
    expect(rows("spd-1").at(-1)).toBe("Seite 1 von 188");
    const seen = new Set<string>();
    for (let page = 1; page <= 188; page += 17) {
      await list("spd-1", { page: String(page) });
      for (const code of codes("spd-1")) {
        expect(seen.has(code)).toBe(false);
        seen.add(code);
      }
    }
    expect(seen.size).toBe(11 * 8 + 4);
    await list("spd-1", { page: "9999" });
    expect([codes("spd-1").length, rows("spd-1").at(-1), world.labels("spd-1").at(-1)]).toEqual([4, "Seite 188 von 188", "Erste Seite"]);
    await list("spd-1", { view: "to", to: "dgb" });
    expect([codes("spd-1").length, rows("spd-1").at(-1)]).toEqual([8, "Seite 1 von 4"]);
    await world.press("spd-1", "Nächste Seite");
    expect(factsOf(world, "spd-1")["An"]).toBe("DGB");
    await list("office", { view: "received", page: "188" });
    expect(codes("office")).toEqual(["F-2994", "F-2996", "F-2998", "F-3000"]);
    expect(world.labels("office")).toEqual(["Fragen prüfen", "Als Datei", "Regeln ansehen", "Erste Seite"]);
  }, 60_000);
});
