// Help, the own status, settings, privacy and small steps, as people meet them.
import { languages, wordLists } from "../../locales/index.ts";
import { typed } from "../../locales/words.ts";
import { cardOf, example, labelsOf, nameOf, people, saidBy, slack } from "../roster/example.ts";
import { World } from "../testing/world.ts";
import { at } from "../time.ts";

describe("Hilfe", () => {
  it("has lines that fit beside the word, in both languages", () => {
    for (const lang of languages) for (const name of typed) expect([...wordLists[lang].entries[name].help].length).toBeLessThanOrEqual(58);
  });

  it("shows delegates only what they may do", async () => {
    const said = saidBy(await example().words(slack.cdu, "hilfe"));
    expect(said).toContain("zusage – Trägt ein, dass Sie kommen");
    expect(said).toContain("mitglied – Zeigt die Mitglieder");
    expect(said).not.toMatch(/einladen|sitzung neu|zugang|verknüpfen|erinnern/);
  });

  it("names the words about own talks to organisations that may present, and to nobody else", async () => {
    const world = new World(at("2026-09-09", "10:00"));
    for (const who of ["ihk-1", "spd-1"]) await world.say(who, "hilfe");
    expect(world.newest("ihk-1")?.twin).toContain("redebeitrag neu – ");
    expect(world.newest("spd-1")?.twin).not.toContain("redebeitrag");
  });

  it("shows the office its words by noun, without answers it cannot give", async () => {
    const said = saidBy(await example().words(slack.office, "hilfe"));
    expect(said).toContain("sitzung · liste · neu · vorschlagen · anfragen · ändern · absagen · einladen");
    expect(said).toContain("mitglied · zugang");
    expect(said).not.toMatch(/^zusage/m);
  });

  it("shows somebody unlinked how to be linked and how to reach the office", async () => {
    const outcome = await example().words("U-new", "hilfe");
    expect(nameOf(outcome)).toBe("help.unknown");
    expect(saidBy(outcome)).toContain("02151 1");
    expect(saidBy(outcome)).not.toContain("zusage");
    expect(nameOf(await example().words("U-new", "hilfe sitzung neu"))).toBe("help.unknown");
  });

  it("explains a word with an example, also in another spelling or language", async () => {
    const at = example();
    for (const said of ["hilfe vertretung", "hilfe Stellvertretung", "help substitute", "hilfe „vertretung“"]) {
      const outcome = await at.words(slack.cdu, said);
      expect(cardOf(outcome)).toMatchObject({ title: "vertretung" });
      expect(saidBy(outcome)).toContain("Schreiben Sie: vertretung Name.");
      expect(labelsOf(outcome)).toEqual(["Vertretung benennen", "Alle Wörter"]);
    }
  });

  it("explains a noun with everything the asker may do with it", async () => {
    const at = example();
    expect(saidBy(await at.words(slack.office, "hilfe mitglied"))).toContain("mitglied zugang Person/Org – Erstellt einen Zugangscode");
    expect(saidBy(await at.words(slack.cdu, "hilfe mitglied"))).not.toContain("zugang");
    expect(nameOf(await at.words(slack.office, "hilfe sitzung neu"))).toBe("help.word");
  });

  it("refuses the office's words with the reason, and offers near words for unknown ones", async () => {
    const at = example();
    expect(await at.words(slack.cdu, "hilfe sitzung einladen")).toMatchObject({ refuse: "role", card: { title: "Einladungen versendet die Geschäftsstelle" } });
    expect(labelsOf(await at.words(slack.cdu, "hilfe vertretug"))).toEqual(["vertretung", "Alle Wörter"]);
    expect(labelsOf(await at.words(slack.cdu, "hilfe xyzxyz"))).toEqual(["Alle Wörter"]);
  });

  it("speaks English to who reads English, and changes back", async () => {
    const at = example();
    expect(cardOf(await at.words(slack.cdu, "English"))?.title).toBe("Your settings are stored");
    const help = await at.words(slack.cdu, "hilfe");
    expect(saidBy(help)).toContain("attend – Records that you will attend");
    expect(labelsOf(help).at(-1)).toBe("Deutsch");
    expect(cardOf(await at.press(slack.cdu, { command: "language.set", args: { language: "de" } }))?.title).toBe("Ihre Einstellungen sind gespeichert");
  });
});

describe("Bitte um Rückruf", () => {
  it("gives the office one note, also when the gesture is delivered again", async () => {
    const at = example();
    const gesture = { key: "same" };
    const first = await at.press(slack.cdu, { command: "help.callback", args: {} }, gesture);
    expect(cardOf(first)?.title).toBe("Die Geschäftsstelle meldet sich");
    expect(await at.press(slack.cdu, { command: "help.callback", args: {} }, gesture)).toEqual(first);
    expect(at.store.rows("Delivery").filter((it) => it.kind === "callback")).toMatchObject([
      { personId: "p-office", args: { person: "p-cdu-1", messenger: "slack" } },
    ]);
  });

  it("promises nothing where nobody of the office would hear it", async () => {
    const at = example();
    at.store.seed({ Person: [{ ...people.office, roles: [] }] });
    const outcome = await at.press(slack.cdu, { command: "help.callback", args: {} });
    expect(nameOf(outcome)).toBe("callback.nobody");
    expect(saidBy(outcome)).toContain("02151 1");
  });
});

describe("Mein Stand", () => {
  it("says how the reply stands and how to change it", async () => {
    const at = example();
    const before = await at.words(slack.cdu, "status");
    expect(saidBy(before)).toContain("Sitzung am Mi, 07.10.2026: ohne Antwort");
    expect(labelsOf(before)[0]).toBe("Meine Einladung");
    const [reply] = at.store.rows("Reply").filter((it) => it.personId === "p-cdu-1");
    if (!reply) throw new Error("no reply");
    at.store.seed({ Reply: [{ ...reply, state: "accepted" }] });
    const after = await at.words(slack.cdu, "status");
    expect(saidBy(after)).toContain("zugesagt, ganze Sitzung");
    expect(labelsOf(after)[0]).toBe("Rückmeldung ändern");
  });

  it("gives the place on the waiting list", async () => {
    const at = example();
    const replies = at.store.rows("Reply").filter((it) => it.organisationId === "o-fraktion-cdu");
    at.store.seed({ Reply: replies.map((it) => ({ ...it, state: "waiting" as const, waitingSince: new Date(it.personId === "p-cdu-1" ? 2 : 1) })) });
    expect(saidBy(await at.words(slack.cdu, "status"))).toContain("Warteliste, Platz 2");
  });

  it("shows nobody else's reply, whatever a button says", async () => {
    const at = example();
    expect(saidBy(await at.press(slack.guest, { command: "status.show", args: { for: "p-cdu-1", meeting: "m1" } }))).toContain("noch ohne Einladung");
  });

  it("shows no draft to delegates, and the office what is next", async () => {
    const at = example();
    const [meeting] = at.store.rows("Meeting");
    if (!meeting) throw new Error("no meeting");
    at.store.seed({ Meeting: [{ ...meeting, state: "draft" }] });
    expect(nameOf(await at.words(slack.guest, "status"))).toBe("status.empty");
    expect(saidBy(await at.words(slack.office, "status"))).toContain("Sitzung am Mi, 07.10.2026: Entwurf. Noch ohne Zugang: 2 Personen.");
  });
});

describe("Einstellungen und Datenschutz", () => {
  it("show the language and where messages go", async () => {
    expect(saidBy(await example().words(slack.cdu, "einstellungen"))).toContain("Sprache: Deutsch. Nachrichten in: Slack.");
  });
  it("take the language in any of its names, and refuse others", async () => {
    const at = example();
    for (const said of ["einstellungen sprache EN", "sprache Englisch", "einstellungen english", "english"])
      expect(cardOf(await at.words(slack.cdu, said))?.title).toBe("Your settings are stored");
    expect(await at.words(slack.office, "sprache Krieewelsch")).toMatchObject({ refuse: "bad_input" });
  });
  it("say who is responsible and what is stored, to everybody", async () => {
    const at = example();
    expect(saidBy(await at.words(slack.cdu, "datenschutz"))).toContain("Gespeichert: Name, Sitz, Chatkonten");
    expect(saidBy(await at.words("U-new", "datenschutz"))).toContain("Gespeichert: nur das Kennzeichen dieses Kontos");
  });
});

describe("Nur „absagen“", () => {
  it("asks the office which, without a seat only about the meeting", async () => {
    const at = example();
    expect(labelsOf(await at.words(slack.office, "absagen"))).toEqual(["Ganze Sitzung absagen", "Abbrechen"]);
    at.store.seed({ Person: [{ ...people.cdu1, roles: ["organiser"] }] });
    expect(labelsOf(await at.words(slack.cdu, "absagen"))).toEqual(["Nur meine Teilnahme", "Ganze Sitzung absagen", "Abbrechen"]);
    expect(at.store.rows("Reply").every((it) => it.state === "none")).toBe(true);
  });
  it("is a delegate's own absence", async () => {
    const at = example();
    expect(nameOf(await at.words(slack.cdu, "absagen"))).toBe("rsvp.no");
    expect(at.store.rows("Reply").find((it) => it.personId === "p-cdu-1")?.state).toBe("declined");
  });
  it("is refused to somebody without a seat", async () => expect(await example().words(slack.guest, "absagen")).toMatchObject({ refuse: "role" }));
});

it("says that a stopped step stored nothing, and offers ways on", async () => {
  const at = example();
  const outcome = await at.press(slack.cdu, { command: "step.cancel", args: {} });
  expect(saidBy(outcome)).toContain("Gespeichert wurde nichts.");
  expect(labelsOf(outcome)).toEqual(["Meine Einladung", "Mein Stand", "Hilfe"]);
  expect(labelsOf(await at.press("U-new", { command: "step.cancel", args: {} }))).toEqual(["Code eingeben", "Datenschutz", "Hilfe"]);
});
