// A line in the history of the roster: who of the office changed what about whom.

import type { Known } from "../command.ts";
import { historyLine } from "../notice/history.ts";

export function note({ desk, ids, alliance, person, now, from }: Known, what: string, personId: string | null, after: string | null = null): void {
  desk.put(
    "Trail",
    historyLine({
      id: ids.next(),
      allianceId: alliance.id,
      personId,
      actorId: person.id,
      at: now,
      via: from.messenger,
      what,
      after,
    }),
  );
}
