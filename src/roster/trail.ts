// A line in the history of the roster: who of the office changed what about whom.
import type { Known } from "../command.ts";

export function note({ desk, ids, alliance, person, now, from }: Known, what: string, personId: string | null, after: string | null = null): void {
  desk.put("Trail", {
    id: ids.next(),
    allianceId: alliance.id,
    meetingId: null,
    taskId: null,
    personId,
    actorId: person.id,
    at: now,
    via: from.messenger,
    what,
    before: null,
    after,
  });
}
