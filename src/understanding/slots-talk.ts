// Reads the details of talks: title, minutes, who speaks, with slides or without, in what order.

import { goalOf } from "./goals.ts";
import type { Slots } from "./meaning.ts";
import { findNames } from "./names.ts";
import { plain, says } from "./plain.ts";
import { countOf, type Detail } from "./slots-times.ts";

const quotedText = /[„“"«»‚]([^„“”"«»‚‘]{3,140})[“”"«»‘]/gu;
const singleQuoted = /(?<![\p{L}\p{N}])'([^'\n]{3,100})'(?![\p{L}\p{N}])/gu;
const ledTitle =
  /(?:^|[\s,;.(])(?:(?:(?:neuer |unser |der neue |der |our |new |the (?:new )?)?(?:arbeits)?(?:titel|thema|title|topic)(?: ?(?:unseres|des|für unseren|für den|of our|for our) (?:vortrags?|beitrags?|talks?|presentation))?(?: (?:ist|lautet|is|wäre|soll|would be|now|jetzt|nun|heißen|sein|should be|heisst))*)|(?:anmeldung|beitrag|redebeitrag|vortrag|vorschlag|talk|contribution|presentation)(?: (?:anmelden|anzumelden|zu|für top 3))?|(?:titel(?:änderung|aenderung)|thema geändert)|(?:beitrag|vortrag|redebeitrag|talk) (?:an|anmelden))[^:„"\n]{0,30}:\s*(.{3,140})/iu;
const isTitle =
  /(?:titel|title|thema|topic) (?:lautet|ist|is|wird|will be|wäre|soll|now is|is now|jetzt|nun)(?: (?:jetzt|nun|now|lauten|heißen))? ([^„“".]{4,120})/iu;
/** „Wir möchten Jobpaten Krefeld vorstellen“. */
const wanted =
  /(?:möchten|moechten|wollen|würden|wuerden|werden|möchte) (?:gerne? |diesmal |auch )*(?!Ihnen|Sie|Euch|Etwas)(\p{Lu}[^.;,\n]{2,70}?) (?:vorstellen|präsentieren|praesentieren|zeigen|vortragen)/u;
/** „Jobpaten – 8 min“. */
const shortTitle =
  /^(?!Wir|Ich|Ja|Gern|Bitte)(\p{Lu}[^,;:.–-]{2,80}?)\s*[,–-]\s*(?:ca\. |etwa |about )?(?:\d+|zehn|fünf|acht|ten|five) ?(?:min|minuten|minutes)\b/u;
/** „Thema Pflegeausbildung“ without a colon: only where a capital begins it. */
const saidTitle =
  /(?:^|[\s,])(?:[Tt]hema|(?:[Aa]rbeits)?[Tt]itel|[Tt]opic|[Tt]itle) (?!wäre|ist|wird|lautet|steht|folgt|noch|bitte|muss|is\b)(\p{Lu}[^.;\n]{3,100})/u;
const about =
  /(?:zum thema|über das thema|ueber das thema|about the topic of|on the subject of|on the topic of|about|über|ueber)\s+(.{4,110}?)(?=\s(?:zu )?(?:sprechen|berichten|reden|referieren|vortragen|etwas sagen|erzählen|informieren|präsentieren|halten|vor|beitragen|geben)\b|[,.;!?]|\s(?:\d+ min|halten)|$)/iu;
const named =
  /(?:[Pp]rojekt|[Pp]rogramm|[Ii]nitiative|[Vv]orhaben|[Mm]odellprojekt|[Pp]roject|[Pp]rogramme|[Ss]cheme)\s+([A-ZÄÖÜ0-9][\p{L}\p{N}&+.'-]+(?: [A-ZÄÖÜ0-9][\p{L}\p{N}&+.'-]+){0,4})(?=\s(?:vor|present|zeigen|präsentieren|vorzustellen)|[,.;!?]|$)/u;

const trimmed = (text: string): string =>
  text
    .replace(/(?:[,;–(-]|\s-)\s*(?:ca\.? |etwa |about )?(?:\d+|zehn|fünf|ten|five|acht) ?(?:min|minuten|minutes)\b.*$/iu, "")
    .replace(/[,;–-]\s*(?:mit|ohne|folien|slides|ziel|with|no|präsentation|danke|bitte|vielen dank|thanks)\b.*$/iu, "")
    .replace(/[,;]\s*(?:dauer|redezeit|referent\p{L}*|redner\p{L}*|vortragend\p{L}*|speaker|presenter|duration|länge|es spricht|vorgetragen)\b.*$/iu, "")
    .replace(/^(?:die|der|das|dem|den|eine?|the|a)\s+(?=\p{Lu})/u, "")
    .replace(/(?<=[\p{L}\p{N})])[.!]\s+\p{Lu}.*$/u, "")
    .replace(/\s+(?:bitte|danke|thanks)?[\s.!,;]*$/iu, "")
    .replace(/^[„“"]|[“”"]$/gu, "")
    .trim();

function titleOf(own: string): string | undefined {
  const quoted = [...own.matchAll(quotedText), ...own.matchAll(singleQuoted)].map(([, title]) => title?.trim() ?? "");
  if (quoted.length > 1 && says('\\b(?:statt|instead of|nicht mehr)\\s*[„“"]').test(plain(own))) {
    const after = /(?:statt|instead of|nicht mehr)\s*[„“"«]/iu.exec(own);
    return after && own.indexOf(quoted[0] ?? "") > after.index ? quoted[1] : quoted[0];
  }
  if (quoted.length > 0) return quoted.at(-1);
  for (const form of [ledTitle, isTitle, saidTitle, about, named, wanted, shortTitle]) {
    const title = trimmed(form.exec(own)?.[1] ?? "");
    if (title.length >= 3 && !/^(?:folgt|steht noch|noch offen|tbd|to follow|kommt noch|später|will follow|unser|uns)\b/i.test(title)) return title;
  }
  return undefined;
}

const minuteWord = "\\d{1,3}|fünf|sechs|sieben|acht|zehn|zwölf|fünfzehn|zwanzig|dreißig|five|six|seven|eight|ten|twelve|fifteen|twenty|thirty";

function minutesOf(plainly: string): number | undefined {
  const found = [...plainly.matchAll(new RegExp(says(`(${minuteWord})[ -]?(?:min\\b\\.?|mins\\b|minuten?\\b|minütig|minute[ns]?\\b|')`), "gu"))];
  const rather = says(`(${minuteWord}) ?(?:min\\p{l}*\\.? )?(?:statt|instead of|anstatt|rather than) (?:der |den |the )?(?:${minuteWord})`).exec(plainly)?.[1];
  const bare =
    rather ?? says(`(?:auf|to|statt \\d+ (?:nur |lieber |doch )?|instead of \\d+|von \\d+ auf) (${minuteWord})(?: ?(?:min|$|[?.!]))`).exec(plainly)?.[1];
  const meant = found.filter(
    ({ index }) => !/(?:statt|instead of|von|from|nicht|not|anstatt|rather than) (?:den |the |der |nur )?$/.test(plainly.slice(Math.max(0, index - 14), index)),
  );
  const said = bare ?? (meant.at(-1) ?? found.at(-1))?.[1];
  if (said !== undefined) return countOf(said);
  if (/viertelstunde|quarter of an hour/.test(plainly)) return 15;
  if (/halbe stunde|half an hour/.test(plainly)) return 30;
  return undefined;
}

const speaking = says(
  "^(?:[^.;]{0,20} )?(?:spricht|trägt|hält|stellt|präsentiert|referiert|wird|berichtet|übernimmt|redet|will|presents|speaks|is presenting|is speaking|gives|talks|is giving|macht|vorträgt|soll)|^ (?:vor|statt|instead|anstelle)",
);
const speakerWord = says(
  "(?:spricht|trägt|hält|stellt|präsentiert|referiert|vortragend\\p{l}*|vortragende ist|referent\\p{l}*|redner\\p{l}*|sprecher\\p{l}*|speaker|presenter|presented by|vorgetragen von|vortrag von|talk by|durch|übernimmt|macht|von)(?: \\p{l}+){0,3}?:?\\s*$",
);

function presentersOf({ own, look, plainly }: Detail): Pick<Slots, "presenter" | "co_presenters"> {
  const told = /referent|redner|speaker|spricht|tragt|presenter|vortragende|will (?:speak|present)|statt|instead/.test(plainly);
  const all = look.spots.names.length > 0 || !told ? look.spots.names : findNames(own, true);
  const names = all.filter(
    ({ from }) =>
      !says("(?:\\bstatt|anstelle von|instead of|nicht|rather than|anstatt|für|with|mit)\\s*$").test(plain(own.slice(Math.max(0, from - 16), from))) ||
      says("zu zweit|gemeinsam|zusammen|together|jointly").test(plainly),
  );
  if (names.length > 1 && says("\\bund\\b|&|\\band\\b|,|sowie").test(plain(own.slice(names[0]?.to ?? 0, names[1]?.from ?? 0))))
    return { co_presenters: names.map(({ value }) => value) };
  const one = names.find(({ from, to }) => speaking.test(plain(own.slice(to, to + 40))) || speakerWord.test(plain(own.slice(Math.max(0, from - 44), from))));
  return one ? { presenter: one.value } : {};
}

function orderOf({ own, plainly, look }: Detail): string | undefined {
  const [organisation] = look.spots.organisations.filter(({ from }) =>
    says("(?:nach|after|tauschen mit|mit|swap with|with|hinter|behind|following|direkt nach|im anschluss an)\\s*(?:der |dem |den |die |das |the )?$").test(
      plain(own.slice(Math.max(0, from - 20), from)),
    ),
  );
  if (organisation && says("tausch|swap|switch|trade").test(plainly)) return `swap:${organisation.value}`;
  if (organisation && says("nach|after|hinter|following|anschluss").test(plain(own.slice(Math.max(0, organisation.from - 20), organisation.from))))
    return `after:${organisation.value}`;
  if (
    says(
      "(?:als|zu|an|am|ganz|go|be|speak|present|gleich|gerne?|lieber|möglichst)[^.]{0,14}(?:erste[rsn]?\\b|first|anfang|beginn|start\\b|beginning|vorne)",
    ).test(plainly)
  )
    return "first";
  if (
    says("(?:als|zum|an|am|ganz|go|be|speak|present|den|to|at|gerne?|lieber|möglichst)[^.]{0,14}(?:letzte[rsn]?\\b|last|schluss|ende\\b|the end|hinten)").test(
      plainly,
    )
  )
    return "last";
  return undefined;
}

export function talkSlots(detail: Detail, changing: boolean): Slots {
  const { own, plainly, look } = detail;
  const title = titleOf(own);
  const minutes = minutesOf(plainly);
  const order = orderOf(detail);
  const material = look.spots.days.find(({ from }) =>
    says("folien|präsentation|slides|material|unterlagen|powerpoint|pdf|handout|deck").test(plain(own.slice(Math.max(0, from - 70), from + 50))),
  );
  const goal = says("\\bziel\\p{l}*:? (.{4,80})|(?:objective|goal):? (.{4,80})|zahlt auf (.{4,80}) ein").exec(plainly);
  const noSlides = says(
    "(?:ohne|keine|no|without(?: any)?) (?:folien|präsentation|slides|powerpoint|ppt|slide)|folien:? nein|slides:? no|folien brauche[n]? (?:wir|ich) (?:nicht|keine)",
  ).test(plainly);
  const slides = says(
    "(?:mit|with|bringe?n? |habe?n? |zeigen|zeige|inkl\\.?|use|using|have|bring) ?(?:doch |auch |ein paar |unsere |meine |a few |some |our )?(?:folien|präsentation|slides|powerpoint|ppt|slide deck)|folien:? ja|slides:? yes|folien (?:bringe|habe|zeige|gibt|vorhanden|doch)",
  ).test(plainly);
  const objective = goal ? goalOf(goal[1] ?? goal[2] ?? goal[3] ?? "") : undefined;
  return {
    ...(title ? { title } : {}),
    ...(minutes !== undefined && minutes > 0 && minutes <= 180 ? { duration_min: minutes } : {}),
    ...presentersOf(detail),
    ...(noSlides ? { slides: false } : slides ? { slides: true } : {}),
    ...(material ? { material_by: material.value } : {}),
    ...(order && (changing || /reihenfolge|first|last|erste|letzte|nach|after|schlus|anfang|ende|swap|tausch|beginn/.test(plainly)) ? { order } : {}),
    ...(objective ? { objective } : {}),
  };
}
