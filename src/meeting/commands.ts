// Every command about meetings, by name.
import type { Command } from "../command.ts";
import type { CommandName } from "../names.ts";
import { setAgenda, setDeadlines } from "./commands-agenda.ts";
import { cancelMeeting, cancelNow } from "./commands-cancel.ts";
import { changeMeeting, moveMeeting } from "./commands-change.ts";
import { consent, consult } from "./commands-consult.ts";
import { deleteDraft, newMeeting, suggest } from "./commands-draft.ts";
import { invite, inviteNow } from "./commands-invite.ts";
import { inviteRecipients, inviteText } from "./commands-invite-text.ts";
import { listMeetings, openMeeting, showMeeting } from "./commands-show.ts";

export const meetingCommands = {
  "meeting.show": showMeeting,
  "meeting.list": listMeetings,
  "meeting.new": newMeeting,
  "meeting.suggest": suggest,
  "meeting.open": openMeeting,
  "meeting.change": changeMeeting,
  "meeting.move": moveMeeting,
  "meeting.deadlines": setDeadlines,
  "meeting.agenda": setAgenda,
  "meeting.cancel": cancelMeeting,
  "meeting.cancelNow": cancelNow,
  "meeting.delete": deleteDraft,
  "meeting.consult": consult,
  "meeting.consent": consent,
  "meeting.invite": invite,
  "meeting.inviteNow": inviteNow,
  "meeting.inviteText": inviteText,
  "meeting.inviteList": inviteRecipients,
} satisfies { readonly [N in Extract<CommandName, `meeting.${string}`>]: Command };
