// „frage liste“: the public questions in the order of the round, narrowed down and in pages; for the office also all others.
import { id, number, one, optional, text } from "../args.ts";
import { type Button, type Card, card, type Element, type Fact } from "../card.ts";
import { command, type Known } from "../command.ts";
import { act, clip } from "../help/pieces.ts";
import { type Outcome, refuse, show } from "../outcome.ts";
import { organisationName } from "../reader.ts";
import { isOrganiser } from "../roster/rules.ts";
import { mainFirst, objectiveName } from "../task/forms.ts";
import { showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { answeringFor, askersOf, ledgerHeld, looks } from "./held.ts";
import type { Ledger } from "./ledger.ts";
import { allowed, chosen, type Filter, filterFrom, isDecidedUnnamed, type Looking, readFilter, viewName, views, viewsFor } from "./list-filter.ts";
import { orderWords } from "./list-order.ts";
import { aboutShort, coded, questionRow, reviewButton } from "./list-parts.ts";
import { support } from "./list-support.ts";
import type { Question } from "./model.ts";
import { queueOf } from "./moderate-cards.ts";
import { notesOf } from "./moderate-notes.ts";
import { questionButton } from "./offer.ts";
import { questionCode, stateWords } from "./parts.ts";
import { isPublic } from "./rules.ts";

/** Lines on a page: few enough for a phone. */
const pageLength = 8;

const list = command({
  who: "linked",
  opens: looks,
  args: {
    meeting: optional(id()),
    /** As it was typed. */
    filter: optional(text(120)),
    view: optional(one(...views)),
    to: optional(id()),
    objective: optional(id()),
    page: optional(number(1, 9999)),
  },
  async run(context, args) {
    const ledger = await ledgerHeld(context);
    if ("outcome" in ledger) return ledger.outcome;
    const looking = await lookingOf(context, ledger);
    const read = args.filter ? readFilter(args.filter, ledger, looking, context.lang) : undefined;
    if (read && "near" in read) return unknownFilter(context, ledger, read.near);
    const filter = allowed(read?.filter ?? filterFrom(args), looking);
    const notes = looking.office ? (await notesOf(context, ledger)).filter(({ done }) => !done).length : 0;
    return show(listCard(context, ledger, { filter, looking, notes, wanted: args.page ?? 1 }));
  },
});

async function lookingOf(context: Known, ledger: Ledger): Promise<Looking> {
  const { desk, person } = context;
  const assigned = await desk.find("StandIn", { actorId: person.id });
  const own = [person.id, ...assigned.map(({ personId }) => personId)];
  return { office: isOrganiser(person), own, ours: await answeringFor(context, ledger), asks: (await askersOf(context)).length > 0 };
}

interface Looked {
  readonly filter: Filter;
  readonly looking: Looking;
  /** What the office has not yet dealt with. */
  readonly notes: number;
  /** The page asked for, from 1. */
  readonly wanted: number;
}

/** An organisation or an objective says the view too; every letter counts in an option of a selection. */
const argsOf = ({ view, to, objective }: Filter, { meeting }: Pick<Ledger, "meeting">): Readonly<Record<string, string>> => ({
  meeting: meeting.id,
  ...(to ? { to } : objective ? { objective } : { view }),
});

function listCard(context: Known, ledger: Ledger, { filter, looking, notes, wanted }: Looked): Card {
  const { t, lang } = context;
  const found = chosen(ledger, filter, looking);
  const pages = Math.max(1, Math.ceil(found.length / pageLength));
  const page = Math.min(wanted, pages);
  const shown = found.slice((page - 1) * pageLength, page * pageLength);
  const rows = shown.map((it) =>
    looking.office || !isDecidedUnnamed(it) ? questionRow(context, ledger, it, looking.office) : decidedRow(context, ledger, it),
  );
  return card("question.list", t("question.list.title", { day: showDay(ledger.meeting.day, lang) }), {
    facts: [
      { label: t("question.list.order"), value: orderWords(context, ledger) },
      ...filterFacts(context, ledger, filter),
      looking.office ? { label: t("question.list.toReview"), value: String(queueOf(ledger).length) } : undefined,
      notes > 0 ? { label: t("question.do.notes"), value: String(notes) } : undefined,
    ],
    choice: viewChoice(context, ledger, filter, looking),
    rows: [...rows, ...(pages > 1 ? [t("list.page", { page, pages })] : [])],
    open: narrowChoice(context, ledger, filter) ?? openChoice(context, ledger, { filter, page, shown, looking }),
    text: shown.length > 0 ? undefined : t(filter.view === "all" ? "question.list.empty" : "question.list.none"),
    buttons: [
      ...(looking.office ? officeButtons(context, ledger) : [mayAskNow(context, ledger, looking) ? questionButton(context, ledger.meeting.id) : undefined]),
      { label: t("question.do.rules"), wish: wish("question.rules", { meeting: ledger.meeting.id }) },
      pages > 1
        ? {
            label: t(page < pages ? "label.nextPage" : "label.firstPage"),
            wish: wish("question.list", { ...argsOf(filter, ledger), page: String(page < pages ? page + 1 : 1) }),
          }
        : undefined,
    ],
  });
}

const mayAskNow = ({ now }: Known, { meeting, round }: Ledger, { asks }: Looking): boolean => asks && round.intake === "open" && now < meeting.startsAt;

/** The catalogue as a file is the office's alone (D1). */
function officeButtons(context: Known, ledger: Ledger): readonly (Button | undefined)[] {
  const { t, links, person } = context;
  const file = ledger.questions.length > 0 ? links.file("questions", { meeting: ledger.meeting.id, person: person.id }) : undefined;
  return [queueOf(ledger).length > 0 ? reviewButton(context, ledger.meeting) : undefined, file ? { label: t("label.asFile"), url: file } : undefined];
}

/** "F-8 · ohne Namen · nicht zugelassen · schon gestellt": what became of it, and nothing of its words. */
function decidedRow(context: Known, { questions }: Ledger, question: Question): string {
  const { t } = context;
  const into = questions.find(({ id }) => id === question.intoId);
  const stand = into && isPublic(into) ? t("question.list.into", { question: questionCode(into) }) : stateWords(context, question);
  return [
    questionCode(question),
    t("question.unnamed"),
    stand,
    ...(question.rule === null ? [] : [t("question.refusal", { rule: question.rule })]),
    ...(question.hint === null ? [] : [t("question.list.hint", { text: question.hint })]),
  ].join(" · ");
}

function filterFacts(context: Known, { organisations, objectives }: Ledger, { to, objective }: Filter): readonly (Fact | undefined)[] {
  const { t } = context;
  const asked = organisations.find(({ id }) => id === to);
  const aim = objectives.find(({ id }) => id === objective);
  return [
    asked && { label: t("question.to"), value: organisationName(context, asked) },
    objective === undefined ? undefined : { label: t("question.objective"), value: aim ? objectiveName(context, aim) : t("question.list.without") },
  ];
}

type Selection = Extract<Element, { type: "choice" }>;

function viewChoice(context: Known, ledger: Ledger, filter: Filter, looking: Looking): Selection {
  const possible = viewsFor(looking);
  const options = possible.map((view) => ({ label: viewName(context, view), wish: wish("question.list", argsOf({ view }, ledger)) }));
  const notes = { label: context.t("question.list.notes"), wish: wish("question.notes", { meeting: ledger.meeting.id }) };
  return {
    type: "choice",
    label: context.t("question.list.show"),
    options: looking.office ? [...options, notes] : options,
    chosen: Math.max(0, possible.indexOf(filter.view)),
  };
}

/** The second selection: which organisation, which objective. Only those some public question is about. */
function narrowChoice(context: Known, ledger: Ledger, filter: Filter): Selection | undefined {
  const { t } = context;
  const open = ledger.questions.filter(isPublic);
  const again = { label: t("meeting.label.choose"), wish: wish("question.list", argsOf(filter, ledger)) };
  const option = (label: string, more: Partial<Filter>) => ({ label: clip(label, 75), wish: wish("question.list", argsOf({ ...filter, ...more }, ledger)) });
  if (filter.view === "to" && filter.to === undefined) {
    const asked = ledger.organisations.filter(({ id }) => open.some(({ toId }) => toId === id));
    if (asked.length === 0) return undefined;
    return { type: "choice", label: t("question.to"), options: [again, ...asked.map((it) => option(organisationName(context, it), { to: it.id }))], chosen: 0 };
  }
  if (filter.view !== "objective" || filter.objective !== undefined) return undefined;
  const aims = mainFirst(ledger.objectives.filter(({ id }) => open.some(({ objectiveId }) => objectiveId === id)));
  const without = open.some(({ objectiveId }) => objectiveId === null) ? [option(t("question.list.without"), { objective: "none" })] : [];
  const options = [...aims.map((it) => option(objectiveName(context, it), { objective: it.id })), ...without];
  return options.length > 0 ? { type: "choice", label: t("question.objective"), options: [again, ...options], chosen: 0 } : undefined;
}

function openChoice(
  context: Known,
  ledger: Ledger,
  { filter, page, shown, looking }: Pick<Looked, "filter" | "looking"> & { readonly page: number; readonly shown: readonly Question[] },
): Selection | undefined {
  const { t } = context;
  const readable = shown.filter((it) => looking.office || !isDecidedUnnamed(it));
  if (readable.length === 0) return undefined;
  const options = readable.map((it) => ({ label: clip(coded(context, it), 75), wish: wish("question.show", { ...aboutShort(it), view: "public" }) }));
  const again = wish("question.list", { ...argsOf(filter, ledger), page: String(page) });
  return { type: "choice", label: t("question.list.choose"), options: [{ label: t("meeting.label.choose"), wish: again }, ...options], chosen: 0 };
}

function unknownFilter(context: Known, { meeting }: Ledger, near: readonly Parameters<typeof organisationName>[1][]): Outcome {
  const { t } = context;
  const offered = near.map((it) => ({
    label: clip(organisationName(context, it), 28),
    wish: wish("question.list", { meeting: meeting.id, view: "to", to: it.id }),
  }));
  return refuse(
    "no_filter",
    card("question.filter", t("question.filter.title"), {
      text: t(near.length > 0 ? "question.filter.near" : "question.filter.text"),
      buttons: [...offered, act(context, "question.list", { meeting: meeting.id })],
    }),
  );
}

export const listCommands = { "question.list": list, "question.support": support };
