// Takes one gesture from the browser to the bot and its answer back; what is shown for good comes through the chat.
import { type Language, translator } from "../../locales/index.ts";
import type { Card } from "../../src/card.ts";
import type { Form } from "../../src/form.ts";
import { hear } from "../../src/hear.ts";
import type { Incoming } from "../../src/incoming.ts";
import { type FieldErrors, isOnce, type Outcome } from "../../src/outcome.ts";
import { writeWish } from "../../src/wish.ts";
import { visible } from "../../src/words/fold.ts";
import { renderForm } from "./form.ts";
import { type Html, html } from "./html.ts";
import type { Problem } from "./http.ts";
import { type Body, type Road, readIncoming, readWho } from "./inbound.ts";
import { limits } from "./limits.ts";
import type { Parts } from "./parts.ts";
import { renderInWindow, renderPassing } from "./render.ts";
import { senderOf } from "./send.ts";
import { findVisitor, type Visitor } from "./visitor.ts";

/** What the browser gets back for a gesture. */
export interface Reply {
  /** Nothing to do: what there is to see comes through the chat. */
  readonly ok?: true;
  /** What the window shows now: a form, or a card that is seen nowhere else. */
  readonly window?: string;
  /** Below the inputs of the form that was sent. */
  readonly errors?: FieldErrors;
  /** A card that is kept nowhere, because the gesture could not be stored; the same gesture may be made again. */
  readonly card?: string;
  /** To be shown and read out beside the input. */
  readonly text?: string;
  /** The person chose another language: the page is to be loaded again. */
  readonly reload?: true;
}

/** @param changed told when the person's own words were added to the chat. */
export async function takeGesture(parts: Parts, road: Road, body: unknown, changed: () => void): Promise<Reply | Problem> {
  const visitor = await findVisitor(parts, readWho(body));
  if (!visitor) return "person";
  const incoming = readIncoming(road, body, senderOf(visitor.user));
  if (!incoming) return "unreadable";
  if (road === "meet" && !visitor.guest) await parts.link(incoming.from, visitor.user);
  if (road === "say") {
    const text = unsayable((body as Body<"say">).words, visitor.lang);
    if (text !== undefined) return { text };
    await keepWords(parts, visitor, incoming);
    changed();
  }
  const reply = answerOf(await parts.bot.handle(incoming), incoming, visitor);
  const now = await findVisitor(parts, visitor.user);
  return now && now.lang !== visitor.lang ? { ...reply, reload: true } : reply;
}

/** Why these words are not a message. */
function unsayable(words: string, lang: Language): string | undefined {
  const t = translator(lang);
  if (words.trim() === "") return t("page.say.empty");
  return words.length > limits.words ? t("bad.tooLong", { n: words.length, max: limits.words }) : undefined;
}

/** The person's own side of the chat, once for each gesture. */
async function keepWords({ messages, clock }: Parts, { user }: Visitor, { key, said }: Incoming): Promise<void> {
  if ("words" in said) await messages.add(user, { key: `said:${key}`, author: "person", card: null, twin: null, text: visible(said.words), at: clock.now() });
}

function answerOf(outcome: Outcome, incoming: Incoming, { lang }: Visitor): Reply {
  if ("ask" in outcome) return { window: renderWindow(outcome.ask, lang).text };
  if ("show" in outcome && isOnce(outcome)) return { window: renderInWindow(outcome.show, { lang, prefix: "window" }).text };
  if (!("refuse" in outcome)) return { ok: true };
  const text = sentences(outcome.card);
  if (outcome.fields) return { errors: outcome.fields, text: translator(lang)("page.form.check") };
  // Only a fault is not owed as a message: nothing could be stored.
  return outcome.refuse === "fault" ? { card: renderFault(outcome.card, incoming, lang).text, text } : { ok: true };
}

const sentences = (card: Card): string => [`${card.title}.`, ...card.elements.flatMap((element) => (element.type === "text" ? [element.text] : []))].join(" ");

function renderWindow(form: Form, lang: Language): Html {
  return html`<h2 id="window-title">${form.title}</h2>
${renderForm(form, { t: translator(lang), prefix: "window", window: true })}`;
}

function renderFault(card: Card, incoming: Incoming, lang: Language): Html {
  const heard = hear(incoming);
  const key = incoming.key.slice(incoming.key.lastIndexOf(":") + 1);
  const wish = heard.type === "wish" ? writeWish(heard.wish) : "";
  return renderPassing(card, { lang, prefix: `fault-${key}`, failed: { wish, key, card: incoming.card?.["id"] } });
}
