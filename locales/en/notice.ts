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
});
