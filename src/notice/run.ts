// The bot's own round: owes what has become due, and lets end what ended by itself. Done twice, it does nothing the second time.

import type { Calendar } from "../calendar.ts";
import { takesMessages } from "../meeting/invite.ts";
import { inviteProgress } from "../meeting/live.ts";
import type { Meeting } from "../meeting/model.ts";
import type { Desk, Ids, Log, Store, View } from "../ports.ts";
import type { Alliance } from "../roster/model.ts";
import { accountsFor } from "../roster/reach.ts";
import { lapse } from "../rsvp/lapse.ts";
import type { Reply } from "../rsvp/model.ts";
import { endOfDay } from "../time.ts";
import type { Delivery } from "./model.ts";
import { owed } from "./owe.ts";
import { mostNudges } from "./plan.ts";
import { due, goesOutAt, type Notice, type NoticeState, planned } from "./rules.ts";

export interface NoticePorts {
  readonly store: Store;
  readonly calendar: Calendar;
  readonly ids: Ids;
  readonly log: Log;
}

/** After so long a down-time nobody asks any more why a message about a meeting was not sent. */
const remembered = 31 * 24 * 60 * 60 * 1000;
/** Messages owed in one transaction: a large round must not hold a meeting for long. */
const atOnce = 500;

/** A fault in one alliance leaves the others their round. */
export async function runNotices(ports: NoticePorts, now: Date): Promise<void> {
  for (const alliance of await ports.store.alliances()) {
    try {
      await runAlliance(ports, alliance, now);
    } catch (error) {
      ports.log.error("notices", error, { alliance: alliance.id });
    }
  }
}

/** The next instant at which something goes out by itself, strictly after `now`; undefined where nothing is planned. */
export async function nextNotice({ store, calendar }: Pick<NoticePorts, "store" | "calendar">, now: Date): Promise<Date | undefined> {
  const moments: number[] = [];
  for (const alliance of await store.alliances()) {
    const view = store.view(alliance.id);
    const open = planned(await stateOf(view, alliance, now), calendar).filter(
      (notice) => notice.skip === null && (notice.usefulUntil === null || notice.usefulUntil > now),
    );
    const gone = await existing(view, open);
    for (const notice of open) if (!gone.has(notice.key)) moments.push(goesOutAt(notice, now, calendar, alliance.zone).getTime());
    for (const { notBefore } of await view.find("Delivery", { state: "ready" })) if (notBefore) moments.push(notBefore.getTime());
  }
  const later = moments.filter((moment) => moment > now.getTime());
  return later.length > 0 ? new Date(Math.min(...later)) : undefined;
}

async function stateOf(view: View, alliance: Alliance, now: Date): Promise<NoticeState> {
  const meetings = (await view.find("Meeting", { state: "invited" })).filter((meeting) => meeting.startsAt.getTime() > now.getTime() - remembered);
  const organisations = (await view.find("Organisation", {})).filter((organisation) => organisation.reviewOn !== null);
  const organisers = organisations.length > 0 ? (await view.find("Person", {})).filter((person) => person.roles.includes("organiser")) : [];
  const replies = meetings.length > 0 ? await view.find("Reply", { meetingId: meetings.map((meeting) => meeting.id) }) : [];
  return {
    alliance,
    meetings: meetings.map((meeting) => ({ meeting, replies: replies.filter((reply) => reply.meetingId === meeting.id) })),
    organisations,
    organisers: organisers.map((person) => person.id),
    isReachable: () => true,
  };
}

async function runAlliance(ports: NoticePorts, alliance: Alliance, now: Date): Promise<void> {
  const { store, calendar, ids, log } = ports;
  const view = store.view(alliance.id);
  const state = await stateOf(view, alliance, now);
  for (const { meeting, replies } of state.meetings) {
    if (!hasLapsed(alliance, meeting, replies, now)) continue;
    await store.work({ allianceId: alliance.id, meeting: meeting.id }, async (desk) => {
      if (desk.meeting) await lapse({ now, key: `lapse:${meeting.id}:${now.getTime()}`, desk, ids }, desk.meeting, alliance);
    });
  }
  const found = due(state, now, calendar);
  const gone = await existing(view, found);
  const open = found.filter((notice) => !gone.has(notice.key));
  for (const meetingId of new Set(open.map((notice) => notice.meetingId))) {
    const many = open.filter((notice) => notice.meetingId === meetingId).length;
    for (let done = 0; done < many; done += atOnce) {
      const scope = { allianceId: alliance.id, ...(meetingId === null ? {} : { meeting: meetingId }) };
      const counted = await store.work(scope, (desk) => oweDue(desk, alliance, meetingId, now, calendar));
      if (counted.owed + counted.skipped > 0) log.info("notices", { alliance: alliance.id, meeting: meetingId ?? undefined, ...counted });
    }
  }
  for (const { meeting } of state.meetings) await showProgress(store, alliance, meeting, now);
}

function hasLapsed({ zone }: Alliance, meeting: Meeting, replies: readonly Reply[], now: Date): boolean {
  const closed = now >= endOfDay(meeting.replyBy, zone);
  return replies.some((reply) => (reply.offeredUntil !== null && reply.offeredUntil <= now) || (reply.reserved && closed));
}

/** Looks again with the meeting held, and owes what is still due: nobody who has answered meanwhile hears anything. */
async function oweDue(desk: Desk, alliance: Alliance, meetingId: string | null, now: Date, calendar: Calendar): Promise<{ owed: number; skipped: number }> {
  const state = await stateOf(desk, alliance, now);
  const meetings = state.meetings.filter(({ meeting }) => meeting.id === meetingId);
  const mine = (notice: Notice): boolean => notice.meetingId === meetingId;
  const concerned = planned({ ...state, meetings }, calendar).filter(mine);
  const people = [...new Set(concerned.map((notice) => notice.personId))];
  const accounts = await accountsFor(desk, people);
  const reachable = new Set(accounts.filter(takesMessages).map((account) => account.personId));
  const found = due({ ...state, meetings, isReachable: (personId) => reachable.has(personId) }, now, calendar).filter(mine);
  const gone = await existing(desk, found);
  const replies = new Map(meetings.flatMap(({ replies }) => replies.map((reply) => [reply.personId, reply] as const)));
  const counted = { owed: 0, skipped: 0 };
  for (const notice of found.filter(({ key }) => !gone.has(key)).slice(0, atOnce)) {
    const reply = notice.nudges === null ? undefined : replies.get(notice.nudges);
    if (reply && notice.skip === null) {
      if (reply.nudges >= mostNudges) continue;
      const next = { ...reply, nudges: reply.nudges + 1 };
      replies.set(reply.personId, next);
      desk.put("Reply", next);
    }
    desk.owe(deliveryOf(notice, alliance, now));
    counted[notice.skip === null ? "owed" : "skipped"]++;
  }
  return counted;
}

const deliveryOf = ({ key, kind, personId, args, matter, usefulUntil, skip }: Notice, alliance: Alliance, now: Date): Delivery =>
  owed({ now, desk: { alliance } }, { key, kind, personId, args, matter, usefulUntil, ...(skip === null ? {} : { state: "skipped", reason: skip }) });

/** Which of these messages are owed already. Asked in portions: a database takes so many values and no more. */
async function existing(view: View, those: readonly { readonly key: string }[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let from = 0; from < those.length; from += atOnce) {
    const portion = those.slice(from, from + atOnce).map(({ key }) => key);
    for (const { key } of await view.find("Delivery", { key: portion })) found.add(key);
  }
  return found;
}

async function showProgress(store: Store, alliance: Alliance, meeting: Meeting, now: Date): Promise<void> {
  const view = store.view(alliance.id);
  const because = { now, desk: { alliance } };
  const repaints = await inviteProgress(view, meeting, because);
  const gone = await existing(view, repaints);
  const fresh = repaints.filter(({ key }) => !gone.has(key));
  if (fresh.length > 0) await store.work({ allianceId: alliance.id }, async (desk) => oweAll(desk, fresh));
}

function oweAll(desk: Desk, deliveries: readonly Delivery[]): void {
  for (const delivery of deliveries) desk.owe(delivery);
}
