// What people see of the members, and the codes the office hands out.
import { cardOf, type Example, example, labelsOf, nameOf, rowsOf, saidBy, slack } from "./example.ts";

const members = (at: Example, user: string, organisation: string) => at.words(user, `mitglied ${organisation}`);

describe("Die Mitglieder", () => {
  it("come page by page with their seats, and with access for the office", async () => {
    const at = example();
    const first = await at.words(slack.office, "mitglieder");
    expect(rowsOf(first).slice(4, 5)).toEqual(["IHK · 1 Sitz · 0 von 1 mit Zugang"]);
    expect(rowsOf(first).at(-1)).toBe("Seite 1 von 3");
    const last = await at.press(slack.office, { command: "member.show", args: { page: "3" } });
    expect(rowsOf(last)).toEqual([
      "Fraktion Bündnis 90/Die Grünen · 1 Sitz · 0 von 0 mit Zugang",
      "FDP-Fraktion · 1 Sitz · 0 von 0 mit Zugang",
      "AfD-Fraktion · 1 Sitz · 0 von 0 mit Zugang",
      "Ratsgruppe 1 · 1 Sitz · Entscheidung steht aus · 0 von 0 mit Zugang",
      "Ratsgruppe 2 · 1 Sitz · Entscheidung steht aus · 0 von 0 mit Zugang",
      "Landespolitik (MdL) · 1 Sitz · Mandat zu prüfen · 0 von 0 mit Zugang",
      "Seite 3 von 3",
    ]);
    expect(saidBy(first)).toContain("1 von 3 Personen");
    expect(rowsOf(await at.press(slack.office, { command: "member.show", args: { page: "99" } })).at(-1)).toBe("Seite 3 von 3");
  });

  it("show delegates seats and names, but not who has access", async () => {
    const at = example();
    expect(rowsOf(await at.words(slack.cdu, "mitglied"))).toContain("IHK · 1 Sitz");
    const one = await members(at, slack.cdu, "CDU");
    expect(cardOf(one)?.title).toBe("CDU-Fraktion");
    expect(rowsOf(one)).toEqual(["Sitz 1 · Delegierte Person 1", "Sitz 2 · Delegierte Person 2"]);
    expect(saidBy(one)).not.toMatch(/Zugang/);
  });

  it("show the office access, substitutes, and the name in the document as one to be checked", async () => {
    const at = example();
    expect(rowsOf(await members(at, slack.office, "IHK"))).toEqual([
      "Sitz 1 · Delegierte Person · ohne Zugang",
      "Stellvertretung · Stellvertretung 1 · ohne Zugang",
    ]);
    expect(rowsOf(await members(at, slack.office, "Dezernat für Arbeit"))).toEqual([
      "Sitz 1 · noch nicht benannt",
      "Sitz 1 · im Dokument: Maxi Muster, zu prüfen",
    ]);
    expect(rowsOf(await members(at, slack.cdu, "Dezernat für Arbeit"))).toEqual(["Sitz 1 · noch nicht benannt"]);
  });

  it("offer near names for one nobody knows, and the list where none is near", async () => {
    const at = example();
    expect(saidBy(await members(at, slack.cdu, "Handwerkskamer"))).toContain("Handwerkskammer");
    expect(nameOf(await members(at, slack.cdu, "Bürgerbus"))).toBe("member.unknown");
  });

  it("speak English to who reads English", async () => {
    const at = example();
    await at.words(slack.cdu, "English");
    expect(rowsOf(await at.words(slack.cdu, "member CDU"))).toEqual(["Seat 1 · Delegate 1", "Seat 2 · Delegate 2"]);
  });
});

describe("Zugangscodes der Geschäftsstelle", () => {
  it("name the person, the day and the text to pass on", async () => {
    const at = example();
    const said = saidBy(await at.words(slack.office, "mitglied zugang IHK"));
    expect(said).toMatch(/Für: Delegierte Person, IHK\. Code: Z-\w{4}-\w{4}\. Gültig bis: Di, 29\.09\.2026, einmal\./);
    expect(said).toMatch(/„Bitte öffnen Sie den Bündnisbot in Slack oder Teams und senden Sie ihm: Z-\w{4}-\w{4}“/);
  });

  it("ask for whom where nobody is named, or where two fit", async () => {
    const at = example();
    expect(labelsOf(await at.words(slack.office, "mitglied zugang"))).toEqual(["Für eine Person", "Für alle ohne Zugang", "Abbrechen"]);
    expect(nameOf(await at.press(slack.office, { command: "member.access", args: { ask: "1" } }, { window: true }))).toBe("access.form");
    const several = await at.words(slack.office, "mitglied zugang CDU");
    expect(rowsOf(several)).toEqual(["Delegierte Person 1, CDU-Fraktion", "Delegierte Person 2, CDU-Fraktion"]);
    expect(labelsOf(several)).toEqual(["Delegierte Person 1", "Delegierte Person 2", "Abbrechen"]);
    expect(at.store.rows("AccessCode")).toEqual([]);
    const many = await at.words(slack.office, "mitglied zugang Person", { window: true });
    expect(nameOf(many)).toBe("access.several");
  });

  it("are made for nobody who is not known", async () => {
    const at = example();
    expect(nameOf(await at.words(slack.office, "mitglied zugang Bürgerbus"))).toBe("access.unknown");
    expect(nameOf(await at.words(slack.office, "mitglied zugang Handwerkskamer"))).toBe("access.unknown");
    expect(nameOf(await at.words(slack.office, "mitglied zugang DGB"))).toBe("access.unknown");
    expect(at.store.rows("AccessCode")).toEqual([]);
  });

  it("are refused to delegates, with the reason, also by a forged button", async () => {
    const at = example();
    const outcome = await at.words(slack.cdu, "mitglied zugang IHK");
    expect(outcome).toMatchObject({ refuse: "role", card: { title: "Zugangscodes erstellt die Geschäftsstelle" } });
    expect(await at.press(slack.cdu, { command: "member.access", args: { whom: "p-ihk" } })).toMatchObject({ refuse: "role" });
    expect(at.store.rows("AccessCode")).toEqual([]);
  });

  it("can be blocked by the office, one's own by everybody, somebody else's by nobody else", async () => {
    const at = example();
    const blocked = () => at.store.rows("AccessCode").map((it) => it.revokedAt !== null);
    await at.words(slack.office, "mitglied zugang IHK");
    expect(await at.press(slack.cdu, { command: "member.revoke", args: { person: "p-ihk" } })).toMatchObject({ refuse: "role" });
    expect(blocked()).toEqual([false]);
    expect(nameOf(await at.press(slack.office, { command: "member.revoke", args: { person: "p-ihk" } }))).toBe("revoke");
    expect(nameOf(await at.press(slack.office, { command: "member.revoke", args: { person: "p-ihk" } }))).toBe("revoke.none");
    await at.press(slack.cdu, { command: "link.second", args: {} });
    expect(nameOf(await at.press(slack.cdu, { command: "member.revoke", args: { person: "p-cdu-1" } }))).toBe("revoke");
    expect(blocked()).toEqual([true, true]);
  });
});
