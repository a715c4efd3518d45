// Shows the outcome of a gesture where the gesture was made; everything lasting is posted by the deliveries the core wrote.
import type { RespondArguments } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import { type Translate, translator } from "../../locales/index.ts";
import type { Card } from "../../src/card.ts";
import { formCard, storedCard } from "../../src/help/cards.ts";
import { isLive, isOnce, type Outcome } from "../../src/outcome.ts";
import { twin } from "../../src/twin.ts";
import { explainView } from "./explain.ts";
import { errorsAt, modal, writeMemory } from "./form.ts";
import type { Gesture, ReadUp } from "./inbound.ts";
import { escaped, home, type Message, message, notice } from "./render.ts";

/** The ways Slack gives for answering one gesture; an event has neither of the first two. */
export interface Roads {
  /** Ends the request; with a body it is the answer to a command or a sent window. */
  readonly ack?: (body?: unknown) => Promise<void>;
  /** Writes where the gesture was made, or replaces the message it was made on. */
  readonly respond?: (answer: RespondArguments) => Promise<unknown>;
  readonly client: WebClient;
}

/** A fault is stored nowhere, so nothing but this answer tells of it. */
export const isFault = (outcome: Outcome): boolean => "refuse" in outcome && outcome.refuse === "fault";

const cardOf = (outcome: Outcome): Card | undefined => ("show" in outcome ? outcome.show : "refuse" in outcome ? outcome.card : undefined);

export async function answer(gesture: Gesture, outcome: Outcome, roads: Roads): Promise<void> {
  const lang = gesture.incoming.language ?? "de";
  const t = translator(lang);
  const shown = (card: Card): Message => message(card, twin({ lang, t }, card));
  if (gesture.view) {
    await roads.ack?.();
    const view = inWindow(gesture, outcome);
    if (view) await roads.client.views.update({ view_id: gesture.view, view });
    return undefined;
  }
  if (gesture.way === "submission") return roads.ack?.(sent(gesture, outcome));
  // A shortcut has no place of its own to answer in.
  const wanted = "ask" in outcome || isOnce(outcome) || gesture.way === "shortcut";
  if (wanted && (await opened(gesture, outcome, roads))) return roads.ack?.();
  if ("ask" in outcome) return inline(gesture, shown(formCard(t, outcome.ask)), roads);
  const card = cardOf(outcome);
  if (card && isOnce(outcome)) return fleeting(gesture, shown(card), roads);
  if (gesture.way === "home" || gesture.way === "opened") {
    await roads.ack?.();
    if (card)
      await roads.client.views.publish({ user_id: gesture.incoming.from.user, view: home(card, writeMemory({ tenant: gesture.incoming.from.tenant })) });
    return undefined;
  }
  if (!card) return roads.ack?.();
  if (isFault(outcome) || gesture.incoming.answer === "inline") return inline(gesture, shown(card), roads);
  // On its way as a message of its own, which is edited in place.
  if (gesture.incoming.room && isLive(outcome)) return roads.ack?.();
  if (gesture.incoming.place === "channel") return inChannel(gesture, "show" in outcome && outcome.open ? shown(card) : undefined, t, roads);
  return roads.ack?.();
}

/**
 * Stored, but what Slack was to show of it got lost: the direct chat says so. Only for answers that were to be shown at once and nowhere else;
 * whatever is owed as a message comes by itself, and the Home tab is painted anew when it is opened.
 */
export async function sayStored({ incoming, way }: Gesture, outcome: Outcome, { client }: Roads, id: string): Promise<void> {
  if (incoming.answer !== "inline" || way === "home" || way === "opened" || !("show" in outcome) || isOnce(outcome)) return;
  const lang = incoming.language ?? "de";
  const t = translator(lang);
  const card = storedCard(t, id);
  const channel = incoming.from.address["channel"] ?? incoming.from.user;
  await client.chat.postMessage({ channel, ...message(card, twin({ lang, t }, card)), unfurl_links: false, unfurl_media: false });
}

/** Whether the window is open. A trigger lives three seconds, so it may have run out; then a button opens the form later. */
async function opened(gesture: Gesture, outcome: Outcome, { client }: Roads): Promise<boolean> {
  if (!gesture.trigger) return false;
  try {
    const view = inWindow(gesture, outcome);
    if (view) await client.views.open({ trigger_id: gesture.trigger, view });
    return view !== undefined;
  } catch {
    return false;
  }
}

/** Above the form's window, which keeps what was typed. */
export async function showExplanation({ explain, trigger, tenant }: ReadUp, { ack, client }: Roads): Promise<void> {
  await ack?.();
  await client.views.push({ trigger_id: trigger, view: explainView(explain, writeMemory({ tenant })) });
}

/** What a sent window shows next: messages at its fields, another form, what may be seen only once, a fault; else it closes. */
function sent(gesture: Gesture, outcome: Outcome): unknown {
  if ("refuse" in outcome && outcome.fields) return { response_action: "errors", errors: errorsAt(outcome.fields, gesture.fields ?? []) };
  const view = "ask" in outcome || isOnce(outcome) || isFault(outcome) ? inWindow(gesture, outcome) : undefined;
  return view ? { response_action: "update", view } : { response_action: "clear" };
}

/** An outcome as a window. */
function inWindow({ incoming }: Gesture, outcome: Outcome): ModalView | undefined {
  const memory = { tenant: incoming.from.tenant, ...(incoming.card ? { card: incoming.card } : {}) };
  const card = cardOf(outcome);
  return "ask" in outcome ? modal(outcome.ask, memory) : card && notice(card, writeMemory(memory));
}

/** An echo that only the person sees. */
async function inline(gesture: Gesture, shown: Message, { ack, respond, client }: Roads): Promise<void> {
  const { from } = gesture.incoming;
  switch (gesture.way) {
    case "command":
      return ack?.({ response_type: "ephemeral", ...shown });
    case "echo":
      await ack?.();
      await respond?.({ replace_original: true, response_type: "ephemeral", ...shown });
      return undefined;
    case "mention":
      if (gesture.thread) await client.chat.postEphemeral({ channel: gesture.thread.channel, user: from.user, ...shown });
      return undefined;
    case "message":
    case "shortcut":
      await ack?.();
      await respond?.({ replace_original: false, response_type: "ephemeral", ...shown });
      return undefined;
    default:
      await ack?.();
      await client.chat.postMessage({ channel: from.address["channel"] ?? from.user, ...shown, unfurl_links: false, unfurl_media: false });
  }
}

/** What may be seen only once, where no window opened: for the person only, until Slack is loaded anew. */
async function fleeting(gesture: Gesture, shown: Message, roads: Roads): Promise<void> {
  const { way, incoming } = gesture;
  if (way === "command" || way === "echo" || way === "mention" || way === "message") return inline(gesture, shown, roads);
  await roads.ack?.();
  const { address, user } = incoming.from;
  if (address["channel"]) await roads.client.chat.postEphemeral({ channel: address["channel"], user, ...shown });
}

/** In a channel everybody sees what is open to all; whoever asked for something personal is only told where it is. */
async function inChannel(gesture: Gesture, open: Message | undefined, t: Translate, { ack, respond, client }: Roads): Promise<void> {
  const told: Message = { text: escaped(t("channel.told")), blocks: [] };
  const { thread, way } = gesture;
  if (way === "command") return ack?.(open ? { response_type: "in_channel", ...open } : { response_type: "ephemeral", ...told });
  await ack?.();
  if (way === "message") {
    await respond?.(open ? { replace_original: true, ...open } : { replace_original: false, response_type: "ephemeral", ...told });
    return;
  }
  if (!thread) return;
  if (open) await client.chat.postMessage({ channel: thread.channel, thread_ts: thread.ts, ...open, unfurl_links: false, unfurl_media: false });
  else await client.chat.postEphemeral({ channel: thread.channel, user: gesture.incoming.from.user, text: told.text });
}
