// The advance consultation (D2): the office asks the council groups about the day, and their spokespersons answer.
import { id, one, optional, text } from "../args.ts";
import { card } from "../card.ts";
import { type Command, command, type Known } from "../command.ts";
import { missingMeeting } from "../help/cards.ts";
import { phoneOf } from "../help/pieces.ts";
import { owed } from "../notice/owe.ts";
import { type Outcome, refuse, show } from "../outcome.ts";
import { answersFor, lenderOf } from "../roster/reach.ts";
import { wish } from "../wish.ts";
import { openButton, press } from "./cards.ts";
import { askCard, savedCard } from "./cards-consult.ts";
import { showOffice } from "./commands-show.ts";
import { canBeAsked, consultMatter, type Group, groupsOf, meetingMatter, silentGroups, spokenFor } from "./consult.ts";
import { repaintMatter } from "./live.ts";
import type { Consent, Meeting } from "./model.ts";
import { closed, stale } from "./refusals.ts";
import { quietUntil } from "./rules.ts";
import { trail } from "./trail.ts";

export const consult: Command = command({
  who: "organiser",
  opens: { meeting: "needed", hold: "meeting" },
  args: { meeting: optional(id()), remind: optional(one("1")) },
  async run(context: Known, args) {
    const { desk } = context;
    const { meeting } = desk;
    if (!meeting) return missingMeeting(context, wish("meeting.consult"));
    if (!args.meeting && meeting.state !== "draft") return nextDraft(context, meeting);
    const ended = closed(context, meeting);
    if (ended) return ended;
    if (meeting.state !== "draft") return stale(context, meeting);
    const groups = await groupsOf(desk, meeting);
    if (!groups.some(canBeAsked)) return nobodyToAsk(context, meeting);
    const asked = groups.map((group) => (group.consent || !canBeAsked(group) ? group : ask(context, meeting, group)));
    if (args.remind)
      for (const group of silentGroups(groups).filter(canBeAsked))
        owe(context, meeting, group, `consult.remind:${meeting.id}:${group.organisation.id}:${context.today}`);
    return showOffice(context, { meeting, groups: asked });
  },
});

/** Typed without a meeting, the word means the next draft; it is shown first, because nothing holds it still yet. */
async function nextDraft(context: Known, invited: Meeting): Promise<Outcome> {
  const drafts = (await context.desk.find("Meeting", { state: "draft" })).filter((meeting) => meeting.startsAt > context.now);
  const [draft] = drafts.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  if (!draft) return stale(context, invited);
  return showOffice(context, { meeting: draft });
}

function nobodyToAsk(context: Known, meeting: Meeting): Outcome {
  const { t } = context;
  const buttons = [openButton(context, meeting), press(context, meeting, t("label.members"), wish("member.show"))];
  return refuse("nobody", card("meeting.consult.nobody", t("consult.noGroups"), { text: t("consult.noGroupsText"), buttons }));
}

/** The consent's row makes a second press harmless: who was asked is not asked again. */
function ask(context: Known, meeting: Meeting, group: Group): Group {
  const { desk, now, alliance } = context;
  const { organisation, spokesperson } = group;
  if (!spokesperson) return group;
  const consent: Consent = {
    meetingId: meeting.id,
    organisationId: organisation.id,
    allianceId: alliance.id,
    personId: spokesperson.id,
    answer: "none",
    askedAt: now,
    answeredAt: null,
  };
  desk.put("Consent", consent);
  const asked = { ...group, consent };
  owe(context, meeting, asked, `consult:${meeting.id}:${organisation.id}:${context.key}`);
  return asked;
}

function owe(context: Known, meeting: Meeting, { organisation, consent, account }: Group, key: string): void {
  const { desk, now, calendar, alliance } = context;
  if (!consent) return;
  desk.owe(
    owed(context, {
      key,
      kind: "consult",
      personId: lenderOf(account) ?? consent.personId,
      args: { meeting: meeting.id, organisation: organisation.id, day: meeting.day },
      matter: consultMatter(meeting.id, organisation.id),
      notBefore: quietUntil(now, meeting.startsAt, calendar, alliance.zone),
      usefulUntil: meeting.startsAt,
    }),
  );
}

/** The word of the spokesperson, or of the secretariat that answers for them; the last one counts. Without an answer it shows the question again, with what is stored. */
export const consent: Command = command({
  who: "linked",
  opens: { meeting: "needed", hold: "meeting" },
  args: { meeting: id(), organisation: id(), day: optional(text(10)), answer: optional(one("yes", "no", "unclear")) },
  async run(context: Known, args) {
    const { desk, t, now, person, alliance } = context;
    const { meeting } = desk;
    const [known] = meeting ? await desk.find("Consent", { meetingId: meeting.id, organisationId: args.organisation }) : [];
    const [organisation] = known ? await desk.find("Organisation", { id: known.organisationId }) : [];
    const valid = meeting?.state !== "cancelled" && (args.day === undefined || args.day === meeting?.day);
    if (!meeting || !known || !organisation || !valid || meeting.startsAt <= now) {
      return refuse(
        "gone",
        card("meeting.consult.gone", t("consult.gone"), { text: t("consult.goneText"), buttons: [{ label: t("label.status"), wish: wish("status.show") }] }),
      );
    }
    if (known.personId !== person.id && !(await answersFor(desk, person, known.personId))) {
      const buttons = [{ label: t("label.status"), wish: wish("status.show") }];
      return refuse(
        "other_seat",
        card("meeting.consult.notYours", t("consult.notYours"), { text: t("consult.notYoursText", { phone: phoneOf(alliance) }), buttons }),
      );
    }
    const matter = consultMatter(meeting.id, organisation.id);
    const whose = await spokenFor(desk, person, known);
    if (!args.answer) return show(askCard(context, meeting, organisation, known, whose), matter);
    const next: Consent = known.answer === args.answer ? known : { ...known, answer: args.answer, answeredAt: now };
    if (next !== known) {
      desk.put("Consent", next);
      const { slug } = organisation;
      trail(context, meeting, { what: "meeting.consent", before: `${slug} ${known.answer}`, after: `${slug} ${next.answer}`, personId: known.personId });
      await repaintMatter(context, { matter: meetingMatter(meeting.id), kind: "meeting.office", args: { meeting: meeting.id } });
    }
    return show(savedCard(context, meeting, organisation, next, whose), matter);
  },
});
