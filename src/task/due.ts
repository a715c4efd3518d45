// Until when something is agreed: read from what people write, asked back where the words leave a choice.
import type { Calendar } from "../calendar.ts";
import { firstOpenDayFrom, isDayOff } from "../calendar.ts";
import type { Reader } from "../reader.ts";
import { type Day, isoWeek, showDay } from "../time.ts";
import { type DayQuestion, readDay } from "../words/dates.ts";
import { fold } from "../words/fold.ts";
import type { DayError } from "../words/reading.ts";

/** Two days to choose from, the likelier first; `said` is the day the words name where that day is a day off. */
interface Choice {
  readonly why: "dayOff" | "readings";
  readonly days: readonly [Day, Day];
}

type Due = { readonly day: Day } | { readonly choice: Choice } | { readonly bad: DayError };

/** A day without its full stop at the end of a line: „bis 30.9“, „bis 18“. */
const bare = /^\d{1,2}$/;

export function readDue(said: string, question: DayQuestion): Due {
  const read = readDay(bare.test(said.trim()) ? `${said.trim()}.` : said, question);
  if ("error" in read) return { bad: read };
  if (read.alternative === undefined) return { day: read.day };
  return read.note === "nextWorkingDay"
    ? { choice: { why: "dayOff", days: [read.alternative, read.day] } }
    : { choice: { why: "readings", days: [read.day, read.alternative] } };
}

/** A day that was chosen may still be a Saturday, a Sunday or a holiday. */
export const dueOn = (day: Day, calendar: Calendar): Due =>
  isDayOff(day, calendar) ? { choice: { why: "dayOff", days: [firstOpenDayFrom(day, calendar), day] } } : { day };

const week = /\b(?:kw|kalenderwoche|woche|cw|calendar week|week|wk)\b/;

/** „Fr, 06.11.2026“, with its calendar week where a week was said. */
export function dueText({ t, lang }: Pick<Reader, "t" | "lang">, day: Day, said: string): string {
  const shown = showDay(day, lang);
  return week.test(fold(said)) ? t("task.due.week", { day: shown, week: String(isoWeek(day).week) }) : shown;
}

/** Why a text is no day, in words. */
export function dueFault({ t, lang }: Pick<Reader, "t" | "lang">, fault: DayError): string {
  switch (fault.error) {
    case "past":
      return t("bad.past", { day: showDay(fault.day, lang) });
    case "impossible":
      return t("task.bad.impossible");
    case "calendarUnknown":
      return t("task.bad.calendar", { until: showDay(fault.until, lang) });
    case "noMeeting":
      return t("task.bad.noMeeting");
    default:
      return t("bad.day");
  }
}
