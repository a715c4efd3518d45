// Days said by an occasion: vor den Herbstferien, nach Karneval, bis zur Sitzung, zwei Wochen nach der Sitzung, eine Woche länger.
import { carnivalMonday, easterSunday, firstOpenDayFrom, lastOpenDayBefore, type SchoolHoliday, type SchoolHolidayKind } from "../calendar.ts";
import { addDays, type Day } from "../time.ts";
import { type DayContext, type DayError, type Found, fullYear, halfYear, numberOf, numberWord, phrase, type Rule, type Said, yearly } from "./reading.ts";
import { later, unitWord } from "./relative-days.ts";

const english = "(?:school )?(?:holidays?|break|vacation|recess)";
const seasons: Readonly<Record<SchoolHolidayKind, string>> = {
  summer: `sommerferien|sommerpause|sommer-pause|summer ${english}`,
  autumn: `herbstferien|(?:autumn|fall) ${english}|autumn half[ -]term`,
  christmas: `weihnachtsferien|(?:christmas|xmas) ${english}`,
  easter: `osterferien|easter ${english}`,
  whitsun: `pfingstferien|(?:whitsun|pentecost) ${english}`,
};
const kinds = Object.keys(seasons) as SchoolHolidayKind[];
const season = `(?:${kinds.map((kind) => `(?<${kind}>${seasons[kind]})`).join("|")}|(?:schul)?ferien|school holidays)`;
const article = "(?: den| der| dem| the)?";
const edge = "(?<edge>beginn|anfang|start|beginning|ende|end)(?: der| of the| of)?";
const before = "vor|bis zu[rm]?|bis|zu[rm]?|before|by|until|till";

const isAfter = (said: Said): boolean => /^(?:nach|after)/.test(said["side"] ?? "");

/** The last working day before the holidays or the first after them; the next holidays for which that day is still ahead. */
function holidays(said: Said, context: DayContext): Found | DayError {
  const { calendar, today } = context;
  const kind = kinds.find((it) => said[it] !== undefined);
  const dayOf = (holiday: SchoolHoliday): Day => {
    if (isAfter(said)) return firstOpenDayFrom(addDays(holiday.to, 1), calendar);
    return said["edge"]?.startsWith("end") ? holiday.to : lastOpenDayBefore(holiday.from, calendar);
  };
  const meant = calendar.schoolHolidays
    .filter((holiday) => kind === undefined || holiday.kind === kind)
    .filter((holiday) => (said["year"] === undefined ? dayOf(holiday) >= today : holiday.from.startsWith(said["year"])))
    .sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  if (meant === undefined) return { error: "calendarUnknown", until: calendar.knownUntil };
  const day = dayOf(meant);
  return { day, certain: kind !== undefined && said["side"] !== undefined && (said["year"] !== undefined || day < addDays(today, halfYear)) };
}

/** A feast's first day and the day work may resume. */
interface Feast {
  readonly words: string;
  first(year: number): Day;
  resumes(year: number): Day;
}

const feasts: readonly Feast[] = [
  { words: "weihnachten|christmas|xmas|heiligabend", first: (year) => `${year}-12-24` as Day, resumes: (year) => `${year}-12-27` as Day },
  { words: "ostern|easter", first: (year) => addDays(easterSunday(year), -2), resumes: (year) => addDays(easterSunday(year), 2) },
  { words: "pfingsten|whitsun|pentecost", first: (year) => addDays(easterSunday(year), 49), resumes: (year) => addDays(easterSunday(year), 51) },
  { words: "karneval|fasching|rosenmontag|carnival", first: carnivalMonday, resumes: (year) => addDays(carnivalMonday(year), 2) },
  { words: "neujahr|jahreswechsel|new year|new years", first: (year) => `${year}-01-01` as Day, resumes: (year) => `${year}-01-02` as Day },
];

const feastRules: readonly Rule[] = feasts.map(({ words, first, resumes }) => ({
  pattern: phrase(`(?<side>vor|bis|before|by|until|till|nach|after)${article} (?:${words})(?: ${fullYear})?`),
  read(said, context) {
    const { calendar } = context;
    const found = yearly(said, context, (year) => (isAfter(said) ? firstOpenDayFrom(resumes(year), calendar) : lastOpenDayBefore(first(year), calendar)));
    return "error" in found ? found : { ...found, certain: false };
  },
}));

const meeting = "(?:nächste[nr]? |next )?(?:sitzung|bündnissitzung|termin|treffen|workshop|meeting|session)";

function fromMeeting(said: Said, { meetingDay }: DayContext): Found | DayError | undefined {
  if (meetingDay === undefined) return { error: "noMeeting" };
  const n = said["n"] === undefined ? 0 : numberOf(said["n"]);
  const day = later(meetingDay, isAfter(said) ? n : -n, said["unit"] ?? "tag");
  return day === undefined ? undefined : { day, certain: true, ...(n === 0 ? { exact: true } : {}) };
}

/** „Eine Woche länger“ prolongs the present deadline, never today. */
function prolonged(said: Said, { deadline }: DayContext): Found | DayError | undefined {
  if (deadline === undefined) return { error: "noDeadline" };
  const day = later(deadline, numberOf(said["n"] ?? "1"), said["unit"] ?? "");
  return day === undefined ? undefined : { day, certain: true };
}

const count = `(?<n>${numberWord})`;
const unit = `(?<unit>${unitWord})`;

export const occasions: readonly Rule[] = [
  { pattern: phrase(`(?<side>${before}|nach|after)${article}(?: ${edge})? ${season}(?: ${fullYear})?`), read: holidays },
  { pattern: phrase(`${edge} ${season}(?: ${fullYear})?`), read: holidays },
  ...feastRules,
  { pattern: phrase(`(?:tag (?:der|des) |day of )?(?:the )?${meeting}`), read: fromMeeting },
  { pattern: phrase(`${count} ${unit} (?<side>vor|nach|before|after)${article} ${meeting}`), read: fromMeeting },
  {
    pattern: phrase(`(?:the )?(?<unit>tag|day) (?<side>vor|nach|before|after)${article} ${meeting}`),
    read: (said, context) => fromMeeting({ ...said, n: "1" }, context),
  },
  { pattern: phrase(`(?:um )?${count} ${unit} (?:länger|mehr(?: zeit)?|später|longer|more|later)`), read: prolonged },
  { pattern: phrase(`noch ${count} ${unit}`), read: prolonged },
  { pattern: phrase(`(?:another|one more) (?:${count} )?${unit}`), read: prolonged },
  { pattern: phrase(`${count} (?:more|weitere) ${unit}`), read: prolonged },
];
