// A task as whoever asks sees it now: the office's card, that of those responsible, or what everybody may look at.
import type { Known } from "../command.ts";
import { type Outcome, show } from "../outcome.ts";
import { ownCard, viewCard } from "./cards.ts";
import { officeCard } from "./cards-office.ts";
import type { Task } from "./model.ts";
import { officeMatter, taskMatter, taskSight } from "./parts.ts";
import type { Actor } from "./rules.ts";

/** `side`: who organises may have a task of their own too; what they did tells which card they look at. */
export async function present(context: Known, task: Task, { parts, personId, organisationId }: Actor, side: "own" | "office"): Promise<Outcome> {
  const sight = await taskSight(context.desk, context, task);
  const own = parts.some((part) => part !== "office") || task.askedById === personId;
  if (parts.includes("office") && (side === "office" || !own)) return show(officeCard(context, sight), officeMatter(task.id));
  return own ? show(ownCard(context, sight, { id: personId, organisationId }), taskMatter(task.id)) : show(viewCard(context, sight));
}
