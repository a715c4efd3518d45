// Drafts as the office makes them: typed or by form, with hints that lock nothing, and nobody hears of them.
import type { Card } from "../card.ts";
import type { Outcome } from "../outcome.ts";
import { World } from "../testing/world.ts";
import { at } from "../time.ts";
import { type Wish, wish, writeWish } from "../wish.ts";

const cardOf = (outcome: Outcome): Card => {
  if ("show" in outcome) return outcome.show;
  if ("refuse" in outcome) return outcome.card;
  throw new Error(`No card: ${JSON.stringify(outcome)}`);
};
const hintsOf = (outcome: Outcome): string[] =>
  cardOf(outcome).elements.flatMap((it) => (it.type === "facts" ? it.facts.filter(({ label }) => label === "Hinweis").map(({ value }) => value) : []));
const pressing = (world: World, who: string, it: Wish) => world.gesture(who, { pressed: writeWish(it) });
/** Whose chats hold anything at all. */
const heard = (world: World) =>
  world.store
    .rows("Account")
    .map(({ user }) => user)
    .filter((user) => world.messages(user).length > 0);
const meetings = (world: World) => world.store.rows("Meeting");

test("F4: the form asks for the day only, everything else is filled in; the draft tells nobody", async () => {
  const world = new World();
  await pressing(world, "office", wish("meeting.new"));
  expect(world.forms.at(-1)?.fields.map(({ name, initial }) => [name, initial])).toEqual([
    ["kind", "regular"],
    ["day", undefined],
    ["start", "14:00"],
    ["place", "Rathaus Krefeld"],
  ]);
  await world.fill("office", { day: "2026-10-07" });
  expect(meetings(world)).toMatchObject([{ state: "draft", day: "2026-10-07", start: "14:00", replyBy: "2026-09-30", sequence: 0, edition: 1 }]);
  expect(world.store.rows("AgendaItem")).toHaveLength(6);
  expect(heard(world)).toEqual(["office"]);
});

test("typed with its day the draft is there at once, in both languages", async () => {
  const german = new World();
  expect(cardOf(await german.say("office", "sitzung neu am 07.10.2026")).title).toBe("Entwurf: Sitzung am Mi, 07.10.2026");
  const english = new World();
  await english.say("office", "einstellungen sprache EN");
  expect(cardOf(await english.say("office", "/buendnis meeting new workshop on 7 October 2026 from 10:00")).title).toBe("Draft: Workshop on Wed, 7 Oct 2026");
});

test("D4: a day without its year is asked back where another year may be meant", async () => {
  const world = new World(at("2026-11-22", "10:00"));
  expect(cardOf(await world.say("office", "sitzung neu am 30.09.")).name).toBe("echo.day");
  expect(meetings(world)).toHaveLength(0);
});

test("hints are facts and lock nothing: school holidays, short notice, a public holiday, a Sunday", async () => {
  const world = new World(at("2026-10-12", "10:00"));
  expect(hintsOf(await world.say("office", "sitzung neu am 21.10.2026"))).toEqual([
    "Der Tag liegt in den Herbstferien (Sa, 17.10.2026 bis Sa, 31.10.2026)",
    "Die erste Sitzung im Jahr liegt nicht vor der Sommerpause (bis Fr, 17.07.2026)",
    "Bis zur Sitzung bleiben 9 Tage, üblich sind 28",
  ]);
  expect(hintsOf(await world.say("office", "sitzung neu am 01.11.2026"))).toEqual([
    "Der Tag ist ein Feiertag: Allerheiligen",
    "Bis zur Sitzung bleiben 20 Tage, üblich sind 28",
    "Der Tag ist ein Sonntag",
  ]);
  expect(meetings(world)).toHaveLength(2);
});

test("D3: the initial workshop after the decided deadline is hinted at, a later one is not", async () => {
  const world = new World(at("2022-09-01", "10:00"));
  expect(hintsOf(await world.say("office", "sitzung neu workshop am 05.10.2022"))).toContain("Der Tag liegt nach der beschlossenen Frist (Fr, 30.09.2022)");
  expect(hintsOf(await world.say("office", "sitzung neu workshop am 10.11.2022")).join()).not.toContain("Frist");
});

test("a start that is over, or an agenda beyond midnight, is refused at its field and stores nothing", async () => {
  const world = new World(at("2026-10-07", "15:00"));
  await pressing(world, "office", wish("meeting.new"));
  const over = await world.fill("office", { day: "2026-10-07", start: "14:00" });
  expect(over).toMatchObject({ refuse: "bad_input", fields: { start: expect.stringContaining("schon vorbei") } });
  expect(await world.fill("office", { day: "2026-10-08", start: "21:00" })).toMatchObject({
    refuse: "bad_input",
    fields: { start: expect.stringContaining("235 Minuten") },
  });
  expect(await world.fill("office", { day: "2026-10-06" })).toMatchObject({ refuse: "bad_input", fields: { day: expect.stringContaining("Vergangenheit") } });
  expect(meetings(world)).toHaveLength(0);
});

test("D21: three days by rule, each one press away from a draft", async () => {
  const world = new World(at("2026-11-22", "10:00"));
  const outcome = cardOf(await world.say("office", "sitzung vorschlagen"));
  expect(JSON.stringify(outcome)).toContain("erste Sitzung 2027 vor der Sommerpause, bis Fr, 16.07.2027");
  await world.press("office", "Mi, 16.06.2027");
  expect(meetings(world)).toMatchObject([{ day: "2027-06-16", state: "draft" }]);
  expect(JSON.stringify(await world.say("office", "sitzung vorschlagen"))).toContain("zweite Sitzung 2027 nach der Sommerpause");
});

test("a draft is changed and deleted without a word to anybody, and can be made again", async () => {
  const world = new World();
  await world.say("office", "sitzung neu am 07.10.2026 ab 15:00");
  await world.press("office", "Ändern");
  await world.press("office", "Tag, Zeit oder Ort");
  await world.fill("office", { day: "2026-10-14", place: "Rathaus, Saal 2" });
  expect(meetings(world)).toMatchObject([{ day: "2026-10-14", start: "15:00", place: "Rathaus, Saal 2", replyBy: "2026-10-07", edition: 1, sequence: 0 }]);
  await world.press("office", "Entwurf löschen");
  expect(meetings(world)).toHaveLength(0);
  expect(world.store.rows("AgendaItem")).toHaveLength(0);
  await world.press("office", "Wieder anlegen");
  expect(meetings(world)).toMatchObject([{ day: "2026-10-14", start: "15:00", place: "Rathaus, Saal 2", state: "draft" }]);
  expect(heard(world)).toEqual(["office"]);
});

test("the minutes of the agenda move the times and the end", async () => {
  const world = new World();
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.press("office", "Tagesordnung");
  const outcome = await world.fill("office", { m3: "90" });
  expect(JSON.stringify(cardOf(outcome))).toContain("4 · 16:10 ·");
  expect(meetings(world)[0]?.endsAt).toEqual(at("2026-10-07", "18:25"));
  expect(
    await world.gesture("office", { sent: wish("meeting.agenda", { meeting: meetings(world)[0]?.id ?? "" }), answers: { m3: "480", m4: "480" } }),
  ).toMatchObject({ refuse: "bad_input" });
});

test("the five deadlines are changed by form; their order is checked", async () => {
  const world = new World();
  await world.say("office", "sitzung neu am 07.10.2026");
  await world.press("office", "Ändern");
  await world.press("office", "Fristen");
  expect(world.forms.at(-1)?.fields).toHaveLength(5);
  expect(await world.fill("office", { replyBy: "2026-10-08" })).toMatchObject({
    refuse: "bad_input",
    fields: { replyBy: "Diese Frist liegt nach der Sitzung am Mi, 07.10.2026." },
  });
  await world.fill("office", { replyBy: "2026-10-02" });
  expect(meetings(world)).toMatchObject([{ replyBy: "2026-10-02", talksBy: "2026-09-23" }]);
});

test("delegates see no draft and may not make one", async () => {
  const world = new World();
  await world.say("office", "sitzung neu am 07.10.2026");
  expect(await world.say("ihk-1", "sitzung")).toMatchObject({ refuse: "no_meeting" });
  expect(await world.say("ihk-1", "sitzung am 07.10.2026")).toMatchObject({ refuse: "no_meeting" });
  expect(JSON.stringify(await world.say("ihk-1", "sitzung liste"))).toContain("Noch gibt es keine Sitzung.");
  expect(await world.say("ihk-1", "sitzung neu am 08.10.2026")).toMatchObject({ refuse: "role" });
  const [draft] = meetings(world);
  for (const command of ["meeting.open", "meeting.change", "meeting.invite", "meeting.inviteNow", "meeting.delete", "meeting.inviteText"] as const) {
    expect(await pressing(world, "ihk-1", wish(command, { meeting: draft?.id ?? "", when: "now" }))).toMatchObject({ refuse: "role" });
  }
  expect(meetings(world)).toHaveLength(1);
});
