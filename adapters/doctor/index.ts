// Everything the doctor looks at, each part also where another one is wrong.
import path from "node:path";
import { examineDatabase } from "./database.ts";
import type { Finding } from "./finding.ts";
import { type Environment, examineAddress, examineFolder, examineSettings, of } from "./settings.ts";
import { examineSlack } from "./slack.ts";
import { examineTeams, type Microsoft, publicMicrosoft } from "./teams.ts";

export async function examine(env: Environment, root: string, microsoft: Microsoft = publicMicrosoft): Promise<readonly Finding[]> {
  const dataDir = path.resolve(root, of(env, "DATA_DIR") ?? ".data");
  const url = of(env, "DATABASE_URL");
  const parts = await Promise.all([
    examineSettings(env, root),
    examineAddress(env),
    examineFolder(env, dataDir),
    // What is no address of PostgreSQL the settings have told of already.
    url && !/^postgres(ql)?:\/\//.test(url) ? [] : examineDatabase({ url, dataDir, keys: keyNames(env) }),
    examineSlack({
      botToken: of(env, "SLACK_BOT_TOKEN"),
      signingSecret: of(env, "SLACK_SIGNING_SECRET"),
      appToken: of(env, "SLACK_APP_TOKEN"),
      clientId: of(env, "SLACK_CLIENT_ID"),
      clientSecret: of(env, "SLACK_CLIENT_SECRET"),
      apiUrl: of(env, "SLACK_API_URL"),
      trusted: (of(env, "TRUSTED_WORKSPACES") ?? "").split(/[,;\s]+/),
    }),
    examineTeams({ appId: of(env, "TEAMS_APP_ID"), password: of(env, "TEAMS_APP_PASSWORD"), tenantId: of(env, "TEAMS_TENANT_ID") }, microsoft),
  ]);
  return parts.flat();
}

const secretSettings = [
  "SLACK_BOT_TOKEN",
  "SLACK_SIGNING_SECRET",
  "SLACK_APP_TOKEN",
  "SLACK_CLIENT_SECRET",
  "TOKEN_KEYS",
  "TEAMS_APP_PASSWORD",
  "DATABASE_URL",
];

/** "name:key" of each key for tokens. */
const tokenKeys = (env: Environment): readonly string[] => (of(env, "TOKEN_KEYS") ?? "").split(",").map((part) => part.trim());
const keyNames = (env: Environment): readonly string[] => tokenKeys(env).map((part) => part.split(":")[0] ?? "");

/** What must never be printed: the secret settings, the keys, and the password inside the database's address, as written and as meant. */
export function secretsOf(env: Environment): readonly string[] {
  const url = of(env, "DATABASE_URL") ?? "";
  const password = URL.canParse(url) ? new URL(url).password : "";
  const meant = password.replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const keys = tokenKeys(env).map((part) => part.slice(part.indexOf(":") + 1));
  return [...secretSettings.flatMap((name) => of(env, name) ?? []), ...keys, password, meant];
}
