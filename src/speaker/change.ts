// Writes what the rules decided about talks: rows, history, who hears of it once, and live cards brought up to date.

import { repaintMatter } from "../meeting/live.ts";
import type { AgendaItem, Meeting } from "../meeting/model.ts";
import { tracedTo } from "../notice/history.ts";
import type { Shown } from "../notice/model.ts";
import { tellOffice } from "../notice/office.ts";
import { owed } from "../notice/owe.ts";
import { type Desk, type Ids, type Ref, type Sender, sameRef } from "../ports.ts";
import type { Person } from "../roster/model.ts";
import { isOrganiser } from "../roster/rules.ts";
import { isInProgramme, waitingPlace } from "./capacity.ts";
import { type Line, lineOf, talkMatter, withTalks } from "./line.ts";
import type { Talk } from "./model.ts";
import { type Change, moveUp, retime } from "./programme.ts";

/** Why talks change: a gesture of a person. */
export interface Cause {
  readonly now: Date;
  readonly key: string;
  readonly desk: Desk;
  readonly ids: Ids;
  readonly person: Person;
  readonly from: Sender;
  /** The message that shows the outcome anyway. */
  readonly card: Ref | undefined;
}

/** One talk in the history and in its row. */
export function put(cause: Cause, before: Talk | undefined, after: Talk): void {
  cause.desk.put("Talk", after);
  const { allianceId, meetingId, personId } = after;
  tracedTo(cause, { allianceId, meetingId, personId, what: "talk", before: before ? brief(before) : null, after: brief(after) });
}

const brief = ({ id, state, draft, place, start, minutes }: Talk): string => JSON.stringify({ id, state, draft, place, start, minutes });

/** Stores the decisions and tells each speaker theirs, once. */
export async function apply(cause: Cause, changes: readonly Change[]): Promise<void> {
  for (const { before, after, tell } of changes) {
    put(cause, before, after);
    if (tell) tellSpeaker(cause, `talk.${tell}`, after, before.start ? { was: before.start } : {});
    else await repaintTalk(cause, after);
  }
}

/** A new message to whoever speaks; it becomes the live card of the talk. */
export function tellSpeaker(cause: Cause, kind: string, talk: Talk, args: Readonly<Record<string, string>> = {}): void {
  cause.desk.owe(
    owed(cause, {
      key: `${kind}:${cause.key}:${talk.id}`,
      kind,
      personId: talk.personId,
      args: { talk: talk.id, ...args },
      matter: talkMatter(talk.id),
    }),
  );
}

/** Cards of the talk that somebody looks at elsewhere. */
export const repaintTalk = (cause: Cause, talk: Talk): Promise<void> =>
  repaintMatter(cause, { matter: talkMatter(talk.id), kind: "talk.own", args: { talk: talk.id } }, ({ ref }: Shown) => sameRef(ref, cause.card));

/** What follows from a change somebody made to talks: the waiting list moves up, starts move; everybody concerned hears of it, or sees it in their card. */
export async function settle(cause: Cause, line: Line, changed: readonly Talk[]): Promise<void> {
  const now = withTalks(line, changed);
  const up = moveUp(now.draft, now.programme.edition);
  await apply(cause, up);
  const after = withTalks(
    now,
    up.map((it) => it.after),
  );
  await repaintWaiting(cause, line, after);
  if (now.programme.edition === 0) return;
  const moved = new Set(up.map(({ before }) => before.id));
  await apply(
    cause,
    retime(after.draft).filter(({ before }) => !moved.has(before.id)),
  );
}

/** Cards of those who still wait, where their place is another now. */
export async function repaintWaiting(cause: Cause, before: Line, after: Line): Promise<void> {
  const placeIn = ({ draft }: Line, { id }: Talk) => waitingPlace(draft.talks, id);
  const wait = before.draft.talks.filter((talk) => talk.state === "waiting" && placeIn(after, talk) !== undefined);
  for (const talk of wait) if (placeIn(before, talk) !== placeIn(after, talk)) await repaintTalk(cause, talk);
}

/** The office does not hear of what it has done itself. */
export async function tellOfficeOf(cause: Cause, kind: string, talk: Talk): Promise<void> {
  if (!isOrganiser(cause.person)) await tellOffice(cause, { key: `${kind}:${cause.key}:${talk.id}`, kind, args: { talk: talk.id } });
}

/** The minutes or the beginning have changed: who waits moves up into new time, released starts move, and those concerned hear of theirs. `agenda` is the new one. */
export async function retimeTalks(cause: Cause, meeting: Meeting, zone: string, agenda?: readonly AgendaItem[]): Promise<void> {
  const line = await lineOf(cause.desk, meeting, zone, agenda);
  if (line) await settle(cause, line, []);
}

/** On another day whoever is in the programme confirms once more, with the new day in their card. */
export async function reopenTalks(cause: Cause, meeting: Meeting, zone: string): Promise<void> {
  const line = await lineOf(cause.desk, meeting, zone);
  if (!line) return;
  const starts = new Map(retime(line.draft).map(({ after }) => [after.id, after]));
  await apply(
    cause,
    line.draft.talks.filter(isInProgramme).map((before) => {
      const after: Talk = { ...(starts.get(before.id) ?? before), state: "programmed", confirmedAt: null };
      return { before, after, tell: "released" };
    }),
  );
}
