// Which alliance a workspace belongs to: the only one there is, until an organiser's code says otherwise.
import type { PrismaClient } from "./store/generated/client.ts";

/**
 * Notes a workspace the bot has met. Where several alliances live in one deployment nothing is guessed: their people come in by access codes.
 * @param trusted "slack:T0123" for every workspace whose e-mail addresses may link accounts; what is no longer listed loses that trust.
 */
export async function joinWorkspace(prisma: PrismaClient, messenger: string, tenant: string, trusted: readonly string[]): Promise<void> {
  const trustsEmail = trusted.includes(`${messenger}:${tenant}`);
  const { count } = await prisma.workspace.updateMany({ where: { messenger, tenant }, data: { trustsEmail } });
  if (count > 0) return;
  const [alliance, another] = await prisma.alliance.findMany({ select: { id: true }, take: 2 });
  if (alliance && !another) await prisma.workspace.createMany({ data: { messenger, tenant, allianceId: alliance.id, trustsEmail }, skipDuplicates: true });
}
