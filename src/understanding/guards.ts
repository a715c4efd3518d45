// What is recognised before anything else: out-of-office notes and messages that try to command the bot or speak for everybody.
import { plain, says } from "./plain.ts";

const away = [
  says("automatische (?:antwort|abwesenheit|e-?mail|rückmeldung|nachricht)|abwesenheits(?:notiz|meldung|nachricht|assistent|benachrichtigung|agent)"),
  says(
    "\\bout[- ]of[- ](?:the )?office (?:reply|message|notice|auto)|^(?:re: |aw: )?out[- ]of[- ]office\\b|\\bautomat(?:ic|ed) (?:reply|response|message|answer|email)|\\bauto-?(?:reply|response|responder|mated)\\b",
  ),
  says(
    "(?:diese|dies ist eine|this is an?) (?:nachricht|e-?mail|mail|antwort|message)? ?(?:wurde|wird|is|ist)? ?(?:automatisch|automated|auto)|automatisch (?:erstellt|generiert|erzeugt|versandt|versendet)",
  ),
  says("(?:postfach|mailbox|konto|inbox) (?:wird|ist|is|will|in dieser zeit)[^.]{0,40}(?:nicht|not|unregelmäßig|weder)"),
  says(
    "(?:nachrichten?|mails?|e-mails?|anfragen?|messages?|emails?|anliegen) (?:wird|werden|will|are|is)[^.]{0,50}(?:nicht (?:weitergeleitet|gelesen|bearbeitet|beantwortet)|not (?:be )?(?:forwarded|read|monitored)|bei rückkehr|nach meiner rückkehr|upon my return)",
  ),
  says(
    "(?:nehme|bin) (?:derzeit|zurzeit|zur zeit|momentan|aktuell|gerade)[^.]{0,25}(?:an|auf) einer? (?:fortbildung|weiterbildung|schulung|tagung|konferenz|dienstreise|lehrgang)(?! teil und)",
  ),
  says(
    "befinde mich (?:derzeit|zurzeit|zur zeit|momentan|aktuell|bis|vom|noch|gerade|in|im|ab)[^.]{0,50}(?:urlaub|elternzeit|mutterschutz|kur|reha|dienstreise|ruhestand|sabbatical|außer haus|abwesen)",
  ),
  says(
    "(?:i am|i'm|i will be) (?:currently |presently )?(?:out of (?:the )?office|away from (?:my desk|the office)|on (?:annual|parental|maternity|sick) leave)[^.]{0,30}(?:until|till|from|through|and will|with (?:limited|no)|returning|back)",
  ),
  says("(?:with|have|mit) (?:limited|no|intermittent|eingeschränkte[mn]?|keinem) (?:access|zugriff|zugang) (?:to|auf|zu)"),
  says("(?:nach|nach meiner|bei meiner|upon my|on my|when i) (?:rückkehr|return)[^.]{0,40}(?:melde|antwort|bearbeit|repl|respond|get back|kümmer)"),
  says("(?:ich )?bin (?:wieder )?(?:ab|am) [^.]{2,25} wieder (?:im (?:büro|haus|dienst)|erreichbar|für sie da)"),
  says(
    "^(?:(?:guten tag|hallo|vielen dank für ihre (?:nachricht|mail|e-mail))[.,!]? )?(?:ich )?bin (?:derzeit|zurzeit|zur zeit|momentan|aktuell|leider|heute)? ?(?:bis|vom|in der zeit|im zeitraum)[^.]{3,50}(?:nicht (?:im (?:büro|haus|dienst)|erreichbar|am arbeitsplatz|an meinem)|abwesend|im urlaub|in urlaub|außer haus|dienstlich unterwegs|auf dienstreise)",
  ),
  says(
    "(?:ich )?bin (?:derzeit|zurzeit|zur zeit|momentan|aktuell) (?:[^.]{0,30})(?:nicht (?:im (?:büro|haus|dienst)|erreichbar|am arbeitsplatz)|abwesend|im urlaub|in elternzeit|außer haus)",
  ),
  says(
    "(?:thank you|thanks) for (?:your|the) (?:e-?mail|message|mail)[^.]{0,10}[.!,] (?:i am|i'm|we are|i will be|our office|the office|this office|the university) (?:currently|out|away|on|closed|not)",
  ),
  says(
    "(?:our |the |unser |unsere )?(?:office|büro|geschäftsstelle|sekretariat|dienststelle) (?:is|ist|bleibt) [^.]{0,30}(?:closed|geschlossen|nicht besetzt)",
  ),
];
/** Each of these alone is said by people too. */
const awayHints = [
  says("in dringenden (?:fällen|angelegenheiten)|in urgent (?:cases|matters)|(?:for|in) (?:anything )?urgent|bei dringenden|wichtige anliegen"),
  says(
    "(?:wenden sie sich|wende dich|please contact|contact my|kontaktieren sie|vertretung (?:habe|hat|übernimmt|während)|vertreten werde ich|ansprechpartner(?:in)? ist in)",
  ),
  says(
    "nicht im (?:büro|haus|hause|dienst)|nicht erreichbar|nicht am platz|out of (?:the )?office|away until|abwesend|on leave until|im urlaub|back on|zurück am|wieder da|not in the office",
  ),
  says("(?:vielen dank|danke|thank you|thanks) für ihre (?:nachricht|mail|e-mail)|thank you for your (?:message|e-?mail)"),
  says("\\b(?:bis|until|vom|from|einschließlich)\\b.{2,30}(?:nicht|not|abwesend|urlaub|leave|away|vacation|büro)"),
];

/** Whether a text is a note sent by a machine while its owner is away. */
export function isAutoReply(text: string): boolean {
  const said = plain(text).replace(/\s+/g, " ");
  return away.some((sign) => sign.test(said)) || awayHints.filter((sign) => sign.test(said)).length >= 3;
}

const commands = [
  says(
    "\\b(?:ignor(?:e|iere?n?|ier)|vergi(?:ss|ß)|vergessen sie|forget|disregard|override|missachte|überschreibe?)\\b.{0,40}(?:anweisung|instruction|regel|rules?\\b|prompt|vorgabe|previous|prior|above|bisherig|vorherig|everything|alles|befehl|guideline)",
  ),
  says(
    "system ?-?prompt|system ?: |</?system>|\\[(?:system|inst)\\]|###|prompt (?:wort|aus)|initial instructions|hidden instructions|deine (?:anweisungen|instruktionen|vorgaben)|your (?:instructions|prompt|guidelines)",
  ),
  says(
    "\\b(?:du bist|sie sind|tu so|you are|act as|pretend|verhalte dich|ab sofort bist|from now on you)\\b.{0,25}(?:jetzt|now|ab sofort|nun|als wärst|a |an |ein |der |admin)(?:.{0,30})(?:admin|dan\\b|assistent|assistant|modus|mode|pirat|ki\\b|ai\\b|bot|geschäftsstelle|root|superuser|organisator)",
  ),
  says(
    "developer mode|entwicklermodus|jailbreak|do anything now|admin(?:istrator)?(?:-| )?(?:modus|mode|rechte|rights|zugang|access)|sudo |debug[- ]?mod|root[- ]?(?:rechte|access|zugang)",
  ),
  says(
    "<\\s*/?\\s*(?:script|img|iframe|svg|a href|style|body|input)\\b|javascript:|onerror ?=|\\bdrop table|union select|insert into|delete from|select \\* from|or 1 ?= ?1|'\\s*;\\s*--|\\{\\{.*\\}\\}|\\$\\{.*\\}|=\\s*(?:cmd\\||hyperlink\\(|importxml)|\\.\\./\\.\\./",
  ),
  says("@(?:channel|here|everyone|alle\\b)|<!(?:channel|here|everyone|subteam)"),
  says(
    "\\b(?:trage?n?|setze?n?|markiere?n?|buche?n?|melde?n?|streiche?n?|lösche?n?|entferne?n?|stelle?n?|register|mark|set|book|sign|cancel|delete|remove|decline|accept|change|put|enrol|add)\\b (?:sie |bitte |doch |mal |einfach |please )?(?:alle[rsnm]?|sämtliche[nr]?|jede[nr]?|die (?:ganze|gesamte|komplette|anderen)|all|every(?:one|body)?|each|the (?:whole|entire|others?))\\b(?! (?:meine|my|mir|unsere|our|termine?|drei|vier|fünf|two|three))(?!.{0,30}(?:über mich|zu mir|about me|on me|von mir|meine\\b|meiner|my\\b))",
  ),
  says(
    "\\b(?:im namen|namens|stellvertretend für|on behalf|für) (?:von |of )?(?:alle[nrm]?\\b|sämtliche[nr]?|all\\b|every|der ganzen|des gesamten|the (?:whole|entire|other))",
  ),
  says(
    "\\b(?:alle[nr]?|sämtliche) (?:fraktionen|mitglieder|delegierte?n?|teilnehmer|teilnehmenden|anderen|organisationen|kammern|parteien|räte|leute)\\b.{0,20}(?:absage|zusage|sagen (?:ab|zu)|abgesagt|zugesagt|sind (?:raus|dabei)|kommen nicht|abmelden|anmelden)",
  ),
  says("\\b(?:alle|alles|everyone|all of them) (?:absagen|zusagen|abmelden|löschen|streichen|cancel|decline|accept)\\b"),
  says(
    "\\b(?:antwort|stimme|zusage|absage|eintrag|rückmeldung|answer|reply|response|entry)(?:en)? (?:von|der|des|of) (?:frau|herrn?|der|des|dem|allen|anderen|mr|ms|all|the) ?.{0,30}(?:ändern|lösch|um(?:trag|stell)|auf (?:ja|nein|zu|ab)|change|delete|set to)|\\b(?:ändere|lösche|change|delete|überschreib\\w*) .{0,15}(?:antwort|rückmeldung|zusage|absage|reply|answer|response)(?:en)? (?:von|der|des|of)\\b",
  ),
  says(
    "(?:passw(?:ort|örter|ord)|password|api[- ]?key|zugangsdaten|access token|\\btokens?\\b|datenbank(?:inhalt| aus)|database (?:dump|content)|umgebungsvariable|\\.env\\b)",
  ),
  says(
    "(?:gib|zeig|nenn|schick|liste|print|output|reveal|show|give|send|dump)\\w*(?: me| mir| uns)? .{0,25}(?:alle (?:daten|nachrichten|adressen|telefonnummern|antworten|chats|mails)|private nachrichten|all (?:data|messages|addresses|users|records|private)|telefonnummern (?:aller|von)|chatverlauf von|other (?:people|members)'?s? )",
  ),
  says('\\bconfirm(?:ed)? ?= ?(?:true|false)|"?intent"? ?[:=]|\\{ ?"|rsvp\\.(?:accept|decline)|confidence ?[:=]'),
];

/** Whether a text tries to command the bot, to book for everybody or to bring in code. */
export function isManipulation(text: string): boolean {
  const said = plain(text).replace(/\s+/g, " ");
  return commands.some((sign) => sign.test(said));
}
