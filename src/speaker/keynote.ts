// The keynote (D24): whose it is, when it is held, and what is still missing of it.
import type { AgendaItem, Meeting } from "../meeting/model.ts";
import { timed } from "../meeting/rules.ts";
import type { View } from "../ports.ts";
import { byPosition } from "../reader.ts";
import type { Organisation } from "../roster/model.ts";
import type { Clock } from "../time.ts";
import type { Keynote } from "./model.ts";

/** The agenda item that is given away for good; a workshop's impulse belongs to nobody. */
export const isKeynote = ({ key }: Pick<AgendaItem, "key">): boolean => key === "keynote";

/**
 * The resolution gives the keynote to the Agentur für Arbeit. The roster marks offices by category: of those of the employment administration
 * the first in the roster's order has it (in Krefeld the Agentur für Arbeit, before the Jobcenter).
 */
export const keynoteOrganisation = (organisations: readonly Organisation[]): Organisation | undefined =>
  [...organisations].sort(byPosition).find(({ category, status }) => category === "labour_admin" && status === "confirmed");

export interface KeynoteAt {
  readonly meeting: Meeting;
  readonly item: AgendaItem;
  readonly start: Clock;
  readonly organisation: Organisation;
  readonly keynote: Keynote;
}

/** Undefined where the meeting has no keynote, or the alliance nobody to hold it. */
export async function keynoteOf(view: View, meeting: Meeting, zone: string): Promise<KeynoteAt | undefined> {
  const agenda = meeting.kind === "regular" ? await view.find("AgendaItem", { meetingId: meeting.id }) : [];
  const found = timed(meeting, agenda, zone).find(({ item }) => isKeynote(item));
  const organisation = found && keynoteOrganisation(await view.find("Organisation", {}));
  if (!found || !organisation) return undefined;
  const [stored] = await view.find("Keynote", { meetingId: meeting.id, organisationId: organisation.id });
  return { meeting, item: found.item, start: found.at, organisation, keynote: stored ?? unknownKeynote(meeting, organisation) };
}

export const unknownKeynote = ({ id, allianceId }: Meeting, organisation: Organisation): Keynote => ({
  meetingId: id,
  allianceId,
  organisationId: organisation.id,
  title: null,
  speaker: null,
  slides: null,
  link: null,
  actorId: null,
});

type KeynoteOwing = "speaker" | "slides" | "link";

/** Asked for until the documents are due, and only as long as something is missing. */
export const keynoteOwing = ({ speaker, slides, link }: Keynote): readonly KeynoteOwing[] => [
  ...(speaker === null ? (["speaker"] as const) : []),
  ...(slides === null ? (["slides"] as const) : []),
  ...(slides === "yes" && link === null ? (["link"] as const) : []),
];

export const keynoteMatter = (meetingId: string): string => `keynote:${meetingId}`;
