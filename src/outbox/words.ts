// Messages and the reasons for which they were not sent, in words; a kind or a reason of the plan without words does not compile.
import type { Key, Translate } from "../../locales/index.ts";
import type { Kind } from "../notice/kinds.ts";
import type { SkipReason } from "../notice/notice.ts";
import type { DeliveryError } from "../ports.ts";

const kinds: { readonly [K in Kind]: Key } = {
  invite: "outbox.kind.invite",
  "nudge.first": "outbox.kind.nudge",
  "nudge.last": "outbox.kind.lastNudge",
  "nudge.undecided": "outbox.kind.undecided",
  "nudge.passed": "outbox.kind.passed",
  dayBefore: "outbox.kind.dayBefore",
  "rsvp.own": "outbox.kind.reply",
  "onbehalf.told": "outbox.kind.reply",
  "waiting.promoted": "outbox.kind.waiting",
  "waiting.offered": "outbox.kind.waiting",
  "standin.own": "outbox.kind.substitute",
  "substitute.asked": "outbox.kind.substitute",
  "substitute.withdrawn": "outbox.kind.substitute",
  "substitute.silent": "outbox.kind.silent",
  "substitute.office": "outbox.kind.office",
  "replies.own": "outbox.kind.overview",
  "meeting.moved": "outbox.kind.moved",
  "meeting.changed": "outbox.kind.changed",
  "meeting.cancelled": "outbox.kind.cancelled",
  "meeting.office": "outbox.kind.overview",
  "invite.result": "outbox.kind.overview",
  consult: "outbox.kind.consult",
  guest: "outbox.kind.guest",
  welcome: "outbox.kind.welcome",
  callback: "outbox.kind.office",
  left: "outbox.kind.office",
  codesOnly: "outbox.kind.office",
  workspaceLeft: "outbox.kind.office",
  notMe: "outbox.kind.office",
  erased: "outbox.kind.office",
  review: "outbox.kind.review",
  unreachable: "outbox.kind.office",
  replaced: "outbox.kind.replaced",
  minutes: "outbox.kind.minutes",
  "task.new": "outbox.kind.task",
  "task.own": "outbox.kind.task",
  "task.office": "outbox.kind.task",
  "task.confirmed": "outbox.kind.task",
  "task.reopened": "outbox.kind.task",
  "task.closed": "outbox.kind.task",
  "task.granted": "outbox.kind.task",
  "task.kept": "outbox.kind.task",
  "task.handover.ask": "outbox.kind.task",
  "task.handover.done": "outbox.kind.task",
  "task.handover.refused": "outbox.kind.task",
  "task.call": "outbox.kind.task",
  "task.remind.before": "outbox.kind.taskReminder",
  "task.remind.due": "outbox.kind.taskReminder",
  "task.digest.person": "outbox.kind.taskReminder",
  "task.escalation": "outbox.kind.escalation",
  "task.digest.office": "outbox.kind.digest",
  "talk.own": "outbox.kind.talk",
  "talk.released": "outbox.kind.talk",
  "talk.declined": "outbox.kind.talk",
  "talk.promoted": "outbox.kind.talk",
  "talk.moved": "outbox.kind.talk",
  "talk.owing": "outbox.kind.talk",
  "talk.swap.ask": "outbox.kind.talk",
  "talk.swap.done": "outbox.kind.talk",
  "talk.swap.refused": "outbox.kind.talk",
  "talk.waiting": "outbox.kind.talk",
  "question.own": "outbox.kind.question",
  "question.state": "outbox.kind.question",
  "question.digest": "outbox.kind.asked",
  "question.review": "outbox.kind.questions",
  "question.again": "outbox.kind.office",
  "question.note": "outbox.kind.office",
  "round.control": "outbox.kind.question",
  "keynote.own": "outbox.kind.keynote",
  "keynote.owing": "outbox.kind.keynote",
  "talk.late": "outbox.kind.office",
  "talk.added": "outbox.kind.office",
  "talk.withdrawn": "outbox.kind.office",
};

export const kindText = (t: Translate, kind: string): string => (Object.hasOwn(kinds, kind) ? say(t, kinds[kind as Kind]) : t("outbox.kind.other"));

/** What the composers and the worker say beside the plan; a test finds the words that are missing here. */
type Ended =
  | "already_new"
  | "answered"
  | "covered"
  | "decided"
  | "done"
  | "gave_up"
  | "message_gone"
  | "moved"
  | "named_again"
  | "no_account"
  | "no_messenger"
  | "nobody"
  | "not_coming"
  | "not_yours"
  | "over"
  | "silent"
  | "superseded"
  | "unconfirmed"
  | "unknown_kind"
  | "unlinked"
  | "withdrawn";

const reasons: { readonly [R in SkipReason | DeliveryError["reason"] | Ended]: Key } = {
  late: "outbox.reason.late",
  reminded: "outbox.reason.reminded",
  tooSoon: "outbox.reason.tooSoon",
  justAnswered: "outbox.reason.answered",
  unreachable: "outbox.reason.unreachable",
  folded: "outbox.reason.folded",
  paused: "outbox.reason.paused",
  nothing: "outbox.reason.nothing",
  limited: "outbox.reason.gaveUp",
  busy: "outbox.reason.gaveUp",
  gave_up: "outbox.reason.gaveUp",
  unconfirmed: "outbox.reason.unconfirmed",
  refused: "outbox.reason.refused",
  gone: "outbox.reason.gone",
  message_gone: "outbox.reason.gone",
  no_account: "outbox.reason.unreachable",
  no_messenger: "outbox.reason.noMessenger",
  unlinked: "outbox.reason.unreachable",
  answered: "outbox.reason.answered",
  already_new: "outbox.reason.replaced",
  covered: "outbox.reason.replaced",
  moved: "outbox.reason.replaced",
  named_again: "outbox.reason.replaced",
  superseded: "outbox.reason.replaced",
  not_coming: "outbox.reason.notTheirs",
  not_yours: "outbox.reason.notTheirs",
  withdrawn: "outbox.reason.notTheirs",
  over: "outbox.reason.over",
  decided: "outbox.reason.done",
  done: "outbox.reason.done",
  nobody: "outbox.reason.done",
  silent: "outbox.reason.done",
  unknown_kind: "outbox.reason.unknown",
};

/** A reason nobody has put in words yet is said to be none of the known ones. */
export const reasonText = (t: Translate, reason: string | null): string =>
  reason !== null && Object.hasOwn(reasons, reason) ? say(t, reasons[reason as keyof typeof reasons]) : t("outbox.reason.unknown");

/** These texts take no arguments; the catalogue's type would ask for those of all its texts. */
const say = (t: Translate, key: Key): string => (t as (key: Key) => string)(key);
