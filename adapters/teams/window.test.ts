// What exists only in dialogs, over HTTP: forms that leave nothing in the chat, what is read beside them, cards that are seen once, live cards.
import { card } from "../../src/card.ts";
import type { Form } from "../../src/form.ts";
import { formCard } from "../../src/help/cards.ts";
import { ask, refuse, show, showOnce } from "../../src/outcome.ts";
import { wish, writeWish } from "../../src/wish.ts";
import { faults, live, nodesOf, using as on } from "../../test/teams-schema.ts";
import { teamsWorld, tenant, type World } from "../../test/teams-world.ts";
import type { Payload } from "./fixtures/index.ts";
import { memoryId, readMemory } from "./memory.ts";
import { adaptive } from "./render.ts";

const explain = { label: "Was heißt das?", title: "Mit oder ohne Namen", back: "Zurück zur Frage", facts: [{ label: "Ohne Namen", value: "Das bleibt so." }] };
const about = (value: string, label: string, about: string) => ({ value, label, about });
const form: Form = {
  name: "question.form",
  title: "Frage einreichen",
  note: "Sie können noch 1 Frage einreichen.",
  explain,
  window: true,
  submit: "Einreichen",
  cancel: "Abbrechen",
  wish: wish("question.new", { meeting: "m1" }),
  fields: [
    { name: "text", label: "Ihre Frage", required: true, kind: { type: "text", max: 200 } },
    {
      name: "name",
      label: "Ihr Name",
      required: true,
      kind: { type: "one", options: [about("yes", "Mit Namen", "Alle sehen ihn."), about("no", "Ohne Namen", "Das _bleibt_ so.")] },
    },
  ],
};
const secret = "Q-9RT4-6CWB";
const receipt = card("question.received.unnamed", "Frage F-8 ist eingegangen", {
  facts: [{ label: "Quittung", value: secret }],
  buttons: [
    { label: "Fragenliste", wish: wish("question.list") },
    { label: "Fertig", wish: wish("step.cancel") },
  ],
});
const status = card("status", "Ihr Stand", { buttons: [{ label: "Frage einreichen", wish: form.wish, window: true }] });

let world: World;
beforeAll(async () => {
  world = await teamsWorld();
});
beforeEach(() => {
  world.double.reset();
  world.bot.heard.length = 0;
  world.bot.answers(ask(form));
});
afterAll(() => world.close());

const body = async (name: string, change?: (it: Payload) => void) => {
  const { status, body } = await world.deliver(name, change);
  expect(status).toBe(200);
  return body;
};
const text = (content: unknown) => JSON.stringify(content);
const written = () => world.double.calls.filter(({ what }) => what.startsWith("POST") || what.startsWith("PUT"));
const dialogOf = (answer: Payload) => {
  expect(answer.task.type).toBe("continue");
  return answer.task.value.card.content;
};
const titles = (content: object) => nodesOf(content).flatMap(({ type, title }) => (String(type).startsWith("Action.") ? [title] : []));

describe("a form that exists only in a window", () => {
  test("is one button in a card, which opens the dialog; no inputs, and nothing of what is left of the limit", async () => {
    for (const content of [(await body("press-personal", on(adaptive(status, "x")))).value, adaptive(formCard((() => "") as never, form), "x")]) {
      expect(faults(content)).toEqual([]);
      expect(nodesOf(content).filter(({ type, id }) => String(type).startsWith("Input.") && id !== memoryId)).toEqual([]);
      expect(text(content)).toMatch(/Action\.Submit.*task\/fetch/);
      expect(text(content)).not.toMatch(/noch 1 Frage|Ihre Frage|Was heißt das/);
    }
  });

  test("in the dialog has its inputs, and nothing is chosen beforehand", async () => {
    const content = dialogOf(await body("fetch"));
    expect([faults(content), live(content)]).toEqual([[], []]);
    const [choice] = nodesOf(content).filter(({ type }) => type === "Input.ChoiceSet");
    expect(choice).toMatchObject({
      style: "expanded",
      choices: [
        { title: "Mit Namen: Alle sehen ihn.", value: "yes" },
        { title: "Ohne Namen: Das \\_bleibt\\_ so.", value: "no" },
      ],
    });
    expect(choice).not.toHaveProperty("value");
    expect(titles(content)).toEqual(["Einreichen", "Was heißt das?", "Zurück zur Frage"]);
    expect(text(content)).toContain("noch 1 Frage");
  });

  test("what can be read beside it opens and closes without the bot, so what was typed stays", async () => {
    const content = dialogOf(await body("fetch"));
    const hidden = nodesOf(content).find(({ type }) => type === "Container");
    expect(hidden).toMatchObject({ isVisible: false });
    expect(text(hidden)).toMatch(/Mit oder ohne Namen.*Ohne Namen: .*Das bleibt so\./);
    const toggles = nodesOf(content).filter(({ type }) => type === "Action.ToggleVisibility");
    expect(toggles.map(({ targetElements, data }) => [targetElements, data])).toEqual([
      [[hidden?.["id"]], undefined],
      [[hidden?.["id"]], undefined],
    ]);
  });

  test("comes back whole with its errors, and remembers nothing of what was typed", async () => {
    const content = dialogOf(await body("fetch"));
    world.bot.answers(refuse("bad_input", receipt, { text: "Bitte formulieren Sie eine Frage." }));
    const again = dialogOf(await body("sent", on(content, { "f.text": "Hallo Kanarienvogel", "f.name": "no" })));
    expect(titles(again)).toEqual(["Einreichen", "Was heißt das?", "Zurück zur Frage"]);
    expect(text(again)).toMatch(/Hallo Kanarienvogel.*Bitte formulieren/);
    const memory = nodesOf(again).find(({ id }) => id === memoryId)?.["value"];
    expect(memory).not.toContain("Kanarienvogel");
    expect(readMemory(memory)?.card.elements).toEqual([{ type: "form", form }]);
    expect(written()).toEqual([]);
  });

  test("that counts closes the dialog; the answer is on its way to the chat", async () => {
    const content = dialogOf(await body("fetch"));
    world.bot.answers(show(status));
    expect((await world.deliver("sent", on(content, { "f.text": "Wie?" }))).text).toBe("");
    expect(world.bot.heard.at(-1)).toMatchObject({ said: { sent: form.wish, answers: { text: "Wie?", name: "" } }, card: { activity: "1790000000100" } });
  });
});

describe("a button that opens a window", () => {
  test("asks for the dialog at once, where others refresh their card", () => {
    const [action, ...others] = nodesOf(adaptive(status, "x")).filter(({ type }) => String(type).startsWith("Action."));
    expect(action).toMatchObject({ type: "Action.Submit", title: "Frage einreichen", data: { msteams: { type: "task/fetch" }, w: writeWish(form.wish) } });
    expect(others).toEqual([]);
    expect(readMemory(nodesOf(adaptive(status, "x")).find(({ id }) => id === memoryId)?.["value"])?.card).toEqual(status);
  });

  test("is pressed like any other in a dialog that is open already", () => {
    const [action] = nodesOf(adaptive(status, "x", { dialog: true })).filter(({ type }) => String(type).startsWith("Action."));
    expect(action).toMatchObject({ type: "Action.Submit", data: { w: writeWish(form.wish) } });
    expect(text(action)).not.toContain("task/fetch");
  });
});

describe("a card that is seen once", () => {
  test("is the dialog's next card, which remembers nothing; nothing is written into any chat", async () => {
    const content = dialogOf(await body("fetch"));
    world.bot.answers(showOnce(receipt));
    for (const answer of [await body("sent", on(content, { "f.text": "Wie?" })), await body("fetch")]) {
      expect(faults(dialogOf(answer))).toEqual([]);
      expect(text(answer)).toContain(secret);
      expect(text(answer)).not.toContain(memoryId);
    }
    expect(written()).toEqual([]);
  });

  test("in a group is shown in the dialog too, because nobody else sees that", async () => {
    world.bot.answers(showOnce(receipt));
    const inGroup = (it: Payload) => (it.conversation = { ...it.conversation, conversationType: "groupChat", id: "19:group@thread.v2" });
    expect(text(dialogOf(await body("fetch", inGroup)))).toContain(secret);
  });

  test("is closed by the button that gives up without asking the bot; the others are pressed as ever", async () => {
    world.bot.answers(showOnce(receipt));
    const content = dialogOf(await body("fetch"));
    world.bot.heard.length = 0;
    const { status, text: said } = await world.deliver("sent", on(content, {}, 0));
    expect([status, said !== "", world.bot.heard.length]).toEqual([200, true, 1]);
    world.bot.heard.length = 0;
    const end = nodesOf(content).filter(({ type }) => type === "Action.Submit")[1];
    expect(end).toMatchObject({ title: "Fertig" });
    const closed = await world.deliver("sent", (it) => (it.value.data = end?.["data"]));
    expect([closed.status, closed.text, world.bot.heard.length]).toEqual([200, "", 0]);
  });

  test.each(["press-personal", "press-group"])("pressed for without a dialog (%s) shows nothing but the button that opens one", async (name) => {
    world.bot.answers(showOnce(receipt));
    const answer = await body(name, (it) => (it.value.action.data.w = writeWish(wish("question.new", { meeting: "m1", text: "Wie?" }))));
    expect(text(answer)).not.toMatch(/Q-9RT4|F-8|Wie\?/);
    const [action] = nodesOf(answer.value).filter(({ type }) => type === "Action.Submit");
    expect(action?.["data"]).toMatchObject({ msteams: { type: "task/fetch" }, w: writeWish(wish("question.new", { meeting: "m1" })) });
    expect([text(answer.value).includes("nur in einem Fenster"), written()]).toEqual([true, []]);
  });
});

test("what is seen once is not said to words or to an old client's button either: a message of its own holds the button that opens the dialog", async () => {
  world.bot.answers(showOnce(receipt));
  for (const name of ["message-personal", "press-old", "message-group"]) {
    world.double.reset();
    await body(name, (it) => {
      if (it.value) it.value.w = writeWish(form.wish);
      else it.text = it.text.replace(/(<at>.*<\/at>)?.*/, "$1 frage neu");
    });
    const said = written().flatMap(({ body: it }) => it.attachments ?? []);
    expect([name, said.length, text(written()).includes(secret)]).toEqual([name, 1, false]);
    expect([name, text(said)]).toEqual([name, expect.stringMatching(/nur in einem Fenster.*task\/fetch.*question\.new/)]);
  }
});

describe("a live card", () => {
  const shown = { show: card("round.live", "Frage 4 von 11"), open: true, matter: "round:m1" } as const;

  test.each(["message-group", "message-channel"])("asked for in %s is owed to the place, and said nowhere a second time", async (name) => {
    world.bot.answers(shown);
    for (let n = 0; n < 2; n++) expect(await body(name)).toBeUndefined();
    expect(world.bot.heard.every(({ room }) => room !== undefined)).toBe(true);
    expect(written()).toEqual([]);
  });

  test("is posted into the channel's main flow and edited there", async () => {
    const address = { serviceUrl: world.double.url, bot: "28:bot", conversation: "19:hall@thread.tacv2" };
    const ref = await world.teams.messenger.send({ tenant, address }, shown.show, "twin", "id-1");
    await world.teams.messenger.update({ tenant, address }, ref, card("round.live", "Frage 5 von 11"), "twin");
    expect(written().map(({ what }) => what)).toEqual([
      "POST /v3/conversations/19:hall@thread.tacv2/activities",
      `PUT /v3/conversations/19:hall@thread.tacv2/activities/${ref["activity"]}`,
    ]);
  });
});
