// Puts down what was decided about seats, and owes everybody concerned the word: each once.

import type { Meeting } from "../meeting/model.ts";
import { historyLine } from "../notice/history.ts";
import type { Shown } from "../notice/model.ts";
import { owed } from "../notice/owe.ts";
import { type Desk, type Ids, type Ref, sameRef } from "../ports.ts";
import type { Reply, SeatTable } from "./model.ts";
import type { Decision } from "./rules.ts";
import { overviewMatter, replyMatter, standinMatter } from "./situation.ts";

/** Because of what something is recorded: a gesture, or the bot's own round. */
export interface Because {
  readonly now: Date;
  readonly key: string;
  readonly desk: Desk;
  readonly ids: Ids;
  /** The message that shows the answer anyway and needs no repaint. */
  readonly card?: Ref | undefined;
}

const undone = [
  "state",
  "answeredAt",
  "actorId",
  "via",
  "from",
  "until",
  "except",
  "substituteId",
  "substituteName",
  "substituteState",
  "substituteAskedAt",
  "waitingSince",
  "offeredUntil",
  "askOn",
  "edition",
  "reserved",
] as const;

/** A reply as the history keeps it, so that an entry can be taken back. */
export const snapshot = (reply: Reply): string => JSON.stringify(Object.fromEntries(undone.map((column) => [column, reply[column]])));

/** The reply itself, everybody who moved up, every other live card of the matter, and the office's overview. */
export async function record(because: Because, meeting: Meeting, before: Reply, waitedBefore: SeatTable, decision: Decision): Promise<void> {
  const { reply, moved, seats } = decision;
  if (reply !== before) {
    write(because, before, reply);
    tellSubstitutes(because, before, reply);
  }
  for (const one of moved) moveUp(because, meeting, waitedBefore, one);
  if (reply === before && moved.length === 0) return;
  await repaintWaiting(because, waitedBefore, seats, reply.personId);
  for (const shown of because.desk.shown) if (!sameRef(shown.ref, because.card)) repaint(because, shown);
}

export function moveUp(because: Because, meeting: Meeting, waitedBefore: SeatTable, one: Reply): void {
  write(because, waitedBefore.waiting.find((it) => it.personId === one.personId) ?? one, one);
  const kind = one.state === "offered" ? "waiting.offered" : "waiting.promoted";
  because.desk.owe(
    owed(because, {
      key: `${kind}:${because.key}:${one.personId}`,
      kind,
      personId: one.personId,
      args: { meeting: one.meetingId, person: one.personId },
      matter: replyMatter(one.meetingId, one.personId),
      usefulUntil: meeting.startsAt,
    }),
  );
  if (one.substituteState === "asked") askSubstitute(because, one);
  if (one.substituteState === "confirmed") tellSubstitute(because, one);
}

/** Who had said yes before the seat was there hears that it is there now. */
function tellSubstitute(because: Because, { substituteId, meetingId, personId }: Reply): void {
  if (!substituteId) return;
  because.desk.owe(
    owed(because, {
      key: `standin.own:${because.key}:${substituteId}`,
      kind: "standin.own",
      personId: substituteId,
      args: { meeting: meetingId, person: personId },
      matter: standinMatter(meetingId, personId),
    }),
  );
}

/** One reply and its line in the history. */
export function write(because: Because, before: Reply, after: Reply): void {
  because.desk.put("Reply", after);
  because.desk.put(
    "Trail",
    historyLine({
      id: because.ids.next(),
      allianceId: after.allianceId,
      meetingId: after.meetingId,
      personId: after.personId,
      actorId: after.actorId,
      at: because.now,
      via: after.via,
      what: "reply",
      before: snapshot(before),
      after: snapshot(after),
    }),
  );
}

function tellSubstitutes(because: Because, before: Reply, after: Reply): void {
  const gone =
    before.substituteId && before.substituteId !== after.substituteId && (before.substituteState === "asked" || before.substituteState === "confirmed");
  if (gone && before.substituteId) {
    because.desk.owe(
      owed(because, {
        key: `substitute.withdrawn:${because.key}:${before.substituteId}`,
        kind: "substitute.withdrawn",
        personId: before.substituteId,
        args: { meeting: before.meetingId, person: before.personId },
        matter: standinMatter(before.meetingId, before.personId),
      }),
    );
  }
  if (after.state === "substitute" && after.substituteState === "asked" && after.substituteId !== before.substituteId) askSubstitute(because, after);
}

/** The question to the substitute; asked again it is a new message. */
export function askSubstitute(because: Because, reply: Reply): void {
  if (!reply.substituteId) return;
  because.desk.owe(
    owed(because, {
      key: `substitute.asked:${because.key}:${reply.substituteId}`,
      kind: "substitute.asked",
      personId: reply.substituteId,
      args: { meeting: reply.meetingId, person: reply.personId },
      matter: standinMatter(reply.meetingId, reply.personId),
    }),
  );
}

/** Who still waits sees a better place on the card they have; no new message. */
async function repaintWaiting(because: Because, before: SeatTable, after: SeatTable, actor: string): Promise<void> {
  const better = after.waiting.filter((reply, index) => reply.personId !== actor && before.waiting[index]?.personId !== reply.personId);
  if (better.length === 0) return;
  const shown = await because.desk.find("Shown", { matter: better.map((reply) => replyMatter(reply.meetingId, reply.personId)) });
  for (const one of shown) repaint(because, one);
}

const ownKind = (shown: Shown): string =>
  shown.matter.startsWith("standin:") ? "standin.own" : shown.matter.startsWith("replies:") ? "replies.own" : "rsvp.own";

/** The message shows the present state from now on. */
export function repaint(because: Because, shown: Shown): void {
  const [, meeting = "", person = ""] = shown.matter.split(":");
  because.desk.owe(
    owed(because, {
      key: `repaint:${because.key}:${shown.matter}:${shown.accountId}`,
      kind: ownKind(shown),
      personId: shown.personId,
      args: shown.matter === overviewMatter(meeting) ? { ...shown.args, meeting } : { meeting, person },
      mode: "update",
      messenger: shown.messenger,
      tenant: shown.tenant,
      ref: shown.ref,
    }),
  );
}
