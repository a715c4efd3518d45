// The agenda a new meeting begins with: the six items of the resolution, and an assumed one for the workshop.
import { format, type Key } from "../../locales/index.ts";
import type { Ids } from "../ports.ts";
import type { AgendaItem, MeetingKind } from "./model.ts";

interface TemplateItem {
  readonly key: string;
  readonly title: Key;
  readonly minutes: number;
}

/** Minutes are assumed (domain.md 1.4, C11): the resolution names items, no durations. The resolution has no agenda for the workshop. */
const templates: { readonly [K in MeetingKind]: readonly TemplateItem[] } = {
  regular: [
    { key: "opening", title: "meeting.item.opening", minutes: 10 },
    { key: "keynote", title: "meeting.item.keynote", minutes: 30 },
    { key: "projects", title: "meeting.item.projects", minutes: 60 },
    { key: "qa", title: "meeting.item.qa", minutes: 60 },
    { key: "next_steps", title: "meeting.item.next_steps", minutes: 30 },
    { key: "get_together", title: "meeting.item.get_together", minutes: 45 },
  ],
  workshop: [
    { key: "opening", title: "meeting.workshop.opening", minutes: 10 },
    { key: "keynote", title: "meeting.workshop.keynote", minutes: 30 },
    { key: "working_groups", title: "meeting.workshop.working_groups", minutes: 120 },
    { key: "next_steps", title: "meeting.workshop.next_steps", minutes: 30 },
    { key: "get_together", title: "meeting.item.get_together", minutes: 45 },
  ],
};

/** The agenda of a new meeting, in order; titles are kept in both languages because the office may reword them later. */
export const agendaFor = (kind: MeetingKind, meeting: { readonly id: string; readonly allianceId: string }, ids: Pick<Ids, "next">): readonly AgendaItem[] =>
  templates[kind].map(({ key, title, minutes }, index) => ({
    id: ids.next(),
    allianceId: meeting.allianceId,
    meetingId: meeting.id,
    position: index + 1,
    number: String(index + 1),
    key,
    titleDe: format("de", title),
    titleEn: format("en", title),
    minutes,
  }));
