// The rules everybody reads and the office sets, the intake, the place of a question, and the catalogue as a file.
import { cardOf, factsOf, titleOf } from "../testing/agreed.ts";
import { asked, stored, withQuestions } from "../testing/catalogue.ts";
import { newestMeeting, press } from "../testing/tour.ts";
import type { World } from "../testing/world.ts";
import { questionLines } from "./file.ts";
import type { Round } from "./model.ts";

let world: World;
beforeEach(async () => {
  world = await withQuestions();
});

const meeting = () => newestMeeting(world);
const rules = (who: string, args: Readonly<Record<string, string>> = {}) => press(world, who, "question.rules", { meeting: meeting(), ...args });
const begin = (state: Round["state"]) =>
  world.store.seed({ Round: [{ meetingId: meeting(), allianceId: "kba", intake: "open", state, currentId: null, later: [], past: null }] });
const move = (number: number, args: Readonly<Record<string, string>> = {}) =>
  press(world, "office", "question.move", { meeting: meeting(), question: `q${number}`, ...args });
const list = async (who = "cdu-1"): Promise<readonly string[]> => {
  await press(world, who, "question.list", { meeting: meeting() });
  return (world.newest(who)?.card.elements ?? []).flatMap((it) => (it.type === "rows" ? it.rows.flatMap((row) => /^F-\d+/.exec(row)?.[0] ?? []) : []));
};

describe("the rules", () => {
  it("are read by everybody: who asks, how much, until when, what is refused, in which order", async () => {
    await rules("ihk-1");
    expect(factsOf(world, "ihk-1")).toMatchObject({
      "Wer fragt": "CDU-Fraktion; SPD-Fraktion",
      "Wie viele": "2 Fragen je Sitz, 1 Zusatzfrage in der Sitzung",
      Länge: "höchstens 200 Zeichen, Hintergrund 1.000",
      Frist: "Mi, 23.09.2026; danach entscheidet die Geschäftsstelle",
      Unterstützung: "Zahlen für alle sichtbar",
      Annahme: "läuft",
    });
    expect(factsOf(world, "ihk-1")["Nicht zugelassen wird"]?.split("; ")).toHaveLength(5);
    expect(world.labels("ihk-1")).toEqual(["Fragenliste"]);
    await rules("spd-1");
    expect(world.labels("spd-1")).toEqual(["Frage einreichen", "Fragenliste"]);
  });

  it("name whoever may ask today: Landespolitik once its seats are confirmed, and nobody who may not", async () => {
    const all = world.store.rows("Organisation");
    world.store.seed({
      Organisation: all.map((it) => (it.id === "landespolitik" ? { ...it, status: "confirmed" as const } : it.id === "cdu" ? { ...it, mayAsk: false } : it)),
    });
    await rules("ihk-1");
    expect(factsOf(world, "ihk-1")["Wer fragt"]).toBe("SPD-Fraktion; Landespolitik (MdL)");
  });

  it("are changed by the office and hold at once", async () => {
    await rules("office");
    await world.press("office", "Ändern");
    await world.fill("office", { perSeat: "5", supplements: "0", shown: "no", order: "addressee" });
    expect(world.store.rows("QuestionRules")).toEqual([{ allianceId: "kba", perSeat: 5, supplements: 0, showSupport: false, order: "addressee" }]);
    expect(factsOf(world, "office")).toMatchObject({
      "Wie viele": "5 Fragen je Sitz, keine Zusatzfrage in der Sitzung",
      Unterstützung: "Zahlen erst ab Beginn der Runde sichtbar",
      Reihenfolge: expect.stringMatching(/^nach gefragter Organisation/),
    });
  });

  it.each([{ perSeat: "0" }, { perSeat: "11" }, { supplements: "6" }, { supplements: "-1" }, { order: "chance" }])(
    "stay as they are with %j",
    async (answers) => {
      await rules("office", { edit: "1" });
      expect(await world.fill("office", answers)).toMatchObject({ refuse: "bad_input" });
      expect(world.store.rows("QuestionRules")).toEqual([]);
    },
  );

  it("are changed by nobody else, and not while the round runs", async () => {
    await rules("spd-1", { edit: "1", sent: "1", perSeat: "9" });
    expect(cardOf(world, "spd-1")).toBe("question.rules");
    begin("running");
    expect(await rules("office", { sent: "1", perSeat: "9" })).toMatchObject({ refuse: "running" });
    expect(world.store.rows("QuestionRules")).toEqual([]);
    expect(world.labels("office")).not.toContain("Ändern");
  });
});

test("the intake is paused, resumed and ended; pressed twice it is as pressed once", async () => {
  await rules("office");
  expect(world.labels("office")).toEqual(["Annahme unterbrechen", "Annahme beenden", "Fragenliste", "Ändern"]);
  await world.press("office", "Annahme unterbrechen");
  await press(world, "office", "question.intake", { meeting: meeting(), to: "paused" });
  expect([factsOf(world, "office")["Annahme"], world.labels("office").slice(0, 2)]).toEqual(["unterbrochen", ["Annahme fortsetzen", "Annahme beenden"]]);
  await world.press("office", "Annahme beenden");
  expect([factsOf(world, "office")["Annahme"], world.labels("office")]).toEqual(["beendet", ["Annahme fortsetzen", "Fragenliste", "Ändern"]]);
  await world.press("office", "Annahme fortsetzen");
  expect(world.store.rows("Round")).toMatchObject([{ intake: "open", state: "none" }]);
});

describe("the place of a question", () => {
  beforeEach(() => {
    world.store.seed({
      Question: asked(meeting(), [
        { number: 20, state: "admitted", personId: "cdu-2", organisationId: "cdu" },
        { number: 21, state: "assigned" },
      ]),
    });
  });

  it("is changed step by step and by number, is seen in the list, stands in the history, and goes back to the rule", async () => {
    expect(await list()).toEqual(["F-3", "F-12", "F-20", "F-21"]);
    await move(21);
    expect([titleOf(world, "office"), world.labels("office")]).toEqual(["F-21: Platz 4 von 4", ["Weiter vor", "Platz wählen", "Fragenliste"]]);
    await world.press("office", "Weiter vor");
    expect([titleOf(world, "office"), factsOf(world, "office")]).toEqual(["F-21: Platz 3 von 4", expect.objectContaining({ Platz: "von Hand geändert" })]);
    expect(await list()).toEqual(["F-3", "F-12", "F-21", "F-20"]);
    await move(21);
    await world.press("office", "Platz wählen");
    await world.fill("office", { place: "1" });
    expect(await list()).toEqual(["F-21", "F-3", "F-12", "F-20"]);
    expect(factsOf(world, "cdu-1")["Reihenfolge"]).toContain("von Hand geändert: F-21");
    await move(21);
    expect(world.labels("office")).toEqual(["Weiter zurück", "Platz wählen", "Wieder nach Regel"]);
    await world.press("office", "Wieder nach Regel");
    expect(await list()).toEqual(["F-3", "F-12", "F-20", "F-21"]);
    expect(
      world.store
        .rows("Trail")
        .filter(({ what }) => what === "question")
        .map(({ actorId, after }) => [actorId, JSON.parse(after ?? "{}").place]),
    ).toEqual([
      ["office", 3],
      ["office", 1],
      ["office", null],
    ]);
  });

  it("pressed twice is changed once, also where another one was put there before", async () => {
    await move(21, { place: "1" });
    await move(20, { place: "1" });
    await move(20, { place: "1" });
    expect(await list()).toEqual(["F-20", "F-21", "F-3", "F-12"]);
    expect(stored(world, 21).place).toBe(2);
  });

  it("is none once it is no longer called, and beyond the last is the last", async () => {
    await move(3, { place: "99" });
    expect(await list()).toEqual(["F-12", "F-20", "F-21", "F-3"]);
    world.store.seed({ Question: [{ ...stored(world, 12), state: "answeredBefore" }] });
    await move(12, { place: "4" });
    expect([cardOf(world, "office"), stored(world, 12).place]).toEqual(["question.show", null]);
  });
});

describe("the catalogue as a file", () => {
  const lines = (who = "office") => {
    const [alliance, day] = [world.store.rows("Alliance")[0], world.store.rows("Meeting")[0]];
    if (!alliance || !day) throw new Error("no meeting");
    return questionLines(world.store.view("kba"), alliance, day, who);
  };

  it("has every question in the order of the round with group, support and the last answer, and then those that are not public", async () => {
    const answer = { questionId: "q3", allianceId: "kba", organisationId: "agentur", personId: null };
    world.store.seed({
      Answer: [
        { ...answer, edition: 1, text: "Es sind 40.", on: "2026-10-01" },
        { ...answer, edition: 2, text: "Es sind 42.", on: "2026-10-02" },
      ],
      Vote: [{ questionId: "q3", personId: "spd-1", allianceId: "kba" }],
      Question: [{ ...stored(world, 7), state: "merged", intoId: "q3" }, ...asked(meeting(), [{ number: 50, state: "withdrawn" }])],
    });
    const [columns, first, ...rest] = (await lines()) ?? [];
    expect(columns).toEqual(["Nr.", "Fraktion", "Gefragte Organisation", "Ziel", "Frage", "Hintergrund", "Stand", "Unterstützung", "Antwort"]);
    expect(first).toEqual(["F-3", "CDU-Fraktion", "Agentur für Arbeit", "", stored(world, 3).text, "", "zugelassen", "1", "Es sind 42."]);
    expect(rest.map(([code, group, , , , , state]) => [code, group, state])).toEqual([
      ["F-12", "SPD-Fraktion", "zugelassen"],
      ["F-7", "SPD-Fraktion", "zusammengeführt, gehört zu F-3"],
      ["F-8", "ohne Namen", "eingegangen"],
    ]);
    expect(JSON.stringify(await lines())).not.toContain("Delegierte Person");
  });

  it("is the office's alone", async () => {
    expect([await lines("spd-1"), await lines("nobody")]).toEqual([undefined, undefined]);
  });
});
