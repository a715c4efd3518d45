// How far each objective is: its tasks counted, its measures, the main objective first and what serves none last.
import type { Reader } from "../reader.ts";
import type { Objective } from "../roster/model.ts";
import type { Day } from "../time.ts";
import { mainFirst } from "./forms.ts";
import { type Ledger, type Standing, standingOf } from "./ledger.ts";
import type { Measure, Task } from "./model.ts";

export interface Progress {
  /** Undefined: without an objective. */
  readonly objective: Objective | undefined;
  readonly tasks: readonly Task[];
  readonly measures: readonly Measure[];
  readonly standing: Standing;
}

/** What serves no objective is told too, as long as there is any (D13). */
export function progressOf({ tasks, objectives }: Ledger, measures: readonly Measure[], today: Day): readonly Progress[] {
  const known = new Set(objectives.map(({ id }) => id));
  const of = (objective: Objective | undefined): Progress => {
    const these = tasks.filter(({ objectiveId }) => (objective ? objectiveId === objective.id : objectiveId === null || !known.has(objectiveId)));
    const served = measures.filter((it) => (objective ? it.objectives.includes(objective.id) : !it.objectives.some((id) => known.has(id))));
    return { objective, tasks: these, measures: served, standing: standingOf(these, today) };
  };
  const without = of(undefined);
  return [...mainFirst(objectives).map(of), ...(without.tasks.length + without.measures.length > 0 ? [without] : [])];
}

/** "3 Aufgaben: 1 offen, 2 in Arbeit"; what the office closed is not counted. */
export function standingText({ t }: Pick<Reader, "t">, it: Standing): string {
  const n = it.waiting + it.working + it.done;
  const tasks = t("objectives.tasks", { n });
  const counts = (["waiting", "working", "done"] as const).flatMap((kind) => (it[kind] > 0 ? [t(`objectives.count.${kind}`, { n: it[kind] })] : []));
  return n === 0 ? tasks : t("objectives.tasksOf", { tasks, counts: counts.join(", ") });
}
