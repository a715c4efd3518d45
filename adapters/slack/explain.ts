// What can be read beside a form: a button in its window opens a second window above it, and the lower one keeps what was typed.
import type { KnownBlock, ModalView } from "@slack/types";
import { z } from "zod";
import type { Explanation } from "../../src/form.ts";
import { limits, pieces } from "./limits.ts";
import { bold, plain } from "./render.ts";

/** What the button is called when Slack reports it. */
export const explainAction = "explain";

const carried = z.object({ t: z.string(), b: z.string(), f: z.array(z.tuple([z.string(), z.string()])) });

/** The text rides in the button, so that whoever reads it asks nobody. What is too long for a button stands in the form's own window. */
export function explainBlocks({ label, title, back, facts }: Explanation): KnownBlock[] {
  const value = JSON.stringify({ t: title, b: back, f: facts.map((fact) => [fact.label, fact.value]) });
  if (value.length > limits.buttonValue) return factBlocks(facts);
  return [{ type: "actions", elements: [{ type: "button", action_id: explainAction, text: plain(label, limits.buttonText), value }] }];
}

/** Undefined where the button's value is none of ours. */
export function readExplanation(value: string | null | undefined): Explanation | undefined {
  try {
    const { t, b, f } = carried.parse(JSON.parse(value ?? ""));
    return { label: t, title: t, back: b, facts: f.map(([label, value]) => ({ label, value })) };
  } catch {
    return undefined;
  }
}

/** Closing it leads back to the form. */
export const explainView = ({ title, back, facts }: Explanation, metadata: string): ModalView => ({
  type: "modal",
  private_metadata: metadata,
  title: plain(title, limits.windowTitle),
  close: plain(back, limits.windowTitle),
  blocks: factBlocks(facts),
});

/** Sentences are too long for two columns. */
const factBlocks = (facts: Explanation["facts"]): KnownBlock[] =>
  facts.flatMap(({ label, value }): KnownBlock[] => [
    { type: "section", text: bold(label) },
    ...pieces(value, limits.section).map((text): KnownBlock => ({ type: "section", text: plain(text, limits.section), expand: true })),
  ]);
