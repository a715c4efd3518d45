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
    url && !/^postgres(ql)?:\/\//.test(url) ? [] : examineDatabase({ url, dataDir }),
    examineSlack({
      botToken: of(env, "SLACK_BOT_TOKEN"),
      signingSecret: of(env, "SLACK_SIGNING_SECRET"),
      appToken: of(env, "SLACK_APP_TOKEN"),
      apiUrl: of(env, "SLACK_API_URL"),
      trusted: (of(env, "TRUSTED_WORKSPACES") ?? "").split(/[,;\s]+/),
    }),
    examineTeams({ appId: of(env, "TEAMS_APP_ID"), password: of(env, "TEAMS_APP_PASSWORD"), tenantId: of(env, "TEAMS_TENANT_ID") }, microsoft),
  ]);
  return parts.flat();
}

const secretSettings = ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN", "SLACK_CLIENT_SECRET", "TEAMS_APP_PASSWORD", "DATABASE_URL"];

/** What must never be printed: the secret settings, and the password inside the database's address, as written and as meant. */
export function secretsOf(env: Environment): readonly string[] {
  const url = of(env, "DATABASE_URL") ?? "";
  const password = URL.canParse(url) ? new URL(url).password : "";
  const meant = password.replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return [...secretSettings.flatMap((name) => of(env, name) ?? []), password, meant];
}
