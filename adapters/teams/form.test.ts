// Forms over HTTP: in place of a card, in a dialog and from old clients, with their errors, and with the way back.
import { card } from "../../src/card.ts";
import type { Form } from "../../src/form.ts";
import { ask, refuse, show } from "../../src/outcome.ts";
import { wish, writeWish } from "../../src/wish.ts";
import { nodesOf, using as on } from "../../test/teams-schema.ts";
import { teamsWorld, type World } from "../../test/teams-world.ts";
import type { Payload } from "./fixtures/index.ts";
import { memoryId } from "./memory.ts";
import { adaptive } from "./render.ts";

const done = card("rsvp.accepted", "Ihre Zusage ist eingetragen", { buttons: [{ label: "Ändern", wish: wish("rsvp.change") }] });
const fault = refuse("fault", card("fault", "Das hat leider nicht geklappt"));
const form: Form = {
  name: "rsvp.partial.form",
  title: "Nur zeitweise",
  submit: "Eintragen",
  cancel: "Abbrechen",
  wish: wish("rsvp.partial", { meeting: "m1" }),
  fields: [{ name: "from", label: "Ab", required: false, kind: { type: "clock" }, initial: "14:00" }],
};
const invitation = card("rsvp.ask", "Einladung", { buttons: [{ label: "Nur zeitweise", wish: wish("rsvp.partial", { meeting: "m1" }) }] });

let world: World;
beforeAll(async () => {
  world = await teamsWorld();
});
beforeEach(() => {
  world.double.reset();
  world.bot.heard.length = 0;
  world.bot.answers(show(done));
});
afterAll(() => world.close());

const body = async (name: string, change?: (it: Payload) => void) => {
  const { status, body } = await world.deliver(name, change);
  expect(status).toBe(200);
  return body;
};
const text = (content: unknown) => JSON.stringify(content);

describe("a form in place of the card", () => {
  const opened = async (name = "press-personal") => {
    world.bot.answers(ask(form));
    return (await body(name, on(adaptive(invitation, "x")))).value;
  };

  test("shows the inputs, for this person only", async () => {
    const shown = await opened();
    expect(text(shown)).toMatch(/Nur zeitweise.*f\.from.*Eintragen.*Abbrechen/);
    expect(world.double.calls).toEqual([]);
  });

  test("gives way to the result, in the direct chat on the same message", async () => {
    const shown = await opened();
    world.bot.answers(show(done));
    expect(text(await body("press-personal", on(shown, { "f.from": "15:00" })))).toContain("Ihre Zusage ist eingetragen");
    expect(world.bot.heard.at(-1)).toMatchObject({ said: { sent: form.wish, answers: { from: "15:00" } }, card: { activity: "1790000000100" } });
  });

  test("comes back with its errors and with what was typed, as often as needed", async () => {
    let shown = await opened();
    for (const from of ["09:00", ""]) {
      world.bot.answers(refuse("bad_input", done, { from: "Bitte zwischen 14:00 und 17:30 Uhr." }));
      shown = (await body("press-personal", on(shown, { "f.from": from }))).value;
      expect(text(shown)).toContain("Bitte zwischen 14:00 und 17:30 Uhr.");
      expect(nodesOf(shown).find(({ id }) => id === "f.from")?.["value"]).toBe(from || undefined);
    }
    expect(text(await body("press-personal", on(shown, {}, 1)))).toContain("Einladung");
  });

  test("makes way for what was there when the person stops halfway; the bot is not asked", async () => {
    const shown = await opened();
    world.bot.heard.length = 0;
    expect(await body("press-personal", on(shown, {}, 1))).toMatchObject({
      type: "application/vnd.microsoft.card.adaptive",
      value: { body: [{ text: "Einladung" }, {}, {}] },
    });
    expect(world.bot.heard).toEqual([]);
  });

  test("in a group, once sent, makes way for what everybody sees", async () => {
    const shown = await opened("press-group");
    world.bot.answers(show(done));
    const answer = text(await body("press-group", on(shown)));
    expect(answer).toContain("Einladung");
    expect(answer).not.toContain("Ihre Zusage");
  });

  test("without a memory is refused with the card that says why", async () => {
    world.bot.answers(refuse("bad_input", done, { day: "Dieser Tag liegt in der Vergangenheit." }));
    expect(text(await body("press-form"))).toContain("Ihre Zusage ist eingetragen");
  });
});

describe("a dialog", () => {
  const opened = async () => {
    world.bot.answers(ask(form));
    return body("fetch");
  };

  test("shows the form, and its button sends it as the dialog's answer", async () => {
    const { task } = await opened();
    expect(task).toMatchObject({ type: "continue", value: { title: "Nur zeitweise", card: { contentType: "application/vnd.microsoft.card.adaptive" } } });
    expect(text(task.value.card.content)).not.toContain("Action.Execute");
  });

  test("closes when the form counts, and the card it was opened from is updated", async () => {
    const { task } = await opened();
    world.bot.answers(show(done));
    const { status, text } = await world.deliver("sent", on(task.value.card.content));
    expect([status, text]).toEqual([200, ""]);
    expect(world.bot.heard.at(-1)).toMatchObject({
      said: { sent: form.wish, answers: { from: "14:00" } },
      card: { conversation: "a:direct", activity: "1790000000100" },
    });
  });

  test("stays with errors at its fields, and shows the next form", async () => {
    const { task } = await opened();
    world.bot.answers(refuse("bad_input", done, { from: "Diese Zeit lese ich nicht." }));
    const again = await body("sent", on(task.value.card.content, { "f.from": "25:99" }));
    expect(text(again)).toMatch(/Diese Zeit lese ich nicht/);
    expect(nodesOf(again).find(({ id }) => id === "f.from")?.["value"]).toBe("25:99");
    // Corrected, it still knows where it was opened.
    world.bot.answers(ask({ ...form, title: "Weiter" }));
    expect(await body("sent", on(again.task.value.card.content))).toMatchObject({ task: { type: "continue", value: { title: "Weiter" } } });
    expect(world.bot.heard.at(-1)?.card).toEqual({ conversation: "a:direct", activity: "1790000000100" });
  });

  test("shows what is no form as a card with its buttons: a refusal, a fault", async () => {
    const shown = await body("fetch");
    expect(shown).toMatchObject({ task: { type: "continue", value: { title: "Ihre Zusage ist eingetragen" } } });
    expect(text(shown)).toMatch(/Action\.Submit.*Ändern/);
    world.bot.answers(fault);
    for (const name of ["fetch", "sent"]) expect(text(await body(name))).toMatch(/continue.*nicht geklappt/);
  });

  test("in a group leaves only where the answer is", async () => {
    const inGroup = (it: Payload) => (it.conversation = { ...it.conversation, conversationType: "groupChat", id: "19:group@thread.v2" });
    for (const name of ["fetch", "sent"]) expect(await body(name, inGroup)).toEqual({ task: { type: "message", value: "Ich habe Ihnen direkt geschrieben." } });
  });
});

describe("an old client's button", () => {
  test("is acknowledged; the update is owed by the core", async () => {
    await body("press-old");
    expect([world.double.calls, world.bot.heard[0]?.window]).toEqual([[], false]);
  });

  test("gets a refused form again, with its errors", async () => {
    world.bot.answers(refuse("bad_input", done, { from: "Diese Zeit lese ich nicht." }));
    const memory = JSON.stringify({ card: { name: "f", title: "Nur zeitweise", elements: [{ type: "form", form }] } });
    await body("press-old", (it) => (it.value = { s: writeWish(form.wish), f: ["from"], "f.from": "25:99", [memoryId]: memory }));
    expect(text(world.double.calls[0]?.body)).toMatch(/f\.from.*25:99.*Diese Zeit lese ich nicht/);
  });
});
