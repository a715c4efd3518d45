// A whole workspace takes the app away: its token goes, nobody is reached there any more, and the office hears of it where it still can be reached.
import type { Pool } from "pg";
import type { Delivery } from "../../src/notice/model.ts";
import { owed } from "../../src/notice/owe.ts";
import type { Account } from "../../src/roster/model.ts";
import { revive } from "../../src/rows.ts";
import { close, type Enqueue } from "./gesture.ts";
import { transact } from "./session.ts";
import { text } from "./sql.ts";

/** As the accounts there are named. */
const messenger = "slack";
/** Slack's times are whole seconds. */
const second = 1000;

/** Gives what is done when a workspace took the app away `at` this time. Nothing is, where the app was installed anew since. */
export function createRemoval(pool: Pool, enqueue: Enqueue, now: () => Date): (tenant: string, at: Date) => Promise<void> {
  return (tenant, at) =>
    transact(pool, async (session) => {
      const here = (row: string) => `${row}."messenger" = ${text(messenger)} AND ${row}."tenant" = ${text(tenant)}`;
      const installed = `FROM "Installation" WHERE "tenant" = ${text(tenant)}`;
      const [, , since, found, office] = await session.ask(
        `BEGIN; DELETE ${installed} AND "installedAt" < ${text(new Date(at.getTime() + second).toISOString())}::timestamptz;
        SELECT 1 ${installed};
        SELECT to_jsonb(a) AS account FROM "Account" a WHERE a."personId" IN (SELECT b."personId" FROM "Account" b WHERE ${here("b")}) ORDER BY a."id" FOR UPDATE;
        SELECT p."id", p."allianceId" FROM "Person" p JOIN "Workspace" w ON w."allianceId" = p."allianceId" WHERE ${here("w")} AND 'organiser' = ANY(p."roles")
          AND EXISTS (SELECT 1 FROM "Account" a WHERE a."personId" = p."id" AND a."reachable" AND NOT (${here("a")}))`,
      );
      if (since?.rowCount) {
        await session.ask("ROLLBACK");
        return;
      }
      const accounts = (found?.rows ?? []).map(({ account }) => revive("Account", account));
      await close(session, enqueue, {
        put: new Map([["Account", silenced(accounts, tenant)]]),
        removed: new Map(),
        owed: (office?.rows ?? []).map((organiser) => news(organiser, tenant, now())),
        allianceId: null,
      });
    });
}

/** Nobody can be reached there any more; who has another account gets the messages in that one from now on. */
function silenced(accounts: readonly Account[], tenant: string): Account[] {
  const gone = accounts.filter((it) => it.messenger === messenger && it.tenant === tenant);
  return gone.flatMap((it) => {
    const others = accounts.filter((other) => other.personId === it.personId && other.reachable && !gone.includes(other));
    const [next] = others.sort((a, b) => b.linkedAt.getTime() - a.linkedAt.getTime());
    if (!it.receives || !next) return [{ ...it, reachable: false }];
    return [
      { ...it, reachable: false, receives: false },
      { ...next, receives: true },
    ];
  });
}

/** Slack tells of one removal in two ways, and may repeat both: the office hears once a day. */
const news = ({ id, allianceId }: { readonly id: string; readonly allianceId: string }, tenant: string, at: Date): Delivery =>
  owed(
    { now: at, desk: { alliance: { id: allianceId } } },
    {
      key: `workspaceLeft:${messenger}:${tenant}:${at.toISOString().slice(0, 10)}:${id}`,
      kind: "workspaceLeft",
      personId: id,
      args: { messenger, tenant },
    },
  );
