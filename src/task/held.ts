// From a wish about a task to the task itself and the part of whoever asks; or the reason why nothing is done.
import type { Known } from "../command.ts";
import { type Outcome, refuse, show } from "../outcome.ts";
import { isOrganiser, isValid } from "../roster/rules.ts";
import { notYoursCard, unknownTaskCard, whichCard } from "./cards-refusals.ts";
import type { Task } from "./model.ts";
import { findTask } from "./parts.ts";
import { present } from "./present.ts";
import { type Action, type Actor, officeSteps, type Part, verdict } from "./rules.ts";

/** One of those a gesture may speak for: the sender, or somebody whose secretariat they are. */
interface Self {
  readonly personId: string;
  readonly organisationId: string | null;
  /** Organisations whose seats they hold or stand in for. */
  readonly leads: readonly string[];
}

export interface Selves {
  readonly office: boolean;
  /** The sender first. */
  readonly all: readonly Self[];
}

export async function selvesOf({ desk, person, today }: Known): Promise<Selves> {
  const standIns = await desk.find("StandIn", { actorId: person.id });
  const ids = [person.id, ...standIns.map(({ personId }) => personId)];
  const others = standIns.length > 0 ? await desk.find("Person", { id: ids.slice(1) }) : [];
  const holdings = (await desk.find("Holding", { personId: ids })).filter((it) => isValid(it, today));
  const seats = holdings.length > 0 ? await desk.find("Seat", { id: holdings.map(({ seatId }) => seatId) }) : [];
  const leads = (id: string): readonly string[] =>
    holdings.filter(({ personId }) => personId === id).flatMap(({ seatId }) => seats.find((seat) => seat.id === seatId)?.organisationId ?? []);
  return { office: isOrganiser(person), all: [person, ...others].map(({ id, organisationId }) => ({ personId: id, organisationId, leads: leads(id) })) };
}

export function partsIn(task: Task, { personId, leads }: Self): readonly Part[] {
  const parts: Part[] = [];
  if (task.personId === personId) parts.push("inCharge");
  if (task.offeredToId === personId) parts.push("offered");
  if (leads.includes(task.organisationId)) parts.push("lead");
  return parts;
}

/** As themselves where they have a part in it, else as the first of those they act for who has one; the office besides. */
function actorIn(task: Task, { office, all }: Selves): Actor {
  const self = all.find((it) => partsIn(task, it).length > 0) ?? all[0];
  if (!self) throw new Error("somebody asks");
  return { personId: self.personId, organisationId: self.organisationId, parts: [...partsIn(task, self), ...(office ? (["office"] as const) : [])] };
}

export interface HeldTask {
  readonly task: Task;
  readonly actor: Actor;
}

/** The part the sender has in a task. */
export const actorOf = async (context: Known, task: Task): Promise<Actor> => actorIn(task, await selvesOf(context));

/**
 * The task a wish is about, held still. A number or id that is none of the alliance, and somebody else's task, are refused;
 * what cannot be done from its present state is answered with its present card.
 */
export async function held(context: Known, said: string | undefined, type: Action["type"]): Promise<HeldTask | { readonly outcome: Outcome }> {
  if (said === undefined) return meant(context, type);
  const task = await findTask(context.desk, said);
  if (!task) return { outcome: refuse("no_task", unknownTaskCard(context)) };
  const actor = await actorOf(context, task);
  const may = verdict(task, type, actor);
  if (may === "may") return { task, actor };
  const side = officeSteps.includes(type) ? "office" : "own";
  if (may === "notNow" || actor.parts.includes("office")) return { outcome: await present(context, task, actor, side) };
  return { outcome: refuse("other_task", notYoursCard(context, task)) };
}

/** Without a number the only task of the person is meant: their own before their organisation's, and those before everybody's. */
async function meant(context: Known, type: Action["type"]): Promise<HeldTask | { readonly outcome: Outcome }> {
  const selves = await selvesOf(context);
  const all = (await context.desk.find("Task", {})).map((task): HeldTask => ({ task, actor: actorIn(task, selves) }));
  const possible = all.filter(({ task, actor }) => verdict(task, type, actor) === "may").sort((a, b) => a.task.due.localeCompare(b.task.due));
  const having = (...parts: readonly Part[]) => possible.filter(({ actor }) => actor.parts.some((part) => parts.includes(part)));
  const answers = type === "accept" || type === "reject";
  const tiers = [...(answers ? [] : [having("inCharge", "offered")]), having("inCharge", "offered", "lead"), possible];
  const nearest = tiers.find((tier) => tier.length > 0) ?? [];
  const [only] = nearest;
  if (only && nearest.length === 1) return only;
  return {
    outcome: show(
      whichCard(
        context,
        nearest.map(({ task }) => task),
        type,
      ),
    ),
  };
}
