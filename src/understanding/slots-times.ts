// Reads from when until when somebody comes, and which agenda items are left out.
import type { Clock } from "../time.ts";
import type { Look } from "./look.ts";
import type { FrameMeeting, Reply, Slots } from "./meaning.ts";
import type { Spot } from "./names.ts";
import { plain, says } from "./plain.ts";

/** What the readers of details get: the reply, what was seen in it and its own words in plain form. */
export interface Detail {
  readonly reply: Reply;
  readonly look: Look;
  readonly own: string;
  readonly plainly: string;
}

const around = ({ own }: Detail, { from, to }: Spot<unknown>, before = 34, after = 44) => ({
  left: plain(own.slice(Math.max(0, from - before), from)),
  right: plain(own.slice(to, to + after)),
});

const leaving = says(
  "^[^\\w]*(?:uhr )?(?:\\p{l}+ ){0,4}?(?:weg|los|gehen|fort|raus|verlassen|aufbrechen|abfahren|schluss|heim|verabschied\\p{l}*|zum nächsten|termin|go\\b|leave|off\\b|head|ab(?=[.,!]|$)|abhauen|aus(?=[.,!]|$)|zum (?:zug|bus|bahnhof)|abholen)",
);
const leavingBefore = says(
  "(?:muss|müssen|must|have to|need to|leave|leaving|gehe|fahre|los|weg|verlasse|verabschiede\\p{l}*|hau\\p{l}*|düse|flitze|klinke|mache mich|slip out|duck out|dash|run\\b|zug (?:geht|fährt)|train(?:'s)? (?:leaves|is|at)|bus (?:geht|fährt)|abfahrt|bleibe?n?|anschlusstermin|folgetermin|nächste[nr]? termin|end(?:e|s)?|schluss|stay)[^.;]{0,22}$",
);
const endBefore = says(
  "(?:\\bbis|until|till|\\bbis zum?|spätestens um|by|bis ca\\.?|bis etwa|up to|through|bis einschließlich|bis inklusive|vor)\\s*(?:maximal |max\\.? |etwa |ca\\.? |circa |gegen |so |ungefähr |zum |zur |the |about |around )*$",
);
const startBefore = says(
  "(?:\\bab|erst|von|from|after|nach|not before|nicht vor|frühestens|gegen|stoße?|ankomm\\p{l}*|ankunft|eintreff\\p{l}*|arriv\\p{l}*|join(?:ing)?|at|komme|da|um|since|starting|erst ab|earliest|later|später|so|around|about|ca\\.?|zwischen|between)\\s*(?:ab |um |gegen |so |etwa |ca\\.? |circa |ungefähr |the |at |zum |zur |dem |around |about )*$",
);

/** „Bis 16 Uhr habe ich Unterricht, danach komme ich“ begins at four. */
const isThen = says("\\b(?:danach|anschließend|hinterher|nachher|afterwards|dann (?:komme?|bin|stoße|da)|komme dann|und komme|then (?:i|join|come))\\b");

/** From and until by what stands around each clock. */
function clocksOf(detail: Detail, meeting: FrameMeeting | undefined): Pick<Slots, "from" | "until"> {
  const found: { from?: Clock; until?: Clock } = {};
  const { clocks } = detail.look.spots;
  const [first, second] = clocks;
  if (first && second) {
    const between = plain(detail.own.slice(first.to, second.from)).trim();
    if (/^(?:bis|-|–|und|and|to|until|till)(?: um| ca\.?| etwa| gegen)?$/.test(between) && first.value < second.value)
      return { from: first.value, until: second.value };
  }
  for (const spot of clocks) {
    const { left, right } = around(detail, spot);
    const isEnd = endBefore.test(left)
      ? !/(?:nicht|not|unterricht|sprechstunde|teaching|class|sitzung|termin|schule|dienst)(?: erst| noch)? (?:vor|bis|before|until) $/.test(left)
      : !/\b(?:erst|ab|von|from|after|fruhestens)(?: um| gegen| so| ca\.?)? $/.test(left) && (leaving.test(right) || leavingBefore.test(left));
    const busy =
      says(
        "(?:unterricht|sprechstunde|schule|dienst|vorlesung|teaching|class(?:es)?|lecture|termin|sitzung|besprechung|lesson)[^.;,]{0,14}(?:bis|until|till) $",
      ).test(left) ||
      says("^ (?:uhr )?(?:unterricht|vorlesung|dienst|sprechstunde|schule|in einer|einen termin)").test(right) ||
      (isThen.test(detail.plainly) && says("^ (?:uhr )?(?:habe?|bin|sitze|stecke|ist|im|in|geht|läuft)\\b").test(right));
    const notBefore =
      says("(?:nicht|not|kaum) (?:vor|before) $|^vor $|\\bvor $").test(left) && says("nicht|not|kaum|schaffe|verfügbar|can't").test(`${left}${right}`);
    if (isEnd && !busy && !notBefore) found.until ??= spot.value;
    else if (busy || notBefore || startBefore.test(left) || /^ (?:dazu|da\b|dabei|an\b|on\b|onward|earliest|at the earliest|fruhestens)/.test(right))
      found.from ??= spot.value;
    else if (/^\W*$/.test(left)) found.from ??= spot.value;
  }
  if (meeting && found.from !== undefined && found.from <= meeting.start && found.until === undefined) delete found.from;
  return found;
}

const addMinutes = (clock: Clock, minutes: number): Clock => {
  const total = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) + minutes;
  return `${String(Math.floor(total / 60)).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}` as Clock;
};

const counts: Readonly<Record<string, number>> = {
  ein: 1,
  eine: 1,
  einer: 1,
  one: 1,
  an: 1,
  a: 1,
  zwei: 2,
  two: 2,
  drei: 3,
  three: 3,
  vier: 4,
  four: 4,
  funf: 5,
  five: 5,
  sechs: 6,
  six: 6,
  zehn: 10,
  ten: 10,
  zwanzig: 20,
  twenty: 20,
  dreizig: 30,
  dreisig: 30,
  thirty: 30,
  funfzehn: 15,
  fifteen: 15,
  acht: 8,
  eight: 8,
  sieben: 7,
  seven: 7,
  zwolf: 12,
  twelve: 12,
};
export const countOf = (said: string | undefined): number | undefined =>
  said === undefined ? undefined : /^\d+$/.test(said) ? Number(said) : counts[plain(said)];
export const countWord = `\\d{1,3}|${Object.keys(counts).join("|")}`;

/** „20 Minuten zu spät“, „nur die letzte Stunde“, „eine halbe Stunde früher gehen“, counted from the meeting's hours. */
function spansOf({ plainly }: Detail, meeting: FrameMeeting | undefined): Pick<Slots, "from" | "until"> {
  if (!meeting) return {};
  const late =
    says(
      `(?:(${countWord}) ?(?:min\\p{l}*\\.?)|(halbe|half an|half) (?:stunde|hour)|((?:drei)?viertelstunde|quarter of an hour)|(${countWord}) (?:stunden?|hours?))(?: \\p{l}+){0,2} (?:zu spät|später|spät|late|verspät\\p{l}*|verzögerung|after)`,
    ).exec(plainly) ??
    says(
      `(?:verspät\\p{l}*|verspätung von|zu spät|late by)(?: \\p{l}+| ca\\.|:){0,3} (?:(${countWord}) ?min|(halbe|half an|half) (?:stunde|hour)|(viertelstunde)|(${countWord}) (?:stunden?|hours?))`,
    ).exec(plainly);
  const early = says(
    `(?:(${countWord}) ?(?:min\\p{l}*\\.?)|(halbe|half an|half) (?:stunde|hour)|(viertelstunde|quarter of an hour)|(${countWord}) (?:stunden?|hours?))(?: \\p{l}+){0,2} (?:früher|eher|vor ende|vor schluss|vorher|early|earlier|before the end)`,
  ).exec(plainly);
  const minutesOf = (match: RegExpExecArray): number =>
    match[2] ? 30 : match[3] ? (match[3].startsWith("drei") ? 45 : 15) : match[4] ? 60 * (countOf(match[4]) ?? 0) : (countOf(match[1]) ?? 0);
  if (late) return { from: addMinutes(meeting.start, minutesOf(late)) };
  if (early) return { until: addMinutes(meeting.end, -minutesOf(early)) };
  const half = says("(erste|letzte|first|last)\\p{l}* (?:halbe|half)[ -]?(?:an )?(?:stunde|hour)").exec(plainly)?.[1];
  if (half !== undefined) {
    const missed = says("nicht|verpass|fehl|miss|ohne|can't|won't|not\\b").test(plainly);
    const atStart = /^(?:erste|first)/.test(half);
    if (atStart) return missed ? { from: addMinutes(meeting.start, 30) } : { until: addMinutes(meeting.start, 30) };
    return missed ? { until: addMinutes(meeting.end, -30) } : { from: addMinutes(meeting.end, -30) };
  }
  if (says("(?:die |the |für die |zur )?(?:letzte|last) (?:stunde|hour)").test(plainly)) return { from: addMinutes(meeting.end, -60) };
  if (says("(?:die |the |für die |in der )?(?:ersten?|first) (?:stunde|hour)").test(plainly)) {
    return says("(?:verpass|fehl|miss|nicht|not|ohne)").test(plainly) ? { from: addMinutes(meeting.start, 60) } : { until: addMinutes(meeting.start, 60) };
  }
  return {};
}

function itemsOf(detail: Detail): Pick<Slots, "from_item" | "until_item" | "except_items"> {
  const found: { from_item?: string; until_item?: string; except_items?: string[] } = {};
  for (const spot of detail.look.spots.items) {
    const { left, right } = around(detail, spot, 40, 50);
    const skipped =
      says(
        "(?:ohne|außer|bis auf|except(?: for)?|but not|but skip|skip(?:ping)?|without|nicht (?:beim?|zum?|zur|am|an)|nur nicht (?:bei|zu)\\p{l}*|but|miss(?:ing)?|all but|verpasse|nicht aber|aber nicht (?:zum?|zur|beim?))\\s*(?:das|den|die|der|dem|the|zum|zur|am|beim?|for)?\\s*$",
      ).test(left) ||
      says(
        "^[^.;]{0,14}(?:lasse? ich|lass ich|lassen wir)[^.;]{0,18}(?:aus|weg|sausen)|^ (?:ohne mich|schaffe ich|kann ich (?:leider )?nicht|muss ich (?:leider )?(?:auslassen|passen)|bin ich (?:leider )?nicht|nicht|verpasse|entfällt|spare ich)",
      ).test(right) ||
      (says("(?:lasse?n?|spare?n?|schenke|kann|can't do|won't stay for|bei|nicht bleiben)[^.;]{0,24}$").test(left) &&
        says("^[^.;]{0,24}(?:aus\\b|weg\\b|sausen|nicht (?:bleiben|dabei|kommen)|passen|sonst|otherwise)").test(right)) ||
      says(
        "(?:won't stay|can't (?:be there|make it|stay)|cannot (?:be there|make it|stay)|won't be there|not be there|not (?:be )?(?:at|in)|won't make it) (?:for|to|at) (?:the )?$|can't do (?:the )?$|\\b(?:no|kein\\p{l}*) $",
      ).test(left);
    if (skipped) {
      found.except_items = [...new Set([...(found.except_items ?? []), spot.value])];
    } else if (
      says(
        "(?:bis(?: \\p{l}+)?|until|till|up to|through|einschließlich|inklusive|including|vor|before)\\s*(?:zum|zur|einschließlich|inkl\\.?|nach|the|dem|der)?\\s*(?:the )?$",
      ).test(left) ||
      says("^ (?:beginnt|anfängt|starts?|begins?|losgeht)").test(right) ||
      (says("(?:nach|after)\\s*(?:dem |der |the )?$").test(left) &&
        says("weg|gehe|muss|los|leave|leaving|go\\b|verlasse|raus|schluss|klinke|verabschied|aus\\b|head off|off\\b|slip out").test(`${left}${right}`))
    ) {
      found.until_item ??= spot.value;
    } else if (
      says(
        "(?:\\bab|erst|von|zu|zum|zur|from|at|for|nur|only|just|starting(?: with)?|join|komme|beim?|an|nach|after|ab dem|since)\\s*(?:ab |zu |zum |zur |dem |der |den |das |die |the |for |an |beim? |bei )*$",
      ).test(left) ||
      /^\W*$/.test(left)
    ) {
      found.from_item ??= spot.value;
    }
  }
  return found;
}

/** When somebody comes and goes. Ends said as clocks win over those said as items. */
export function partsOf(detail: Detail): Slots {
  const { meeting } = detail.reply.frame;
  const clocks = clocksOf(detail, meeting);
  return { ...(clocks.from || clocks.until ? clocks : spansOf(detail, meeting)), ...itemsOf(detail) };
}
