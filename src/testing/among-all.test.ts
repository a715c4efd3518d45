// Channels: what is shown there to everybody holds nothing personal, and everything else goes to the person's own chat.

import { wordLists } from "../../locales/index.ts";
import { type TypedName, typed } from "../../locales/words.ts";
import { buttonsOf } from "../card.ts";
import { amongAll } from "../help/show.ts";
import { registry } from "../registry.ts";
import { at } from "../time.ts";
import { wish, writeWish } from "../wish.ts";
import { World } from "./world.ts";

const channel = { place: "channel" } as const;

async function invited(): Promise<World> {
  const world = new World(at("2026-09-09", "10:00"));
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.press("office", "Einladung vorbereiten");
  await world.press("office", "9 Einladungen senden");
  await world.press("ihk-1", "Ich komme");
  return world;
}

const inChannel = (world: World, who: string, words: string) => world.gesture(who, { words, command: true }, channel);
const phraseOf = (name: TypedName): string => {
  const { word, activity } = wordLists.de.entries[name];
  return activity ? `${word} ${activity}` : word;
};

test("of what a delegate may ask, exactly the words meant for everybody are answered to everybody, and help in a channel names them", async () => {
  const open: TypedName[] = [];
  for (const name of typed) {
    const outcome = await inChannel(await invited(), "ihk-1", phraseOf(name));
    if ("show" in outcome && outcome.open) open.push(name);
  }
  expect(open.sort()).toEqual([...amongAll].sort());
  const help = await inChannel(await invited(), "office", "hilfe");
  for (const name of amongAll) expect(JSON.stringify(help)).toContain(`${phraseOf(name)} – `);
});

test.each(amongAll)("%s reads the same in a channel, whoever asks, and has only buttons that everybody linked may press", async (name) => {
  const world = await invited();
  const shown = [];
  for (const who of ["office", "ihk-1", "dgb-1"]) {
    const before = world.messages(who).length;
    const outcome = await inChannel(world, who, phraseOf(name));
    if (!("show" in outcome) || !outcome.open) throw new Error(`${name} was not shown to everybody`);
    shown.push(outcome.show);
    expect(world.messages(who)).toHaveLength(before);
  }
  expect(new Set(shown.map((card) => JSON.stringify(card))).size).toBe(1);
  const [card] = shown;
  for (const button of card ? buttonsOf(card) : []) expect("wish" in button && ["anyone", "linked"].includes(registry[button.wish.command].who)).toBe(true);
  expect(JSON.stringify(card)).not.toMatch(/zugesagt|Ihr Stand|Meine Rückmeldung|\.ics/);
});

test("the meeting in a channel has its hours, its place and its agenda", async () => {
  const outcome = await inChannel(await invited(), "ihk-1", "sitzung");
  expect(outcome).toMatchObject({ open: true, show: { name: "meeting.channel", title: "Sitzung am Mi, 07.10.2026" } });
  expect(JSON.stringify(outcome)).toContain("14:00");
  expect(JSON.stringify(outcome)).toContain("Rathaus Krefeld");
});

test("a draft is the office's own: in a channel nobody reads of it", async () => {
  const world = new World(at("2026-09-09", "10:00"));
  await world.say("office", "sitzung neu am 07.10.2026");
  for (const who of ["office", "ihk-1"]) {
    const outcome = await inChannel(world, who, "sitzung");
    expect("show" in outcome && outcome.open === true).toBe(false);
  }
  expect(world.text("office")).toContain("Entwurf");
});

test("a cancelled meeting is told to everybody who asks for its day", async () => {
  const world = await invited();
  await world.say("office", "sitzung absagen");
  await world.fill("office", { note: "Wir laden neu ein." });
  const outcome = await inChannel(world, "ihk-1", "sitzung 07.10.2026");
  expect(outcome).toMatchObject({ open: true, show: { name: "meeting.gone" } });
  expect("show" in outcome ? buttonsOf(outcome.show).map(({ label }) => label) : undefined).toEqual(["Hilfe"]);
});

test("a button pressed on such a card is answered in the person's own chat", async () => {
  const world = await invited();
  const before = world.messages("ihk-1").length;
  const outcome = await world.gesture("ihk-1", { pressed: writeWish(wish("help.show")) }, channel);
  expect("show" in outcome && outcome.open).toBeFalsy();
  expect(world.messages("ihk-1")).toHaveLength(before + 1);
  expect(world.text("ihk-1")).toContain("zusage");
});

test("somebody the bot does not know reads the channel's help there, and of themselves only what leads to their own chat", async () => {
  const world = await invited();
  expect(await inChannel(world, "new", "hilfe")).toMatchObject({ open: true, show: { name: "help.channel" } });
  expect(await inChannel(world, "new", "sitzung")).toMatchObject({ refuse: "unknown_account" });
});
