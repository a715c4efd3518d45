// What „aufgabe liste …“ is narrowed down to: a state, what is overdue, an organisation, an objective; said in words or carried by buttons.
import { languages, translator } from "../../locales/index.ts";
import type { Reader } from "../reader.ts";
import { findOrganisation } from "../roster/find.ts";
import type { Objective, Organisation } from "../roster/model.ts";
import type { Day } from "../time.ts";
import { fold, tokens } from "../words/fold.ts";
import { isOverdue, isUnfinished, type Ledger, states } from "./ledger.ts";
import type { Task } from "./model.ts";

export const views = ["all", "unfinished", "overdue", ...states] as const;

export interface Filter {
  readonly view: string;
  readonly organisation?: string | undefined;
  /** An objective's id, or "none". */
  readonly objective?: string | undefined;
}

/** `near`: organisations that may be meant; nothing is guessed. */
type ReadFilter = { readonly filter: Filter } | { readonly near: readonly Organisation[] };

/** How a choice is called in the list: one's own word for it, or the state. */
export const viewName = ({ t }: Pick<Reader, "t">, view: string): string =>
  states.some((state) => state === view) ? t("work.state", { state: view }) : t("task.list.view", { view });

/** Every way a state or another choice is said, folded. */
const viewWords = new Map(
  languages.flatMap((language) => views.map((view) => [fold(viewName({ t: translator(language) }, view)), view as string] as const)).reverse(),
);
for (const [word, view] of [
  ["overdue", "overdue"],
  ["überfällige", "overdue"],
  ["erledigt", "confirmed"],
  ["offene", "open"],
] as const)
  viewWords.set(fold(word), view);
const withoutObjective = new Set(languages.map((language) => fold(translator(language)("task.list.without"))));
const numbered = /^(?:ziel|objective) (\d{1,2})$/;

function objectiveIn(said: string, objectives: readonly Objective[]): string | undefined {
  if (withoutObjective.has(said)) return "none";
  const position = Number(numbered.exec(said)?.[1] ?? 0);
  const names = ({ labelDe, textDe, textEn }: Objective): readonly string[] => [labelDe, textDe, textEn].map(fold);
  const named = objectives.filter((it) => it.position === position || names(it).includes(said));
  const begun = named.length > 0 || said.length < 4 ? named : objectives.filter((it) => names(it).some((name) => name.startsWith(said)));
  return begun.length === 1 ? begun[0]?.id : undefined;
}

/** „überfällig IHK“, „in Arbeit“, „Ziel 3“, „ohne Ziel“: the longest words first, each from where the last one ended. */
export function readFilter(said: string, { organisations, objectives }: Pick<Ledger, "organisations" | "objectives">, lang: Reader["lang"]): ReadFilter {
  const words = tokens(said);
  const filter: { view: string; organisation?: string; objective?: string } = { view: "all" };
  for (let from = 0; from < words.length; ) {
    const length = longest(words, from, (some) => {
      const view = viewWords.get(fold(some));
      if (view !== undefined) filter.view = view;
      const objective = view === undefined ? objectiveIn(fold(some), objectives) : undefined;
      if (objective !== undefined) filter.objective = objective;
      const found = view === undefined && objective === undefined ? findOrganisation(some, organisations, lang) : undefined;
      if (found?.type === "exact") filter.organisation = found.organisation.id;
      return view !== undefined || objective !== undefined || found?.type === "exact";
    });
    if (length === 0) {
      const near = findOrganisation(words.slice(from).join(" "), organisations, lang);
      return { near: near.type === "near" ? near.organisations : [] };
    }
    from += length;
  }
  return { filter };
}

function longest(words: readonly string[], from: number, means: (said: string) => boolean): number {
  for (let to = words.length; to > from; to--) if (means(words.slice(from, to).join(" "))) return to - from;
  return 0;
}

export function matches(task: Task, { view, organisation, objective }: Filter, today: Day): boolean {
  if (organisation !== undefined && task.organisationId !== organisation && !task.involved.includes(organisation)) return false;
  if (objective !== undefined && (task.objectiveId ?? "none") !== objective) return false;
  if (view === "unfinished") return isUnfinished(task);
  if (view === "overdue") return isOverdue(task, today);
  return view === "all" || task.state === view;
}
