// Sending to Teams: what goes out, and what every kind of failure means for the delivery. One failing call is one request.
import { card } from "../../src/card.ts";
import { DeliveryError } from "../../src/ports.ts";
import { wish } from "../../src/wish.ts";
import { teamsWorld, tenant, type World } from "../../test/teams-world.ts";

const invitation = card("rsvp.ask", "Einladung <at>Alle</at>", { text: "Nehmen Sie teil?", buttons: [{ label: "Ich komme", wish: wish("rsvp.accept") }] });
const ref = { conversation: "a:direct", activity: "1790000000100" };

let world: World;
const address = (more: Record<string, string>) => ({ serviceUrl: world.double.url, bot: "28:bot", user: "29:seat", ...more });
const known = () => ({ tenant, address: address({ conversation: "a:direct" }) });
beforeAll(async () => {
  world = await teamsWorld();
});
beforeEach(() => {
  world.double.reset();
  world.logged.length = 0;
});
afterAll(() => world.close());

const send = () => world.teams.messenger.send(known(), invitation, "Einladung. Nehmen Sie teil?", "answer:1");
const update = () => world.teams.messenger.update(known(), ref, invitation, "Einladung. Nehmen Sie teil?");
const failure = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (it: unknown) => it,
  );
  if (!(error instanceof DeliveryError)) throw new Error(`not a DeliveryError: ${String(error)}`);
  return { reason: error.reason, uncertain: error.uncertain, after: error.after };
};

test("a message is posted to the stored conversation, with the bot's token, and mentions nobody", async () => {
  expect(await send()).toEqual({ conversation: "a:direct", activity: "act-1" });
  expect(world.double.calls).toMatchObject([
    {
      what: "POST /v3/conversations/a:direct/activities",
      token: "Bearer bot-token",
      body: { type: "message", summary: "Einladung. Nehmen Sie teil?", from: { id: "28:bot" } },
    },
  ]);
  expect(world.double.calls[0]?.body).not.toHaveProperty("text");
  expect(world.double.calls[0]?.body.entities ?? []).toEqual([]);
});

test("an update replaces the message it names", async () => {
  await update();
  expect(world.double.calls).toMatchObject([
    {
      what: "PUT /v3/conversations/a:direct/activities/1790000000100",
      body: { id: "1790000000100", attachments: [{ contentType: "application/vnd.microsoft.card.adaptive" }] },
    },
  ]);
});

test("neither is a reply to anything", async () => {
  await send();
  await update();
  expect(world.double.calls.map(({ body }) => body.replyToId)).toEqual([undefined, undefined]);
});

test("whose chat is not known gets one opened, once", async () => {
  const to = { tenant, address: address({ user: "29:new" }) };
  expect(await world.teams.messenger.send(to, invitation, "x", "1")).toMatchObject({ conversation: "a:opened" });
  await world.teams.messenger.send(to, invitation, "x", "2");
  expect(world.double.calls.map(({ what }) => what)).toEqual([
    "POST /v3/conversations",
    "POST /v3/conversations/a:opened/activities",
    "POST /v3/conversations/a:opened/activities",
  ]);
  expect(world.double.calls[0]?.body).toMatchObject({
    isGroup: false,
    members: [{ id: "29:new" }],
    bot: { id: "28:bot" },
    tenantId: tenant,
    channelData: { tenant: { id: tenant } },
  });
});

test("Teams has no look-up", async () => {
  expect(await world.teams.messenger.find(known(), "1")).toBe("cannot");
  expect(world.double.calls).toEqual([]);
});

const lost = { reason: "busy", uncertain: true, after: undefined };
const busy = { ...lost, uncertain: false };
test.each<[string, Parameters<World["double"]["replies"]>[0], object, object]>([
  ["429 with seconds", { status: 429, retryAfter: "7" }, { reason: "limited", uncertain: false, after: 7 }, { reason: "limited", uncertain: false, after: 7 }],
  ["429 without", { status: 429 }, { reason: "limited", uncertain: false, after: 30 }, { reason: "limited", uncertain: false, after: 30 }],
  ["412", { status: 412 }, lost, busy],
  ["500", { status: 500 }, lost, busy],
  ["502", { status: 502 }, lost, busy],
  ["503", { status: 503, retryAfter: "1" }, busy, busy],
  ["504", { status: 504 }, lost, busy],
  ["a broken connection", "dropped", lost, busy],
  ["no answer", "hanging", lost, busy],
  ["401", { status: 401 }, busy, busy],
  ["403", { status: 403, body: { error: { code: "MessageWritesBlocked" } } }, { ...busy, reason: "unreachable" }, { ...busy, reason: "unreachable" }],
  ["404", { status: 404 }, { ...busy, reason: "unreachable" }, { ...busy, reason: "gone" }],
  ["400", { status: 400 }, { ...busy, reason: "refused" }, { ...busy, reason: "refused" }],
  ["413", { status: 413 }, { ...busy, reason: "refused" }, { ...busy, reason: "refused" }],
  ["a redirection", { status: 307 }, { ...busy, reason: "refused" }, { ...busy, reason: "refused" }],
])("%s is the job engine's affair, and asked for once", async (_, reply, posted, updated) => {
  world.double.replies(reply);
  expect(await failure(send())).toEqual(posted);
  expect(await failure(update())).toEqual(updated);
  expect(world.double.calls).toHaveLength(2);
});

test("a date says when it makes sense again", async () => {
  world.double.replies({ status: 429, retryAfter: new Date(Date.now() + 90_000).toUTCString() });
  expect((await failure(send())).after).toBeGreaterThan(80);
});

test("a chat that cannot be opened was not written to", async () => {
  const to = { tenant, address: address({ user: "29:nobody" }) };
  world.double.replies({ status: 502 });
  expect(await failure(world.teams.messenger.send(to, invitation, "x", "1"))).toEqual(busy);
  for (const status of [400, 403, 404]) {
    world.double.replies({ status });
    expect((await failure(world.teams.messenger.send(to, invitation, "x", "1"))).reason).toBe("unreachable");
  }
  expect(world.double.calls.map(({ what }) => what)).toEqual(Array(4).fill("POST /v3/conversations"));
});

test("where nobody listens nothing was sent", async () => {
  const closed = await teamsWorld();
  await closed.double.close();
  // Errors of Node's own fetch are strangers in jest's world; the codes in them are not.
  const to = { tenant, address: { ...known().address, serviceUrl: closed.double.url } };
  expect(await failure(closed.teams.messenger.send(to, invitation, "x", "1"))).toEqual(busy);
  await closed.close().catch(() => {});
});

test("an address that names no chat cannot be reached", async () => {
  for (const address of [{}, { serviceUrl: world.double.url, bot: "28:bot" }, { user: "29:seat", bot: "28:bot" }] as Record<string, string>[])
    expect((await failure(world.teams.messenger.send({ tenant, address }, invitation, "x", "1"))).reason).toBe("unreachable");
  expect(world.double.calls).toEqual([]);
});

test("without a token nothing is sent, and the operator reads why", async () => {
  const locked = await teamsWorld({ locked: true });
  const to = { tenant, address: { ...known().address, serviceUrl: locked.double.url } };
  expect(await failure(locked.teams.messenger.send(to, invitation, "x", "1"))).toEqual(busy);
  expect([locked.double.calls, locked.logged]).toEqual([[], ["teams.service"]]);
  await locked.close();
});
