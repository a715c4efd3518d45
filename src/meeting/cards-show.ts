// What "sitzung" shows to a delegate, to a channel, and where nothing is planned.
import { type Button, type Card, card } from "../card.ts";
import type { Member, Reader } from "../reader.ts";
import { meetingName } from "../rsvp/parts.ts";
import type { ItemLines } from "../speaker/agenda.ts";
import { followUpButton } from "../task/agenda.ts";
import { wish } from "../wish.ts";
import { agendaRows, listButton, placeFact, press } from "./cards.ts";
import type { AgendaItem, Meeting } from "./model.ts";

/** Nothing is planned, or only a draft, which is the office's own. */
export function noneCard({ t }: Reader): Card {
  return card("none.meeting", t("none.title"), { text: t("none.text"), buttons: [{ label: t("label.status"), wish: wish("status.show") }, listButton({ t })] });
}

/** What everybody sees for "sitzung". */
export function showCard(
  reader: Member,
  meeting: Meeting,
  agenda: readonly AgendaItem[],
  own: { readonly status: string; readonly calendar: Button | undefined; readonly guest?: true } | undefined,
  followUps: number,
  below: ItemLines,
): Card {
  const { t } = reader;
  return card("meeting.show", meetingName(reader, meeting), {
    facts: [placeFact(reader, meeting), own ? { label: t("fact.yourState"), value: own.status } : undefined],
    rows: agendaRows(reader, meeting, agenda, followUps, below),
    buttons: [
      ...(own && !own.guest
        ? [press(reader, meeting, t("meeting.label.reply"), wish("rsvp.show", { meeting: meeting.id })), own.calendar]
        : [{ label: t("label.status"), wish: wish("status.show") }]),
      ...followUpButton(reader, followUps),
    ],
  });
}

/** What a channel sees for "sitzung": nothing of anybody's own, and a button for whoever reads it. */
export const channelCard = (reader: Member, meeting: Meeting, agenda: readonly AgendaItem[], followUps: number, below: ItemLines): Card =>
  card("meeting.channel", meetingName(reader, meeting), {
    facts: [placeFact(reader, meeting)],
    rows: agendaRows(reader, meeting, agenda, followUps, below),
    buttons: [...followUpButton(reader, followUps), { label: reader.t("do.help.show"), wish: wish("help.show") }],
  });
