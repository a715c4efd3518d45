// Slack over Bolt: what comes in is handed to the bot and acknowledged once it is stored; what the bot owes goes out by the messenger.
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { App, AuthorizationError, HTTPReceiver, LogLevel, type Receiver, SocketModeReceiver } from "@slack/bolt";
import type { FetchFunction } from "@slack/web-api";
import type { Bot } from "../../src/bot.ts";
import type { Log, Messenger } from "../../src/ports.ts";
import { ids } from "../ids.ts";
import { answer, isFault, type Roads, sayStored, showExplanation } from "./answer.ts";
import { addressBook } from "./email.ts";
import { type Gesture, read, removedAt } from "./inbound.ts";
import type { Installations } from "./installation.ts";
import { tenantsIn } from "./origin.ts";
import { optionalScopes } from "./scopes.ts";
import { createMessenger } from "./send.ts";
import { clientOptions, type Origin, openWorkspaces, type Workspace } from "./workspaces.ts";

interface SlackConfig {
  /** One bot token for each workspace. */
  readonly tokens: readonly string[];
  /** Checks requests over HTTP; not needed in Socket Mode. */
  readonly signingSecret?: string;
  /** Turns Socket Mode on: the app calls Slack, and no address of ours has to be reachable. */
  readonly appToken?: string;
  /** Another address for Slack's Web API, for stand-ins of Slack. */
  readonly apiUrl?: string;
}

interface SlackPorts {
  readonly bot: Bot;
  readonly log: Log;
  /** Hears of each workspace before its first gesture, of an installed one again and again. */
  readonly joined?: (tenant: string, origin: Origin) => Promise<void>;
  /** Where workspaces come from that were installed by OAuth. */
  readonly installations?: Pick<Installations, "of" | "remove">;
}

export interface Slack {
  readonly messenger: Messenger;
  /** For POST /slack/events; absent in Socket Mode. */
  readonly listener?: RequestListener;
  /** Whether Slack has confirmed every token. */
  ready(): boolean;
  stop(): Promise<void>;
}

/** The path Slack sends to, for the server that owns the port. */
export const slackPath = "/slack/events";

/** Slack's payloads are far smaller; whatever is larger is refused unread (in bytes). */
const bodyLimit = 512 * 1024;
/** Seconds a request's time may lie ahead of ours, as Bolt allows it to lie behind. */
const ahead = 300;
/** Milliseconds for a call that answers a gesture: its trigger lives no longer. */
const answering = 2500;

/** Starts without waiting for Slack: until Slack is reached, requests get 503 and are repeated by Slack. */
export function createSlack(config: SlackConfig, { bot, log, joined, installations }: SlackPorts): Slack {
  const workspaces = openWorkspaces(config.tokens, config.apiUrl, { log, ...(joined ? { joined } : {}), ...(installations ? { installations } : {}) });
  async function workspaceOf(body: unknown): Promise<Workspace | undefined> {
    for (const tenant of tenantsIn(body)) {
      const workspace = await workspaces.of(tenant);
      if (workspace) return workspace;
    }
    return undefined;
  }
  const over = config.appToken ? { socket: socketReceiver(config.appToken, config.apiUrl, log) } : { http: httpReceiver(config.signingSecret ?? "", log) };
  const receiver: Receiver = over.socket ?? over.http;
  const app = new App({
    receiver,
    convoStore: false,
    deferInitialization: true,
    logger: quiet(log),
    clientOptions: { ...clientOptions(config.apiUrl, answering), fetch: hurried },
    async authorize(_, body) {
      const workspace = await workspaceOf(body);
      if (!workspace) throw new NotInstalled();
      const { tenant, token, botId, botUserId } = workspace;
      return { teamId: tenant, botToken: token, ...(botId ? { botId } : {}), ...(botUserId ? { botUserId } : {}) };
    },
  });
  const addresses = addressBook();
  app.use(async (args) => {
    const roads = {
      client: args.client,
      ...("ack" in args ? { ack: args.ack as Roads["ack"] } : {}),
      ...("respond" in args ? { respond: args.respond } : {}),
    } as Roads;
    const removed = removedAt(args.body);
    if (removed) {
      const gone = await workspaceOf(args.body);
      return gone && workspaces.forget(gone.tenant, removed);
    }
    const gesture = read(args.body, args.context.teamId ?? "");
    if ("ignored" in gesture) {
      if (gesture.ignored === "unreadable") log.error("slack.unreadable", new Error("A payload had an unknown shape."));
      return roads.ack?.();
    }
    if ("explain" in gesture) return showExplanation(gesture, roads).catch((error: unknown) => log.error("slack.answer", error, { way: "explain" }));
    const { from } = gesture.incoming;
    const withheld = withholds(await workspaces.of(from.tenant));
    const email = byTyping.has(gesture.way) && !withheld ? await addresses(args.client, from.tenant, from.user) : undefined;
    const outcome = await bot.handle({
      ...gesture.incoming,
      from: { ...from, ...(email ? { email } : {}), ...(withheld ? { addressesWithheld: true } : {}) },
    });
    // Slack repeats a failed event at once: a short fault passes unseen. A second one is shown, so that an old repetition never overtakes newer words.
    if (isFault(outcome) && !roads.ack && over.http && args.context.retryNum === undefined) throw new Error("A fault; Slack repeats the event.");
    await answer(gesture, outcome, roads).catch(async (error: unknown) => {
      const id = `${ids.code().slice(0, 4)}-${ids.code().slice(0, 2)}`;
      log.error("slack.answer", error, { way: gesture.way, id });
      await sayStored(gesture, outcome, roads, id).catch((again: unknown) => log.error("slack.answer", again, { way: gesture.way, id }));
    });
  });
  app.error(async (error) => {
    const cause = error instanceof AuthorizationError ? error.original : error;
    // Where the installation could not be looked up, Slack repeats.
    if (!(cause instanceof NotInstalled)) throw cause;
    log.info("slack.elsewhere");
  });

  let ready = false;
  const stopping = new AbortController();
  const connecting = connect(stopping.signal);
  async function connect(signal: AbortSignal): Promise<void> {
    for (let wait = 1; !signal.aborted && !ready; wait = Math.min(wait * 2, 60)) {
      try {
        await workspaces.identify();
        await app.init();
        if (over.socket) await over.socket.start();
        ready = true;
      } catch (error) {
        log.error("slack.unreachable", error, { wait });
        await pause(wait * 1000, undefined, { signal, ref: false }).catch(() => {});
      }
    }
  }
  return {
    messenger: createMessenger(workspaces),
    ...(over.http ? { listener: guarded(over.http, () => ready) } : {}),
    ready: () => ready,
    async stop() {
      stopping.abort();
      await connecting;
      if (over.socket && ready) await over.socket.stop();
    },
  };
}

/** Not a workspace of ours: nothing is answered, and nothing is repeated. */
class NotInstalled extends Error {}

/** Whoever installed the app has declined that the bot reads addresses. */
const withholds = (it: Workspace | undefined): boolean => it?.scopes !== undefined && optionalScopes.some((scope) => !it.scopes?.includes(scope));

/** Bolt answers through a response_url without any limit of time. */
const hurried: FetchFunction = (url, init) => fetch(url, { signal: AbortSignal.timeout(answering), ...(init as RequestInit) });

/** Ways in which an account that is not linked yet makes itself known; pressing a card comes later. */
const byTyping: ReadonlySet<Gesture["way"]> = new Set(["command", "shortcut", "words", "mention", "opened"]);

/** `processBeforeResponse`: an event is acknowledged after it was stored, and a failure makes Slack repeat it. */
function httpReceiver(signingSecret: string, log: Log): HTTPReceiver {
  return new HTTPReceiver({ signingSecret, endpoints: slackPath, processBeforeResponse: true, bodyLimit, logger: quiet(log) });
}

function socketReceiver(appToken: string, apiUrl: string | undefined, log: Log): SocketModeReceiver {
  return new SocketModeReceiver({ appToken, logger: quiet(log), installerOptions: { clientOptions: clientOptions(apiUrl, answering) } });
}

/** Answers what Bolt would not: requests before Slack is reached, from the future, or to another address. */
function guarded(receiver: HTTPReceiver, ready: () => boolean): RequestListener {
  const refuse = (request: IncomingMessage, response: ServerResponse, status: number) => {
    request.resume();
    response.writeHead(status).end();
  };
  return (request, response) => {
    if (!ready()) return refuse(request, response, 503);
    if (Number(request.headers["x-slack-request-timestamp"]) > Date.now() / 1000 + ahead) return refuse(request, response, 401);
    try {
      receiver.requestListener(request, response);
    } catch {
      refuse(request, response, 404);
    }
  };
}

/** Bolt's log without its details, which may quote payloads. */
function quiet(log: Log) {
  const line = (level: "info" | "error") => (first?: unknown) => {
    const what =
      String(first instanceof Error ? first.name : first)
        .split(/[:(]/)[0]
        ?.trim() ?? "";
    if (level === "error") log.error("slack.bolt", new Error(what));
    else log.info("slack.bolt", { what });
  };
  return { debug() {}, info() {}, warn: line("info"), error: line("error"), setLevel() {}, setName() {}, getLevel: () => LogLevel.WARN };
}
