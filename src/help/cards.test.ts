// Faults, forms in cards, input that cannot be read, and refusals.
import { translator } from "../../locales/index.ts";
import { buttonsOf } from "../card.ts";
import { cardOf, example, labelsOf, people, saidBy, slack } from "../roster/example.ts";
import { brokenRules } from "../testing/wording.ts";
import { wish } from "../wish.ts";
import { faultCard, formCard } from "./cards.ts";

const t = translator("de");

it("says of a fault whether it was stored, what now, and what the log calls it", () => {
  const card = faultCard(t, "B7F3-K9", wish("rsvp.accept", { meeting: "m1" }));
  expect(card).toMatchObject({
    name: "fault.notStored",
    title: "Das hat nicht geklappt",
    elements: [{ facts: [{ label: "Kennung", value: "B7F3-K9" }] }, {}, {}],
  });
  expect(buttonsOf(card).map(({ label }) => label)).toEqual(["Erneut versuchen", "Bitte um Rückruf"]);
  expect(buttonsOf(faultCard(t, "B7F3-K9", undefined)).map(({ label }) => label)).toEqual(["Bitte um Rückruf"]);
  expect(brokenRules(card)).toEqual([]);
});

it("asks the same inputs in a card where no window can be opened", () => {
  const form = { name: "link.form", title: "Zugangscode", note: "Bitte angeben.", submit: "Los", cancel: "Abbrechen", wish: wish("link.enter"), fields: [] };
  expect(formCard(t, form)).toEqual({
    name: "link.form",
    title: "Zugangscode",
    elements: [
      { type: "text", text: "Bitte angeben." },
      { type: "form", form },
    ],
  });
});

describe("Eingaben, die nicht lesbar sind", () => {
  it("store nothing, give an example, and leave ways forward", async () => {
    const at = example();
    const outcome = await at.words(slack.cdu, "unklar bis 31.09.2026");
    expect(outcome).toMatchObject({ refuse: "bad_input" });
    expect(saidBy(outcome)).toContain("Gespeichert wurde nichts.");
    expect(saidBy(outcome)).toContain("Beispiel: unklar bis 25.09.");
    expect(labelsOf(outcome)).toEqual(["Noch unklar", "Abbrechen"]);
    expect(labelsOf(await at.words(slack.cdu, "zusage ab 99:99"))).toEqual(["Nur zeitweise", "Ich komme", "Abbrechen"]);
    expect(at.store.rows("Reply").every((it) => it.state === "none")).toBe(true);
  });

  it("are echoed where a year was guessed, and another day is no answer yet", async () => {
    const at = example();
    const outcome = await at.words(slack.cdu, "unklar bis 30.09.");
    expect(labelsOf(outcome)).toEqual(["Ja, Mi, 30.09.2026", "Anderer Tag"]);
    const [yes, other] = buttonsOf(cardOf(outcome) ?? { name: "", title: "", elements: [] });
    if (!yes || !other || !("wish" in yes) || !("wish" in other)) throw new Error("no buttons");
    await at.press(slack.cdu, other.wish);
    expect(at.store.rows("Reply").every((it) => it.state === "none")).toBe(true);
    await at.press(slack.cdu, yes.wish);
    expect(at.store.rows("Reply").find((it) => it.personId === "p-cdu-1")).toMatchObject({ state: "undecided", askOn: "2026-09-30" });
  });
});

describe("Ablehnungen", () => {
  it("name the rule as a fact, and offer what is possible", async () => {
    const at = example();
    const titles = {
      "sitzung einladen": "Einladungen versendet die Geschäftsstelle",
      "sitzung neu": "Sitzungen plant die Geschäftsstelle",
      "rückmeldung erinnern": "Erinnerungen versendet die Geschäftsstelle",
      "rückmeldung für IHK zusage": "Rückmeldungen erfasst die Geschäftsstelle",
      "mitglied zugang IHK": "Zugangscodes erstellt die Geschäftsstelle",
    };
    for (const [said, title] of Object.entries(titles)) {
      const outcome = await at.words(slack.cdu, said);
      expect(outcome).toMatchObject({ refuse: "role", card: { title } });
      expect(labelsOf(outcome)).toEqual(["Meine Einladung", "Bitte um Rückruf"]);
      expect(saidBy(outcome)).not.toMatch(/Berechtigung/);
    }
  });

  it("send the office, which has no seat, to recording for others, and guests to the office", async () => {
    const at = example();
    expect(labelsOf(await at.words(slack.office, "zusage"))).toEqual(["Rückmeldung erfassen", "Rückmeldungen"]);
    expect(labelsOf(await at.words(slack.guest, "zusage"))).toEqual(["Nächste Sitzung", "Bitte um Rückruf"]);
    expect(labelsOf(await at.words(slack.guest, "sitzung einladen"))).toEqual(["Nächste Sitzung", "Bitte um Rückruf"]);
  });

  it("say that no meeting is planned, and let the office plan one", async () => {
    const at = example();
    at.wait(60 * 24 * 60);
    expect(labelsOf(await at.words(slack.cdu, "zusage"))).toEqual(["Mein Stand", "Hilfe"]);
    at.store.seed({ Person: [{ ...people.cdu1, roles: ["organiser"] }] });
    expect(labelsOf(await at.words(slack.cdu, "zusage"))).toEqual(["Sitzung anlegen", "Alle Sitzungen", "Hilfe"]);
  });

  it("speak English to who reads English", async () => {
    const at = example();
    await at.words(slack.cdu, "English");
    expect(cardOf(await at.words(slack.cdu, "meeting invite"))?.title).toBe("The office sends the invitations");
  });
});
