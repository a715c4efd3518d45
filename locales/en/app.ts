// English texts by which the messengers' app directories describe the bot.
import type { app as source } from "../de/app.ts";
import { translation } from "../translation.ts";

export const app = translation<typeof source>()({
  "app.name": "Alliance bot",
  "app.short": "Meetings of an alliance: attend, name a substitute, be reminded.",
  "app.long":
    "The alliance bot invites to meetings and takes replies and substitutes in chat. It keeps to the seats of each organisation, runs waiting lists and reminds everyone without a reply. Send “{word}” to see what you can do here.",
  "app.slash": "Reply, see the meeting, get help",
  "app.installed.title": "The alliance bot is installed",
  "app.installed.text": "Open it in Slack under “Apps” and send it your access code. Until then the workspace belongs to no alliance.",
  "app.notInstalled.title": "The alliance bot is not installed",
  "app.notInstalled.text": "Slack did not confirm the installation, or it took longer than ten minutes. Please begin once more.",
  "app.notInstalled.again": "Begin once more",
});
