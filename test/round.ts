// A round of an alliance for tests of what the bot sends by itself: one meeting, some people silent, the others coming; and how it ended.
import { nrwCalendar } from "../adapters/calendar/index.ts";
import { nextNotice } from "../src/notice/run.ts";
import * as a from "../src/testing/examples.ts";
import type { Post } from "./post.ts";

/** Before the first reminder of a round is due. */
export const begins = new Date("2026-09-15T10:00:00Z");
const over = new Date("2026-10-09T10:00:00Z");

/** An alliance of its own with a meeting on Wednesday, 7 October; the first half of its people has not answered. */
export async function beginRound(post: Post, name: string, people: number): Promise<void> {
  await post.alliance(name, "slack", people);
  const [allianceId, organisationId, meetingId] = [name, `${name}-o`, `${name}-m`];
  const reply = (n: number) => ({
    ...{ meetingId, personId: `${name}-p${n}`, allianceId, organisationId, invitedAt: new Date("2026-09-09T07:00:00Z") },
    ...(n < people / 2 ? {} : { state: "accepted" as const, answeredAt: new Date("2026-09-10T07:00:00Z") }),
  });
  await post.seed({
    Organisation: [a.organisation({ id: organisationId, allianceId, seats: people })],
    Meeting: [a.meeting({ id: meetingId, allianceId })],
    Quota: [a.quota({ meetingId, organisationId, allianceId, seats: people })],
    Reply: Array.from({ length: people }, (_, n) => a.reply(reply(n))),
  });
}

/** All planners at once, as when several processes wake in the same second. */
export const tickAll = (post: Post): Promise<unknown> => Promise.all(post.offices.map((office) => office.tick()));

async function nextOf(post: Post): Promise<Date | undefined> {
  const store = post.offices[0]?.store;
  return store && nextNotice({ store, calendar: nrwCalendar() }, post.clock.now);
}

/** Lets the clock run to the end of the round, from one reminder to the next; nobody answers. */
async function playOut(post: Post, patience?: number): Promise<void> {
  for (let next = await nextOf(post); next !== undefined && next < over; next = await nextOf(post)) {
    post.clock.now = next;
    await tickAll(post);
    await post.settled(patience);
  }
  if (post.clock.now < over) post.clock.now = over;
  await tickAll(post);
  await post.settled(patience);
}

/** Every reminder of a round under its key, in all: two for each who is silent, one for each who comes. */
export function keysOf(name: string, people: number): readonly string[] {
  const key = (kind: string, n: number) => `${kind}:${name}-m:1:${name}-p${n}`;
  const all = Array.from({ length: people }, (_, n) => (n < people / 2 ? [key("nudge.first", n), key("nudge.last", n)] : [key("dayBefore", n)]));
  return all.flat().sort();
}

/** How these reminders of a round ended, and every other message to its people. */
async function messagesOf(post: Post, name: string) {
  const all = (await post.rows("Delivery")).filter(({ allianceId, mode }) => allianceId === name && mode === "post");
  return { all, reminders: all.filter(({ kind }) => reminded.has(kind)) };
}
const reminded: ReadonlySet<string> = new Set(["nudge.first", "nudge.last", "dayBefore"]);

/** Each reminder of the round is there once; each message was posted once or is recorded as skipped with its reason. Gives how many reminders were late. */
export async function checkRound(post: Post, name: string, people: number): Promise<number> {
  const { all, reminders } = await messagesOf(post, name);
  expect(reminders.map(({ key }) => key).sort()).toEqual(keysOf(name, people));
  expect(all.filter(({ state, reason }) => state !== "sent" && !(state === "skipped" && reason))).toEqual([]);
  const posted = post.slack.named("chat.postMessage").filter(({ token }) => token === `Bearer ${name}`);
  const chats = all.filter(({ state }) => state === "sent").map(({ personId }) => `D-${personId}`);
  expect(posted.map(({ args }) => args["channel"]).sort()).toEqual(chats.sort());
  return reminders.filter(({ reason }) => reason === "late").length;
}

/**
 * The bot goes down half a minute before the first reminder is due and stays away for `down` milliseconds; afterwards it plays the round
 * to its end. Gives how many messages went out when it came back, and in what time.
 */
export async function outlast(
  post: Post,
  name: string,
  people: number,
  down: number,
  patience?: number,
): Promise<{ readonly sent: number; readonly ms: number }> {
  await beginRound(post, name, people);
  const before = ((await nextOf(post)) ?? begins).getTime() - 30_000;
  post.clock.now = new Date(before);
  await tickAll(post);
  expect((await messagesOf(post, name)).all).toEqual([]);
  // What was owed before it went down: the engine forgets jobs after two weeks.
  const person = `${name}-p0`;
  await post.owe(name, [{ key: `before:${name}`, kind: "rsvp.own", personId: person, args: { meeting: `${name}-m`, person } }]);
  await post.pool.query(`delete from pgboss.job where "name" = 'deliver' and "state" < 'active'`);

  post.clock.now = new Date(before + down);
  const [posted, begun] = [post.slack.named("chat.postMessage").length, Date.now()];
  await tickAll(post);
  await post.settled(patience);
  const back = { sent: post.slack.named("chat.postMessage").length - posted, ms: Date.now() - begun };
  await playOut(post, patience);
  return back;
}
