// Access codes: how they are written, read, how long they count, and how one replaces another.

import type { Context, Known } from "../command.ts";
import { historyLine } from "../notice/history.ts";
import type { Ids, View } from "../ports.ts";
import { addDays, clockOf, type Day, dayOf, endOfDay, showClock, showDay } from "../time.ts";
import type { AccessCode, Alliance, Person } from "./model.ts";

/** Letters and digits that cannot be mistaken for one another, as people read and speak them. */
const length = 8;
const daysValid = 14;
const minutesForSelf = 15;
/** Wrong codes in a row, then a rest. */
export const triesAllowed = 5;
const minutesLocked = 15;

/** A code as it is compared: upper and lower case, dashes, spaces and the leading Z do not matter. */
export function readCode(raw: string): string {
  const signs = raw.toUpperCase().replace(/[^0-9A-Z]/g, "");
  // Z is a letter of the alphabet too: only the ninth sign can be the prefix.
  return signs.length === length + 1 && signs.startsWith("Z") ? signs.slice(1) : signs;
}

/** "Z-4KM7-2XPD" */
export function showCode(code: string): string {
  const signs = readCode(code);
  return `Z-${signs.slice(0, length / 2)}-${signs.slice(length / 2)}`;
}

export const hashOf = (ids: Pick<Ids, "hash">, code: string): string => ids.hash(readCode(code));

/** A code somebody hands out counts until the end of its last day, a code for oneself for minutes. */
export const untilHandedOut = (today: Day, zone: string): Date => endOfDay(addDays(today, daysValid), zone);
export const untilForSelf = (now: Date): Date => new Date(now.getTime() + minutesForSelf * 60_000);
/** To the full minute after, so that the time shown is never too early. */
export const lockedFrom = (now: Date): Date => new Date(Math.ceil((now.getTime() + minutesLocked * 60_000) / 60_000) * 60_000);

/** Not used, not blocked, not over. */
export const isOpen = (code: AccessCode, now: Date): boolean => code.usedAt === null && code.revokedAt === null && now < code.expiresAt;

/** When a code ends, in words: its last day, or day and time where it ends within a day. */
export function showUntil({ t, lang, today }: Pick<Context, "t" | "lang" | "today">, expiresAt: Date, { zone }: Pick<Alliance, "zone">): string {
  const clock = clockOf(expiresAt, zone);
  if (clock === "00:00") return showDay(addDays(dayOf(expiresAt, zone), -1), lang);
  const day = dayOf(expiresAt, zone);
  const said = { day: showDay(day, lang), clock: showClock(clock, lang) };
  return day === today ? t("access.today", said) : `${said.day}, ${said.clock}`;
}

/** A new code and its row; only the hash is kept, so the code can be shown but once. */
export function newCode(
  ids: Pick<Ids, "code" | "hash">,
  it: Pick<AccessCode, "allianceId" | "personId" | "expiresAt">,
  now: Date,
): { readonly code: string; readonly row: AccessCode } {
  const code = showCode(ids.code());
  return {
    code,
    row: { hash: hashOf(ids, code), allianceId: it.allianceId, personId: it.personId, createdAt: now, expiresAt: it.expiresAt, usedAt: null, revokedAt: null },
  };
}

/** The codes of a person that still count. */
export async function openCodes(view: View, { allianceId, personId }: Pick<AccessCode, "allianceId" | "personId">, now: Date): Promise<readonly AccessCode[]> {
  const codes = await view.find("AccessCode", { allianceId, personId });
  return codes.filter((code) => isOpen(code, now));
}

/** Writes a new code for a person and returns it as it is shown; codes given out before no longer count. */
export async function issueCode(context: Known, person: Person, expiresAt: Date): Promise<string> {
  const { desk, now, ids } = context;
  const about = { allianceId: person.allianceId, personId: person.id };
  await blockCodes(context, person);
  const { code, row } = newCode(ids, { ...about, expiresAt }, now);
  desk.put("AccessCode", row);
  desk.put(
    "Trail",
    historyLine({
      ...about,
      id: ids.next(),
      actorId: context.person.id,
      at: now,
      via: "self",
      what: "code.created",
    }),
  );
  return code;
}

/** How many codes of the person counted until now. */
export async function blockCodes({ desk, now }: Known, person: Person): Promise<number> {
  const open = await openCodes(desk, { allianceId: person.allianceId, personId: person.id }, now);
  for (const code of open) desk.put("AccessCode", { ...code, revokedAt: now });
  return open.length;
}
