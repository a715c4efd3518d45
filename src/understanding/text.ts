// Takes a message apart: what its writer says now, without quoted mail, greeting, closing and signature, in sentences.

/** Longer messages are read up to here, and then never act without asking. */
const longest = 3000;

export interface Said {
  /** The writer's own words. */
  readonly own: string;
  /** Everything readable, for guards that look at the signature too; quoted mail is not in it. */
  readonly whole: string;
  readonly sentences: readonly string[];
  /** Whether quoted mail was left out. */
  readonly quoted: boolean;
  /** Whether the message was longer than what is read. */
  readonly cut: boolean;
}

/** Where the mail begins that somebody answers or passes on. */
const quoteStarts = [
  /^\s*-{2,}\s*(?:urspr(?:ü|ue)ngliche|original|weitergeleitete|forwarded)[^\n]*$/im,
  /^\s*(?:anfang der weitergeleiteten nachricht|begin forwarded message|weitergeleitete nachricht|forwarded message)\b/im,
  /^\s*(?:am|on)\b[^\n]{4,120}(?:schrieb|wrote)\b[^\n]*:?\s*$/im,
  /\b(?:am|on) [^\n]{4,80}\b(?:schrieb|wrote)\b[^\n:]{0,60}:/i,
  /^\s*(?:von|from):[^\n]+\n\s*(?:gesendet|sent|datum|date|an|to)\b/im,
  /^\s*_{10,}\s*$/m,
  /^\s*<?blockquote/im,
];

const closing =
  /(?:^|[\n.!?,;–-]\s*|\s{2,})(?:mit (?:freundlichen|besten|herzlichen|vielen|lieben|kollegialen|sonnigen) gr(?:ü|ue)(?:ß|ss)en|mit freundlichem gru(?:ß|ss)|(?:freundliche|viele|beste|liebe|herzliche|sch(?:ö|oe)ne|sonnige|kollegiale) gr(?:ü|ue)(?:ß|ss)e|(?:lieben|besten|sch(?:ö|oe)nen|danke und|herzlichen|vielen) gru(?:ß|ss)|(?:mfg|vg|lg|bg|hg)\b|gr(?:u|ü|ue)(?:ß|ss)e?(?=[ ,]|$)|hochachtungsvoll|gl(?:ü|ue)ck auf|(?:kind|best|warm|many) regards|regards|best wishes|yours (?:sincerely|faithfully|truly)|sincerely|cheers|all the best)(?=[\s,.!]|$)[\s\S]{0,600}$/i;
const device = /(?:von meinem [\wäöüß -]{2,30} gesendet|gesendet von (?:meinem |outlook)[^\n]*|sent from my [^\n]*|get outlook for [^\n]*)[\s\S]{0,100}$/i;
const signature = /(?:^|\n)-- ?\n[\s\S]*$/;
const opening =
  /^\s*(?:(?:sehr geehrte[rs]?|liebe[rs]?|werte[rs]?|hallo|hi|hey|moin(?: moin)?|guten (?:tag|morgen|abend)|gr(?:ü|ue)(?:ß|ss) gott|servus|tach|n?abend|mahlzeit|gl(?:ü|ue)ck auf|dear|hello|good (?:morning|afternoon|evening))\b(?: (?:zusammen|team|bot|allerseits|all|everyone|there|kolleginnen und kollegen|damen und herren|sehr geehrte damen und herren|buendnis-?bot|bündnis-?bot|geschäftsstelle|geschaeftsstelle|(?:frau|herrn?|hr\.|fr\.|mr\.?|ms\.?|mrs\.?) (?:dr\. |prof\. )*[\p{Lu}][\p{L}-]+))*\s*[,!:.\n–-]+)+\s*/iu;

/** Invisible signs, marks of direction and halves of characters say nothing. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\ufffd]/gu;

const tidy = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .normalize("NFC")
    .replace(unseen, (sign) => (sign === "\n" || sign === "\t" ? sign : ""))
    .replace(/[^\S\n]+/gu, " ")
    .trim();

function withoutQuotes(text: string): string {
  let own = text;
  for (const start of quoteStarts) {
    const found = start.exec(own);
    if (found) own = own.slice(0, found.index);
  }
  return own
    .split("\n")
    .filter((line) => !/^\s*[>|]/.test(line))
    .join("\n")
    .trim();
}

export function readText(text: string): Said {
  const all = tidy(text.slice(0, 2 * longest)).slice(0, longest);
  const whole = withoutQuotes(all);
  let own = whole.replace(signature, "").replace(device, "");
  // „Danke und Gruß“ alone is all there is to say: nothing is taken away then.
  own = own.replace(closing, (found) => (/^[!?.]/.test(found) ? (found[0] ?? "") : "")).trim();
  own = own.replace(opening, "").trim() || own || whole;
  return { own, whole, sentences: sentencesOf(own), quoted: whole.length < all.length, cut: text.length > longest };
}

/** A full stop that ends no sentence: abbreviations, dates, clocks, numbers, names with a point. */
const noEnd =
  /(?:\b(?:fr|hr|hrn|dr|prof|st|nr|tel|bzw|evtl|ggf|ca|usw|etc|inkl|max|min|mind|z\.? ?b|u\.? ?a|d\.? ?h|i\.? ?d\.? ?r|o\.? ?k|mr|mrs|ms|vs|approx|sept?|okt|oct|nov|dez|dec|jan|feb|aug|ver|std|str|abt|vorr|vsl|e\.g|i\.e|a\.m|p\.m|[a-zäöü])|\d)$/i;

function sentencesOf(text: string): readonly string[] {
  const found: string[] = [];
  let from = 0;
  const cut = (to: number) => {
    const sentence = text.slice(from, to).trim();
    if (sentence !== "") found.push(sentence);
    from = to;
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (sign === "\n") cut(at + 1);
    else if ((sign === "!" || sign === "?" || sign === ";" || sign === "…") && !/[!?]/.test(text[at + 1] ?? "")) cut(at + 1);
    else if (sign === "." && /\s/.test(text[at + 1] ?? " ") && !noEnd.test(text.slice(Math.max(from, at - 12), at))) cut(at + 1);
  }
  cut(text.length);
  return found;
}
