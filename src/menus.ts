// Which commands the messengers' own menus offer, in their order; all others are in the help and stay typeable.
import type { TypedName } from "../locales/words.ts";

/** Teams shows at most twelve commands in each kind of chat, the same ones to everybody. */
export interface Menus {
  /** In the direct chat with the bot. */
  readonly direct: readonly TypedName[];
  /** In teams and group chats. */
  readonly shared: readonly TypedName[];
  /** Beside Slack's one command, as a hint at what may follow it; with the usage where a detail is the point of it. */
  readonly hint: readonly { readonly name: TypedName; readonly usage?: true }[];
}

export const menus: Menus = {
  direct: [
    "help.show",
    "status.show",
    "rsvp.accept",
    "rsvp.decline",
    "substitute.name",
    "rsvp.undecided",
    "meeting.show",
    "talk.show",
    "question.show",
    "task.show",
    "settings.show",
    "privacy.show",
  ],
  shared: ["help.show", "meeting.show", "programme.show", "round.show", "question.show", "task.show", "objectives.show"],
  hint: [{ name: "status.show" }, { name: "rsvp.accept" }, { name: "rsvp.decline" }, { name: "substitute.name", usage: true }, { name: "help.show" }],
};
