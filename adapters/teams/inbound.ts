// What Teams sends, read into gestures: every activity is believed only after its shape was checked.
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Language } from "../../locales/index.ts";
import type { Incoming } from "../../src/incoming.ts";
import type { Ref, Sender } from "../../src/ports.ts";
import { writeWish } from "../../src/wish.ts";
import { readSent } from "./form.ts";
import { limits } from "./limits.ts";
import { type Memory, memoryId, readMemory } from "./memory.ts";
import { sentIn, wishOf } from "./message-action.ts";
import { closing } from "./render.ts";
import type { Data } from "./schema.ts";

/**
 * Where a gesture came from, which decides how its answer is shown. words: in the direct chat · mention: in a group or channel ·
 * press: an action that refreshes its card · submit: the same from a client that cannot · fetch: a dialog is wanted · sent: used in a dialog · met: installed · left: removed.
 */
export type Way = "words" | "mention" | "press" | "submit" | "fetch" | "sent" | "met" | "left";

export interface Gesture {
  readonly way: Way;
  readonly incoming: Incoming;
  /** Whether others see what it was made on. */
  readonly shared: boolean;
  /** The message the gesture was made on. */
  readonly message?: string;
  /** On a message of somebody else's, in a chat that need not be one of the bot's: what the dialog does not show is seen elsewhere only. */
  readonly away?: true;
  readonly memory?: Memory;
}

/** Somebody stopped halfway through a form: what was there before is shown again, and nothing is asked of the bot. */
export interface Back {
  readonly back: Memory;
}

/** Somebody closes the dialog, and nothing is asked of the bot. */
export interface Closed {
  readonly closed: true;
}

/** Nothing to do, and why: a stable word. */
export interface Ignored {
  readonly ignored: string;
}

const id = z.string().min(1).max(500);
const maybe = id.nullish();
const party = z.object({ id, aadObjectId: maybe, role: maybe });

const activity = z.object({
  type: id,
  id: maybe,
  name: maybe,
  action: maybe,
  serviceUrl: id,
  from: party,
  recipient: party.extend({ isTargeted: z.boolean().nullish() }),
  conversation: z.object({ id, conversationType: maybe, isGroup: z.boolean().nullish() }),
  replyToId: maybe,
  locale: z.string().nullish(),
  text: z.string().nullish(),
  entities: z.array(z.unknown()).nullish(),
  value: z.unknown().optional(),
  membersAdded: z.array(z.object({ id })).nullish(),
});
type Activity = z.infer<typeof activity>;

/** An activity of `tenant` as a gesture, or why there is none. */
export function read(body: unknown, tenant: string): Gesture | Back | Closed | Ignored {
  const { data: it } = activity.safeParse(body);
  if (!it) return { ignored: "unreadable" };
  if (it.from.role === "bot" || it.from.id === it.recipient.id) return { ignored: "bot" };
  switch (it.type) {
    case "message":
      return readMessage(it, tenant);
    case "invoke":
      return readInvoke(it, tenant);
    case "installationUpdate":
      return readInstallation(it, tenant);
    // Of the people who come and go nobody is greeted; of the bot itself, in somebody's own chat, Teams tells by an installation too.
    case "conversationUpdate":
      return isShared(it) && it.membersAdded?.some((member) => member.id === it.recipient.id) ? readMeeting(it, tenant) : { ignored: "members" };
    default:
      return { ignored: "other" };
  }
}

/** Chats of two are called personal; where nothing is said, only those that are surely not shared count as one. */
const isShared = ({ conversation: { id, conversationType, isGroup } }: Activity): boolean =>
  conversationType ? conversationType !== "personal" : isGroup === true || id.startsWith("19:");

/** A thread of a channel carries its first message in the conversation's id. */
const chatOf = ({ conversation }: Activity): string => conversation.id.replace(/;messageid=.*$/s, "");

const keyOf = (...parts: readonly (string | null | undefined)[]): string =>
  `teams:${createHash("sha256")
    .update(JSON.stringify(parts.map((part) => part ?? "")))
    .digest("base64url")}`;

/** In a group or channel only the way to the person is learnt: personal answers never go to that conversation. */
function senderOf(it: Activity, tenant: string): Sender {
  const { from, recipient, serviceUrl, conversation } = it;
  const address = { serviceUrl, bot: recipient.id, user: from.id, ...(isShared(it) ? {} : { conversation: conversation.id }) };
  return { messenger: "teams", tenant, user: from.id, address };
}

function languageOf({ locale }: Activity): { readonly language?: Language } {
  const language = (["de", "en"] as const).find((it) => locale?.toLowerCase().startsWith(it));
  return language ? { language } : {};
}

/** What all gestures have in common. A card that others see too is never turned into the answer of one person. */
function base(it: Activity, tenant: string) {
  const shared = isShared(it);
  const card = it.replyToId && !shared ? cardOf(it, it.replyToId) : {};
  return {
    shared,
    card,
    gesture: { shared, ...(it.replyToId ? { message: it.replyToId } : {}) },
    incoming: {
      key: keyOf(tenant, it.conversation.id, it.from.id, it.id, it.type === "invoke" ? it.replyToId : undefined),
      from: senderOf(it, tenant),
      ...languageOf(it),
      place: shared ? "channel" : "direct",
      answer: "posted",
    } as const,
  };
}

/** The group, or the channel itself and not one of its threads. */
const roomOf = (it: Activity) => ({ serviceUrl: it.serviceUrl, bot: it.recipient.id, conversation: chatOf(it) });

const cardOf = ({ conversation }: Activity, message: string): { readonly card: Ref } => ({ card: { conversation: conversation.id, activity: message } });

function readMessage(it: Activity, tenant: string): Gesture | Back | Closed | Ignored {
  if (!it.id) return { ignored: "unreadable" };
  const { gesture, incoming, card, shared } = base(it, tenant);
  const said = wordsOf(it);
  if (said === "" && it.value) return readAction(it.value, { ...gesture, way: "submit" }, { ...incoming, ...card, window: false });
  if (said === "" && !shared) return { ignored: "empty" };
  const command = said.startsWith("/") || it.recipient.isTargeted === true;
  const there = shared ? { room: roomOf(it) } : {};
  return { ...gesture, way: shared ? "mention" : "words", incoming: { ...incoming, ...there, said: { words: said, command }, window: false } };
}

const invoked = z.object({ action: z.object({ data: z.record(z.string(), z.unknown()) }) });
const dialog = z.object({ data: z.record(z.string(), z.unknown()) });

function readInvoke(it: Activity, tenant: string): Gesture | Back | Closed | Ignored {
  if (!it.id) return { ignored: "unreadable" };
  const { gesture, incoming, card, shared } = base(it, tenant);
  if (it.name === "adaptiveCard/action")
    return readAction(invoked.safeParse(it.value).data?.action.data, { ...gesture, way: "press" }, { ...incoming, ...card, window: true });
  if (it.name === "composeExtension/fetchTask" || it.name === "composeExtension/submitAction") return readMessageAction(it, tenant);
  const { data } = dialog.safeParse(it.value).data ?? {};
  if (it.name === "task/fetch") return readAction(data, { ...gesture, way: "fetch" }, { ...incoming, ...card, window: true });
  if (it.name !== "task/submit") return { ignored: "other" };
  const opened = readMemory(data?.[memoryId])?.message;
  return readAction(data, { ...gesture, way: "sent" }, { ...incoming, ...(opened && !shared ? cardOf(it, opened) : card), window: true });
}

/**
 * A message became a question, in whatever chat. Only the person sees the dialog; of the chat nothing is learnt, because the bot need not be in it.
 */
function readMessageAction(it: Activity, tenant: string): Gesture | Back | Closed | Ignored {
  const { incoming } = base(it, tenant);
  const { conversation: _, ...address } = incoming.from.address;
  const own = { ...incoming, from: { ...incoming.from, address }, place: "direct", window: true } as const;
  const gesture = { shared: false, away: true } as const;
  const data = it.name === "composeExtension/submitAction" ? sentIn(it.value) : undefined;
  if (data) return readAction(data, { ...gesture, way: "sent" }, own);
  const wish = it.name === "composeExtension/fetchTask" ? wishOf(it.value) : undefined;
  return wish ? { ...gesture, way: "fetch", incoming: { ...own, said: { pressed: writeWish(wish) }, answer: "inline" } } : { ignored: "other" };
}

/** What a pressed button brings: a wish, an option chosen beside it, a form, or the way back out of one. */
function readAction(value: unknown, gesture: Omit<Gesture, "incoming">, incoming: Omit<Incoming, "said">): Gesture | Back | Closed | Ignored {
  const { data } = z.record(z.string(), z.unknown()).safeParse(value);
  if (!data) return { ignored: "unreadable" };
  const memory = readMemory(data[memoryId]);
  const whole = { ...gesture, ...(memory ? { memory } : {}) };
  if (data[closing] && gesture.way === "sent") return { closed: true };
  if (data["b"]) return memory?.back ? { back: { card: memory.back } } : { ignored: "unreadable" };
  const sent = readSent(data);
  if (sent) return { ...whole, incoming: { ...incoming, said: { sent: sent.wish, answers: sent.answers } } };
  return { ...whole, incoming: { ...incoming, said: { pressed: readChoice(data) ?? data["w"] } } };
}

/** The wish of the chosen option, or undefined where nothing was to choose. */
function readChoice(data: Data): unknown {
  const { o: id, w: wishes } = data;
  return typeof id === "string" && Array.isArray(wishes) ? wishes[Number(data[id])] : undefined;
}

/** A new version of the app is no news to anybody, and a group or channel the bot was taken from gets nothing anyway. */
function readInstallation(it: Activity, tenant: string): Gesture | Ignored {
  if (it.action === "add") return readMeeting(it, tenant);
  if (it.action !== "remove" || isShared(it)) return { ignored: it.action === "remove" ? "left" : "upgrade" };
  if (!it.id) return { ignored: "unreadable" };
  const { gesture, incoming } = base(it, tenant);
  return { ...gesture, way: "left", incoming: { ...incoming, said: { left: true }, window: false } };
}

/**
 * Installed for somebody: their first sight. A group or channel is met once, whoever adds the bot there, however often, and however many
 * activities tell of it; what is said there is owed to the place itself.
 */
function readMeeting(it: Activity, tenant: string): Gesture | Ignored {
  if (!it.id) return { ignored: "unreadable" };
  const { gesture, incoming, shared } = base(it, tenant);
  const there = shared ? { key: keyOf(tenant, chatOf(it), "met"), room: roomOf(it) } : {};
  return { ...gesture, way: "met", incoming: { ...incoming, ...there, said: { met: true }, window: false } };
}

const mention = z.object({ type: z.literal("mention"), text: z.string().min(1).max(1000), mentioned: z.object({ id }) });

/** The words without the bot's own name; other people's names stay as words. */
function wordsOf({ text, entities, recipient }: Activity): string {
  const own = (entities ?? []).flatMap((entity) => {
    const { data } = mention.safeParse(entity);
    return data?.mentioned.id === recipient.id ? [data.text] : [];
  });
  return own
    .reduce((rest, name) => rest.replaceAll(name, " "), (text ?? "").slice(0, limits.words))
    .replace(/<at[^<>]*>([^<>]*)<\/at>/gi, "@$1")
    .replaceAll("\u00a0", " ")
    .replace(/^[\s,:]+|\s+$/g, "");
}
