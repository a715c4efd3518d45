// A line in the history of a meeting: who of the office did what.

import type { Known } from "../command.ts";
import { historyLine } from "../notice/history.ts";
import type { Meeting } from "./model.ts";

export function trail(
  context: Known,
  meeting: Pick<Meeting, "id"> | undefined,
  it: { readonly what: string; readonly before?: string; readonly after?: string; readonly personId?: string },
): void {
  const { desk, ids, alliance, person, now, from } = context;
  desk.put(
    "Trail",
    historyLine({
      id: ids.next(),
      allianceId: alliance.id,
      meetingId: meeting?.id ?? null,
      personId: it.personId ?? null,
      actorId: person.id,
      at: now,
      via: from.messenger,
      what: it.what,
      before: it.before ?? null,
      after: it.after ?? null,
    }),
  );
}
