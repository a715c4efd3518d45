// One meeting in three messengers at once: people in Slack, in Teams and on the local page, and one person in two of them.
import { addDays, dayOf, weekday } from "../../src/time.ts";
import { type Chat, choose, moveClock, openBrowser } from "./page-world.ts";
import { type RunningBot, startBot } from "./slack-bot.ts";
import { freePort, hasLocalSlack, type LocalSlack, startLocalSlack } from "./slack-local.ts";
import { type People, people, type Person as SlackPerson } from "./slack-people.ts";
import { someWednesday } from "./teams-bot.ts";
import { person, type Person as TeamsPerson } from "./teams-people.ts";
import { type Name, type Playground, startPlayground, tenant } from "./teams-playground.ts";

const local = hasLocalSlack() ? describe : describe.skip;

local("one meeting in Slack, in Teams and on the page", () => {
  let slack: LocalSlack;
  let playground: Playground;
  let bot: RunningBot;
  let inSlack: People;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let url: string;
  const meeting = someWednesday();
  const invitation = "Einladung: Krefelder Bündnis für Arbeit";

  /** The office has an account in each, everybody else where the story needs them. */
  const office = {} as { slack: SlackPerson; teams: TeamsPerson; page: Chat };
  const both = {} as { slack: SlackPerson; teams: TeamsPerson };
  let ihk: SlackPerson;
  let dgb: TeamsPerson;
  let hwk: Chat;

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    [slack, playground] = await Promise.all([
      startLocalSlack({
        users: [
          { id: "U01OFFICE", name: "Geschäftsstelle", email: "office@example.org" },
          { id: "U02IHK", name: "Delegierte Person, IHK" },
          { id: "U03WFG", name: "Delegierte Person, WfG" },
        ],
        requestUrl: `${url}/slack/events`,
      }),
      startPlayground(`${url}/api/messages`),
    ]);
    bot = await startBot(slack, port, {
      ...{ TEAMS_PLAYGROUND: "yes", LOCAL_PAGE: "yes", ORGANISER_EMAILS: "office@example.org" },
      TRUSTED_WORKSPACES: `slack:${slack.tenant} teams:${tenant}`,
    });
    inSlack = await people(slack);
    browser = await openBrowser(url);
  });
  afterAll(async () => {
    inSlack?.close();
    await browser?.close();
    await bot?.stop();
    await Promise.all([slack?.stop(), playground?.stop()]);
  });

  const inTeams = (name: Name): TeamsPerson => person({ playground, botUrl: url }, name);
  const onPage = async (label: string): Promise<Chat> => choose(await browser.open("/"), label);
  /** The newest code the office reads in Slack that it has not handed out yet. */
  const handedOut = new Set<string>();
  async function newCode(): Promise<string> {
    for (let tries = 0; tries < 100; tries++) {
      const codes = (await office.slack.reads()).flatMap((text) => text.match(/Z-\w{4}-\w{4}/g) ?? []);
      const fresh = codes.find((code) => !handedOut.has(code));
      if (fresh) {
        handedOut.add(fresh);
        return fresh;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("No code came.");
  }
  async function codeFor(organisation: string): Promise<string> {
    await office.slack.writes(`mitglied zugang ${organisation}`);
    return newCode();
  }

  test("the office links its accounts in Slack and in Teams, and lets the others in", async () => {
    office.slack = await inSlack.person("U01OFFICE");
    await office.slack.writes("hallo");
    await office.slack.sees("Willkommen beim Bündnisbot");
    await office.slack.writes("einstellungen");
    await office.slack.presses("Weiteres Konto");
    office.teams = inTeams("anna");
    await office.teams.writes(await newCode());
    await office.teams.sees("Ihr Teams-Konto ist verknüpft");

    ihk = await inSlack.person("U02IHK");
    await ihk.writes(await codeFor("IHK"));
    await ihk.sees("Ihr Slack-Konto ist verknüpft");
    dgb = inTeams("bernd");
    await dgb.writes(await codeFor("DGB"));
    await dgb.sees("Ihr Teams-Konto ist verknüpft");
    both.slack = await inSlack.person("U03WFG");
    await both.slack.writes(await codeFor("WfG"));
    await both.slack.sees("Ihr Slack-Konto ist verknüpft");
    both.teams = inTeams("cem");
    await both.teams.writes(await codeFor("WfG"));
    expect(await both.teams.sees("Ihr Teams-Konto ist verknüpft")).toMatch(/Slack.*Teams/);
  });

  test("each delegate gets the invitation once, in the account linked last", async () => {
    const page = await browser.open("/");
    office.page = await choose(page, "Geschäftsstelle");
    // The page's clock is the bot's: at a working hour nothing waits for one.
    const monday = addDays(dayOf(new Date()), 8 - weekday(dayOf(new Date())));
    await moveClock(page, { day: monday, clock: "10:00" });
    await office.slack.commands("sitzung neu");
    await office.slack.getsWindow("Sitzung anlegen");
    expect(await office.slack.sends({ Tag: meeting.day })).toEqual({});
    await office.slack.sees(`Entwurf: Sitzung am ${meeting.read}`);
    await office.slack.presses("Einladung vorbereiten");
    await office.slack.sees("Vorschau: Einladung");
    await office.slack.presses("26 Einladungen senden");

    await ihk.sees(invitation);
    await dgb.sees(invitation);
    await both.teams.sees(invitation);
    hwk = await onPage("Delegierte Person, Handwerkskammer");
    await hwk.sees(/^Einladung/);
    // The same person elsewhere has heard nothing.
    expect((await both.slack.reads()).join()).not.toContain(invitation);
    for (const label of ["Delegierte Person, IHK", "Delegierte Person, DGB", "Delegierte Person, WfG"]) {
      const chat = await onPage(label);
      expect(await chat.pane.getByRole("heading", { name: /^Einladung/ }).count()).toBe(0);
    }
    expect(both.teams.reads().filter((text) => text.includes(invitation))).toHaveLength(1);
  });

  test("everybody answers where they are, and the office's overview is right in all three", async () => {
    await office.slack.writes("rückmeldung");
    await office.teams.writes("rückmeldung");
    await office.page.says("rückmeldung");
    const title = `Rückmeldungen: Sitzung am ${meeting.read}`;
    await office.slack.sees(title);
    await office.teams.sees(title);
    const shown = await office.page.sees(title);

    await ihk.presses("Ich komme");
    await ihk.sees("Ihre Zusage ist eingetragen");
    await dgb.writes("absage");
    await dgb.sees("Ihre Absage ist eingetragen");
    await hwk.presses("Ich komme");
    await hwk.sees("Ihre Zusage ist eingetragen");

    const counted = /2 von \d+ Sitzen[\s\S]*1 abgesagt · 0 noch unklar/;
    await shown.getByText("1 abgesagt · 0 noch unklar").waitFor();
    await shown.getByText(/2 von \d+ Sitzen/).waitFor();
    for (const overview of [await newest(office.slack, counted), await newest(office.teams, counted)]) expect(overview).toContain(title);
  });

  /** Waits until something this person can read looks like this: a repaint comes a little after the answer. */
  async function newest(reader: { reads(): readonly string[] | Promise<readonly string[]> }, wanted: RegExp): Promise<string> {
    for (let tries = 0; tries < 150; tries++) {
      const found = (await reader.reads()).findLast((text) => wanted.test(text));
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`Nothing was like ${wanted}:\n${(await reader.reads()).slice(-3).join("\n---\n")}`);
  }

  test("an answer in one messenger repaints the card in the other", async () => {
    await both.slack.writes("rückmeldung");
    await both.slack.sees("Nehmen Sie teil?");
    await both.teams.presses("Ich komme");
    await both.teams.sees("Ihre Zusage ist eingetragen");
    await both.slack.sees("Ihre Zusage ist eingetragen");
    expect((await both.slack.reads()).join()).not.toContain("Nehmen Sie teil?");

    await both.slack.presses("Ändern");
    await both.slack.presses("Ich kann nicht");
    await both.slack.sees("Ihre Absage ist eingetragen");
    await both.teams.sees("Ihre Absage ist eingetragen");
    expect(both.teams.reads().join()).not.toContain("Ihre Zusage ist eingetragen");
    for (const reader of [office.slack, office.teams]) await newest(reader, /2 abgesagt · 0 noch unklar/);
    await office.page.pane.getByText("2 abgesagt · 0 noch unklar").last().waitFor();
  });

  test("asked for in a channel, the meeting is for everybody there, and nobody's own answer is in it", async () => {
    await ihk.mentions("sitzung", "C01HALL");
    await dgb.mentions("sitzung", "channel");
    for (const shown of [await both.slack.sees("Get-Together"), await both.teams.sees("Get-Together")]) {
      expect(shown).toContain(`Sitzung am ${meeting.read}`);
      expect(shown).not.toMatch(/Ihr Stand|zugesagt|abgesagt/);
    }
    await ihk.mentions("status", "C01HALL");
    await ihk.sees("Ich habe Ihnen direkt geschrieben.");
    expect((await both.slack.reads()).join()).not.toContain("Ich habe Ihnen direkt geschrieben.");
  });

  test("whoever would rather read elsewhere says so, and the next message comes there only", async () => {
    await both.teams.writes("einstellungen");
    await both.teams.presses("Lieber in Slack");
    await both.teams.sees("Ihre Einstellungen sind gespeichert");
    await office.slack.commands("sitzung ändern ab 15:00");
    const before = both.teams.reads().length;
    await office.slack.presses("Ändern und 26 informieren");
    await both.slack.sees("15:00");
    expect(both.teams.reads().length).toBe(before);
  });

  test("nothing anybody said or is called stands in the log, and the browser has nothing to complain of", () => {
    for (const word of ["Delegierte", "absage", "example.org", slack.botToken]) expect(bot.printed()).not.toContain(word);
    expect(browser.complaints).toEqual([]);
  });
});
