// The installations of the app in many workspaces, kept for all processes: every token sealed, every way back from Slack used once.
import type { Vault } from "../vault.ts";
import type { PrismaClient } from "./generated/client.ts";

/** Structurally what adapters/slack asks for as `Installations`, but for `remove` (removal.ts); the composition root joins them. */
interface Kept {
  readonly tenant: string;
  readonly botToken: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly scopes: readonly string[];
}

/** As the accounts there are named. */
const messenger = "slack";
/** Milliseconds a used state is kept beyond its end: whatever the clocks of two processes say, it is not good any more. */
const margin = 60 * 60_000;

export function createInstallations(prisma: PrismaClient, vault: Vault, now: () => Date) {
  const of = async (tenant: string): Promise<Kept | undefined> => {
    const row = await prisma.installation.findUnique({ where: { tenant } });
    if (!row) return undefined;
    const { token, botId, botUserId, scopes } = row;
    const botToken = vault.open(token, tenant);
    // Only what was read: a later installation has a token of its own.
    if (!vault.isNewest(token)) await prisma.installation.updateMany({ where: { tenant, token }, data: { token: vault.seal(botToken, tenant) } });
    return { tenant, botToken, botId, botUserId, scopes };
  };
  return {
    of,
    async put({ tenant, botToken, botId, botUserId, scopes }: Kept): Promise<void> {
      const kept = { token: vault.seal(botToken, tenant), botId, botUserId, scopes: [...scopes], installedAt: now() };
      await prisma.$transaction(async (within) => {
        const before = await within.installation.findUnique({ where: { tenant }, select: { tenant: true } });
        await within.installation.upsert({ where: { tenant }, create: { tenant, ...kept }, update: kept });
        // Whoever was linked there before the app was taken away can be reached again.
        if (!before) await within.account.updateMany({ where: { messenger, tenant }, data: { reachable: true } });
      });
    },
    async spend(nonce: string, until: Date): Promise<boolean> {
      await prisma.installState.deleteMany({ where: { until: { lt: new Date(now().getTime() - margin) } } });
      const { count } = await prisma.installState.createMany({ data: { nonce, until }, skipDuplicates: true });
      return count === 1;
    },
    /** Seals anew whatever lies under an older key, so that the key can be taken away; tells of every token that cannot be opened. */
    async renew(onFault: (tenant: string, error: unknown) => void): Promise<void> {
      for (const { tenant } of await prisma.installation.findMany({ select: { tenant: true } }))
        await of(tenant).catch((error: unknown) => onFault(tenant, error));
    },
  };
}
