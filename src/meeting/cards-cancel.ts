// Cards about a meeting that does not take place: the preview, the result, and the word to everybody invited.
import { type Card, card, type Element } from "../card.ts";
import type { Member } from "../reader.ts";
import { calendarButton, meetingEnd, meetingFact, meetingName } from "../rsvp/parts.ts";
import { showDay, showSpan } from "../time.ts";
import { wish } from "../wish.ts";
import type { Audience } from "./audience.ts";
import { cancelButton } from "./cards.ts";
import { sendingFact, toldFacts } from "./cards-change.ts";
import { cancelForm } from "./forms.ts";
import type { Meeting } from "./model.ts";

export function cancelPreview(reader: Member, meeting: Meeting, audience: Audience, notBefore: Date | null): Card {
  const { t } = reader;
  const parts = card("meeting.cancel.preview", t("meeting.cancel.title", { meeting: meetingName(reader, meeting) }), {
    facts: [meetingFact(reader, meeting, true), ...toldFacts(reader, audience), sendingFact(reader, notBefore)],
    text: t("meeting.change.nothing"),
  });
  const confirm: readonly Element[] = [
    { type: "form", form: cancelForm(reader, meeting, audience.told.length) },
    { type: "buttons", buttons: [cancelButton(reader)] },
  ];
  return { ...parts, elements: [...parts.elements, ...confirm] };
}

export function cancelResult(reader: Member, meeting: Meeting, audience: Audience, notBefore: Date | null): Card {
  const { t } = reader;
  return card("meeting.cancel.done", t("meeting.gone.title", { meeting: meetingName(reader, meeting) }), {
    facts: [
      ...toldFacts(reader, audience),
      meeting.cancelNote ? { label: t("meeting.gone.note"), value: meeting.cancelNote } : undefined,
      sendingFact(reader, notBefore),
    ],
    buttons: [
      { label: t("do.meeting.new"), wish: wish("meeting.new") },
      { label: t("do.meeting.list"), wish: wish("meeting.list") },
    ],
  });
}

/** To everybody invited: it does not take place. */
export function cancelledCard(reader: Member, meeting: Meeting, personId: string): Card {
  const { t } = reader;
  return card("meeting.cancelled", t("meeting.cancelled.title", { meeting: meetingName(reader, meeting) }), {
    facts: [
      {
        label: t("fact.when"),
        value: t("rsvp.when", { day: showDay(meeting.day, reader.lang), span: showSpan(meeting.start, meetingEnd(reader, meeting), reader.lang) }),
      },
      meeting.cancelNote ? { label: t("meeting.gone.note"), value: meeting.cancelNote } : undefined,
    ],
    text: t("meeting.cancelled.text", { kind: meeting.kind }),
    buttons: [calendarButton(reader, meeting, personId)],
  });
}
