// Looks at Teams: whether Microsoft gives the bot a token, and whether its keys, by which Teams' requests are checked, can be had.
import { z } from "zod";
import { type Finding, ok, wrong } from "./finding.ts";

export interface TeamsSettings {
  readonly appId: string | undefined;
  readonly password: string | undefined;
  readonly tenantId: string | undefined;
}

/** Microsoft's public cloud, or another one. */
export interface Microsoft {
  /** Gives tokens: scheme and host, without a slash at the end. */
  readonly login: string;
  readonly openIdMetadata: string;
}

export const publicMicrosoft: Microsoft = {
  login: "https://login.microsoftonline.com",
  openIdMetadata: "https://login.botframework.com/v1/.well-known/openidconfiguration",
};

/** Milliseconds for one call. */
const patience = 5000;
const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export async function examineTeams(settings: TeamsSettings, microsoft: Microsoft): Promise<readonly Finding[]> {
  const { appId, password, tenantId } = settings;
  if (!appId || !password || !tenantId) return [];
  const forms = [
    ...(guid.test(appId)
      ? []
      : [wrong("Teams app id", "TEAMS_APP_ID is no id", "Copy the „Application (client) ID“ from the app registration in the Azure portal.")]),
    ...(guid.test(tenantId)
      ? []
      : [wrong("Teams tenant", "TEAMS_TENANT_ID is no id", "Copy the „Directory (tenant) ID“ from the app registration in the Azure portal.")]),
  ];
  if (forms.length > 0) return forms;
  return Promise.all([examineToken({ appId, password, tenantId }, microsoft.login), examineKeys(microsoft.openIdMetadata)]);
}

const refusal = z.object({ error: z.string().optional(), error_codes: z.array(z.number()).optional() });

async function examineToken({ appId, password, tenantId }: { appId: string; password: string; tenantId: string }, login: string): Promise<Finding> {
  const about = "Teams credentials";
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: appId,
    client_secret: password,
    scope: "https://api.botframework.com/.default",
  });
  try {
    const response = await fetch(`${login}/${tenantId}/oauth2/v2.0/token`, { method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(patience) });
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok && z.object({ access_token: z.string().min(1) }).safeParse(answer).success) return ok(about, "Microsoft gives the bot a token");
    const { data } = refusal.safeParse(answer);
    if (response.status >= 500 || !data) return wrong(about, `Microsoft's sign-in answered ${response.status}`, "Try again in some minutes.");
    return refused(about, data.error_codes ?? [], data.error ?? "");
  } catch {
    return wrong(about, "Microsoft's sign-in cannot be reached from this machine", `Check that it may call ${login} (proxy, firewall).`);
  }
}

/** Microsoft's numbers, as learn.microsoft.com lists them under reference-error-codes (AADSTS…). */
function refused(about: string, codes: readonly number[], error: string): Finding {
  const secret = "Make a new client secret under „Certificates & secrets“ and copy its value (not its id) into TEAMS_APP_PASSWORD.";
  if (codes.includes(7000222)) return wrong(about, "the client secret has expired (AADSTS7000222)", secret);
  if (codes.includes(7000215)) return wrong(about, "Microsoft does not know this client secret (AADSTS7000215)", secret);
  if (codes.includes(700016))
    return wrong(about, "the tenant has no such app (AADSTS700016)", "Check TEAMS_APP_ID, and that TEAMS_TENANT_ID is the tenant the bot is registered in.");
  if (codes.includes(90002) || codes.includes(900023))
    return wrong(about, `Microsoft knows no such tenant (AADSTS${codes[0]})`, "Copy the „Directory (tenant) ID“ into TEAMS_TENANT_ID.");
  if (codes.includes(7000112)) return wrong(about, "the app is switched off in its tenant (AADSTS7000112)", "Switch it on under „Enterprise applications“.");
  const word = codes[0] === undefined ? (/^[a-z_]{1,60}$/.test(error) ? error : "no reason given") : `AADSTS${codes[0]}`;
  return wrong(about, `Microsoft refuses the bot (${word})`, "Check TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID against the app registration.");
}

async function examineKeys(address: string): Promise<Finding> {
  const about = "Teams keys";
  const remedy = `Check that this machine may call ${new URL(address).origin} (proxy, firewall): without Microsoft's keys no request of Teams can be checked.`;
  try {
    const response = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(patience) });
    const { success } = z.object({ jwks_uri: z.url() }).safeParse(await response.json());
    return response.ok && success ? ok(about, "Microsoft's keys can be had") : wrong(about, "Microsoft's keys cannot be had", remedy);
  } catch {
    return wrong(about, "Microsoft's keys cannot be had", remedy);
  }
}
