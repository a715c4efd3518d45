// What exists only in windows, over signed HTTP: forms that leave nothing in the chat, what is read beside them, cards that are seen once.
import { card } from "../../src/card.ts";
import type { Form } from "../../src/form.ts";
import { ask, refuse, showOnce } from "../../src/outcome.ts";
import { wish, writeWish } from "../../src/wish.ts";
import { faults } from "../../test/slack-schema.ts";
import { slackWorld, type World } from "../../test/slack-world.ts";
import { readMemory } from "./form.ts";

const explain = { label: "Was heißt das?", title: "Mit oder ohne Namen", back: "Zurück zur Frage", facts: [{ label: "Ohne Namen", value: "Das bleibt so." }] };
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
    { name: "name", label: "Ihr Name", required: true, kind: { type: "one", options: [{ value: "no", label: "Ohne Namen", about: "Das bleibt so." }] } },
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
let world: World;
beforeAll(async () => {
  world = await slackWorld();
});
beforeEach(() => {
  world.double.reset();
  world.bot.heard.length = 0;
  world.logged.length = 0;
});
afterAll(() => world.close());

const body = async (got: Promise<{ status: number; body: string }>) => {
  const { status, body } = await got;
  expect(status).toBe(200);
  return body === "" ? undefined : JSON.parse(body);
};
const views = (method: string) => world.double.named(method).map(({ args }) => ({ ...args, view: JSON.parse(args["view"] ?? "{}") }));
/** Everything that Slack keeps in a chat or on the Home tab. */
const lasting = () => world.double.calls.filter(({ method }) => ["chat.postMessage", "chat.update", "views.publish"].includes(method));
const responses = () => world.double.named("response").map(({ args }) => JSON.parse(args["json"] ?? "{}"));

describe("a form that exists only in a window", () => {
  beforeEach(() => world.bot.answers(ask(form)));

  test.each(["slash-direct", "slash-channel", "press-direct", "press-home", "shortcut"])("is opened by %s, with nothing chosen beforehand", async (name) => {
    expect(await body(world.deliver(name))).toBeUndefined();
    const [opened] = views("views.open");
    expect(faults("modal", opened?.view)).toEqual([]);
    expect(opened?.view.blocks.map(({ type }: { type: string }) => type)).toEqual(["section", "input", "input", "actions"]);
    expect(JSON.stringify(opened?.view)).not.toContain("initial_option");
    // The window remembers the wish, and where it was opened; nothing else.
    expect(Object.keys(readMemory(opened?.view.private_metadata) ?? {}).filter((it) => it !== "card")).toEqual(["tenant", "wish"]);
  });

  test("is one button where no window opens, without inputs and without what is left of the limit", async () => {
    world.double.replies("views.open", { ok: false, error: "expired_trigger_id" });
    const answer = await body(world.deliver("slash-direct"));
    expect(answer.blocks).toMatchObject([
      { type: "header", text: { text: "Frage einreichen" } },
      { type: "actions", elements: [{ text: { text: "Frage einreichen" }, value: writeWish(form.wish) }] },
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/noch 1 Frage|Ihre Frage|Was heißt das/);
    expect(answer.text).toContain("öffnet sich in einem Fenster");
  });

  test("stays with messages at its fields; Slack keeps what was typed, and nobody else does", async () => {
    world.bot.answers(refuse("bad_input", receipt, { text: "Bitte formulieren Sie eine Frage." }));
    const answer = await body(world.deliver("submit", (it) => (it.view.state.values = { text: { answer: { type: "plain_text_input", value: "Hallo" } } })));
    expect(answer).toEqual({ response_action: "errors", errors: { text: "Bitte formulieren Sie eine Frage." } });
    expect(world.double.calls).toEqual([]);
  });
});

describe("what can be read beside a form", () => {
  test("opens above it, and the bot hears nothing of it", async () => {
    expect(await body(world.deliver("press-explain"))).toBeUndefined();
    expect(views("views.push")).toMatchObject([
      { trigger_id: "1111.2222.explain", view: { title: { text: "Mit oder ohne Namen" }, close: { text: "Zurück zur Frage" } } },
    ]);
    expect(faults("modal", views("views.push")[0]?.view)).toEqual([]);
    expect(JSON.stringify(views("views.push"))).not.toContain("Wie viele Plätze");
    expect([world.bot.heard, world.double.calls.length]).toEqual([[], 1]);
  });

  test("that came too late is logged and nothing more", async () => {
    world.double.replies("views.push", { ok: false, error: "expired_trigger_id" });
    await body(world.deliver("press-explain"));
    expect(world.logged).toEqual(["slack.answer"]);
  });

  test("is nothing of ours where the value is another's", async () => {
    await body(world.deliver("press-explain", (it) => (it.actions[0].value = '{"t":"x"}')));
    expect([world.double.calls, world.bot.heard, world.logged]).toEqual([[], [], ["slack.unreadable"]]);
  });
});

describe("a card that is seen once", () => {
  beforeEach(() => world.bot.answers(showOnce(receipt)));

  test("takes the place of the form that was sent, and is posted nowhere", async () => {
    const answer = await body(world.deliver("submit"));
    expect(answer).toMatchObject({ response_action: "update", view: { type: "modal", close: { text: "Fertig" } } });
    expect(faults("modal", answer.view)).toEqual([]);
    expect(JSON.stringify(answer)).toContain(secret);
    // Closing is the window's own, so no button asks the bot for it.
    expect(JSON.stringify(answer)).not.toContain("step.cancel");
    expect(world.double.calls).toEqual([]);
  });

  test.each(["slash-direct", "slash-channel", "press-direct", "press-echo", "press-home"])("after %s opens a window, and is posted nowhere", async (name) => {
    expect(await body(world.deliver(name))).toBeUndefined();
    expect(JSON.stringify(views("views.open"))).toContain(secret);
    expect(world.double.calls.map(({ method }) => method)).toEqual(["views.open"]);
  });

  test("in a window that is open already takes its place", async () => {
    await body(world.deliver("press-window"));
    expect(world.double.calls.map(({ method }) => method)).toEqual(["views.update"]);
    expect(JSON.stringify(views("views.update"))).toContain(secret);
  });

  test("where no window opens is for the person's eyes only, and Slack keeps it nowhere", async () => {
    world.double.replies("views.open", { ok: false, error: "expired_trigger_id" });
    expect(await body(world.deliver("slash-direct"))).toMatchObject({ response_type: "ephemeral", text: expect.stringContaining(secret) });
    await body(world.deliver("press-direct"));
    expect(responses()).toMatchObject([{ replace_original: false, response_type: "ephemeral", text: expect.stringContaining(secret) }]);
    await body(world.deliver("message-im"));
    expect(world.double.named("chat.postEphemeral")).toMatchObject([{ args: { channel: "D01SEAT", user: "U01SEAT" } }]);
    await body(world.deliver("press-home"));
    expect(lasting()).toEqual([]);
  });

  test("that could not be shown is not spoken of in the chat either", async () => {
    world.double.replies("views.open", { ok: false, error: "expired_trigger_id" });
    world.double.replies("response", { status: 500 });
    await body(world.deliver("press-echo"));
    expect([lasting(), world.logged]).toEqual([[], ["slack.answer"]]);
  });
});
