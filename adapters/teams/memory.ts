// What a card remembers of itself in a hidden input: itself for being shown again with errors, and the card a form stands in place of.
import { z } from "zod";
import type { Card } from "../../src/card.ts";
import type { Form } from "../../src/form.ts";
import { type CommandName, isCommandName } from "../../src/names.ts";
import { limits } from "./limits.ts";

export interface Memory {
  readonly card: Card;
  /** What the form took the place of, for whoever stops halfway. */
  readonly back?: Card;
  /** The message a dialog was opened from. */
  readonly message?: string;
}

/** The id of the hidden input. */
export const memoryId = "memory";

const text = z.string().max(limits.line);
const wish = z.object({
  command: z.custom<CommandName>((value) => typeof value === "string" && isCommandName(value)),
  args: z.record(z.string(), text),
});
const options = z.array(z.object({ value: text, label: text, about: text.exactOptional() }));
const facts = z.array(z.object({ label: text, value: text }));
const form: z.ZodType<Form> = z.object({
  name: text,
  title: text,
  note: text.exactOptional(),
  explain: z.object({ label: text, title: text, facts, back: text }).exactOptional(),
  window: z.literal(true).exactOptional(),
  submit: text,
  cancel: text,
  wish,
  fields: z.array(
    z.object({
      name: text,
      label: text,
      hint: text.exactOptional(),
      required: z.boolean(),
      initial: text.exactOptional(),
      kind: z.discriminatedUnion("type", [
        z.object({ type: z.literal("text"), max: z.number(), lines: z.literal("many").exactOptional() }),
        z.object({ type: z.literal("day") }),
        z.object({ type: z.literal("clock") }),
        z.object({ type: z.literal("number"), min: z.number(), max: z.number() }),
        z.object({ type: z.literal("one"), options }),
        z.object({ type: z.literal("many"), options }),
      ]),
    }),
  ),
});
const button = z.union([
  z.object({ label: text, hears: text.exactOptional(), wish, style: z.enum(["primary", "danger"]).exactOptional(), window: z.literal(true).exactOptional() }),
  z.object({ label: text, hears: text.exactOptional(), url: text }),
]);
const card: z.ZodType<Card> = z.object({
  name: text,
  title: text,
  elements: z.array(
    z.discriminatedUnion("type", [
      z.object({ type: z.literal("facts"), facts }),
      z.object({ type: z.literal("text"), text }),
      z.object({ type: z.literal("rows"), rows: z.array(text) }),
      z.object({ type: z.literal("image"), url: text, alt: text }),
      z.object({ type: z.literal("choice"), label: text, options: z.array(z.object({ label: text, wish })), chosen: z.number() }),
      z.object({ type: z.literal("form"), form }),
      z.object({ type: z.literal("buttons"), buttons: z.array(button) }),
    ]),
  ),
});
const memory: z.ZodType<Memory> = z.object({ card, back: card.exactOptional(), message: z.string().max(255).exactOptional() });

/** Undefined where it is too long; what a card cannot remember costs only comfort. */
export function writeMemory(it: Memory): string | undefined {
  const written = JSON.stringify(it);
  return written.length <= limits.memory ? written : undefined;
}

/**
 * Undefined where there is none of ours. It comes back through the person's own client, so it is only ever shown to that person again,
 * and rights are checked when something is asked.
 */
export function readMemory(value: unknown): Memory | undefined {
  if (typeof value !== "string" || value.length > 2 * limits.memory) return undefined;
  try {
    return memory.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}
