// The words people type in German about talks and the programme.
import type { Words } from "../words.ts";

export const talkWords = {
  "talk.show": {
    word: "redebeitrag",
    accepted: ["redebeiträge", "beitrag", "beiträge", "vortrag", "mein redebeitrag"],
    usage: "",
    help: "Zeigt Ihre Redebeiträge.",
    example: "redebeitrag",
  },
  "talk.new": {
    word: "redebeitrag",
    activity: "neu",
    accepted: ["beitrag neu", "redebeitrag anmelden", "vortrag anmelden"],
    usage: "[TITEL]",
    help: "Meldet einen Redebeitrag an.",
    example: "redebeitrag neu",
  },
  "talk.for": {
    word: "redebeitrag",
    activity: "für",
    accepted: ["beitrag für"],
    usage: "ORG",
    help: "Meldet einen Redebeitrag für ein Mitglied an.",
    example: "redebeitrag für Chempark",
  },
  "talk.withdraw": {
    word: "redebeitrag",
    activity: "zurückziehen",
    accepted: ["beitrag zurückziehen"],
    usage: "",
    help: "Zieht Ihren Redebeitrag zurück.",
    example: "redebeitrag zurückziehen",
  },
  "programme.show": {
    word: "programm",
    accepted: ["rednerliste", "redeliste"],
    usage: "",
    help: "Zeigt, wer wann spricht.",
    example: "programm",
  },
  "programme.draft": {
    word: "programm",
    activity: "entwurf",
    accepted: ["beiträge liste", "redebeiträge liste", "programmentwurf"],
    usage: "",
    help: "Zeigt alle angemeldeten Redebeiträge mit Filtern.",
    example: "programm entwurf",
  },
  "programme.publish": {
    word: "programm",
    activity: "veröffentlichen",
    accepted: ["beiträge veröffentlichen"],
    usage: "",
    help: "Gibt das Programm frei, nach einer Vorschau.",
    example: "programm veröffentlichen",
  },
  "programme.now": {
    word: "programm",
    activity: "jetzt",
    accepted: ["beiträge jetzt"],
    usage: "",
    help: "Zeigt, wer gerade spricht und wer folgt.",
    example: "programm jetzt",
  },
} satisfies Partial<Words["entries"]>;
