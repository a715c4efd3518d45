// A line in the history of a meeting: who of the office did what.

import type { Known } from "../command.ts";
import { tracedTo } from "../notice/history.ts";
import type { Meeting } from "./model.ts";

export function trail(
  context: Known,
  meeting: Pick<Meeting, "id"> | undefined,
  it: { readonly what: string; readonly before?: string; readonly after?: string; readonly personId?: string },
): void {
  tracedTo(context, { allianceId: context.alliance.id, meetingId: meeting?.id ?? null, ...it });
}
