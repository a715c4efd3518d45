// What the page needs besides the bot; the composition root hands it in, so that the page knows neither database nor jobs.
import type { Language } from "../../locales/index.ts";
import type { Bot } from "../../src/bot.ts";
import type { Card } from "../../src/card.ts";
import type { Log, Sender } from "../../src/ports.ts";

/** A message of a chat. The bot's have a card and its twin, a person's own have a text. */
export interface PageMessage {
  /** Digits; later messages have greater numbers. */
  readonly id: string;
  readonly author: "bot" | "person";
  readonly card: Card | null;
  readonly twin: string | null;
  readonly text: string | null;
  readonly at: Date;
  /** Rises with every repainting. */
  readonly version: number;
}

/** A message before it has a number. `key` names it: the delivery's id, or the gesture a person wrote it with. */
export interface NewMessage extends Omit<PageMessage, "id" | "version"> {
  readonly key: string;
}

/**
 * The chats of the page, kept where every process sees them. A chat is named by the account's `user`: a person's id,
 * or a guest's name, whose account belongs to nobody.
 */
export interface Messages {
  /** Gives the message's id; a key that this chat has already adds nothing and gives the id it has. */
  add(chat: string, message: NewMessage): Promise<string>;
  /** Shows another card in a message; false where this chat has no such message. */
  repaint(chat: string, id: string, card: Card, twin: string): Promise<boolean>;
  find(chat: string, key: string): Promise<string | undefined>;
  /** The newest messages, oldest first. */
  list(chat: string, limit: number): Promise<readonly PageMessage[]>;
  /** Any text that is another one after every add and repaint of this chat, for example "count:greatest id:sum of versions"; asked twice a second. */
  mark(chat: string): Promise<string>;
}

/** Somebody whose place a newcomer can take. */
export interface Someone {
  /** The person's id. */
  readonly id: string;
  /** By office, in the language asked for: „Delegierte Person, IHK“. */
  readonly label: string;
  readonly group: "office" | "seat" | "substitute";
  /** The person's own setting. */
  readonly language: Language;
}

/** The clock of the whole installation, which the page moves. */
export interface Clock {
  /** The same value the bot's port `now` gives. */
  now(): Date;
  /** Moves the clock and lets go out what becomes due on the way, in its order. The page asks for later instants only. */
  moveTo(instant: Date): Promise<void>;
  /** When the next message is due that goes out by itself. */
  next(): Promise<Date | undefined>;
}

export interface Parts {
  readonly bot: Bot;
  readonly messages: Messages;
  /** In the order they are offered. */
  people(language: Language): Promise<readonly Someone[]>;
  /** Ties the page account `sender` to the person; harmless when it is tied already. */
  link(sender: Sender, personId: string): Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
}
