// One question as everybody, the office and whoever asked see it; and one voice for each person, given and taken back.

import { factsOf, titleOf } from "../testing/agreed.ts";
import { asked, shifts, stored, withQuestions } from "../testing/catalogue.ts";
import { account, person } from "../testing/examples.ts";
import { adding, newestMeeting, press } from "../testing/tour.ts";
import type { World } from "../testing/world.ts";
import type { Answer, Question, Round } from "./model.ts";

let world: World;
beforeEach(async () => {
  world = await withQuestions();
});

const rows = (who: string): readonly string[] => (world.newest(who)?.card.elements ?? []).flatMap((it) => (it.type === "rows" ? it.rows : []));
const look = (who: string, number: number) => press(world, who, "question.show", { meeting: newestMeeting(world), question: `F-${number}`, view: "public" });
const change = (number: number, more: Partial<Question>) => world.store.seed({ Question: [{ ...stored(world, number), ...more }] });
const support = (who: string, number: number, on: "yes" | "no", more: Readonly<Record<string, string>> = {}) =>
  press(world, who, "question.support", { meeting: newestMeeting(world), question: `q${number}`, on, ...more });
const votes = (): readonly string[] =>
  world.store
    .rows("Vote")
    .map(({ questionId, personId }) => `${questionId} ${personId}`)
    .sort();
const round = (state: Round["state"]) =>
  world.store.seed({ Round: [{ meetingId: newestMeeting(world), allianceId: "kba", intake: "open", state, currentId: null, later: [], past: null }] });
const hidden = () => world.store.seed({ QuestionRules: [{ allianceId: "kba", perSeat: 2, supplements: 1, showSupport: false, order: "rotation" }] });

describe("one question", () => {
  it("shows what was asked, by whom, of whom, to what end and in which state", async () => {
    change(12, { background: "In vielen Betrieben.", objectiveId: "objective-1" });
    await look("cdu-1", 12);
    expect(titleOf(world, "cdu-1")).toBe("Frage F-12");
    expect(rows("cdu-1")).toEqual([`„${shifts}“`, "Hintergrund: „In vielen Betrieben.“"]);
    expect(factsOf(world, "cdu-1")).toEqual({
      Von: "Delegierte Person 2, SPD-Fraktion",
      An: "IHK",
      Ziel: expect.any(String),
      Stand: "zugelassen",
      Unterstützung: "0",
    });
    expect(world.labels("cdu-1")).toEqual(["Unterstützen", "Fragenliste"]);
  });

  it("leads to the next one of the round, and the organisation asked to its answer", async () => {
    await look("agentur-1", 3);
    expect(world.labels("agentur-1")).toEqual(["Antwort geben", "Nächste Frage", "Fragenliste"]);
    await world.press("agentur-1", "Nächste Frage");
    expect([titleOf(world, "agentur-1"), world.labels("agentur-1")]).toEqual(["Frage F-12", ["Fragenliste"]]);
  });

  it("names what it stands for; the words of what was merged into it are the office's to read", async () => {
    change(7, { state: "merged", intoId: "q3" });
    await look("ihk-1", 3);
    expect(factsOf(world, "ihk-1")["Fasst zusammen"]).toBe("2 Fragen: F-3, F-7");
    expect(rows("ihk-1").length).toBe(1);
    await look("office", 3);
    expect(rows("office")[1]).toMatch(/^F-7 „/);
  });

  it("without a name says nothing of who asked, also to the office", async () => {
    change(8, { state: "admitted" });
    for (const who of ["office", "cdu-1"]) {
      await look(who, 8);
      expect(factsOf(world, who)["Von"]).toBe("ohne Namen");
    }
  });

  it("that is not public is seen by the office and whoever asked, with the rule it was refused by", async () => {
    change(7, { state: "rejected", rule: "dignity", hint: "Bitte sachlich." });
    for (const who of ["office", "spd-1"]) {
      await look(who, 7);
      expect(factsOf(world, who)).toMatchObject({ Stand: "nicht zugelassen", Regel: "verletzt die Würde einer Person", Hinweis: "„Bitte sachlich.“" });
    }
    expect(world.labels("office")).toEqual(["Fragenliste", "Zurücknehmen"]);
    for (const who of ["spd-2", "agentur-1"]) expect(await look(who, 7)).toMatchObject({ refuse: expect.any(String) });
  });

  it("shows the written answer as it is now, and after a correction also what stood there before", async () => {
    const answer = (edition: number, on: Answer["on"], text: string): Answer => ({
      questionId: "q3",
      edition,
      allianceId: "kba",
      organisationId: "agentur",
      personId: null,
      text,
      on,
    });
    change(3, { state: "answeredBefore" });
    world.store.seed({ Answer: [answer(1, "2026-10-01", "Es sind 40.")] });
    await look("cdu-1", 3);
    expect([factsOf(world, "cdu-1")["Antwort"], rows("cdu-1")[1]]).toEqual(["Agentur für Arbeit, Do, 01.10.2026", "Antwort: „Es sind 40.“"]);
    world.store.seed({ Answer: [answer(2, "2026-10-02", "Es sind 42.")] });
    await look("cdu-1", 3);
    expect(factsOf(world, "cdu-1")["Antwort"]).toBe("Agentur für Arbeit, Fassung vom Fr, 02.10.2026 ersetzt die vom Do, 01.10.2026");
    expect(rows("cdu-1").slice(1)).toEqual(["Antwort: „Es sind 42.“", "Frühere Fassung vom Do, 01.10.2026: „Es sind 40.“"]);
    expect(world.labels("cdu-1")).not.toContain("Unterstützen");
  });
});

describe("support", () => {
  it("is given once, shown as the own, and taken back", async () => {
    await look("cdu-1", 12);
    await world.press("cdu-1", "Unterstützen");
    await support("cdu-1", 12, "yes");
    expect([votes(), factsOf(world, "cdu-1")["Unterstützung"]]).toEqual([["q12 cdu-1"], "1, auch Ihre"]);
    await support("spd-1", 12, "yes");
    expect(factsOf(world, "spd-1")["Unterstützung"]).toBe("2, auch Ihre");
    await world.press("cdu-1", "Unterstützung zurücknehmen");
    await support("cdu-1", 12, "no");
    expect([votes(), factsOf(world, "cdu-1")["Unterstützung"], world.labels("cdu-1")]).toEqual([["q12 spd-1"], "1", ["Unterstützen", "Fragenliste"]]);
  });

  it("is one voice with two accounts", async () => {
    world.store.seed({
      Account: [
        account({
          id: "second",
          allianceId: "kba",
          personId: "cdu-1",
          messenger: "test",
          tenant: "T",
          user: "cdu-1b",
          address: { chat: "cdu-1b" },
          receives: false,
        }),
      ],
    });
    await support("cdu-1", 12, "yes");
    await support("cdu-1b", 12, "yes");
    expect(votes()).toEqual(["q12 cdu-1"]);
    await support("cdu-1b", 12, "no");
    expect(votes()).toEqual([]);
  });

  it("is for seats of politics alone", async () => {
    for (const who of ["ihk-1", "office", "ob-1"])
      expect(await support(who, 12, "yes")).toMatchObject({ refuse: "no_right", card: { name: "question.support.refused" } });
    expect(votes()).toEqual([]);
  });

  it.each(["received", "rejected", "merged", "withdrawn", "answeredBefore", "answered", "owed", "closed"] as const)(
    "changes nothing once a question is %s",
    async (state) => {
      world.store.seed({ Vote: [{ questionId: "q12", personId: "cdu-1", allianceId: "kba" }] });
      change(12, { state, intoId: state === "merged" ? "q3" : null });
      await support("spd-1", 12, "yes");
      await support("cdu-1", 12, "no");
      expect(votes()).toEqual(["q12 cdu-1"]);
    },
  );

  it("given to a question that was merged counts where it belongs now, and is taken back there", async () => {
    await support("cdu-1", 12, "yes");
    change(12, { state: "merged", intoId: "q3" });
    await look("cdu-1", 3);
    expect(factsOf(world, "cdu-1")["Unterstützung"]).toBe("1, auch Ihre");
    await support("cdu-1", 3, "yes");
    expect(votes()).toEqual(["q12 cdu-1"]);
    await support("cdu-1", 3, "no");
    expect(votes()).toEqual([]);
  });

  it("is seen by others only once the rules or the round allow it; the office sees it always, everybody their own", async () => {
    hidden();
    await support("cdu-1", 12, "yes");
    expect(factsOf(world, "cdu-1")["Unterstützung"]).toBe("Ihre ist gezählt");
    await look("spd-1", 12);
    expect(factsOf(world, "spd-1")["Unterstützung"]).toBeUndefined();
    await look("office", 12);
    expect(factsOf(world, "office")["Unterstützung"]).toBe("1");
    round("running");
    await look("spd-1", 12);
    expect(factsOf(world, "spd-1")["Unterstützung"]).toBe("1");
  });

  it("of a secretariat is the voice of whom it acts for, and with several it says for whom", async () => {
    const desk = { id: "desk", allianceId: "kba" };
    world = await withQuestions(undefined, (it) =>
      adding(it, {
        Person: [person({ ...desk, organisationId: "cdu", name: "Sekretariat", nameEn: "Secretariat", welcomedAt: new Date(0) })],
        Account: [account({ id: "acc-desk", allianceId: "kba", personId: "desk", messenger: "test", tenant: "T", user: "desk", address: { chat: "desk" } })],
        StandIn: [{ actorId: "desk", personId: "cdu-1", allianceId: "kba" }],
      }),
    );
    await support("desk", 12, "yes");
    await support("cdu-1", 12, "yes");
    expect(votes()).toEqual(["q12 cdu-1"]);
    world.store.seed({ StandIn: [{ actorId: "desk", personId: "cdu-2", allianceId: "kba" }] });
    await support("desk", 3, "yes");
    await world.fill("desk", { for: "cdu-2" });
    await support("desk", 3, "yes", { for: "cdu-3" });
    expect(votes()).toEqual(["q12 cdu-1", "q3 cdu-2"]);
  });
});

test("what people write stays text: no address of a whole channel, no markup and no formula is made of it", async () => {
  const nasty = '<!channel> *fett* [Link](https://boese.example) =HYPERLINK("https://boese.example";"x") @alle?';
  world.store.seed({ Question: asked(newestMeeting(world), [{ number: 40, text: nasty, background: "=1+1", state: "admitted" }]) });
  await look("cdu-1", 40);
  expect(rows("cdu-1")).toEqual([`„${nasty}“`, "Hintergrund: „=1+1“"]);
  await world.say("cdu-1", "frage liste");
  const options = world.newest("cdu-1")?.card.elements.flatMap((it) => (it.type === "choice" ? it.options.map(({ label }) => label) : []));
  expect(options?.some((label) => label.startsWith("F-40 „<!channel> *fett* [Link]"))).toBe(true);
});
