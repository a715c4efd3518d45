// Rules of Slack's Marketplace, tried as its reviewers do: Slack's own signed payloads go in, and what people there read comes out.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { InputBlock } from "@slack/types";
import { modal } from "../adapters/slack/form.ts";
import { languages, wordLists } from "../locales/index.ts";
import { buttonsOf } from "../src/card.ts";
import { task } from "../src/testing/agreed.ts";
import { gallery } from "../src/testing/gallery.ts";
import { slackWorld, type World } from "./slack-world.ts";
import { brokenAnswer, inSlack, inSlackBy, nothing, Placed, people, type slackWays } from "./store-rules.ts";

jest.setTimeout(120_000);

const root = path.join(import.meta.dirname, "..");
const text = (name: string): string => readFileSync(path.join(root, name), "utf8");
const manifest = JSON.parse(text("manifest/slack.http.json"));
const scopes: readonly string[] = manifest.oauth_config.scopes.bot;

type Way = keyof typeof slackWays;
const everywhere = ["words", "command", "command in a channel", "mention"] as const satisfies readonly Way[];

let door: World;
beforeAll(async () => {
  door = await slackWorld();
});
afterAll(() => door.close());
const says = (world: Placed, who: string, way: Way, words?: string) => inSlackBy(door, world, who, way, words);

/** The words of the hint beside the slash command, as people type them. */
const hinted: readonly string[] = manifest.features.slash_commands[0].usage_hint.split(" · ").map((it: string) => it.replace("NAME", "Stellvertretung 1"));

describe("the first sight", () => {
  test.each(people)("%s, who writes for the first time, gets one message that says what the bot does and how to begin", async (who) => {
    const world = new Placed(inSlack, "de", true);
    const [first, second] = [await says(world, who, "words", "hallo"), await says(world, who, "words", "hallo")];
    const greetings = [first, second].map(({ own }) => own.filter(({ name }) => /^welcome|^unknown.direct/.test(name)));
    expect(greetings.map((it) => it.length)).toEqual([1, 0]);
    expect(JSON.stringify(greetings)).toMatch(/Sitzungen/);
    expect(greetings.flat().flatMap(buttonsOf)[0]?.label).toMatch(/Mein Stand|Sitzung anlegen|Code eingeben/);
  });

  test("added to a channel, the bot writes to nobody: neither there nor to anybody in it", async () => {
    const world = new Placed(inSlack);
    const { here } = await says(world, "ihk-1", "added to a channel");
    expect([here, world.store.rows("Delivery")]).toEqual([nothing, []]);
  });

  test.each(people)("the Home tab has something for %s, the way to the settings, and whom to ask", async (who) => {
    for (const replied of [undefined, "zusage", "absage"])
      for (const tasks of [[], [task({ number: 1, personId: "ihk-1", state: "accepted" })]]) {
        const world = await new Placed(inSlack).invite();
        world.store.seed({ Task: tasks });
        if (replied && who === "ihk-1") await world.say(who, replied);
        const { card, here } = await says(world, who, "home");
        expect(here).toContain('\\"type\\":\\"home\\"');
        expect(here).toMatch(who === "office" ? /„hilfe“/ : /Geschäftsstelle.*02151 86-0/);
        expect(card && buttonsOf(card).map(({ label }) => label)).toContain(who === "nobody" ? "Code eingeben" : "Einstellungen");
      }
  });
});

describe("the slash command and messages to the bot", () => {
  test.each([
    ["de", "hilfe", "hilfe – Zeigt"],
    ["en", "help", "help – Shows"],
  ] as const)("help is answered in every place, in the language of whoever asks: %s", async (language, word, said) => {
    for (const way of everywhere) {
      const { own, here, card } = await says(new Placed(inSlack, language), "ihk-1", way, word);
      expect([way, JSON.stringify(own.length > 0 ? own : here)]).toEqual([way, expect.stringContaining(said)]);
      expect(card && buttonsOf(card).length).toBeGreaterThan(0);
      expect([way, brokenAnswer(await says(new Placed(inSlack), "nobody", way, word))]).toEqual([way, ""]);
    }
  });

  test("without a word behind it the command shows the help, in a direct chat and in a channel", async () => {
    for (const who of people)
      for (const way of ["command", "command in a channel"] as const)
        expect([who, way, (await says(new Placed(inSlack), who, way, "")).card?.name]).toEqual([who, way, expect.stringMatching(/^help\./)]);
  });

  test("every word of the command's hint is answered to everybody, with a way on", async () => {
    const broken: string[] = [];
    for (const words of hinted)
      for (const who of people)
        for (const way of everywhere)
          for (const invited of [false, true]) {
            const world = new Placed(inSlack);
            if (invited) await world.invite();
            const why = brokenAnswer(await says(world, who, way, words));
            if (why) broken.push(`${who}, ${way}, ${words}: ${why}`);
          }
    expect(hinted.length).toBeGreaterThan(3);
    expect(broken).toEqual([]);
  });

  test.each(["xyzxyz", "xyzxyz grmpf brr zzz", ""])("„%s“, which nobody understands, is answered with a way out", async (words) => {
    for (const way of everywhere)
      for (const who of people) {
        const { card, read } = await says(new Placed(inSlack), who, way, words);
        expect([way, who, read]).toEqual([way, who, true]);
        expect(JSON.stringify(card)).toMatch(/"help\.|link\.enter|im direkten Chat/);
      }
  });

  test("in a channel only the person sees that they were not understood, or asked for something of their own", async () => {
    for (const words of ["xyzxyz", "status", "zusage", "einstellungen"])
      for (const [way, shown] of [
        ["command in a channel", /response_type[\\":]+ephemeral/],
        ["mention", /chat\.postEphemeral/],
      ] as const) {
        const { here, own } = await says(await new Placed(inSlack).invite(), "ihk-1", way, words);
        expect([way, words, here]).toEqual([way, words, expect.stringMatching(shown)]);
        expect([here.includes("Ich habe Ihnen direkt geschrieben"), own.length]).toEqual([true, 1]);
      }
  });
});

describe("on a phone", () => {
  /** Items of the agenda carry the words of the founding document, which are nobody's to shorten: Slack shows the beginning. */
  const asDecided = ["rsvp.partial.form except", "guest.form items"];

  test.each(languages)("nothing that can be chosen is cut off, and every input has its label, in %s", async (language) => {
    const { cards, forms } = await gallery(language, "long");
    const options = [
      ...cards.flatMap(({ card }) => card.elements.flatMap((it) => (it.type === "choice" ? it.options.map(({ label }) => [card.name, label] as const) : []))),
      ...forms.flatMap(({ name, fields }) =>
        fields.flatMap((it) => ("options" in it.kind ? it.kind.options.map(({ label }) => [`${name} ${it.name}`, label] as const) : [])),
      ),
    ];
    expect([...new Set(options.flatMap(([where, label]) => (label.length > 75 ? [where] : [])))].filter((it) => !asDecided.includes(it))).toEqual([]);
    const inputs = forms.flatMap((form) => modal(form, { tenant: "T01HOME" }).blocks.filter((block): block is InputBlock => block.type === "input"));
    expect(inputs.length).toBeGreaterThan(100);
    expect(inputs.filter(({ label }) => label.text.trim() === "" || label.text === "–")).toEqual([]);
  });
});

describe("the app", () => {
  test("docs/slack.md gives a reason for each permission the manifest asks for, and for no other", () => {
    const [, section = ""] = text("docs/slack.md").split("## What it may do, and why\n");
    const rows = [...(section.split("\n## ")[0] ?? "").matchAll(/^\| `([\w:.]+)` \| (.+) \|$/gm)];
    expect(rows.map(([, scope]) => scope)).toEqual(scopes);
    for (const [, scope = "", reason = ""] of rows) {
      expect([scope, reason.length > 30]).toEqual([scope, true]);
      expect([scope, reason.startsWith("optional")]).toEqual([scope, manifest.oauth_config.scopes.bot_optional.includes(scope)]);
    }
  });

  test("it asks for nothing in anybody's own name, and for no messages but those people write to it", () => {
    expect(Object.keys(manifest.oauth_config.scopes)).toEqual(["bot", "bot_optional"]);
    expect(scopes.filter((it) => /admin|identity|search|triggers|:history$|^files|^groups|\.public$/.test(it))).toEqual(["im:history"]);
  });

  test("the tabs that are on are used, and the command is the bot's own with a hint in the words it answers", () => {
    expect(manifest.features.app_home).toEqual({ home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false });
    const known = Object.values(wordLists.de.entries).map(({ word }) => word);
    expect(hinted.map((it) => it.split(" ")[0]).filter((it) => !known.includes(it ?? ""))).toEqual([]);
  });
});
