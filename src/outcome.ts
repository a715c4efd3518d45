// What the bot answers to one gesture.
import type { Card } from "./card.ts";
import type { Form } from "./form.ts";

/** Field name to the sentence shown below it. */
export type FieldErrors = Readonly<Record<string, string>>;

export type Outcome =
  /**
   * A card to show: the result, a preview, a list. Committed. `open` lets everybody of a channel see it;
   * `matter` says whose live card it is, so that an older card of the matter gives way to it; of what is open to all, the live card of the place.
   * `once`: seen in a window this one time and never again: it is neither stored nor posted, and nothing tells later what it said.
   */
  | { readonly show: Card; readonly open?: true; readonly matter?: string; readonly once?: true }
  /** Details are missing: a window where one can be opened, else the same inputs in a card. */
  | { readonly ask: Form }
  /** Nothing was stored; the card says why and what is possible instead. `fields` belong to the form that was sent. */
  | { readonly refuse: string; readonly card: Card; readonly fields?: FieldErrors }
  /** Deliberately no answer, for example to an out-of-office note. */
  | { readonly silent: string };

export const show = (card: Card, matter?: string): Outcome => ({ show: card, ...(matter ? { matter } : {}) });
/** What must leave no trace: a receipt, or what only the asker may know. */
export const showOnce = (card: Card): Outcome => ({ show: card, once: true });
export const ask = (form: Form): Outcome => ({ ask: form });
/** `reason` is a stable word for tests and counters, the card is what the person reads. */
export const refuse = (reason: string, card: Card, fields?: FieldErrors): Outcome => ({ refuse: reason, card, ...(fields ? { fields } : {}) });

/** What is stored of an outcome: of what may be seen only once, that there was one. */
export const stored = (outcome: Outcome): Outcome => (isOnce(outcome) ? { silent: "once" } : outcome);
/** The live card of a place where everybody reads it: posted there as a message, so that it can be edited in place. */
export const isLive = (outcome: Outcome): boolean => "show" in outcome && outcome.open === true && outcome.matter !== undefined;
/** The form of a window only: nothing is kept of its being opened, neither when nor what it said; the same gesture opens it again. */
export const isUnkept = (outcome: Outcome): boolean => "ask" in outcome && outcome.ask.window === true;
export const isOnce = (outcome: Outcome): boolean => "show" in outcome && outcome.once === true;
