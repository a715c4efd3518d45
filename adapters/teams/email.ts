// The e-mail address of an account, where Teams tells it: the core links a person by it in workspaces it trusts.
import { z } from "zod";

/** Asks Teams about an account; gives whatever Teams says of it. */
export type Ask = () => Promise<unknown>;

const member = z.object({ tenantId: z.string().nullish(), userRole: z.string().nullish(), email: z.string().max(320).nullish() });

/** How long a look-up may hold up the answer, and how long its result is taken for true; both in milliseconds. */
const patience = 800;
const fresh = 60 * 60_000;

/** Addresses by account. Never rejects: without the address the account is linked by a code. */
export function addressBook(): (ask: Ask, tenant: string, user: string) => Promise<string | undefined> {
  const asked = new Map<string, { readonly at: number; readonly address: Promise<string | undefined> }>();
  return (ask, tenant, user) => {
    const key = `${tenant}:${user}`;
    const known = asked.get(key);
    if (known && performance.now() - known.at < fresh) return known.address;
    if (asked.size >= 5000) asked.clear();
    const address = inTime(ask())
      .then((found) => ownAddress(found, tenant))
      .catch(() => {
        asked.delete(key);
        return undefined;
      });
    asked.set(key, { at: performance.now(), address });
    return address;
  };
}

/** Guests bring addresses that their own organisation wrote down, not this tenant. */
function ownAddress(found: unknown, tenant: string): string | undefined {
  const { data } = member.safeParse(found);
  const own = data !== undefined && (data.tenantId ?? tenant) === tenant && data.userRole?.toLowerCase() !== "guest";
  return own ? (data.email ?? undefined) : undefined;
}

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("Teams took too long to tell who somebody is.")), patience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
