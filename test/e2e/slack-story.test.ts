// The story of an invitation in Slack: the office creates and invites, three delegates answer in three ways, the office sees it.

import { type RunningBot, startBot } from "./slack-bot.ts";
import { freePort, hasLocalSlack, type LocalSlack, startLocalSlack } from "./slack-local.ts";
import { type People, type Person, people } from "./slack-people.ts";

const local = hasLocalSlack() ? describe : describe.skip;

/** A Wednesday about ten weeks from now, as YYYY-MM-DD and as people read it. */
function someWednesday(): { readonly day: string; readonly read: string } {
  const it = new Date();
  it.setUTCDate(it.getUTCDate() + 70 + ((3 - it.getUTCDay() + 7) % 7));
  const [year, month, date] = it.toISOString().slice(0, 10).split("-");
  return { day: `${year}-${month}-${date}`, read: `Mi, ${date}.${month}.${year}` };
}

local("an invitation in Slack", () => {
  let slack: LocalSlack;
  let bot: RunningBot;
  let all: People;
  let office: Person;
  const meeting = someWednesday();

  beforeAll(async () => {
    const port = await freePort();
    slack = await startLocalSlack({
      users: [
        { id: "U01OFFICE", name: "Geschäftsstelle", email: "office@example.org" },
        { id: "U02IHK", name: "Delegierte Person, IHK" },
        { id: "U03DGB", name: "Delegierte Person, DGB" },
        { id: "U04HWK", name: "Delegierte Person, HWK" },
      ],
      requestUrl: `http://127.0.0.1:${port}/slack/events`,
    });
    bot = await startBot(slack, port, { ORGANISER_EMAILS: "office@example.org", TRUSTED_WORKSPACES: `slack:${slack.tenant}` });
    all = await people(slack);
    office = await all.person("U01OFFICE");
  });
  afterAll(async () => {
    all?.close();
    await bot?.stop();
    await slack?.stop();
  });

  /** Lets somebody in: the office makes a code, the person sends it to the bot. */
  async function letIn(id: string, organisation: string): Promise<Person> {
    await office.commands(`mitglied zugang ${organisation}`);
    const code = /Z-\w{4}-\w{4}/.exec(await office.sees("Der Zugangscode ist erstellt"))?.[0] ?? "";
    const person = await all.person(id);
    await person.writes(code);
    await person.sees("Willkommen beim Bündnisbot");
    return person;
  }

  test("from the draft to the last reply", async () => {
    await office.writes("hallo");
    await office.sees("Willkommen beim Bündnisbot");
    const ihk = await letIn("U02IHK", "IHK");
    const dgb = await letIn("U03DGB", "DGB");
    const hwk = await letIn("U04HWK", "HWK");

    await office.commands("sitzung neu");
    await office.getsWindow("Sitzung anlegen");
    expect(await office.sends({ Tag: meeting.day })).toEqual({});
    await office.sees(`Entwurf: Sitzung am ${meeting.read}`);
    await office.presses("Einladung vorbereiten");
    await office.sees("Vorschau: Einladung");
    await office.presses("Sofort senden", "3 Einladungen senden");

    for (const delegate of [ihk, dgb, hwk]) await delegate.sees("Einladung: Krefelder Bündnis für Arbeit");
    await ihk.presses("Ich komme");
    await ihk.sees("Ihre Zusage ist eingetragen");
    await dgb.writes("absage");
    await dgb.sees("Ihre Absage ist eingetragen");
    await hwk.presses("Vertretung kommt");
    await hwk.presses("Andere Person");
    await hwk.getsWindow("Vertretung benennen");
    expect(await hwk.sends({ "Vor- und Nachname": "Stellvertretung 1" })).toEqual({});
    await hwk.sees("Vertretung benannt");

    await office.commands("rückmeldung");
    const overview = await office.sees(`Rückmeldungen: Sitzung am ${meeting.read}`);
    expect(overview).toMatch(/2 von \d+ Sitzen, davon 1 durch Vertretung/);
    expect(overview).toContain("1 abgesagt · 0 noch unklar");
  });

  test("an answer takes the place of the question, and the last one counts", async () => {
    const ihk = await all.person("U02IHK");
    const invitations = async () => (await ihk.reads()).filter((text) => text.includes("Einladung: Krefelder Bündnis"));
    expect(await invitations()).toEqual([]);
    await ihk.presses("Ändern");
    await ihk.sees("Rückmeldung ändern");
    await ihk.presses("Ich kann nicht");
    await ihk.sees("Ihre Absage ist eingetragen");
    expect(await invitations()).toEqual([]);
    await office.commands("rückmeldung");
    await office.sees("2 abgesagt · 0 noch unklar");
    expect(await ihk.opensHome()).toContain(meeting.read);
  });

  test("nothing anybody said or is called stands in the log", () => {
    for (const word of ["Stellvertretung", "Delegierte", "absage", "office@example.org", slack.botToken, slack.signingSecret])
      expect(bot.printed()).not.toContain(word);
  });
});
