// The e-mail address of an account, where the workspace allows reading it: the core links a person by it in workspaces it trusts.
import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import { z } from "zod";

const person = z.object({
  team_id: z.string().optional(),
  enterprise_user: z.object({ enterprise_id: z.string().optional() }).nullish(),
  is_bot: z.boolean().nullish(),
  is_stranger: z.boolean().nullish(),
  deleted: z.boolean().nullish(),
  is_email_confirmed: z.boolean().nullish(),
  profile: z.object({ email: z.string().max(320).nullish() }),
});

/** How long a look-up may hold up the answer, and how long its result is taken for true; both in milliseconds. */
const patience = 800;
const fresh = 60 * 60_000;

/** Addresses by account. Never rejects: without the address the account is linked by a code. */
export function addressBook(): (client: WebClient, tenant: string, user: string) => Promise<string | undefined> {
  const asked = new Map<string, { readonly at: number; readonly address: Promise<string | undefined> }>();
  const closed = new Set<string>();
  return (client, tenant, user) => {
    const key = `${tenant}:${user}`;
    const known = asked.get(key);
    if (known && performance.now() - known.at < fresh) return known.address;
    if (closed.has(tenant)) return Promise.resolve(undefined);
    if (asked.size >= 5000) asked.clear();
    const address = inTime(lookUp(client, tenant, user)).catch((error: unknown) => {
      asked.delete(key);
      // Without the scope every further look-up would only cost time.
      if (error instanceof WebAPIPlatformError && error.data.error === "missing_scope") closed.add(tenant);
      return undefined;
    });
    asked.set(key, { at: performance.now(), address });
    return address;
  };
}

async function lookUp(client: WebClient, tenant: string, user: string): Promise<string | undefined> {
  const { user: found } = await client.users.info({ user });
  const read = person.safeParse(found);
  if (!read.success) return undefined;
  const it = read.data;
  // People from other workspaces in shared channels bring addresses that this workspace never confirmed.
  const own = it.team_id === tenant || it.enterprise_user?.enterprise_id === tenant;
  const confirmed = it.is_email_confirmed !== false;
  return own && confirmed && !it.is_bot && !it.is_stranger && !it.deleted ? (it.profile.email ?? undefined) : undefined;
}

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("Slack's users.info took too long.")), patience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
