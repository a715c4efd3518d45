// Looks at a reply once: its own words, what the grammar finds in them, the signs they show and the classifier's features.
import { dayOf } from "../time.ts";
import { type Features, featuresOf } from "./features.ts";
import { findSpots, mask, type Spots } from "./mask.ts";
import type { Reply } from "./meaning.ts";
import { evident, type Sign, signsOf } from "./signs.ts";
import { readText, type Said } from "./text.ts";

export interface Look {
  readonly said: Said;
  readonly spots: Spots;
  /** Plain, without harmless denials, with one word for each detail. */
  readonly evident: string;
  readonly signs: ReadonlySet<Sign>;
  readonly features: Features;
}

/** What one piece of a reply shows, be it the whole or a sentence. */
export function lookAt(text: string, { context, now, frame }: Pick<Reply, "context" | "now" | "frame">): Omit<Look, "said"> {
  const spots = findSpots(text, dayOf(now, frame.zone), frame);
  const masked = mask(text, spots);
  const plainly = evident(masked);
  const signs = signsOf(plainly);
  return { spots, evident: plainly, signs, features: featuresOf(masked, context, [...signs]) };
}

export function look(reply: Reply): Look {
  const said = readText(reply.text);
  return { said, ...lookAt(said.own.slice(0, 1500), reply) };
}
