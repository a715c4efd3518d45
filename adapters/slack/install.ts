// Installing the app in a workspace from the browser: off to Slack, and back with a code that is exchanged for the bot's token.
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { InstallProvider, type InstallURLOptions, InvalidStateError, type Installation as SlackInstallation, type StateStore } from "@slack/oauth";
import { type Language, translator } from "../../locales/index.ts";
import type { Log } from "../../src/ports.ts";
import type { Installation, Installations } from "./installation.ts";
import { neededScopes, optionalScopes } from "./scopes.ts";
import { clientOptions } from "./workspaces.ts";

interface InstallConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs the states; the same on every process. */
  readonly stateSecret: string;
  /** Where the bot is reached: scheme and host. */
  readonly origin: string;
  readonly apiUrl?: string;
}

interface InstallPorts {
  readonly installations: Pick<Installations, "put" | "spend">;
  readonly now: () => Date;
  readonly log: Log;
}

const installPath = "/slack/install";
/** Slack sends the browser back to it; it stands in the app's manifest. */
export const redirectPath = "/slack/oauth_redirect";
/** Milliseconds from the beginning to the way back. */
const lifetime = 10 * 60_000;
/** Milliseconds by which the clocks of two processes may differ. */
const skew = 5000;
const patience = 5000;

/** Answers both pages, and leaves other paths alone. */
export function createInstall(config: InstallConfig, { installations, now, log }: InstallPorts) {
  const { logger, ...options } = clientOptions(config.apiUrl, patience);
  const asked: InstallURLOptions = { scopes: [...neededScopes, ...optionalScopes], redirectUri: `${config.origin}${redirectPath}` };
  const provider = new InstallProvider({
    clientId: config.clientId,
    clientSecret: config.clientSecret,
    directInstall: true,
    // Bound to this host alone, whoever has a host beside it.
    stateCookieName: "__Host-slack-install",
    stateCookieExpirationSeconds: lifetime / 1000,
    stateStore: signedStates(config.stateSecret, asked, installations, now),
    installUrlOptions: asked,
    installationStore: {
      async storeInstallation(it) {
        const read = installationOf(it as SlackInstallation);
        await installations.put(read);
        log.info("slack.installed", { tenant: read.tenant });
      },
      fetchInstallation: () => Promise.reject(new Error("Installations are read elsewhere.")),
    },
    clientOptions: options,
    ...(logger ? { logger } : {}),
  });

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = (request.url ?? "").split("?")[0];
    if (path !== installPath && path !== redirectPath) return false;
    request.resume();
    if (request.method !== "GET") {
      response.writeHead(405, { allow: "GET" }).end();
      return true;
    }
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (path === installPath) await provider.handleInstallPath(request, response);
    else
      await provider.handleCallback(request, response, {
        success: () => show(request, response, true),
        failure(error) {
          // Slack's and our words for it, never the code or the state.
          log.info("slack.notInstalled", { reason: error.code });
          show(request, response, false);
        },
      });
    return true;
  };
}

/** A state says when it was made and that we made it; the cookie says for whom, and the port that it is used once. */
function signedStates(secret: string, asked: InstallURLOptions, installations: Pick<Installations, "spend">, now: () => Date): StateStore {
  const sign = (text: string): string => createHmac("sha256", secret).update(`slack install ${text}`).digest("base64url");
  return {
    async generateStateParam() {
      const text = `${randomBytes(18).toString("base64url")}.${now().getTime()}`;
      return `${text}.${sign(text)}`;
    },
    async verifyStateParam(_, state) {
      const [nonce = "", at = "", mac = ""] = state.split(".");
      const [wanted, got] = [Buffer.from(sign(`${nonce}.${at}`)), Buffer.from(mac)];
      const age = now().getTime() - Number(at);
      const good = wanted.length === got.length && timingSafeEqual(wanted, got) && age >= -skew && age <= lifetime;
      if (!good || !(await installations.spend(nonce, new Date(Number(at) + lifetime)))) throw new InvalidStateError("The state is not good, or not any more.");
      // The way back may lead to another process than the way out.
      return asked;
    },
  };
}

/** @throws where Slack gave no token for the bot */
function installationOf({ isEnterpriseInstall, enterprise, team, bot }: SlackInstallation): Installation {
  const tenant = isEnterpriseInstall ? enterprise?.id : team?.id;
  if (!tenant || !bot) throw new Error("Slack gave no token for the bot.");
  return { tenant, botToken: bot.token, botId: bot.id, botUserId: bot.userId, scopes: bot.scopes };
}

const headers = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

function show(request: IncomingMessage, response: ServerResponse, installed: boolean): void {
  const lang: Language = /^\s*en\b/i.test(request.headers["accept-language"] ?? "") ? "en" : "de";
  const t = translator(lang);
  const title = installed ? t("app.installed.title") : t("app.notInstalled.title");
  const text = installed ? t("app.installed.text") : t("app.notInstalled.text");
  const again = installed ? "" : `<p><a href="${installPath}">${t("app.notInstalled.again")}</a></p>`;
  response.writeHead(installed ? 200 : 400, { "content-type": "text/html; charset=utf-8" });
  response.end(
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p>${again}</main></body></html>`,
  );
}
