// The workspaces this app is installed in: each bot token, whose it is, and the client that sends with it.
import { WebClient, type WebClientOptions } from "@slack/web-api";
import type { Log } from "../../src/ports.ts";

export interface Workspace {
  /** The workspace's id, or the organisation's where the app is installed for a whole Enterprise Grid. */
  readonly tenant: string;
  readonly token: string;
  readonly botId: string | undefined;
  readonly botUserId: string | undefined;
  /** For messages of the bot's own accord: apart from the client that answers, so that neither waits for the other. */
  readonly client: WebClient;
}

export interface Workspaces {
  of(tenant: string): Workspace | undefined;
  tenants(): ReadonlySet<string>;
  /** Asks Slack whose tokens these are. Rejects while Slack cannot be reached; what was found out is kept. */
  identify(): Promise<void>;
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

/** `joined` hears of each workspace before its first gesture; where it rejects, it is told again. */
export function openWorkspaces(
  tokens: readonly string[],
  apiUrl: string | undefined,
  log: Log,
  joined: (tenant: string) => Promise<void> = async () => {},
): Workspaces {
  const known = new Map<string, Workspace>();
  const open = new Set(tokens);
  return {
    of: (tenant) => known.get(tenant),
    tenants: () => new Set(known.keys()),
    async identify() {
      for (const token of [...open]) {
        const client = new WebClient(token, clientOptions(apiUrl, sending));
        const it = await client.auth.test();
        const tenant = it.is_enterprise_install ? it.enterprise_id : it.team_id;
        if (!tenant) throw new Error("Slack's auth.test named no workspace.");
        await joined(tenant);
        known.set(tenant, { tenant, token, botId: it.bot_id, botUserId: it.user_id, client });
        open.delete(token);
        log.info("slack.workspace", { tenant });
      }
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
