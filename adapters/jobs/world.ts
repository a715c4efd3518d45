// A small world for tests of the delivery: one alliance, a messenger that fails as told, a clock that stands.
import type { Pool } from "pg";
import { card } from "../../src/card.ts";
import type { Delivery } from "../../src/notice/model.ts";
import { DeliveryError, type Messenger, type Ref } from "../../src/ports.ts";
import * as a from "../../src/testing/examples.ts";
import { createOutbox } from "../store/outbox.ts";
import { rowsIn, seed } from "../store/specimen.ts";
import { type Compose, createDeliver } from "./deliver.ts";

/** A messenger that does what `next` says for its next calls, and else what it is asked for. */
function makePeer() {
  const posts: { id: string; title: string; ref: Ref }[] = [];
  const updates: string[] = [];
  const next: (DeliveryError | Error | "lost")[] = [];
  let findable: boolean | "cannot" = true;
  const happen = (arrive: () => void) => {
    const trouble = next.shift();
    if (trouble === undefined || trouble === "lost") arrive();
    if (trouble === "lost") throw new DeliveryError("busy", { uncertain: true });
    if (trouble) throw trouble;
  };
  const messenger: Messenger = {
    name: "page",
    async send(_to, it, _twin, id) {
      const ref = { id: `message${posts.length + 1}` };
      happen(() => posts.push({ id, title: it.title, ref }));
      return ref;
    },
    async update(_to, ref, it) {
      happen(() => updates.push(`${ref["id"]} ${it.title}`));
    },
    async find(_to, id) {
      if (findable === "cannot") return "cannot";
      return findable ? posts.find((post) => post.id === id)?.ref : undefined;
    },
  };
  return { messenger, posts, updates, next, setFindable: (it: typeof findable) => (findable = it) };
}

export const byKind: Compose = async ({ kind, args }) =>
  kind === "obsolete" ? { skip: "not_needed" } : { card: card("test", args["text"] ?? kind), twin: kind };

export async function makeWorld(pool: Pool, compose: Compose = byKind, paces = {}) {
  await pool.query(`delete from "Delivery"; delete from "Alliance"; delete from "Pace"`);
  await seed(pool)({
    Alliance: [a.alliance({ id: "x" })],
    Person: [a.person({ id: "p", allianceId: "x" }), a.person({ id: "office", allianceId: "x", roles: ["organiser"] })],
    Account: ["p", "office"].map((personId) => a.account({ allianceId: "x", personId })),
  });
  const clock = { now: a.noon };
  const counted: string[] = [];
  const waits: Record<string, number> = {};
  const enqueued: string[] = [];
  const peer = makePeer();
  const outbox = createOutbox(pool, async (owed) => {
    enqueued.push(...owed.map(({ key }) => key));
    return { statements: [], committed: () => undefined };
  });
  const log = { info: () => undefined, error: () => undefined };
  const count = (what: string) => void counted.push(what);
  const work = createDeliver({ outbox, messengers: [peer.messenger], compose, paces, now: () => clock.now, log, count });
  const deliver = async (key: string) => {
    const ms = await work(key);
    if (ms !== undefined) waits[key] = ms;
  };
  const rows = rowsIn(pool);
  return {
    ...peer,
    outbox,
    clock,
    counted,
    waits,
    enqueued,
    deliver,
    rows,
    async owe(...deliveries: (Partial<Delivery> & { key: string })[]) {
      for (const it of deliveries) await outbox.owe(a.delivery({ allianceId: "x", personId: "p", ...it }));
    },
    /** State and reason of a message. */
    async end(key: string) {
      const it = (await rows("Delivery")).find((row) => row.key === key);
      return it && `${it.state}${it.reason ? ` ${it.reason}` : ""}`;
    },
    /** Lets every lease run out. */
    expire: () => pool.query(`update "Delivery" set "leaseUntil" = now() - interval '1 s'`),
  };
}
