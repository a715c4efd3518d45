// Reads the environment into a typed configuration; every fault is named at once.
import path from "node:path";
import { z } from "zod";
import { openVault } from "./vault.ts";

export interface Config {
  readonly production: boolean;
  readonly port: number;
  /** The interface to listen on; the local page allows none but loopback. */
  readonly host: string;
  /** Absent: the embedded database in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** Where people reach this server, for links in messages; without it messages carry no links. */
  readonly publicUrl: string | undefined;
  readonly organiserEmails: readonly string[];
  /** Workspaces whose e-mail addresses may link accounts, as "slack:T0123". */
  readonly trusted: readonly string[];
  readonly logLevel: string;
  /** Whether the local page is served: alone where no messenger is configured, or asked for beside them. */
  readonly page: boolean;
  readonly slack: SlackConfig | undefined;
  readonly teams: TeamsConfig | undefined;
}

export interface SlackConfig {
  /** Of the operator's own workspace; others come by OAuth. */
  readonly botToken: string | undefined;
  readonly signingSecret: string | undefined;
  /** Present: Socket Mode. */
  readonly appToken: string | undefined;
  readonly apiUrl: string | undefined;
  readonly oauth: OAuthConfig | undefined;
}

/** Several workspaces, each installed from the browser. */
export interface OAuthConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Under which tokens are kept, the newest first (vault.ts). */
  readonly tokenKeys: string;
  /** Where Slack sends the browser back to: scheme and host. */
  readonly origin: string;
}

export interface TeamsConfig {
  /** Undefined: no authentication, for the Agents Playground on this machine. */
  readonly app: { readonly id: string; readonly password: string; readonly tenantId: string } | undefined;
}

/** Says what is wrong with the keys, and quotes none. */
function checkKeys(keys: string, context: z.RefinementCtx<string>): void {
  try {
    openVault(keys);
  } catch (error) {
    context.addIssue({ code: "custom", message: (error as Error).message.replace(/^TOKEN_KEYS: /, "is not in order: ") });
  }
}

const empty = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);
const setting = <T extends z.ZodType>(type: T) => z.preprocess(empty, type);
const text = setting(z.string().trim().optional());
const list = setting(z.string().optional()).transform((value) => (value ?? "").split(/[,;\s]+/).filter((part) => part !== ""));

const environment = z.object({
  NODE_ENV: text,
  PORT: setting(z.coerce.number("must be a number").int("must be a whole number").min(0).max(65535, "must be at most 65535").default(3000)),
  HOST: text,
  DATABASE_URL: setting(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, "must begin with postgresql://")
      .optional(),
  ),
  DATA_DIR: setting(z.string().default(".data")),
  PUBLIC_URL: setting(z.url({ protocol: /^https?$/, error: "must be an address such as https://bot.example.org" }).optional()),
  ORGANISER_EMAILS: list,
  TRUSTED_WORKSPACES: list,
  LOG_LEVEL: setting(z.enum(["fatal", "error", "warn", "info", "debug", "silent"], "must be one of fatal, error, warn, info, debug, silent").default("info")),
  SLACK_BOT_TOKEN: text,
  SLACK_SIGNING_SECRET: text,
  SLACK_APP_TOKEN: text,
  SLACK_CLIENT_ID: text,
  SLACK_CLIENT_SECRET: text,
  TOKEN_KEYS: setting(z.string().trim().superRefine(checkKeys).optional()),
  SLACK_API_URL: setting(z.url({ protocol: /^https?$/, error: "must be an address" }).optional()),
  TEAMS_APP_ID: text,
  TEAMS_APP_PASSWORD: text,
  TEAMS_TENANT_ID: text,
  TEAMS_PLAYGROUND: setting(z.literal("yes", "must be yes or empty").optional()),
  LOCAL_PAGE: setting(z.literal("yes", "must be yes or empty").optional()),
});

/** What is wrong with the environment: one line for each setting. The message is what the operator reads. */
export class ConfigError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(
      `The bot cannot start. Please check these settings:\n${faults.map((fault) => `  - ${fault}`).join("\n")}\nAll settings are described in README.md and .env.example.`,
    );
    this.faults = faults;
  }
}

/** @throws ConfigError naming every fault */
export function readConfig(env: Readonly<Record<string, string | undefined>>, root: string): Config {
  const issues = environment.safeParse(env).error?.issues ?? [];
  const misspelt = issues.map(({ path: [name] }) => String(name));
  // What is wrong in itself counts as empty, so that everything else that is wrong is named with it.
  const it = environment.parse({ ...env, ...Object.fromEntries(misspelt.map((name) => [name, ""])) });
  const production = it.NODE_ENV === "production";
  const others = [
    ...slackFaults(it),
    ...oauthFaults(it, production),
    ...teamsFaults(it, production),
    ...pageFaults(it, production),
    ...(production && !usesSlack(it) && !it.TEAMS_APP_ID ? missingMessenger(it) : []),
  ];
  const faults = [
    ...issues.map(({ path: [name], message }) => `${String(name)} ${message}`),
    ...others.filter((fault) => !misspelt.some((name) => fault.startsWith(`${name} `))),
  ];
  if (faults.length > 0) throw new ConfigError(faults);
  const teams = teamsOf(it);
  const reachable = !it.LOCAL_PAGE && (usesSlack(it) || teams?.app !== undefined);
  return {
    production,
    port: it.PORT,
    host: it.HOST ?? (reachable ? "0.0.0.0" : "127.0.0.1"),
    databaseUrl: it.DATABASE_URL,
    dataDir: path.resolve(root, it.DATA_DIR),
    // The local page is reached where it listens.
    publicUrl: (it.PUBLIC_URL ?? (reachable ? undefined : `http://127.0.0.1:${it.PORT}`))?.replace(/\/+$/, ""),
    organiserEmails: it.ORGANISER_EMAILS.map((email) => email.toLowerCase()),
    trusted: it.TRUSTED_WORKSPACES,
    logLevel: it.LOG_LEVEL,
    page: it.LOCAL_PAGE !== undefined || !(usesSlack(it) || teams),
    slack: usesSlack(it)
      ? {
          botToken: it.SLACK_BOT_TOKEN,
          signingSecret: it.SLACK_SIGNING_SECRET,
          appToken: it.SLACK_APP_TOKEN,
          apiUrl: it.SLACK_API_URL,
          oauth: oauthOf(it),
        }
      : undefined,
    teams,
  };
}

type Environment = z.output<typeof environment>;

/** One workspace by its token, several by OAuth, or both. */
const usesSlack = (it: Environment): boolean => it.SLACK_BOT_TOKEN !== undefined || installs(it);

function slackFaults(it: Environment): string[] {
  if (installs(it)) return [];
  if (!it.SLACK_BOT_TOKEN) return it.SLACK_SIGNING_SECRET || it.SLACK_APP_TOKEN ? ["SLACK_BOT_TOKEN is missing (the bot token of the Slack app, xoxb-…)"] : [];
  return it.SLACK_SIGNING_SECRET || it.SLACK_APP_TOKEN ? [] : ["SLACK_SIGNING_SECRET is missing (for HTTP; or SLACK_APP_TOKEN for Socket Mode)"];
}

const oauthSettings = {
  SLACK_CLIENT_ID: "the client ID of the Slack app, for several workspaces",
  SLACK_CLIENT_SECRET: "the client secret of the Slack app, for several workspaces",
  TOKEN_KEYS: "the key under which their tokens are kept: a name, a colon and what openssl rand -base64 32 prints",
  SLACK_SIGNING_SECRET: "several workspaces speak to the bot over HTTP",
  PUBLIC_URL: "where Slack sends the browser back to after an installation",
} as const;

const installs = (it: Environment): boolean => Boolean(it.SLACK_CLIENT_ID || it.SLACK_CLIENT_SECRET || it.TOKEN_KEYS);

/** Where workspaces install the app themselves, all of it is needed; a token of the operator's own workspace may stand beside it. */
function oauthFaults(it: Environment, production: boolean): string[] {
  if (!installs(it)) return [];
  const names = Object.keys(oauthSettings) as (keyof typeof oauthSettings)[];
  return [
    ...names.filter((name) => !it[name]).map((name) => `${name} is missing (${oauthSettings[name]})`),
    ...(it.SLACK_APP_TOKEN ? ["SLACK_APP_TOKEN is for one workspace in Socket Mode and has no place beside SLACK_CLIENT_ID"] : []),
    ...(production && it.PUBLIC_URL?.startsWith("http:") ? ["PUBLIC_URL must begin with https:// (Slack sends the browser back to no other address)"] : []),
  ];
}

function oauthOf({
  SLACK_CLIENT_ID: clientId,
  SLACK_CLIENT_SECRET: clientSecret,
  TOKEN_KEYS: tokenKeys,
  PUBLIC_URL: url,
}: Environment): OAuthConfig | undefined {
  return clientId && clientSecret && tokenKeys && url ? { clientId, clientSecret, tokenKeys, origin: new URL(url).origin } : undefined;
}

function teamsOf({
  TEAMS_APP_ID: id,
  TEAMS_APP_PASSWORD: password,
  TEAMS_TENANT_ID: tenantId,
  TEAMS_PLAYGROUND: playground,
}: Environment): TeamsConfig | undefined {
  if (id && password && tenantId) return { app: { id, password, tenantId } };
  return playground ? { app: undefined } : undefined;
}

const teamsSettings = {
  TEAMS_APP_ID: "the id of the bot's registration, from the Azure portal",
  TEAMS_APP_PASSWORD: "a client secret of that registration",
  TEAMS_TENANT_ID: "the tenant the bot is registered in",
} as const;

/** All three or none; the playground speaks for nobody, so it never stands beside them and never in production. */
function teamsFaults(it: Environment, production: boolean): string[] {
  const names = Object.keys(teamsSettings) as (keyof typeof teamsSettings)[];
  const some = names.some((name) => it[name]);
  if (it.TEAMS_PLAYGROUND && (some || production))
    return ["TEAMS_PLAYGROUND turns authentication off and is only for trying the bot, without TEAMS_APP_ID and not in production"];
  return some ? names.filter((name) => !it[name]).map((name) => `${name} is missing (${teamsSettings[name]})`) : [];
}

/** On the page everybody is anybody, so beside messengers it is for trying only, and the server then listens on this machine alone. */
function pageFaults({ LOCAL_PAGE: page, HOST: host }: Environment, production: boolean): string[] {
  if (!page) return [];
  if (production) return ["LOCAL_PAGE lets everybody act as anybody and is only for trying the bot, not in production"];
  return host === undefined || loopback.test(host) ? [] : ["HOST must be 127.0.0.1 with LOCAL_PAGE, or empty"];
}

const loopback = /^(127\.\d+\.\d+\.\d+|localhost|::1)$/;

const eitherMessenger =
  "SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET are missing (Slack; or SLACK_APP_TOKEN for Socket Mode), or TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID (Microsoft Teams)";

/** In production the local page does not exist, so a bot without a messenger would reach nobody. */
function missingMessenger(it: Environment): string[] {
  return [
    ...(it.SLACK_SIGNING_SECRET || it.SLACK_APP_TOKEN || it.TEAMS_APP_PASSWORD || it.TEAMS_TENANT_ID ? [] : [eitherMessenger]),
    ...(it.DATABASE_URL ? [] : ["DATABASE_URL is missing (the PostgreSQL of this installation, postgresql://…)"]),
    ...(it.PUBLIC_URL ? [] : ["PUBLIC_URL is missing (the address under which people reach this server, for calendar links)"]),
  ];
}
