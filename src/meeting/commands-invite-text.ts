// Beside the round: the text to mail by hand, with the calendar file, and the list of everybody on it.
import { id, number, optional } from "../args.ts";
import { type Card, card } from "../card.ts";
import { type Command, command, type Known } from "../command.ts";
import { missingMeeting } from "../help/cards.ts";
import { show } from "../outcome.ts";
import { organisationName, personLabel, personName } from "../reader.ts";
import { calendarButton, isLate, meetingEnd, meetingName } from "../rsvp/parts.ts";
import { followUpRows, followUps } from "../task/agenda.ts";
import { showDay, showSpan } from "../time.ts";
import { wish } from "../wish.ts";
import { openButton, press } from "./cards.ts";
import { whyUnreached } from "./cards-invite.ts";
import { type Invited, type InvitePlan, isReachable } from "./invite.ts";
import { planOf } from "./invite-view.ts";
import type { AgendaItem, Meeting } from "./model.ts";
import { agendaOf } from "./sight.ts";

export const inviteText: Command = command({
  who: "organiser",
  opens: { meeting: "needed", hold: "none" },
  args: { meeting: optional(id()), person: optional(id()) },
  async run(context: Known, args) {
    const { meeting } = context.desk;
    if (!meeting) return missingMeeting(context, wish("meeting.inviteText"));
    const plan = await planOf(context.desk, meeting);
    return show(
      textCard(
        context,
        meeting,
        await agendaOf(context.desk, meeting),
        await followUps(context.desk, context, meeting),
        plan,
        byHand(plan).find((it) => it.person.id === args.person),
      ),
    );
  },
});

/** Everybody whom the round does not reach, whether the others are invited yet or not. */
const byHand = (plan: InvitePlan): readonly Invited[] => [...plan.unreachable, ...plan.failed];

function textCard(context: Known, meeting: Meeting, agenda: readonly AgendaItem[], followed: number, plan: InvitePlan, to: Invited | undefined): Card {
  const { t, lang, alliance, links } = context;
  const day = showDay(meeting.day, lang);
  const url = to ? links.calendar(meeting.id, to.person.id) : undefined;
  const rows = [
    to
      ? to.person.email
        ? t("invite.text.toMail", { name: personLabel(context, to.person, to.organisation), email: to.person.email })
        : t("invite.text.to", { name: personLabel(context, to.person, to.organisation) })
      : "",
    t("invite.text.subject", { alliance: lang === "de" ? alliance.nameDe : alliance.nameEn, day }),
    to ? t("invite.text.greeting", { name: personName(context, to.person) }) : t("invite.text.open"),
    t("invite.text.body", { kind: meeting.kind, day, span: showSpan(meeting.start, meetingEnd(context, meeting), lang) }),
    t("invite.text.place", { place: meeting.place }),
    t("invite.text.agenda", { items: [...followUpRows(context, followed), ...agenda.map((item) => (lang === "de" ? item.titleDe : item.titleEn))].join("; ") }),
    isLate(context, meeting) ? t("invite.text.replyLate") : t("invite.text.reply", { day: showDay(meeting.replyBy, lang) }),
    t("invite.text.contact", { phone: alliance.office.phone, email: alliance.office.email }),
    url ? t("invite.text.calendar", { url }) : "",
  ].filter((row) => row !== "");
  return card("invite.text", t("invite.text.title"), {
    rows,
    choice: whomChoice(context, meeting, byHand(plan), to),
    text: t("invite.text.hint"),
    buttons: [
      press(context, meeting, t("do.meeting.invite"), wish("meeting.invite", { meeting: meeting.id })),
      openButton(context, meeting),
      to ? calendarButton(context, meeting, to.person.id) : undefined,
    ],
  });
}

/** Selections hold at most a hundred options in some messengers. */
const mostOptions = 99;

function whomChoice(context: Known, meeting: Meeting, those: readonly Invited[], to: Invited | undefined) {
  if (those.length === 0) return undefined;
  const { t } = context;
  const named = those.slice(0, mostOptions);
  const options = named.map(({ person, organisation }) => ({
    label: personLabel(context, person, organisation).slice(0, 75),
    wish: wish("meeting.inviteText", { meeting: meeting.id, person: person.id }),
  }));
  return {
    type: "choice",
    label: t("invite.text.for"),
    options: [{ label: t("invite.text.anyone"), wish: wish("meeting.inviteText", { meeting: meeting.id }) }, ...options],
    chosen: to ? named.indexOf(to) + 1 : 0,
  } as const;
}

/** Lines on a page: few enough for a phone. */
const pageLength = 10;

export const inviteRecipients: Command = command({
  who: "organiser",
  opens: { meeting: "needed", hold: "none" },
  args: { meeting: optional(id()), page: optional(number(1, 9999)) },
  async run(context: Known, args) {
    const { meeting } = context.desk;
    if (!meeting) return missingMeeting(context, wish("meeting.inviteList"));
    const { t } = context;
    const plan = await planOf(context.desk, meeting);
    const lines = [
      ...plan.all.map((it) => t("invite.list.row", { name: personLabel(context, it.person, it.organisation), state: stateWord(context, it) })),
      ...plan.skipped.map(({ organisation, reason }) =>
        t("invite.list.row", { name: organisationName(context, organisation), state: t("invite.reason", { reason }) }),
      ),
    ];
    const pages = Math.max(1, Math.ceil(lines.length / pageLength));
    const page = Math.min(args.page ?? 1, pages);
    const next = {
      label: t(page < pages ? "label.nextPage" : "label.firstPage"),
      wish: wish("meeting.inviteList", { meeting: meeting.id, page: String(page < pages ? page + 1 : 1) }),
    };
    return show(
      card("invite.list", t("invite.list.title", { meeting: meetingName(context, meeting) }), {
        rows: [...lines.slice((page - 1) * pageLength, page * pageLength), ...(pages > 1 ? [t("list.page", { page, pages })] : [])],
        text: lines.length > 0 ? undefined : t("invite.list.empty"),
        buttons: [
          press(context, meeting, t("do.meeting.invite"), wish("meeting.invite", { meeting: meeting.id })),
          openButton(context, meeting),
          pages > 1 ? next : undefined,
        ],
      }),
    );
  },
});

/** How the person is reached, or how the sending stands. */
function stateWord({ t, now }: Known, it: Invited): string {
  const { delivery, reply, sending, account } = it;
  if (sending === "ready" && delivery?.notBefore && delivery.notBefore > now) return t("invite.list.state", { state: "planned" });
  if (sending !== "none") return t("invite.list.state", { state: sending });
  if (reply && reply.state !== "none") return t("invite.list.state", { state: "answered" });
  if (!isReachable(it)) return t("invite.reason", { reason: whyUnreached(it) });
  return t("invite.list.state", { state: account?.messenger === "slack" || account?.messenger === "teams" ? account.messenger : "page" });
}
