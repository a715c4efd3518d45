// Rules of Microsoft's store for bots in Teams, tried as its reviewers do: Teams' own activities go in, and what people there read comes out.
import { readFileSync } from "node:fs";
import path from "node:path";
import { PNG } from "pngjs";
import { adaptive, message } from "../adapters/teams/render.ts";
import { type Language, languages } from "../locales/index.ts";
import { buttonsOf } from "../src/card.ts";
import { formCard } from "../src/help/cards.ts";
import { gallery } from "../src/testing/gallery.ts";
import { brokenAnswer, inTeams, inTeamsBy, nothing, Placed, people, type teamsWays } from "./store-rules.ts";
import { nodesOf } from "./teams-schema.ts";
import { teamsWorld, type World } from "./teams-world.ts";

jest.setTimeout(120_000);

const root = path.join(import.meta.dirname, "..");
const file = (name: string): Buffer => readFileSync(path.join(root, name));
const manifest = JSON.parse(file("manifest/teams/manifest.json").toString());
const english = JSON.parse(file("manifest/teams/en.json").toString());
const [bot] = manifest.bots;

type Way = keyof typeof teamsWays;
/** How a command of a menu is given where the menu is shown. */
const waysOf: Readonly<Record<string, readonly Way[]>> = {
  personal: ["words"],
  team: ["mention in a channel"],
  groupChat: ["mention in a group", "slash in a group"],
};
const everywhere = Object.values(waysOf).flat();
const hall = "19:hall@thread.tacv2";

let door: World;
beforeAll(async () => {
  door = await teamsWorld();
});
afterAll(() => door.close());
const says = (world: Placed, who: string, way: Way, words?: string, language?: Language) => inTeamsBy(door, world, who, way, words, language);

/** The titles of a menu as people of this language see them. */
const titles = (list: number, language: Language): readonly string[] =>
  bot.commandLists[list].commands.map(({ title }: { title: string }, at: number) =>
    language === "de" ? title : english[`bots[0].commandLists[${list}].commands[${at}].title`],
  );

describe("the first sight", () => {
  test.each(people)("installed by %s, the bot sends one message that says what it does and how to begin", async (who) => {
    const { own, here } = await says(new Placed(inTeams, "de", true), who, "installed");
    expect([own.length, here]).toEqual([1, nothing]);
    expect(JSON.stringify(own)).toMatch(/Sitzungen/);
    expect(own.flatMap(buttonsOf)[0]?.label).toMatch(/Mein Stand|Sitzung anlegen|Code eingeben/);
  });

  test("added to a team, the bot greets the team once, says what it does there and how to begin, and writes to nobody", async () => {
    const world = new Placed(inTeams);
    const ways = ["installed in a team", "added to a team", "somebody joins the team", "installed in a team"] as const;
    for (const who of ["ihk-1", "nobody"]) for (const way of ways) expect((await says(world, who, way)).here).toBe(nothing);
    const [greeting, ...more] = world.messages(hall);
    expect([greeting?.twin, more]).toEqual([expect.stringMatching(/zeige ich Sitzung.*direkten Chat.*hilfe/s), []]);
    const joined = new Placed(inTeams);
    await says(joined, "ihk-1", "somebody joins the team");
    expect(joined.messages(hall)).toEqual([]);
    for (const { id } of world.store.rows("Person")) expect(world.messages(id)).toEqual([]);
    expect(world.messages("nobody")).toEqual([]);
  });

  test("no command of the menus is a prompt to start with, because the bot greets by itself", () => {
    const types = bot.commandLists.flatMap(({ commands }: { commands: { type?: string }[] }) => commands.map(({ type }) => type ?? "basic"));
    expect(new Set(types)).toEqual(new Set(["basic"]));
  });
});

describe("commands", () => {
  test("the menus are for exactly the places the app can be installed in", () => {
    expect(bot.commandLists.flatMap(({ scopes }: { scopes: string[] }) => scopes)).toEqual(bot.scopes);
    expect(Object.keys(waysOf)).toEqual(bot.scopes);
  });

  test.each(languages)("every command of every menu is answered to everybody who sees it, with a way on, in %s", async (language) => {
    const broken: string[] = [];
    for (const [list, { scopes }] of bot.commandLists.entries())
      for (const way of scopes.flatMap((scope: string) => waysOf[scope]) as Way[])
        for (const title of titles(list, language))
          for (const who of people)
            for (const invited of [false, true]) {
              const world = new Placed(inTeams, language);
              if (invited) await world.invite();
              const why = brokenAnswer(await says(world, who, way, title, language));
              if (why) broken.push(`${who}, ${way}, ${title}: ${why}`);
            }
    expect(broken).toEqual([]);
  });

  test.each([
    ["de", "hilfe", /Hilfe.*hilfe – Zeigt/s],
    ["en", "help", /Help.*help – Shows/s],
  ] as const)("help is answered in every place, in the language of whoever asks: %s", async (language, word, said) => {
    for (const way of everywhere)
      for (const who of ["ihk-1", "nobody"]) {
        const { card, own, here } = await says(new Placed(inTeams, language), who, way, word, language);
        expect([way, who, JSON.stringify(own.length > 0 ? own : here), own.length > 0]).toEqual([way, who, expect.stringMatching(said), way === "words"]);
        expect(card && buttonsOf(card).length).toBeGreaterThan(0);
      }
  });

  test.each(["Hi", "Hello", "Hallo", "Help"])("„%s“ is answered everywhere, to everybody", async (word) => {
    for (const way of everywhere)
      for (const who of people) expect([way, who, brokenAnswer(await says(new Placed(inTeams), who, way, word))]).toEqual([way, who, ""]);
  });

  test.each(["xyzxyz", "xyzxyz grmpf brr zzz", ""])("„%s“, which nobody understands, is answered with a way out", async (words) => {
    // Without a word there is no message in a chat of two.
    for (const way of words === "" ? everywhere.slice(1) : everywhere)
      for (const who of people) {
        const { card, read } = await says(new Placed(inTeams), who, way, words);
        expect([way, who, read]).toEqual([way, who, true]);
        expect(JSON.stringify(card)).toMatch(/help\.show|link\.enter|im direkten Chat/);
      }
  });
});

describe("cards", () => {
  test.each(languages)(
    "are for a phone: one column, at most six actions, text that wraps, inputs with labels and pictures with words, in %s",
    async (language) => {
      const known = /^(AdaptiveCard|TextBlock|RichTextBlock|TextRun|ActionSet|Action\.(Execute|Submit|OpenUrl)|Input\.\w+|Image|undefined)$/;
      const { cards, forms } = await gallery(language, "long");
      const contents = [
        ...cards.map(({ card, twin }) => [card.name, message(card, twin).attachments[0].content] as const),
        ...forms.map((form) => [form.name, adaptive(formCard((() => "") as never, form), form.title, { dialog: true })] as const),
      ];
      const broken = contents.flatMap(([name, content]) => {
        const nodes = nodesOf(content);
        const pressed = nodes.filter(({ type }) => String(type).startsWith("Action.")).length;
        const unlabelled = nodes.filter(({ type, label, isVisible }) => String(type).startsWith("Input.") && isVisible !== false && !label);
        return [
          ...nodes.filter(({ type }) => !known.test(String(type))).map(({ type }) => `${name}: ${type}`),
          ...(pressed > 6 ? [`${name}: ${pressed} actions`] : []),
          ...unlabelled.map(({ id }) => `${name}: ${id} without a label`),
          ...nodes.filter(({ type, wrap }) => type === "TextBlock" && wrap !== true).map(({ text }) => `${name}: ${text} does not wrap`),
          ...nodes.filter(({ type, altText }) => type === "Image" && !altText).map(() => `${name}: a picture without words`),
          ...(content.version === "1.5" ? [] : [`${name}: version ${content.version}`]),
        ];
      });
      expect(broken).toEqual([]);
    },
  );
});

describe("the app", () => {
  test("asks for nothing but the bot: no permission, no domain, no sign-in, no preview of the manifest", () => {
    const plain = ["$schema", "manifestVersion", "version", "id", "localizationInfo", "developer", "name", "description", "icons", "accentColor"];
    const own = ["bots", "composeExtensions", "defaultInstallScope"];
    expect(Object.keys(manifest).filter((it) => ![...plain, ...own].includes(it))).toEqual([]);
    expect(Object.keys(bot)).toEqual(["botId", "scopes", "supportsTargetedMessages", "commandLists"]);
    expect(manifest.$schema).toMatch(/\/teams\/v1\.\d+\/MicrosoftTeams\.schema\.json$/);
  });

  test("docs/teams.md gives a reason for each place the app can be installed in", () => {
    const [, section = ""] = file("docs/teams.md").toString().split("## What it asks for, and why\n");
    const rows = [...(section.split("\n## ")[0] ?? "").matchAll(/^\| `(\w+)` \| (.+) \|$/gm)];
    expect(rows.map(([, scope]) => scope)).toEqual(bot.scopes);
    for (const [, , reason = ""] of rows) expect(reason.length).toBeGreaterThan(30);
  });

  test("the outline icon fills its square", () => {
    const { width, height, data } = PNG.sync.read(file("manifest/teams/outline.png"));
    const filled = Array.from({ length: height }, (_, row) => row).filter((row) =>
      data.subarray(row * width * 4, (row + 1) * width * 4).some((it, at) => at % 4 === 3 && it > 0),
    );
    expect([filled[0], height - 1 - (filled.at(-1) ?? 0)].every((padding) => padding !== undefined && padding <= 1)).toBe(true);
  });
});
