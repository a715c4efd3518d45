// Teams' limits, each beside where it is written, and the cutting that keeps within them.

export const limits = {
  /** learn: format-your-bot-messages, about 100 KB in UTF-16; we stay under 80 KB. In UTF-16 units. */
  message: 40_000,
  /** Ours: the plain-text twin, which notifications and old clients show. */
  text: 4000,
  /** What the library of Adaptive Cards shows of one set by default; Teams shows six. */
  actionsOfSet: 5,
  /** Ours: long enough for every label; Teams cuts buttons by their width. */
  buttonText: 100,
  hears: 200,
  title: 200,
  /** Ours: a fact, a sentence or a line; Teams names no limit but the message's. */
  line: 3000,
  /** The design: this many inputs stand in the card, more of them in a dialog. */
  fieldsInCard: 4,
  /** Choices up to this number are all shown at once. */
  shownAtOnce: 4,
  /** Ours: what a card remembers of itself until it is used, in UTF-16 units. */
  memory: 12_000,
  /** Ours: what comes in. In bytes, and in UTF-16 units. */
  body: 256 * 1024,
  words: 12_000,
  answer: 5000,
  /** Ours: what of a message is taken over as a question. */
  taken: 1000,
} as const;

/** At most `max` UTF-16 units, "…" at the end where something is missing; never half a character. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = max - 1;
  const half = /[\ud800-\udbff]/.test(text[end - 1] ?? "");
  return `${text.slice(0, half ? end - 1 : end).trimEnd()}…`;
}
