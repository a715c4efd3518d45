// What the question list is narrowed down to: all, to an organisation, for an objective, the own ones; for the office also what is not public.
import { languages, translator } from "../../locales/index.ts";
import type { Reader } from "../reader.ts";
import { findOrganisation } from "../roster/find.ts";
import type { Organisation } from "../roster/model.ts";
import { fold } from "../words/fold.ts";
import { inOrder, type Ledger } from "./ledger.ts";
import type { Question } from "./model.ts";
import { queueOf } from "./moderate-cards.ts";
import { isPublic } from "./rules.ts";

const forAll = ["all", "ours", "to", "objective", "mine", "answered", "unnamed"] as const;
const forOffice = ["received", "merged", "rejected", "withdrawn", "every"] as const;
export const views = [...forAll, ...forOffice] as const;
export type View = (typeof views)[number];

export interface Filter {
  readonly view: View;
  /** The organisation asked; with view "to". */
  readonly to?: string | undefined;
  /** An objective's id, or "none"; with view "objective". */
  readonly objective?: string | undefined;
}

/** Who looks at the list. */
export interface Looking {
  readonly office: boolean;
  /** Whose own questions are theirs: the reader, and those the reader is the secretariat of. */
  readonly own: readonly string[];
  /** Organisations the reader belongs to that answer questions. */
  readonly ours: readonly string[];
  /** Whether somebody they ask for may ask. */
  readonly asks: boolean;
}

/** What this reader can choose. */
export const viewsFor = ({ office, ours, asks }: Looking): readonly View[] => [
  ...forAll.filter((view) => (view === "ours" ? !office && ours.length > 0 : view === "mine" ? asks : true)),
  ...(office ? forOffice : []),
];

/** As a button carries it. */
export function filterFrom({ view, to, objective }: { readonly view?: View | undefined } & Pick<Filter, "to" | "objective">): Filter {
  if (to !== undefined) return { view: "to", to };
  return objective !== undefined ? { view: "objective", objective } : { view: view ?? "all" };
}

/** What nobody but the office may see is shown to nobody else, whatever a button says. */
export const allowed = (filter: Filter, looking: Looking): Filter => (looking.office || forAll.some((view) => view === filter.view) ? filter : { view: "all" });

export const viewName = ({ t }: Pick<Reader, "t">, view: View): string => t("question.list.view", { view });

type ReadFilter = { readonly filter: Filter } | { readonly near: readonly Organisation[] };

const numbered = /^(?:ziel|objective) (\d{1,2})$/;

/** „Jobcenter“, „an die Arbeitsagentur“, „Ziel 3“, „meine“: organisations that may be meant are named, nothing is guessed. */
export function readFilter(said: string, { organisations, objectives }: Ledger, looking: Looking, lang: Reader["lang"]): ReadFilter {
  const words = fold(said);
  const view = viewsFor(looking).find((it) => languages.some((language) => fold(viewName({ t: translator(language) }, it)) === words));
  if (view) return { filter: { view } };
  const position = Number(numbered.exec(words)?.[1] ?? 0);
  const objective = objectives.find((it) => it.position === position || [it.labelDe, it.textDe, it.textEn].some((name) => name !== "" && fold(name) === words));
  if (objective) return { filter: { view: "objective", objective: objective.id } };
  const found = findOrganisation(said, organisations, lang);
  if (found.type === "exact") return { filter: { view: "to", to: found.organisation.id } };
  return { near: found.type === "near" ? found.organisations : [] };
}

/** Somebody without a name hears nothing: what became of their question is read here, without its words. */
export const isDecidedUnnamed = ({ named, state }: Question): boolean => !named && (state === "merged" || state === "rejected");

const byNumber = (questions: readonly Question[], state: Question["state"]): readonly Question[] => questions.filter((it) => it.state === state);

/** The questions of a view, public ones in the order of the round, the others by number. */
export function chosen(ledger: Ledger, { view, to, objective }: Filter, { own, ours }: Looking): readonly Question[] {
  const { questions } = ledger;
  switch (view) {
    case "all":
      return inOrder(ledger);
    case "ours":
      return inOrder(ledger).filter(({ toId }) => ours.includes(toId));
    case "to":
      return inOrder(ledger).filter(({ toId }) => to === undefined || toId === to);
    case "objective":
      return inOrder(ledger).filter(({ objectiveId }) => objective === undefined || (objectiveId ?? "none") === objective);
    case "mine":
      return questions.filter(({ personId }) => personId !== null && own.includes(personId));
    case "answered":
      return inOrder(ledger).filter(({ state }) => state === "answeredBefore" || state === "answered" || state === "closed");
    case "unnamed":
      return [...inOrder(ledger).filter(({ named }) => !named), ...questions.filter(isDecidedUnnamed)];
    case "received":
      return queueOf(ledger);
    case "merged":
    case "rejected":
    case "withdrawn":
      return byNumber(questions, view);
    case "every":
      return [...inOrder(ledger), ...questions.filter((it) => !isPublic(it))];
  }
}
