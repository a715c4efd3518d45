// What the bot says to words that are no command.
import { cardOf, type Example, example, labelsOf, nameOf, saidBy, slack } from "../roster/example.ts";

const misread = (at: Example) => at.store.rows("Account").find((it) => it.user === slack.cdu)?.misread;

describe("Wörter, die kein Befehl sind", () => {
  it("greets back and says what it is", async () => {
    const at = example();
    for (const said of ["Hallo", "Guten Tag!", "moin"]) expect(cardOf(await at.words(slack.cdu, said))?.title).toBe("Guten Tag");
    expect(labelsOf(await at.words(slack.cdu, "Hi"))).toEqual(["Meine Einladung", "Mein Stand", "Hilfe", "English"]);
    expect(cardOf(await at.words(slack.cdu, "Danke!"))).toEqual({ name: "smalltalk.thanks", title: "Gern", elements: [] });
  });

  it("offers near words as buttons and does nothing by itself", async () => {
    const at = example();
    const outcome = await at.words(slack.cdu, "rückmeldug");
    expect(cardOf(outcome)?.title).toBe("Das Wort „rückmeldug“ kenne ich nicht");
    expect(saidBy(outcome)).toContain("Meinten Sie „rückmeldung“?");
    expect(labelsOf(outcome)).toEqual(["Rückmeldung ansehen", "Hilfe"]);
  });

  it("never corrects an answer: both are shown, and nothing is recorded", async () => {
    const at = example();
    for (const said of ["ausage", "zbsage", "absge", "zusge"]) {
      const outcome = await at.words(slack.cdu, said);
      expect(saidBy(outcome)).toContain("Noch ist nichts eingetragen. Was trifft zu?");
      expect(labelsOf(outcome)).toEqual(["Ich komme", "Ich kann nicht", "Noch unklar"]);
    }
    expect(at.store.rows("Reply").every((it) => it.state === "none")).toBe(true);
    expect(labelsOf(await at.words(slack.cdu, "vertretug"))[0]).toBe("Vertretung benennen");
  });

  it("suggests to nobody what they may not ask", async () => {
    const at = example();
    expect(labelsOf(await at.words(slack.guest, "absge"))).not.toContain("Ich kann nicht");
  });

  it("says after the second time in a row how to reach the office, until something is understood", async () => {
    const at = example();
    expect(nameOf(await at.words(slack.cdu, "Der Parkplatz ist ja immer voll dort"))).toBe("unknown.nothing");
    const second = await at.words(slack.cdu, "Das war schon beim letzten Mal so");
    expect(nameOf(second)).toBe("unknown.twice");
    expect(saidBy(second)).toContain("Geschäftsstelle: 02151 1, office@example.org");
    expect(labelsOf(second)).toEqual(["Meine Einladung", "Mein Stand", "Hilfe", "Bitte um Rückruf"]);
    expect(misread(at)).toBe(2);
    expect(saidBy(await at.words(slack.cdu, "rückmeldug"))).toContain("02151 1");
    await at.words(slack.cdu, "status");
    expect(misread(at)).toBe(0);
    expect(nameOf(await at.words(slack.cdu, "Und dann noch der Kaffee, wie immer"))).toBe("unknown.nothing");
    await at.words(slack.cdu, "Danke");
    expect(misread(at)).toBe(0);
  });

  it("writes nothing about a gesture that was understood as always", async () => {
    const at = example();
    const before = at.store.rows("Account");
    await at.words(slack.cdu, "hilfe");
    expect(at.store.rows("Account")).toEqual(before);
  });

  it("shows how a word is written when its details do not fit, and stores nothing", async () => {
    const at = example();
    const outcome = await at.words(slack.cdu, "zusage morgens früh", { said: { words: "zusage morgens früh", command: true } });
    expect(outcome).toMatchObject({ refuse: "usage", card: { title: "So schreiben Sie „zusage“" } });
    expect(saidBy(outcome)).toContain("Gespeichert wurde nichts.");
    const refused = await at.words(slack.cdu, "", { said: { words: "sitzung einladen bitte alle", command: true } });
    expect(refused).toMatchObject({ refuse: "role" });
  });

  it("takes a word as it is meant: quoted, with stray marks, spoken to by name, in a copied text with marks nobody sees", async () => {
    const at = example();
    for (const said of ["'status'", "‚status‘", "`status`", "„status“!", "status,", "STATUS …", "sta\u00adtus", "\ufeffstatus\u200b", "status\u0000"])
      expect(nameOf(await at.words(slack.cdu, said))).toMatch(/^status/);
    for (const said of ["@Bündnisbot status", "Bündnisbot, status", "@buendnis status", "Bündnis-Bot: status"])
      expect(nameOf(await at.words(slack.cdu, said))).toMatch(/^status/);
    for (const said of ["Bündnis 90/Die Grünen kommen zu zweit", "Bündnis für Arbeit"])
      expect(saidBy(await at.words(slack.cdu, said))).not.toContain("Das Wort");
  });

  it("offers an activity that is written almost so, to who may ask it, and runs nothing", async () => {
    const at = example();
    const office = await at.words(slack.office, "sitzung einlden");
    expect(saidBy(office)).toContain("Meinten Sie „sitzung einladen“?");
    expect(labelsOf(office)).toEqual(["Einladung vorbereiten", "Hilfe"]);
    expect(cardOf(await at.words(slack.office, "mitglied zugan IHK"))?.title).toBe("Das Wort „zugan“ kenne ich nicht");
    expect(labelsOf(await at.words(slack.cdu, "sitzung einlden"))).toEqual(["Hilfe", "Mein Stand"]);
  });

  it("shows how a known word is written instead of calling it unknown", async () => {
    const at = example();
    expect(cardOf(await at.words(slack.cdu, "zusage ab"))?.title).toBe("So schreiben Sie „zusage“");
    expect(cardOf(await at.words(slack.cdu, "programm xyz"))?.title).toBe("So schreiben Sie „programm“");
    expect(saidBy(await at.words(slack.cdu, "undecided until 31.02."))).toContain("Diesen Tag kann ich nicht lesen");
  });

  it("keeps a long word short, and somebody's text is only text", async () => {
    const at = example();
    const outcome = await at.words(slack.cdu, "", { said: { words: `${"<!channel>".repeat(40)}`, command: true } });
    expect(cardOf(outcome)?.title.length).toBeLessThanOrEqual(60);
  });

  it("answers a strange button politely", async () => {
    const at = example();
    for (const said of [{ pressed: "nonsense" }, { pressed: { c: "rsvp.nothing" } }, { pressed: null }]) {
      expect(await at.words(slack.cdu, "", { said })).toMatchObject({ refuse: "stale", card: { title: "Diese Karte ist nicht mehr aktuell" } });
    }
    expect(await at.press(slack.cdu, { command: "rsvp.accept", args: { meeting: "m-gone" } })).toMatchObject({
      refuse: "gone",
      card: { title: "Diese Sitzung gibt es nicht mehr" },
    });
  });

  it("says once in a channel what it shows there", async () => {
    const at = example();
    expect(await at.meet(slack.cdu, { place: "channel" })).toMatchObject({ open: true, show: { name: "welcome.channel" } });
  });
});
