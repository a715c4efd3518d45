// Looks at the settings, at the address the bot is reached under, and at the folder it writes to.
import { accessSync, constants, existsSync, mkdtempSync, rmdirSync } from "node:fs";
import path from "node:path";
import { ConfigError, readConfig } from "../config.ts";
import { type Finding, note, ok, wrong } from "./finding.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** A setting, or undefined where it is empty. */
export const of = (env: Environment, name: string): string | undefined => env[name]?.trim() || undefined;

/** Every fault the bot itself would not start with. */
export function examineSettings(env: Environment, root: string): readonly Finding[] {
  const about = "Settings";
  try {
    readConfig(env, root);
    return [ok(about, "complete")];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map((fault) => wrong(about, fault, "Set it in .env; README.md describes every setting."));
  }
}

/** Slack over HTTP and Teams call the bot under this address, and messages link to it. */
export function examineAddress(env: Environment): readonly Finding[] {
  const about = "Public address";
  const address = of(env, "PUBLIC_URL");
  const overHttp = of(env, "SLACK_BOT_TOKEN") !== undefined && of(env, "SLACK_APP_TOKEN") === undefined;
  const called = ["TEAMS_APP_ID", "SLACK_CLIENT_ID"].some((name) => of(env, name) !== undefined) || overHttp;
  if (!address) return called ? [note(about, "PUBLIC_URL is empty, so messages carry no calendar links")] : [];
  const example = "Set PUBLIC_URL to the address of your proxy, such as https://bot.example.org.";
  if (!URL.canParse(address)) return [wrong(about, "PUBLIC_URL is no address", example)];
  const { protocol, hostname, pathname, search, hash } = new URL(address);
  const faults = [
    ...(protocol === "https:" ? [] : ["does not begin with https://"]),
    ...(/^(127\.|localhost$|\[::1\]$|0\.0\.0\.0$)/.test(hostname) ? ["names this machine only"] : []),
    ...(pathname === "/" && search === "" && hash === "" ? [] : ["has more than a host"]),
  ];
  if (faults.length === 0) return [ok(about, `https, at ${hostname}`)];
  const said = `PUBLIC_URL ${faults.join(" and ")}`;
  return [called ? wrong(about, said, example) : note(about, `${said}; only for trying the bot`)];
}

/** The bot's own PostgreSQL lies there; with DATABASE_URL nothing is written. */
export function examineFolder(env: Environment, dataDir: string): readonly Finding[] {
  const about = "Data folder";
  if (of(env, "DATABASE_URL")) return [];
  let nearest = dataDir;
  while (!existsSync(nearest)) nearest = path.dirname(nearest);
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
    rmdirSync(mkdtempSync(path.join(nearest, "doctor-")));
    return [ok(about, `${dataDir} can be written`)];
  } catch {
    return [wrong(about, `${dataDir} cannot be written`, "Let the bot's user own it, or name another folder in DATA_DIR.")];
  }
}
