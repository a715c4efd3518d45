// Ties an account to a person and unties it: what is written then, and which message follows.

import { translator } from "../../locales/index.ts";
import type { Context } from "../command.ts";
import { takesMessages } from "../meeting/invite.ts";
import { historyLine } from "../notice/history.ts";
import { owed } from "../notice/owe.ts";
import type { View } from "../ports.ts";
import type { Member } from "../reader.ts";
import type { Account, Alliance, Contact, Person, Workspace } from "./model.ts";
import { isOrganiser, membersOf } from "./rules.ts";

/** The invitation comes after the welcome, also where both are posted. */
const afterWelcome = 2_000;

export interface Host {
  readonly alliance: Alliance;
  readonly workspace: Workspace;
}

/** The alliance of the workspace somebody writes from; undefined where it belongs to none. */
export async function hostOf({ desk, from }: Pick<Context, "desk" | "from">): Promise<Host | undefined> {
  const [workspace] = await desk.find("Workspace", { messenger: from.messenger, tenant: from.tenant });
  if (!workspace) return undefined;
  const [alliance] = await desk.find("Alliance", { id: workspace.allianceId });
  return alliance && { alliance, workspace };
}

/** The workspace belongs to this alliance from now on; what its administrators have declined the office hears once. */
export async function joinWorkspace({ desk, from, now }: Context, { id: allianceId }: Alliance): Promise<void> {
  const { messenger, tenant } = from;
  desk.put("Workspace", { messenger, tenant, allianceId, trustsEmail: false });
  if (!from.addressesWithheld) return;
  const office = (await desk.find("Person", { allianceId })).filter(isOrganiser);
  for (const { id: personId } of office) {
    const notBefore = new Date(now.getTime() + afterWelcome);
    desk.owe(
      owed({ desk, now }, { key: `codesOnly:${messenger}:${tenant}:${personId}`, allianceId, personId, kind: "codesOnly", args: { messenger }, notBefore }),
    );
  }
}

/** What a card function needs, in the language of the person it is for. */
export const readerFor = (context: Context, alliance: Alliance, { language }: Pick<Person, "language">): Member => ({
  now: context.now,
  today: context.today,
  lang: language,
  t: translator(language),
  calendar: context.calendar,
  links: context.links,
  alliance,
});

export interface Standing {
  /** Whether an invitation waits for an answer, or a reply can still be changed. */
  readonly invited: boolean;
  /** People with a seat who have no account yet; counted for the office only. */
  readonly withoutAccess: number | undefined;
}

/** Coming meetings somebody is invited to, and what the office should know. */
export async function standingOf(
  view: View,
  reader: Pick<Member, "now" | "today" | "alliance">,
  person: Person,
): Promise<Standing & { readonly meetings: readonly { readonly id: string; readonly edition: number }[] }> {
  const allianceId = reader.alliance.id;
  const replies = await view.find("Reply", { allianceId, personId: person.id });
  const meetings = replies.length === 0 ? [] : await view.find("Meeting", { allianceId, id: replies.map((reply) => reply.meetingId), state: "invited" });
  const coming = meetings.filter((meeting) => meeting.endsAt > reader.now).sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  let withoutAccess: number | undefined;
  if (person.roles.includes("organiser")) {
    const members = membersOf(await view.find("Holding", { allianceId }), await view.find("Account", { allianceId }), reader.today);
    withoutAccess = members.all - members.linked;
  }
  return { meetings: coming, invited: coming.length > 0, withoutAccess };
}

interface Linked extends Standing {
  readonly account: Account;
  /** The person's accounts from before, the receiving one first. */
  readonly others: readonly Account[];
}

/**
 * Writes the account, makes it the one that receives, and owes the invitations that wait.
 * `proof` names what the link rests on; two gestures cannot rest on the same proof, the history refuses the second.
 */
export async function linkAccount(context: Context, alliance: Alliance, person: Person, proof: string): Promise<Linked> {
  const { desk, from, now, ids } = context;
  const allianceId = alliance.id;
  const others = [...(await desk.find("Account", { allianceId, personId: person.id }))].sort((a, b) => Number(b.receives) - Number(a.receives));
  const standing = await standingOf(desk, { now, today: context.today, alliance }, person);
  const behind = await waitingBehind(desk, { now, alliance }, person);
  const { messenger, tenant, user, address } = from;
  const account: Account = {
    id: ids.next(),
    allianceId,
    personId: person.id,
    messenger,
    tenant,
    user,
    address,
    linkedAt: now,
    receives: true,
    reachable: true,
    misread: 0,
  };
  desk.put("Account", account);
  for (const other of others) if (other.receives) desk.put("Account", { ...other, receives: false });
  if (desk.contact) desk.remove("Contact", desk.contact);
  desk.put("Person", { ...person, welcomedAt: person.welcomedAt ?? now });
  desk.put(
    "Trail",
    historyLine({
      id: proof,
      allianceId,
      personId: person.id,
      actorId: person.id,
      at: now,
      via: "self",
      what: "account.linked",
      after: messenger,
    }),
  );
  const own = standing.meetings.map((meeting) => ({ meeting, whose: person.id }));
  for (const { meeting: it, whose } of [...own, ...behind]) {
    desk.owe(
      owed(context, {
        key: `invite:${it.id}:${it.edition}:${whose}:${account.id}`,
        allianceId,
        personId: whose,
        kind: "invite",
        args: { meeting: it.id, person: whose },
        matter: `rsvp:${it.id}:${whose}`,
        notBefore: new Date(now.getTime() + afterWelcome),
      }),
    );
  }
  for (const reply of await standingInFor(desk, { now, alliance }, person)) {
    desk.owe(
      owed(context, {
        key: `substitute.asked:linked:${reply.meetingId}:${reply.personId}:${person.id}:${(reply.substituteAskedAt ?? reply.answeredAt ?? now).getTime()}`,
        allianceId,
        personId: person.id,
        kind: "substitute.asked",
        args: { meeting: reply.meetingId, person: reply.personId },
        matter: `standin:${reply.meetingId}:${reply.personId}`,
        notBefore: new Date(now.getTime() + afterWelcome),
      }),
    );
  }
  return { ...standing, account, others };
}

/** The coming meetings somebody was named for before they could be asked; who has been told meanwhile is not asked again. */
async function standingInFor(view: View, { now, alliance }: Pick<Member, "now" | "alliance">, { id }: Person) {
  const allianceId = alliance.id;
  const named = (await view.find("Reply", { allianceId, substituteId: id, state: "substitute" })).filter((reply) => reply.substituteState === "unreachable");
  const meetings = named.length === 0 ? [] : await view.find("Meeting", { allianceId, id: named.map((reply) => reply.meetingId), state: "invited" });
  return named.filter((reply) => meetings.some((meeting) => meeting.id === reply.meetingId && meeting.startsAt > now));
}

/** The invitations that wait for the people a secretariat answers for, as far as no account of their own gets them. */
async function waitingBehind(view: View, { now, alliance }: Pick<Member, "now" | "alliance">, actor: Person) {
  const allianceId = alliance.id;
  const standIns = await view.find("StandIn", { allianceId, actorId: actor.id });
  if (standIns.length === 0) return [];
  const people = standIns.map(({ personId }) => personId);
  const reached = new Set((await view.find("Account", { allianceId, personId: people })).filter(takesMessages).map(({ personId }) => personId));
  const replies = (await view.find("Reply", { allianceId, personId: people })).filter(({ state, personId }) => state === "none" && !reached.has(personId));
  const meetings = replies.length === 0 ? [] : await view.find("Meeting", { allianceId, id: replies.map(({ meetingId }) => meetingId), state: "invited" });
  return replies.flatMap(({ meetingId, personId: whose }) =>
    meetings.filter((meeting) => meeting.id === meetingId && meeting.endsAt > now).map((meeting) => ({ meeting, whose })),
  );
}

/** How the history names an account that said it belongs to somebody else. */
const disownedBy = ({ messenger, tenant, user }: Pick<Account, "messenger" | "tenant" | "user">): string => `${messenger}/${tenant}/${user}`;

/** Takes the account from its person; another of the person's accounts receives from now on. */
export async function unlinkAccount({ desk, now, ids }: Context, account: Account): Promise<void> {
  const { allianceId, personId, messenger, tenant, user } = account;
  for (const shown of await desk.find("Shown", { accountId: account.id })) desk.remove("Shown", shown);
  desk.remove("Account", account);
  const left = (await desk.find("Account", { personId })).filter((other) => other.id !== account.id);
  const [last] = [...left].sort((a, b) => b.linkedAt.getTime() - a.linkedAt.getTime());
  if (account.receives && last) desk.put("Account", { ...last, receives: true });
  desk.put("Contact", firstContact({ messenger, tenant, user }, now));
  desk.put(
    "Trail",
    historyLine({
      id: ids.next(),
      allianceId,
      personId,
      actorId: personId,
      at: now,
      via: "self",
      what: "account.disowned",
      before: disownedBy(account),
    }),
  );
}

export const firstContact = ({ messenger, tenant, user }: Pick<Contact, "messenger" | "tenant" | "user">, now: Date): Contact => ({
  messenger,
  tenant,
  user,
  firstAt: now,
  attempts: 0,
  lockedUntil: null,
});

/**
 * The one person with the sender's verified address, where the workspace is trusted with addresses; organisers' addresses come
 * from whoever runs the bot and are trusted everywhere in the alliance. Nobody whom this account has said it is not.
 */
export async function personByEmail({ desk, from }: Context, { alliance, workspace }: Host): Promise<Person | undefined> {
  const email = from.email?.trim();
  if (!email) return undefined;
  const spellings = [...new Set([email, email.toLowerCase()])];
  const [person, ...rest] = await desk.find("Person", { allianceId: alliance.id, email: spellings });
  if (!person || rest.length > 0) return undefined;
  if (!workspace.trustsEmail && !person.roles.includes("organiser")) return undefined;
  const disowned = await desk.find("Trail", { allianceId: alliance.id, personId: person.id, what: "account.disowned", before: disownedBy(from) });
  return disowned.length > 0 ? undefined : person;
}
