// What is stored about people, what they may take away, and its erasure.
import type { privacy as source } from "../de/privacy.ts";
import { translation } from "../translation.ts";

export const privacy = translation<typeof source>()({
  "privacy.title": "Privacy",
  "privacy.responsible": "Responsible",
  "privacy.stored": "Stored",
  "privacy.stored.known": "name, seat, chat accounts, replies, questions with name, tasks, quiet time, history of changes, messages sent",
  "privacy.stored.unknown": "only the identifier of this account, the first contact and wrong codes",
  "privacy.notStored": "Not stored",
  "privacy.notStored.what": "reasons for absence, the wording of your chat messages",
  "privacy.text": "The office gives access to your data and erases it. Your messenger may keep its own records.",
  "privacy.data.title": "The data stored about you",
  "privacy.data.name": "Recorded as",
  "privacy.data.more": "Also",
  "privacy.data.counts":
    "{tasks, plural, one {# task} other {# tasks}}, {messages, plural, one {# message} other {# messages}}, {lines, plural, one {# line} other {# lines}} of history",
  "privacy.data.reply": "Earlier meeting",
  "privacy.data.row": "{meeting} · {state}",
  "privacy.data.text": "The file holds everything. The link works for 24 hours, please do not pass it on.",
  "privacy.data.noFile": "The office gives you everything as a file.",
  "privacy.erase.title": "Erase your data?",
  "privacy.erase.goes": "To be erased",
  "privacy.erase.goes.what": "name, chat accounts, access codes, replies, quiet time and your history",
  "privacy.erase.stays": "To be kept",
  "privacy.erase.stays.what": "the seat and its questions without your name, and your name in released minutes",
  "privacy.erase.text": "This cannot be undone.",
  "privacy.erased.title": "Your data have been erased",
  "privacy.erased.text": "This account now belongs to nobody. The office is told once that the seat has no name.",
  "privacy.last.title": "A successor is needed first",
  "privacy.last.text": "You alone run the office here. Please enter another person first.",
  "privacy.office": "{kind, select, substitute {Substitute} other {Delegate}}{n, plural, =0 {} other { #}}",
  "privacy.note.title": "Somebody has erased their data",
  "privacy.note.seat": "Seat",
  "privacy.note.none": "none",
  "privacy.note.text": "The seat remains and has no access. Please enter who holds it from now on.",
  "privacy.note.textNone": "No seat was concerned.",
});
