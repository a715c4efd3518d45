// Reads the details of answers to an invitation: who comes with whom, in whose place, what they need, what it changes.
import type { Need, Slots } from "./meaning.ts";
import { plain, says } from "./plain.ts";
import { countOf, countWord, type Detail } from "./slots-times.ts";

const needs: readonly (readonly [Need, RegExp])[] = [
  ["wheelchair", says("rollstuhl|rolli\\b|barrierefrei|stufenlos|wheelchair|step-free|accessible (?:seat|entrance|access|place)|aufzug|gehbehinder")],
  ["sign_language", says("gebärden|sign language|dgs\\b|dolmetscher(?:in)? für gehörlose")],
  ["dietary", says("vegan|vegetar|gluten|laktose|lactose|halal|koscher|kosher|allerg|unverträglich|diätetisch|dietary|kein (?:fleisch|schwein)|diabet")],
  ["parking", says("parkplatz|parkplätze|stellplatz|parkausweis|parkschein|parking|tiefgarage")],
];
const online = says(
  "\\bonline\\b|per (?:video|teams|zoom|webex|skype)|video(?:konferenz|call| call|zuschalt)|digital|remote|virtuell|virtually|zuschalt|dazuschalten|zugeschaltet|hybrid|dial in|via (?:teams|zoom|video|webex)|by video|ms teams|bildschirm",
);
const revises = says(
  "\\bdoch (?:nicht|kein\\p{l}*|nur|erst|noch|absagen|zusagen|kommen|dabei|teilnehmen|möglich|da sein|mit)|\\b(?:nun|jetzt|leider) doch|\\b(?:komme|kommen|kann|könnte|klappt|schaffe|geht|nehme|bin)(?: (?:ich|wir|es|jetzt|nun|leider|da|das))* doch(?! (?:gern|schon|klar|sicher|immer|wohl|eh|mal))|after all|planänderung|plan änderung|change of plans?|zusage (?:leider )?(?:wieder )?(?:zurück|widerruf)|(?:ziehe|nehme) .{0,14}(?:zu|ab)sage .{0,14}zurück|(?:habe|hatte|hab|hat|zwar) .{0,12}(?:zugesagt|abgesagt)[^.]{0,12}(?:,| aber| muss| kann| ist)|entgegen (?:meine|unsere|der)|korrektur|anders als (?:gemeldet|angekündigt)|nicht mehr (?:kommen|dabei|teilnehmen|möglich)|turns out|withdraw my accept|cancel my (?:attendance|participation|acceptance)|changed my mind|überlegt|umentschieden|dazwischen ?gekommen|something (?:has )?(?:came|come) up|statt wie|i said (?:yes|no)|ursprünglich|originally|earlier (?:reply|answer)|frühere (?:antwort|absage|zusage)|meine (?:letzte )?(?:absage|zusage) (?:ist|gilt|vergessen)",
);

function partyOf({ plainly, own, look }: Detail): Pick<Slots, "party_size" | "companions"> {
  const named = look.spots.names.filter(
    (spot) =>
      says(
        "(?:und ich|& ich|and i|and me|und meine wenigkeit|und mir|sowie ich|begleitet mich|kommt (?:auch )?mit|nimmt auch teil|ist auch dabei|(?:is|will be) (?:accompanying|joining) me|will accompany me|and myself)\\b",
      ).test(plain(own.slice(spot.to, spot.to + 24))) ||
      says(
        "(?:ich und|mit|bringe?|bringen|with|bringing|ich sowie|me and|und|plus|begleitung von|zusammen mit|together with|kommen zwei: |:)\\s*(?:noch |auch |meine[nmr]? |unsere[nmr]? )*$",
      ).test(plain(own.slice(Math.max(0, spot.from - 26), spot.from))),
  );
  const others = named.filter(
    ({ from }) =>
      !says("(?:vertret\\p{l}* von|für|anstelle von|abgestimmt mit|rücksprache mit|besprochen mit|abgesprochen mit|gesprochen mit|on behalf of)\\s*$").test(
        plain(own.slice(Math.max(0, from - 26), from)),
      ),
  );
  const companions = others.map(({ value }) => value);
  const word = says(
    `(?:wir (?:sind|kommen|wären|nehmen)|sind|kommen|kommen mit|komme mit|mit|zu|there (?:will be|are)|party of|we are|we're|von uns kommen|for|für) (?:insgesamt |mit |zu )?(${countWord}|zweit|dritt|viert|fünft)(?: (?:personen|leute\\p{l}*|mann|people|persons|of us|von uns|köpfe|teilnehmende\\p{l}*|delegierte\\p{l}*|frau hoch))?(?=[\\s.,;:!]|$)`,
  ).exec(plainly);
  const size = says(`(${countWord}) (?:personen|leute|people|persons|of us|von uns|köpfe)`).exec(plainly)?.[1];
  const groups: Readonly<Record<string, number>> = { zweit: 2, dritt: 3, viert: 4, funft: 5 };
  const group =
    word?.[1] === undefined
      ? undefined
      : (groups[word[1]] ??
        (/(?:personen|leute|people|persons|of us|von uns|kopfe|kommen (?:zwei|drei|two|three)|sind (?:zwei|drei|vier|2|3|4)|we are (?:two|three|2|3)|party of)/.test(
          word[0],
        )
          ? countOf(word[1])
          : undefined));
  const brought = says(
    `(?:bringe?|bringen|mit|with|plus|\\+)(?: noch| auch| meine[rnm]?| my| a| einem| einer| einen| eine)? ?(${countWord})? ?(?:kolleg\\p{l}*|begleit\\p{l}*|referent\\p{l}*|mitarbeit\\p{l}*|assistent\\p{l}*|colleagues?|person|jemanden|guest|one\\b|1\\b)`,
  ).exec(plainly);
  const party =
    group ?? (size ? countOf(size) : undefined) ?? (companions.length > 0 ? companions.length + 1 : brought ? 1 + (countOf(brought[1]) ?? 1) : undefined);
  return { ...(party !== undefined && party > 1 && party < 30 ? { party_size: party } : {}), ...(companions.length > 0 ? { companions } : {}) };
}

const standsFor = says(
  "(?:ich (?:vertrete|komme für|springe für|übernehme für)|vertrete (?:an dem tag |dort |diesmal |heute )?(?=xname|herrn|frau)|in vertretung (?:von|für|des|der)|als (?:stell)?vertret\\p{l}* (?:von|für|des|der)|bin die vertretung (?:von|für)|komme (?:an ?stelle von|statt|für)|i(?:'m| am| will| shall)? (?:represent(?:ing)?|stand(?:ing)? in for|attend(?:ing)? (?:on behalf|in place|for|instead) ?(?:of)?|cover(?:ing)? for|com(?:e|ing) (?:for|in place of|instead of))|on behalf of|in place of|platz von|anstelle von)\\s*$",
);

export function acceptSlots(detail: Detail): Slots {
  const { look, own, plainly } = detail;
  const represented = look.spots.names.find(
    ({ from, to }) =>
      standsFor.test(plain(own.slice(Math.max(0, from - 45), from))) ||
      (says("\\b(?:in|taking|take) $").test(plain(own.slice(Math.max(0, from - 8), from))) && /^['’]?s (?:place|seat|stead)/i.test(own.slice(to, to + 10))),
  );
  const party = represented ? {} : partyOf(detail);
  const wanted = needs.filter(([, sign]) => sign.test(plainly)).map(([need]) => need);
  return {
    ...party,
    ...(represented ? { represents: represented.value } : {}),
    ...(online.test(plainly) ? { mode: "online" } : {}),
    ...(wanted.length > 0 ? { needs: wanted } : {}),
    ...revised(detail),
  };
}

export const revised = ({ plainly }: Detail): Pick<Slots, "revises"> => (revises.test(plainly) ? { revises: true } : {});

const nobody = says(
  "(?:keine?n?|ohne|no|without(?: a)?) (?:stell)?(?:vertret\\p{l}*|ersatz\\p{l}*|substitut\\p{l}*|deput\\p{l}*|replacement|stand-in)|vertretung (?:habe|gibt|kann|ist|finde|hab|stelle|haben|gibts)\\p{l}* (?:ich |es |wir )?(?:auch |leider )*(?:nicht|keine|nich|niemand)|(?:niemand|keiner|nobody|no one|noone|none)\\p{l}* (?:kann|vertritt|springt|can|is|will|der|could)|(?:auch |schicken? |habe |finde |leider )(?:niemanden?|keinen?\\b)(?! (?:zeit|beitrag|termin|kapazit\\p{l}*|lust|luft|problem))|kann mich (?:auch )?(?:niemand|keiner)|vertreten lassen kann ich mich (?:leider )?(?:auch )?nicht|vertretung (?:ist )?(?:auch )?nicht (?:möglich|verfügbar)",
);

export const declineSlots = (detail: Detail): Slots => ({ ...(nobody.test(detail.plainly) ? { no_substitute: true } : {}), ...revised(detail) });

export function tentativeSlots({ look }: Detail): Slots {
  const day = look.spots.days[0]?.value;
  return day ? { reply_by: day } : {};
}
