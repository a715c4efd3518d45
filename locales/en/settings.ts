// One's own settings: language, receiving account, time of rest.
import type { settings as source } from "../de/settings.ts";
import { translation } from "../translation.ts";

export const settings = translation<typeof source>()({
  "settings.title": "Settings",
  "settings.saved": "Your settings are stored",
  "settings.language": "Language",
  "settings.languageName": "{language, select, en {English} other {Deutsch}}",
  "settings.receives": "Messages in",
  "settings.receive": "Receive messages in",
  "settings.nth": "{name}, account {n, number}",
  "settings.rather": "{messenger, select, slack {Rather in Slack} teams {Rather in Teams} other {Rather on the page}}",
  "settings.rest": "Quiet time",
  "settings.rest.until": "Quiet until",
  "settings.rest.hint": "Up to and including this day I send nothing of my own accord. Empty: no quiet time.",
  "settings.rest.meanwhile": "During that time",
  "settings.rest.keep": "Keep messages for me",
  "settings.rest.pass": "Send to my substitute",
  "settings.rest.kept": "until {day}, messages are kept",
  "settings.rest.passed": "until {day}, messages go to {person}",
  "settings.rest.end": "End the quiet time",
  "settings.rest.tooLong": "{day} is more than a year ahead. Please choose an earlier day.",
  "settings.away.title": "Set a quiet time?",
  "settings.away.text": "Nothing has been recorded yet. During a quiet time I send nothing of my own accord.",
  "bad.language": "German and English are possible.",
});
