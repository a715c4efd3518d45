// What a secretariat reads that answers for somebody: the card speaks of the person.
import type { behalf as source } from "../de/behalf.ts";
import { translation } from "../translation.ts";

export const behalf = translation<typeof source>()({
  "behalf.accept": "Person attends",
  "behalf.decline": "Person cannot attend",
  "behalf.ask.title": "Invitation for: {person}",
  "behalf.answering": "You reply",
  "behalf.answering.how": "on their behalf",
  "behalf.ask.text": "Will the person attend? Please reply by {day}.",
  "behalf.ask.late": "The deadline was {day}. You can still reply for the person.",
  "behalf.yes.title": "The acceptance is recorded",
  "behalf.no.title": "The person has declined",
  "behalf.moved.text": "Will the person attend on the new day? Please reply by {day}.",
  "behalf.moved.late": "Will the person attend on the new day?",
  "behalf.waiting.title": "The person is on the waiting list",
  "behalf.waiting.text":
    "Who takes {seats, plural, one {the seat} other {the # seats}}? Please agree among yourselves. The person moves up when a seat becomes free.",
  "behalf.promoted.title": "The person has moved up",
  "behalf.promoted.text": "A seat has become free. The acceptance counts now.",
  "behalf.reservedUntil": "Reserved until",
  "behalf.offered.text": "Does the person take the seat?",
  "behalf.left.title": "The person is no longer on the waiting list",
  "behalf.substitute.waiting": "The seat is reserved meanwhile. I will report the answer.",
  "behalf.substitute.unreachable": "Has the substitute been told? Otherwise the office asks.",
  "behalf.substitute.confirmed": "The substitute is recorded",
  "behalf.substitute.pick": "Who attends on {day}?",
  "behalf.substitute.hasSeat": "They cannot attend as a substitute. Nothing was recorded.",
  "behalf.substitute.silent": "The seat stays reserved. Would you like to change anything?",
  "behalf.told.title": "Recorded: {meeting}",
  "behalf.told.origin": "{via, select, phone {call to} email {email to} letter {letter to} in_person {talk with} other {message to}} the office, {day}",
  "meeting.show.for": "{state}, for {person}",
  "meeting.show.assigned": "{n, plural, one {reply for 1 person} other {replies for # people}}",
  "behalf.whom.title": "For whom do you reply?",
  "behalf.whom.text": "Nothing has been recorded yet.",
  "behalf.whom.label": "Person",
  "behalf.whom.choose": "Please choose",
});
