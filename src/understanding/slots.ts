// Gives every intent its details and nothing else: what an intent has no room for is never passed on.
import type { Look } from "./look.ts";
import type { Intent, Reply, Slots } from "./meaning.ts";
import { plain } from "./plain.ts";
import { awaySlots } from "./slots-away.ts";
import { privacySlots, topicOf } from "./slots-other.ts";
import { questionSlots } from "./slots-question.ts";
import { acceptSlots, declineSlots, revised, tentativeSlots } from "./slots-rsvp.ts";
import { nominateSlots, substituteSlots } from "./slots-stand-in.ts";
import { talkSlots } from "./slots-talk.ts";
import { taskSlots } from "./slots-task.ts";
import { type Detail, partsOf } from "./slots-times.ts";

export function detailOf(reply: Reply, look: Look): Detail {
  const own = look.said.own.slice(0, 1500);
  return { reply, look, own, plainly: plain(own).replace(/\s+/g, " ") };
}

export function slotsOf(intent: Intent, detail: Detail): Slots {
  switch (intent) {
    case "rsvp.accept":
      return acceptSlots(detail);
    case "rsvp.partial": {
      const { companions, party_size: _, ...accepted } = acceptSlots(detail);
      return { ...accepted, ...(companions ? { companions } : {}), ...partsOf(detail), ...revised(detail) };
    }
    case "rsvp.decline":
      return declineSlots(detail);
    case "rsvp.tentative":
      return tentativeSlots(detail);
    case "rsvp.substitute":
      return substituteSlots(detail);
    case "seat.nominate":
      return nominateSlots(detail);
    case "speaker.offer":
      return talkSlots(detail, false);
    case "speaker.change":
      return talkSlots(detail, true);
    case "question.submit":
    case "question.edit":
    case "question.withdraw":
      return questionSlots(detail, intent);
    case "task.done":
    case "task.progress":
    case "task.extend":
    case "task.accept":
    case "task.delegate":
    case "task.blocked":
    case "task.reject":
      return taskSlots(detail, intent);
    case "info.ask":
      return topicOf(`${detail.look.evident} ${detail.plainly}`, detail.reply.context);
    case "auto_reply":
      return awaySlots(detail);
    case "privacy.request":
      return privacySlots(detail.plainly);
    default:
      return {};
  }
}
