// Reads replies from a file of JSON lines and prints what they mean: npm run -s understand < FILE.jsonl > OUT.jsonl.
import { createInterface } from "node:readline";
import { z } from "zod";
import { asked } from "../../src/understanding/meaning.ts";
import { understand } from "../../src/understanding/understand.ts";
import { frameAt } from "./frame.ts";

const usual = "2026-09-15T10:00:00+02:00";
const line = z.object({
  id: z.union([z.string(), z.number()]),
  lang: z.enum(["de", "en"]).default("de"),
  context: z.enum(asked).default("none"),
  text: z.string(),
  now: z.string().default(usual),
});

function answer(text: string): string {
  const { id, lang, context, text: said, now } = line.parse(JSON.parse(text));
  const at = new Date(now);
  if (Number.isNaN(at.getTime())) throw new Error(`now is an instant as in "${usual}"; got "${now}"`);
  const { intent, slots, also, confirm, confidence } = understand({ text: said, context, language: lang, now: at, frame: frameAt(at) });
  return JSON.stringify({ id, intent, slots, also, confirm, confidence });
}

const fault = (error: unknown): string => {
  if (error instanceof z.ZodError) return error.issues.map(({ path, message }) => `${path.join(".") || "line"}: ${message}`).join("; ");
  return error instanceof Error ? error.message : String(error);
};

let number = 0;
for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  number++;
  const trimmed = number === 1 ? text.replace(/^\uFEFF/, "") : text;
  if (trimmed.trim() === "") continue;
  try {
    process.stdout.write(`${answer(trimmed)}\n`);
  } catch (error) {
    process.stderr.write(`line ${number}: ${fault(error)}\n`);
  }
}
