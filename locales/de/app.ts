// German texts by which the messengers' app directories describe the bot.
export const app = {
  "app.name": "Bündnisbot",
  "app.short": "Sitzungen eines Bündnisses: zusagen, Vertretung benennen, erinnert werden.",
  "app.long":
    "Der Bündnisbot lädt zu Sitzungen ein und nimmt Zusagen, Absagen und Vertretungen im Chat entgegen. Er hält die Sitze jeder Organisation ein, führt Wartelisten und erinnert alle ohne Antwort. Senden Sie „{word}“, um zu sehen, was Sie hier tun können.",
  "app.slash": "Rückmelden, die Sitzung ansehen, Hilfe holen",
  "app.installed.title": "Der Bündnisbot ist installiert",
  "app.installed.text": "Öffnen Sie ihn in Slack unter „Apps“ und senden Sie ihm Ihren Zugangscode. Vorher gehört der Workspace zu keinem Bündnis.",
  "app.notInstalled.title": "Der Bündnisbot ist nicht installiert",
  "app.notInstalled.text": "Slack hat die Installation nicht bestätigt, oder sie hat länger als zehn Minuten gedauert. Bitte beginnen Sie noch einmal.",
  "app.notInstalled.again": "Noch einmal beginnen",
} as const;
