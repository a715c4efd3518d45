// How an owed message becomes a card: composed when it is sent, from the state of that moment.
import type { Card } from "../card.ts";
import type { View } from "../ports.ts";
import type { Member } from "../reader.ts";
import type { Person } from "../roster/model.ts";

export interface Composing extends Member {
  readonly view: View;
  /** Who reads it. */
  readonly person: Person;
  readonly args: Readonly<Record<string, string>>;
}

/** A skip names its reason: what the message was about is over. */
export type Composed = Card | { readonly skip: string };
export type Composer = (composing: Composing) => Promise<Composed>;

/** The same for what a whole channel sees. */
export type OpenComposer = (composing: Omit<Composing, "person">) => Promise<Composed>;
