// The workspaces this app is installed in: each bot token, whose it is, and the client that sends with it.
import { WebClient, type WebClientOptions } from "@slack/web-api";
import type { Log } from "../../src/ports.ts";
import type { Installations } from "./installation.ts";

export interface Workspace {
  /** The workspace's id, or the organisation's where the app is installed for a whole Enterprise Grid. */
  readonly tenant: string;
  readonly token: string;
  readonly botId: string | undefined;
  readonly botUserId: string | undefined;
  /** What the token may do, where that is known. */
  readonly scopes?: readonly string[];
  /** For messages of the bot's own accord: apart from the client that answers, so that neither waits for the other. */
  readonly client: WebClient;
}

export interface Workspaces {
  of(tenant: string): Promise<Workspace | undefined>;
  /** Asks Slack whose tokens these are. Rejects while Slack cannot be reached; what was found out is kept. */
  identify(): Promise<void>;
  /** The app was taken from this workspace: nothing more is sent there, and nothing more is heard. */
  forget(tenant: string, at: Date): Promise<void>;
}

/** Retries belong to the job engine: a client that repeats on its own posts messages twice and stops its whole queue on a 429. */
export const clientOptions = (apiUrl: string | undefined, timeout: number): WebClientOptions => ({
  ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout,
  allowAbsoluteUrls: false,
  logger: silent,
});

/** A token in the settings says whose workspace it is; whoever installs by OAuth may be anybody. */
export type Origin = "token" | "oauth";

/** Milliseconds for which a stored installation is taken for true: another process may have seen it end. */
const fresh = 60_000;

interface Ports {
  readonly log: Log;
  /** Hears of each workspace before its first gesture, of an installed one whenever it is looked up; where it rejects, it is told again. */
  readonly joined?: (tenant: string, origin: Origin) => Promise<void>;
  /** Where workspaces come from that were installed by OAuth; absent: only those of the tokens. */
  readonly installations?: Pick<Installations, "of" | "remove">;
  /** Milliseconds that only grow. */
  readonly elapsed?: () => number;
}

export function openWorkspaces(tokens: readonly string[], apiUrl: string | undefined, ports: Ports): Workspaces {
  const { log, joined = async () => {}, installations, elapsed = () => performance.now() } = ports;
  const known = new Map<string, Workspace>();
  const open = new Set(tokens);
  const stored = new Map<string, { readonly at: number; readonly workspace: Workspace }>();
  const sender = (token: string) => new WebClient(token, clientOptions(apiUrl, sending));

  async function installed(tenant: string): Promise<Workspace | undefined> {
    const before = stored.get(tenant);
    if (before && elapsed() - before.at < fresh) return before.workspace;
    const it = await installations?.of(tenant);
    if (!it) {
      stored.delete(tenant);
      return undefined;
    }
    const same = before?.workspace.token === it.botToken ? before.workspace : undefined;
    await joined(tenant, "oauth");
    const { botToken: token, botId, botUserId, scopes } = it;
    const workspace = { tenant, token, botId, botUserId, scopes, client: same?.client ?? sender(token) };
    stored.set(tenant, { at: elapsed(), workspace });
    return workspace;
  }

  return {
    of: async (tenant) => known.get(tenant) ?? installed(tenant),
    async identify() {
      for (const token of [...open]) {
        const client = sender(token);
        const it = await client.auth.test();
        const tenant = it.is_enterprise_install ? it.enterprise_id : it.team_id;
        if (!tenant) throw new Error("Slack's auth.test named no workspace.");
        await joined(tenant, "token");
        known.set(tenant, { tenant, token, botId: it.bot_id, botUserId: it.user_id, client });
        open.delete(token);
        log.info("slack.workspace", { tenant });
      }
    },
    async forget(tenant, at) {
      known.delete(tenant);
      stored.delete(tenant);
      await installations?.remove(tenant, at);
      log.info("slack.removed", { tenant });
    },
  };
}

/** Milliseconds a sending may take before its outcome counts as uncertain. */
const sending = 5000;

/** The SDK's lines may hold people's words; what matters is logged by us. */
const silent: NonNullable<WebClientOptions["logger"]> = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  setName() {},
  getLevel: () => "error" as never,
};
