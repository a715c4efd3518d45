// Messages the bot sends by itself to the office, and the line on a card that a newer one replaced.
import type { notice as source } from "../de/notice.ts";
import { translation } from "../translation.ts";

export const notice = translation<typeof source>()({
  "notice.replaced": "Replaced by",
  "notice.replacedBy": "message of {day}",
  "notice.review.title": "Check mandates ({n, number})",
  "notice.review.row": "{organisation} · {n, plural, one {# seat} other {# seats}} · due {day}",
  "notice.review.text": "Without your confirmation I invite nobody there.",
  "notice.unreachable.title": "A message did not arrive",
  "notice.unreachable.person": "Person",
  "notice.unreachable.reason": "Reason",
  "notice.unreachable.reasonValue":
    "{reason, select, unreachable {account takes no messages} gone {account no longer exists} refused {messenger refused the message} other {delivery did not succeed}}",
  "notice.unreachable.text": "Please contact the person yourself. You can record the reply here.",
  "notice.office.title": "Tasks on {day}: {n, number} overdue",
  "notice.office.over": "Overdue",
  "notice.office.since": "{task} (for {n, plural, one {# day} other {# days}})",
  "notice.office.next": "Due next week",
  "notice.office.confirm": "To be confirmed",
  "notice.office.asked": "More time asked for",
  "notice.office.rejected": "Not accepted",
  "notice.office.task": "{task} {lead}",
  "notice.office.decide": "Decide {n, number}",
  "notice.minutes.title": "Draft minutes: {meeting}",
  "notice.minutes.due": "Planned by",
  "notice.minutes.tasks": "Tasks from the meeting",
  "notice.minutes.tasksValue": "{n, plural, =0 {none yet} other {#}}",
  "notice.minutes.text": "Is everything that was agreed entered as a task?",
  "notice.passed.title": "Reply requested: {meeting}",
  "notice.passed.until": "Reply by",
  "notice.passed.text": "This person is away for a while. Please settle in your organisation who will come.",
});
