// The second witness: what the words themselves say for and against an intent, so that the classifier never books alone.
import type { Asked, Intent } from "./meaning.ts";
import { says } from "./plain.ts";
import type { Sign } from "./signs.ts";

type Seen = ReadonlySet<Sign>;

const coming = says(
  "\\b(?:ja|jo|joa|jou|jau|jaa+|jep|jup|yes|yep|yeah|yup|aye|sure|logo|gebongt|klar|gern|gerne|natürlich|selbstverständlich|absolutely|definitely|certainly|of course|komm|komme|kommen|kumm|kimm|kum|teil|teilnehmen|teilnahme|dabei|dobei|dabie|debei|zusag\\p{l}*|sag\\p{l}* .{0,30}\\bzu|anwesend\\p{l}*|bin (?:natürlich |gern |gerne |auch |dann |persönlich |pünktlich )*da|sind da|werde da|da sein|da\\b|dort|vor ort|erschein\\p{l}*|wahrnehmen|nehm\\p{l}* .{0,30}wahr|passt|past|klappt|einplanen|plan\\p{l}* .{0,20}ein\\b|plan\\p{l}* (?:mich|uns)|rechnen|zählen|liste|anmeld\\p{l}*|melde .{0,20}an\\b|freu\\p{l}*|partie|bestätig\\p{l}*|angenommen|einladung .{0,10}an|attend\\p{l}*|be there|coming|come|count .{0,4} ?(?:me|us)? ?in|join\\p{l}*|make it|i'm in|in\\b|see you|put (?:me|us) down|sign .{0,4}up|confirm\\p{l}*|accept\\p{l}*|works for|suits|available|looking forward|kann (?:ich|da)|ich kann|schaffe? (?:ich|es|das)|richte es ein|einrichten|vertrete\\p{l}*|represent\\p{l}*|platz|stuhl|zur verfügung|am start|boot|bord|fehlen|entgehen|nehmen)\\b|👍|🙋",
);
const refusing = says(
  "\\b(?:nein|nee|nä|ne|nö|nope|no|absag\\p{l}*|ab?psage|abgesagt|sag\\p{l}* .{0,40}\\bab\\b|abmeld\\p{l}*|meld\\p{l}* .{0,35}\\bab\\b|verhinde\\p{l}*|passen|passe|streich\\p{l}*|raus|ohne (?:mich|uns)|entschuldig\\p{l}*|fehl\\p{l}*|fall\\p{l}* .{0,10}aus|fern|verzicht\\p{l}*|stornier\\p{l}*|krank\\p{l}*|urlaub\\p{l}*|verreist|dienstreise|keine (?:zeit|luft|kapazität\\p{l}*|teilnahme|chance|möglichkeit|lust)|kein (?:interesse|bedarf)|niemand|keiner|unable|declin\\p{l}*|apolog\\p{l}*|regret\\p{l}*|pull(?:ing)? out|back(?:ing)? out|bow out|miss|pass|count (?:me|us) out|i'm out|clash|conflict|excuse|cancel\\p{l}*|withdraw\\p{l}*|on (?:annual |sick |parental |maternity )?(?:holiday|leave|vacation)|annual leave|abroad|away|sick|ill|flu|travelling|double-booked|überschneid\\p{l}*|kollidier\\p{l}*|unmöglich|ausgeschlossen|außerstande|ander\\p{l}* termin|busy|afraid|verplant|ausgebucht|zieh\\p{l}* .{0,20}zurück|andermal|beerdigung|impossible|no time|unabkömmlich|abwesend|absent|bleib\\p{l}* (?:weg|fern|zu hause)|wichtigeres)\\b|❌|👎",
);
const not = "(?:nicht|nich|nit|net|ned|nix|nischt|nüscht|nichts|not|cannot|can't|cant|won't|wont|never|n't)";
const partaking =
  "(?:kann|können|konn|künne|schaff\\p{l}*|komm\\p{l}*|kumm\\p{l}*|nehm\\p{l}*|werde\\p{l}*|wird|bin|sind|dabei|teil\\p{l}*|möglich|klapp\\p{l}*|klapt|geht|geiht|passt|machbar|drin|einricht\\p{l}*|wahrnehm\\p{l}*|hin|haut|krieg\\p{l}*|bekomm\\p{l}*|lässt|erlaub\\p{l}*|darf|machen|rechnen|attend\\p{l}*|make|come|coming|join|able|there|can|will|work\\p{l}*|available|possible|do|suit)";
/** A denial that stands with taking part, or all by itself. „Versprechen kann ich nichts“ is kept out by its doubt. */
const notPartaking = says(
  `\\b${not}\\b[^.;!?]{0,40}\\b${partaking}\\b|\\b${partaking}\\b[^.;!?]{0,40}\\b${not}\\b|\\b(?:can't|cannot|cant|won't|wont)\\b|^(?:leider|diesmal|doch|nun|danke|sorry|ich|wir|wohl|aber|[^\\w])*\\b${not}(?: leider| danke| diesmal| mehr)?[^\\w]*$`,
);
/** Looks like a refusal with no harmless reading left. */
const denying = says(
  "\\b(?:nicht|nich|nit|net|ned|kein\\p{l}*|nein|nee|nö|nix|nie|niemand\\p{l}*|not|no|cannot|can't|cant|won't|wont|never|unable|leider|unfortunately|absag\\p{l}*|abgesagt|verhindert|entschuldig\\p{l}*|krank\\p{l}*|afraid|regret\\p{l}*|sorry|declin\\p{l}*|raus|passen|ohne mich|ohne uns|abmeld\\p{l}*|zurück|weder|ab\\b|streich\\p{l}*|storn\\p{l}*|unmöglich|cancel\\p{l}*)\\b|n't\\b|👎|❌",
);
/** A promise to come; it counts in a clause that denies nothing, says no „würde“ and speaks of no other time. */
const promise = says(
  "\\b(?:komme|komm|kommen|kumm|kimm|bin (?:gerne? |auch |wieder |natürlich |pünktlich |selbst )*(?:dabei|da)\\b|sind (?:gerne? |auch )*(?:dabei|da)\\b|nehme\\p{l}* .{0,20}teil|teilnehmen|zusage|sage .{0,12}zu|wahrnehmen|klappt|geht klar|das geht|schaffe|passt|kann (?:doch |jetzt |nun |wieder |schon )*(?:kommen|dabei|teil|da)|ich kann doch|freue? m?i?ch|sehen uns|attend|attending|come|coming|i'm in|count (?:me|us) in|be there|make it|see you|join)\\b",
);
const noPromise = says(
  "\\b(?:nicht|nich|nit|net|ned|nix|nichts|kein\\p{l}*|nie|niemand|ohne|ab|absag\\p{l}*|abgesagt|zurück|zieh\\p{l}*|würde\\p{l}*|wäre\\p{l}*|hätte\\p{l}*|wollte|käme|könnte|entgegen|hatte|statt|eine?r? (?:zu|ab)sage|nächstes mal|andermal|wieder|später|not|won't|can't|cannot|unable|no|never|would|wish|could|after|decline|withdraw\\p{l}*|cancel\\p{l}*|instead|next time|n't|dazwischen|vor|woanders|ander\\p{l}*|other|another)\\b|n't\\b",
);
const promises = (evident: string): boolean =>
  evident.split(/[,.;:!–-]|\b(?:aber|sondern|but)\b/u).some((clause) => promise.test(clause) && !noPromise.test(clause));
/** A refusal that is itself denied: „ich sage nicht ab“, „keine Absage“, „nicht verhindert“. */
const denied = says(
  "\\b(?:nicht|nich|kein\\p{l}*|nie|niemals|not|no|never|isn't|haven't|don't|won't|nichts?)\\b[^.;,:!]{0,22}\\b(?:absag\\p{l}*|abgesagt|ab|abmeld\\p{l}*|abgemeldet|fehl\\p{l}*|verpass\\p{l}*|entgehen|verhindert|verhinderung|streich\\p{l}*|von der liste|dagegen|miss|declin\\p{l}*|cancel\\p{l}*|im weg|hinder\\p{l}*|abhalten|nehmen|kollidier\\p{l}*|krank|ill|sick|clash|conflict|überschneid\\p{l}*|ohne mich|nein sagen)\\b|\\b(?:absage\\p{l}*|verhindert|krank|abgemeldet|raus|decline)\\b[^.;:!]{0,24}(?:in ?frage|\\?|\\bnicht\\b(?! möglich)|hinfällig|war ein|zurück|vergessen)|\\b(?:vergessen|ignorier\\p{l}*|streich\\p{l}*|zurück|forget|ignore)\\b.{0,22}\\b(?:absage|decline|earlier no|nein)\\b",
);
const finished = says(
  "\\b(?:erledi?gt\\p{l}*|erlediggt|erledigd|eredigt|fertig|fertich|fertsch|fedd?i(?:sch|ch)|abgeschlossen|umgesetzt|abgehakt|abhaken|haken|geschafft|vollzug|verschickt|versandt|versendet|gesendet|geschickt|rausgeschickt|geliefert|abgegeben|abgeliefert|eingereicht|hochgeladen|übermittelt|gemailt|ausgeführt|durch|passiert|gemacht|jemacht|getan|raus|vom tisch|trockenen|dach und fach|vor|schließen|geschlossen|stattgefunden|hergestellt|unterschrieben|gestellt|steht|gedruckt|verteilt|besetzt|eingerichtet|nichts|nix|weg|liste|kein offener|keine rest\\p{l}*|done|did|finished|complete\\p{l}*|closed?|sent|delivered|submitted|uploaded|sorted|tick\\p{l}*|wrapped|handled|taken care|took place|signed|have it|had it|with you|nothing|no open|geführt|organisiert|beauftragt|veröffentlicht|installiert|übergeben|gebucht|abgestimmt|beantragt|beschlossen|published|filed|posted|arranged|booked|paid|resolved|sorted out)\\b|100|✅|✔|☑",
);
const unfinished = says(
  "\\b(?:nicht (?:ganz |vollständig |komplett |so )?(?:fertig|erledigt|abgeschlossen|soweit|weit|geschafft|umgesetzt|gemacht|dazu gekommen)|noch nicht|noch kein\\p{l}*|fast|beinahe|halb|hälfte|bald|teilweise|teils|so gut wie|quasi|wird|werden|werde|sobald|dann|muss noch|müssen noch|fehlt|fehlen|offen (?:ist|sind)|nur noch|not (?:done|finished|complete|yet|sent|quite)|almost|nearly|half|partly|partially|soon|will|going to|to be|by\\b|bis\\b|morgen|demnächst|erst|gedacht|sollte|hätte|dachte|angeblich|should|yet|except|apart from|bis auf|außer|until|noch (?:zu|dran|dabei)|kommt noch|folgt|rest|hoffe|glaube|fraglich|bald|zum teil|versuch\\p{l}*|xpercent|aber)\\b",
);
const asking = says(
  "\\?|^(?:[^\\w]*)(?:wer|wie|was|wann|wo|woher|wohin|womit|woran|worin|wodurch|wofür|warum|wieso|weshalb|welche\\p{l}*|wieviel\\p{l}*|inwie\\p{l}+|gibt|gibts|ist|sind|hat|haben|kann|können|könnte|wird|werden|wurde\\p{l}*|plant|soll|sollen|who|what|when|where|why|how|which|is|are|does|do|will|can|could|has|have)\\b|\\b(?:frage|fragen|fragt|question|wissen|wüsste|interessier\\p{l}*|auskunft|erläuter\\p{l}*|erklär\\p{l}*|sachstand|stand|bericht\\p{l}*|zahlen|stellungnahme|fehlt|fehlen|vermisse|know|explain|wonder|ask|interested|figures|status|about|darleg\\p{l}*|nachfrage|neu\\p{l}*|\\p{l}*frage)\\b|xquote",
);
/** What asks how the meeting or the bot works rather than asking the meeting something. */
const organising = says(
  "\\b(?:bis wann|einreich\\p{l}*|einsendeschluss|deadline|frist|anonym (?:frag|stell)|wie viele fragen|how many questions|submit|stellen|dürfen|darf|may (?:i|we)|can i|kann ich|können wir|muss ich|soll ich|tagesordnung|agenda|raum|saal|parken|parkplatz|parkpl\\p{l}*|uhrzeit|wann ist|wo ist|wo findet|sitzung|treffen|termin|meeting|protokoll|minutes|unterlagen|folien|beamer|vertret\\p{l}*|frage\\p{l}* (?:angekommen|eingegangen|erhalten|da|gestellt|drin)|(?:meine|my) (?:frage|question)|question (?:arrive|received|been)|hilfe|help|bot|befehle|antwortet|beantwortet)\\b",
);
const handing = says(
  "\\b(?:vertr[ei]t\\p{l}*|vertreten|stellvertret\\p{l}*|vertretung|einspring\\p{l}*|spring\\p{l}* .{0,20}ein|ersatz|statt\\p{l}*|anstelle|stelle|für mich|für uns|für mi|für misch|schick\\p{l}*|entsend\\p{l}*|entsandt|kommt|komt|geht|nimmt|übernimmt|übernehmen|macht|eintragen|tragt|setzen|geb\\p{l}* .{0,20}(?:an|weiter|ab)|weitergegeben|benenne\\p{l}*|sondern|stead|instead|substitut\\p{l}*|deput\\p{l}*|stand\\p{l}*|in my place|my place|on my behalf|replac\\p{l}*|cover\\p{l}*|fill\\p{l}*|send\\p{l}*|represent\\p{l}*|take\\p{l}* my|takes|will|can|could|attend|come|go|goes|übernimmst|kannst|kimmt|jeht|put|dafür)\\b",
);
const taking = says(
  "\\b(?:zurück\\p{l}*|streich\\p{l}*|lösch\\p{l}*|hinfällig|erledigt|entfäll\\p{l}*|entfallen|fallen|fällt .{0,12}aus|absag\\p{l}*|abgesagt|überholt|doch (?:nicht|kein\\p{l}*|nichts)|nun doch|nicht mehr|stornier\\p{l}*|weg|vergessen sie|nehmen sie|nehmt|frei|vergeben|withdraw\\p{l}*|cancel\\p{l}*|delete|remove|scrap|drop|forget|obsolete|never mind|off|after all|pull|settled|won't be|can't give|can't present|canceln|not be|unable|take (?:us|my|our|it))\\b",
);

const aboutMeeting = says("sitzung|treffen|meeting|bündnis|workshop|termin|session|runde\\b");
/** Somebody else comes, so it is no plain refusal. */
const handedOn = says(
  "\\b(?:vertr[ei]t\\p{l}*|vertretung|ersatz\\p{l}*|einspring\\p{l}*|springt|schick\\p{l}*|an meiner (?:stelle|statt)|statt (?:mir|meiner|uns)|stattdessen|dafür kommt|für mich|jemand anders|jemand anderes|instead|substitut\\p{l}*|deput\\p{l}*|stand\\p{l}* in|in my place|send\\p{l}*|replac\\p{l}*|übernimmt|xname (?:kommt|geht|macht|will|can))\\b|@",
);
const nobodyElse = says(
  "\\b(?:keine?n?|ohne|auch nicht|niemand\\p{l}*|keiner|no|nobody|not|nicht|none)\\b[^.;]{0,40}(?:vertr|ersatz|stellvertr|substitut|deput|replac|schick|send|einspring)|(?:vertr|ersatz|substitut|deput|replac)\\p{l}*[^.;]{0,40}\\b(?:nicht|keine?n?|niemand\\p{l}*|not|nobody|unable)\\b",
);

const comesMyself = says(
  "sondern ich\\b|\\bich (?:aber |dafür |selbst )*(?:schon|selbst|selber|komme)\\b(?! nicht)|but i (?:will|can|am|do)\\b|\\b(?:come|attend|be there) myself\\b",
);
/** „Wir ziehen nicht zurück“. */
const keeping = says(
  "(?<!doch )\\b(?:nicht|kein\\p{l}*|not|don't|won't|never)\\b(?! mehr)[^.;,]{0,12}\\b(?:zurück\\p{l}*|streich\\p{l}*|absag\\p{l}*|abgesagt|lösch\\p{l}*|hinfällig|withdraw\\p{l}*|cancel\\p{l}*|delete|drop)\\b",
);

/** Whether the words of an evident, masked text speak for an intent and do not speak against it. Intents that do no harm need no witness. */
export function isWitnessed(intent: Intent, context: Asked, evident: string, signs: Seen, own: string): boolean {
  // Where something else was asked, the meeting must be named; where nothing was, its day will do.
  if (context !== "rsvp" && intent.startsWith("rsvp.") && !aboutMeeting.test(own) && !(context === "none" && /xday/.test(evident))) return false;
  switch (intent) {
    case "rsvp.accept":
      return (
        coming.test(evident) &&
        !denying.test(evident) &&
        !unsure.test(evident) &&
        !/xpercent/.test(evident) &&
        !signs.has("condition") &&
        !signs.has("hedge") &&
        !evident.includes("?")
      );
    case "rsvp.partial":
      return (
        !(/\b(?:absag\p{L}*|abgesagt|verhindert|krank|nein|absage)\b/u.test(evident) && !promises(evident)) &&
        !signs.has("condition") &&
        !signs.has("hedge") &&
        !evident.includes("?")
      );
    case "rsvp.decline":
      return (
        (refusing.test(evident) || notPartaking.test(evident)) &&
        !(handedOn.test(evident) && !nobodyElse.test(evident)) &&
        !promises(evident) &&
        !denied.test(evident) &&
        !signs.has("condition") &&
        !unsure.test(evident) &&
        !evident.includes("?")
      );
    case "rsvp.substitute":
      return handing.test(evident) && !comesMyself.test(evident) && !denied.test(evident) && !signs.has("condition") && !unsure.test(evident);
    case "task.done":
      return (
        finished.test(evident) &&
        (context === "task" || /xref|aufgabe|auftrag|task\b/.test(evident)) &&
        !unfinished.test(evident) &&
        !signs.has("condition") &&
        !evident.includes("?")
      );
    case "question.submit":
      return asking.test(evident) && !(organising.test(evident) && !/xorg|\bfrage an\b|fragerunde:/.test(evident));
    case "question.withdraw":
    case "speaker.withdraw":
      return (
        taking.test(evident) &&
        !keeping.test(evident) &&
        !signs.has("condition") &&
        !unsure.test(evident) &&
        !evident.includes("?") &&
        (context !== "none" || /frage|question|xref|vortrag|beitrag|talk|present|slot|praesentation|prasentation|rede/.test(evident))
      );
    default:
      return true;
  }
}

const unsure = says(
  "\\b(?:folgt|kommt noch|vielleicht|vllt|vlt|evtl|eventuell|wahrscheinlich|vermutlich|möglicherweise|voraussichtlich|vsl|mal (?:sehen|schauen|gucken)|noch nicht sicher|weiß (?:ich |wir )?(?:\\p{l}+ )?(?:noch )?nicht|wissen (?:wir )?(?:\\p{l}+ )?(?:noch )?nicht|noch offen|kläre\\p{l}*|fürchte|befürchte|glaube|denke|schätze|eher|wohl|jein|unsicher|fraglich|maybe|perhaps|probably|possibly|might|not sure|unsure|i think|likely|unlikely|hopefully|bescheid|let you know|get back|noch klären|abwarten|könnte\\p{l}*|versprech\\p{l}*|garantier\\p{l}*|festleg\\p{l}*|möglich wär\\p{l}*|promise\\p{l}*|commit|guarantee|noch nicht|noch kein\\p{l}*|überleg\\p{l}*|not yet|melde mich (?:noch|wieder|bis)|entweder|either)\\b",
);
export const isUnsure = (evident: string): boolean => unsure.test(evident);
