// What is owed, for the worker that delivers it: claims, results, the pace of each workspace, and what was left lying.
import type { Pool } from "pg";
import type { Written } from "../../src/desk.ts";
import type { Board, Delivery, Shown } from "../../src/notice/model.ts";
import { owed } from "../../src/notice/owe.ts";
import { type Ref, sameRef } from "../../src/ports.ts";
import type { Account } from "../../src/roster/model.ts";
import { revive } from "../../src/rows.ts";
import { close, type Enqueue } from "./gesture.ts";
import { type Session, transact } from "./session.ts";
import { json, text } from "./sql.ts";

/** Turns `every` milliseconds apart; after a rest as many at once as fit into `burst` milliseconds. */
export interface Turns {
  readonly every: number;
  readonly burst: number;
}
/** For each messenger the pace of posts and updates in one workspace, and of posts in one chat. */
export type Paces = Readonly<Record<string, { readonly post?: Turns; readonly update?: Turns; readonly chat?: Turns }>>;

export interface Limits {
  /** Milliseconds after which a claim that nobody ended counts as dead; longer than any messenger's timeout. */
  readonly lease: number;
  readonly attempts: number;
  readonly paces: Paces;
}

/** A message in the hands of this worker; its messenger, tenant and address are filled in. */
export interface Claimed {
  readonly do: "send";
  readonly delivery: Delivery;
  readonly account: Account | undefined;
  /** The live card of the delivery's matter in that account. */
  readonly shown: Shown | undefined;
  /** An earlier attempt ended in the dark: the message may be there already. */
  readonly lookUp: boolean;
}
export type Claim = { readonly do: "nothing" } | { readonly do: "wait"; readonly ms: number } | { readonly do: "end"; readonly reason: string } | Claimed;

/** A message whose time has come, or will in `ms` milliseconds. */
export interface Due extends Pick<Delivery, "key" | "kind" | "mode"> {
  readonly ms: number;
}

export interface Outbox {
  claim(key: string, at: Date, limits: Limits): Promise<Claim>;
  /** Notes the message that was sent, makes it the live card of its matter, and owes the change of the card it replaces. False: it was noted before. */
  sent(claimed: Claimed, ref: Ref, at: Date): Promise<boolean>;
  skip(delivery: Delivery, reason: string): Promise<void>;
  /** Lays it back for `ms` milliseconds; `counted`: the attempt counts. */
  again(delivery: Delivery, state: "ready" | "uncertain", ms: number, counted: boolean): Promise<void>;
  /** Nothing more of this kind goes to the workspace for `ms` milliseconds. */
  pause(delivery: Delivery, ms: number, turns: Turns | undefined): Promise<void>;
  /** It will not arrive. The office hears of it once a day: for an account that takes no messages, else for a whole workspace. */
  failed(claimed: Claimed, reason: string, at: Date): Promise<void>;
  owe(delivery: Delivery): Promise<void>;
  /** What should be under way and may not be, soonest first, at most 2,000. */
  due(at: Date, aheadMs: number): Promise<readonly Due[]>;
  /** Drops gestures that cannot come again, the pace of workspaces long at rest, and what limits were counted by where no round has ended them. */
  forget(before: Date): Promise<void>;
}

export function createOutbox(pool: Pool, enqueue: Enqueue): Outbox {
  const one = (sql: string) => transact(pool, async (session) => (await session.ask(sql))[0]);
  const finish = async (session: Session, written: Partial<Written>) => {
    await close(session, enqueue, { put: new Map(), removed: new Map(), owed: [], allianceId: null, ...written });
  };
  return {
    async claim(key, at, limits) {
      const found = (await one(`SELECT delivery_claim(${json({ key, at, ...limits })}) AS claim`))?.rows[0].claim;
      if (found.do !== "send") return found;
      return {
        ...found,
        delivery: revive("Delivery", found.delivery),
        account: found.account ? revive("Account", found.account) : undefined,
        shown: found.shown ? revive("Shown", found.shown) : undefined,
      };
    },
    sent: (claimed, ref, at) =>
      transact(pool, async (session) => {
        const { delivery, account } = claimed;
        const { key, matter } = delivery;
        const results = await session.ask(
          `BEGIN; UPDATE "Delivery" SET "state" = 'sent', "reason" = NULL, "leaseUntil" = NULL, "ref" = ${json(ref)}, "sentAt" = ${text(at.toISOString())}::timestamptz
            WHERE "key" = ${text(key)} AND "state" <> 'sent';
          ${matter && account ? turnedInto(account.id, ref, matter) : ""}
          SELECT to_jsonb(s) AS shown FROM "Shown" s WHERE s."matter" = ${text(matter)} AND s."accountId" = ${text(account?.id ?? null)} FOR UPDATE`,
        );
        const found = results.at(-1)?.rows[0];
        const before = found ? revive("Shown", found.shown) : undefined;
        await finish(session, matter ? (account ? live(delivery, account, matter, ref, at, before) : await posted(session, delivery, matter, ref, at)) : {});
        return results[1]?.rowCount === 1;
      }),
    async skip(delivery, reason) {
      const { matter, ref } = delivery;
      const shown = (table: "Shown" | "Board") => `DELETE FROM "${table}" WHERE "matter" = ${text(matter)} AND "ref" = ${json(ref)};`;
      const gone = reason === "message_gone" ? shown("Shown") + shown("Board") : "";
      await one(`UPDATE "Delivery" SET "state" = 'skipped', "reason" = ${text(reason)}, "leaseUntil" = NULL WHERE ${mine(delivery)};${gone}`);
    },
    async again(delivery, state, ms, counted) {
      await one(
        `UPDATE "Delivery" SET "state" = ${text(state)}, "attempt" = "attempt" - ${counted ? 0 : 1}, "leaseUntil" = clock_timestamp() + ${Number(ms)} * interval '1 ms'
          WHERE ${mine(delivery)}`,
      );
    },
    async pause({ messenger, tenant, mode }, ms, turns) {
      const until = `clock_timestamp() + ${Number(ms)} * interval '1 ms'`;
      const next = `clock_timestamp() + ${Number(ms) + (turns?.burst ?? 0)} * interval '1 ms'`;
      await one(
        `INSERT INTO "Pace" AS p ("messenger", "tenant", "bucket", "nextAt", "pausedUntil") VALUES (${text(messenger)}, ${text(tenant)}, ${text(mode)}, ${next}, ${until})
          ON CONFLICT ("messenger", "tenant", "bucket") DO UPDATE SET "nextAt" = greatest(p."nextAt", ${next}), "pausedUntil" = greatest(p."pausedUntil", ${until})`,
      );
    },
    failed: (claimed, reason, at) =>
      transact(pool, async (session) => {
        const { delivery, account } = claimed;
        const closed = reason === "unreachable" ? `UPDATE "Account" SET "reachable" = false WHERE "id" = ${text(account?.id ?? null)};` : "";
        const results = await session.ask(
          `BEGIN; UPDATE "Delivery" SET "state" = 'failed', "reason" = ${text(reason)}, "leaseUntil" = NULL WHERE ${mine(delivery)}; ${closed}
          SELECT "id" FROM "Person" WHERE "allianceId" = ${text(delivery.allianceId)} AND 'organiser' = ANY("roles")`,
        );
        const office = results.at(-1)?.rows.map(({ id }): string => id) ?? [];
        await finish(session, { owed: results[1]?.rowCount === 1 ? news(claimed, reason, office, at) : [] });
      }),
    owe: (delivery) =>
      transact(pool, async (session) => {
        await session.ask("BEGIN");
        await finish(session, { owed: [delivery] });
      }),
    async due(at, aheadMs) {
      // The database's clock for leases and turns, the bot's for planned times.
      const ms = `ceil(extract(epoch FROM greatest("notBefore" - ${text(at.toISOString())}::timestamptz, "leaseUntil" - now(), "slotAt" - now(), interval '0')) * 1000)::float`;
      const result = await one(
        `SELECT * FROM (SELECT "key", "kind", "mode", ${ms} AS ms FROM "Delivery" WHERE "state" IN ('ready', 'sending', 'uncertain')) d WHERE ms <= ${Number(aheadMs)} ORDER BY ms LIMIT 2000`,
      );
      return result?.rows ?? [];
    },
    async forget(before) {
      const moment = `${text(before.toISOString())}::timestamptz`;
      await one(
        `DELETE FROM "Gesture" WHERE "at" < ${moment}; DELETE FROM "Pace" WHERE greatest("nextAt", "pausedUntil") < now() - interval '1 day';
        DELETE FROM "Token" t USING "Meeting" m WHERE m."id" = t."meetingId" AND (m."endsAt" < ${moment} OR m."state" = 'cancelled')`,
      );
    },
  };
}

/** Nobody else has claimed it since. */
const mine = ({ key, attempt }: Delivery) => `"key" = ${text(key)} AND "state" = 'sending' AND "attempt" = ${Number(attempt)}`;

const contextOf = (delivery: Delivery, now: Date) => ({ now, desk: delivery.allianceId ? { alliance: { id: delivery.allianceId } } : {} });

/** What the office reads. A card that could not be repainted, or an answer, is nothing it could see to. */
function news({ delivery, account }: Claimed, reason: string, office: readonly string[], at: Date): Delivery[] {
  const { messenger, tenant, kind, mode } = delivery;
  const person = account?.personId ?? delivery.personId;
  const isClosed = reason === "unreachable" && account !== undefined;
  if (person === null || !(isClosed || (mode === "post" && kind !== "answer"))) return [];
  const what = isClosed ? `unreachable:${account.id}` : `undelivered:${reason}:${messenger}:${tenant}`;
  return office
    .filter((id) => id !== person)
    .map((id) =>
      owed(contextOf(delivery, at), {
        key: `${what}:${at.toISOString().slice(0, 10)}:${id}`,
        kind: "unreachable",
        personId: id,
        args: { person, reason },
      }),
    );
}

/** A pressed message may turn into the card of another matter; it is then no card of the old one any more. */
const turnedInto = (accountId: string, ref: Ref, matter: string): string =>
  `DELETE FROM "Shown" WHERE "accountId" = ${text(accountId)} AND "ref" = ${json(ref)} AND "matter" <> ${text(matter)};`;

/**
 * The message becomes the live card of its matter; the one it replaces will say so. A repaint, unlike an answer to a press, makes no card live
 * again: where a newer one came while it was under way, it is the repainted one that says so.
 */
function live(delivery: Delivery, account: Account, matter: string, ref: Ref, at: Date, before: Shown | undefined): Partial<Written> {
  const { id: accountId, allianceId, personId, messenger, tenant, address } = account;
  const replacing = before && !sameRef(before.ref, ref) ? before : undefined;
  const isOvertaken = replacing !== undefined && delivery.mode === "update" && delivery.kind !== "answer";
  const shown: Shown = { matter, accountId, allianceId, personId, messenger, tenant, ref, kind: delivery.kind, args: delivery.args, shownAt: at };
  const replaced = replacing && {
    key: `replaced:${delivery.key}`,
    kind: "replaced",
    args: { matter, kind: isOvertaken ? delivery.kind : replacing.kind },
    mode: "update" as const,
    personId,
    messenger,
    tenant,
    address,
    ref: isOvertaken ? ref : replacing.ref,
  };
  return { put: new Map(isOvertaken ? [] : [["Shown", [shown]]]), owed: replaced ? [owed(contextOf(delivery, at), replaced)] : [] };
}

/** What everybody of a channel sees becomes the live card of its matter there; the one it replaces will say so. */
async function posted(session: Session, delivery: Delivery, matter: string, ref: Ref, at: Date): Promise<Partial<Written>> {
  const { allianceId, personId, messenger, tenant, address, kind, args, mode } = delivery;
  if (personId !== null || mode !== "post" || !allianceId || !messenger || !tenant || !address) return {};
  const place = JSON.stringify(Object.entries(address).sort(([a], [b]) => (a < b ? -1 : 1)));
  const board: Board = { matter, messenger, tenant, place, allianceId, address, ref, kind, args, shownAt: at };
  const [found] = await session.ask(
    `SELECT to_jsonb(b) AS board FROM "Board" b
      WHERE b."matter" = ${text(matter)} AND b."messenger" = ${text(messenger)} AND b."tenant" = ${text(tenant)} AND b."place" = ${text(place)} FOR UPDATE`,
  );
  const row = found?.rows[0];
  const before = row ? revive("Board", row.board) : undefined;
  const replaced =
    before && !sameRef(before.ref, ref)
      ? [
          owed(contextOf(delivery, at), {
            key: `replaced:${delivery.key}`,
            kind: "board.replaced",
            args: { matter, lang: before.args["lang"] ?? "de" },
            mode: "update",
            messenger,
            tenant,
            address,
            ref: before.ref,
          }),
        ]
      : [];
  return { put: new Map([["Board", [board]]]), owed: replaced };
}
