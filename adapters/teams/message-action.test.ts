// A question made of a message, over HTTP: from Teams' payload to the dialog, and on in it.
import { card } from "../../src/card.ts";
import type { Form } from "../../src/form.ts";
import { ask, refuse, show } from "../../src/outcome.ts";
import { wish, writeWish } from "../../src/wish.ts";
import { faults, nodesOf, using as on } from "../../test/teams-schema.ts";
import { teamsWorld, type World } from "../../test/teams-world.ts";
import { fixture, type Payload } from "./fixtures/index.ts";
import { wishOf } from "./message-action.ts";
import { plainOf } from "./text.ts";

const typed = card("question.typed", "Diese Frage ist schon im Chat zu lesen", {
  text: "„Wie viele Plätze?“",
  buttons: [
    { label: "Mit Namen weiter", wish: wish("question.new", { text: "Wie viele Plätze?" }) },
    { label: "Leeres Formular", wish: wish("question.new"), window: true },
    { label: "Abbrechen", wish: wish("step.cancel") },
  ],
});
const form: Form = {
  name: "question.form",
  title: "Frage einreichen",
  window: true,
  submit: "Einreichen",
  cancel: "Abbrechen",
  wish: wish("question.new"),
  fields: [{ name: "text", label: "Ihre Frage", required: true, kind: { type: "text", max: 200 }, initial: "Wie viele Plätze?" }],
};
const received = card("question.received.named", "Frage F-7 ist eingegangen", { buttons: [{ label: "Zurückziehen", wish: wish("question.withdraw") }] });

let world: World;
beforeAll(async () => {
  jest.spyOn(console, "error").mockImplementation(() => {});
  world = await teamsWorld();
});
beforeEach(() => {
  world.double.reset();
  world.bot.heard.length = 0;
  world.bot.answers(show(typed));
});
afterAll(async () => {
  await world.close();
  jest.restoreAllMocks();
});

const body = async (name: string, change?: (it: Payload) => void) => {
  const { status, body } = await world.deliver(name, change);
  expect(status).toBe(200);
  return body;
};
const dialogOf = (answer: Payload) => {
  expect(answer.task.type).toBe("continue");
  return answer.task.value.card.content;
};
const text = (content: unknown) => JSON.stringify(content);

test("it is the wish of a typed question with the message's words, answered in a dialog", async () => {
  const content = dialogOf(await body("message-action"));
  expect(faults(content)).toEqual([]);
  expect(world.bot.heard).toMatchObject([
    {
      from: { messenger: "teams", user: "29:seat" },
      language: "de",
      place: "direct",
      said: { pressed: writeWish(wish("question.typed", { text: "Wie viele Plätze sind 2027 geplant? Gruß & Dank, Anna" })) },
      window: true,
      answer: "inline",
    },
  ]);
  const actions = nodesOf(content).filter(({ type }) => String(type).startsWith("Action."));
  expect(actions.map(({ type, title }) => [type, title])).toEqual(
    ["Mit Namen weiter", "Leeres Formular", "Abbrechen"].map((title) => ["Action.Submit", title]),
  );
});

test("of the chat it was chosen in nothing is learnt: the bot need not be in it", async () => {
  await body("message-action");
  await body("message-action-sent");
  for (const { from, card: on, room } of world.bot.heard)
    expect([from.address["conversation"], from.address["user"], on, room]).toEqual([undefined, "29:seat", undefined, undefined]);
  expect(text(world.bot.heard)).not.toContain("unq.gbl.spaces");
  expect(world.double.calls).toEqual([]);
});

test("what is pressed in the dialog is a wish, and its answer the dialog's next card", async () => {
  const content = dialogOf(await body("message-action"));
  world.bot.answers(ask(form));
  const next = dialogOf(await body("message-action-sent", on(content)));
  expect(world.bot.heard.at(-1)).toMatchObject({
    said: { pressed: writeWish(wish("question.new", { text: "Wie viele Plätze?" })) },
    place: "direct",
    answer: "posted",
  });
  expect(nodesOf(next).find(({ id }) => id === "f.text")).toMatchObject({ value: "Wie viele Plätze?" });
  world.bot.answers(refuse("bad_input", typed, { text: "Bitte formulieren Sie eine Frage." }));
  expect(text(dialogOf(await body("message-action-sent", on(next))))).toContain("Bitte formulieren");
  // Nobody looks at the chat with the bot now, so the dialog shows what became of it.
  world.bot.answers(show(received));
  expect(text(dialogOf(await body("message-action-sent", on(next))))).toMatch(/F-7 ist eingegangen.*Action\.Submit/);
  expect(world.bot.heard.at(-1)).toMatchObject({ said: { sent: form.wish, answers: { text: "Wie viele Plätze?" } } });
});

test("giving up closes the dialog, and the bot is not asked", async () => {
  const content = dialogOf(await body("message-action"));
  world.bot.heard.length = 0;
  const end = nodesOf(content).filter(({ type }) => type === "Action.Submit")[2];
  const { status, text: said } = await world.deliver("message-action-sent", (it) => (it.value.data = end?.["data"]));
  expect([status, said, world.bot.heard]).toEqual([200, "", []]);
});

test("a fault is told in the dialog", async () => {
  world.bot.answers(refuse("fault", card("fault", "Das hat nicht geklappt")));
  for (const name of ["message-action", "message-action-sent"]) expect(text(dialogOf(await body(name)))).toContain("nicht geklappt");
});

test("in a group or channel it is the same: the dialog is the person's own", async () => {
  const keys = await Promise.all(
    [
      { conversationType: "groupChat", isGroup: true },
      { conversationType: "channel", isGroup: true },
    ].map(async (kind) => {
      const answer = await body("message-action", (it) => Object.assign(it.conversation, { ...kind, id: `19:${kind.conversationType}@thread.v2` }));
      return text(dialogOf(answer)).includes("schon im Chat");
    }),
  );
  expect([keys, world.bot.heard.map(({ place }) => place)]).toEqual([
    [true, true],
    ["direct", "direct"],
  ]);
});

test("a message without words leads to the empty form; a long one is cut", () => {
  const of = (content: unknown) => wishOf({ commandId: "question", messagePayload: { body: { content } } });
  for (const nothing of ["", "<p>&nbsp;</p>", '<attachment id="1"></attachment>', null]) expect(of(nothing)).toEqual(wish("question.new"));
  expect(wishOf({ commandId: "question" })).toEqual(wish("question.new"));
  // What is no HTML is not read as such.
  expect(wishOf({ commandId: "question", messagePayload: { body: { contentType: "text", content: "Sind 5 < 7\nund 8 > 3?" } } })).toEqual(
    wish("question.typed", { text: "Sind 5 < 7 und 8 > 3?" }),
  );
  expect(of("ü".repeat(1500))).toEqual(wish("question.typed", { text: `${"ü".repeat(999)}…` }));
});

test("other actions are none of ours, and what has another shape is not believed", async () => {
  for (const value of [{ commandId: "other" }, {}, "x", null, { commandId: "question", messagePayload: "x" }])
    expect((await world.deliver("message-action", (it) => (it.value = value))).status).toBe(501);
  for (const value of [{ commandId: "other", data: { w: "x" } }, { commandId: "question" }, "x"])
    expect((await world.deliver("message-action-sent", (it) => (it.value = value))).status).toBe(501);
  expect(world.bot.heard).toEqual([]);
});

test("forged, or for another tenant, it is refused before the bot hears of it", async () => {
  const tokens = [{ authorization: "" }, { authorization: `Bearer ${world.keys.token({ claims: world.claims, forged: true })}` }];
  for (const name of ["message-action", "message-action-sent"])
    for (const headers of tokens) expect([401, 403]).toContain((await world.deliver(name, undefined, headers)).status);
  const elsewhere = (it: Payload) => (it.conversation.tenantId = it.channelData.tenant.id = "99999999-9999-4999-8999-999999999999");
  expect((await world.deliver("message-action", elsewhere)).status).toBe(403);
  expect([world.bot.heard, world.double.calls]).toEqual([[], []]);
});

test("Teams' HTML becomes words, and what only looks like markup stays", () => {
  for (const [html, words] of [
    ["<div>Was kostet&nbsp;das?</div>", "Was kostet das?"],
    ["a<br>b<br/>c</p><p>d", "a b c d"],
    ["&lt;b&gt; &amp;amp; &quot;x&quot; &#39;y&#39; &#x20AC; &apos;", `<b> &amp; "x" 'y' € '`],
    ["5 < 7 &und; &#99999999; &#x110000;", "5 < 7 &und; &#99999999; &#x110000;"],
    ['<at id="0">Anna</at>, wie <b>viele</b>?', "Anna, wie viele?"],
    ["ohne Marken", "ohne Marken"],
  ] as const)
    expect(plainOf(html)).toBe(words);
  expect(fixture("message-action").value.messagePayload.body.contentType).toBe("html");
});
