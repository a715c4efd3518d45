// Sending to Slack: what goes out, and what every kind of failure means for the delivery.
import { WebClient } from "@slack/web-api";
import { card } from "../../src/card.ts";
import { DeliveryError, type Messenger } from "../../src/ports.ts";
import { wish } from "../../src/wish.ts";
import { type Double, slackDouble } from "../../test/slack-double.ts";
import { createMessenger } from "./send.ts";
import { clientOptions, openWorkspaces } from "./workspaces.ts";

const log = { info() {}, error() {} };
const invitation = card("rsvp.ask", "Einladung <!channel>", { text: "Nehmen Sie teil?", buttons: [{ label: "Ich komme", wish: wish("rsvp.accept") }] });
const known = { tenant: "T01HOME", address: { channel: "D01SEAT", user: "U01SEAT" } };
const ref = { channel: "D01SEAT", ts: "1790000000.000100" };

let slack: Double;
let messenger: Messenger;
beforeAll(async () => {
  slack = await slackDouble();
  const workspaces = openWorkspaces(["xoxb-1"], slack.url, { log });
  await workspaces.identify();
  // A hanging call must not hold up the tests for the usual five seconds.
  const client = new WebClient("xoxb-1", clientOptions(slack.url, 300));
  messenger = createMessenger({
    of: (tenant) => (tenant === "T01HOME" ? { tenant, token: "xoxb-1", botId: "B0BOT", botUserId: "U0BOT", client } : undefined),
  });
});
beforeEach(() => slack.reset());
afterAll(() => slack.close());

const send = () => messenger.send(known, invitation, "Einladung <!channel>. Nehmen Sie teil?", "answer:1");
const failure = async (work: Promise<unknown>): Promise<DeliveryError> => {
  const error = await work.then(
    () => undefined,
    (it: unknown) => it,
  );
  if (!(error instanceof DeliveryError)) throw new Error(`not a DeliveryError: ${String(error)}`);
  return error;
};
const shape = ({ reason, uncertain, after }: DeliveryError) => ({ reason, uncertain, after });

test("a message is posted with its id, rings nobody and shows no previews", async () => {
  expect(await send()).toEqual(ref);
  const [post] = slack.calls;
  expect(slack.calls).toHaveLength(1);
  expect(post?.token).toBe("Bearer xoxb-1");
  expect(post?.args).toMatchObject({
    channel: "D01SEAT",
    text: "Einladung &lt;!channel&gt;. Nehmen Sie teil?",
    metadata: JSON.stringify({ event_type: "delivery", event_payload: { id: "answer:1" } }),
    unfurl_links: "false",
    unfurl_media: "false",
    link_names: "false",
    parse: "none",
  });
  expect(JSON.parse(post?.args["blocks"] ?? "")).toHaveLength(3);
});

test("an unknown direct chat is opened once", async () => {
  slack.replies("conversations.open", { ok: true, channel: { id: "D02OTHER" } });
  slack.replies("chat.postMessage", { ok: true, channel: "D02OTHER", ts: "1.1" });
  const to = { tenant: "T01HOME", address: { user: "U02OTHER" } };
  expect(await messenger.send(to, invitation, "x", "1")).toEqual({ channel: "D02OTHER", ts: "1.1" });
  await messenger.send(to, invitation, "x", "2");
  expect(slack.named("conversations.open").map(({ args }) => args["users"])).toEqual(["U02OTHER"]);
  expect(slack.named("chat.postMessage").map(({ args }) => args["channel"])).toEqual(["D02OTHER", "D02OTHER"]);
});

test("an update shows something else in the same message", async () => {
  await messenger.update(known, ref, invitation, "neu");
  expect(slack.calls).toMatchObject([{ method: "chat.update", args: { ...ref, text: "neu" } }]);
});

test("a message is found by the id it carries", async () => {
  const other = { ts: "1.1", metadata: { event_type: "delivery", event_payload: { id: "answer:2" } } };
  const ours = { ts: "2.2", metadata: { event_type: "delivery", event_payload: { id: "answer:1" } } };
  slack.replies("conversations.history", { ok: true, messages: [{ ts: "0.1" }, other, ours] });
  expect(await messenger.find(known, "answer:1")).toEqual({ channel: "D01SEAT", ts: "2.2" });
  expect(await messenger.find(known, "answer:3")).toBeUndefined();
  expect(slack.calls[0]?.args).toMatchObject({ channel: "D01SEAT", include_all_metadata: "true" });
});

test("where history may not be read there is no look-up; a busy Slack is asked again", async () => {
  slack.replies("conversations.history", { ok: false, error: "missing_scope" }, { status: 429, retryAfter: 7 }, "dropped");
  expect(await messenger.find(known, "answer:1")).toBe("cannot");
  expect(shape(await failure(messenger.find(known, "answer:1")))).toEqual({ reason: "limited", uncertain: false, after: 7 });
  expect(shape(await failure(messenger.find(known, "answer:1")))).toEqual({ reason: "busy", uncertain: false, after: undefined });
});

test.each(["channel_not_found", "user_disabled", "is_archived", "not_in_channel", "cannot_dm_bot", "user_not_found"])(
  "%s: the person cannot be reached",
  async (error) => {
    slack.replies("chat.postMessage", { ok: false, error });
    expect(shape(await failure(send()))).toEqual({ reason: "unreachable", uncertain: false, after: undefined });
  },
);

test.each(["message_not_found", "cant_update_message"])("%s: the message is gone", async (error) => {
  slack.replies("chat.update", { ok: false, error });
  expect((await failure(messenger.update(known, ref, invitation, "x"))).reason).toBe("gone");
});

test.each(["account_inactive", "invalid_auth", "token_revoked", "token_expired", "not_authed", "org_login_required"])(
  "%s: the bot's token is at fault, so nobody is unreachable and a repetition changes nothing",
  async (error) => {
    slack.replies("chat.postMessage", { ok: false, error });
    expect(shape(await failure(send()))).toEqual({ reason: "refused", uncertain: false, after: undefined });
  },
);

test.each(["missing_scope", "invalid_blocks", "msg_too_long", "no_text"])("%s: refused, a repetition changes nothing", async (error) => {
  slack.replies("chat.postMessage", { ok: false, error });
  expect(shape(await failure(send()))).toEqual({ reason: "refused", uncertain: false, after: undefined });
});

test("429 is limited for the seconds Slack names, and other calls go on at once", async () => {
  slack.replies("chat.postMessage", { status: 429, retryAfter: 30 });
  const start = performance.now();
  expect(shape(await failure(send()))).toEqual({ reason: "limited", uncertain: false, after: 30 });
  await messenger.update(known, ref, invitation, "x");
  expect(performance.now() - start).toBeLessThan(1500);
  expect(slack.named("chat.postMessage")).toHaveLength(1);
});

test.each([{ ok: false, error: "ratelimited" }, { status: 429 }])("a limit without a time waits too: %j", async (reply) => {
  slack.replies("chat.postMessage", reply);
  expect(shape(await failure(send()))).toEqual({ reason: "limited", uncertain: false, after: 30 });
});

test.each([
  ["a server error", { status: 500 }],
  ["a gateway's timeout", { status: 504, body: "<html>" }],
  ["a page instead of an answer", { status: 200, body: "<html>Wartung</html>" }],
  ["an internal error", { ok: false, error: "fatal_error" }],
  ["a connection that broke", "dropped"],
  ["no answer in time", "hanging"],
] as const)("%s leaves a post uncertain, is sent once, and leaves an update certain", async (_, reply) => {
  slack.replies("chat.postMessage", reply);
  slack.replies("chat.update", reply);
  expect(shape(await failure(send()))).toEqual({ reason: "busy", uncertain: true, after: undefined });
  expect(slack.named("chat.postMessage")).toHaveLength(1);
  expect(shape(await failure(messenger.update(known, ref, invitation, "x")))).toEqual({ reason: "busy", uncertain: false, after: undefined });
});

test("a broken look-up of the chat leaves nothing uncertain: nothing was posted", async () => {
  slack.replies("conversations.open", "dropped");
  expect(shape(await failure(messenger.send({ tenant: "T01HOME", address: { user: "U03" } }, invitation, "x", "1")))).toEqual({
    reason: "busy",
    uncertain: false,
    after: undefined,
  });
  expect(slack.named("chat.postMessage")).toHaveLength(0);
});

test("where nobody listens nothing was sent", async () => {
  const closed = await slackDouble();
  await closed.close();
  // Errors of Node's own fetch are strangers in jest's world, and the client would drop what caused them.
  const ours = (error: Error) => new Error(error.message, { cause: Object.assign(new Error("refused"), { code: (error.cause as { code: string }).code }) });
  const client = new WebClient("xoxb-1", {
    ...clientOptions(closed.url, 300),
    fetch: (url, init) => fetch(url, init as RequestInit).catch((error: Error) => Promise.reject(ours(error))),
  });
  const lonely = createMessenger({ of: (tenant) => ({ tenant, token: "x", botId: undefined, botUserId: undefined, client }) });
  expect(shape(await failure(lonely.send(known, invitation, "x", "1")))).toEqual({ reason: "busy", uncertain: false, after: undefined });
});

test("an unknown workspace and an empty address cannot be reached", async () => {
  expect((await failure(messenger.send({ tenant: "T99", address: { user: "U1" } }, invitation, "x", "1"))).reason).toBe("unreachable");
  expect((await failure(messenger.send({ tenant: "T01HOME", address: {} }, invitation, "x", "1"))).reason).toBe("unreachable");
});
