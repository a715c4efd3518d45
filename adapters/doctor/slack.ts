// Looks at Slack: whether the tokens count, and what the app may do in the workspace against what the bot does.
import { type WebAPICallResult, WebAPIPlatformError, WebClient } from "@slack/web-api";
import { neededScopes, optionalScopes, socketScope } from "../slack/scopes.ts";
import { clientOptions } from "../slack/workspaces.ts";
import { type Finding, note, ok, wrong } from "./finding.ts";

export interface SlackSettings {
  readonly botToken: string | undefined;
  readonly signingSecret: string | undefined;
  readonly appToken: string | undefined;
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly apiUrl: string | undefined;
  readonly trusted: readonly string[];
}

/** Milliseconds for one call. */
const patience = 5000;

export async function examineSlack(settings: SlackSettings): Promise<readonly Finding[]> {
  const { botToken, appToken, signingSecret, clientId, clientSecret } = settings;
  if (!botToken && !appToken && !signingSecret && !clientId) return [];
  const [bot, socket, app] = await Promise.all([
    botToken ? examineBot(botToken, settings) : [],
    appToken ? examineSocket(appToken, settings) : [],
    clientId && clientSecret ? examineApp(clientId, clientSecret, settings) : [],
  ]);
  return [...bot, ...app, ...(appToken ? socket : secret(signingSecret))];
}

async function examineBot(token: string, { apiUrl, trusted }: SlackSettings): Promise<readonly Finding[]> {
  const about = "Slack token";
  const where = "copy the „Bot User OAuth Token“ from „OAuth & Permissions“ into SLACK_BOT_TOKEN";
  try {
    const it = await new WebClient(token, clientOptions(apiUrl, patience)).auth.test();
    const tenant = it.is_enterprise_install ? it.enterprise_id : it.team_id;
    if (!it.bot_id) return [wrong(about, "it belongs to a person, not to a bot", `Please ${where}.`)];
    const scopes = granted(it);
    const findings = [ok(about, `the bot is in the workspace ${tenant}`), ...rights(scopes)];
    const unread = scopes?.includes("users:read.email") && !trusted.includes(`slack:${tenant}`);
    return unread
      ? [...findings, note("Slack e-mail", `accounts are linked by code only; add slack:${tenant} to TRUSTED_WORKSPACES to link them by e-mail address too`)]
      : findings;
  } catch (error) {
    return [refused(about, error, `Please ${where}`)];
  }
}

const granted = (it: WebAPICallResult): readonly string[] | undefined => it.response_metadata?.scopes;

function rights(scopes: readonly string[] | undefined): readonly Finding[] {
  const about = "Slack scopes";
  if (!scopes) return [note(about, "Slack did not say what the app may do")];
  const missing = neededScopes.filter((scope) => !scopes.includes(scope));
  const declined = optionalScopes.filter((scope) => !scopes.includes(scope));
  const remedy = "Add them under „OAuth & Permissions“, or take manifest/slack.http.json as the app's manifest, and reinstall the app.";
  return [
    missing.length > 0 ? wrong(about, `missing: ${missing.join(", ")}`, remedy) : ok(about, "all that the bot needs"),
    ...(declined.length > 0 ? [note(about, `without ${declined.join(" and ")} accounts are linked by code only, not by e-mail address`)] : []),
  ];
}

async function examineSocket(token: string, { apiUrl }: SlackSettings): Promise<readonly Finding[]> {
  const about = "Slack Socket Mode";
  const remedy = `Make an app-level token with the scope ${socketScope} under „Basic Information“ and copy it into SLACK_APP_TOKEN`;
  try {
    await new WebClient(token, clientOptions(apiUrl, patience)).apps.connections.open();
    return [ok(about, "the app token opens connections")];
  } catch (error) {
    return [refused(about, error, remedy)];
  }
}

/** Slack looks at the app before it looks at the code, so a code that is none tells whether the app is known. */
async function examineApp(clientId: string, clientSecret: string, { apiUrl }: SlackSettings): Promise<readonly Finding[]> {
  const about = "Slack installation";
  const remedy = "Copy „Client ID“ and „Client Secret“ from „Basic Information“ into SLACK_CLIENT_ID and SLACK_CLIENT_SECRET";
  try {
    await new WebClient(undefined, clientOptions(apiUrl, patience)).oauth.v2.access({ client_id: clientId, client_secret: clientSecret, code: "doctor" });
  } catch (error) {
    const known = error instanceof WebAPIPlatformError && ["invalid_code", "code_already_used"].includes(error.data.error);
    if (!known) return [refused(about, error, remedy)];
  }
  return [ok(about, "Slack knows the app and its secret")];
}

function secret(signingSecret: string | undefined): readonly Finding[] {
  const about = "Slack signing secret";
  const remedy = "Copy the „Signing Secret“ from „Basic Information“ into SLACK_SIGNING_SECRET";
  if (!signingSecret) return [wrong(about, "missing", `${remedy}, or set SLACK_APP_TOKEN for Socket Mode.`)];
  // Nobody but Slack can say whether it is the right one.
  if (!/^[\da-f]{32}$/.test(signingSecret))
    return [note(about, `is there, but does not look like one of Slack's (32 digits and letters a to f). ${remedy} if Slack's requests get 401`)];
  return [ok(about, "is there")];
}

/** What each of Slack's words means for the person who runs the bot. */
const meanings: Readonly<Record<string, string>> = {
  invalid_auth: "Slack does not know it",
  invalid_client_id: "Slack knows no app by this client ID",
  bad_client_secret: "the client secret is another one",
  not_authed: "Slack does not know it",
  token_revoked: "it was revoked",
  token_expired: "it has expired",
  account_inactive: "the app was removed from the workspace",
  not_allowed_token_type: "it is a token of another kind",
  missing_scope: "it lacks a scope",
};

function refused(about: string, error: unknown, remedy: string): Finding {
  if (!(error instanceof WebAPIPlatformError))
    return wrong(about, "Slack cannot be reached from this machine", "Check that it may call https://slack.com (proxy, firewall).");
  const word = /^[a-z_]{1,80}$/.test(error.data.error) ? error.data.error : "unknown_error";
  return wrong(about, `${meanings[word] ?? "Slack refuses it"} (${word})`, `${remedy}.`);
}
