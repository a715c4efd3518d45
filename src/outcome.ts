// What the bot answers to one gesture.
import type { Card } from "./card.ts";
import type { Form } from "./form.ts";

/** Field name to the sentence shown below it. */
export type FieldErrors = Readonly<Record<string, string>>;

export type Outcome =
  /**
   * A card to show: the result, a preview, a list. Committed. `open` lets everybody of a channel see it;
   * `matter` says whose live card it is, so that an older card of the matter gives way to it.
   */
  | { readonly show: Card; readonly open?: true; readonly matter?: string }
  /** Details are missing: a window where one can be opened, else the same inputs in a card. */
  | { readonly ask: Form }
  /** Nothing was stored; the card says why and what is possible instead. `fields` belong to the form that was sent. */
  | { readonly refuse: string; readonly card: Card; readonly fields?: FieldErrors }
  /** Deliberately no answer, for example to an out-of-office note. */
  | { readonly silent: string };

export const show = (card: Card, matter?: string): Outcome => ({ show: card, ...(matter ? { matter } : {}) });
export const ask = (form: Form): Outcome => ({ ask: form });
/** `reason` is a stable word for tests and counters, the card is what the person reads. */
export const refuse = (reason: string, card: Card, fields?: FieldErrors): Outcome => ({ refuse: reason, card, ...(fields ? { fields } : {}) });
