// Puts one word for every day, clock, name, organisation, item and quotation, so that the classifier learns sentences and not their details.
import type { Clock, Day } from "../time.ts";
import { findClocks, findDays } from "./days.ts";
import type { Frame, ItemKey } from "./meaning.ts";
import { findNames, type Spot } from "./names.ts";
import { findItems, findOrganisations } from "./organisations.ts";

/** Everything found in a text; the places are offsets in it. */
export interface Spots {
  readonly days: readonly Spot<Day>[];
  readonly clocks: readonly Spot<Clock>[];
  readonly names: readonly Spot<string>[];
  readonly organisations: readonly Spot<string>[];
  readonly items: readonly Spot<ItemKey>[];
}

export function findSpots(text: string, today: Day, frame: Frame): Spots {
  const clocks = findClocks(text);
  const meetingDay = frame.meeting?.day;
  const names = findNames(text);
  const question = { today, calendar: frame.calendar, ...(meetingDay ? { meetingDay } : {}), ...(frame.deadline ? { deadline: frame.deadline } : {}) };
  const days = findDays(text, question).filter((day) => ![...clocks, ...names].some((other) => day.from < other.to && other.from < day.to));
  return { days, clocks, names, organisations: findOrganisations(text, frame), items: findItems(text, frame) };
}

/** „Ich schicke Frau Demir“ becomes „Ich schicke xname“; quotations of more than two words are a title. */
export function mask(text: string, spots: Spots): string {
  const put = (word: string) => (spot: Spot<unknown>) => ({ ...spot, word });
  const all = [
    ...spots.names.map(put("xname")),
    ...spots.clocks.map(put("xclock")),
    ...spots.days.map(put("xday")),
    ...spots.organisations.map(put("xorg")),
    ...spots.items.map(put("xitem")),
  ].sort((a, b) => a.from - b.from);
  let masked = "";
  let at = 0;
  for (const { from, to, word } of all) {
    if (from < at) continue;
    masked += `${text.slice(at, from)} ${word} `;
    at = to;
  }
  masked += text.slice(at);
  return masked
    .replace(/[„“"«»][^„“”"«»]{6,120}[“”"«»]/g, " xquote ")
    .replace(/\b[FA] ?- ?\d{1,4}\b/gi, " xref ")
    .replace(/https?:\S+/g, " xlink ")
    .replace(/\d+ ?%|\d+ (?:prozent|percent)\b|\b(?:\p{L}+zig|\p{L}{3,5}ty|zehn|ten|hundert|dreißig) ?(?:prozent|percent|%)/giu, " xpercent ")
    .replace(/\d+ ?(?:min(?:uten|utes|s)?)\b\.?/gi, " xminutes ")
    .replace(/\d+/g, " xnumber ");
}
