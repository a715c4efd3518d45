// Reading outside of any gesture, over Prisma.
import { fenced } from "../../src/desk.ts";
import type { Outcome } from "../../src/outcome.ts";
import type { Store, View } from "../../src/ports.ts";
import { clean } from "../../src/rows.ts";
import type { Table, Tables, Where } from "../../src/tables.ts";
import { awakeIds } from "./awake.ts";
import type { PrismaClient } from "./generated/client.ts";
import { gestureKey } from "./key.ts";
import { columnsOf } from "./rows.ts";

/** What every model of Prisma's client offers; rows.ts proves that its rows are the core's. */
interface Model {
  findMany(query: { readonly where: object; readonly select: Readonly<Record<string, true>> }): Promise<readonly unknown[]>;
}

export function views(prisma: PrismaClient): Pick<Store, "view" | "alliances" | "awake" | "outcome"> {
  const models = prisma as unknown as Readonly<Record<string, Model | undefined>>;
  async function find<T extends Table>(table: T, where: Where<Tables[T]>): Promise<readonly Tables[T][]> {
    const rows = await models[table.charAt(0).toLowerCase() + table.slice(1)]?.findMany({ where: { AND: conditions(where) }, select: columns(table) });
    return rows as readonly Tables[T][];
  }
  return {
    view: (allianceId): View => ({ find: async (table, where) => find(table, fenced(table, where, allianceId)) }),
    alliances: () => find("Alliance", {}),
    awake: async (now) => find("Alliance", { id: await awakeIds(prisma, now) }),
    async outcome(key) {
      const gesture = await prisma.gesture.findUnique({ where: { key: gestureKey(key) }, select: { outcome: true } });
      return (gesture?.outcome ?? undefined) as Outcome | undefined;
    },
  };
}

const columns = (table: Table) => Object.fromEntries(columnsOf(table).map((column) => [column, true as const]));

function conditions(where: object): object[] {
  const kept = (value: unknown) => (typeof value === "string" ? clean(value) : value);
  return Object.entries(where).map(([column, wanted]) => {
    if (!Array.isArray(wanted)) return { [column]: kept(wanted) };
    const given = { [column]: { in: wanted.filter((value) => value !== null).map(kept) } };
    return wanted.includes(null) ? { OR: [given, { [column]: null }] } : given;
  });
}
