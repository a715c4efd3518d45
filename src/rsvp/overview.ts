// The office's overview of all replies: by organisation, filtered, paged; who has something to do comes first.
import { type Card, card } from "../card.ts";
import type { Meeting } from "../meeting/model.ts";
import type { View } from "../ports.ts";
import { byPosition, type Member, nameIn, organisationName } from "../reader.ts";
import type { Account, Organisation, Person } from "../roster/model.ts";
import { accountsFor } from "../roster/reach.ts";
import { daysBetween, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import type { Quota, Reply } from "./model.ts";
import { meetingName, replyStatus } from "./parts.ts";
import { isEarlier, takesSeat } from "./rules.ts";

export const filters = ["all", "none", "undecided", "declined", "waiting", "unconfirmed"] as const;
export type Filter = (typeof filters)[number];

/** Lines on a page: few enough for a phone, and far below every messenger's limit. */
const pageLength = 10;

export interface Replies {
  readonly meeting: Meeting;
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
  readonly accounts: readonly Account[];
  readonly quotas: readonly Quota[];
  readonly replies: readonly Reply[];
}

export async function repliesOf(view: View, meeting: Meeting): Promise<Replies> {
  const replies = await view.find("Reply", { meetingId: meeting.id });
  return {
    meeting,
    replies,
    organisations: [...(await view.find("Organisation", {}))].sort(byPosition),
    people: await view.find("Person", {}),
    accounts: (await accountsFor(view)).filter((account) => account.reachable),
    quotas: await view.find("Quota", { meetingId: meeting.id }),
  };
}

/** The silent and the undecided get nudges: at most two each, and only where they can be reached. */
export function toRemind({ meeting, replies, accounts }: Replies): {
  readonly now: readonly Reply[];
  readonly unreachable: readonly Reply[];
  readonly twice: readonly Reply[];
} {
  const reachable = new Set(accounts.map((account) => account.personId));
  const silent = replies.filter((reply) => reply.state === "undecided" || isOwed(reply, meeting));
  const left = silent.filter((reply) => reply.nudges < 2);
  return {
    now: left.filter((reply) => reachable.has(reply.personId)),
    unreachable: left.filter((reply) => !reachable.has(reply.personId)),
    twice: silent.filter((reply) => reply.nudges >= 2),
  };
}

const isUnconfirmed = (reply: Reply): boolean => reply.state === "substitute" && reply.substituteState !== "confirmed";
/** No answer to the day the meeting has now. */
const isOwed = (reply: Reply, meeting: Meeting): boolean => reply.state === "none" || isEarlier(reply, meeting);
/** The same, without those whose seat is reserved: they are counted where their seat is. */
const isSilent = (reply: Reply, meeting: Meeting): boolean => isOwed(reply, meeting) && !takesSeat(reply);

const matches = (filter: Filter, reply: Reply, meeting: Meeting): boolean =>
  filter === "all"
    ? true
    : filter === "none"
      ? isSilent(reply, meeting)
      : filter === "unconfirmed"
        ? isUnconfirmed(reply)
        : filter === "waiting"
          ? reply.state === "waiting" || reply.state === "offered"
          : reply.state === filter && !isEarlier(reply, meeting);

export async function overviewCard(reader: Member, view: View, args: Readonly<Record<string, string | undefined>>): Promise<Card | { readonly skip: string }> {
  const [meeting] = await view.find("Meeting", { id: args["meeting"] ?? "" });
  if (!meeting) return { skip: "gone" };
  const filter = filters.find((it) => it === args["filter"]) ?? "all";
  return drawOverview(reader, await repliesOf(view, meeting), filter, Number(args["page"] ?? "1") || 1, args["organisation"]);
}

export function drawOverview(reader: Member, known: Replies, filter: Filter, page: number, organisationId?: string): Card {
  const { t, links } = reader;
  const { meeting, replies } = known;
  const title = t("replies.title", { meeting: meetingName(reader, meeting) });
  if (replies.length === 0)
    return card("replies.empty", title, {
      text: t("replies.empty"),
      buttons: [{ label: t("label.prepare"), wish: wish("meeting.invite", { meeting: meeting.id }) }],
    });
  const lines = filter === "all" && !organisationId ? byOrganisation(reader, known) : byPerson(reader, known, filter, organisationId);
  const pages = Math.max(1, Math.ceil(lines.length / pageLength));
  const shown = Math.min(Math.max(1, page), pages);
  const file = links.file("replies", { meeting: meeting.id });
  const waiting = toRemind(known).now.length;
  const complete = replies.every((reply) => reply.state !== "undecided" && !isOwed(reply, meeting));
  const rest = { meeting: meeting.id, filter, ...(organisationId ? { organisation: organisationId } : {}) };
  return card(complete ? "replies.complete" : "replies.overview", title, {
    facts: summary(reader, known),
    choice: organisationId ? undefined : filterChoice(reader, meeting, filter),
    rows:
      lines.length === 0
        ? [t("replies.none")]
        : [...lines.slice((shown - 1) * pageLength, shown * pageLength), ...(pages > 1 ? [t("list.page", { page: shown, pages })] : [])],
    text: complete ? t("replies.complete") : undefined,
    buttons: [
      waiting > 0 ? { label: t("label.remindN", { n: waiting }), wish: wish("reply.remind", { meeting: meeting.id }) } : undefined,
      { label: t("label.record"), wish: wish("reply.record", { meeting: meeting.id }) },
      file ? { label: t("label.asFile"), url: file } : undefined,
      pages > 1
        ? { label: t(shown < pages ? "label.nextPage" : "label.firstPage"), wish: wish("reply.list", { ...rest, page: String(shown < pages ? shown + 1 : 1) }) }
        : undefined,
    ],
  });
}

function summary(reader: Member, { meeting, replies, quotas }: Replies) {
  const { t, lang, today } = reader;
  const count = (state: Reply["state"]): number => replies.filter((reply) => reply.state === state && !isEarlier(reply, meeting)).length;
  const days = daysBetween(today, meeting.replyBy);
  const day = showDay(meeting.replyBy, lang);
  return [
    {
      label: t("replies.accepted"),
      value: t("replies.acceptedOf", {
        n: replies.filter((reply) => reply.state === "accepted" || reply.state === "substitute").length,
        seats: quotas.reduce((sum, quota) => sum + quota.seats, 0),
        substitutes: count("substitute"),
      }),
    },
    {
      label: t("replies.others"),
      value: t("replies.counts", {
        declined: count("declined"),
        undecided: count("undecided"),
        none: replies.filter((reply) => isSilent(reply, meeting)).length,
        waiting: count("waiting") + count("offered"),
      }),
    },
    {
      label: t("replies.deadline"),
      value: days > 0 ? t("replies.deadlineIn", { day, n: days }) : days === 0 ? t("replies.deadlineToday", { day }) : t("replies.deadlineOver", { day }),
    },
  ];
}

function filterChoice({ t }: Member, meeting: Meeting, chosen: Filter) {
  const options = filters.map((filter) => ({ label: t(`replies.filter.${filter}`), wish: wish("reply.list", { meeting: meeting.id, filter }) }));
  return { type: "choice", label: t("replies.show"), options, chosen: filters.indexOf(chosen) } as const;
}

/** "CDU-Fraktion · 2 von 2 · zugesagt, 1 auf der Warteliste"; the silent first, the complete last. */
function byOrganisation(reader: Member, known: Replies): string[] {
  const { t } = reader;
  const reachable = new Set(known.accounts.map((account) => account.personId));
  const lines = known.organisations.flatMap((organisation) => {
    const replies = known.replies.filter((reply) => reply.organisationId === organisation.id);
    if (replies.length === 0) return [];
    const seats = known.quotas.find((quota) => quota.organisationId === organisation.id)?.seats ?? 0;
    const words = new Map<string, number>();
    for (const reply of replies) {
      const word =
        reply.state === "waiting"
          ? t("replies.filter.waiting")
          : replyStatus(reader, { ...reply, from: null, until: null }, undefined, undefined, known.meeting);
      const whole =
        reply.state === "none" && !reachable.has(reply.personId)
          ? `${word}, ${t("replies.noAccount")}`
          : reply.state === "accepted" && !reply.reserved
            ? t("state.accepted")
            : word;
      words.set(whole, (words.get(whole) ?? 0) + 1);
    }
    const states = [...words].map(([word, n]) => (n > 1 ? `${n} ${word}` : word)).join(", ");
    const urgent = replies.some((reply) => isOwed(reply, known.meeting))
      ? 0
      : replies.some((reply) => reply.state === "undecided" || reply.state === "waiting" || isUnconfirmed(reply))
        ? 1
        : 2;
    return [{ urgent, line: t("replies.row", { organisation: organisationName(reader, organisation), n: replies.filter(takesSeat).length, seats, states }) }];
  });
  return lines.sort((a, b) => a.urgent - b.urgent).map(({ line }) => line);
}

function byPerson(reader: Member, known: Replies, filter: Filter, organisationId: string | undefined): string[] {
  const { t } = reader;
  const reachable = new Set(known.accounts.map((account) => account.personId));
  const place = (reply: Reply): number =>
    known.replies.filter((it) => it.organisationId === reply.organisationId && it.state === "waiting" && (it.waitingSince ?? 0) < (reply.waitingSince ?? 0))
      .length + 1;
  return known.replies
    .filter((reply) => matches(filter, reply, known.meeting) && (!organisationId || reply.organisationId === organisationId))
    .map((reply) => {
      const comes = reply.state === "substitute" && reply.substituteName ? `, ${reply.substituteName}` : "";
      const state =
        replyStatus(reader, reply, place(reply), undefined, known.meeting) + comes + (reachable.has(reply.personId) ? "" : `, ${t("replies.noAccount")}`);
      return t("replies.person", { person: nameIn(reader, known, reply.personId), state });
    })
    .sort((a, b) => a.localeCompare(b, "de"));
}
