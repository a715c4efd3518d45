// The same story in a browser: the office in front of the Agents Playground, others by its REST interface.
import { type Browser, chromium as driver, type Page } from "playwright-core";
import { chromium } from "../chromium.ts";
import { openStage, someWednesday, type TeamsStage } from "./teams-bot.ts";
import { type Person, person } from "./teams-people.ts";
import { bot, channel, group, type Name } from "./teams-playground.ts";

/** In the language of the browser: in a group the bot speaks before it has looked up who asks. */
const told = /Ich habe Ihnen direkt geschrieben|I have written to you directly/;

describe("Teams in a browser", () => {
  let stage: TeamsStage;
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];
  const meeting = someWednesday();

  beforeAll(async () => {
    [stage, browser] = await Promise.all([
      openStage(),
      driver.launch({ executablePath: chromium(), args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] }),
    ]);
    page = await (await browser.newContext({ viewport: { width: 1280, height: 1600 }, locale: "de-DE" })).newPage();
    page.setDefaultTimeout(15_000);
    // The playground's page wants fonts from the internet and works without.
    await page.route(/^https?:\/\/(?!127\.0\.0\.1|localhost)/, (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    await page.goto(stage.playground.url);
    await go("Personal Chat");
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
  });

  const go = (name: string) => page.getByRole("treeitem", { name }).first().click();
  const sees = (words: string | RegExp) => page.getByText(words).last().waitFor();
  const presses = (name: string) => page.getByRole("button", { name, exact: true }).last().click();
  async function writes(words: string): Promise<void> {
    await page.getByRole("textbox").last().click();
    await page.keyboard.type(words);
    await presses("Send Message");
  }
  /** Picks the bot from the list that an @ opens. */
  async function types(words: string): Promise<void> {
    await page.keyboard.type("@");
    await page.getByRole("listbox", { name: "Typeahead menu" }).getByRole("menuitem", { name: bot.name }).click();
    await page.keyboard.type(` ${words}`);
  }
  async function letIn(name: Name, organisation: string): Promise<Person> {
    const before = await page.getByText(/Code: Z-/).count();
    await writes("mitglied zugang");
    // A form in place of the card, which is there again when the answer comes as a message of its own.
    await sees("Noch ohne Zugang");
    await presses("Für eine Person");
    await page.getByLabel("Für wen *").last().fill(organisation);
    await presses("Code erstellen");
    const code = page.getByText(/Code: Z-\w{4}-\w{4}/).nth(before);
    const [found = ""] = /Z-\w{4}-\w{4}/.exec(await code.innerText()) ?? [];
    await sees("Noch ohne Zugang");
    const delegate = person(stage, name);
    await delegate.writes(found);
    await delegate.sees("Willkommen beim Bündnisbot");
    return delegate;
  }

  test("the office is welcomed, creates a meeting and invites, all on one card", async () => {
    await sees("Willkommen beim Bündnisbot");
    const delegates = [await letIn("bernd", "IHK"), await letIn("cem", "DGB")];
    await writes("sitzung neu");
    await sees("Sitzung anlegen");
    await presses("Entwurf anlegen");
    await sees("Diese Angabe fehlt noch.");
    await writes(`sitzung neu am ${meeting.read.slice(4)}`);
    await sees(`Entwurf: Sitzung am ${meeting.read}`);
    await presses("Einladung vorbereiten");
    await sees("Vorschau: Einladung zur Sitzung");
    await page
      .getByRole("button", { name: /^(Sofort senden|2 Einladungen senden)$/ })
      .last()
      .click();
    await sees(/Einladungen: \d von 2 zugestellt/);
    expect(await page.getByText("Vorschau: Einladung").count()).toBe(0);
    for (const delegate of delegates) await delegate.sees("Einladung: Krefelder Bündnis für Arbeit");
  });

  test("answers of others repaint the overview that is open", async () => {
    await writes("rückmeldung");
    await sees("Rückmeldungen: Sitzung");
    await person(stage, "bernd").presses("Ich komme");
    await sees(/^1 von \d+ Sitzen/);
    await page.getByRole("combobox", { name: "Zeigen" }).last().click();
    await page.getByRole("option", { name: "abgesagt" }).click();
    await presses("Zeigen");
    await sees("• Zu dieser Auswahl gibt es keine Rückmeldung.");
  });

  test("a message of the bot's own accord appears unasked", async () => {
    await person(stage, "cem").writes("rückruf");
    await person(stage, "cem").presses("Bitte um Rückruf");
    await sees("Delegierte Person, DGB");
  });

  test("in the group and in a thread of the channel everybody reads only where the answer is", async () => {
    await go(group.name);
    await page.getByRole("textbox").last().click();
    await types("status");
    await presses("Send Message");
    await sees(told);
    await person(stage, "bernd").mentions("status", "group");
    await page.getByText(told).nth(1).waitFor();
    await go(channel.name);
    await page.getByRole("textbox").first().click();
    await types("hilfe");
    await presses("Post");
    await sees(told);
    await go("Personal Chat");
    await sees("Ihr Stand");
  });

  test("the page asked nobody but this machine for anything it needed", () => {
    expect(asked.filter((url) => !url.includes("cdn.office.net"))).toEqual([]);
  });
});
