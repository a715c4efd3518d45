// Cards of the invitation round: the preview, the result that counts up, and the two cases where nobody is to be invited.
import { type Card, card, type Fact } from "../card.ts";
import { type Member, organisationName } from "../reader.ts";
import { meetingFact, meetingName } from "../rsvp/parts.ts";
import { clockOf, dayOf, showClock, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { cancelButton, few, openButton, press, repliesButton } from "./cards.ts";
import type { Invited, InvitePlan, SkipReason } from "./invite.ts";
import type { Meeting } from "./model.ts";

export type Unreached = "noAccount" | "deaf";
export const whyUnreached = ({ account }: Pick<Invited, "account">): Unreached => (account ? "deaf" : "noAccount");

const organisations = (reader: Member, those: readonly Pick<Invited, "organisation">[]): readonly string[] => [
  ...new Set(those.map(({ organisation }) => organisationName(reader, organisation))),
];

/** "Werbering, ver.di (kein Chatkonto), IHK (Konto nimmt keine Nachrichten an)": names together with the reason they share. */
function byReason<R extends string>(reader: Member, those: readonly { readonly name: string; readonly reason: R }[]): string {
  const { t } = reader;
  const reasons = [...new Set(those.map(({ reason }) => reason))];
  const names = (reason: R): readonly string[] => [...new Set(those.filter((it) => it.reason === reason).map(({ name }) => name))];
  return reasons.map((reason) => t("invite.withReason", { list: few(reader, names(reason)), reason: t("invite.reason", { reason }) })).join(", ");
}

function unreachableFact(reader: Member, those: readonly Invited[]): Fact | undefined {
  if (those.length === 0) return undefined;
  const named = those.map((it) => ({ name: organisationName(reader, it.organisation), reason: whyUnreached(it) }));
  return { label: reader.t("invite.unreachable"), value: byReason(reader, named) };
}

function skippedFact(reader: Member, skipped: InvitePlan["skipped"]): Fact | undefined {
  if (skipped.length === 0) return undefined;
  const named = skipped.map(({ organisation, reason }): { name: string; reason: SkipReason } => ({ name: organisationName(reader, organisation), reason }));
  return { label: reader.t("invite.skipped"), value: byReason(reader, named) };
}

/** "23 Personen (14 in Teams, 9 in Slack)" */
function recipientsFact({ t }: Member, send: readonly Invited[]): Fact {
  if (send.length === 0) return { label: t("invite.recipients"), value: t("meeting.people", { n: 0 }) };
  const counts = new Map<string, number>();
  for (const { account } of send) if (account) counts.set(account.messenger, (counts.get(account.messenger) ?? 0) + 1);
  const messengers = [...counts].sort((a, b) => b[1] - a[1]).map(([messenger, n]) => t("invite.inMessenger", { n, messenger }));
  return { label: t("invite.recipients"), value: t("invite.recipientsValue", { n: send.length, messengers: messengers.join(", ") }) };
}

const moment = ({ lang, alliance }: Member, at: Date) => ({ day: showDay(dayOf(at, alliance.zone), lang), clock: showClock(clockOf(at, alliance.zone), lang) });

/** What the confirmation carries: the day that was previewed, so that a draft changed meanwhile is not sent by mistake. */
const sendArgs = (meeting: Meeting, when: "now" | "open") => ({ meeting: meeting.id, when, day: meeting.day, start: meeting.start });

/** Before anything is sent: how many, by which messenger, who not and why. `quiet`: when quiet hours end, null outside them. */
export function previewCard(reader: Member, meeting: Meeting, plan: InvitePlan, quiet: Date | null): Card {
  const { t, lang } = reader;
  const n = plan.send.length;
  const go = (label: string, when: "now" | "open", style?: "primary") =>
    press(reader, meeting, label, wish("meeting.inviteNow", sendArgs(meeting, when)), style);
  const text = press(reader, meeting, t("meeting.label.text"), wish("meeting.inviteText", { meeting: meeting.id }));
  const list = press(reader, meeting, t("meeting.label.recipients"), wish("meeting.inviteList", { meeting: meeting.id }));
  const first =
    n === 0
      ? [go(t("invite.withoutSending"), "now", "primary"), text]
      : quiet
        ? [go(t("invite.plan", { n }), "open", "primary"), go(t("invite.sendNow"), "now")]
        : [go(t("invite.send", { n }), "now", "primary"), text];
  return card(quiet && n > 0 ? "invite.preview.quiet" : "invite.preview", t("invite.preview.title", { kind: meeting.kind, day: showDay(meeting.day, lang) }), {
    facts: [
      recipientsFact(reader, plan.send),
      unreachableFact(reader, plan.unreachable),
      skippedFact(reader, plan.skipped),
      n > 0 ? { label: t("invite.sending"), value: quiet ? t("invite.open", moment(reader, quiet)) : t("invite.now") } : undefined,
    ],
    text: n === 0 ? `${t("invite.nobodyReachable")} ${t("invite.nothingSent")}` : t("invite.nothingSent"),
    buttons: [...first, list, cancelButton(reader)],
  });
}

/** Nothing is left to send: everybody is invited, or no confirmed seat has a person. */
export function nobodyCard(reader: Member, meeting: Meeting, plan: InvitePlan): Card {
  const { t } = reader;
  const vacant = plan.all.length === 0;
  return card(vacant ? "invite.vacant" : "invite.nobody", t(vacant ? "invite.vacant.title" : "invite.nobody.title"), {
    facts: [meetingFact(reader, meeting, true), unreachableFact(reader, plan.unreachable), skippedFact(reader, plan.skipped)],
    text: t(vacant ? "invite.vacant.text" : "invite.nobody.text"),
    buttons: vacant
      ? [{ label: t("label.members"), wish: wish("member.show") }, openButton(reader, meeting)]
      : [
          repliesButton(reader, meeting),
          plan.unreachable.length > 0 ? press(reader, meeting, t("meeting.label.text"), wish("meeting.inviteText", { meeting: meeting.id })) : undefined,
        ],
  });
}

/** How far the round is; the same card counts up in place. */
export function resultCard(reader: Member, meeting: Meeting, plan: InvitePlan): Card {
  const { t, now } = reader;
  const having = (...states: readonly Invited["sending"][]): readonly Invited[] => plan.all.filter((it) => states.includes(it.sending));
  const later = having("ready").filter(({ delivery }) => delivery?.notBefore && delivery.notBefore > now);
  const [planned] = later;
  const waiting = having("ready", "sending").length - later.length;
  const sent = having("sent").length;
  const n = having("ready", "sending", "sent", "uncertain", "failed").length;
  const byHand = plan.failed.length + plan.unreachable.length;
  const title = n === 0 ? t("invite.result.by", { meeting: meetingName(reader, meeting) }) : t("invite.result.title", { sent, n });
  const names = (label: string, those: readonly Invited[]): Fact | undefined =>
    those.length > 0 ? { label, value: few(reader, organisations(reader, those)) } : undefined;
  return card("invite.result", title, {
    facts: [
      meetingFact(reader, meeting, true),
      waiting > 0 ? { label: t("invite.result.waiting"), value: t("meeting.people", { n: waiting }) } : undefined,
      planned?.delivery?.notBefore
        ? { label: t("invite.result.planned"), value: t("invite.result.plannedValue", { n: later.length, ...moment(reader, planned.delivery.notBefore) }) }
        : undefined,
      names(t("invite.result.uncertain"), having("uncertain")),
      names(t("invite.result.failed"), plan.failed),
      unreachableFact(reader, plan.unreachable),
    ],
    text: byHand > 0 ? t("invite.result.text", { n: byHand }) : undefined,
    buttons: [
      repliesButton(reader, meeting),
      byHand > 0 ? { label: t("do.member.access"), wish: wish("member.access") } : undefined,
      byHand > 0 ? press(reader, meeting, t("meeting.label.text"), wish("meeting.inviteText", { meeting: meeting.id })) : undefined,
      plan.failed.length > 0
        ? press(
            reader,
            meeting,
            t("invite.result.again", { n: plan.failed.length }),
            wish("meeting.inviteNow", { meeting: meeting.id, when: "now", again: "1" }),
          )
        : undefined,
    ],
  });
}
