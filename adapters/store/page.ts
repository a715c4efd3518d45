// The chats of the local page and the clock of the installation, kept where every process sees them.
import type { Card } from "../../src/card.ts";
import { Prisma, type PrismaClient } from "./generated/client.ts";

interface Row {
  readonly id: string;
  readonly author: "bot" | "person";
  readonly card: Card | null;
  readonly twin: string | null;
  readonly text: string | null;
  readonly at: Date;
  readonly version: number;
}

/** Structurally what adapters/web asks for as `Messages`; the composition root joins the two. */
export function pageMessages(prisma: PrismaClient) {
  const json = (card: Card | null) => (card === null ? Prisma.DbNull : (card as unknown as Prisma.InputJsonObject));
  return {
    async add(chat: string, { key, author, card, twin, text, at }: Omit<Row, "id" | "version"> & { readonly key: string }): Promise<string> {
      await prisma.pageMessage.createMany({ data: { chat, key, author, card: json(card), twin, text, at, version: 1 }, skipDuplicates: true });
      const { id } = await prisma.pageMessage.findUniqueOrThrow({ where: { chat_key: { chat, key } }, select: { id: true } });
      return String(id);
    },
    async repaint(chat: string, id: string, card: Card, twin: string): Promise<boolean> {
      const { count } = await prisma.pageMessage.updateMany({ where: { chat, id: BigInt(id) }, data: { card: json(card), twin, version: { increment: 1 } } });
      return count === 1;
    },
    async find(chat: string, key: string): Promise<string | undefined> {
      const found = await prisma.pageMessage.findUnique({ where: { chat_key: { chat, key } }, select: { id: true } });
      return found ? String(found.id) : undefined;
    },
    async list(chat: string, limit: number): Promise<readonly Row[]> {
      const rows = await prisma.pageMessage.findMany({ where: { chat }, orderBy: { id: "desc" }, take: limit });
      return rows.reverse().map(({ id, author, card, twin, text, at, version }) => ({
        id: String(id),
        author: author as Row["author"],
        card: card as unknown as Card | null,
        twin,
        text,
        at,
        version,
      }));
    },
    async mark(chat: string): Promise<string> {
      const { _max, _sum } = await prisma.pageMessage.aggregate({ where: { chat }, _max: { id: true }, _sum: { version: true } });
      return `${_max.id ?? 0}:${_sum.version ?? 0}`;
    },
  };
}

/** A value every process shares: the first one to need it makes it. */
export async function setting(prisma: PrismaClient, key: string, make: () => string): Promise<string> {
  await prisma.setting.createMany({ data: { key, value: make() }, skipDuplicates: true });
  return (await prisma.setting.findUniqueOrThrow({ where: { key } })).value;
}

export const putSetting = async (prisma: PrismaClient, key: string, value: string): Promise<void> => {
  await prisma.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
};
