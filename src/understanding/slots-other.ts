// Reads what somebody asks about, and which right about their data they claim.
import type { Asked, Slots } from "./meaning.ts";
import { says } from "./plain.ts";

const topics: readonly (readonly [string, RegExp])[] = [
  ["minutes", says("protokoll|niederschrift|\\bminutes\\b(?! (?:do|can|may|per|long))|mitschrift")],
  [
    "question_deadline",
    says(
      "(?:bis wann|wann|frist|einsendeschluss|deadline|by when|until when|how long|schluss|wie lange).{0,40}frage|frage\\p{l}*.{0,30}(?:frist|schluss|bis wann|einreich)|(?:deadline|until when|by when|when|last day).{0,40}question|questions?.{0,20}(?:deadline|due)",
    ),
  ],
  [
    "slot_deadline",
    says(
      "(?:bis wann|wann|frist|anmeldeschluss|deadline|by when|until when|schluss).{0,50}(?:beitr|vortr|rede|talk|slot|present|folien|slides|präsentation)|(?:beitr|vortr|redebeitr)\\p{l}*.{0,30}(?:anmeldeschluss|frist|bis wann)",
    ),
  ],
  [
    "slot_length",
    says(
      "(?:wie (?:lang|lange|viel|viele)|how (?:long|many min)).{0,30}(?:rede|sprechen|vortrag|reden|minuten|speak|talk|present|minutes)|redezeit|speaking time",
    ),
  ],
  [
    "my_tasks",
    says(
      "(?:was|welche|what|which|meine|my|zeig|noch|liste).{0,30}(?:aufgabe|offen|task|to ?do|zu tun|erledigen|open|still (?:have|need))|meine aufgaben|my tasks|offene punkte",
    ),
  ],
  ["parking", says("parkplatz|parkplätze|parken|parking|\\bpark\\b|tiefgarage|stellpl")],
  [
    "accessibility",
    says("barrierefrei|rollstuhl|aufzug|fahrstuhl|gebärden|accessible|wheelchair|\\blift\\b|elevator|step-free|induktions|hearing loop|stufen"),
  ],
  ["catering", says("essen|kaffee|imbiss|verpfleg|catering|getränke|schnittchen|buffet|vegetar|vegan|food|lunch|coffee|drinks|snacks|eat\\b|dinner|mittag")],
  ["online", says("online|video|hybrid|zuschalten|teams-link|stream|remote|link zur|digital|zoom|einwahl|dial")],
  ["substitute", says("vertret|vertreten lassen|substitut|stellvertret|ersatz|stand in|deputy|jemanden schicken|someone else|in my place|send someone")],
  ["documents", says("unterlage|folien|präsentation|dokument|handout|vorlage|material|documents|slides|papers|files|download")],
  [
    "agenda",
    says(
      "tagesordnung|agenda|\\bto\\b(?= schick|\\?|$| bitte)|themen|worum|ablauf|programm|\\btops?\\b|top \\d|xitem|um was geht|steht an|geplant|what(?:'s| is) it about|topics|keynote|schedule",
    ),
  ],
  [
    "participants",
    says(
      "wer (?:kommt|nimmt|ist|war|hat|sitzt|alles|noch|wird)|teilnehm\\p{l}*liste|wie viele (?:leute|personen|kommen)|kommt (?:auch|xorg|die|der)|who(?:'s| is| else| will| all)|how many (?:people|will)|is xorg|list of participants|ist (?:xorg|die|der) .{0,20}dabei|wer von",
    ),
  ],
  ["seats", says("plätze|sitze|\\bseats?\\b|kontingent|quota")],
  [
    "my_status",
    says(
      "habe ich (?:schon|bereits|eigentlich)|bin ich (?:angemeldet|eingetragen|dabei)|mein\\p{l}* (?:status|antwort|anmeldung|rückmeldung)|have i|am i (?:registered|on)|my (?:status|reply|answer)|was habe ich",
    ),
  ],
  ["deadline", says("bis wann|frist|deadline|by when|until when|anmeldeschluss|rückmeldung|spätestens|wie lange (?:habe|kann)|due|fällig|last day")],
  [
    "next_meeting",
    says("(?:nächste[nrs]?|next|wieder).{0,20}(?:sitzung|treffen|termin|meeting|mal|session|tagen|time)|wann tagen|when do we (?:next )?meet|folgetermin"),
  ],
  [
    "place",
    says("\\bwo\\b|wohin|raum|saal|adresse|anfahrt|where|room|address|place|venue|location|ort\\b|hinkomm|wie komme ich|get there|rathaus|gebäude|eingang"),
  ],
  [
    "time",
    says("wann|wie ?viel uhr|uhrzeit|welcher tag|datum|wie lange|wie lang|when|what time|how long|what day|which day|start|beginn|ende|dauert|date\\b|until"),
  ],
];

/** Which deadline is meant follows from what the bot asked for. */
const deadlines: Readonly<Partial<Record<Asked, string>>> = { speaker: "slot_deadline", question: "question_deadline" };

export function topicOf(masked: string, context: Asked): Slots {
  const topic = topics.find(([, sign]) => sign.test(masked))?.[0];
  return topic === undefined ? {} : { topic: topic === "deadline" ? (deadlines[context] ?? topic) : topic };
}

export function privacySlots(plainly: string): Slots {
  if (says("widersprech|widerspruch|widerspreche|widerruf|object|einwilligung|consent|untersag|verbiete|nicht einverstanden").test(plainly))
    return { kind: "objection" };
  if (says("lösch|erase|erasure|delete|vergessen|forgotten|entfern|remove|vernicht|wipe").test(plainly)) return { kind: "erasure" };
  if (says("datei|export|csv|json|download|portab|mitnehmen|übertrag|as a file|file|herunterlad|maschinenlesbar|machine").test(plainly))
    return { kind: "portability" };
  if (
    says(
      "(?:welche|was).{0,30}(?:daten|speicher|gespeichert|weißt|wissen|über mich|habt ihr)|auskunft|art\\.? ?15|what (?:data|do you)|access request|my data|see (?:the|my) data|subject access|store about|hold (?:about|on)|on file|know about me",
    ).test(plainly) &&
    !says("\\bwo\\b|where|wie lange|how long|server").test(plainly)
  )
    return { kind: "access" };
  return { kind: "info" };
}
