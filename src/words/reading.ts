// What the rules for typed days share: the words for numbers, weekdays and months, and the form of a rule and of its result.
import type { Calendar } from "../calendar.ts";
import { addDays, type Day, dayFrom, daysBetween, weekday } from "../time.ts";
import { fold } from "./fold.ts";

/** What a typed day may refer to. */
export interface DayContext {
  readonly today: Day;
  readonly calendar: Calendar;
  /** The meeting meant by „bis zur Sitzung“. */
  readonly meetingDay?: Day;
  /** The present deadline, which „eine Woche länger“ prolongs. */
  readonly deadline?: Day;
}

/** A day a rule has read, before it is compared with today and the calendar. */
export interface Found {
  readonly day: Day;
  readonly certain: boolean;
  readonly yearGuessed?: true;
  /** Said as this very day („03.10.2026“, „heute“, „Samstag“): meant so even where it is a day off. */
  readonly exact?: true;
  /** The other reading of the same words. */
  readonly alternative?: Day;
}

export type DayError =
  | { readonly error: "unreadable" }
  /** 31.09., or KW 53 in a year of 52 weeks: never turned into another day. */
  | { readonly error: "impossible" }
  | { readonly error: "past"; readonly day: Day }
  /** The holidays meant lie beyond the tables, which end at `until`. */
  | { readonly error: "calendarUnknown"; readonly until: Day }
  /** „bis zur Sitzung“ where no meeting is meant, „eine Woche länger“ where there is no deadline. */
  | { readonly error: "noMeeting" | "noDeadline" };

export type Said = Readonly<Record<string, string | undefined>>;

/** A way to say a day. `read` gets the named groups of the pattern; undefined lets the next rule try. */
export interface Rule {
  readonly pattern: RegExp;
  read(said: Said, context: DayContext): Found | DayError | undefined;
}

/**
 * A pattern for the whole of a folded text, written with umlauts as people write. The source is folded like the text, so it holds
 * no upper case, and group names hold neither ae, oe, ue nor ss.
 */
export const phrase = (source: string): RegExp => new RegExp(`^(?:${fold(source)})$`);

interface Lexicon {
  /** All its words as an alternative for patterns. */
  readonly any: string;
  valueOf(word: string): number;
}

/** Each line: the words for 1, for 2 and so on. */
export function lexicon(lines: readonly string[]): Lexicon {
  const values = new Map(lines.flatMap((line, index) => line.split(" ").map((word) => [fold(word), index + 1] as const)));
  // „4.“ ends in a full stop and in no other sign.
  const any = [...values.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(".", "\\."))
    .join("|");
  return {
    any,
    valueOf(word) {
      const value = values.get(word);
      if (value === undefined) throw new RangeError(`A pattern lets only words of the list through; got "${word}".`);
      return value;
    },
  };
}

export const weekdays = lexicon([
  "montag montags mo monday mon",
  "dienstag dienstags di tuesday tues tue",
  "mittwoch mittwochs mi wednesday weds wed",
  "donnerstag donnerstags do thursday thurs thur thu",
  "freitag freitags fr friday fri",
  "samstag samstags sonnabend sa saturday sat",
  "sonntag sonntags so sunday sun",
]);

export const months = lexicon([
  "januar january jänner jan",
  "februar february feb",
  "märz march mrz mär mar",
  "april apr",
  "mai may",
  "juni june juno jun",
  "juli july julei jul",
  "august aug",
  "september sept sep",
  "oktober october okt oct",
  "november nov",
  "dezember december dez dec",
]);

const numberWords = lexicon([
  "ein eine einem einen einer eines eins a an one",
  "zwei zwo two",
  "drei three",
  "vier four",
  "fünf five",
  "sechs six",
  "sieben seven",
  "acht eight",
  "neun nine",
  "zehn ten",
  "elf eleven",
  "zwölf twelve",
  "dreizehn thirteen",
  "vierzehn fourteen",
  "fünfzehn fifteen",
  "sechzehn sixteen",
  "siebzehn seventeen",
  "achtzehn eighteen",
  "neunzehn nineteen",
  "zwanzig twenty",
  "einundzwanzig twentyone twenty-one",
  "zweiundzwanzig",
  "dreiundzwanzig",
  "vierundzwanzig",
  "fünfundzwanzig",
  "sechsundzwanzig",
  "siebenundzwanzig",
  "achtundzwanzig twentyeight twenty-eight",
  "neunundzwanzig",
  "dreißig thirty",
]);

export const weekdayWord = weekdays.any;
export const monthWord = months.any;
/** A number in digits or as a word, up to 30. */
export const numberWord = `\\d{1,3}|${numberWords.any}`;
export const numberOf = (said: string): number => (/^\d+$/.test(said) ? Number(said) : numberWords.valueOf(said));

const fourDigits = "(?:19|2\\d)\\d\\d";
/** A year in four digits, 1900 to 2999. */
export const fullYear = `(?<year>${fourDigits})`;
/** The same, or two digits meaning this century. */
export const yearWord = `(?<year>${fourDigits}|\\d{2})`;
const yearOf = (said: string): number => (said.length === 2 ? 2000 + Number(said) : Number(said));

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

/** The last day of a month; months beyond 12 lie in the years after. */
export function lastOfMonth(year: number, month: number): Day {
  const date = new Date(Date.UTC(year, month, 0));
  return date.toISOString().slice(0, 10) as Day;
}

/** A month later (or n), on the same date or the month's last day where it has no such date (§ 188 BGB). */
export function addMonths(day: Day, n: number): Day {
  const last = lastOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)) + n);
  return dayFrom(Number(last.slice(0, 4)), Number(last.slice(5, 7)), Number(day.slice(8))) ?? last;
}

/** In days: what comes every year is certain up to here, being nearer than its last occurrence. */
export const halfYear = 183;

/**
 * A day that comes every year, said without the year: the next occurrence from today on. It is certain where that is nearer than
 * half a year; what was just over may have been meant as past. Impossible where no year nearby has it.
 */
function nextYearly({ today }: DayContext, inYear: (year: number) => Day | undefined): Found | DayError {
  const thisYear = Number(today.slice(0, 4));
  const days = [thisYear - 1, thisYear, thisYear + 1].map(inYear).filter((day) => day !== undefined);
  const next = days.find((day) => day >= today);
  const last = days.at(-1);
  if (next !== undefined) return { day: next, certain: daysBetween(today, next) <= halfYear, yearGuessed: true };
  return last === undefined ? { error: "impossible" } : { error: "past", day: last };
}

/** A day of the year said, or of the next year that has it still ahead. */
export function yearly(said: Said, context: DayContext, inYear: (year: number) => Day | undefined): Found | DayError {
  if (said["year"] === undefined) return nextYearly(context, inYear);
  const day = inYear(yearOf(said["year"]));
  return day === undefined ? { error: "impossible" } : { day, certain: true };
}
