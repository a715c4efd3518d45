// The words people type in English about themselves: settings, accounts, their data; and the office about what it sends.
import type { Words } from "../words.ts";

export const ownWords = {
  "outbox.show": {
    word: "outbox",
    accepted: ["reminders"],
    usage: "[PERSON]",
    help: "Shows which messages go to whom and when.",
    example: "outbox DGB",
  },
  "settings.show": {
    word: "settings",
    accepted: ["setting"],
    usage: "",
    help: "Shows language, quiet time and messenger.",
    example: "settings",
  },
  "language.set": {
    word: "settings",
    activity: "language",
    accepted: ["language", "setting language"],
    usage: "[DE/EN]",
    help: "Changes your language.",
    example: "settings language DE",
  },
  "settings.rest": {
    word: "settings",
    activity: "quiet",
    accepted: ["quiet time", "settings quiet time"],
    usage: "until DATE / off",
    help: "Sets until when I send nothing of my own accord.",
    example: "settings quiet until 14 August",
  },
  "link.second": {
    word: "settings",
    activity: "account",
    accepted: ["another account", "setting account"],
    usage: "",
    help: "Creates a code for another account of yours.",
    example: "settings account",
  },
  "privacy.show": { word: "privacy", accepted: [], usage: "", help: "Shows what is stored about you.", example: "privacy" },
  "privacy.data": {
    word: "privacy",
    activity: "data",
    accepted: ["my data"],
    usage: "",
    help: "Shows the data stored about you, also as a file.",
    example: "privacy data",
  },
  "privacy.erase": {
    word: "privacy",
    activity: "erase",
    accepted: ["erase my data", "delete my data"],
    usage: "",
    help: "Erases your data after asking once more.",
    example: "privacy erase",
  },
  "link.enter": { word: "link", accepted: ["enter code"], usage: "[CODE]", help: "Links this account with your access code.", example: "link Z-4KM7-2XPD" },
} satisfies Partial<Words["entries"]>;
