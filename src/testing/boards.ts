// Live cards of channels in the world of the tests, kept as the worker keeps them (adapters/store/outbox.ts).
import type { Board, Delivery } from "../notice/model.ts";
import { owed } from "../notice/owe.ts";
import type { Desk } from "../ports.ts";

/** Where a message goes that is for a whole channel: its id there, as in the room of a gesture. */
export const roomOf = ({ personId, address }: Delivery): string | undefined => (personId === null ? address?.["channel"] : undefined);

/** The message becomes the live card of its matter in the channel; the one it replaces will say so. */
export async function keepBoard(desk: Desk, delivery: Delivery, ref: Board["ref"] | null, now: Date): Promise<void> {
  const { matter, mode, allianceId, messenger, tenant, address, kind, args } = delivery;
  if (!roomOf(delivery) || mode !== "post" || !matter || !allianceId || !messenger || !tenant || !address || !ref) return;
  const place = JSON.stringify(Object.entries(address).sort());
  const [before] = await desk.find("Board", { matter, messenger, tenant, place });
  desk.put("Board", { matter, messenger, tenant, place, allianceId, address, ref, kind, args, shownAt: now });
  if (!before) return;
  const replaced = {
    kind: "board.replaced",
    args: { matter, lang: before.args["lang"] ?? "de" },
    mode: "update",
    messenger,
    tenant,
    address,
    ref: before.ref,
  } as const;
  desk.owe(owed({ now, desk: { alliance: { id: allianceId } } }, { ...replaced, key: `replaced:${delivery.key}` }));
}
