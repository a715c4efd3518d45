// Messages that can never arrive: each ends with its reason, holds up nobody else, and the office hears of it once.
import { openPost, type Post } from "./post.ts";
import { type Call, type Reply, remember } from "./slack-double.ts";
import type { Reply as TeamsReply } from "./teams-double.ts";

jest.setTimeout(60_000);

const [workspace, dead, tenant] = ["T1", "T2", "M1"];
const people = 12;
let post: Post;
let slackCalls = 0;
/** What Slack says to a call for somebody; nothing: it takes the message. */
let slackSays: (person: string, call: Call) => Reply | undefined;
let teamsSays: (person: string) => TeamsReply | undefined;

beforeAll(async () => {
  post = await openPost({ offices: 2 });
  remember(post.slack, {
    first(call) {
      slackCalls++;
      return slackSays((call.args["channel"] ?? "").replace("D-", ""), call);
    },
  });
  post.teams.replies(async ({ what }) => teamsSays(decodeURIComponent(/a:([^/]+)/.exec(what)?.[1] ?? "")));
  await Promise.all(post.offices.map((office) => office.work()));
});
afterAll(() => post.close());
beforeEach(async () => {
  await post.pool.query(`delete from "Delivery"; delete from "Alliance"`);
  await post.alliance(workspace, "slack", people);
  await post.alliance(dead, "slack", people);
  await post.alliance(tenant, "teams", people);
  slackCalls = 0;
  slackSays = () => undefined;
  teamsSays = () => undefined;
});

const round = (alliance: string, name: string) =>
  post.owe(
    alliance,
    Array.from({ length: people }, (_, n) => ({ key: `${name}:${alliance}:${n}`, personId: `${alliance}-p${n}` })),
  );
/** What the offices were told: about whom, and why. */
async function told() {
  const news = (await post.rows("Delivery")).filter(({ kind }) => kind === "unreachable");
  return news.map(({ personId, args, state }) => `${personId}: ${args["person"]} ${args["reason"]}, ${state}`).sort();
}
const reachable = async (person: string) => (await post.rows("Account")).find(({ personId }) => personId === person)?.reachable;

describe("a person in Slack who takes no messages", () => {
  test.each([
    ["whose account was deleted", "user_not_found"],
    ["whose account is disabled", "user_disabled"],
    ["whose chat is archived", "is_archived"],
    ["whose chat is gone", "channel_not_found"],
    ["who has closed the chat with the bot", "messages_tab_disabled"],
  ])("%s", async (_who, error) => {
    slackSays = (person) => (person === `${workspace}-p3` ? { ok: false, error } : undefined);
    await round(workspace, "first");
    await round(tenant, "first");
    await post.settled();
    expect(await post.ends("first%")).toEqual({ sent: 2 * people - 1, "failed unreachable": 1 });
    expect([await reachable(`${workspace}-p3`), await reachable(`${workspace}-p4`)]).toEqual([false, true]);
    // Later rounds know it already: nobody is asked in vain, and the office is not told again.
    slackCalls = 0;
    await round(workspace, "second");
    await post.settled();
    expect(await post.ends("second%")).toEqual({ sent: people - 1, "skipped no_account": 1 });
    expect(slackCalls).toBe(people - 1);
    expect(await told()).toEqual([`${workspace}-office: ${workspace}-p3 unreachable, sent`]);
  });
});

test("somebody in Teams who has removed the bot: the office is told once, everybody else gets the message", async () => {
  teamsSays = (person) => (person === `${tenant}-p3` ? { status: 403, body: { error: { code: "BotNotInConversationRoster" } } } : undefined);
  await round(tenant, "first");
  await round(workspace, "first");
  await post.settled();
  await round(tenant, "second");
  await post.settled();
  expect(await post.ends("first%")).toEqual({ sent: 2 * people - 1, "failed unreachable": 1 });
  expect(await post.ends("second%")).toEqual({ sent: people - 1, "skipped no_account": 1 });
  expect(await told()).toEqual([`${tenant}-office: ${tenant}-p3 unreachable, sent`]);
});

test.each(["token_revoked", "invalid_auth", "not_authed"])("a workspace that no longer takes the bot's token (%s) stops no other", async (error) => {
  slackSays = (_person, { token }) => (token === `Bearer ${dead}` ? { ok: false, error } : undefined);
  await round(dead, "first");
  await round(workspace, "first");
  await round(tenant, "first");
  await post.settled();
  expect(await post.ends(`first:${dead}%`)).toEqual({ "failed refused": people });
  expect(await post.ends()).toMatchObject({ sent: 2 * people });
  // One notice for the whole workspace; here the office sits in it and cannot be reached either.
  expect((await told()).map((it) => it.replace(/p\d+/, "somebody"))).toEqual([`${dead}-office: ${dead}-somebody refused, failed`]);
  // Nobody is written off: with a new token the next round arrives.
  slackSays = () => undefined;
  await round(dead, "second");
  await post.settled();
  expect(await post.ends(`second:${dead}%`)).toEqual({ sent: people });
});

test("an office that sits elsewhere hears once that a workspace refuses everything", async () => {
  slackSays = (_person, { token }) => (token === `Bearer ${dead}` ? { ok: false, error: "token_revoked" } : undefined);
  await post.pool.query(`update "Account" set "messenger" = 'teams', "address" = $2, "tenant" = $3 where "personId" = $1`, [
    `${dead}-office`,
    { serviceUrl: post.teams.url, bot: "28:bot", conversation: "a:office" },
    tenant,
  ]);
  await round(dead, "first");
  await round(dead, "second");
  await post.settled();
  expect(await post.ends("%:T2:%")).toMatchObject({ "failed refused": 2 * people });
  expect((await told()).map((it) => it.replace(/p\d+/, "somebody"))).toEqual([`${dead}-office: ${dead}-somebody refused, sent`]);
});
