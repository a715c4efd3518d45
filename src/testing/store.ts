// The store in memory: what the core's tests run on. It keeps every promise of the Store port that needs no second process.
import { fenced, layDesk, type Written } from "../desk.ts";
import { remembered } from "../notice/plan.ts";
import { isUnkept, type Outcome, stored } from "../outcome.ts";
import type { Desk, Opened, Opening, Store } from "../ports.ts";
import { writeJson } from "../rows.ts";
import type { Reply } from "../rsvp/model.ts";
import type { Table, Tables, Where } from "../tables.ts";
import { isActive } from "../task/rules.ts";
import { type AnyRow, apply, fill, type Rows } from "./memory.ts";

/** Rows by table, for seeding. */
export type SomeRows = { readonly [T in Table]?: readonly Tables[T][] };

export interface MemoryStore extends Store {
  /** Rows that are simply there; nothing is checked. */
  seed(rows: SomeRows): void;
  rows<T extends Table>(table: T): readonly Tables[T][];
}

interface Gesture {
  readonly outcome: Outcome;
}
export function memoryStore(): MemoryStore {
  let rows: Rows = new Map();
  const gestures = new Map<string, Gesture>();
  const all = <T extends Table>(table: T) => [...(rows.get(table)?.values() ?? [])] as unknown as readonly Tables[T][];
  const find = async <T extends Table>(table: T, where: Where<Tables[T]>) => all(table).filter(meeting(where));

  // One after the other, as if every row of the database were held.
  let last: Promise<unknown> = Promise.resolve();
  const alone = <T>(run: () => Promise<T>): Promise<T> => {
    const mine = last.then(run);
    last = mine.catch(() => undefined);
    return mine;
  };
  async function lay<T>(opened: Opened, scope: string | null, work: (desk: Desk) => Promise<T>): Promise<{ result: T; written: Written }> {
    const { desk, close } = layDesk(opened, opened.alliance?.id ?? scope, find);
    const result = await work(desk);
    return { result, written: close() };
  }
  return {
    gesture: (opening, work) =>
      alone(async () => {
        const known = gestures.get(opening.key);
        if (known) return known.outcome;
        const { result: outcome, written } = await lay(openDesk(all, opening), null, work);
        if ("refuse" in outcome && outcome.fields) return outcome;
        rows = apply(rows, written);
        if (!isUnkept(outcome)) gestures.set(opening.key, { outcome: JSON.parse(writeJson(stored(outcome))) });
        return outcome;
      }),
    work: ({ allianceId, meeting }, run) =>
      alone(async () => {
        const alliance = all("Alliance").find(({ id }) => id === allianceId);
        const held = all("Meeting").find((it) => it.id === meeting && it.allianceId === allianceId);
        const opened: Opened = { holdings: [], shown: [], ...(alliance ? { alliance } : {}), ...(held ? { meeting: held } : {}) };
        const { result, written } = await lay(opened, allianceId, run);
        rows = apply(rows, written);
        return result;
      }),
    view: (allianceId) => ({ find: async (table, where) => find(table, fenced(table, where, allianceId)) }),
    alliances: async () => all("Alliance"),
    awake: async (now) => all("Alliance").filter((alliance) => isAwake(all, alliance, now)),
    outcome: async (key) => gestures.get(key)?.outcome,
    rows: all,
    seed(given) {
      const put = new Map(Object.entries(given) as [Table, readonly AnyRow[]][]);
      rows = fill(rows, put);
    },
  };
}

/** As the database has it (store/awake.ts). */
function isAwake(all: <T extends Table>(table: T) => readonly Tables[T][], { id, ladder }: Tables["Alliance"], now: Date): boolean {
  const mine = <T extends "Meeting" | "Task" | "Organisation">(table: T) => all(table).filter((row) => row.allianceId === id);
  const days = (n: number) => new Date(now.getTime() + n * 24 * 60 * 60 * 1000);
  const day = (n: number) => days(n).toISOString().slice(0, 10);
  return (
    mine("Meeting").some(({ state, endsAt }) => state === "invited" && endsAt > days(-remembered - 1 - ladder.minutes)) ||
    mine("Task").some((it) => it.state === "reported" || (isActive(it) && (it.askedDue !== null || it.due <= day(remembered + 1 + ladder.taskFirst)))) ||
    mine("Organisation").some(({ status, reviewOn }) => status !== "confirmed" && reviewOn !== null && reviewOn <= day(1))
  );
}

/** Whether a row meets the conditions. */
function meeting(where: object): (row: AnyRow) => boolean {
  const plain = (it: unknown) => (it instanceof Date ? it.getTime() : it);
  const conditions = Object.entries(where).map(([column, wanted]) => [column, new Set((Array.isArray(wanted) ? wanted : [wanted]).map(plain))] as const);
  return (row) =>
    conditions.every(([column, any]) => {
      const value = (row as unknown as Readonly<Record<string, unknown>>)[column];
      if (value !== null && typeof value === "object" && !(value instanceof Date)) throw new Error(`${column} cannot be searched.`);
      return any.has(plain(value));
    });
}

function openDesk(all: <T extends Table>(table: T) => readonly Tables[T][], { from, at, meeting: wanted, whose: named, hold }: Opening): Opened {
  const account = all("Account").find((it) => it.messenger === from.messenger && it.tenant === from.tenant && it.user === from.user);
  const contact = all("Contact").find((it) => it.messenger === from.messenger && it.tenant === from.tenant && it.user === from.user);
  if (!account) return { ...(contact ? { contact } : {}), holdings: [], shown: [] };
  const { allianceId, personId: own } = account;
  const mine = <T extends Table>(table: T) => all(table).filter((row) => (row as unknown as { allianceId: string }).allianceId === allianceId);
  const personOf = (id: string) => mine("Person").find((it) => it.id === id);

  const meeting = wanted === "next" ? nextMeeting(mine("Meeting"), at) : mine("Meeting").find(({ id }) => id === wanted);
  const replies = mine("Reply").filter(({ meetingId }) => meetingId === meeting?.id);
  const first = named ?? replyOf(replies, own)?.personId;
  const assigned =
    first === own
      ? []
      : mine("StandIn")
          .flatMap(({ actorId, personId }) => (actorId === own ? [personId] : []))
          .sort();
  const theirs = replies.filter(({ personId }) => assigned.includes(personId));
  const asked = first ?? (theirs.length === 1 ? theirs[0]?.personId : undefined);
  const reply = replies.find(({ personId }) => personId === asked);
  const matters = meeting && asked ? [`rsvp:${meeting.id}:${asked}`, `standin:${meeting.id}:${asked}`, `replies:${meeting.id}`] : [];
  const alliance = all("Alliance").find(({ id }) => id === allianceId);
  const person = personOf(own);
  const whose = personOf(asked ?? own);
  const organisation = mine("Organisation").find((it) => it.id === reply?.organisationId);
  const ofSame = replies.filter(({ organisationId }) => organisationId === reply?.organisationId);
  const seats = mine("Quota").find((it) => it.meetingId === meeting?.id && it.organisationId === reply?.organisationId)?.seats ?? 0;
  return {
    account,
    ...(contact ? { contact } : {}),
    ...(person ? { person } : {}),
    ...(alliance ? { alliance } : {}),
    ...(meeting ? { meeting } : {}),
    ...(reply ? { reply } : {}),
    ...(organisation ? { organisation } : {}),
    ...(whose ? { whose } : {}),
    ...(reply && (hold === "seats" || hold === "meeting")
      ? {
          seats: {
            seats,
            taken: ofSame.filter(takesSeat).map(({ personId, state, substituteName }) => ({ personId, state, substituteName })),
            waiting: ofSame.filter(waits).sort(byWaiting),
          },
        }
      : {}),
    holdings: mine("Holding").filter(({ personId }) => personId === own),
    shown: mine("Shown").filter(({ matter }) => matters.includes(matter)),
    ...(assigned.length > 0 ? { assigned } : {}),
  };
}

function nextMeeting(meetings: readonly Tables["Meeting"][], at: Date): Tables["Meeting"] | undefined {
  const rank = (it: Tables["Meeting"]) => `${it.state === "invited" ? 0 : 1} ${it.startsAt.toISOString()} ${it.id}`;
  return meetings.filter((it) => it.state !== "cancelled" && it.endsAt > at).sort((a, b) => (rank(a) < rank(b) ? -1 : 1))[0];
}

/** One's own reply, else the one that names this person as substitute: a standing one first, then the newest. */
function replyOf(replies: readonly Reply[], own: string): Reply | undefined {
  const rank = (it: Reply) => [it.personId === own ? 0 : 1, it.state === "substitute" ? 0 : 1, -(it.substituteAskedAt?.getTime() ?? 0)];
  return replies
    .filter((it) => it.personId === own || it.substituteId === own)
    .sort((a, b) => rank(a).reduce((sum, it, index) => sum || it - (rank(b)[index] ?? 0), 0) || (a.personId < b.personId ? -1 : 1))[0];
}

const takesSeat = ({ reserved, state }: Reply) => reserved || state === "accepted" || state === "substitute" || state === "offered";
const waits = ({ reserved, state }: Reply) => state === "waiting" && !reserved;
const byWaiting = (a: Reply, b: Reply) => (a.waitingSince?.getTime() ?? 0) - (b.waitingSince?.getTime() ?? 0) || (a.personId < b.personId ? -1 : 1);
