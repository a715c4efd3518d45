// The story of an invitation in Teams, on the Agents Playground: the office creates and invites, three delegates answer in three ways.
import { nodesOf } from "../teams-schema.ts";
import { openStage, someWednesday, type TeamsStage } from "./teams-bot.ts";
import { type Person, person } from "./teams-people.ts";
import type { Name } from "./teams-playground.ts";

describe("an invitation in Teams", () => {
  let stage: TeamsStage;
  let office: Person;
  const meeting = someWednesday();

  beforeAll(async () => {
    stage = await openStage();
    office = person(stage, "anna");
  });
  afterAll(() => stage?.stop());

  /** Lets somebody in: the office makes a code, the person sends it to the bot. */
  async function letIn(name: Name, organisation: string): Promise<Person> {
    const before = office.reads().length;
    await office.writes(`mitglied zugang ${organisation}`);
    await office.sees("Der Zugangscode ist erstellt");
    const code = await codeAfter(before);
    const delegate = person(stage, name);
    await delegate.writes(code);
    await delegate.sees("Willkommen beim Bündnisbot");
    return delegate;
  }
  async function codeAfter(before: number): Promise<string> {
    for (let tries = 0; tries < 100; tries++) {
      const found = /Z-\w{4}-\w{4}/.exec(office.reads().slice(before).join("\n"))?.[0];
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("No code came.");
  }

  test("whoever installs the bot is welcomed once", async () => {
    await office.installs();
    await office.sees("Willkommen beim Bündnisbot");
    await office.writes("hallo");
    await office.sees("Guten Tag");
    expect(office.reads().filter((text) => text.includes("Willkommen beim Bündnisbot"))).toHaveLength(1);
  });

  test("from the draft to the last reply", async () => {
    const ihk = await letIn("bernd", "IHK");
    const dgb = await letIn("cem", "DGB");
    const hwk = await letIn("dora", "HWK");

    await office.writes("sitzung neu");
    await office.sees("Sitzung anlegen");
    // A refused form stays, says why at its field, and keeps what was typed.
    await office.presses("Entwurf anlegen", { Tag: "", Ort: "Stadthaus" });
    expect(await office.sees("Diese Angabe fehlt noch.")).toMatch(/Tag \*\nDiese Angabe fehlt noch\./);
    await office.presses("Entwurf anlegen", { Tag: meeting.day });
    expect(await office.sees(`Entwurf: Sitzung am ${meeting.read}`)).toContain("Stadthaus");
    await office.presses("Einladung vorbereiten");
    await office.sees("Vorschau: Einladung");
    await office.presses(["Sofort senden", "3 Einladungen senden"]);

    for (const delegate of [ihk, dgb, hwk]) await delegate.sees("Einladung: Krefelder Bündnis für Arbeit");
    await ihk.presses("Ich komme");
    await ihk.sees("Ihre Zusage ist eingetragen");
    await dgb.writes("/absage");
    await dgb.sees("Ihre Absage ist eingetragen");
    await hwk.presses("Vertretung kommt");
    await hwk.presses("Andere Person");
    // Somebody who stops halfway has the card again that was there.
    await hwk.presses("Abbrechen");
    await hwk.presses("Andere Person");
    await hwk.presses("Benennen", { "Vor- und Nachname": "Stellvertretung 1" });
    await hwk.sees("Vertretung benannt");

    await office.writes("rückmeldung");
    const overview = await office.sees(`Rückmeldungen: Sitzung am ${meeting.read}`);
    expect(overview).toMatch(/2 von \d+ Sitzen, davon 1 durch Vertretung/);
    expect(overview).toContain("1 abgesagt · 0 noch unklar");
    await office.presses("Zeigen", { Zeigen: "abgesagt" });
    expect(await office.sees("Delegierte Person, DGB · abgesagt")).not.toContain("HWK");
  });

  test("an answer takes the place of the question, and the last one counts", async () => {
    const ihk = person(stage, "bernd");
    await ihk.sees("Ihre Zusage ist eingetragen");
    const invitations = () => ihk.reads().filter((text) => text.includes("Einladung: Krefelder Bündnis"));
    expect(invitations()).toEqual([]);
    await ihk.presses("Ändern");
    await ihk.sees("Rückmeldung ändern");
    await ihk.presses("Ich kann nicht");
    await ihk.sees("Ihre Absage ist eingetragen");
    expect(invitations()).toEqual([]);
    await office.writes("rückmeldung");
    await office.sees("2 abgesagt · 0 noch unklar");
  });

  test("more than four inputs stand in a dialog, which stays until they are right", async () => {
    await office.writes("sitzung");
    await office.sees("Zeit und Ort: 14:00");
    await office.presses("Ändern");
    await office.presses("Tagesordnung");
    await office.sees("Minuten je Punkt.");
    const dialog = await office.opens("Tagesordnung");
    expect(dialog).toMatchObject({ type: "continue", value: { title: "Tagesordnung" } });
    const labels = nodesOf(dialog).flatMap(({ type, label }) => (type === "Input.Number" ? [String(label).replace(/ \*$/, "")] : []));
    expect(labels.length).toBeGreaterThan(4);
    const first = labels[0] ?? "";
    const again = await office.sends(dialog, { [first]: "0" });
    expect(nodesOf(again).find(({ label }) => label === `${first} *`)?.["value"]).toBe(0);
    expect(nodesOf(again).filter(({ color }) => color === "Attention")).toHaveLength(1);
    expect(await office.sends(again, { [first]: "25" })).toBeUndefined();
    await office.sees("Tagesordnung: Sitzung");
  });

  test("in a group and in a channel personal answers go to the direct chat, and everybody reads only that", async () => {
    const dgb = person(stage, "cem");
    await dgb.mentions("status", "group");
    await office.sees("Ich habe Ihnen direkt geschrieben.");
    await dgb.sees("Ihr Stand");
    expect(office.reads().join()).not.toContain("Ihr Stand");
    const before = office.reads().length;
    await office.mentions("/status", "channel");
    await office.sees("Ihr Stand");
    expect(office.reads().length).toBe(before + 2);
  });

  test("added to a group and a channel, the bot greets each place once and writes to nobody", async () => {
    const greetings = () => office.reads().filter((text) => text.includes("Bündnisbot ist jetzt in diesem Kanal"));
    const delegates = (["bernd", "cem"] as const).map((name) => person(stage, name));
    for (const delegate of delegates) await delegate.sees("Ihre Absage ist eingetragen");
    const before = delegates.map((it) => it.reads().length - greetings().length);
    for (const where of ["channel", "group", "channel"] as const) await office.installs(where);
    await office.sees("Bündnisbot ist jetzt in diesem Kanal");
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(greetings()).toHaveLength(2);
    expect(delegates.map((it) => it.reads().length - greetings().length)).toEqual(before);
  });

  test("whoever removes the bot gets nothing more, and the office hears of it once", async () => {
    const hwk = person(stage, "dora");
    await hwk.sees("Vertretung benannt");
    for (const _ of [1, 2]) await hwk.removes();
    expect(await office.sees("Ein Konto erhält keine Nachrichten mehr")).toContain("Handwerkskammer");
    const before = hwk.reads().length;
    await office.writes("rückmeldung für HWK zusage per Telefon");
    await office.sees("eingetragen");
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(hwk.reads().length).toBe(before);
    expect(office.reads().filter((text) => text.includes("Ein Konto erhält keine Nachrichten mehr"))).toHaveLength(1);
  });

  test("nothing anybody said or is called stands in the log", () => {
    for (const word of ["Stellvertretung", "Delegierte", "absage", "example.org", "Person 1"]) expect(stage.printed()).not.toContain(word);
  });
});
