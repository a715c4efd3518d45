// Messages the bot sends by itself to the office, and the line on a card that a newer one replaced.

export const notice = {
  "notice.replaced": "Abgelöst durch",
  "notice.replacedBy": "Nachricht vom {day}",
  "notice.review.title": "Mandate prüfen ({n, number})",
  "notice.review.row": "{organisation} · {n, plural, one {# Sitz} other {# Sitze}} · Wiedervorlage {day}",
  "notice.review.text": "Ohne Ihre Bestätigung lade ich dort niemanden ein.",
  "notice.unreachable.title": "Eine Nachricht kam nicht an",
  "notice.unreachable.person": "Person",
  "notice.unreachable.reason": "Grund",
  "notice.unreachable.reasonValue":
    "{reason, select, unreachable {Konto nimmt keine Nachrichten an} gone {Konto gibt es nicht mehr} refused {Messenger hat die Nachricht abgelehnt} other {Zustellung ist nicht gelungen}}",
  "notice.unreachable.text": "Bitte melden Sie sich selbst bei der Person. Die Antwort können Sie hier erfassen.",
} as const;
