// A desk: collects what work puts down, and keeps every alliance to its own rows. Each store opens desks and writes what they hold.
import type { Delivery } from "./notice/model.ts";
import type { Desk, Opened } from "./ports.ts";
import { keyOf } from "./rows.ts";
import type { Table, Tables, Where } from "./tables.ts";

export type AnyRow = Tables[Table];

/** What is to be written, in the order of its keys, so that two transactions meet their rows in the same order. */
export interface Written {
  readonly put: ReadonlyMap<Table, readonly AnyRow[]>;
  readonly removed: ReadonlyMap<Table, readonly AnyRow[]>;
  readonly owed: readonly Delivery[];
  /** Whose desk it is; at first sight of an account the alliance it was linked to, null where it was not. */
  readonly allianceId: string | null;
}

/** Reading in the store's own way; `where` has been kept to one alliance. */
export type Select = <T extends Table>(table: T, where: Where<Tables[T]>) => Promise<readonly Tables[T][]>;

interface LaidDesk {
  readonly desk: Desk;
  /** Ends the work: whoever still reads or writes afterwards has forgotten to wait for something. */
  close(): Written;
}

/** What is planned for the pressed message later must not be older than the answer shown in it at once: the newest of its changes wins. */
const answersFirst = (owed: readonly Delivery[]): readonly Delivery[] => [...owed.filter(isAnswer), ...owed.filter((it) => !isAnswer(it))];
const isAnswer = ({ kind }: Delivery): boolean => kind === "answer";

export function layDesk(opened: Opened, allianceId: string | null, select: Select): LaidDesk {
  let owner = allianceId;
  let closed = false;
  const open = () => {
    if (closed) throw new Error("This desk is closed: its work has ended, something was not awaited.");
  };
  /** null removes. */
  const changes = new Map<Table, Map<string, { readonly row: AnyRow; readonly removed: boolean }>>();
  const owed = new Map<string, Delivery>();

  function own(table: Table, row: AnyRow): void {
    const of = allianceOf(table, row);
    if (of === undefined) return;
    owner ??= of;
    if (of !== owner) throw new Error(`A ${table} of another alliance cannot be written here.`);
  }
  function change<T extends Table>(table: T, row: Tables[T], removed: boolean): void {
    open();
    own(table, row);
    const rows = changes.get(table) ?? new Map();
    changes.set(table, rows.set(keyOf(table, row), { row, removed }));
  }
  const collect = (removed: boolean) =>
    new Map(
      [...changes].map(([table, rows]) => [
        table,
        [...rows]
          .filter(([, it]) => it.removed === removed)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([, it]) => it.row),
      ]),
    );

  const desk: Desk = {
    ...opened,
    async find(table, where) {
      open();
      return select(table, fenced(table, where, owner));
    },
    put: (table, row) => change(table, row, false),
    remove: (table, row) => change(table, row, true),
    owe(delivery) {
      open();
      if (delivery.allianceId === null && delivery.personId !== null) throw new Error("A message to a known person names the alliance.");
      if (delivery.allianceId !== null) own("Delivery", delivery);
      if (!owed.has(delivery.key)) owed.set(delivery.key, delivery);
    },
  };
  return {
    desk,
    close() {
      closed = true;
      return { put: collect(false), removed: collect(true), owed: answersFirst([...owed.values()]), allianceId: owner };
    },
  };
}

/** Which alliance a row belongs to; undefined for what belongs to none. */
function allianceOf(table: Table, row: AnyRow): string | undefined {
  if (table === "Contact") return undefined;
  if (table === "Alliance") return (row as Tables["Alliance"]).id;
  return (row as Tables["Delivery"]).allianceId ?? undefined;
}

/** What somebody whom the bot does not know yet may be looked up by. */
const openKeys: { readonly [T in Table]?: readonly string[] } = {
  Contact: ["messenger", "tenant", "user"],
  Workspace: ["messenger", "tenant"],
  AccessCode: ["hash"],
};

/**
 * The condition, kept to one alliance.
 * @throws where it asks for another one, or where neither the desk nor the condition names one.
 */
export function fenced<T extends Table>(table: T, where: Where<Tables[T]>, allianceId: string | null): Where<Tables[T]> {
  const conditions = where as Readonly<Record<string, unknown>>;
  for (const [column, value] of Object.entries(conditions)) if (value === undefined) throw new Error(`${table}.${column}: undefined is no condition.`);
  const named = openKeys[table]?.every((column) => typeof conditions[column] === "string") ?? false;
  if (table === "Contact") {
    if (named) return where;
    throw new Error("A contact is looked up by its account.");
  }
  const column = table === "Alliance" ? "id" : "allianceId";
  const wanted = conditions[column];
  if (allianceId === null) {
    if (named || typeof wanted === "string") return where;
    throw new Error(`${table}: an account that is not linked yet sees no rows unless the condition names their alliance.`);
  }
  if (wanted !== undefined && wanted !== allianceId) throw new Error(`${table}: rows of another alliance cannot be read here.`);
  return { ...where, [column]: allianceId };
}
