// The parts that every card about a reply shares: names, times, states in words, the four answers.
import type { Button, Fact } from "../card.ts";
import type { Meeting } from "../meeting/model.ts";
import { type Member, personLabel, type Reader, type Viewer } from "../reader.ts";
import { type Clock, clockOf, endOfDay, showDay, showSpan } from "../time.ts";
import { type Wish, wish } from "../wish.ts";
import type { Reply } from "./model.ts";
import { isEarlier } from "./rules.ts";
import type { Situation } from "./situation.ts";

/** "Sitzung am Mi, 07.10.2026" */
export const meetingName = ({ t, lang }: Reader, { kind, day }: Meeting): string => t("meeting.on", { kind, day: showDay(day, lang) });

export const meetingEnd = ({ alliance }: Member, meeting: Meeting): Clock => clockOf(meeting.endsAt, alliance.zone);

/** "Mi, 07.10.2026, 14:00–17:55 Uhr" and, with the place, ", Rathaus Krefeld" */
export function whenOf(reader: Member, meeting: Meeting, withPlace = false): string {
  const day = showDay(meeting.day, reader.lang);
  const span = showSpan(meeting.start, meetingEnd(reader, meeting), reader.lang);
  return withPlace ? reader.t("rsvp.whenWhere", { day, span, place: meeting.place }) : reader.t("rsvp.when", { day, span });
}

/** What every wish about a reply carries: which meeting in which edition, and whose reply. */
export const about = (meeting: Pick<Meeting, "id" | "edition">, personId: string) => ({ meeting: meeting.id, for: personId, edition: String(meeting.edition) });

export function button(reader: Reader, meeting: Meeting, label: string, it: Wish): Button {
  return { label, hears: reader.t("button.hears", { label, meeting: meetingName(reader, meeting) }).slice(0, 75), wish: it };
}

/** Whether a secretariat reads: then the card speaks of the person and never says "you" (K6.4). */
export const speaksOf = ({ person }: Pick<Viewer, "person">, personId: string): boolean => person.id !== personId;

/** Of whom the card speaks, where its reader is somebody else. */
export const forFact = (reader: Viewer, { reply, whose, organisation }: Pick<Situation, "reply" | "whose" | "organisation">): Fact | undefined =>
  speaksOf(reader, reply.personId) ? { label: reader.t("fact.for"), value: personLabel(reader, whose, organisation) } : undefined;

export const acceptButton = (reader: Viewer, meeting: Meeting, personId: string): Button =>
  button(reader, meeting, reader.t(speaksOf(reader, personId) ? "behalf.accept" : "label.accept"), wish("rsvp.accept", about(meeting, personId)));

/** The four answers; their order never changes and none is highlighted: the bot does not steer. */
export function answerButtons(reader: Viewer, meeting: Meeting, personId: string): readonly Button[] {
  const { t } = reader;
  const args = about(meeting, personId);
  return [
    acceptButton(reader, meeting, personId),
    button(reader, meeting, t("label.substitute"), wish("substitute.pick", args)),
    button(reader, meeting, t(speaksOf(reader, personId) ? "behalf.decline" : "label.decline"), wish("rsvp.decline", args)),
    button(reader, meeting, t("label.undecided"), wish("rsvp.undecided", args)),
  ];
}

export function calendarButton({ t, links }: Reader, meeting: Meeting, personId: string): Button | undefined {
  const url = links.calendar(meeting.id, personId);
  return url ? { label: t("label.calendar"), url } : undefined;
}

/** "15:00–17:10 Uhr, ohne Get-Together"; empty for the whole meeting. */
export function partOf(reader: Member, { meeting, reply, except }: Pick<Situation, "meeting" | "reply" | "except">): string {
  const times = reply.from || reply.until ? showSpan(reply.from ?? meeting.start, reply.until ?? meetingEnd(reader, meeting), reader.lang) : "";
  const titles = except.map((item) => (reader.lang === "de" ? item.titleDe : item.titleEn)).join(", ");
  return [times, titles ? reader.t("state.without", { items: titles }) : ""].filter((part) => part !== "").join(", ");
}

/** The state in words, as it stands in every list and status; with the meeting's present edition an answer to an earlier day says so. */
export function replyStatus(reader: Pick<Reader, "t">, reply: Reply | undefined, place?: number, part?: string, meeting?: Pick<Meeting, "edition">): string {
  const { t } = reader;
  const word = (): string => {
    switch (reply?.state) {
      case "accepted":
        return part ? t("state.acceptedPart", { part }) : t("state.acceptedWhole");
      case "substitute":
        return reply.substituteState === "confirmed" ? t("state.substituteConfirmed") : t("state.substituteNamed");
      case "waiting":
        return t("state.waiting", { place: place ?? 1 });
      case "declined":
      case "undecided":
      case "offered":
        return t(`state.${reply.state}`);
      default:
        return t("state.none");
    }
  };
  if (reply?.reserved) return t("state.reserved", { state: word() });
  return reply && meeting && isEarlier(reply, meeting) ? t("state.earlier", { state: word() }) : word();
}

export const meetingFact = (reader: Member, meeting: Meeting, withPlace = false): Fact => ({
  label: reader.t("meeting.kind", { kind: meeting.kind }),
  value: whenOf(reader, meeting, withPlace),
});
export const stateFact = ({ t }: Reader, value: string): Fact => ({ label: t("fact.state"), value });
export const changeButton = (reader: Reader, { meeting, reply }: Situation): Button =>
  button(reader, meeting, reader.t("label.change"), wish("rsvp.change", about(meeting, reply.personId)));

export const isOver = (meeting: Pick<Meeting, "startsAt">, now: Date): boolean => now >= meeting.startsAt;
export const isLate = (reader: Member, meeting: Pick<Meeting, "replyBy">): boolean => reader.now >= endOfDay(meeting.replyBy, reader.alliance.zone);
