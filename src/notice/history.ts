// A line in the history, with everything that is usual left out.
import type { Desk, Ids, Sender } from "../ports.ts";
import type { Person } from "../roster/model.ts";
import type { Trail } from "./model.ts";

type Needed = Pick<Trail, "id" | "allianceId" | "at" | "via" | "what">;

/** About no meeting, task or person and by nobody, unless it says so; nothing before and nothing after. */
export const historyLine = (it: Needed & Partial<Trail>): Trail => ({
  meetingId: null,
  taskId: null,
  personId: null,
  actorId: null,
  before: null,
  after: null,
  ...it,
});

/** A gesture of somebody: what every line about it has in common. */
interface Gesture {
  readonly desk: Desk;
  readonly ids: Ids;
  readonly now: Date;
  readonly person: Pick<Person, "id">;
  readonly from: Pick<Sender, "messenger">;
}

/** Puts down what somebody has done, as done by them, now and by their messenger. */
export const tracedTo = ({ desk, ids, now, person, from }: Gesture, it: Pick<Trail, "allianceId" | "what"> & Partial<Trail>): void =>
  desk.put("Trail", historyLine({ id: ids.next(), actorId: person.id, at: now, via: from.messenger, ...it }));
