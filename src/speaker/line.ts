// Reads what a gesture about talks works on: the item, its talks, the programme, and who was heard last time.
import type { AgendaItem, Meeting } from "../meeting/model.ts";
import { timed } from "../meeting/rules.ts";
import type { View } from "../ports.ts";
import { at } from "../time.ts";
import type { Programme, Talk } from "./model.ts";
import type { Draft } from "./programme.ts";

/** The agenda item talks belong to (D23); a workshop has none. */
const itemKey = "projects";

export interface Line {
  readonly meeting: Meeting;
  readonly item: AgendaItem;
  readonly programme: Programme;
  /** Everything the rules decide on; its talks are all of the meeting, withdrawn ones too. */
  readonly draft: Draft;
}

/** Undefined where the meeting has no item for talks. `agenda` is what the work in hand has just changed. True only while the meeting is held. */
export async function lineOf(view: View, meeting: Meeting, zone: string, agenda?: readonly AgendaItem[]): Promise<Line | undefined> {
  const items = timed(meeting, agenda ?? (await view.find("AgendaItem", { meetingId: meeting.id })), zone);
  const found = items.find(({ item }) => item.key === itemKey);
  if (!found) return undefined;
  const [stored] = await view.find("Programme", { meetingId: meeting.id });
  const programme: Programme = stored ?? {
    meetingId: meeting.id,
    allianceId: meeting.allianceId,
    order: "rotation",
    edition: 0,
    releasedAt: null,
    currentId: null,
    startedAt: null,
    past: null,
  };
  const talks = await view.find("Talk", { meetingId: meeting.id });
  const heard = programme.order === "rotation" && talks.length > 0 ? await heardBefore(view, meeting) : new Set<string>();
  return {
    meeting,
    item: found.item,
    programme,
    draft: { talks, order: programme.order, budget: found.item.minutes, itemStartsAt: at(meeting.day, found.at, zone), zone, heard },
  };
}

/** Organisations whose talk was held, or at least in the programme, at the last meeting that had any. */
async function heardBefore(view: View, meeting: Meeting): Promise<ReadonlySet<string>> {
  const before = (await view.find("Meeting", { state: "invited" })).filter((it) => it.startsAt < meeting.startsAt);
  before.sort((a, b) => b.startsAt.getTime() - a.startsAt.getTime());
  for (const { id } of before) {
    const spoke = await view.find("Talk", { meetingId: id, state: ["held", "confirmed", "programmed"] });
    if (spoke.length > 0) return new Set(spoke.map((talk) => talk.organisationId));
  }
  return new Set();
}

/** The same line with some talks as they are now. */
export function withTalks(line: Line, changed: readonly Talk[]): Line {
  const known = new Set(line.draft.talks.map(({ id }) => id));
  const talks = line.draft.talks.map((talk) => changed.find(({ id }) => id === talk.id) ?? talk);
  return { ...line, draft: { ...line.draft, talks: [...talks, ...changed.filter(({ id }) => !known.has(id))] } };
}

/** The live card in channels of who speaks now. */
export const programmeMatter = (meeting: string): string => `programme:${meeting}`;
export const talkMatter = (id: string): string => `talk:${id}`;
