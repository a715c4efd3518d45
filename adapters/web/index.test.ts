// The page at work: gestures reach the bot once, answers come back as the browser needs them, open pages see every change.
import { get } from "node:http";
import { card } from "../../src/card.ts";
import { ask, refuse, show } from "../../src/outcome.ts";
import { wish } from "../../src/wish.ts";
import { cardWith, formWith } from "./fixtures/cards.ts";
import { fixture } from "./fixtures/index.ts";
import { all, byTag, readMarkup, textOf, unheard } from "./fixtures/markup.ts";
import { openWorld, type World } from "./fixtures/world.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const post = async (road: string, body: unknown = fixture(road)) => JSON.parse((await world.post(road, body)).text);
const to = (chat: string) => ({ tenant: "local", address: { chat } });

test("choosing somebody links the account and is their first gesture; a guest stays unknown", async () => {
  expect(await post("meet")).toEqual({ ok: true });
  expect(await post("meet", { who: "guest-0123abcd" })).toEqual({ ok: true });
  expect(world.linked).toEqual(["ihk:ihk"]);
  expect(world.heard.map(({ key }) => key)).toEqual(["page:ihk:met", "page:guest-0123abcd:met"]);
});

test("words sent again after a lost answer are one message and one gesture", async () => {
  await Promise.all([post("say"), post("say")]);
  await post("say");
  expect(new Set(world.heard.map(({ key }) => key)).size).toBe(1);
  expect(world.messages.rows).toMatchObject([{ chat: "ihk", author: "person", text: "zusage ab 15:00" }]);
});

test("a card is no part of the answer: it comes through the chat", async () => {
  expect(await post("press")).toEqual({ ok: true });
  world.outcome = () => refuse("role", cardWith("X"));
  expect(await post("press")).toEqual({ ok: true });
  world.outcome = () => ({ silent: "away" });
  expect(await post("press")).toEqual({ ok: true });
});

test("a form that is asked for comes as a window", async () => {
  world.outcome = () => ask(formWith("X"));
  const window = readMarkup((await post("press")).window);
  expect(textOf(byTag(window, "h2")[0] ?? window)).toBe("Formular X");
  expect(byTag(window, "button").map(textOf)).toEqual(["Eintragen X", "Abbrechen X"]);
  expect(unheard(window)).toEqual([]);
});

test("what is wrong in a form is told at its fields", async () => {
  world.outcome = () => refuse("bad_input", cardWith("X"), { until: "Das Ende liegt vor dem Beginn." });
  expect(await post("send-form")).toEqual({
    errors: { until: "Das Ende liegt vor dem Beginn." },
    text: expect.stringContaining("Gespeichert wurde noch nichts"),
  });
});

test("a fault brings its card, whose repetition is the same gesture on the same card", async () => {
  const again = wish("rsvp.accept", { meeting: "m1" });
  const buttons = [
    { label: "Erneut versuchen", wish: again },
    { label: "Rückruf", wish: wish("help.callback") },
  ];
  world.outcome = () => refuse("fault", card("fault.notStored", "Das hat nicht geklappt", { text: "Bitte erneut.", buttons }));
  const reply = await post("press");
  expect(reply.text).toBe("Das hat nicht geklappt. Bitte erneut.");
  const shown = readMarkup(reply.card);
  expect(byTag(shown, "button").map(({ attributes }) => attributes["data-key"])).toEqual([fixture("press")["key"], undefined]);
  expect(byTag(shown, "button")[0]?.attributes["data-of"]).toBe("17");
});

test("empty and endless words never reach the bot", async () => {
  expect(await post("say", { ...fixture("say"), words: " \n" })).toEqual({ text: expect.stringContaining("schreiben") });
  expect(await post("say", { ...fixture("say"), words: "x".repeat(3001) })).toEqual({ text: expect.stringContaining("3.001 Zeichen") });
  expect([world.heard, world.messages.rows]).toEqual([[], []]);
});

test("words are kept as a person sees them: no control the database could not store", async () => {
  expect(await post("say", { ...fixture("say"), words: "zu\u00adsage\u0000\nab 15" })).toEqual({ ok: true });
  expect(world.messages.rows.map(({ text }) => text)).toEqual(["zusage \nab 15"]);
});

test("who chooses another language gets the page in it", async () => {
  world.outcome = () => {
    world.people[1] = { ...world.people[1], language: "en" } as World["people"][number];
    return show(cardWith(""));
  };
  expect(await post("press")).toEqual({ ok: true, reload: true });
  expect(textOf(byTag(readMarkup((await world.ask("GET", "/?who=ihk")).text), "h2")[0] ?? readMarkup(""))).toBe("Delegate, IHK");
});

test("the page shows the chat so far, of one person or of two", async () => {
  await world.page.messenger.send(to("ihk"), cardWith("X"), "", "d1");
  const { text } = await world.ask("GET", "/?who=ihk&beside=job");
  const panes = all(readMarkup(text)).filter(({ attributes }) => "data-pane" in attributes);
  expect(panes.map(({ attributes }) => [attributes["data-who"], attributes["lang"]])).toEqual([
    ["ihk", "de"],
    ["job", "en"],
  ]);
  expect(panes.map((pane) => byTag(pane, "article").length)).toEqual([1, 0]);
});

test("an unknown person is somebody new every time", async () => {
  const places = await Promise.all([1, 2].map(async () => (await world.ask("GET", "/?who=guest")).headers["location"]));
  expect(places[0]).toMatch(/^\/\?who=guest-[0-9a-f]{8}$/);
  expect(places[0]).not.toBe(places[1]);
});

test("the clock goes forward by steps, to the next message and to a day, never back", async () => {
  const move = (to: unknown) => post("clock", { who: "ihk", to });
  const time = () => world.clock.time.toISOString();
  expect(await move("hour")).toEqual({ ok: true, text: "Die Uhr steht auf Mi, 09.09.2026, 10:00 Uhr." });
  await move("day");
  expect(time()).toBe("2026-09-10T08:00:00.000Z");
  expect(await move("next")).toEqual({ text: expect.stringContaining("keine Nachricht") });
  world.clock.due = new Date("2026-09-25T07:00:00Z");
  await move("next");
  expect(time()).toBe("2026-09-25T07:00:00.000Z");
  for (const to of [{ day: "2026-09-25", clock: "08:59" }, { day: "2028-09-25", clock: "09:00" }, { day: "morgen", clock: "09:00" }, "back"])
    expect((await move(to)).ok).toBeUndefined();
  expect(time()).toBe("2026-09-25T07:00:00.000Z");
  // The night before has 25 hours.
  await move({ day: "2026-10-24", clock: "12:00" });
  await move("day");
  expect(time()).toBe("2026-10-25T11:00:00.000Z");
});

test("open pages see new and repainted messages of any process, and the clock", async () => {
  const events: { readonly event: string; readonly data: Readonly<Record<string, unknown>> }[] = [];
  const stream = get({ host: "127.0.0.1", port: world.port, path: "/page/events?a=ihk&b=job" }, (response) => {
    let text = "";
    response.setEncoding("utf8").on("data", (piece: string) => {
      text += piece;
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        const found = /^event: (\w+)\ndata: (.*)$/.exec(text.slice(0, end));
        if (found?.[1] && found[2]) events.push({ event: found[1], data: JSON.parse(found[2]) });
        text = text.slice(end + 2);
      }
    });
  });
  const seen = async (event: string, data: Readonly<Record<string, unknown>>) => {
    for (let n = 0; n < 60 && !events.some((it) => it.event === event && Object.entries(data).every(([name, value]) => it.data[name] === value)); n++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(events).toContainEqual({ event, data: expect.objectContaining(data) });
  };
  await seen("clock", { when: "Mi, 09.09.2026, 09:00 Uhr" });
  const ref = await world.page.messenger.send(to("job"), cardWith("X"), "", "d1");
  await seen("message", { pane: "b", id: ref["id"], version: 1 });
  await world.page.messenger.update(to("job"), ref, cardWith("Y"), "");
  await seen("message", { pane: "b", id: ref["id"], version: 2 });
  // As another process writes: nobody tells this one.
  const id = await world.messages.add("ihk", { key: "d2", author: "bot", card: cardWith("Z"), twin: "", text: null, at: new Date(0) });
  await seen("message", { pane: "a", id });
  world.clock.time = new Date("2026-09-25T07:00:00Z");
  await seen("clock", { when: "Fr, 25.09.2026, 09:00 Uhr", day: "2026-09-25", clock: "09:00" });
  stream.destroy();
});
