// Finds the member organisations and agenda items a reply names, by their names, aliases and small slips.
import { distance, fold } from "../words/fold.ts";
import type { Frame, ItemKey } from "./meaning.ts";
import type { Spot } from "./names.ts";

interface Alias {
  readonly slug: string;
  readonly words: readonly string[];
  /** As written, where letters in capitals tell it from a word: „BA“, „OB“. */
  readonly exact?: string;
}

const known = new WeakMap<Frame, readonly Alias[]>();

function aliasesOf(frame: Frame): readonly Alias[] {
  const before = known.get(frame);
  if (before) return before;
  const aliases = frame.organisations.flatMap(({ slug, nameDe, nameEn, aliases: others }) =>
    [nameDe, nameEn.replace(/ \(.*\)$/, ""), ...others, ...partsOf(nameDe)].map((name): Alias => {
      const words = fold(name).split(/[ /]+/);
      return name.length <= 3 && name === name.toUpperCase() ? { slug, words, exact: name } : { slug, words };
    }),
  );
  const sorted = aliases.sort((a, b) => b.words.length - a.words.length || (b.words[0] ?? "").length - (a.words[0] ?? "").length);
  known.set(frame, sorted);
  return sorted;
}

/** „Wirtschaft: Chempark“ is called Chempark, „CDU-Fraktion“ CDU. */
const partsOf = (name: string): readonly string[] => {
  const found = [name.replace(/^.*: /, ""), name.replace(/-Fraktion$/, "")];
  return found.filter((it) => it !== name);
};

const letters = /[\p{L}\p{N}][\p{L}\p{N}.'’*-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu;

/** A word is an alias' word where it is the same, has a case ending, or has one slip (two in a long one). */
function isLike(said: string, alias: string): boolean {
  if (said === alias || said === `${alias}s` || said === `${alias}n` || said === `${alias}en` || said === `${alias}es`) return true;
  if (alias.length < 6 || Math.abs(said.length - alias.length) > 2) return false;
  return said[0] === alias[0] && distance(said, alias) <= (alias.length >= 10 ? 2 : 1);
}

/** The organisations a text names, in order, each spot the longest name there. */
export function findOrganisations(text: string, frame: Frame): readonly Spot<string>[] {
  const words = [...text.slice(0, 1200).matchAll(letters)].map((match) => ({
    raw: match[0],
    said: fold(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const found: Spot<string>[] = [];
  for (let at = 0; at < words.length; at++) {
    for (const alias of aliasesOf(frame)) {
      const run = words.slice(at, at + alias.words.length);
      const fits =
        run.length === alias.words.length &&
        run.every(({ said, raw }, n) =>
          alias.exact ? raw === alias.exact : isLike(said.replace(/-fraktion$/, ""), alias.words[n] ?? "") || isLike(said, alias.words[n] ?? ""),
        );
      if (!fits || run.length === 0) continue;
      found.push({ from: run[0]?.from ?? 0, to: run.at(-1)?.to ?? 0, value: alias.slug });
      at += run.length - 1;
      break;
    }
  }
  return found;
}

/** What people call the agenda items besides their numbers. */
const itemWords: readonly (readonly [ItemKey, RegExp])[] = [
  [
    "get_together",
    /get[- ]?together|geselligen? teil|gemütlichen? teil|gemuetlichen? teil|ausklang|imbiss|häppchen|haeppchen|netzwerken|networking|schnittchen|drinks|umtrunk|buffet|informellen? teil|social (?:part|bit)/giu,
  ],
  [
    "qa",
    /q ?(?:&|and|\+|n) ?a|fragerunde|fragestunde|frage-?teil|fragenteil|questions? (?:round|session)|austausch (?:und|mit)|fragen der politik|question time/giu,
  ],
  [
    "next_steps",
    /(?:das |dem |des )?weiter(?:e[ns]?|em) vorgehens?|abstimmung(?: des weiteren vorgehens)?|nächsten? schritten?|naechsten? schritten?|next steps|verabredungen|vereinbarungen/giu,
  ],
  [
    "projects",
    /projektvorstellung(?:en)?|vorstellung(?:en)? der (?:projekte|akteure|mitglieder)|projekte[n]?|präsentationen|praesentationen|presentations?|projects?|project (?:part|round|bit)|akteur(?:e|srunde)/giu,
  ],
  ["keynote", /keynotes?|impuls(?:vortrag|referat)?s?(?! geben)/giu],
  [
    "opening",
    /begrüßung(?:srunde)?|begruessung|begrussung|eröffnung|eroeffnung|eroffnung|opening|welcome(?= (?:part|speech|round|session|remarks|bit))|grußworte?|grussworte?/giu,
  ],
];
const itemNumber =
  /\b(?:tops?|tagesordnungspunkte?|punkte?|items?|agenda items?)\s*(?<first>\d(?:\.\d)?)(?:\s*(?:,|und|and|&|\/)\s*(?<second>\d)(?!\d|[.:]\d| ?uhr))?/giu;

/** The agenda items a text names, in order. */
export function findItems(text: string, frame: Frame): readonly Spot<ItemKey>[] {
  const found: Spot<ItemKey>[] = [];
  const short = text.slice(0, 1200);
  for (const match of short.matchAll(itemNumber)) {
    for (const number of [match.groups?.["first"], match.groups?.["second"]]) {
      const item = frame.meeting?.items.find((it) => it.number === number);
      if (item) found.push({ from: match.index, to: match.index + match[0].length, value: item.key });
    }
  }
  for (const [key, words] of itemWords)
    for (const match of short.matchAll(words)) {
      const spot = { from: match.index, to: match.index + match[0].length, value: key };
      if (!found.some((other) => spot.from < other.to && other.from < spot.to)) found.push(spot);
    }
  return found.sort((a, b) => a.from - b.from);
}
