// The control card of the round, repainted for whoever has one.
import type { Composer } from "../notice/composer.ts";
import { isOrganiser } from "../roster/rules.ts";
import { liveCard, sightNamed } from "./round-cards.ts";
import { controlCard } from "./round-control.ts";

/** Who does not steer any more sees what everybody sees. */
const control: Composer = async (it) => {
  const sight = await sightNamed(it);
  if (!sight) return { skip: "gone" };
  return isOrganiser(it.person) || it.person.roles.includes("lead") ? controlCard(it, sight) : liveCard(it, sight);
};

export const roundComposers = { "round.control": control } as const satisfies Readonly<Record<string, Composer>>;
