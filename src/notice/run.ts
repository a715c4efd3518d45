// The bot's own round: owes what has become due, and lets end what ended by itself. Done twice, it does nothing the second time.

import type { Calendar } from "../calendar.ts";
import { inviteProgress } from "../meeting/live.ts";
import type { Meeting } from "../meeting/model.ts";
import type { Desk, Ids, Log, Store } from "../ports.ts";
import { handOn } from "../question/told.ts";
import type { Alliance } from "../roster/model.ts";
import { lapse } from "../rsvp/lapse.ts";
import type { Reply } from "../rsvp/model.ts";
import { endOfDay } from "../time.ts";
import type { Delivery } from "./model.ts";
import type { Notice } from "./notice.ts";
import { outlookOf } from "./outlook.ts";
import { owed } from "./owe.ts";
import { mostNudges, remembered } from "./plan.ts";
import { due } from "./rules.ts";
import { known, owedAlready, stateOf } from "./state.ts";

export interface NoticePorts {
  readonly store: Store;
  readonly calendar: Calendar;
  readonly ids: Ids;
  readonly log: Log;
}

interface Because {
  readonly desk: Desk;
  readonly now: Date;
  readonly calendar: Calendar;
  readonly ids: Ids;
}

/** Messages owed in one transaction: a large round must not hold a meeting for long. */
const atOnce = 500;

/** A fault in one alliance leaves the others their round. */
export async function runNotices(ports: NoticePorts, now: Date): Promise<void> {
  for (const alliance of await ports.store.awake(now)) {
    try {
      await runAlliance(ports, alliance, now);
    } catch (error) {
      ports.log.error("notices", error, { alliance: alliance.id });
    }
  }
}

/** How far the next message of the weekly ones is looked for. */
const ahead = 2 * remembered * 24 * 60 * 60 * 1000;

/** The next instant at which something goes out by itself, strictly after `now`; undefined where nothing is planned. */
export async function nextNotice({ store, calendar }: Pick<NoticePorts, "store" | "calendar">, now: Date): Promise<Date | undefined> {
  const moments: number[] = [];
  for (const alliance of await store.alliances()) {
    const view = store.view(alliance.id);
    for (const { at, skip } of await outlookOf(view, alliance, now, new Date(now.getTime() + ahead), calendar)) if (skip === null) moments.push(at.getTime());
    for (const { notBefore } of await view.find("Delivery", { state: "ready" })) if (notBefore) moments.push(notBefore.getTime());
  }
  const later = moments.filter((moment) => moment > now.getTime());
  return later.length > 0 ? new Date(Math.min(...later)) : undefined;
}

async function runAlliance(ports: NoticePorts, alliance: Alliance, now: Date): Promise<void> {
  const { store, calendar, ids, log } = ports;
  const view = store.view(alliance.id);
  const state = await stateOf(view, alliance, now);
  for (const { meeting, replies } of state.meetings) {
    if (!hasLapsed(alliance, meeting, replies, now)) continue;
    await store.work({ allianceId: alliance.id, meeting: meeting.id }, async (desk) => {
      if (desk.meeting) await lapse({ now, key: `lapse:${meeting.id}:${now.getTime()}`, desk, ids, calendar }, desk.meeting, alliance);
    });
  }
  const open = due(await known(view, state, now, { calendar, concerns: ({ dueAt }) => dueAt <= now }), now, calendar);
  for (const meetingId of new Set(open.map((notice) => notice.meetingId))) {
    const many = open.filter((notice) => notice.meetingId === meetingId).length;
    for (let done = 0; done < many; done += atOnce) {
      const scope = { allianceId: alliance.id, ...(meetingId === null ? {} : { meeting: meetingId }) };
      const counted = await store.work(scope, (desk) => oweDue({ desk, now, calendar, ids }, alliance, meetingId));
      if (counted.owed + counted.skipped > 0) log.info("notices", { alliance: alliance.id, meeting: meetingId ?? undefined, ...counted });
    }
  }
  for (const { meeting } of state.meetings) await showProgress(store, alliance, meeting, now);
}

function hasLapsed({ zone }: Alliance, meeting: Meeting, replies: readonly Reply[], now: Date): boolean {
  const closed = now >= endOfDay(meeting.replyBy, zone);
  return replies.some((reply) => (reply.offeredUntil !== null && reply.offeredUntil <= now) || (reply.reserved && closed));
}

/** Looks again with the meeting, or the alliance's tasks, held, and owes what is still due: nobody who has answered meanwhile hears anything. */
async function oweDue(because: Because, alliance: Alliance, meetingId: string | null): Promise<{ owed: number; skipped: number }> {
  const { desk, now, calendar } = because;
  const mine = (notice: Notice): boolean => notice.meetingId === meetingId;
  const concerns = (notice: Notice): boolean => mine(notice) && notice.dueAt <= now;
  const state = await known(desk, await stateOf(desk, alliance, now), now, { calendar, concerns });
  const replies = new Map(state.meetings.flatMap(({ meeting, replies }) => (meeting.id === meetingId ? replies.map((it) => [it.personId, it] as const) : [])));
  const counted = { owed: 0, skipped: 0 };
  const those = firstOf(due(state, now, calendar).filter(mine));
  for (const notice of those) {
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
  // Whoever can be reached or not: the organisation has been told. What came too late has been told to nobody.
  await handOn(
    because,
    alliance,
    those.flatMap(({ skip, questions }) => (skip === "late" ? [] : questions)),
  );
  return counted;
}

/**
 * As many as one transaction takes. All of a person together: a message and those folded into it are owed at the same moment. And all that hand on
 * the same questions.
 */
function firstOf(all: readonly Notice[]): readonly Notice[] {
  const groups = new Map<string, Notice[]>();
  const nameOf = ({ personId, questions: [first] }: Notice): string => first ?? personId;
  for (const notice of all) groups.set(nameOf(notice), [...(groups.get(nameOf(notice)) ?? []), notice]);
  const found: Notice[] = [];
  for (const some of groups.values()) if (found.length < atOnce) found.push(...some);
  return found;
}

function deliveryOf({ key, kind, personId, args, matter, goesAt, usefulUntil, skip }: Notice, alliance: Alliance, now: Date): Delivery {
  const common = { key, kind, personId, args, matter, usefulUntil, notBefore: goesAt > now ? goesAt : null };
  return owed({ now, desk: { alliance } }, { ...common, ...(skip === null ? {} : { state: "skipped", reason: skip }) });
}

async function showProgress(store: Store, alliance: Alliance, meeting: Meeting, now: Date): Promise<void> {
  const view = store.view(alliance.id);
  const because = { now, desk: { alliance } };
  const repaints = await inviteProgress(view, meeting, because);
  const gone = await owedAlready(view, repaints);
  const fresh = repaints.filter(({ key }) => !gone.has(key));
  if (fresh.length > 0) await store.work({ allianceId: alliance.id }, async (desk) => oweAll(desk, fresh));
}

function oweAll(desk: Desk, deliveries: readonly Delivery[]): void {
  for (const delivery of deliveries) desk.owe(delivery);
}
