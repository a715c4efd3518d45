// The words people type in German about themselves: settings, accounts, their data; and the office about what it sends.
import type { Words } from "../words.ts";

export const ownWords = {
  "outbox.show": {
    word: "versand",
    accepted: ["erinnerungen", "versandliste"],
    usage: "[PERSON]",
    help: "Zeigt, welche Nachrichten wann an wen gehen.",
    example: "versand DGB",
  },
  "settings.show": {
    word: "einstellungen",
    accepted: ["einstellung"],
    usage: "",
    help: "Zeigt Sprache, Ruhezeit und Messenger.",
    example: "einstellungen",
  },
  "language.set": {
    word: "einstellungen",
    activity: "sprache",
    accepted: ["sprache", "einstellung sprache"],
    usage: "[DE/EN]",
    help: "Ändert Ihre Sprache.",
    example: "einstellungen sprache EN",
  },
  "settings.rest": {
    word: "einstellungen",
    activity: "ruhezeit",
    accepted: ["ruhezeit", "einstellung ruhezeit"],
    usage: "bis DATUM / aus",
    help: "Trägt ein, bis wann ich nichts von mir aus sende.",
    example: "einstellungen ruhezeit bis 14.08.",
  },
  "link.second": {
    word: "einstellungen",
    activity: "konto",
    accepted: ["weiteres konto", "einstellung konto"],
    usage: "",
    help: "Erstellt einen Code für Ihr weiteres Konto.",
    example: "einstellungen konto",
  },
  "privacy.show": { word: "datenschutz", accepted: [], usage: "", help: "Zeigt, was über Sie gespeichert ist.", example: "datenschutz" },
  "privacy.data": {
    word: "datenschutz",
    activity: "auskunft",
    accepted: ["auskunft", "meine daten"],
    usage: "",
    help: "Zeigt, was gespeichert ist, auch als Datei.",
    example: "datenschutz auskunft",
  },
  "privacy.erase": {
    word: "datenschutz",
    activity: "löschen",
    accepted: ["daten löschen", "meine daten löschen"],
    usage: "",
    help: "Löscht Ihre Daten nach einer Rückfrage.",
    example: "datenschutz löschen",
  },
  "link.enter": {
    word: "verknüpfen",
    accepted: ["code eingeben"],
    usage: "[CODE]",
    help: "Verknüpft dieses Konto mit Ihrem Zugangscode.",
    example: "verknüpfen Z-4KM7-2XPD",
  },
} satisfies Partial<Words["entries"]>;
