// Why a meeting cannot be changed any more, and what the office may do instead.
import { card } from "../card.ts";
import type { Known } from "../command.ts";
import { badInput } from "../help/cards.ts";
import { type Outcome, refuse } from "../outcome.ts";
import { meetingFact } from "../rsvp/parts.ts";
import { showDay } from "../time.ts";
import type { Wish } from "../wish.ts";
import { goneCard, listButton, openButton, repliesButton } from "./cards.ts";
import type { Meeting } from "./model.ts";

/** What ends a meeting's being changed: its cancellation, its beginning; undefined while it can be. */
export function closed(context: Known, meeting: Meeting): Outcome | undefined {
  const { t, lang, now } = context;
  if (meeting.state === "cancelled") return refuse("cancelled", goneCard(context, meeting));
  if (meeting.startsAt > now) return undefined;
  const title = meeting.endsAt > now ? t("meeting.begun.title") : t("meeting.over.title", { day: showDay(meeting.day, lang) });
  return refuse("over", card("meeting.over", title, { text: t("meeting.over.text"), buttons: [repliesButton(context, meeting), listButton(context)] }));
}

/** A preview was confirmed after the meeting had changed: nothing is done, the present state is one press away. */
export function stale(context: Known, meeting: Meeting): Outcome {
  const { t } = context;
  return refuse(
    "stale",
    card("meeting.stale", t("meeting.stale.title"), {
      facts: [meetingFact(context, meeting, true)],
      text: t("meeting.stale.text"),
      buttons: [openButton(context, meeting)],
    }),
  );
}

/** Input that reads well and still cannot be; the form's fields carry the same sentences. */
export function faulty(context: Known, it: Wish, faults: Readonly<Record<string, string>>): Outcome {
  return refuse("bad_input", badInput(context, it, Object.values(faults)[0] ?? ""), context.by === "form" ? faults : undefined);
}
