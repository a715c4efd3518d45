// Slack as the bot runs it: the door for what people do there, and where OAuth is set up the doors by which further workspaces install the app.
import type { Pool } from "pg";
import type { Bot } from "../src/bot.ts";
import type { Log } from "../src/ports.ts";
import type { SlackConfig } from "./config.ts";
import type { Door } from "./http.ts";
import type { Slack } from "./slack/index.ts";
import type { PrismaClient } from "./store/generated/client.ts";
import type { Enqueue } from "./store/gesture.ts";
import { createInstallations } from "./store/installations.ts";
import { createRemoval } from "./store/removal.ts";
import { openVault } from "./vault.ts";
import { joinWorkspace, meetWorkspace, reachAgain } from "./workspaces.ts";

interface Needed {
  readonly prisma: PrismaClient;
  readonly pool: Pool;
  readonly enqueue: Enqueue;
  readonly bot: Bot;
  readonly log: Log;
  /** The same on every process; signs the states of installations. */
  readonly secret: string;
  readonly trusted: readonly string[];
}

export async function openSlack(
  config: SlackConfig,
  { prisma, pool, enqueue, bot, log, secret, trusted }: Needed,
): Promise<{ slack: Slack; doors: readonly Door[] }> {
  const { createSlack, slackPath } = await import("./slack/index.ts");
  const { botToken, signingSecret, appToken, apiUrl, oauth } = config;
  const now = () => new Date();
  const installations = oauth && createInstallations(prisma, openVault(oauth.tokenKeys), now);
  await installations?.renew((tenant, error) => log.error("slack.sealed", error, { tenant }));
  const slack = createSlack(
    {
      tokens: botToken ? [botToken] : [],
      ...(signingSecret ? { signingSecret } : {}),
      ...(appToken ? { appToken } : {}),
      ...(apiUrl ? { apiUrl } : {}),
    },
    {
      bot,
      log,
      async joined(tenant, origin) {
        // Anybody may install the app by OAuth, so that alone says nothing about an alliance.
        await (origin === "token" ? joinWorkspace : meetWorkspace)(prisma, "slack", tenant, trusted);
        if (origin === "token") await reachAgain(prisma, "slack", tenant);
      },
      installations: { of: async (tenant) => installations?.of(tenant), remove: createRemoval(pool, enqueue, now) },
    },
  );
  const { listener } = slack;
  const events: Door = (request, response) => {
    if (!listener || (request.url ?? "").split("?")[0] !== slackPath) return false;
    listener(request, response);
    return true;
  };
  if (!oauth || !installations) return { slack, doors: [events] };
  const { createInstall } = await import("./slack/install.ts");
  const { clientId, clientSecret, origin } = oauth;
  const install = createInstall({ clientId, clientSecret, stateSecret: secret, origin, ...(apiUrl ? { apiUrl } : {}) }, { installations, now, log });
  return { slack, doors: [events, install] };
}
