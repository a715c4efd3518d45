// The Teams app: what stands in its manifest and package, and that the generator refuses what Teams would.
import { unzipSync } from "fflate";
import { PNG } from "pngjs";
import { fixture } from "../adapters/teams/fixtures/index.ts";
import type { TypedName, WordEntry } from "../locales/words.ts";
import { manifestFiles } from "./files.ts";
import { iconFaults, iconFile } from "./icons.ts";
import { nowhere, type Place, type Source, sourceOf } from "./source.ts";
import { teamsEnglish, teamsManifest } from "./teams.ts";
import { teamsFaults } from "./teams-limits.ts";

const source = sourceOf(nowhere);
const faultsOf = (it: Source): string => teamsFaults(it, teamsManifest(it), teamsEnglish(it)).join("\n");

/** The source with one German command told otherwise. */
const retold = (name: TypedName, change: Partial<WordEntry>): Source => ({
  ...source,
  words: { ...source.words, de: { entries: { ...source.words.de.entries, [name]: { ...source.words.de.entries[name], ...change } } } },
});
const placed = (place: Partial<Place>): Source => ({ ...source, place: { ...nowhere, ...place } });

test("the manifest and its English texts are what Microsoft's own schemas accept", () => {
  expect(faultsOf(source)).toBe("");
});

test("each kind of chat lists its words in their order, German in the manifest and English beside it", () => {
  const [direct, shared] = teamsManifest(source).bots?.[0]?.commandLists ?? [];
  expect(direct?.commands.map(({ title }) => title)).toEqual(
    expect.arrayContaining(["hilfe", "status", "zusage", "absage", "vertretung", "unklar", "sitzung", "datenschutz"]),
  );
  expect(direct?.commands.length).toBeLessThanOrEqual(12);
  expect(direct).toMatchObject({
    scopes: ["personal"],
    commands: expect.arrayContaining([{ title: "absage", description: "Trägt ein, dass Sie nicht kommen." }]),
  });
  expect(shared).toMatchObject({ scopes: ["team", "groupChat"], triggers: ["mention", "slash"] });
  expect(shared?.commands.map(({ title }) => title)).toEqual(expect.arrayContaining(["hilfe", "sitzung", "ziele"]));
  expect(Object.values(teamsEnglish(source))).toEqual(expect.arrayContaining(["Alliance bot", "attend", "substitute", "Records that you will not attend."]));
});

test("every command of the menus has an English title and help text at the same place", () => {
  const lists = teamsManifest(source).bots?.[0]?.commandLists ?? [];
  const places = lists.flatMap(({ commands }, list) =>
    commands.flatMap((_, at) => [`title`, `description`].map((part) => `bots[0].commandLists[${list}].commands[${at}].${part}`)),
  );
  expect(Object.keys(teamsEnglish(source)).filter((key) => key.startsWith("bots"))).toEqual(places);
});

test("the menus hold twelve words for the direct chat and seven for teams and groups, in their order", () => {
  const [direct, shared] = teamsManifest(source).bots?.[0]?.commandLists ?? [];
  const words = "hilfe status zusage absage vertretung unklar sitzung redebeitrag frage aufgabe einstellungen datenschutz";
  expect(direct?.commands.map(({ title }) => title)).toEqual(words.split(" "));
  expect(shared?.commands.map(({ title }) => title)).toEqual("hilfe sitzung programm runde frage aufgabe ziele".split(" "));
});

test("a message can be made a question from its menu, by the action the adapter answers, named in both languages", () => {
  expect(teamsManifest(source).composeExtensions).toEqual([
    {
      botId: nowhere.teamsAppId,
      commands: [
        {
          ...{ id: fixture("message-action").value.commandId, type: "action", context: ["message"], fetchTask: true, title: "Als Frage einreichen" },
          description: "Reicht den Text dieser Nachricht als Frage für die Fragerunde ein.",
        },
      ],
    },
  ]);
  expect(teamsEnglish(source)).toMatchObject({
    "composeExtensions[0].commands[0].title": "Submit as a question",
    "composeExtensions[0].commands[0].description": "Submits the text of this message as a question for the Q&A round.",
  });
});

const refused: readonly (readonly [what: string, it: Source, says: string])[] = [
  [
    "a help text that is too long",
    retold("rsvp.accept", { help: "x".repeat(59) }),
    "personal, de: „zusage“ (rsvp.accept): the help text has 59 characters, 58 are allowed",
  ],
  [
    "a help text beyond all measure",
    retold("rsvp.accept", { help: "x".repeat(4001) }),
    "„zusage“ (rsvp.accept): bots.0.commandLists.0.commands.2.description must NOT have more than 4000 characters",
  ],
  ["an empty help text", retold("rsvp.accept", { help: "" }), "„zusage“ (rsvp.accept): the help text is empty"],
  ["the same title twice", retold("rsvp.decline", { word: "Zusage" }), "personal, de: „Zusage“ (rsvp.decline) has the same title as „zusage“ (rsvp.accept)"],
  ["a title that is too long", retold("meeting.show", { word: "s".repeat(33) }), "(meeting.show): the title has 33 characters, 32 are allowed"],
  ["a title with a sign Teams takes for its own", retold("meeting.show", { word: "@sitzung" }), "„@sitzung“ (meeting.show): the title may hold letters"],
  [
    "a name that is too long",
    { ...source, texts: { ...source.texts, de: { ...source.texts.de, name: "x".repeat(31) } } },
    "name.short must NOT have more than 30 characters",
  ],
  [
    "a short description that is too long",
    { ...source, texts: { ...source.texts, en: { ...source.texts.en, short: "x".repeat(81) } } },
    "en.json: description.short must NOT have more than 80 characters",
  ],
  [
    "an action's title that is too long",
    { ...source, texts: { ...source.texts, de: { ...source.texts.de, ask: "x".repeat(33) } } },
    "composeExtensions.0.commands.0.title must NOT have more than 32 characters",
  ],
  [
    "an action's English description that is too long",
    { ...source, texts: { ...source.texts, en: { ...source.texts.en, askAbout: "x".repeat(129) } } },
    "en.json: composeExtensions[0].commands[0].description must NOT have more than 128 characters",
  ],
  ["an id that is none", placed({ teamsAppId: "bot" }), "id must match pattern"],
  [
    "a page that is not https",
    placed({ operator: { ...nowhere.operator, privacy: "http://stadt.example/" } }),
    "developer.privacyUrl: http://stadt.example/ must begin with https://",
  ],
  [
    "an operator's name that is too long",
    placed({ operator: { ...nowhere.operator, name: "x".repeat(33) } }),
    "developer.name must NOT have more than 32 characters",
  ],
  ["a version that is none", { ...source, version: "1.0" }, "version: 1.0 must be three numbers"],
];

test.each(refused)("%s is refused with the command or field and the reason", (_, it, says) => {
  expect(faultsOf(it)).toContain(says);
  expect(() => manifestFiles(it)).toThrow(says);
});

test("thirteen commands in one menu are refused, and the thirteenth is named", () => {
  const names: readonly TypedName[] = ["meeting.list", "meeting.new", "meeting.cancel", "meeting.invite", "reply.list", "reply.remind", "member.show"];
  const direct = [...source.menus.direct.filter((name) => !names.includes(name)), ...names].slice(0, 13);
  const last = source.words.de.entries[direct[12] ?? "help.show"];
  const said = faultsOf({ ...source, menus: { ...source.menus, direct } });
  expect(said).toContain(`„${[last.word, last.activity].filter((part) => part).join(" ")}“ (${direct[12]}) is one command too many, Teams lists 12`);
  expect(said).toContain("bots.0.commandLists.0.commands must NOT have more than 12 items");
});

test("the package holds manifest, English texts and both icons without folders, and is the same each time", () => {
  const [first, second] = [manifestFiles(source).get("teams.zip"), manifestFiles(source).get("teams.zip")];
  expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
  const parts = unzipSync(new Uint8Array(first ?? Buffer.alloc(0)));
  expect(Object.keys(parts)).toEqual(["manifest.json", "en.json", "color.png", "outline.png"]);
  expect(JSON.parse(Buffer.from(parts["manifest.json"] ?? []).toString())).toEqual(teamsManifest(source));
});

test("the icons have the sizes Teams wants, and a picture that shows the same is left as it is", () => {
  const drawn = iconFile("outline.png", undefined);
  const { width, height, data } = PNG.sync.read(drawn);
  expect([width, height]).toEqual([32, 32]);
  const repacked = PNG.sync.write(Object.assign(new PNG({ width, height }), { data }), { deflateLevel: 0 });
  expect(iconFile("outline.png", repacked)).toBe(repacked);
  expect(iconFile("outline.png", iconFile("color.png", undefined))).toEqual(drawn);
});

test("an icon of the wrong size or colour is refused", () => {
  expect(iconFaults("color.png", iconFile("outline.png", undefined))).toEqual(["color.png has 32 × 32 pixels, 192 × 192 are needed"]);
  const blue = new PNG({ width: 32, height: 32 });
  blue.data.fill(0x80);
  expect(iconFaults("outline.png", PNG.sync.write(blue))).toEqual(["outline.png may hold nothing but white on a transparent ground"]);
  expect(iconFaults("outline.png", Buffer.from("no picture"))).toEqual(["outline.png is no PNG file"]);
});
