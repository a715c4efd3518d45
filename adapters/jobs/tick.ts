// The bot's minute: what has become due, and what was left lying.
import type { Log } from "../../src/ports.ts";
import type { Outbox } from "../store/outbox.ts";
import { AHEAD_MS, type Jobs } from "./index.ts";

/** How long a gesture may come again; Slack's longest repetition takes a day. */
const REDELIVERY_MS = 3 * 24 * 3600 * 1000;

interface Ticking {
  readonly outbox: Outbox;
  readonly jobs: Pick<Jobs, "later">;
  /** What the core owes at this time. */
  readonly notices: () => Promise<void>;
  readonly now: () => Date;
  readonly log: Log;
}

/**
 * Gives the tick. It may run on several processes at once: every part of it does nothing the second time.
 * Planned times are read by the bot's clock, so a clock that was moved needs one tick and nothing else.
 */
export function createTick({ outbox, jobs, notices, now, log }: Ticking): () => Promise<void> {
  const part = async (name: string, run: () => Promise<void>) => {
    try {
      await run();
    } catch (error) {
      log.error("tick", error, { part: name });
    }
  };
  return async () => {
    // A fault in one part must not keep the others from their minute.
    await part("notices", notices);
    await part("due", async () => jobs.later(await outbox.due(now(), AHEAD_MS)));
    // Gestures carry the bot's time; a clock that was moved far ahead only makes the bot forget earlier.
    await part("forget", () => outbox.forget(new Date(now().getTime() - REDELIVERY_MS)));
  };
}
