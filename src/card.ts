// A card is a value: what the bot shows, in a closed set of elements that every messenger renders.
import type { Form } from "./form.ts";
import type { Wish } from "./wish.ts";

/** A row "label: value"; the state of a thing always stands in one, in words. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** What a person can press. `hears` is read aloud instead of the label (at most 75 characters). A link is opened, never heard by the bot. */
export type Button =
  /** `window`: it opens a window, also where other buttons change their card. */
  | { readonly label: string; readonly hears?: string; readonly wish: Wish; readonly style?: "primary" | "danger"; readonly window?: true }
  | { readonly label: string; readonly hears?: string; readonly url: string };

export interface Option {
  readonly label: string;
  readonly wish: Wish;
}

export type Element =
  | { readonly type: "facts"; readonly facts: readonly Fact[] }
  | { readonly type: "text"; readonly text: string }
  /** Lines of a list; the cells of a line are joined by " · ". May hold people's own text. */
  | { readonly type: "rows"; readonly rows: readonly string[] }
  /** A selection that takes effect at once, for example a filter; `chosen` is the index of the current option. */
  | { readonly type: "choice"; readonly label: string; readonly options: readonly Option[]; readonly chosen: number }
  /** A picture behind an address that everybody may fetch; `alt` says in words what it shows, the figures stand in the card besides. */
  | { readonly type: "image"; readonly url: string; readonly alt: string }
  /** Inputs inside the card; a messenger without inputs in cards shows one button that opens the form. */
  | { readonly type: "form"; readonly form: Form }
  | { readonly type: "buttons"; readonly buttons: readonly Button[] };

export interface Card {
  /** The card's key in the gallery, for example "rsvp.ask". */
  readonly name: string;
  /** What happened or what is asked (at most 60 characters); also the text of the notification. */
  readonly title: string;
  readonly elements: readonly Element[];
}

/** One function for each element type: a renderer that forgets one does not compile. */
export type Renderer<Out> = { readonly [T in Element["type"]]: (element: Extract<Element, { type: T }>) => Out };

export function render<Out>(card: Card, renderer: Renderer<Out>): Out[] {
  return card.elements.map((element) => (renderer[element.type] as (it: Element) => Out)(element));
}

/** Parts of a card in their fixed order: facts, selection, picture, rows, sentences, buttons; empty parts are left out. */
export interface Parts {
  readonly facts?: readonly (Fact | undefined)[];
  readonly text?: string | undefined;
  readonly rows?: readonly string[];
  readonly choice?: Extract<Element, { type: "choice" }> | undefined;
  readonly image?: Omit<Extract<Element, { type: "image" }>, "type"> | undefined;
  /** A selection of what the rows list; below them, where the other is above. */
  readonly open?: Extract<Element, { type: "choice" }> | undefined;
  readonly buttons?: readonly (Button | undefined)[];
}

export function card(name: string, title: string, parts: Parts = {}): Card {
  const facts = (parts.facts ?? []).filter((fact) => fact !== undefined);
  const buttons = (parts.buttons ?? []).filter((button) => button !== undefined);
  const elements: Element[] = [];
  if (facts.length > 0) elements.push({ type: "facts", facts });
  if (parts.choice) elements.push(parts.choice);
  if (parts.image) elements.push({ type: "image", ...parts.image });
  if (parts.rows && parts.rows.length > 0) elements.push({ type: "rows", rows: parts.rows });
  if (parts.open) elements.push(parts.open);
  if (parts.text) elements.push({ type: "text", text: parts.text });
  if (buttons.length > 0) elements.push({ type: "buttons", buttons });
  return { name, title, elements };
}

/** In a window, what gives up only closes it: nothing is asked of the bot. */
export const closesWindow = (button: Button): boolean => "wish" in button && button.wish.command === "step.cancel";

/** Every button of a card, in order. */
export function buttonsOf(it: Card): readonly Button[] {
  return it.elements.flatMap((element) => (element.type === "buttons" ? element.buttons : []));
}
