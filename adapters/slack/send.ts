// The messenger port over Slack's Web API: posts, updates and finds messages, and says why a sending failed.
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError, type WebClient } from "@slack/web-api";
import { DeliveryError, type Messenger, type Ref, type Target } from "../../src/ports.ts";
import { message } from "./render.ts";
import type { Workspace } from "./workspaces.ts";

interface Senders {
  of(tenant: string): Workspace | undefined | Promise<Workspace | undefined>;
}

export function createMessenger(workspaces: Senders): Messenger {
  const direct = directChats();
  const clientOf = async ({ tenant }: Target): Promise<WebClient> => {
    // Where the installation cannot be read nothing was sent, and it can be read again some time.
    const workspace = await Promise.resolve(workspaces.of(tenant)).catch((cause: unknown) => {
      throw new DeliveryError("busy", { cause });
    });
    if (!workspace) throw new DeliveryError("unreachable", { cause: new Error(`No token for the workspace ${tenant}.`) });
    return workspace.client;
  };
  return {
    name: "slack",
    async send(to, card, twin, id) {
      const client = await clientOf(to);
      const channel = await direct(client, to);
      const sent = await call("post", () =>
        client.chat.postMessage({ channel, ...message(card, twin), ...quiet, metadata: { event_type: "delivery", event_payload: { id } } }),
      );
      return { channel: sent.channel ?? channel, ts: sent.ts ?? "" };
    },
    async update(to, ref, card, twin) {
      const client = await clientOf(to);
      const { channel, ts } = place(ref);
      await call("update", () => client.chat.update({ channel, ts, ...message(card, twin), link_names: false, parse: "none" }));
    },
    async find(to, id) {
      const client = await clientOf(to);
      const channel = await direct(client, to);
      try {
        const { messages } = await call("find", () => client.conversations.history({ channel, include_all_metadata: true, limit: 100 }));
        const found = messages?.find(
          ({ metadata }) => metadata?.event_type === "delivery" && (metadata.event_payload as { id?: unknown } | undefined)?.id === id,
        );
        return found?.ts ? { channel, ts: found.ts } : undefined;
      } catch (error) {
        if (error instanceof DeliveryError && unseen.has(reasonOf(error.cause) ?? "")) return "cannot";
        throw error;
      }
    },
  };
}

/** Nothing in a message calls people, names or links. */
const quiet = { unfurl_links: false, unfurl_media: false, link_names: false, parse: "none" } as const;

const place = (ref: Ref): { channel: string; ts: string } => ({ channel: ref["channel"] ?? "", ts: ref["ts"] ?? "" });

/** The direct chat of a target: named by the address, or opened. An opened one never changes, so it is asked for once. */
function directChats(): (client: WebClient, to: Target) => Promise<string> {
  const opened = new Map<string, string>();
  return async (client, { tenant, address }) => {
    const known = address["channel"] ?? opened.get(`${tenant}:${address["user"]}`);
    if (known) return known;
    const user = address["user"];
    if (!user) throw new DeliveryError("unreachable", { cause: new Error("The address names neither a channel nor a user.") });
    const { channel } = await call("open", () => client.conversations.open({ users: user }));
    if (!channel?.id) throw new DeliveryError("busy", { cause: new Error("Slack opened no chat.") });
    if (opened.size >= 20_000) opened.clear();
    opened.set(`${tenant}:${user}`, channel.id);
    return channel.id;
  };
}

type Step = "post" | "update" | "open" | "find";

async function call<T>(step: Step, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw deliveryError(error, step);
  }
}

/** Errors Slack answers when it works, see reference/methods/chat.postMessage, chat.update and conversations.open. */
const unreachable = new Set([
  "cannot_dm_bot",
  "cannot_message_deactivated_user",
  "channel_is_limited_access",
  "channel_not_found",
  "duplicate_channel_not_found",
  "external_channel_migrating",
  "is_archived",
  "messages_tab_disabled",
  "not_in_channel",
  "restricted_action",
  "user_disabled",
  "user_not_found",
  "user_not_visible",
  "users_not_found",
]);
const gone = new Set(["message_not_found", "cant_update_message", "edit_window_closed"]);
const limited = new Set(["rate_limited", "ratelimited", "message_limit_exceeded"]);
const busy = new Set(["fatal_error", "internal_error", "request_timeout", "service_unavailable", "team_added_to_org"]);
/** Reading the chat is not granted: an uncertain sending cannot be looked up. */
const unseen = new Set(["missing_scope", "not_allowed_token_type", "access_denied", "no_permission", "method_not_supported_for_channel_type"]);

const reasonOf = (error: unknown): string | undefined => (error instanceof WebAPIPlatformError ? error.data.error : undefined);

/** Nothing was sent where the connection never came about. */
const unconnected = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"]);

/** Seconds to wait where Slack limits without naming a time. */
const unnamed = 30;

/** Only a post can be doubled: what else failed can simply be asked again. */
function deliveryError(error: unknown, step: Step): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const uncertain = step === "post";
  if (error instanceof WebAPIRateLimitedError) return new DeliveryError("limited", { after: error.retryAfter, cause: error });
  if (error instanceof WebAPIHTTPError)
    return new DeliveryError(error.statusCode >= 500 ? "busy" : "refused", { uncertain: uncertain && error.statusCode >= 500, cause: error });
  if (error instanceof WebAPIRequestError) return new DeliveryError("busy", { uncertain: uncertain && !unconnected.has(codeOf(error.original)), cause: error });
  if (error instanceof Error && error.message.startsWith("Retry header did not contain")) return new DeliveryError("limited", { after: unnamed, cause: error });
  const reason = reasonOf(error);
  if (reason === undefined) return new DeliveryError("busy", { uncertain, cause: error });
  if (unreachable.has(reason)) return new DeliveryError("unreachable", { cause: error });
  if (gone.has(reason)) return new DeliveryError("gone", { cause: error });
  if (limited.has(reason)) return new DeliveryError("limited", { after: unnamed, cause: error });
  // An answer that is no error code of Slack's comes from something between Slack and us.
  if (busy.has(reason) || !/^[a-z_]{1,80}$/.test(reason)) return new DeliveryError("busy", { uncertain, cause: error });
  // Among them the bot's own token, also "account_inactive": nobody who should get it is to blame, and the office is told.
  return new DeliveryError("refused", { cause: error });
}

/** The code stands in the cause of what fetch rejects with. */
function codeOf(error: unknown): string {
  for (let it = error, depth = 0; typeof it === "object" && it !== null && depth < 5; it = (it as { cause?: unknown }).cause, depth++)
    if ("code" in it && typeof it.code === "string") return it.code;
  return "";
}
