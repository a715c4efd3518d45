// Live cards of the office: repainted where they stand when what they show has changed.
import type { Delivery, Shown } from "../notice/model.ts";
import { owed } from "../notice/owe.ts";
import type { Desk } from "../ports.ts";

interface Because {
  readonly now: Date;
  readonly key: string;
  readonly desk: Desk;
}

interface Painting extends Pick<Delivery, "kind" | "args"> {
  readonly matter: string;
}

/** The message `shown` shows `painting` from now on; the same key never twice. */
export const repainting = (because: Pick<Because, "now" | "desk">, key: string, shown: Shown, { matter, kind, args }: Painting): Delivery =>
  owed(because, { key, kind, args, mode: "update", personId: shown.personId, allianceId: shown.allianceId, messenger: shown.messenger, tenant: shown.tenant, ref: shown.ref, matter });

/** Everybody who has a live card of the matter sees the present state in it. */
export async function repaintMatter(because: Because, painting: Painting): Promise<void> {
  for (const shown of await because.desk.find("Shown", { matter: painting.matter })) {
    because.desk.owe(repainting(because, `repaint:${because.key}:${shown.matter}:${shown.accountId}`, shown, painting));
  }
}
