// What a reply's words show by themselves: signs the classifier learns from, and witnesses that must agree before anything is booked.
import { plain, says } from "./plain.ts";

/** Idioms whose „kein“ or „nicht“ denies nothing; they are taken out before negations are looked for. */
const harmless =
  /\b(?:(?:gar |uberhaupt )?k(?:ein|een) (?:problem|thema|ding|stres|act|akt|frage)\b|keine frage|nicht? streichen|nicht vergessen|nicht nur|nicht das das untergeht|nichts dagegen|nichts? zu danken|nein,? nein,? (?=ich komm|bin dabei|das past)|nicht wundern|warum nicht|wieso nicht|wenn nichts (?:dazwischen ?kommt|mehr dazwischen)|no (?:problem|worries|doubt|objections?|isue|isus|probs)|not a problem|why not|not to mention|don't worry|wouldn't mis (?:it|this)|las ich mir nicht (?:entgehen|nehmen)|nicht entgehen|nichts im weg|nix im weg|nothing against|leider erst jetzt|erst jetzt|verges(?:en|t|e) (?:sie )?(?:mich|uns) nicht|not least|nicht zuletzt|sorry (?:fur|for|das|that)[^,.!:]{0,50}|entschuldig(?:en sie|ung|e|t)?,? (?:bitte )?(?:fur |das |die |meine )[^,.!:]{0,50}|(?:bitte )?entschuldigen sie (?:bitte )?(?:die|meine|das)[^,.!:]{0,50})/gu;

/** A text as the witnesses read it: plain and without idioms that only look like a denial. */
export const evident = (text: string): string => plain(text).replace(/\s+/g, " ").replace(harmless, " ");

const signs = {
  negation: says(
    "\\b(?:nicht|nich|net|nit|nix|nischt|nüscht|nee|nein|nö|nope|kein\\w*|nie|niemand|not|no|never|cannot|nobody|unable|without|ohne|weder)\\b|n't\\b|\\bcant\\b|\\bwont\\b|\\bdont\\b",
  ),
  condition: says(
    "\\b(?:wenn|falls|sofern|soweit|vorausgesetzt|vorbehalt\\w*|es sei denn|außer (?:wenn|es|der|die)|solange|nur wenn|if|unless|provided|subject to|depend\\w*|depends|hängt (?:davon|noch|von)|kommt (?:drauf|darauf) an|je nach(?:dem)?|as long as|assuming|pending|contingent)\\b",
  ),
  hedge: says(
    "\\b(?:vielleicht|vllt|vlt|wär\\p{l}*|könnt\\p{l}*|versprech\\p{l}*|garantier\\p{l}*|festleg\\p{l}*|promises?|commit|guarantee|evtl|eventuell|eventuel|wahrscheinlich|vermutlich|möglicherweise|voraussichtlich|vsl|unsicher|ungewiss|offen|mal (?:sehen|schauen|gucken|kucken)|schau ma\\w*|weiß (?:ich )?(?:noch )?(?:nicht|nich|net)|noch nicht sicher|kläre?n? (?:ich|das|wir|noch)|keine ahnung|jein|eher|hoffe|hoffentlich|versuche|ggf|gegebenenfalls|unter umständen|tendenz|tendenziell|fraglich|unklar|ungern|grundsätzlich|prinzipiell|im prinzip|maybe|perhaps|probably|possibly|likely|unlikely|might|not sure|unsure|uncertain|tentativ\\w*|hopefully|i hope|i think|glaube|denke|schätze|müsste|könnte|dürfte|sollte|würde|would|could|should|fifty|halbe halbe|spontan|kurzfristig|let you know|get back|bescheid|melde mich noch|later|noch abwarten|abwarten|not decided|undecided|entscheide|entscheid\\w*)\\b|50 ?[:/-] ?50|¯",
  ),
  but: says("\\b(?:aber|jedoch|allerdings|but|however|though|sondern|statt|stattdessen|instead|doch|lieber|rather|nur|only|bloß|außer|except)\\b"),
  asks: says(
    "\\?|^(?:[^\\w]*)(?:wer|wie|was|wann|wo|wohin|woher|warum|wieso|weshalb|welche\\w*|wieviele?|wie viele?|inwie\\w+|womit|worum|wozu|gibt es|gibts|ist es|sind|darf|kann (?:ich|man|jemand)|können (?:sie|wir)|könnten sie|muss (?:ich|man)|soll (?:ich|man)|haben sie|werden|wird|who|what|when|where|why|how|which|is there|are there|can (?:i|we|you|someone)|could you|do (?:i|we|you)|does|is it|will there|may i|should)\\b",
  ),
  yes: says(
    "\\b(?:ja|jo|jau|jawohl|jep|jup|yep|yes|yeah|yup|sure|klar|gern|gerne|natürlich|selbstverständlich|sicher|aber ja|jawoll|definitely|absolutely|certainly|of course)\\b",
  ),
  no: says("\\b(?:nein|nee|nö|nope|no|leider|bedaure?r?\\w*|bedauerlich\\w*|unfortunately|regret\\w*|afraid|sadly)\\b"),
  come: says(
    "\\b(?:komm|komme|kommen|kumm|kimm|komen|teilnehm\\w*|teilnahme|nehmen? .{0,30}\\bteil\\b|dabei|dabie|anwesend\\w*|zusag\\w*|zugesagt|sag(?:e|en)? .{0,20}\\bzu\\b|bin da|sind da|erschein\\w*|wahrnehmen|nehm\\w* .{0,20}wahr|attend\\w*|be there|coming|count me in|join\\w*|make it|i'm in|see you)\\b",
  ),
  refuse: says(
    "\\b(?:absag\\w*|abgesagt|sag(?:e|en)? .{0,25}\\bab\\b|verhindert|abmeld\\w*|meld\\w* .{0,25}\\bab\\b|streich\\w*|raus|passen|entschuldig\\w*|fehl\\w*|ausfall\\w*|keine zeit|declin\\w*|apologi\\w*|pull out|drop out|withdraw\\w*|not attend\\w*|can't make|cannot make|unable|krank|urlaub|sick|on leave)\\b",
  ),
  stand: says(
    "\\b(?:vertret\\w*|vertritt|stellvertret\\w*|springt .{0,15}ein|einspring\\w*|ersatz|statt (?:mir|meiner|mich|uns)|anstelle|an meiner stelle|für mich (?:kommt|geht|nimmt)|schick\\w*|entsend\\w*|substitut\\w*|deput\\w*|stand(?:s|ing)? in|in my place|instead of me|on my behalf|replac\\w*|cover\\w* for me|send\\w*)\\b",
  ),
  partly: says(
    "\\b(?:erst|später|früher|spät|verspät\\w*|nur (?:bis|ab|zum|zur|für|den|die|das)|zeitweise|teilweise|halbe?n?|hälfte|muss .{0,25}(?:weg|los|gehen|fort|raus)|dann weg|nachkommen|dazustoßen|stoße .{0,12}dazu|ohne (?:das|den|die)|überspring\\w*|skip\\w*|late|later|early|leave|leaving|until|from|stay\\w*|only for|part of|first part|second part|letzte stunde|erste stunde|zu spät|vorher weg|eher gehen|minuten|stunde\\w*)\\b",
  ),
  done: says(
    "\\b(?:erledigt\\w*|erledgt|fertig|abgeschlossen|umgesetzt|abgehakt|haken|geschafft|vollzogen|verschickt|versandt|gesendet|geliefert|abgegeben|abgeliefert|eingereicht|hochgeladen|übermittelt|ausgeführt|durch|vorbei|passiert|gemacht|getan|done|finished|complete\\w*|closed|sent|delivered|submitted|uploaded|sorted|ticked|in trockenen tüchern|vom tisch|liegt (?:ihnen )?vor)\\b|✅|✔|☑",
  ),
  doing: says(
    "\\b(?:in arbeit|bin dran|sind dran|dabei|arbeite\\w*|läuft|halb fertig|fast|beinahe|zur hälfte|unterwegs|angefangen|begonnen|gestartet|in progress|working on|under way|underway|on it|halfway|nearly|almost|ongoing|entwurf|draft|teilweise|noch nicht (?:ganz )?fertig|still|prozent|percent|xpercent)\\b",
  ),
  more: says(
    "\\b(?:mehr zeit|länger|verlänger\\w*|aufschub|verschieb\\w*|frist|später|bis|nachreichen|extension|extend\\w*|more time|postpone\\w*|deadline|later|until|by|schaffe? .{0,25}(?:erst|nicht)|brauche noch|dauert)\\b",
  ),
  speak: says(
    "\\b(?:beitrag|vortrag\\w*|vorstell\\w*|präsent\\w*|referat|referier\\w*|redebeitrag|folien|slot|redezeit|thema|titel|vorzustellen|vortragen|present\\w*|talk|slides|speak\\w*|slot|title|topic|pitch)\\b",
  ),
  question: says("\\b(?:frage\\w*|anfrage|fragerunde|question\\w*|auskunft|interessier\\w*|wissen|erläutern|erklären|ask)\\b"),
  task: says(
    "\\b(?:aufgabe\\w*|auftrag|punkt|frist|zuständig\\w*|übernehm\\w*|übernimmt|erledig\\w*|kümmer\\w*|task|assign\\w*|responsible|in charge|take care|handl\\w*)\\b|xref",
  ),
  back: says(
    "\\b(?:zurückzieh\\w*|ziehe?n? .{0,40}zurück|zurücknehm\\w*|nehm\\w* .{0,30}zurück|doch nicht|nicht mehr|fallen lassen|hinfällig|erledigt sich|hat sich erledigt|obsolet|withdraw\\w*|take back|scrap|drop|cancel\\w*|streich\\w*|rückzieher|zurückgezogen|pull)\\b",
  ),
  change: says(
    "\\b(?:doch|ändern|änderung|statt|korrektur|korrigier\\w*|neuer|anders|umbenennen|planänderung|nun doch|jetzt doch|after all|instead|change\\w*|correct\\w*|rename|new|update|rather)\\b",
  ),
  thanks: says("\\b(?:dank\\w*|merci|thank\\w*|thx|super|toll|prima|klasse|respekt|großartig|great|nice|cool)\\b|🙏|😊|😀|🎉"),
} as const;
export type Sign = keyof typeof signs;

/** The signs of a text already made evident. */
export function signsOf(said: string): ReadonlySet<Sign> {
  return new Set((Object.keys(signs) as Sign[]).filter((sign) => signs[sign].test(said)));
}
