// A wish is what somebody wants of the bot, whichever road it came by: word, button, form or understood sentence.
import { z } from "zod";
import type { CommandName } from "./names.ts";

/** Arguments travel as strings; the command reads them and believes nothing. */
export interface Wish {
  readonly command: CommandName;
  readonly args: Readonly<Record<string, string>>;
}

export const wish = (command: CommandName, args: Readonly<Record<string, string>> = {}): Wish => ({ command, args });

/** The shape in which a wish rides in a button: short keys, because Slack allows 2,000 characters. */
const carried = z.object({ c: z.string().max(60), a: z.record(z.string().max(60), z.string().max(1000)).default({}) });

export const writeWish = (it: Wish): string => JSON.stringify({ c: it.command, a: it.args });

/** The wish in a button's value, or undefined where the value is not one of ours. The name is checked by the bot. */
export function readWish(value: unknown): Wish | undefined {
  let data = value;
  if (typeof value === "string") {
    try {
      data = JSON.parse(value);
    } catch {
      return undefined;
    }
  }
  const read = carried.safeParse(data);
  return read.success ? { command: read.data.c as CommandName, args: read.data.a } : undefined;
}
