// German texts by which the messengers' app directories and menus describe the bot, and what a card says where a window is needed.
export const app = {
  "app.name": "Bündnisbot",
  "app.short": "Sitzungen eines Bündnisses: zusagen, Vertretung benennen, erinnert werden.",
  "app.long":
    "Der Bündnisbot lädt zu Sitzungen ein und nimmt Zusagen, Absagen und Vertretungen im Chat entgegen. Er hält die Sitze jeder Organisation ein, führt Wartelisten und erinnert alle ohne Antwort. Zugang erhalten Sie mit einem Code der Geschäftsstelle Ihres Bündnisses. Senden Sie „{word}“, um zu sehen, was Sie hier tun können.",
  "app.slash": "Rückmelden, die Sitzung ansehen, Hilfe holen",
  "app.ask": "Als Frage einreichen",
  "app.ask.about": "Reicht den Text dieser Nachricht als Frage für die Fragerunde ein.",
  "app.window.title": "Das zeige ich nur in einem Fenster",
  "app.window.open": "Fenster öffnen",
  "app.window.twin": "„{title}“ öffnet sich in einem Fenster.",
  "app.installed.title": "Der Bündnisbot ist installiert",
  "app.installed.text": "Öffnen Sie ihn in Slack unter „Apps“ und senden Sie ihm Ihren Zugangscode. Vorher gehört der Workspace zu keinem Bündnis.",
  "app.notInstalled.title": "Der Bündnisbot ist nicht installiert",
  "app.notInstalled.text": "Slack hat die Installation nicht bestätigt, oder sie hat länger als zehn Minuten gedauert. Bitte beginnen Sie noch einmal.",
  "app.notInstalled.again": "Noch einmal beginnen",
} as const;
