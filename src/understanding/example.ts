// A meeting and some organisations to read replies against, for tests.
import { nrw } from "../testing/nrw.ts";
import { at, homeZone } from "../time.ts";
import type { Asked, Frame, Understanding } from "./meaning.ts";
import { understand } from "./understand.ts";

const organisation = (slug: string, nameDe: string, nameEn: string, ...aliases: string[]) => ({ slug, nameDe, nameEn, aliases });

/** Tuesday, calendar week 38; the meeting is on Wednesday, 7 October, 14:00 to 17:30. */
export const now = at("2026-09-15", "10:00");

export const frame: Frame = {
  organisations: [
    organisation("ihk", "IHK", "Chamber of Industry and Commerce", "Industrie- und Handelskammer"),
    organisation("hwk", "Handwerkskammer", "Chamber of Crafts", "HWK", "Handwerkskammern"),
    organisation("verdi", "ver.di", "ver.di (services union)", "Verdi"),
    organisation("agentur", "Agentur für Arbeit", "Employment Agency", "Arbeitsagentur", "BA"),
    organisation("jobcenter", "Jobcenter", "Jobcenter", "JC"),
    organisation("wfg", "WfG", "WfG (municipal economic development company)", "Wirtschaftsförderung"),
    organisation("fraktion-spd", "SPD-Fraktion", "SPD council group", "SPD"),
  ],
  calendar: nrw,
  zone: homeZone,
  deadline: "2026-09-25",
  meeting: {
    day: "2026-10-07",
    start: "14:00",
    end: "17:30",
    items: [
      { number: "1", key: "opening", start: "14:00" },
      { number: "2", key: "keynote", start: "14:10" },
      { number: "3", key: "projects", start: "14:40" },
      { number: "4", key: "qa", start: "15:45" },
      { number: "5", key: "next_steps", start: "16:45" },
      { number: "6", key: "get_together", start: "17:15" },
    ],
  },
};

/** What a reply to a question of the bot means. */
export const reading = (context: Asked, text: string, language: "de" | "en" = "de"): Understanding => understand({ text, context, language, now, frame });
