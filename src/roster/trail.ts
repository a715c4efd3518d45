// A line in the history of the roster: who of the office changed what about whom.

import type { Known } from "../command.ts";
import { tracedTo } from "../notice/history.ts";

export const note = (context: Known, what: string, personId: string | null, after: string | null = null): void =>
  tracedTo(context, { allianceId: context.alliance.id, personId, what, after });
