// The whole story of one meeting, told in Slack and in Teams at once: invited, answered, presented, asked, held, agreed, reminded of.
// The page only moves the bot's clock; whoever is in neither messenger has a chat there and says nothing.
import { addDays, type Day, showDay } from "../../src/time.ts";
import { hasLocalSlack } from "./slack-local.ts";
import type { Person as SlackPerson } from "./slack-people.ts";
import type { Person as TeamsPerson } from "./teams-people.ts";
import { counts, openStory, placeOf, type Reader, type Story, sees, slackChannel, thirdWednesdayOfNovember } from "./whole-story-cast.ts";

const local = hasLocalSlack() ? describe : describe.skip;
jest.setTimeout(180_000);

const meeting = thirdWednesdayOfNovember();
const day = (away: number): Day => addDays(meeting, away);
const read = (it: Day): string => showDay(it, "de");

const talk = { "Worum geht es?": "Lotsen begleiten junge Menschen.", Art: "neues Projekt" };
const titles = { ihk: "Ausbildungslotsen", dgb: "Gute Arbeit" };
const asked = {
  first: "Wie viele Teilzeitausbildungen sind geplant?",
  second: "Welche Angebote gibt es für Beschäftigte in Schichtarbeit?",
  unnamed: "Wie lange dauert es bis zum ersten Gespräch?",
};
const answer = "Geplant sind vierzig Plätze.";
const outcome = "Antwort liegt allen vor";

local("the whole story of a meeting in Slack and in Teams", () => {
  let story: Story;
  let office: Story["office"];
  const slack = {} as Record<"ihk" | "spd" | "jobcenter", SlackPerson>;
  const teams = {} as Record<"dgb" | "cdu" | "agentur" | "substitute" | "lead", TeamsPerson>;
  /** Of the question without a name: what its dialog showed, once. */
  const unnamed = { code: "", receipt: "" };
  /** Each of these reads it exactly once, and nobody else at all. */
  async function onlyOnceEach(words: string, readers: readonly Reader[]): Promise<void> {
    for (const it of readers) await sees(it, words);
    const all = [office.slack, office.teams, ...Object.values(slack), ...Object.values(teams)];
    expect(await Promise.all(all.map((it) => counts(it, words)))).toEqual(all.map((it) => (readers.includes(it) ? 1 : 0)));
  }

  beforeAll(async () => {
    story = await openStory(["U02IHK", "U03SPD", "U04JC"]);
    office = story.office;
  });
  afterAll(() => story?.close());

  test("the office lets three delegates in through Slack, and three, a substitute and the head through Teams", async () => {
    slack.ihk = await story.inSlack("U02IHK", "IHK");
    slack.spd = await story.inSlack("U03SPD", "Delegierte Person 1, SPD-Fraktion");
    slack.jobcenter = await story.inSlack("U04JC", "Jobcenter");
    teams.dgb = await story.inTeams("bernd", "DGB");
    teams.cdu = await story.inTeams("cem", "Delegierte Person 1, CDU-Fraktion");
    teams.agentur = await story.inTeams("dora", "Agentur für Arbeit");
    teams.substitute = await story.inTeams("eva", "Stellvertretung 1, Jobcenter");
    teams.lead = await story.inTeams("finn", "OB");
  });

  test("the office creates the meeting in Slack and invites, and everybody gets one invitation, where they are", async () => {
    await story.moves(day(-30), "10:00");
    await office.slack.commands("sitzung neu");
    await office.slack.getsWindow("Sitzung anlegen");
    expect(await office.slack.sends({ Tag: meeting })).toEqual({});
    await sees(office.slack, `Entwurf: Sitzung am ${read(meeting)}`);
    await office.slack.presses("Einladung vorbereiten");
    await office.slack.presses("26 Einladungen senden");
    await onlyOnceEach("Einladung: Krefelder Bündnis für Arbeit", [...Object.values(slack), teams.dgb, teams.cdu, teams.agentur, teams.lead]);
  });

  test("they answer by a button, in their own words, and through a substitute who answers in the other messenger", async () => {
    await slack.ihk.presses("Ich komme");
    await slack.spd.writes("wir sind dabei");
    await teams.cdu.presses("Ich komme");
    for (const it of [slack.ihk, slack.spd, teams.cdu]) await sees(it, "Ihre Zusage ist eingetragen", "zugesagt, ganze Sitzung");
    await teams.dgb.writes("Komme erst ab 15 Uhr");
    await sees(teams.dgb, "Ihre Zusage ist eingetragen", "zeitweise: 15:00–");
    await slack.jobcenter.presses("Vertretung kommt");
    await slack.jobcenter.presses("Stellvertretung 1");
    await sees(slack.jobcenter, "Vertretung benannt", "Bestätigung steht aus");
    await sees(teams.substitute, "Sie sind als Vertretung benannt");
    await teams.substitute.presses("Ich komme");
    await sees(slack.jobcenter, "Ihre Vertretung ist eingetragen", "Vertretung bestätigt");
  });

  test("one delegate registers a talk in a window of Slack, another in a card of Teams", async () => {
    await slack.ihk.commands("redebeitrag neu");
    await slack.ihk.getsWindow("Redebeitrag anmelden");
    expect(await slack.ihk.sends({ Titel: titles.ihk, ...talk })).toEqual({});
    await teams.dgb.writes("redebeitrag neu");
    await teams.dgb.presses("Anmelden", { Titel: titles.dgb, ...talk });
    for (const it of [slack.ihk, teams.dgb]) await sees(it, "Ihr Redebeitrag ist angemeldet");
  });

  test("a delegate of the SPD asks with her name in Slack, and one of the CDU without his in Teams", async () => {
    for (const [text, to] of [
      [asked.first, "Agentur für Arbeit"],
      [asked.second, "Jobcenter"],
    ] as const) {
      await slack.spd.commands("frage neu");
      await slack.spd.getsWindow("Frage einreichen");
      expect(await slack.spd.sends({ "Ihre Frage": text, "Frage an": to, "Ihr Name": "Mit Namen" })).toEqual({});
      await sees(slack.spd, "ist eingegangen", text);
    }
    await teams.cdu.writes("frage neu");
    // The playground has no dialogs: the bot is asked as Teams asks it, task/fetch and task/submit.
    const dialog = await teams.cdu.opens("Frage einreichen");
    const before = teams.cdu.reads();
    const sent = await teams.cdu.sends(dialog, {
      "Ihre Frage": asked.unnamed,
      "Frage an": "Agentur für Arbeit",
      "Ihr Name": "Ohne Namen: Name und Fraktion werden nicht gespeichert. Das bleibt so.",
    });
    unnamed.receipt = /Q-\w{4}-\w{4}/.exec(JSON.stringify(sent))?.[0] ?? "";
    unnamed.code = /Frage (F-\d+) ist eingegangen/.exec(JSON.stringify(sent))?.[1] ?? "";
    expect([unnamed.receipt, unnamed.code]).not.toContain("");
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(teams.cdu.reads()).toEqual(before);
    for (const word of [unnamed.receipt, asked.unnamed]) expect((await story.kept()).filter((it) => it.includes(word))).toEqual([]);
  });

  test("the office releases the programme, and both speakers confirm", async () => {
    await story.moves(day(-13), "10:00");
    await office.slack.commands("programm veröffentlichen");
    await office.slack.presses("Freigeben (2 Personen)");
    for (const it of [slack.ihk, teams.dgb]) {
      await sees(it, "Ihr Redebeitrag ist im Programm");
      await it.presses("Bestätigen");
      await sees(it, "Ihr Redebeitrag ist bestätigt");
    }
    await teams.cdu.mentions("programm", "channel");
    await sees(teams.agentur, "Programm: Sitzung am", titles.ihk, titles.dgb);
  });

  test("the office is told of three questions, in one messenger only, and admits them; only who gave a name hears of it", async () => {
    await onlyOnceEach("3 Fragen zu prüfen", [office.teams]);
    await office.teams.presses("Prüfen");
    for (const code of ["F-1", "F-2", unnamed.code]) {
      await office.teams.presses("Zulassen");
      await sees(office.teams, `${code} ist zugelassen`);
      if (code !== unnamed.code) await office.teams.presses("Nächste Frage");
    }
    for (const code of ["F-1", "F-2"]) await onlyOnceEach(`Frage ${code} ist zugelassen`, [slack.spd]);
    await onlyOnceEach(`Frage ${unnamed.code} ist`, []);
  });

  test("whoever has not answered is reminded by itself, once and where they are", async () => {
    await story.moves(day(-9), "10:00");
    await onlyOnceEach(`Erinnerung: Sitzung am ${read(meeting)}`, [teams.agentur, teams.lead]);
    for (const it of [teams.agentur, teams.lead]) {
      await it.presses("Ich komme");
      await sees(it, "Ihre Zusage ist eingetragen");
    }
  });

  test("each organisation is asked in one message, answers in writing, and whoever asked reads the answer", async () => {
    await story.moves(day(-8), "10:00");
    await onlyOnceEach("2 Fragen an Agentur für Arbeit", [teams.agentur]);
    await onlyOnceEach("1 Frage an Jobcenter", [slack.jobcenter]);
    await sees(teams.agentur, `F-1 · SPD-Fraktion · ${asked.first}`, `${unnamed.code} · ohne Namen · ${asked.unnamed}`);
    const dialog = await teams.agentur.opens("Vorab antworten");
    expect(await teams.agentur.sends(dialog, { Frage: `F-1 · ${asked.first}`, Antwort: answer })).toBeUndefined();
    await sees(teams.agentur, "Antwort auf F-1 ist veröffentlicht");
    await sees(slack.spd, "Frage F-1 ist beantwortet", "vorab beantwortet", answer);
    // What is missing for a talk is asked for on the same day, in the messenger of whoever speaks.
    await onlyOnceEach("Zu Ihrem Redebeitrag fehlt noch etwas", [slack.ihk, teams.dgb]);
  });

  test("on the day before, whoever comes is reminded: the substitute, and not the delegate in whose place she comes", async () => {
    await story.moves(meeting, "15:40");
    const others = [slack.ihk, slack.spd, teams.dgb, teams.cdu, teams.agentur, teams.lead];
    await onlyOnceEach(`Morgen: Sitzung am ${read(meeting)}`, [...others, teams.substitute]);
    await onlyOnceEach("Letzte Erinnerung", []);
  });

  test("the head and the office run the round, each in a direct chat, and the live card changes in both channels", async () => {
    await slack.ihk.mentions("runde", slackChannel);
    await teams.dgb.mentions("runde", "channel");
    const begin = "Die Fragerunde hat noch nicht begonnen";
    const [inSlack, inTeams] = [await placeOf(slack.spd, begin), await placeOf(teams.cdu, begin)];
    /** The cards that were there change: no new ones come. */
    async function change(...words: readonly string[]): Promise<void> {
      await Promise.all([slack.spd, teams.cdu].map((it) => sees(it, ...words)));
      expect((await slack.spd.reads())[inSlack]).toContain(words[0]);
      expect(teams.cdu.reads()[inTeams]).toContain(words[0]);
    }
    await teams.lead.writes("runde start");
    await change("Fragerunde läuft: Frage 1 von 2", `${unnamed.code} · ohne Namen`, asked.unnamed);
    await teams.lead.presses("Beantwortet");
    await change("Fragerunde läuft: Frage 2 von 2", "F-2 · SPD-Fraktion", asked.second);
    await office.slack.writes("runde schriftlich");
    await change("Alle Fragen sind aufgerufen", "1 beantwortet, 1 schriftlich");
    await sees(teams.lead, "Alle Fragen sind aufgerufen", "Runde beenden");
    await office.slack.writes("runde ende");
    await sees(office.slack, "Fragerunde beenden?");
    await office.slack.presses("Runde beenden");
    await change("Fragerunde beendet", "1 von 2", "F-2, bis");
    await sees(slack.spd, "Zu Frage F-2 steht die Antwort aus");
    for (const it of [slack.spd, teams.cdu]) expect(await counts(it, begin)).toBe(0);
  });

  test("what is to follow in writing becomes a task, which the organisation takes", async () => {
    await office.slack.presses("1 Aufgabe anlegen");
    await office.slack.getsWindow("Aufgaben anlegen");
    expect(await office.slack.sends({})).toEqual({});
    await sees(office.slack, "1 Aufgabe ist angelegt", "A-1 · F-2 schriftlich beantworten · Jobcenter");
    await onlyOnceEach("Neue Aufgabe A-1", [slack.jobcenter]);
    await slack.jobcenter.presses("Annehmen");
    await sees(slack.jobcenter, "A-1: Frage F-2 schriftlich beantworten", "angenommen");
  });

  test("the office reads the same replies, questions and tasks in Slack and in Teams", async () => {
    for (const [words, title, facts, least] of [
      ["rückmeldung", "Rückmeldungen: Sitzung am", /\d+ von \d+ Sitzen[^\n]*|\d+ abgesagt · [^\n]+|[^\n•]+ · \d+ von \d+ · [^\n]+/g, 2],
      ["frage liste", "Fragenliste zur Sitzung am", /F-\d+ · [^\n]+/g, 3],
      ["aufgabe liste", "davon 0 überfällig", /A-\d+ · [^\n]+/g, 1],
    ] as const) {
      await office.slack.writes(words);
      await office.teams.writes(words);
      const [inSlack, inTeams] = await Promise.all([sees(office.slack, title), sees(office.teams, title)]);
      expect(inSlack.match(facts)?.length).toBeGreaterThanOrEqual(least);
      expect(inTeams.match(facts)?.map((it) => it.trim())).toEqual(inSlack.match(facts)?.map((it) => it.trim()));
    }
    await sees(office.teams, "7 von", "davon 1 durch Vertretung", "0 abgesagt · 0 noch unklar");
  });

  test("the task is reminded of by itself, reported done in Slack, and confirmed by the office in Teams", async () => {
    await story.moves(day(9), "12:00");
    await onlyOnceEach(`Aufgabe A-1 ist bis ${read(day(14))} vereinbart`, [slack.jobcenter]);
    await slack.jobcenter.writes(`A-1 erledigt ${outcome}`);
    await sees(slack.jobcenter, "A-1 ist erledigt gemeldet", outcome);
    await onlyOnceEach("A-1: Erledigung bestätigen?", [office.teams]);
    await office.teams.presses("Bestätigen");
    await sees(office.teams, "A-1 ist abgeschlossen", outcome);
    await sees(slack.jobcenter, "A-1 ist abgeschlossen");
  });

  test("to the end no message holds the receipt, and none says who asked without a name", async () => {
    const kept = await story.kept();
    expect(kept.filter((it) => it.includes(unnamed.receipt))).toEqual([]);
    const about = kept.filter((it) => it.includes(asked.unnamed) || new RegExp(`${unnamed.code}\\b`).test(it));
    expect(about.length).toBeGreaterThan(0);
    expect(about.filter((it) => /CDU|29:cem/.test(it))).toEqual([]);
    expect(await counts(teams.cdu, asked.unnamed)).toBe(0);
  });

  test("nothing anybody wrote or is called stands in the log, and the page has nothing to complain of", () => {
    const written = [...Object.values(titles), ...Object.values(asked), ...Object.values(talk), answer, outcome, "dabei", "15 Uhr", unnamed.receipt];
    for (const word of [...written, "Delegierte", "Stellvertretung", "example.org"]) expect(story.bot.printed()).not.toContain(word);
    expect(story.complaints).toEqual([]);
  });
});
