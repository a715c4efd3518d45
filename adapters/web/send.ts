// Puts the bot's messages into the chats of the page, where every open page sees them.
import { DeliveryError, type Messenger, type Sender, type Target } from "../../src/ports.ts";
import type { Clock, Messages } from "./parts.ts";

export const messengerName = "page";

/** The account somebody writes from on this page: a person's id or a guest's name. */
export const senderOf = (user: string): Sender => ({ messenger: messengerName, tenant: "local", user, address: { chat: user } });

/** @param changed told after every change, so that pages served by this process need not wait. */
export function createMessenger(messages: Messages, clock: Pick<Clock, "now">, changed: () => void): Messenger {
  return {
    name: messengerName,
    async send(to, card, twin, id) {
      const chat = chatOf(to);
      const number = await busy(() => messages.add(chat, { key: id, author: "bot", card, twin, text: null, at: clock.now() }));
      changed();
      return { id: number };
    },
    async update(to, ref, card, twin) {
      const chat = chatOf(to);
      const id = numberOf(ref["id"]);
      if (id === undefined || !(await busy(() => messages.repaint(chat, id, card, twin)))) throw new DeliveryError("gone");
      changed();
    },
    async find(to, id) {
      const chat = chatOf(to);
      const found = await busy(() => messages.find(chat, id));
      return found === undefined ? undefined : { id: found };
    },
  };
}

function chatOf({ address }: Target): string {
  const chat = address["chat"];
  if (chat === undefined) throw new DeliveryError("unreachable");
  return chat;
}

/** A message's number, or undefined for what only looks like one; PostgreSQL counts to 19 digits. */
export const numberOf = (value: unknown): string | undefined => (typeof value === "string" && /^\d{1,18}$/.test(value) ? value : undefined);

/** A row either is stored or not, and its key tells: what failed can simply be repeated. */
async function busy<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new DeliveryError("busy", { uncertain: true, cause });
  }
}
