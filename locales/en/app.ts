// English texts by which the messengers' app directories and menus describe the bot, and what a card says where a window is needed.
import type { app as source } from "../de/app.ts";
import { translation } from "../translation.ts";

export const app = translation<typeof source>()({
  "app.name": "Alliance bot",
  "app.short": "Meetings of an alliance: attend, name a substitute, be reminded.",
  "app.long":
    "The alliance bot invites to meetings and takes replies and substitutes in chat. It keeps to the seats of each organisation, runs waiting lists and reminds everyone without a reply. You get access with a code from the office of your alliance. Send “{word}” to see what you can do here.",
  "app.slash": "Reply, see the meeting, get help",
  "app.ask": "Submit as a question",
  "app.ask.about": "Submits the text of this message as a question for the Q&A round.",
  "app.window.title": "I only show this in a window",
  "app.window.open": "Open the window",
  "app.window.twin": "“{title}” opens in a window.",
  "app.installed.title": "The alliance bot is installed",
  "app.installed.text": "Open it in Slack under “Apps” and send it your access code. Until then the workspace belongs to no alliance.",
  "app.notInstalled.title": "The alliance bot is not installed",
  "app.notInstalled.text": "Slack did not confirm the installation, or it took longer than ten minutes. Please begin once more.",
  "app.notInstalled.again": "Begin once more",
});
