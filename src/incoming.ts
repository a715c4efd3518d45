// One gesture as a messenger hands it in: who, where, what was said or pressed, and where the answer goes.
import type { Language } from "../locales/index.ts";
import type { Ref, Sender } from "./ports.ts";
import type { Wish } from "./wish.ts";

export interface Incoming {
  /** Names the gesture; a redelivery carries the same key. */
  readonly key: string;
  readonly from: Sender;
  /** What the messenger says about the person's language; the person's own setting wins. */
  readonly language?: Language;
  /** direct: only this person and the bot read it. */
  readonly place: "direct" | "channel";
  readonly said: /** Typed words. `command`: a slash command, or words addressed to the bot with its command word. */
    | { readonly words: string; readonly command: boolean }
    /** A pressed button or chosen option: its value, believed only after reading. */
    | { readonly pressed: unknown }
    /** A sent form: the form's wish and the answers. */
    | { readonly sent: Wish; readonly answers: Readonly<Record<string, string>> }
    /** The first sight of each other: installed, opened, added. */
    | { readonly met: true }
    /** Taken away again: nothing reaches this account until it speaks. */
    | { readonly left: true };
  /** Where everybody of the channel reads, in the messenger's own terms, so that what is open to all can be owed there. */
  readonly room?: Readonly<Record<string, string>>;
  /** The message whose button was pressed, or whose button opened the form. */
  readonly card?: Ref;
  /** Whether a window can be opened right now (a button or slash command has a trigger, typed words have none). */
  readonly window: boolean;
  /**
   * inline: the messenger shows the returned outcome itself (its own reply to the gesture, an echo).
   * posted: the bot owes the answer as a message to this account's direct chat, or as an update of `card`.
   */
  readonly answer: "inline" | "posted";
}
