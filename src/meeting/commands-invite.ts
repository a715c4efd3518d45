// The invitation round: first the preview, then, confirmed, one message to everybody reachable and a reply row for everybody invited.

import { id, one, optional, text } from "../args.ts";
import { type Command, command, type Known } from "../command.ts";
import { missingMeeting } from "../help/cards.ts";
import type { Delivery } from "../notice/model.ts";
import { owed } from "../notice/owe.ts";
import { ask, type Outcome, show } from "../outcome.ts";
import type { Person } from "../roster/model.ts";
import { lenderOf } from "../roster/reach.ts";
import type { Reply } from "../rsvp/model.ts";
import { blank } from "../rsvp/rules.ts";
import { replyMatter } from "../rsvp/situation.ts";
import { wish } from "../wish.ts";
import { repaintOverview } from "./audience.ts";
import { nobodyCard, previewCard, resultCard } from "./cards-invite.ts";
import { agreed, groupsOf, hasBegun, needsReason } from "./consult.ts";
import { longestReason, reasonForm } from "./forms.ts";
import { tellGuests } from "./guests.ts";
import { type Invited, type InvitePlan, inviteKey } from "./invite.ts";
import { inviteMatter, planOf } from "./invite-view.ts";
import type { Meeting } from "./model.ts";
import { closed, stale } from "./refusals.ts";
import { quietUntil } from "./rules.ts";
import { trail } from "./trail.ts";

/** The invitation comes after the welcome, in milliseconds. */
const afterWelcome = 2_000;

const isIdle = (plan: InvitePlan): boolean => plan.send.length === 0 && plan.open.length === 0;

export const invite: Command = command({
  who: "organiser",
  opens: { meeting: "needed", hold: "meeting" },
  args: { meeting: optional(id()), reason: optional(text(longestReason, "many")) },
  async run(context: Known, args) {
    const { desk, calendar, alliance, now } = context;
    if (!desk.meeting) return missingMeeting(context, wish("meeting.invite"));
    const ended = closed(context, desk.meeting);
    if (ended) return ended;
    const meeting = withReason(context, desk.meeting, args.reason);
    const missing = await reasonMissing(context, meeting);
    if (missing) return missing;
    const plan = await planOf(desk, meeting);
    if (!isIdle(plan)) return show(previewCard(context, meeting, plan, quietUntil(now, meeting.startsAt, calendar, alliance.zone)));
    const draft = args.meeting ? undefined : await nextDraft(context, meeting);
    return draft
      ? previewOf(context, draft)
      : show(
          plan.failed.length > 0 ? resultCard(context, meeting, plan) : nobodyCard(context, meeting, plan),
          plan.failed.length > 0 ? inviteMatter(meeting.id) : undefined,
        );
  },
});

/** Why the office did not wait for the groups stays with the meeting (D2). */
function withReason(context: Known, meeting: Meeting, reason: string | undefined): Meeting {
  if (!reason || meeting.kind !== "workshop" || meeting.state !== "draft" || reason === meeting.consultReason) return meeting;
  const next = { ...meeting, consultReason: reason };
  context.desk.put("Meeting", next);
  trail(context, next, { what: "meeting.reason", after: reason });
  return next;
}

/** The form that asks for the reason, where the invitation needs one. */
async function reasonMissing(context: Known, meeting: Meeting): Promise<Outcome | undefined> {
  if (meeting.state !== "draft" || meeting.kind !== "workshop" || meeting.consultReason !== null) return undefined;
  const groups = await groupsOf(context.desk, meeting);
  if (!needsReason(meeting, groups)) return undefined;
  const { t } = context;
  return ask(
    reasonForm(
      context,
      meeting,
      hasBegun(groups) ? t("consult.count", { yes: agreed(groups).length, n: groups.length }) : t("consult.notBegun", { n: groups.length }),
    ),
  );
}

/** Typed while everybody is invited, the word means the next draft. */
async function nextDraft(context: Known, meeting: Meeting): Promise<Meeting | undefined> {
  const drafts = (await context.desk.find("Meeting", { state: "draft" })).filter((it) => it.startsAt > context.now && it.id !== meeting.id);
  return drafts.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())[0];
}

async function previewOf(context: Known, meeting: Meeting): Promise<Outcome> {
  const missing = await reasonMissing(context, meeting);
  if (missing) return missing;
  const plan = await planOf(context.desk, meeting);
  const { now, calendar, alliance } = context;
  return show(
    isIdle(plan) ? nobodyCard(context, meeting, plan) : previewCard(context, meeting, plan, quietUntil(now, meeting.startsAt, calendar, alliance.zone)),
  );
}

/** The confirmation. The meeting is held, and rows and keys that exist are not made again: nobody is invited twice. */
export const inviteNow: Command = command({
  who: "organiser",
  opens: { meeting: "needed", hold: "meeting" },
  args: { meeting: id(), when: one("now", "open"), again: optional(one("1")), day: optional(text(10)), start: optional(text(5)) },
  async run(context: Known, args) {
    const { desk, now, calendar, alliance } = context;
    const { meeting } = desk;
    if (!meeting) return missingMeeting(context, wish("meeting.inviteNow"));
    const ended = closed(context, meeting);
    if (ended) return ended;
    if ((args.day && args.day !== meeting.day) || (args.start && args.start !== meeting.start)) return stale(context, meeting);
    const missing = await reasonMissing(context, meeting);
    if (missing) return missing;
    const plan = await planOf(desk, meeting);
    const again = args.again ? plan.failed : [];
    if (plan.all.length === 0) return show(nobodyCard(context, meeting, plan));
    const notBefore = args.when === "open" ? quietUntil(now, meeting.startsAt, calendar, alliance.zone) : null;
    const invited: Meeting = meeting.state === "draft" ? { ...meeting, state: "invited", invitedAt: now } : meeting;
    if (!isIdle(plan) || again.length > 0) await sendOut(context, invited, plan, again, notBefore);
    return show(resultCard(context, invited, afterwards(context, invited, plan, again, notBefore)), inviteMatter(invited.id));
  },
});

async function sendOut(context: Known, meeting: Meeting, plan: InvitePlan, again: readonly Invited[], notBefore: Date | null): Promise<void> {
  const { desk } = context;
  desk.put("Meeting", meeting);
  const quotas = new Set((await desk.find("Quota", { meetingId: meeting.id })).map((quota) => quota.organisationId));
  for (const it of plan.open) {
    const { organisation } = it;
    if (!quotas.has(organisation.id))
      desk.put("Quota", { meetingId: meeting.id, organisationId: organisation.id, allianceId: meeting.allianceId, seats: organisation.seats });
    quotas.add(organisation.id);
    desk.put("Reply", unanswered(context, meeting, it));
  }
  const going = [...plan.send, ...again];
  const lenders = going.flatMap((it) => lenderOf(it.account) ?? []);
  const secretariats = new Map(lenders.length > 0 ? (await desk.find("Person", { id: lenders })).map((person) => [person.id, person]) : []);
  const greeted = new Set<string>();
  for (const it of going) {
    const reader = secretariats.get(lenderOf(it.account) ?? "") ?? it.person;
    const first = reader.welcomedAt === null;
    if (first && !greeted.has(reader.id)) greet(context, reader, notBefore);
    greeted.add(reader.id);
    const sending = message(context, meeting, it, notBefore);
    desk.owe(first ? { ...sending, notBefore: new Date((notBefore ?? context.now).getTime() + afterWelcome) } : sending);
  }
  await tellGuests(context, meeting, notBefore);
  countUp(context, meeting);
  trail(context, meeting, { what: "meeting.invite", after: `open ${plan.open.length} send ${plan.send.length} again ${again.length}` });
  await repaintOverview(context, meeting);
}

/** Who hears of the bot for the first time hears first what it is. */
function greet(context: Known, person: Person, notBefore: Date | null): void {
  context.desk.put("Person", { ...person, welcomedAt: context.now });
  context.desk.owe(owed(context, { key: `welcome:${person.id}`, kind: "welcome", personId: person.id, notBefore }));
}

/** The pressed card counts up where it stands; the minute's round goes on with it. */
function countUp(context: Known, { id: meeting }: Meeting): void {
  const { card: ref, desk, from, key, now, person } = context;
  if (!ref) return;
  const { messenger, tenant, address } = from;
  for (const seconds of [3, 12, 30]) {
    const notBefore = new Date(now.getTime() + seconds * 1000);
    const shown = { mode: "update", personId: person.id, messenger, tenant, address, ref, matter: inviteMatter(meeting), notBefore } as const;
    desk.owe(owed(context, { key: `invite.result:${key}:${seconds}`, kind: "invite.result", args: { meeting }, ...shown }));
  }
}

const unanswered = ({ now }: Known, meeting: Meeting, { person, organisation }: Invited): Reply => ({
  ...blank,
  meetingId: meeting.id,
  personId: person.id,
  allianceId: meeting.allianceId,
  organisationId: organisation.id,
  state: "none",
  invitedAt: now,
  answeredAt: null,
  actorId: null,
  via: "bot",
  edition: meeting.edition,
  nudges: 0,
});

/** A failed sending is repeated under the next number; any other has the first one. */
function message(context: Known, meeting: Meeting, { person, delivery }: Invited, notBefore: Date | null): Delivery {
  let nth = 1;
  for (let used = 1; used < 100; used++) if (delivery?.key === inviteKey(meeting, person.id, used)) nth = used + 1;
  return owed(context, {
    key: inviteKey(meeting, person.id, nth),
    kind: "invite",
    personId: person.id,
    args: { meeting: meeting.id, person: person.id },
    matter: replyMatter(meeting.id, person.id),
    notBefore,
    usefulUntil: meeting.startsAt,
  });
}

/** The plan as it is once the desk is closed: the result is shown before the store knows. */
function afterwards(context: Known, meeting: Meeting, plan: InvitePlan, again: readonly Invited[], notBefore: Date | null): InvitePlan {
  const going = new Set([...plan.send, ...again]);
  const all = plan.all.map((it): Invited => (going.has(it) ? { ...it, sending: "ready", delivery: message(context, meeting, it, notBefore) } : it));
  return { ...plan, all, failed: plan.failed.filter((it) => !going.has(it)) };
}
