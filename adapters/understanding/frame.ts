// What replies from a file are read against: the seed's organisations and the meeting of 7 October 2026, or of 8 July where `now` lies before it.
import { readFileSync } from "node:fs";
import path from "node:path";
import { dayOf, homeZone } from "../../src/time.ts";
import type { Frame, FrameItem, FrameOrganisation } from "../../src/understanding/meaning.ts";
import { nrwCalendar } from "../calendar/index.ts";

const seed = path.join(import.meta.dirname, "../../prisma/seed/krefeld.json");
const { organisations } = JSON.parse(readFileSync(seed, "utf8")) as { organisations: FrameOrganisation[] };

const items: readonly FrameItem[] = [
  { number: "1", key: "opening", start: "14:00" },
  { number: "2", key: "keynote", start: "14:10" },
  { number: "3", key: "projects", start: "14:40" },
  { number: "4", key: "qa", start: "15:45" },
  { number: "5", key: "next_steps", start: "16:45" },
  { number: "6", key: "get_together", start: "17:15" },
];
const meeting = { start: "14:00", end: "17:30", items } as const;
const base = { organisations, calendar: nrwCalendar(), zone: homeZone };
const july: Frame = { ...base, meeting: { ...meeting, day: "2026-07-08" } };
const october: Frame = { ...base, meeting: { ...meeting, day: "2026-10-07" } };

/** The same frame for the same meeting, so that what is derived from it is derived once. */
export const frameAt = (now: Date): Frame => (dayOf(now) <= "2026-07-08" ? july : october);
