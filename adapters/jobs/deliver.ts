// Delivers one message that is owed: claims it, composes it, sends it, and notes how that ended.
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Card } from "../../src/card.ts";
import type { Delivery } from "../../src/notice/model.ts";
import { owed } from "../../src/notice/owe.ts";
import { DeliveryError, type Log, type Messenger, type Ref, sameRef } from "../../src/ports.ts";
import type { Claimed, Limits, Outbox, Paces } from "../store/outbox.ts";

/** What a message says when it is sent, or why it need not be sent any more (a stable word). */
export type Composed = { readonly card: Card; readonly twin: string } | { readonly skip: string };
export type Compose = (delivery: Delivery) => Promise<Composed>;

/** Counted: sent, found (it had arrived after all), repeated (it may have arrived twice), limited, retried, and every end by its reason. */
type Count = (what: string, messenger: string) => void;

interface Postman {
  readonly outbox: Outbox;
  readonly messengers: readonly Messenger[];
  readonly compose: Compose;
  readonly paces: Paces;
  readonly now: () => Date;
  readonly log: Log;
  readonly count: Count;
  /** Longer than any messenger's timeout, milliseconds. */
  readonly lease?: number;
}

/** A messenger that is away gets a day: seventeen minutes of doubling pauses, then one try every quarter of an hour. */
const ATTEMPTS = 100;
/** A fault of our own does not mend itself, and where nobody can look the message up, each try may be one message too many. */
const FEW = 8;
const LONGEST_S = 900;
const LEASE_MS = 20_000;
/** A turn so near is waited for. */
const NEAR_MS = 400;
const LIMITED_S = 30;

/** Gives the work on one message: the milliseconds after which it should be looked at again, or nothing where it has ended. */
export function createDeliver(postman: Postman): (key: string) => Promise<number | undefined> {
  const { outbox, now, count, paces, lease = LEASE_MS } = postman;
  const limits: Limits = { lease, attempts: ATTEMPTS, paces };
  return async (key) => {
    for (;;) {
      const begun = performance.now();
      const claim = await outbox.claim(key, now(), limits);
      if (claim.do === "nothing") return undefined;
      if (claim.do === "send") return attempt(postman, claim, begun + lease / 2);
      if (claim.do === "end") {
        count(claim.reason, "");
        return undefined;
      }
      if (claim.ms > NEAR_MS) return claim.ms;
      await sleep(claim.ms);
    }
  };
}

async function attempt(postman: Postman, claimed: Claimed, startBy: number): Promise<number | undefined> {
  const { delivery } = claimed;
  const messenger = postman.messengers.find(({ name }) => name === delivery.messenger);
  if (!messenger) return fail(postman, claimed, "no_messenger");
  const known: Known = { startBy, dark: claimed.lookUp, blind: false };
  let done: Sent | undefined;
  try {
    done = await dispatch(postman, overtaken(claimed), messenger, known);
  } catch (error) {
    // A fault before the messenger was asked is no riddle, an unknown fault afterwards is one.
    const trouble = error instanceof DeliveryError ? error : new DeliveryError("busy", { uncertain: known.dark, cause: error });
    if (trouble !== error) postman.log.error("delivery.fault", error, { kind: delivery.kind, attempt: delivery.attempt });
    const few = trouble !== error || (known.dark && known.blind);
    return failed(postman, claimed, trouble, delivery.mode === "post" && known.dark, few ? FEW : ATTEMPTS);
  }
  if (done) await refresh(postman, claimed, done);
  return undefined;
}

interface Known {
  /** Whoever has not begun to send by then leaves it: somebody else may hold the message before it arrives. */
  readonly startBy: number;
  /** Whether the message may be there without anybody knowing. */
  dark: boolean;
  /** Nobody can look it up. */
  blind: boolean;
}

function inTime({ startBy, dark }: Known): void {
  if (performance.now() > startBy) throw new DeliveryError("busy", { uncertain: dark, cause: new Error("The lease was half over before the sending began.") });
}

interface Sent {
  readonly card: Card;
  readonly ref: Ref;
}

/** Gives what is there now; nothing where the message need not be sent any more. */
async function dispatch(postman: Postman, claimed: Claimed, messenger: Messenger, known: Known): Promise<Sent | undefined> {
  const { delivery } = claimed;
  const composed = await postman.compose(delivery);
  if ("skip" in composed) {
    await skip(postman, delivery, composed.skip);
    return undefined;
  }
  const to = { tenant: delivery.tenant ?? "", address: delivery.address ?? {} };
  const { card, twin } = composed;
  if (delivery.mode === "update" && delivery.ref) {
    inTime(known);
    await messenger.update(to, delivery.ref, card, twin);
    await sent(postman, claimed, delivery.ref);
    return { card, ref: delivery.ref };
  }
  const id = idOf(delivery);
  const found = known.dark ? await messenger.find(to, id) : undefined;
  if (!found || found === "cannot") inTime(known);
  if (found === "cannot") {
    known.blind = true;
    postman.count("repeated", messenger.name);
    postman.log.info("delivery.repeated", { id, kind: delivery.kind });
  } else if (found) {
    postman.count("found", messenger.name);
    await sent(postman, claimed, found);
    return { card, ref: found };
  }
  // From here on until it is noted, the message may be there without anybody knowing.
  known.dark = true;
  const ref = await messenger.send(to, card, twin, id).catch((error) => {
    if (error instanceof DeliveryError) known.dark = error.uncertain;
    throw error;
  });
  await sent(postman, claimed, ref);
  return { card, ref };
}

/** A repaint that was owed to a live card which has been replaced meanwhile tells so instead. A pressed card stays the live one. */
function overtaken(claimed: Claimed): Claimed {
  const { delivery, shown } = claimed;
  if (delivery.mode !== "update" || delivery.kind === "answer" || !delivery.matter || !delivery.ref || !shown || sameRef(shown.ref, delivery.ref))
    return claimed;
  return { ...claimed, delivery: { ...delivery, kind: "replaced", args: { matter: delivery.matter, kind: delivery.kind }, matter: null } };
}

async function sent({ outbox, count, now }: Postman, claimed: Claimed, ref: Ref): Promise<void> {
  const first = await outbox.sent(claimed, ref, now());
  count(first ? "sent" : "repeated", claimed.delivery.messenger ?? "");
}

/** Whoever answered while a new card was on its way had no card to repaint yet. */
async function refresh({ outbox, compose, now }: Postman, { delivery, account }: Claimed, { card, ref }: Sent): Promise<void> {
  if (delivery.mode !== "post" || !delivery.matter || !account) return;
  const fresh = await compose(delivery);
  if ("skip" in fresh || JSON.stringify(fresh.card) === JSON.stringify(card)) return;
  const { kind, args, allianceId, personId, messenger, tenant, address, matter } = delivery;
  const desk = allianceId ? { alliance: { id: allianceId } } : {};
  await outbox.owe(owed({ now: now(), desk }, { key: `fresh:${delivery.key}`, kind, args, mode: "update", ref, personId, messenger, tenant, address, matter }));
}

async function failed(postman: Postman, claimed: Claimed, trouble: DeliveryError, uncertain: boolean, most: number): Promise<number | undefined> {
  const { outbox, paces, count } = postman;
  const { delivery } = claimed;
  const messenger = delivery.messenger ?? "";
  const state = uncertain ? "uncertain" : "ready";
  switch (trouble.reason) {
    case "limited": {
      const ms = (trouble.after ?? LIMITED_S) * 1000;
      await outbox.pause(delivery, ms, paces[messenger]?.[delivery.mode]);
      await outbox.again(delivery, state, ms, false);
      count("limited", messenger);
      return ms;
    }
    case "busy": {
      if (delivery.attempt >= most) return fail(postman, claimed, "gave_up");
      const ms = Math.min(LONGEST_S, (most === FEW ? 4 : 2) ** delivery.attempt) * 1000 * (0.75 + Math.random() / 2);
      await outbox.again(delivery, state, ms, true);
      count("retried", messenger);
      return ms;
    }
    case "gone":
      return delivery.mode === "update" ? skip(postman, delivery, "message_gone") : fail(postman, claimed, "gone");
    case "unreachable":
    case "refused":
      return fail(postman, claimed, trouble.reason);
  }
}

async function fail({ outbox, count, log, now }: Postman, claimed: Claimed, reason: string): Promise<undefined> {
  const { delivery } = claimed;
  await outbox.failed(claimed, reason, now());
  log.info("delivery.failed", { id: idOf(delivery), kind: delivery.kind, messenger: delivery.messenger ?? undefined, reason });
  count(reason, delivery.messenger ?? "");
}

async function skip({ outbox, count }: Postman, delivery: Delivery, reason: string): Promise<undefined> {
  await outbox.skip(delivery, reason);
  count(reason, delivery.messenger ?? "");
}

/** Rides along with the message for everybody in the workspace to see, so it tells nothing. */
export function idOf(delivery: Pick<Delivery, "key" | "createdAt">): string {
  return createHash("sha256").update(`${delivery.key}\n${delivery.createdAt.toISOString()}`).digest("hex").slice(0, 32);
}
