// Reads labelled replies from JSON lines, and tells the half that rules may be written from from the half that is only measured.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Language } from "../../locales/index.ts";
import type { Asked, Intent, Slots } from "../../src/understanding/meaning.ts";

export interface Example {
  readonly id: string;
  readonly lang: Language;
  readonly context: Asked;
  readonly text: string;
  readonly now: string;
  readonly intent: Intent;
  readonly slots: Slots;
  readonly also: readonly Intent[];
  readonly confirm: boolean;
}

const folder = path.join(import.meta.dirname, "../../test/understanding");

export const readExamples = (name: string): readonly Example[] =>
  readFileSync(path.join(folder, name), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Example);

/** FNV-1a of the id; one of its bits parts the examples for good. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

/** Whether an example belongs to the half that nobody looked at while writing rules. */
export const isHeld = ({ id }: { readonly id: string }): boolean => ((hashOf(id) >>> 8) & 1) === 1;
