// Who is invited to a meeting, who is skipped and why, and what is still to be sent; pure.
import type { Delivery, DeliveryState } from "../notice/model.ts";
import { byPosition } from "../reader.ts";
import type { Account, Holding, Organisation, OrganisationStatus, Person, Roster } from "../roster/model.ts";
import type { Reply } from "../rsvp/model.ts";
import type { Day } from "../time.ts";
import type { Meeting } from "./model.ts";

/** vacant: nobody holds the seat · unverified: somebody does, to be confirmed. */
export type SkipReason = Exclude<OrganisationStatus, "confirmed" | "not_admitted"> | "vacant" | "unverified";

export interface Invitee {
  readonly person: Person;
  readonly organisation: Organisation;
  /** The account that gets the person's messages; absent: none is linked. */
  readonly account: Account | undefined;
}

export interface Skipped {
  readonly organisation: Organisation;
  readonly reason: SkipReason;
}

export interface InviteList {
  readonly invitees: readonly Invitee[];
  readonly skipped: readonly Skipped[];
}

/** Messages go to the account that receives, as long as it takes them. */
export const takesMessages = (account: Account | undefined): boolean => account?.receives === true && account.reachable;
export const isReachable = ({ account }: Pick<Invitee, "account">): boolean => takesMessages(account);

const holdsOn = (holding: Holding, day: Day): boolean => (!holding.validFrom || holding.validFrom <= day) && (!holding.validTo || holding.validTo >= day);

/** The account that gets a person's messages; where none takes any, one to name the reason by. */
export function receiving(accounts: readonly Account[], personId: string): Account | undefined {
  const own = accounts.filter((account) => account.personId === personId);
  return own.find(takesMessages) ?? own.find((account) => account.receives) ?? own[0];
}

function grouped<T>(rows: readonly T[], by: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(by(row));
    if (group) group.push(row);
    else groups.set(by(row), [row]);
  }
  return groups;
}

/** Holders of confirmed seats, valid on the day of the meeting, in the order of the roster; each person once. */
export function inviteList(roster: Roster, day: Day): InviteList {
  const invitees = new Map<string, Invitee>();
  const skipped: Skipped[] = [];
  const accounts = grouped(roster.accounts, (account) => account.personId);
  const people = new Map(roster.people.map((person) => [person.id, person]));
  const seats = grouped(roster.seats, (seat) => seat.organisationId);
  const holdings = grouped(roster.holdings, (holding) => holding.seatId);
  for (const organisation of [...roster.organisations].sort(byPosition)) {
    const reasons = new Set<SkipReason>();
    // Decided against: nobody is to be reminded of it with every round.
    if (organisation.status === "not_admitted") continue;
    if (organisation.status !== "confirmed") reasons.add(organisation.status);
    else {
      for (const seat of [...(seats.get(organisation.id) ?? [])].sort(byPosition)) {
        const holders = [...(holdings.get(seat.id) ?? [])].filter((holding) => holding.kind === "holder" && holdsOn(holding, day)).sort(byPosition);
        if (seat.status === "not_admitted") continue;
        if (seat.status !== "confirmed") reasons.add(seat.status);
        else if (holders.length === 0) reasons.add("vacant");
        else {
          for (const { verified, personId } of holders) {
            const person = people.get(personId);
            if (!verified || !person) reasons.add("unverified");
            else if (!invitees.has(personId)) invitees.set(personId, { person, organisation, account: receiving(accounts.get(personId) ?? [], personId) });
          }
        }
      }
    }
    for (const reason of reasons) skipped.push({ organisation, reason });
  }
  return { invitees: [...invitees.values()], skipped };
}

/** One person's invitation: none owed yet, or how its sending stands. */
export type Sending = DeliveryState | "none";

export interface Invited extends Invitee {
  readonly reply: Reply | undefined;
  readonly sending: Sending;
  /** The newest message that invited the person to this meeting. */
  readonly delivery: Delivery | undefined;
}

export interface InvitePlan extends Pick<InviteList, "skipped"> {
  readonly all: readonly Invited[];
  /** Reachable, and nothing invited them yet. */
  readonly send: readonly Invited[];
  /** Without a reply row yet, whether reachable or not. */
  readonly open: readonly Invited[];
  /** The office writes to them itself: no account, or none that takes messages. Who has answered needs no letter. */
  readonly unreachable: readonly Invited[];
  /** Not delivered; may be sent again. */
  readonly failed: readonly Invited[];
}

/** The first sending of an edition; further ones of the same edition carry a number. */
export const inviteKey = (meeting: Pick<Meeting, "id" | "edition">, personId: string, nth = 1): string =>
  `invite:${meeting.id}:${meeting.edition}:${personId}${nth > 1 ? `:${nth}` : ""}`;

/** Messages that invite: the invitation itself, and the word that the meeting has a new day. */
export const invitingKinds = ["invite", "meeting.moved"] as const;

/** `deliveries`: those of the inviting kinds, of any meeting. */
export function invitePlan(list: InviteList, meeting: Pick<Meeting, "id">, replies: readonly Reply[], deliveries: readonly Delivery[]): InvitePlan {
  const newest = new Map<string, Delivery>();
  for (const delivery of deliveries) {
    const { personId, args } = delivery;
    if (args["meeting"] !== meeting.id || personId === null) continue;
    const known = newest.get(personId);
    if (!known || known.createdAt < delivery.createdAt) newest.set(personId, delivery);
  }
  const byPerson = new Map(replies.map((reply) => [reply.personId, reply]));
  const all = list.invitees.map((invitee): Invited => {
    const delivery = newest.get(invitee.person.id);
    return { ...invitee, reply: byPerson.get(invitee.person.id), delivery, sending: delivery?.state ?? "none" };
  });
  const silent = (it: Invited): boolean => (it.reply?.state ?? "none") === "none";
  return {
    skipped: list.skipped,
    all,
    send: all.filter((it) => it.sending === "none" && isReachable(it) && silent(it)),
    open: all.filter((it) => it.reply === undefined),
    unreachable: all.filter((it) => it.sending === "none" && !isReachable(it) && silent(it)),
    failed: all.filter((it) => it.sending === "failed" && silent(it)),
  };
}
