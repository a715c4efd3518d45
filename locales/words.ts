// What the words people type look like in every language.

/** One row of the command table. */
export interface WordEntry {
  /** The noun, singular. */
  readonly word: string;
  /** What to do with it; absent for the noun alone. */
  readonly activity?: string;
  /** Other nouns, or noun and activity, that mean the same; accepted, never shown. */
  readonly accepted: readonly string[];
  /** The arguments as the usage line shows them. */
  readonly usage: string;
  /** At most 58 characters. */
  readonly help: string;
  readonly example: string;
}

/** Every command that can be typed. */
export const typed = [
  "help.show",
  "status.show",
  "rsvp.accept",
  "rsvp.decline",
  "substitute.name",
  "rsvp.undecided",
  "meeting.show",
  "meeting.list",
  "meeting.new",
  "meeting.suggest",
  "meeting.consult",
  "meeting.change",
  "meeting.cancel",
  "meeting.invite",
  "reply.list",
  "reply.record",
  "reply.remind",
  "member.show",
  "member.access",
  "member.guest",
  "talk.show",
  "talk.new",
  "talk.for",
  "talk.withdraw",
  "programme.show",
  "programme.draft",
  "programme.publish",
  "programme.now",
  "question.show",
  "question.new",
  "question.list",
  "question.withdraw",
  "round.show",
  "round.start",
  "round.answered",
  "round.written",
  "round.later",
  "round.back",
  "round.pause",
  "round.end",
  "task.show",
  "task.new",
  "task.accept",
  "task.progress",
  "task.done",
  "task.extend",
  "task.handover",
  "task.list",
  "objectives.show",
  "objectives.picture",
  "outbox.show",
  "settings.show",
  "language.set",
  "settings.rest",
  "link.second",
  "privacy.show",
  "privacy.data",
  "privacy.erase",
  "link.enter",
] as const;

export type TypedName = (typeof typed)[number];

/** Signal words in front of an argument, and words that stand for a value. */
export interface Signals {
  readonly to: readonly string[];
  readonly for: readonly string[];
  readonly by: readonly string[];
  readonly from: readonly string[];
  readonly until: readonly string[];
  /** In front of the day until which something is to be done. */
  readonly due: readonly string[];
  readonly without: readonly string[];
  readonly via: readonly string[];
}

export interface Words {
  readonly entries: { readonly [N in TypedName]: WordEntry };
  readonly signals: Signals;
  /** Words for the four answers, the ways an answer came, the agenda items, and the workshop. */
  readonly answers: {
    readonly accept: readonly string[];
    readonly decline: readonly string[];
    readonly substitute: readonly string[];
    readonly undecided: readonly string[];
  };
  readonly ways: {
    readonly phone: readonly string[];
    readonly email: readonly string[];
    readonly letter: readonly string[];
    readonly in_person: readonly string[];
  };
  readonly items: Readonly<Record<string, readonly string[]>>;
  readonly workshop: readonly string[];
  /** Button labels that may be typed, by the command they stand for. */
  readonly labels: readonly (readonly [label: string, command: string])[];
  readonly greetings: readonly string[];
  readonly thanks: readonly string[];
  readonly languages: { readonly de: readonly string[]; readonly en: readonly string[] };
}
