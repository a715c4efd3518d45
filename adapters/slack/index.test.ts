// The adapter as a whole, over signed HTTP: the bot decides first, then Slack is answered, each gesture in its own way.
import { card } from "../../src/card.ts";
import type { Form } from "../../src/form.ts";
import { ask, type Outcome, refuse, show } from "../../src/outcome.ts";
import { wish } from "../../src/wish.ts";
import { slackWorld, type World } from "../../test/slack-world.ts";
import { readMemory } from "./form.ts";

const done = card("rsvp.accepted", "Ihre Zusage ist eingetragen", { buttons: [{ label: "Ändern", wish: wish("rsvp.change") }] });
const fault: Outcome = refuse("fault", card("fault", "Das hat leider nicht geklappt", { buttons: [{ label: "Noch einmal", wish: wish("status.show") }] }));
const form: Form = {
  name: "rsvp.partial",
  title: "Nur zeitweise",
  submit: "Eintragen",
  cancel: "Abbrechen",
  wish: wish("rsvp.partial"),
  fields: [{ name: "from", label: "Ab", required: false, kind: { type: "clock" } }],
};
const told = "Ich habe Ihnen direkt geschrieben.";

let world: World;
beforeAll(async () => {
  world = await slackWorld();
});
beforeEach(() => {
  world.double.reset();
  world.bot.heard.length = 0;
  world.bot.answers(show(done));
});
afterAll(() => world.close());

/** What was written to the address Slack gave for answers. */
const responses = () => world.double.named("response").map(({ args }) => JSON.parse(args["json"] ?? "{}"));
const view = (method: string) => world.double.named(method).map(({ args }) => ({ ...args, view: JSON.parse(args["view"] ?? "{}") }));
const body = async (got: Promise<{ status: number; body: string }>) => {
  const { status, body } = await got;
  expect(status).toBe(200);
  return body === "" ? undefined : JSON.parse(body);
};

describe("a slash command", () => {
  test("in the direct chat is answered with its echo", async () => {
    const answer = await body(world.deliver("slash-direct"));
    expect(answer).toMatchObject({
      response_type: "ephemeral",
      text: expect.stringContaining("Ihre Zusage ist eingetragen"),
      blocks: [{ type: "header" }, { type: "actions" }],
    });
    expect(world.double.named("chat.postMessage")).toEqual([]);
  });

  test("in a channel leaves only where the answer is", async () => {
    expect(await body(world.deliver("slash-channel"))).toMatchObject({ response_type: "ephemeral", text: told });
  });

  test("in a channel shows what everybody may see", async () => {
    world.bot.answers({ show: done, open: true });
    expect(await body(world.deliver("slash-channel"))).toMatchObject({ response_type: "in_channel", text: expect.stringContaining("Ihre Zusage") });
  });

  test("with missing details opens the form", async () => {
    world.bot.answers(ask(form));
    expect(await body(world.deliver("slash-channel"))).toBeUndefined();
    expect(view("views.open")).toMatchObject([{ trigger_id: "1111.2222.channel", view: { type: "modal", callback_id: "rsvp.partial" } }]);
  });

  test("offers the form as a button when the window came too late", async () => {
    world.bot.answers(ask(form));
    world.double.replies("views.open", { ok: false, error: "expired_trigger_id" });
    expect(JSON.stringify(await body(world.deliver("slash-channel")))).toContain("rsvp.partial#0");
  });

  test("shows a fault even in a channel: nothing else would tell of it", async () => {
    world.bot.answers(fault);
    expect(await body(world.deliver("slash-channel"))).toMatchObject({ response_type: "ephemeral", text: expect.stringContaining("nicht geklappt") });
  });

  test("is answered with nothing where the bot keeps silent", async () => {
    world.bot.answers({ silent: "test" });
    expect(await body(world.deliver("slash-direct"))).toBeUndefined();
  });
});

describe("a pressed button", () => {
  test("in the direct chat is only acknowledged; the update is owed by the core", async () => {
    expect(await body(world.deliver("press-direct"))).toBeUndefined();
    expect(world.double.calls).toEqual([]);
    expect(world.bot.heard).toHaveLength(1);
  });

  test("opens a form that remembers the card", async () => {
    world.bot.answers(ask(form));
    await body(world.deliver("press-direct"));
    const [opened] = view("views.open");
    expect(readMemory(opened?.view.private_metadata)).toEqual({
      tenant: "T01HOME",
      wish: wish("rsvp.partial"),
      card: { channel: "D01SEAT", ts: "1790000000.000100" },
    });
  });

  test("tells of a fault beside the card", async () => {
    world.bot.answers(fault);
    await body(world.deliver("press-direct"));
    expect(responses()).toMatchObject([{ replace_original: false, response_type: "ephemeral", text: expect.stringContaining("nicht geklappt") }]);
  });

  test("in a channel leaves the card to everybody", async () => {
    await body(world.deliver("press-channel"));
    expect(responses()).toEqual([{ replace_original: false, response_type: "ephemeral", text: told, blocks: [] }]);
  });

  test("in a channel turns its page for everybody", async () => {
    world.bot.answers({ show: done, open: true });
    await body(world.deliver("press-channel"));
    expect(responses()).toMatchObject([{ replace_original: true, text: expect.stringContaining("Ihre Zusage") }]);
  });

  test("on an echo replaces the echo", async () => {
    await body(world.deliver("press-echo"));
    expect(responses()).toMatchObject([{ replace_original: true, response_type: "ephemeral" }]);
  });

  test("on the Home tab repaints the tab", async () => {
    await body(world.deliver("press-home"));
    expect(view("views.publish")).toMatchObject([{ user_id: "U01SEAT", view: { type: "home" } }]);
  });

  test("in a window shows the answer there", async () => {
    await body(world.deliver("press-window"));
    expect(view("views.update")).toMatchObject([{ view_id: "V02WINDOW", view: { type: "modal", title: { text: "Ihre Zusage ist eingetr…" } } }]);
  });

  test("that opens a link asks nothing of the bot", async () => {
    expect(await body(world.deliver("link"))).toBeUndefined();
    expect(world.bot.heard).toEqual([]);
  });
});

describe("a sent form", () => {
  test("closes when it counts", async () => {
    expect(await body(world.deliver("submit"))).toEqual({ response_action: "clear" });
  });

  test("stays with messages at its fields, and may be sent again", async () => {
    world.bot.answers(refuse("bad", done, { day: "Dieser Tag liegt in der Vergangenheit.", whose: "Unbekannt." }));
    expect(await body(world.deliver("submit"))).toEqual({ response_action: "errors", errors: { day: "Dieser Tag liegt in der Vergangenheit. Unbekannt." } });
  });

  test("gives way to the next form or to a fault", async () => {
    world.bot.answers(ask(form));
    expect(await body(world.deliver("submit"))).toMatchObject({ response_action: "update", view: { callback_id: "rsvp.partial" } });
    world.bot.answers(fault);
    expect(await body(world.deliver("submit"))).toMatchObject({
      response_action: "update",
      view: { type: "modal", title: { text: "Das hat leider nicht ge…" } },
    });
  });
});

describe("an event", () => {
  test("of words is acknowledged; the answer is owed by the core", async () => {
    expect(await body(world.deliver("message-im"))).toBeUndefined();
    expect(world.double.named("chat.postMessage")).toEqual([]);
  });

  test("that failed is repeated by Slack, and the second fault is shown", async () => {
    world.bot.answers(fault);
    expect((await world.deliver("message-im")).status).toBe(500);
    expect(world.double.named("chat.postMessage")).toEqual([]);
    expect((await world.deliver("message-im", undefined, { "x-slack-retry-num": "1", "x-slack-retry-reason": "http_error" })).status).toBe(200);
    expect(world.double.named("chat.postMessage")).toMatchObject([{ args: { channel: "D01SEAT" } }]);
  });

  test("of a mention is answered in the direct chat, and only the person is told", async () => {
    await body(world.deliver("mention"));
    expect(world.double.named("chat.postEphemeral")).toMatchObject([{ args: { channel: "C01HALL", user: "U01SEAT", text: told } }]);
  });

  test("of a mention shows everybody what is open, in its thread", async () => {
    world.bot.answers({ show: done, open: true });
    await body(world.deliver("mention"));
    expect(world.double.named("chat.postMessage")).toMatchObject([{ args: { channel: "C01HALL", thread_ts: "1790000300.000100" } }]);
  });

  test("of an opened Home tab shows the status there", async () => {
    await body(world.deliver("home-opened"));
    expect(view("views.publish")).toMatchObject([{ user_id: "U01SEAT", view: { type: "home", blocks: [{ type: "header" }, { type: "actions" }] } }]);
  });

  test("that concerns nobody is acknowledged", async () => {
    for (const name of ["message-edited", "message-bot", "home-messages", "member-joined"])
      expect([name, (await world.deliver(name)).status]).toEqual([name, 200]);
    expect(world.bot.heard).toEqual([]);
  });
});

test("what Slack delivers again carries the key it had (R5)", async () => {
  for (const name of ["slash-direct", "press-direct", "submit", "message-im", "mention"]) {
    world.bot.heard.length = 0;
    await Promise.all([1, 2, 3, 4].map((n) => world.deliver(name, undefined, { "x-slack-retry-num": String(n) })));
    expect([name, world.bot.heard.length, new Set(world.bot.heard.map(({ key }) => key)).size]).toEqual([name, 4, 1]);
  }
});

test.each(["message-im", "press-direct", "slash-direct", "submit"])("%s is acknowledged only after it was stored", async (name) => {
  let store = (_: Outcome) => {};
  world.bot.answers(
    () =>
      new Promise((resolve) => {
        store = resolve;
      }),
  );
  let acknowledged = false;
  const request = world.deliver(name).then((got) => {
    acknowledged = true;
    return got;
  });
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect([world.bot.heard.length, acknowledged]).toEqual([1, false]);
  store(show(done));
  expect((await request).status).toBe(200);
});

test("an address for answers that never answers holds nobody up", async () => {
  world.double.replies("response", "hanging");
  const start = performance.now();
  expect((await world.deliver("press-echo")).status).toBe(200);
  expect(performance.now() - start).toBeLessThan(3000);
});

test("what was stored and could not be shown is said in the direct chat; what is owed as a message, or was refused, is not", async () => {
  world.double.replies("response", { status: 500 });
  await world.deliver("press-echo");
  expect(world.double.named("chat.postMessage").map(({ args }) => args["text"])).toEqual([expect.stringContaining("Ihre Eingabe ist gespeichert")]);
  world.double.reset();
  world.double.replies("response", { status: 500 });
  world.bot.answers(refuse("bad_input", done));
  await world.deliver("press-echo");
  await world.deliver("press-channel");
  expect(world.double.named("chat.postMessage")).toEqual([]);
});

test("an answer Slack does not take is logged, not repeated: what it says is stored", async () => {
  world.double.replies("response", { status: 500 });
  world.double.replies("views.publish", { ok: false, error: "invalid_arguments" });
  world.logged.length = 0;
  expect([(await world.deliver("press-echo")).status, (await world.deliver("home-opened")).status]).toEqual([200, 200]);
  expect(world.logged).toEqual(["slack.answer", "slack.answer"]);
});
