// What Slack sends, read into gestures: every payload is believed only after its shape was checked.
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Explanation } from "../../src/form.ts";
import type { Incoming } from "../../src/incoming.ts";
import type { Ref, Sender } from "../../src/ports.ts";
import { wish, writeWish } from "../../src/wish.ts";
import { explainAction, readExplanation } from "./explain.ts";
import { answersOf, enteredValues, readMemory } from "./form.ts";
import { cut, limits } from "./limits.ts";
import { link, readChoice } from "./render.ts";
import { questionShortcut } from "./shortcuts.ts";
import { words } from "./text.ts";

/** Where a gesture came from, which decides how its answer is shown. */
export type Way = "command" | "message" | "echo" | "home" | "window" | "submission" | "shortcut" | "words" | "mention" | "opened";

export interface Gesture {
  readonly way: Way;
  readonly incoming: Incoming;
  /** Opens one window within three seconds. */
  readonly trigger?: string;
  /** The window in which something was pressed. */
  readonly view?: string;
  /** Where a mention is answered. */
  readonly thread?: { readonly channel: string; readonly ts: string };
  /** The names of the fields in the window that was sent. */
  readonly fields?: readonly string[];
}

/** Somebody reads up beside a form: the text is the window's own, so nothing is asked of the bot. */
export interface ReadUp {
  readonly explain: Explanation;
  readonly trigger: string;
  readonly tenant: string;
}

/** Nothing to do, and why: a stable word. */
interface Ignored {
  readonly ignored: string;
}

const id = z.string().min(1).max(255);
const maybe = id.nullish();

const command = z.object({ command: id, text: z.string().default(""), trigger_id: id, channel_id: id, user_id: id });
const press = z.object({
  type: z.literal("block_actions"),
  trigger_id: id,
  user: z.object({ id }),
  channel: z.object({ id }).nullish(),
  container: z.object({ type: maybe, is_ephemeral: z.boolean().nullish() }).nullish(),
  message: z.object({ ts: id, subtype: maybe }).nullish(),
  view: z.object({ id, type: maybe, private_metadata: z.string().nullish() }).nullish(),
  actions: z
    .tuple([
      z.object({ action_id: id, block_id: maybe, action_ts: maybe, value: z.string().nullish(), selected_option: z.object({ value: z.string() }).nullish() }),
    ])
    .rest(z.unknown()),
});
const submission = z.object({
  type: z.literal("view_submission"),
  trigger_id: maybe,
  user: z.object({ id }),
  view: z.object({ id, private_metadata: z.string(), state: z.object({ values: enteredValues }) }),
});
const shortcut = z.object({
  type: z.literal("message_action"),
  trigger_id: id,
  user: z.object({ id }),
  message: z.object({ text: z.string().nullish() }),
});
const event = z.object({
  event_id: id,
  authorizations: z.array(z.object({ user_id: maybe, is_bot: z.boolean().nullish() })).nullish(),
  event: z.discriminatedUnion("type", [
    z.object({ type: z.literal("message"), channel_type: maybe, subtype: maybe, bot_id: maybe, user: maybe, channel: id, text: z.string().default("") }),
    z.object({ type: z.literal("app_mention"), bot_id: maybe, user: maybe, channel: id, ts: id, thread_ts: maybe, text: z.string().default("") }),
    z.object({ type: z.literal("app_home_opened"), user: id, channel: maybe, tab: maybe }),
  ]),
});

const heard = z.object({ event: z.object({ type: z.enum(["message", "app_mention", "app_home_opened"]) }) });

const removal = z.object({
  type: z.literal("event_callback"),
  /** Seconds. */
  event_time: z.number().int().nonnegative(),
  event: z.discriminatedUnion("type", [
    z.object({ type: z.literal("app_uninstalled") }),
    // Tokens of people are none of ours.
    z.object({ type: z.literal("tokens_revoked"), tokens: z.object({ bot: z.array(id).min(1) }) }),
  ]),
});

/** When the app, or the bot's token, was taken from a workspace; undefined where Slack says something else. */
export function removedAt(body: unknown): Date | undefined {
  const { data } = removal.safeParse(body);
  return data && new Date(data.event_time * 1000);
}

/** A payload as a gesture of `tenant`, or why there is none. */
export function read(body: unknown, tenant: string): Gesture | ReadUp | Ignored {
  const from = (user: string, channel?: string | null): Sender => ({ messenger: "slack", tenant, user, address: { ...(channel ? { channel } : {}), user } });
  const typed = z.object({ command: z.unknown() }).safeParse(body);
  if (typed.success && typed.data.command !== undefined) return shaped(command, body, (it) => readCommand(it, from(it.user_id)));
  const { type, callback_id } = z.object({ type: maybe, callback_id: maybe }).catch({ type: undefined, callback_id: undefined }).parse(body);
  if (type === "block_actions") return shaped(press, body, (it) => readPress(it, from));
  if (type === "view_submission") return shaped(submission, body, (it) => readSubmission(it, from(it.user.id)));
  if (type === "message_action" && callback_id === questionShortcut) return shaped(shortcut, body, (it) => readShortcut(it, from(it.user.id)));
  if (type === "event_callback" && heard.safeParse(body).success) return shaped(event, body, (it) => readEvent(it, from));
  return { ignored: "other" };
}

function shaped<S extends z.ZodType, T>(shape: S, body: unknown, then: (it: z.infer<S>) => T): T | Ignored {
  const read = shape.safeParse(body);
  return read.success ? then(read.data) : { ignored: "unreadable" };
}

/** The channel of a direct chat; which two people it belongs to is not in the id. */
const isDirect = (channel: string): boolean => channel.startsWith("D");

function readCommand(it: z.infer<typeof command>, from: Sender): Gesture {
  const direct = isDirect(it.channel_id);
  const said = { words: words(it.text), command: true };
  // The reply to a slash command is seen by its sender only, but a channel is no place for personal answers.
  const incoming: Incoming = {
    key: `slack:${it.trigger_id}`,
    from,
    place: direct ? "direct" : "channel",
    said,
    window: true,
    answer: direct ? "inline" : "posted",
  };
  return { way: "command", incoming, trigger: it.trigger_id };
}

function readPress(it: z.infer<typeof press>, from: (user: string, channel?: string) => Sender): Gesture | ReadUp | Ignored {
  const [action] = it.actions;
  if (action.action_id.startsWith(link)) return { ignored: "link" };
  if (it.view && action.action_id === explainAction) {
    const explain = readExplanation(action.value);
    return explain ? { explain, trigger: it.trigger_id, tenant: from(it.user.id).tenant } : { ignored: "unreadable" };
  }
  const chosen = action.selected_option ? readChoice(action.block_id ?? "", action.selected_option.value) : undefined;
  const said = { pressed: chosen ? writeWish(chosen) : (action.value ?? undefined) };
  const base = { key: `slack:${it.trigger_id}:${action.action_ts ?? ""}`, said, window: true };
  const trigger = it.trigger_id;
  if (it.view) {
    const card = readMemory(it.view.private_metadata ?? "")?.card;
    if (it.view.type === "home") return { way: "home", trigger, incoming: { ...base, from: from(it.user.id), place: "direct", answer: "inline" } };
    return { way: "window", view: it.view.id, incoming: { ...base, from: from(it.user.id), place: "direct", answer: "posted", ...(card ? { card } : {}) } };
  }
  const echo = it.container?.is_ephemeral === true || it.message?.subtype === "ephemeral" || !it.message;
  if (echo || !it.channel || !it.message) return { way: "echo", trigger, incoming: { ...base, from: from(it.user.id), place: "direct", answer: "inline" } };
  const channel = it.channel.id;
  // A card that a whole channel sees is never turned into the answer of one person.
  if (!isDirect(channel)) return { way: "message", trigger, incoming: { ...base, from: from(it.user.id), place: "channel", answer: "posted" } };
  const card: Ref = { channel, ts: it.message.ts };
  return { way: "message", trigger, incoming: { ...base, from: from(it.user.id, channel), place: "direct", answer: "posted", card } };
}

function readSubmission(it: z.infer<typeof submission>, from: Sender): Gesture | Ignored {
  const memory = readMemory(it.view.private_metadata);
  if (!memory?.wish) return { ignored: "unreadable" };
  const answers = answersOf(it.view.state.values);
  // The same window may be sent again with other answers; the same answers from the same window are one gesture.
  const sum = createHash("sha256")
    .update(JSON.stringify([it.view.private_metadata, Object.entries(answers).sort()]))
    .digest("base64url");
  const incoming: Incoming = {
    key: `slack:${it.view.id}:${sum}`,
    from,
    place: "direct",
    said: { sent: memory.wish, answers },
    window: true,
    answer: "posted",
    ...(memory.card ? { card: memory.card } : {}),
  };
  return { way: "submission", incoming, fields: Object.keys(it.view.state.values), ...(it.trigger_id ? { trigger: it.trigger_id } : {}) };
}

/** A message becomes a question; one without words leads to the empty form. What it said is in the chat already, so it may ride in a button. */
function readShortcut(it: z.infer<typeof shortcut>, from: Sender): Gesture {
  const text = cut(words(it.message.text ?? "").replace(/\s+/g, " "), limits.taken);
  const pressed = writeWish(text === "" ? wish("question.new") : wish("question.typed", { text }));
  const incoming: Incoming = { key: `slack:${it.trigger_id}`, from, place: "direct", said: { pressed }, window: true, answer: "inline" };
  return { way: "shortcut", trigger: it.trigger_id, incoming };
}

function readEvent({ event_id, authorizations, event: it }: z.infer<typeof event>, from: (user: string, channel?: string | null) => Sender): Gesture | Ignored {
  const key = `slack:${event_id}`;
  if (it.type === "app_home_opened") {
    if (it.tab !== "home") return { ignored: "tab" };
    return {
      way: "opened",
      incoming: { key, from: from(it.user, it.channel), place: "direct", said: { pressed: writeWish(wish("status.show")) }, window: false, answer: "inline" },
    };
  }
  if (it.type === "message" && it.subtype) return { ignored: "subtype" };
  if (it.bot_id || !it.user) return { ignored: "bot" };
  const self = authorizations?.find(({ is_bot }) => is_bot)?.user_id ?? undefined;
  const said = { words: words(it.text, self), command: false };
  if (it.type === "app_mention") {
    if (isDirect(it.channel)) return { ignored: "twice" };
    return {
      way: "mention",
      incoming: { key, from: from(it.user), place: "channel", said, window: false, answer: "posted", room: { channel: it.channel } },
      thread: { channel: it.channel, ts: it.thread_ts ?? it.ts },
    };
  }
  if (it.channel_type !== "im") return { ignored: "channel" };
  return { way: "words", incoming: { key, from: from(it.user, it.channel), place: "direct", said, window: false, answer: "posted" } };
}
