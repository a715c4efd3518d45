// A meeting that does not take place: the preview with a note for everybody, then the cancellation itself.
import { id, number, one, optional, text } from "../args.ts";
import { card } from "../card.ts";
import { type Command, command, type Known } from "../command.ts";
import { missingMeeting } from "../help/cards.ts";
import { ask, type Outcome, refuse, show } from "../outcome.ts";
import { meetingFact } from "../rsvp/parts.ts";
import { wish } from "../wish.ts";
import { audienceOf, repaintOverview, tell } from "./audience.ts";
import { cancelButton, press } from "./cards.ts";
import { cancelPreview, cancelResult } from "./cards-cancel.ts";
import { cancelForm, longestNote } from "./forms.ts";
import { tellGuests } from "./guests.ts";
import type { Meeting } from "./model.ts";
import { closed, stale } from "./refusals.ts";
import { quietUntil } from "./rules.ts";
import { trail } from "./trail.ts";
import { askWhich } from "./which.ts";

const quiet = ({ now, calendar, alliance }: Known, meeting: Meeting): Date | null => quietUntil(now, meeting.startsAt, calendar, alliance.zone);

export const cancelMeeting: Command = command({
  who: "organiser",
  opens: { meeting: "needed", hold: "none" },
  args: { meeting: optional(id()) },
  async run(context: Known, args) {
    const { meeting } = context.desk;
    if (!meeting) return missingMeeting(context, wish("meeting.cancel"));
    const ended = (await askWhich(context, wish("meeting.cancel", args.meeting ? { meeting: args.meeting } : {}))) ?? closed(context, meeting);
    if (ended) return ended;
    if (meeting.state === "draft") return onlyDraft(context, meeting);
    return show(cancelPreview(context, meeting, await audienceOf(context.desk, context, meeting), quiet(context, meeting)));
  },
});

/** Nobody knows of a draft: it is deleted, not cancelled. */
function onlyDraft(context: Known, meeting: Meeting): Outcome {
  const { t } = context;
  const buttons = [press(context, meeting, t("meeting.label.delete"), wish("meeting.delete", { meeting: meeting.id })), cancelButton(context)];
  return refuse(
    "draft",
    card("meeting.cancel.draft", t("meeting.cancel.draftTitle"), {
      facts: [meetingFact(context, meeting, true)],
      text: t("meeting.cancel.draftText"),
      buttons,
    }),
  );
}

/** Pressed without the form, where a messenger has no inputs in its cards, it opens the form: the note comes before the confirmation. */
export const cancelNow: Command = command({
  who: "organiser",
  opens: { meeting: "needed", hold: "meeting" },
  args: { meeting: id(), sequence: number(0, 1_000_000), note: optional(text(longestNote, "many")), sent: optional(one("1")) },
  async run(context: Known, args) {
    const { desk } = context;
    const { meeting } = desk;
    if (!meeting) return missingMeeting(context, wish("meeting.cancelNow"));
    const ended = closed(context, meeting);
    if (ended) return ended;
    if (meeting.state === "draft") return onlyDraft(context, meeting);
    if (meeting.sequence !== args.sequence) return stale(context, meeting);
    const audience = await audienceOf(desk, context, meeting);
    if (!args.sent) return ask(cancelForm(context, meeting, audience.told.length));
    const notBefore = quiet(context, meeting);
    const after: Meeting = { ...meeting, state: "cancelled", sequence: meeting.sequence + 1, cancelNote: args.note ?? null };
    desk.put("Meeting", after);
    trail(context, after, { what: "meeting.cancel", before: meeting.state, after: after.state });
    tell(context, after, audience, {
      kind: "meeting.cancelled",
      once: String(after.sequence),
      args: { sequence: String(after.sequence) },
      notBefore,
      usefulUntil: meeting.startsAt,
    });
    await tellGuests(context, after, notBefore);
    await repaintOverview(context, after);
    return show(cancelResult(context, after, audience, notBefore));
  },
});
