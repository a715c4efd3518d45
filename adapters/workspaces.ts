// Which alliance a workspace belongs to: the only one there is where the operator brought it, else the one whose organiser sends a code there.
import type { PrismaClient } from "./store/generated/client.ts";

/**
 * Notes a workspace the operator's own settings name. Where several alliances live in one deployment nothing is guessed: their people come in by
 * access codes.
 * @param trusted "slack:T0123" for every workspace whose e-mail addresses may link accounts; what is no longer listed loses that trust.
 */
export async function joinWorkspace(prisma: PrismaClient, messenger: string, tenant: string, trusted: readonly string[]): Promise<void> {
  if (await meetWorkspace(prisma, messenger, tenant, trusted)) return;
  const [alliance, another] = await prisma.alliance.findMany({ select: { id: true }, take: 2 });
  const trustsEmail = trusts(trusted, messenger, tenant);
  if (alliance && !another) await prisma.workspace.createMany({ data: { messenger, tenant, allianceId: alliance.id, trustsEmail }, skipDuplicates: true });
}

/** Whether it belongs to an alliance already; where it does not, as after an installation by OAuth, whoever was there, only an organiser's code joins it. */
export async function meetWorkspace(prisma: PrismaClient, messenger: string, tenant: string, trusted: readonly string[]): Promise<boolean> {
  const { count } = await prisma.workspace.updateMany({ where: { messenger, tenant }, data: { trustsEmail: trusts(trusted, messenger, tenant) } });
  return count > 0;
}

/** The operator's token works: where nobody at all was reached, the whole workspace had taken the app away, and everybody is reached again. */
export async function reachAgain(prisma: PrismaClient, messenger: string, tenant: string): Promise<void> {
  if ((await prisma.account.count({ where: { messenger, tenant, reachable: true } })) > 0) return;
  await prisma.account.updateMany({ where: { messenger, tenant }, data: { reachable: true } });
}

const trusts = (trusted: readonly string[], messenger: string, tenant: string): boolean => trusted.includes(`${messenger}:${tenant}`);
