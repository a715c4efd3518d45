// Recognises somebody who writes that they are away until a day; the reason, where one is given, is not read.
import { fold } from "./fold.ts";

const patterns = [
  // „Bin bis 14.8. weg“, „Ich bin bis Freitag nicht da“, „Bis Ende August im Urlaub“
  /^(?:(?:ich )?(?:bin|werde) )?(?:ab heute |noch |leider )*bis (?<day>.+?) (?:weg|abwesend|verreist|unterwegs|nicht (?:da|im buro|im haus|erreichbar)|auser haus|im urlaub|in urlaub)(?: sein)?$/,
  // „Ich bin weg bis 14.8.“, „Abwesend bis Freitag“
  /^(?:(?:ich )?bin )?(?:ab heute |noch |leider )*(?:weg|abwesend|verreist|unterwegs|nicht (?:da|im buro|im haus|erreichbar)|auser haus|im urlaub|in urlaub) bis (?<day>.+)$/,
  // “away until 14 Aug”, “I am out of office until Friday”
  /^(?:(?:i am|i'm|i’m|i will be|i'll be|i’ll be) )?(?:away|out|out of (?:the )?office|not here|not available|on (?:holiday|leave|vacation)) (?:until|till) (?<day>.+)$/,
] as const;

/** The words for the day, to be read as a day; undefined where nobody says that they are away. */
export function readAway(said: string): string | undefined {
  const text = fold(said).replace(/[\s.!]+$/, "");
  for (const pattern of patterns) {
    const day = pattern.exec(text)?.groups?.["day"];
    if (day !== undefined) return day;
  }
  return undefined;
}
