// A line in the history, with everything that is usual left out.
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
