// A message owed to somebody, with everything that is usual left out.
import type { Delivery } from "./model.ts";

type Needed = Pick<Delivery, "key" | "kind">;

/** Fills in what most messages have in common: a new post to the person's receiving account, at once. */
export function owed(
  context: { readonly now: Date; readonly desk: { readonly alliance?: { readonly id: string } } },
  it: Needed & Partial<Delivery>,
): Delivery {
  return {
    allianceId: context.desk.alliance?.id ?? null,
    personId: null,
    args: {},
    mode: "post",
    messenger: null,
    tenant: null,
    address: null,
    ref: null,
    matter: null,
    state: "ready",
    reason: null,
    attempt: 0,
    leaseUntil: null,
    notBefore: null,
    usefulUntil: null,
    createdAt: context.now,
    sentAt: null,
    ...it,
  };
}
