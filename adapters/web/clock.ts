// Moves the clock of the whole installation forward, never back, and says where it stands.
import { type Language, translator } from "../../locales/index.ts";
import { addDays, at, clockOf, dayOf, showDay } from "../../src/time.ts";
import type { Reply } from "./gestures.ts";
import type { Movement } from "./inbound.ts";
import { limits } from "./limits.ts";
import type { Clock } from "./parts.ts";
import { when } from "./render.ts";

const hour = 60 * 60_000;

export async function moveClock(clock: Clock, to: Movement | undefined, lang: Language): Promise<Reply> {
  const t = translator(lang);
  if (to === undefined) return { text: t("page.clock.unreadable") };
  const now = clock.now();
  const target = await instantOf(clock, to, now);
  if (!target) return { text: t("page.clock.none") };
  if (target <= now) return { text: t("page.clock.back", { when: when(now, lang) }) };
  const farthest = addDays(dayOf(now), limits.clockDays);
  if (dayOf(target) > farthest) return { text: t("page.clock.far", { day: showDay(farthest, lang) }) };
  await clock.moveTo(target);
  return { ok: true, text: t("page.clock.moved", { when: when(clock.now(), lang) }) };
}

async function instantOf(clock: Clock, to: Movement, now: Date): Promise<Date | undefined> {
  switch (to) {
    case "hour":
      return new Date(now.getTime() + hour);
    // The same time of the next day, also where that night has 23 or 25 hours.
    case "day":
      return at(addDays(dayOf(now), 1), clockOf(now));
    case "next":
      return clock.next();
    default:
      return at(to.day, to.clock);
  }
}
