// Who hears of a change: everybody invited and everybody standing in for them, each once; and who is to be told by hand.
import type { Known } from "../command.ts";
import type { Delivery } from "../notice/model.ts";
import { owed } from "../notice/owe.ts";
import type { View } from "../ports.ts";
import { byPosition, organisationName, type Reader } from "../reader.ts";
import type { Account } from "../roster/model.ts";
import { accountsFor } from "../roster/reach.ts";
import type { Reply } from "../rsvp/model.ts";
import { repaint } from "../rsvp/record.ts";
import { overviewMatter, replyMatter, standinMatter } from "../rsvp/situation.ts";
import { takesMessages } from "./invite.ts";
import type { Meeting } from "./model.ts";

export interface Told {
  readonly personId: string;
  /** The invited person the message is about; equals `personId` unless that person stands in. */
  readonly whose: string;
}

export interface Audience {
  readonly replies: readonly Reply[];
  readonly told: readonly Told[];
  /** Organisations with somebody whom no chat reaches, in the order of the roster. */
  readonly byHand: readonly string[];
}

const standsIn = (reply: Reply): boolean =>
  reply.state === "substitute" && reply.substituteId !== null && (reply.substituteState === "asked" || reply.substituteState === "confirmed");

export async function audienceOf(view: View, reader: Pick<Reader, "lang">, meeting: Pick<Meeting, "id">): Promise<Audience> {
  const replies = await view.find("Reply", { meetingId: meeting.id });
  const everybody = new Map<string, string>();
  for (const reply of replies) everybody.set(reply.personId, reply.personId);
  for (const reply of replies.filter(standsIn)) if (reply.substituteId && !everybody.has(reply.substituteId)) everybody.set(reply.substituteId, reply.personId);
  const accounts = await accountsFor(view, [...everybody.keys()]);
  const byPerson = new Map<string, readonly Account[]>();
  for (const account of accounts) byPerson.set(account.personId, [...(byPerson.get(account.personId) ?? []), account]);
  const reachable = (personId: string): boolean => (byPerson.get(personId) ?? []).some(takesMessages);
  const silent = new Set(replies.filter((reply) => !reachable(reply.personId)).map((reply) => reply.organisationId));
  const organisations = silent.size > 0 ? await view.find("Organisation", { id: [...silent] }) : [];
  return {
    replies,
    told: [...everybody].filter(([personId]) => reachable(personId)).map(([personId, whose]) => ({ personId, whose })),
    byHand: [...organisations].sort(byPosition).map((organisation) => organisationName(reader, organisation)),
  };
}

interface Message {
  readonly kind: "meeting.moved" | "meeting.changed" | "meeting.cancelled";
  /** What makes the message happen once for each person: the edition, the sequence. */
  readonly once: string;
  readonly args: Readonly<Record<string, string>>;
  readonly notBefore: Date | null;
  readonly usefulUntil: Date;
}

/** Owes everybody the word. It becomes the live card of the matter, except where a substitute's own card stays valid. */
export function tell(context: Known, meeting: Meeting, audience: Audience, { kind, once, args, notBefore, usefulUntil }: Message): void {
  for (const { personId, whose } of audience.told) {
    const own = personId === whose;
    const matter = own ? replyMatter(meeting.id, whose) : kind === "meeting.changed" ? null : standinMatter(meeting.id, whose);
    const message: Delivery = owed(context, {
      key: `${kind}:${meeting.id}:${once}:${personId}`,
      kind,
      personId,
      args: { ...args, meeting: meeting.id, person: whose, at: context.now.toISOString() },
      matter,
      notBefore,
      usefulUntil,
    });
    context.desk.owe(message);
  }
}

/** The office's overview of the replies, wherever it stands, shows the present state from now on. */
export async function repaintOverview(context: Known, meeting: Pick<Meeting, "id">): Promise<void> {
  for (const shown of await context.desk.find("Shown", { matter: overviewMatter(meeting.id) })) repaint(context, shown);
}
