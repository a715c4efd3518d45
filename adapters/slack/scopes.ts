// What this adapter asks of Slack: the methods it calls, the events it hears, and the scopes Slack grants them by.

interface Need {
  /** Without these the call or event fails. */
  readonly scopes: readonly string[];
  /** The bot does without it, and says so where it matters. */
  readonly optional?: true;
}

/** Every Web API method this folder calls; the scopes are those of the methods' pages in docs.slack.dev/reference/methods. */
export const methods: Readonly<Record<string, Need>> = {
  "auth.test": { scopes: [] },
  "chat.postMessage": { scopes: ["chat:write"] },
  "chat.postEphemeral": { scopes: ["chat:write"] },
  "chat.update": { scopes: ["chat:write"] },
  "conversations.open": { scopes: ["im:write"] },
  "conversations.history": { scopes: ["im:history"] },
  // Asked for nothing but the e-mail address, by which accounts are linked in workspaces the organiser trusts.
  "users.info": { scopes: ["users:read", "users:read.email"], optional: true },
  "views.open": { scopes: [] },
  "views.publish": { scopes: [] },
  "views.push": { scopes: [] },
  "views.update": { scopes: [] },
};

/** Every event this folder hears, as docs.slack.dev/reference/events names it. */
export const events: Readonly<Record<string, Need>> = {
  app_home_opened: { scopes: [] },
  app_mention: { scopes: ["app_mentions:read"] },
  app_uninstalled: { scopes: [] },
  "message.im": { scopes: ["im:history"] },
  tokens_revoked: { scopes: [] },
};

const scopesOf = (needs: readonly Need[]): readonly string[] => [...new Set(needs.flatMap(({ scopes }) => scopes))].sort();
const all = [...Object.values(methods), ...Object.values(events)];

/** Of the bot token; "commands" is for the slash command. */
export const neededScopes: readonly string[] = ["commands", ...scopesOf(all.filter(({ optional }) => !optional))].sort();
export const optionalScopes: readonly string[] = scopesOf(all.filter(({ optional }) => optional)).filter((scope) => !neededScopes.includes(scope));

/** Of the app token that Socket Mode needs. */
export const socketScope = "connections:write";

/** The one command people type; Slack takes no umlauts in it. */
export const slashCommand = "/buendnis";
