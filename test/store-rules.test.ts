// Rules both stores share, held against the bot itself; store-rules.list.ts names every rule of both and the test that holds it.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Language, languages, wordLists } from "../locales/index.ts";
import { typed } from "../locales/words.ts";
import { buttonsOf, type Card } from "../src/card.ts";
import { gallery, walk } from "../src/testing/gallery.ts";
import { krefeld } from "../src/testing/roster.ts";
import { withStrangers } from "../src/testing/tour.ts";
import { World } from "../src/testing/world.ts";
import { addDays, at } from "../src/time.ts";
import { rules } from "./store-rules.list.ts";
import { people } from "./store-rules.ts";

jest.setTimeout(120_000);

const inLanguage = (language: Language): World => {
  const world = new World(at("2026-09-09", "10:00"), withStrangers(krefeld(language)));
  world.language = language;
  return world;
};

const rowsOf = (card: Card | undefined): readonly string[] => card?.elements.flatMap((it) => (it.type === "rows" ? it.rows : [])) ?? [];

const root = path.join(import.meta.dirname, "..");
const text = (name: string): string => readFileSync(path.join(root, name), "utf8");

test("every rule in the list names a test that is there", () => {
  expect(rules.length).toBeGreaterThan(60);
  for (const { store } of rules) expect(["both", "Slack", "Teams"]).toContain(store);
  expect(rules.filter(({ file, title }) => !existsSync(path.join(root, file)) || !text(file).includes(`"${title}"`))).toEqual([]);
});

describe("no dead end", () => {
  /** Cards on which nothing can be pressed, each with the reason why nobody is left standing there. */
  const ends: Readonly<Record<string, string>> = {
    "callback.note": "asks the office to ring somebody who has no seat: what is to be done is done by telephone",
    "link.locked": "names the time from which a code may be tried again; until then there is nothing to press",
    "meeting.moved.substitute": "says that the delegate answers, and that nothing is to be done",
    "once.again": "in a window: says that it was stored before; the window is closed",
    privacy: "to somebody the bot does not know: names who is responsible, by telephone and address, and who gives information and erases",
    "programme.live": "shows who speaks now; it is repainted by whoever leads through the programme",
    "programme.live.none": "says that nobody speaks at present",
    "programme.public": "in a channel: the whole programme, to be read",
    "round.live": "shows which question is called; it is repainted by whoever steers the round",
    "round.live.done": "says that all questions are called; it is repainted when the round ends",
    "round.live.paused": "says that the round pauses; it is repainted when it goes on",
    "smalltalk.thanks": "answers thanks",
    "stale.replaced": "an older message: says which one has taken its place",
    "substitute.over": "says that the meeting does not take place, and that nothing is to be done",
    "substitute.withdrawn": "says that nobody is needed any more, and that nothing is to be done",
    "task.confirmed": "says that the task is completed",
    "task.handover.declined": "says that the task stays where it was",
    "task.handover.done": "says with whom the task is now",
    "task.taken": "says who has taken the task, and that nothing is to be done",
    "unknown.channel": "in a channel: says where to go on, in the direct chat",
  };

  test.each(languages)("a card with nothing to press is one of the ends with a reason, and each of these is still one, in %s", async (language) => {
    const cards = [...(await gallery(language)).cards, ...(await gallery(language, "long")).cards];
    const pressed = ({ elements }: Card) => elements.some(({ type }) => type === "buttons" || type === "choice" || type === "form");
    const found = new Set(cards.filter(({ card }) => !pressed(card)).map(({ name }) => name));
    expect([...found].sort()).toEqual(Object.keys(ends).sort());
  });

  test.each(languages)("every word the help names to somebody is understood when they type it, in %s", async (language) => {
    const { entries } = wordLists[language];
    const broken: string[] = [];
    let asked = 0;
    for (const who of people)
      for (const name of typed) {
        const { word, activity } = entries[name];
        const phrase = [word, activity].filter((part) => part).join(" ");
        const world = inLanguage(language);
        await world.say("office", "sitzung neu am 07.10.2026");
        await world.say(who, entries["help.show"].word);
        // The office reads a noun with all that can be done with it, everybody else a line for each word.
        const rows = rowsOf(world.newest(who)?.card).map((row) => [row.split(" – ")[0] ?? "", ...row.split(" · ")]);
        if (!rows.some(([line, noun, ...more]) => line === phrase || (noun === word && (!activity || more.includes(activity))))) continue;
        asked++;
        const outcome = await world.say(who, phrase);
        const why = "silent" in outcome ? "no answer" : "refuse" in outcome ? outcome.refuse : "";
        if (["no answer", "not_understood", "usage", "bad_input", "role"].includes(why)) broken.push(`${who}, ${phrase}: ${why}`);
      }
    expect(asked).toBeGreaterThan(80);
    expect(broken).toEqual([]);
  });

  test.each(languages)("a link opens nothing but a file or the calendar, and says so, in %s", async (language) => {
    const { cards } = await gallery(language);
    const links = cards.flatMap(({ card }) => buttonsOf(card).filter((button) => "url" in button));
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter(({ label }) => !/Datei|file|Kalender|Calendar/.test(label))).toEqual([]);
  });
});

describe("no spam", () => {
  test("time alone writes to nobody: without a meeting or a task only the office hears that mandates are to be checked", async () => {
    const world = inLanguage("de");
    for (let days = 1; days <= 120; days++) await world.clock(at(addDays("2026-09-09", days), "10:00"));
    expect(world.store.rows("Delivery").map(({ kind, personId }) => [kind, personId])).toEqual([["review", "office"]]);
  });

  test("whoever has taken the bot away gets nothing of an invitation, its reminders, a new day and a cancellation", async () => {
    const world = new World();
    await world.gesture("ihk-1", { left: true });
    await world.say("office", "sitzung neu am 07.10.2026");
    await world.tap("office", "meeting.invite");
    await world.tap("office", "meeting.inviteNow");
    for (let days = 1; days <= 27; days++) await world.clock(at(addDays("2026-09-09", days), "10:00"));
    await world.say("office", "sitzung ändern am 14.10.2026");
    await world.tap("office", "meeting.move");
    await world.say("office", "sitzung absagen");
    await world.fill("office", { note: "Wir laden neu ein." });
    expect(world.messages("dgb-1").length).toBeGreaterThan(2);
    expect(world.messages("ihk-1")).toEqual([]);
  });

  test("everybody the bot writes to unasked reaches the settings by one word, and finds there the rest, the language and the account", async () => {
    const worlds = await walk("de", "usual", (now, rows) => new World(now, rows));
    const strange: string[] = [];
    let asked = 0;
    for (const world of worlds) {
      const unasked = world.store.rows("Delivery").filter(({ kind, state }) => kind !== "answer" && kind !== "welcome" && state === "sent");
      for (const who of new Set(unasked.map(({ personId }) => personId))) {
        const account = world.store.rows("Account").find(({ personId, receives, reachable }) => personId === who && receives && reachable);
        if (account?.messenger !== "test") continue;
        asked++;
        await world.say(account.user, "einstellungen");
        const shown = world.newest(account.user)?.card;
        await world.tap(account.user, "settings.change");
        const fields = world.formOf(account.user)?.fields.map(({ name }) => name) ?? [];
        if (shown?.name !== "settings" || !fields.includes("until") || !fields.includes("language")) strange.push(`${who}: ${shown?.name} ${fields}`);
      }
    }
    expect(asked).toBeGreaterThan(200);
    expect(strange).toEqual([]);
  });
});

describe("privacy and support", () => {
  test.each(people)("%s reads by one word who is responsible and how to reach them, what is stored and how it is erased", async (who) => {
    for (const [language, word, said] of [
      ["de", "datenschutz", /Verantwortlich: Stadt Krefeld.*02151 86-0.*Gespeichert: .*Nicht gespeichert: .*(datenschutz löschen|Löschung erhalten Sie bei)/s],
      ["en", "privacy", /Responsible: Stadt Krefeld.*02151 86-0.*Stored: .*Not stored: .*(privacy erase|erases it)/s],
    ] as const) {
      const world = inLanguage(language);
      await world.say(who, word);
      expect(world.text(who)).toMatch(said);
    }
  });

  test.each(people)("the help leads %s to the office, and the office to the members", async (who) => {
    const world = inLanguage("de");
    await world.say(who, "hilfe");
    expect([...world.labels(who), world.text(who)].join("\n")).toMatch(who === "office" ? /^Mitglieder$/m : /^Bitte um Rückruf$|Geschäftsstelle: 02151 86-0/m);
  });
});

describe("the listings", () => {
  const slack = JSON.parse(text("manifest/slack.http.json")).display_information;
  const teams = JSON.parse(text("manifest/teams/manifest.json"));
  const english = JSON.parse(text("manifest/teams/en.json"));
  const texts = [
    ["Slack", slack.name, slack.description, slack.long_description],
    ["Teams, German", teams.name.short, teams.description.short, teams.description.full],
    ["Teams, English", english["name.short"], english["description.short"], english["description.full"]],
  ] as const;
  const products = /\b(Slack|Slackbot|Microsoft|MS|MSFT|Teams|Office|Azure|Outlook|Excel|Word|SharePoint|OneDrive)\b/;
  const claims = /\b(app|free|kostenlos|gratis|best\w*|top|ranked|führend\w*|certified|zertifiziert\w*|powered by|guaranteed|garantiert\w*|\d+ ?%)\b/i;

  test.each(texts)("%s: the name is no product's and no feature's of the messenger", (_, name) => {
    expect(name).not.toMatch(products);
    expect(name).not.toMatch(/^(Chat|Contacts|Calendar|Calls|Files|Activity|Apps|Help|Kontakte|Kalender|Anrufe|Dateien|Aktivität|Hilfe)$/i);
  });

  test.each(texts)("%s: the short description is one sentence of at most ten words without the name, markup or claims", (_, name, short) => {
    expect(short.split(/\s+/).length).toBeLessThanOrEqual(10);
    expect(short.match(/[.!?](\s|$)/g)).toHaveLength(1);
    for (const wrong of [new RegExp(name, "i"), products, claims, /[*_`<>]|:\w+:/]) expect(short).not.toMatch(wrong);
  });

  test.each(texts)("%s: the long description says what the bot does, how to get access and how to get help, and claims nothing", (_, _name, _short, long) => {
    expect(long.split(/\s+/).length).toBeLessThanOrEqual(500);
    for (const said of [/Sitzungen|meetings/, /Code der Geschäftsstelle|code from the office/, /„hilfe“|“help”/]) expect(long).toMatch(said);
    for (const wrong of [products, claims, /AppSource|https?:/]) expect(long).not.toMatch(wrong);
  });
});
