// The messenger port over Teams' service: posts and updates messages by stored references, and says why a sending failed.
import type { TeamsAdapter } from "@microsoft/teams-ai";
import type { Activity, TurnContext } from "botbuilder";
import { DeliveryError, type Log, type Messenger, type Target } from "../../src/ports.ts";
import { type Message, message } from "./render.ts";
import { type IsKnown, ServiceFault, UnknownAddress } from "./service.ts";

interface Service {
  readonly adapter: TeamsAdapter;
  /** Empty for stand-ins without authentication. */
  readonly appId: string;
  readonly isKnown: IsKnown;
  readonly log: Log;
}

export function createMessenger({ adapter, appId, isKnown, log }: Service): Messenger {
  const call = <T>(step: Step, ask: () => Promise<T>): Promise<T> =>
    ask().catch((error: unknown) => {
      // A wrong password looks like a busy service to everybody else.
      if (!(error instanceof ServiceFault) && !(error instanceof DeliveryError)) log.error("teams.service", error, { step });
      throw deliveryError(error, step);
    });
  const within = async <T>(place: Place, conversation: string, act: (context: TurnContext) => Promise<T>): Promise<T> => {
    const done: T[] = [];
    const reference = {
      channelId: "msteams",
      serviceUrl: place.serviceUrl,
      bot: { id: place.bot, name: "" },
      conversation: conversationOf(place, conversation),
    };
    await adapter.continueConversationAsync(appId, reference, async (context) => {
      done.push(await act(context));
    });
    return done[0] as T;
  };
  const placeOf = (to: Target): Place => {
    const place = readPlace(to);
    if (!isKnown(place.serviceUrl)) throw new DeliveryError("refused", { cause: new UnknownAddress("The stored address is none of Teams'.") });
    return place;
  };
  const direct = directChats(async (place, user) => {
    let opened: string | undefined;
    const members = [{ id: user, name: "" }];
    const { tenant, serviceUrl, bot } = place;
    const wanted = { isGroup: false, bot: { id: bot, name: "" }, members, tenantId: tenant, channelData: { tenant: { id: tenant } } };
    // Neither is a second audience wanted nor a first message; the SDK's types insist on both.
    const parameters = { ...wanted, activity: undefined as unknown as Activity };
    await call("open", () =>
      adapter.createConversationAsync(appId, "msteams", serviceUrl, undefined as unknown as string, parameters, async ({ activity }) => {
        opened = activity.conversation.id;
      }),
    );
    return opened;
  });
  return {
    name: "teams",
    // Both go out by the adapter itself: the turn would make them replies to a message that does not exist.
    async send(to, card, twin) {
      const place = placeOf(to);
      const conversation = await direct(place);
      const activity = asSent(place, conversation, message(card, twin));
      const [sent] = await call("post", () => within(place, conversation, (context) => adapter.sendActivities(context, [activity])));
      return { conversation, activity: sent?.id ?? "" };
    },
    async update(to, ref, card, twin) {
      const place = placeOf(to);
      const conversation = ref["conversation"] ?? "";
      const activity = { ...asSent(place, conversation, message(card, twin)), id: ref["activity"] ?? "" };
      await call("update", () => within(place, conversation, (context) => adapter.updateActivity(context, activity)));
    },
    // Teams keeps no word of ours with a message that could be searched for.
    find: async () => "cannot",
  };
}

/** The SDK writes into what it sends. */
export const asActivity = (it: Message): Partial<Activity> => ({ ...it, attachments: it.attachments.map((attachment) => ({ ...attachment })) });

const asSent = (place: Place, conversation: string, it: Message): Partial<Activity> => ({
  ...asActivity(it),
  from: { id: place.bot, name: "" },
  conversation: conversationOf(place, conversation),
});

interface Place {
  readonly tenant: string;
  readonly serviceUrl: string;
  readonly bot: string;
  readonly conversation: string | undefined;
  readonly user: string | undefined;
}

function readPlace({ tenant, address }: Target): Place {
  const { serviceUrl, bot, conversation, user } = address;
  if (!serviceUrl || !bot || !(conversation || user)) throw new DeliveryError("unreachable", { cause: new Error("The address names no conversation.") });
  return { tenant, serviceUrl, bot, conversation, user };
}

const conversationOf = ({ tenant }: Place, id: string) => ({ id, tenantId: tenant, isGroup: false, conversationType: "personal", name: "" });

/** The direct chat of a target: named by the address, or opened. An opened one never changes, so it is asked for once. */
function directChats(open: (place: Place, user: string) => Promise<string | undefined>): (place: Place) => Promise<string> {
  const opened = new Map<string, string>();
  return async (place) => {
    if (place.conversation) return place.conversation;
    const user = place.user ?? "";
    const key = JSON.stringify([place.tenant, place.bot, user]);
    const known = opened.get(key) ?? (await open(place, user));
    if (!known) throw new DeliveryError("busy", { cause: new Error("Teams opened no chat.") });
    if (opened.size >= 20_000) opened.clear();
    opened.set(key, known);
    return known;
  };
}

type Step = "post" | "update" | "open";

/** Seconds to wait where Teams limits without naming a time. */
const unnamed = 30;

/** learn: rate-limit and send-proactive-messages. Only a post can be doubled: what else failed can simply be asked again. */
function deliveryError(error: unknown, step: Step): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (error instanceof UnknownAddress) return new DeliveryError("refused", { cause: error });
  // Before anything was sent: the bot got no token.
  if (!(error instanceof ServiceFault)) return new DeliveryError("busy", { cause: error });
  const { status, retryAfter, sent } = error;
  // A service that is not there (503) refused before it read; whoever waits in between (502, 504) cannot know.
  const uncertain = sent && step === "post" && status !== 503;
  if (status === undefined) return new DeliveryError("busy", { uncertain, cause: error });
  if (status === 429) return new DeliveryError("limited", { after: retryAfter ?? unnamed, cause: error });
  if (status >= 500 || status === 412 || status === 408) return new DeliveryError("busy", { uncertain, cause: error });
  // The bot's own token was not taken: nothing was sent, and the account is not to blame.
  if (status === 401) return new DeliveryError("busy", { cause: error });
  if (status === 403) return new DeliveryError("unreachable", { cause: error });
  if (status === 404) return new DeliveryError(step === "update" ? "gone" : "unreachable", { cause: error });
  return new DeliveryError(step === "open" ? "unreachable" : "refused", { cause: error });
}
