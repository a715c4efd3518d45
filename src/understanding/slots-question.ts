// Reads the details of questions: their words without what leads in, of whom they are asked, about which objective.
import { goalOf } from "./goals.ts";
import type { Slots } from "./meaning.ts";
import { plain, says } from "./plain.ts";
import type { Detail } from "./slots-times.ts";

/** What stands before a question and is none of it. */
const leadIn =
  /^(?:ja[,:]? |also[,:]? |gern[,:]? |yes[,:]? |(?:und )?zwar )?(?:[^:?\n]{0,70}(?<![\p{L}])(?:frage[n]?|nachfrage|anfrage|question[s]?|fragerunde|anonym\w*|ohne (?:meinen )?name\w*|namen?|richten|reword|rephrase|umformulieren?|formuliere|besser|präziser|genauer|austauschen|ersetzen|replace|wissen|fragen wir|fragt|without my name|anonymous\w*|korrektur|correction|lauten|lautet|ändern|aendern|change|read|fassung|formulierung|aufnehmen|katalog|follow-up|ergänz\w*|adressat|top 4|q ?& ?a)(?![\p{L}])[^:?\n]{0,50}|(?:an|ans|to|for|für)\b[^:?\n]{2,45}|(?:die|das|der|the)? ?[\p{L}. -]{2,30}(?=:)|F ?-? ?\d{1,3}[^:?\n]{0,30})\s*(?::|–|—)\s+(?=\S)/iu;
const plainLead = /^(?:an|ans) (?:die |das |den |der )?[\p{L}. /-]{2,40}?\s*(?::|–|,)\s+(?=\S)/iu;
const trailer =
  /\s*(?:\((?:an |to |for |für )?[^()]{2,45}\)|(?:bitte |please )?(?:anonym(?:ously)?|ohne (?:meinen )?namen|without my name)(?: bitte| please| aufnehmen| einreichen)?|(?:vielen )?dank[e]?(?: schon mal| im voraus)?|thanks|thank you|adressat:? [^.?!]{2,40}|an (?:die|das|den) [\p{L} ]{2,30})[.!]?\s*$/iu;
const numbered = /(?:^|\s)(?:\d[.)]|[a-d]\))\s+/g;

function askedIn(own: string, organisations: boolean): string {
  const lead = leadIn.exec(own) ?? plainLead.exec(own);
  const isAddress =
    lead &&
    (/frag|question|richten|wissen|reword|rephras|umformul|formulier|besser|präzis|genauer|austausch|ersetz|replac|anonym|korrektur|correction|laut|ndern|change|read|fassung|formulier|aufnehm|katalog|follow|erg|adressat|top 4|name|q ?&|^\W*(?:an|ans|to|for|für)\b|^F/iu.test(
      lead[0],
    ) ||
      organisations);
  const start = isAddress && !/^nicht das/i.test(lead[0]) ? own.slice(lead[0].length) : own;
  let said = start.trim();
  for (let again = 0; again < 2; again++) {
    const shorter = said.replace(trailer, "").trim();
    if (shorter.length >= 12 && shorter !== said && /[?.!]$/.test(shorter)) said = shorter;
  }
  return said;
}

const addressees: readonly (readonly [string, RegExp])[] = [
  ["hwk", says("handwerk|innung|chamber of crafts|meisterbetrieb")],
  ["jobcenter", says("eingliederungstitel|bürgergeld|sgb ii\\b|job ?center|leistungsberechtigt|eingliederungsvereinbarung")],
  ["agentur", says("arbeitsagentur|\\bagentur\\b|agentur für arbeit|sgb iii\\b|kurzarbeit|employment agency|berufsberatung")],
  ["hsnr", says("hochschule|studierende|studiengang|studienabbrech|campus|university|students")],
  ["chempark", says("chempark|chemieindustrie|covestro")],
  ["ihk", says("\\bihk\\b|industrie- und handelskammer|chamber of (?:industry|commerce)")],
  ["werbering", says("einzelhandel|innenstadthandel|werbering|retailers?")],
  ["schulen", says("berufskolleg|berufsschul")],
  ["wfg", says("wirtschaftsförderung|gewerbeflächen|ansiedlung")],
  ["verwaltung", says("\\bstadt\\b|verwaltung|rathaus|kommune|städtisch|\\bcity\\b|municipal|oberbürgermeister|dezern|council's|administration")],
];

function addresseeOf({ own, plainly, look }: Detail, asked: string): string | undefined {
  const direct = look.spots.organisations.find(({ from }) =>
    says("(?:\\ban|\\bans|\\bto|\\bfor|frage|richten|adressat:?|ask|bitte|kann|könnte|soll|fragen|from|von|wir)\\s*(?:die |das |den |der |dem |the )?$").test(
      plain(own.slice(Math.max(0, from - 22), from)),
    ),
  );
  const inBrackets = look.spots.organisations.find(({ from }) => /\((?:an |to |for )?(?:die |das |the )?$/i.test(own.slice(Math.max(0, from - 12), from)));
  const administration = says("(?:an|to|for) (?:die |the )?(?:stadt|verwaltung|stadtverwaltung|city|administration|rathaus|geschäftsstelle)").test(plainly);
  const slug =
    direct?.value ??
    inBrackets?.value ??
    (administration ? "verwaltung" : undefined) ??
    look.spots.organisations.find(({ value }) => !/^(?:fraktion|ratsgruppe|landes)/.test(value))?.value;
  if (slug && !/^(?:fraktion|ratsgruppe|landes)/.test(slug)) return /^(?:ob|dez-)/.test(slug) ? "verwaltung" : slug;
  const lead = plain(own.slice(0, Math.max(0, own.indexOf(asked))));
  return [lead, plain(asked)].map((part) => addressees.find(([, sign]) => sign.test(part))?.[0]).find((found) => found !== undefined);
}

const reference = /\bF ?-? ?(\d{1,4})\b/iu;
const anonymous = says(
  "anonym|ohne (?:meinen |unseren |den )?namen|ohne namensnennung|without (?:my |our )?name|namen? (?:bitte )?(?:weglassen|nicht nennen|streichen)|nicht namentlich|don't (?:use|mention|show) my name",
);

/** Several questions in one message: numbered, on lines of their own, or simply one after the other. */
function severalIn(own: string, text: string): string[] | undefined {
  const numbers = [...own.matchAll(numbered)].length;
  const listed = own
    .split(numbered)
    .map((it) => it.trim())
    .filter((it) => it.length > 8);
  if (numbers > 1 && listed.length > 1) return listed.slice(-numbers);
  const asked = text
    .split(/(?<=\?)\s+|\n+/u)
    .map((it) => it.replace(/^\s*(?:[-*•]|erstens[:,]?|zweitens[:,]?|drittens[:,]?|first(?:ly)?[:,]?|second(?:ly)?[:,]?)\s+/iu, "").trim())
    .filter((it) => it.endsWith("?") && it.includes(" "));
  return asked.length > 1 ? asked : undefined;
}

export function questionSlots(detail: Detail, intent: "question.submit" | "question.edit" | "question.withdraw"): Slots {
  const { own, plainly, look } = detail;
  const number = reference.exec(own)?.[1] ?? /\bfrage (?:nr\.? ?|nummer )?(\d{1,3})\b/iu.exec(own)?.[1];
  const ref = number && intent !== "question.submit" ? { ref: `F-${number}` } : {};
  const hidden: Pick<Slots, "anonymous"> = anonymous.test(plainly) ? { anonymous: true } : {};
  if (intent === "question.withdraw") return ref;
  const text = askedIn(own, look.spots.organisations.length > 0);
  if (intent === "question.edit") {
    const changed =
      text !== own && (/\?/.test(text) || /^(?:wer|wie|was|wann|wo|warum|wieso|welche|how|what|why|when|who|which)\b/i.test(text)) ? { question: text } : {};
    const moved = says("adressat|richten|geht (?:doch )?an|should go to|is for|statt an|instead of|addressed").test(plainly)
      ? addresseeOf(detail, "")
      : undefined;
    return { ...changed, ...ref, ...hidden, ...(moved ? { addressee: moved } : {}) };
  }
  const addressee = addresseeOf(detail, text);
  const objective = goalOf(plain(text));
  const several = severalIn(own, text);
  return {
    ...(several ? { questions: several, count: several.length } : { question: text }),
    ...(addressee ? { addressee } : {}),
    ...(objective ? { objective } : {}),
    ...hidden,
  };
}
