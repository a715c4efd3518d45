// The adapter as a whole, over HTTP with tokens: the bot decides first, then Teams is answered, each gesture in its own way.
import { card } from "../../src/card.ts";
import { type Outcome, refuse, show } from "../../src/outcome.ts";
import { wish, writeWish } from "../../src/wish.ts";
import { teamsWorld, tenant, type World } from "../../test/teams-world.ts";
import type { Payload } from "./fixtures/index.ts";

const done = card("rsvp.accepted", "Ihre Zusage ist eingetragen", { buttons: [{ label: "Ändern", wish: wish("rsvp.change") }] });
const fault: Outcome = refuse("fault", card("fault", "Das hat leider nicht geklappt", { buttons: [{ label: "Noch einmal", wish: wish("status.show") }] }));
const told = "Ich habe Ihnen direkt geschrieben.";

let world: World;
beforeAll(async () => {
  world = await teamsWorld();
});
beforeEach(() => {
  world.double.reset();
  world.bot.heard.length = 0;
  world.logged.length = 0;
  world.bot.answers(show(done));
});
afterEach(() => expect(world.logged.filter((it) => it !== "teams.answer")).toEqual([]));
afterAll(() => world.close());

/** What was written into conversations while the gesture was answered; looking somebody up is no writing. */
const written = () => world.double.calls.filter(({ what }) => what.startsWith("POST"));
const body = async (name: string, change?: (it: Payload) => void) => {
  const { status, body } = await world.deliver(name, change);
  expect(status).toBe(200);
  return body;
};
const text = (content: unknown) => JSON.stringify(content);

describe("a pressed button", () => {
  test("in the direct chat refreshes its card at once; the update for good is owed by the core", async () => {
    const answer = await body("press-personal");
    expect(answer).toMatchObject({ statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: { type: "AdaptiveCard", version: "1.5" } });
    expect(text(answer.value)).toContain("Ihre Zusage ist eingetragen");
    expect(world.double.calls).toEqual([]);
    expect(world.bot.heard).toHaveLength(1);
  });

  test("that is answered with a new message leaves its card as it is", async () => {
    const answer = await body("press-personal", (it) => (it.value.action.data.w = writeWish(wish("status.show"))));
    expect(answer).toEqual({ statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "Ihre Zusage ist eingetragen" });
  });

  test("in a group leaves the card to everybody, and tells only the person", async () => {
    expect(await body("press-group")).toEqual({ statusCode: 200, type: "application/vnd.microsoft.activity.message", value: told });
    expect(world.double.calls).toEqual([]);
  });

  test("in a group turns a page for this person only", async () => {
    world.bot.answers({ show: done, open: true });
    expect(text(await body("press-group"))).toContain("Ihre Zusage ist eingetragen");
    expect(world.double.calls).toEqual([]);
  });

  test("tells of a fault on the card, with a way to try again", async () => {
    world.bot.answers(fault);
    for (const name of ["press-personal", "press-group"]) expect(text(await body(name))).toMatch(/nicht geklappt.*Noch einmal/);
  });

  test("is answered where the bot keeps silent, because Teams waits", async () => {
    world.bot.answers({ silent: "test" });
    expect(await body("press-personal")).toMatchObject({ type: "application/vnd.microsoft.activity.message" });
  });
});

describe("words", () => {
  test("in the direct chat are acknowledged; the answer is owed by the core", async () => {
    expect(await body("message-personal")).toBeUndefined();
    expect(written()).toEqual([]);
  });

  test("that could not be stored are answered at once, because nothing else tells of it", async () => {
    world.bot.answers(fault);
    await body("message-personal");
    expect(written()).toMatchObject([
      { what: "POST /v3/conversations/a:direct/activities/1790000000001", body: { summary: expect.stringContaining("nicht geklappt") } },
    ]);
  });

  test.each(["message-group", "message-channel"])("in %s are answered in the direct chat, and everybody reads only that", async (name) => {
    await body(name);
    expect(written()).toMatchObject([{ body: { type: "message", text: told, textFormat: "plain" } }]);
    expect(written()[0]?.body.attachments).toBeUndefined();
  });

  test("in a channel show everybody what is open, in their thread", async () => {
    world.bot.answers({ show: done, open: true });
    await body("message-channel");
    expect(written()).toMatchObject([
      { what: "POST /v3/conversations/19:hall@thread.tacv2;messageid=1790000000000/activities/1790000000003", body: { attachments: [{}] } },
    ]);
  });

  test("in a group that could not be stored are answered in the person's own chat", async () => {
    world.bot.answers(fault);
    await body("message-group");
    expect(written().map(({ what }) => what)).toEqual([
      "POST /v3/conversations/19:group@thread.v2/activities/1790000000002",
      "POST /v3/conversations",
      "POST /v3/conversations/a:opened/activities",
    ]);
    expect(text(written()[0]?.body)).not.toContain("geklappt");
  });

  test("typing is never shown, and nobody is told that words are read", async () => {
    world.bot.answers(() => new Promise((resolve) => setTimeout(resolve, 1500, show(done))));
    await body("message-personal");
    expect(written()).toEqual([]);
  });
});

describe("the first sight", () => {
  test("in a direct chat is handed to the bot; the welcome is owed by the core", async () => {
    await body("install-personal");
    expect([world.bot.heard.map(({ said }) => said), written()]).toEqual([[{ met: true }], []]);
  });

  test("in a channel leaves the greeting to the core, under one key for all that tells of it", async () => {
    world.bot.answers({ show: done, open: true });
    for (const name of ["install-channel", "added-channel"]) await body(name);
    expect(new Set(world.bot.heard.map(({ key }) => key)).size).toBe(1);
    expect(world.bot.heard[0]).toMatchObject({ said: { met: true }, room: { conversation: "19:hall@thread.tacv2" } });
    expect(written()).toEqual([]);
  });

  test("and the last one are handed to the bot, and nothing is written into a chat that is gone", async () => {
    await body("uninstall");
    expect([world.bot.heard.map(({ said }) => said), world.double.calls]).toEqual([[{ left: true }], []]);
  });

  test("of people who come and go, and of what concerns nobody, nothing is said", async () => {
    for (const name of ["added-personal", "member-added", "member-removed", "reaction", "edited", "message-bot", "message-empty"]) await body(name);
    expect((await world.deliver("search")).status).toBe(501);
    expect([world.bot.heard, world.double.calls]).toEqual([[], []]);
  });

  test("a tenant is made known before its first gesture, once", async () => {
    await Promise.all([body("message-personal"), body("press-personal")]);
    expect(world.joined).toEqual([tenant]);
  });
});

test("what Teams delivers again carries the key it had, and gets the same answer (R5)", async () => {
  for (const name of [
    "message-personal",
    "message-channel",
    "press-personal",
    "press-form",
    "fetch",
    "sent",
    "press-old",
    "message-action",
    "install-channel",
  ]) {
    world.bot.heard.length = 0;
    const answers = await Promise.all([1, 2, 3].map(() => world.deliver(name)));
    expect([name, new Set(world.bot.heard.map(({ key }) => key)).size, new Set(answers.map((it) => it.text)).size]).toEqual([name, 1, 1]);
  }
});

test.each(["message-personal", "press-personal", "sent"])("%s is acknowledged only after it was stored", async (name) => {
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
  for (let tries = 0; world.bot.heard.length === 0 && tries < 100; tries++) await new Promise((resolve) => setTimeout(resolve, 10));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([world.bot.heard.length, acknowledged]).toEqual([1, false]);
  store(show(done));
  expect((await request).status).toBe(200);
});

test("an answer Teams does not take is logged, not repeated: what it says is stored", async () => {
  world.double.replies({ status: 502 });
  expect((await world.deliver("message-group")).status).toBe(200);
  expect([written().length, world.logged]).toEqual([1, ["teams.answer"]]);
});
