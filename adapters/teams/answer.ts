// How the outcome of a gesture is shown where it was made; everything lasting is posted by the deliveries the core wrote.
import { type Translate, translator } from "../../locales/index.ts";
import { type Card, card } from "../../src/card.ts";
import type { Form } from "../../src/form.ts";
import { hear } from "../../src/hear.ts";
import { formCard } from "../../src/help/cards.ts";
import { isCommandName } from "../../src/names.ts";
import { isLive, isOnce, type Outcome } from "../../src/outcome.ts";
import { registry } from "../../src/registry.ts";
import { twin } from "../../src/twin.ts";
import { wish } from "../../src/wish.ts";
import type { Back, Gesture } from "./inbound.ts";
import { adaptive, attachment, inputsOf, type Look, type Message, message } from "./render.ts";
import type { AdaptiveCard } from "./schema.ts";

/** What Teams gets for an action that refreshes its card, for a dialog that is wanted, or for a dialog's form; nothing closes the dialog. */
export type InvokeBody =
  | { readonly statusCode: 200; readonly type: "application/vnd.microsoft.card.adaptive"; readonly value: AdaptiveCard }
  | { readonly statusCode: 200; readonly type: "application/vnd.microsoft.activity.message"; readonly value: string }
  | { readonly task: { readonly type: "message"; readonly value: string } | { readonly type: "continue"; readonly value: Dialog } }
  | undefined;

interface Dialog {
  readonly title: string;
  readonly height: "medium";
  readonly width: "medium";
  readonly card: Message["attachments"][0];
}

export interface Answer {
  readonly invoke?: InvokeBody;
  /** Said in the conversation the gesture was made in. */
  readonly said?: Message | { readonly type: "message"; readonly text: string; readonly textFormat: "plain" };
  /** Shown in the direct chat although nothing was stored. */
  readonly direct?: { readonly card: Card; readonly twin: string };
}

/** A fault is stored nowhere, so nothing but this answer tells of it. */
const isFault = (outcome: Outcome): boolean => "refuse" in outcome && outcome.refuse === "fault";

const cardOf = (outcome: Outcome): Card | undefined => ("show" in outcome ? outcome.show : "refuse" in outcome ? outcome.card : undefined);

const refreshed = (value: AdaptiveCard): InvokeBody => ({ statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value });
const noted = (value: string): InvokeBody => ({ statusCode: 200, type: "application/vnd.microsoft.activity.message", value });

export function answer(gesture: Gesture, outcome: Outcome): Answer {
  const lang = gesture.incoming.language ?? "de";
  const it: Told = { gesture, outcome, t: translator(lang), spoken: (card) => twin({ lang, t: translator(lang) }, card) };
  switch (gesture.way) {
    case "press":
      return { invoke: pressed(it) };
    case "fetch":
    case "sent":
      return { invoke: inDialog(it) };
    case "words":
    case "submit":
    case "mention":
      return gesture.shared ? amongOthers(it) : alone(it);
    case "met":
    case "left":
      return {};
  }
}

/** The card a form stands in place of. */
export const goBack = ({ back }: Back): InvokeBody => refreshed(adaptive(back.card, back.card.title));

interface Told {
  readonly gesture: Gesture;
  readonly outcome: Outcome;
  readonly t: Translate;
  /** A card in words. */
  readonly spoken: (card: Card) => string;
}

/** The card is refreshed for this person at once; the delivery repaints it for good. */
function pressed({ gesture, outcome, t, spoken }: Told): InvokeBody {
  const { memory, shared } = gesture;
  const show = (card: Card, look?: Look) => refreshed(adaptive(card, spoken(card), look));
  if ("ask" in outcome) {
    const card = formCard(t, outcome.ask);
    return show(card, memory ? { back: memory.back ?? memory.card } : {});
  }
  const corrected = memory && refusedForm(gesture, outcome);
  if (memory && corrected) return show(memory.card, { ...corrected, ...(memory.back ? { back: memory.back } : {}) });
  const card = cardOf(outcome);
  if (isOnce(outcome)) return show(closed(gesture, t));
  const open = "show" in outcome && outcome.open === true;
  if (card && (isFault(outcome) || (shared ? open : !startsAnew(gesture)))) return show(card);
  // The answer is elsewhere: a form in place of a card makes way for it again.
  if (memory?.back) return show(memory.back);
  return noted(shared || !card ? t("channel.told") : card.title);
}

/**
 * Of what may be seen only once a chat shows nothing, not even to this person alone: how long Teams keeps it is not ours to say. A button opens the
 * dialog that shows it, by the same wish without the details that were typed.
 */
function closed({ incoming }: Gesture, t: Translate): Card {
  const heard = hear(incoming);
  const opened = heard.type === "wish" && heard.by !== "form" ? heard.wish : undefined;
  const { meeting } = opened?.args ?? {};
  const again = opened && wish(opened.command, meeting === undefined ? {} : { meeting });
  const buttons = again ? [{ label: t("app.window.open"), wish: again, window: true } as const] : [];
  return card("once", t("app.window.title"), { buttons });
}

/** Such a gesture is answered with a new message, and its card stays as it is. */
function startsAnew({ incoming }: Gesture): boolean {
  const heard = hear(incoming);
  return heard.type !== "wish" || !isCommandName(heard.wish.command) || registry[heard.wish.command].opensNew === true;
}

const formOf = ({ memory }: Gesture): Form | undefined => memory?.card.elements.flatMap((element) => (element.type === "form" ? [element.form] : []))[0];

/** What was entered and what is wrong with it, where the form is still there to show both. */
function refusedForm(gesture: Gesture, outcome: Outcome): Pick<Look, "refused"> | undefined {
  const { said } = gesture.incoming;
  if (!formOf(gesture) || !("sent" in said) || !("refuse" in outcome) || !outcome.fields) return undefined;
  return { refused: { errors: outcome.fields, typed: said.answers } };
}

/**
 * A dialog shows the form, the form with its errors, or the next form; where something was pressed, its answer. What a form led to is on its way to
 * the chat, so the dialog ends, unless only the dialog may show it or nobody looks at that chat.
 */
function inDialog({ gesture, outcome, t, spoken }: Told): InvokeBody {
  const { memory, shared, way, away, incoming } = gesture;
  const opened = memory?.message ?? gesture.message;
  const once = isOnce(outcome) ? { once: true as const } : {};
  const show = (card: Card, look: Look = {}): InvokeBody => ({
    task: {
      type: "continue",
      value: {
        title: card.title,
        height: "medium",
        width: "medium",
        card: attachment(adaptive(card, spoken(card), { ...look, ...once, dialog: true, ...(opened ? { message: opened } : {}) })),
      },
    },
  });
  if ("ask" in outcome) return show(inputsOf(outcome.ask));
  const corrected = memory && refusedForm(gesture, outcome);
  if (memory && corrected) return show(memory.card, corrected);
  const card = cardOf(outcome);
  const told: InvokeBody = { task: { type: "message", value: t("channel.told") } };
  if (!card) return shared || way === "fetch" ? told : undefined;
  const pressed = way === "fetch" ? !shared : "pressed" in incoming.said;
  if (pressed || away || isOnce(outcome) || isFault(outcome)) return show(card);
  return shared || way === "fetch" ? told : undefined;
}

/** In the direct chat the answer is on its way, unless it could not be stored or asks for corrections. */
function alone({ gesture, outcome, t, spoken }: Told): Answer {
  if (isFault(outcome) && "refuse" in outcome) return { said: message(outcome.card, spoken(outcome.card)) };
  if (isOnce(outcome)) return { said: message(closed(gesture, t), spoken(closed(gesture, t))) };
  const corrected = refusedForm(gesture, outcome);
  const form = formOf(gesture);
  if (!corrected || !form) return "refuse" in outcome && outcome.fields ? { said: message(outcome.card, spoken(outcome.card)) } : {};
  const card = formCard(t, form);
  return { said: { ...message(card, spoken(card)), attachments: [attachment(adaptive(card, spoken(card), corrected))] } };
}

/** Everybody sees what is open to all; whoever asked for something personal is only told where it is. */
function amongOthers({ gesture, outcome, t, spoken }: Told): Answer {
  // A live card is on its way as a message of its own, which is edited in place.
  if ("silent" in outcome || (gesture.incoming.room && isLive(outcome))) return {};
  if ("show" in outcome && outcome.open) return { said: message(outcome.show, spoken(outcome.show)) };
  const told = { said: { type: "message", text: t("channel.told"), textFormat: "plain" } } as const;
  const lost = isOnce(outcome) ? closed(gesture, t) : "refuse" in outcome && (isFault(outcome) || outcome.fields) ? outcome.card : undefined;
  return { ...told, ...(lost ? { direct: { card: lost, twin: spoken(lost) } } : {}) };
}
