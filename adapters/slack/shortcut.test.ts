// A question made of a message, over signed HTTP: from Slack's payload to the window that answers it.
import { card } from "../../src/card.ts";
import type { Form } from "../../src/form.ts";
import { ask, refuse, show } from "../../src/outcome.ts";
import { wish, writeWish } from "../../src/wish.ts";
import { faults } from "../../test/slack-schema.ts";
import { slackWorld, type World } from "../../test/slack-world.ts";
import { fixture } from "./fixtures/index.ts";
import { read } from "./inbound.ts";
import { tenantsIn } from "./origin.ts";

const typed = card("question.typed", "Diese Frage ist schon im Chat zu lesen", {
  text: "„Wie viele Plätze?“",
  buttons: [
    { label: "Mit Namen weiter", wish: wish("question.new", { text: "Wie viele Plätze?" }) },
    { label: "Abbrechen", wish: wish("step.cancel") },
  ],
});
const form: Form = { name: "question.form", title: "Frage einreichen", window: true, submit: "Los", cancel: "Ende", wish: wish("question.new"), fields: [] };

let world: World;
beforeAll(async () => {
  world = await slackWorld();
});
beforeEach(() => {
  world.double.reset();
  world.bot.heard.length = 0;
  world.bot.answers(show(typed));
});
afterAll(() => world.close());

const body = async (got: Promise<{ status: number; body: string }>) => {
  const { status, body } = await got;
  expect(status).toBe(200);
  return body === "" ? undefined : JSON.parse(body);
};
const views = (method: string) => world.double.named(method).map(({ args }) => ({ ...args, view: JSON.parse(args["view"] ?? "{}") }));
const responses = () => world.double.named("response").map(({ args }) => JSON.parse(args["json"] ?? "{}"));
/** Everything that Slack keeps in a chat. */
const lasting = () => world.double.calls.filter(({ method }) => ["chat.postMessage", "chat.update"].includes(method));

test("it is the wish of a typed question with the message's words, answered in a window", async () => {
  expect(await body(world.deliver("shortcut-channel"))).toBeUndefined();
  expect(world.bot.heard).toMatchObject([
    {
      key: "slack:1111.2222.guest",
      from: { messenger: "slack", tenant: "T01HOME", user: "U01SEAT", address: { user: "U01SEAT" } },
      place: "direct",
      said: { pressed: writeWish(wish("question.typed", { text: "Wie viele Plätze sind 2027 geplant?" })) },
      window: true,
      answer: "inline",
    },
  ]);
  const [opened] = views("views.open");
  expect(faults("modal", opened?.view)).toEqual([]);
  expect(opened).toMatchObject({ trigger_id: "1111.2222.guest", view: { close: { text: "Abbrechen" } } });
  expect(JSON.stringify(opened?.view.blocks)).toMatch(/Wie viele Plätze.*Mit Namen weiter/);
  expect(lasting()).toEqual([]);
});

test("it goes on in the same window", async () => {
  world.bot.answers(ask(form));
  await body(world.deliver("press-window"));
  expect(views("views.update")).toMatchObject([{ view_id: "V02WINDOW", view: { callback_id: "question.form" } }]);
});

test("one that came too late for a window is answered beside the message, for the person only", async () => {
  world.double.replies("views.open", { ok: false, error: "expired_trigger_id" });
  await body(world.deliver("shortcut-channel"));
  expect(responses()).toMatchObject([{ replace_original: false, response_type: "ephemeral", text: expect.stringContaining("schon im Chat") }]);
  expect(lasting()).toEqual([]);
});

test("a fault is told in the window", async () => {
  world.bot.answers(refuse("fault", card("fault", "Das hat nicht geklappt")));
  await body(world.deliver("shortcut"));
  expect(JSON.stringify(views("views.open"))).toContain("nicht geklappt");
});

test("it takes the message's words without Slack's marks, and no more than fits", () => {
  const said = (text: string | undefined) => {
    const payload = fixture("shortcut");
    payload.message.text = text;
    const it = read(payload, "T01HOME");
    return "incoming" in it && "pressed" in it.incoming.said ? JSON.parse(String(it.incoming.said.pressed)) : it;
  };
  expect(said("Ich komme gern &amp; bringe <@U02OTHER> mit &lt;wir&gt;")).toEqual({
    c: "question.typed",
    a: { text: "Ich komme gern & bringe @U02OTHER mit <wir>" },
  });
  expect(said("ü".repeat(1500)).a.text).toBe(`${"ü".repeat(999)}…`);
  // A picture has no words: then the form is empty.
  for (const nothing of ["", " \n ", undefined]) expect(said(nothing)).toEqual({ c: "question.new", a: {} });
});

test("it belongs to the workspace of whoever asks, not to that of whoever wrote the message", () => {
  expect(tenantsIn(fixture("shortcut-channel"))).toEqual(["T01HOME"]);
  expect(tenantsIn({ ...fixture("shortcut-channel"), is_enterprise_install: true, enterprise: { id: "E01GRID" } })).toEqual(["E01GRID", "T01HOME"]);
});

test("delivered again it carries the key it had; another shortcut, or one of another shape, is none of ours", async () => {
  await Promise.all([1, 2].map(() => world.deliver("shortcut")));
  expect(new Set(world.bot.heard.map(({ key }) => key)).size).toBe(1);
  expect(read({ ...fixture("shortcut"), callback_id: "other" }, "T01HOME")).toEqual({ ignored: "other" });
  expect(read({ ...fixture("shortcut"), type: "shortcut" }, "T01HOME")).toEqual({ ignored: "other" });
  expect(read({ ...fixture("shortcut"), message: "x" }, "T01HOME")).toEqual({ ignored: "unreadable" });
});
