// Reads the days people type, in German and English; the clocks they type are read beside it.
import { firstOpenDayFrom, isDayOff, lastOpenDayBefore } from "../calendar.ts";
import { addDays, type Day } from "../time.ts";
import { fold } from "./fold.ts";
import { occasions } from "./occasions.ts";
import { parts } from "./parts.ts";
import type { DayContext, DayError, Found } from "./reading.ts";
import { relativeDays } from "./relative-days.ts";
import { writtenDays } from "./written-days.ts";

export { readClock } from "./clocks.ts";

export interface DayReading {
  readonly day: Day;
  /** Whether the words mean this day and no other; otherwise the echo asks before the day counts. */
  readonly certain: boolean;
  /**
   * nextWorkingDay: `day` is a day off, `alternative` the next working day. · yearGuessed: no year was said, this is the next occurrence.
   * inPast: only where the past is allowed.
   */
  readonly note?: "nextWorkingDay" | "inPast" | "yearGuessed";
  /** The other day the words may mean. */
  readonly alternative?: Day;
}

export interface DayQuestion extends DayContext {
  /** Where past days make sense, for example to look a meeting up; otherwise they are an error. */
  readonly past?: "allowed";
}

/** Longer texts are no days. */
const longest = 80;
const rules = [...writtenDays, ...relativeDays, ...parts, ...occasions];

const pattern = (source: string): RegExp => new RegExp(fold(source));
const leading = pattern(
  "^(?:bis|spätestens|am|an|zum|zur|zu|den|der|dem|die|das|ab|vom|in|im|noch|erst|schon|einschließlich|inklusive|by|until|till|on|the|from|due|no later than)[,:]? (?<rest>.+)$",
);
const doubtful = pattern(
  "^(?:ca\\.?|circa|etwa|ungefähr|gegen|um|voraussichtlich|wahrscheinlich|vermutlich|vielleicht|frühestens|nicht vor|not before|around|about|roughly|approximately|probably|maybe|earliest)(?: dem| den| der| the)? (?<rest>.+)$",
);
const trailing = pattern(
  "^(?<rest>.+?)(?:[.,;:!?]+| \\(kw \\d{1,2}\\)|,? (?:noch|bitte|please|einschließlich|inklusive|spätestens|at the latest|latest|früh|morgens?|vormittags?|mittags?|nachmittags?|abends?|morning|afternoon|evening|herum))$",
);
const shift = pattern("^(?<side>vor|nach|before|after)(?: dem| den| der| the)? (?<rest>.+)$");

/**
 * The day a text means, seen from `today`. Reads dates (30.9., 2026-10-07, 30. September), weeks (KW 45), counts (in 14 Tagen), weekdays,
 * parts (Ende Oktober), holidays and the meeting, umlauts written or not; the whole text must be a day. Impossible dates are an error and
 * never another day. § 187 and 188 BGB: the day itself does not count; § 192: beginning, middle and end of a month; § 193: see the note.
 */
export function readDay(text: string, question: DayQuestion): DayReading | DayError {
  const said = fold(text.replace(/[„“”"»«'’‚‘*_]/g, ""));
  const found = said.length > longest ? undefined : interpret(said, question);
  if (found === undefined) return { error: "unreadable" };
  return "error" in found ? found : settled(found, question);
}

/** Tries the rules on the text, then without its first or last words that do not matter. */
function interpret(text: string, context: DayContext): Found | DayError | undefined {
  let rest = text;
  let certain = true;
  for (;;) {
    const found = byRule(rest, context) ?? beside(rest, context);
    if (found !== undefined) return "error" in found ? found : { ...found, certain: found.certain && certain };
    const doubt = doubtful.exec(rest);
    const shorter = (doubt ?? leading.exec(rest) ?? trailing.exec(rest))?.groups?.["rest"];
    if (shorter === undefined) return undefined;
    if (doubt) certain = false;
    rest = shorter;
  }
}

function byRule(text: string, context: DayContext): Found | DayError | undefined {
  for (const rule of rules) {
    const said = rule.pattern.exec(text);
    const found = said && rule.read(said.groups ?? {}, context);
    if (found) return found;
  }
  return undefined;
}

/** „Vor dem 30.09.“ is the last working day before that day, „nach der Sitzung“ the first after it; asked back. */
function beside(text: string, context: DayContext): Found | DayError | undefined {
  const said = shift.exec(text)?.groups;
  const inner = said && interpret(said["rest"] ?? "", context);
  if (inner === undefined || "error" in inner) return inner;
  const isAfter = /^(?:nach|after)/.test(said?.["side"] ?? "");
  return { day: isAfter ? firstOpenDayFrom(addDays(inner.day, 1), context.calendar) : lastOpenDayBefore(inner.day, context.calendar), certain: false };
}

/** Compares with today and the calendar, and notes what the echo should say. */
function settled({ day, certain, yearGuessed, exact, alternative }: Found, { today, calendar, past }: DayQuestion): DayReading | DayError {
  if (day < today) return past === "allowed" ? { day, certain, note: "inPast" } : { error: "past", day };
  if (alternative !== undefined && alternative >= today) return { day, certain, alternative };
  if (isDayOff(day, calendar)) {
    return { day, certain: certain && exact === true, note: "nextWorkingDay", alternative: firstOpenDayFrom(day, calendar) };
  }
  return { day, certain, ...(yearGuessed ? { note: "yearGuessed" } : {}) };
}
