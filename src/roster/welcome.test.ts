// The welcome and the notes to the office, as they are composed when they are sent.
import { translator } from "../../locales/index.ts";
import type { Composing } from "../notice/composer.ts";
import { nrw } from "../testing/nrw.ts";
import { brokenRules } from "../testing/wording.ts";
import { rosterComposers } from "./composers.ts";
import { type Example, example, kba, people, slack } from "./example.ts";
import type { Person } from "./model.ts";

const composing = (at: Example, person: Person, args: Readonly<Record<string, string>>, lang: "de" | "en" = "de"): Composing => ({
  view: at.store.view("kba"),
  person,
  args,
  alliance: kba,
  now: new Date("2026-09-15T10:00:00Z"),
  today: "2026-09-15",
  lang,
  t: translator(lang),
  calendar: nrw,
  links: { calendar: () => undefined, file: () => undefined },
});

async function composed(at: Example, kind: keyof typeof rosterComposers, person: Person, args: Readonly<Record<string, string>>, lang: "de" | "en" = "de") {
  const card = await rosterComposers[kind](composing(at, person, args, lang));
  if ("skip" in card) return card;
  expect(brokenRules(card)).toEqual([]);
  return card;
}

describe("Das Willkommen", () => {
  it("is owed with the first gesture of somebody linked, once, and to that account", async () => {
    const at = example();
    at.store.seed({ Person: [{ ...people.cdu1, welcomedAt: null }] });
    await at.words(slack.cdu, "status");
    await at.words(slack.cdu, "hilfe");
    expect(at.store.rows("Delivery")).toMatchObject([
      { key: "welcome:p-cdu-1", kind: "welcome", messenger: "slack", tenant: "T1", address: { channel: "D-U-cdu" }, args: { account: "a-U-cdu" } },
    ]);
  });

  it("is the answer itself when the two meet, and never comes twice", async () => {
    const at = example();
    at.store.seed({ Person: [{ ...people.cdu1, welcomedAt: null }] });
    expect(await at.meet(slack.cdu)).toMatchObject({ show: { name: "welcome.linked" } });
    expect(await at.meet(slack.cdu)).toEqual({ silent: "met" });
    await at.words(slack.cdu, "hilfe");
    expect(at.store.rows("Delivery")).toEqual([]);
  });

  it("keeps a language chosen with the very first gesture", async () => {
    const at = example();
    at.store.seed({ Person: [{ ...people.cdu1, welcomedAt: null }] });
    await at.words(slack.cdu, "English");
    const row = at.store.rows("Person").find((it) => it.id === "p-cdu-1");
    expect([row?.language, row?.welcomedAt === null]).toEqual(["en", false]);
    expect(at.store.rows("Delivery").map((it) => it.kind)).toEqual(["welcome"]);
  });

  it("says what is stored, in both languages, and offers the waiting invitation first", async () => {
    const at = example();
    const card = await composed(at, "welcome", people.cdu1, { account: "a-U-cdu" });
    expect(card).toMatchObject({ name: "welcome.linked", title: "Willkommen beim Bündnisbot" });
    expect(JSON.stringify(card)).toContain("Meine Einladung");
    expect(JSON.stringify(await composed(at, "welcome", people.cdu1, {}, "en"))).toContain("never reasons for absence");
    expect(JSON.stringify(await composed(at, "welcome", people.guest, {}))).not.toContain("Meine Einladung");
  });

  it("tells the office whom it cannot reach yet", async () => {
    const at = example();
    expect(await composed(at, "welcome", people.office, {})).toMatchObject({
      name: "welcome.organiser",
      elements: [{ facts: [{}, { label: "Noch ohne Zugang", value: "2 Personen" }] }, {}, {}],
    });
  });

  it("is skipped for an account that belongs to somebody else meanwhile", async () => {
    const at = example();
    expect(await composed(at, "welcome", people.cdu1, { account: "a-U-office" })).toEqual({ skip: "unlinked" });
  });
});

describe("Hinweise an die Geschäftsstelle", () => {
  it("name who asks for a call, when and through which messenger", async () => {
    const at = example();
    const card = await composed(at, "callback", people.office, { person: "p-ihk", messenger: "teams", at: "2026-09-15T10:00:00.000Z" });
    expect(JSON.stringify(card)).toMatch(/Delegierte Person, IHK.*Di, 15\.09\.2026, 12:00 Uhr.*Teams.*ihk@krefeld\.example/);
  });
  it("say so when a reply should change after the beginning", async () => {
    const at = example();
    expect(await composed(at, "callback", people.office, { person: "p-ihk", about: "late" })).toMatchObject({ title: "Änderung nach Beginn gewünscht" });
  });
  it("are skipped for a person that no longer exists", async () =>
    expect(await composed(example(), "notMe", people.office, { person: "p-nobody" })).toEqual({ skip: "gone" }));
  it("name whose account it was not", async () => {
    expect(await composed(example(), "notMe", people.office, { person: "p-ihk", messenger: "slack", at: "2026-09-15T10:00:00.000Z" })).toMatchObject({
      title: "Eine Zuordnung war falsch",
    });
  });
});
