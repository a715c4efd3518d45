// Reads everything about one meeting's questions: the rows, the alliance's rules, the round, and the order that follows from them.
import type { AgendaItem, Meeting } from "../meeting/model.ts";
import { timed } from "../meeting/rules.ts";
import type { View } from "../ports.ts";
import { byPosition } from "../reader.ts";
import type { Alliance, Objective, Organisation, Person } from "../roster/model.ts";
import { rightsOf } from "../roster/rules.ts";
import type { Clock } from "../time.ts";
import { type Answer, noRound, type Question, type QuestionRules, type Round, usualRules, type Vote } from "./model.ts";
import { type Ordering, orderOf, rotated } from "./order.ts";
import { isPublic, supportersOf } from "./rules.ts";

/** The agenda item questions belong to; a workshop has none. */
export const itemKey = "qa";

export interface Ledger {
  readonly meeting: Meeting;
  readonly item: AgendaItem;
  /** When the item begins. */
  readonly startsAt: Clock;
  /** Every question of the meeting, withdrawn ones too, by number. */
  readonly questions: readonly Question[];
  readonly answers: readonly Answer[];
  readonly votes: readonly Vote[];
  readonly rules: QuestionRules;
  readonly round: Round;
  readonly organisations: readonly Organisation[];
  readonly objectives: readonly Objective[];
  /** Those who ask with their name. */
  readonly people: readonly Person[];
  /** How many meetings with such an item the alliance has had before this one: so far the first place has moved on. */
  readonly turn: number;
}

/** Undefined where the meeting has no item for questions. True only while the meeting is held. */
export async function ledgerOf(view: View, meeting: Meeting, alliance: Pick<Alliance, "id" | "zone">): Promise<Ledger | undefined> {
  const items = timed(meeting, await view.find("AgendaItem", { meetingId: meeting.id }), alliance.zone);
  const found = items.find(({ item }) => item.key === itemKey);
  if (!found) return undefined;
  const questions = [...(await view.find("Question", { meetingId: meeting.id }))].sort((a, b) => a.number - b.number);
  const ids = questions.map(({ id }) => id);
  const named = [...new Set(questions.flatMap(({ personId }) => personId ?? []))];
  const [rules] = await view.find("QuestionRules", { allianceId: alliance.id });
  const [round] = await view.find("Round", { meetingId: meeting.id });
  return {
    meeting,
    item: found.item,
    startsAt: found.at,
    questions,
    answers: ids.length > 0 ? [...(await view.find("Answer", { questionId: ids }))].sort((a, b) => a.edition - b.edition) : [],
    votes: ids.length > 0 ? await view.find("Vote", { questionId: ids }) : [],
    rules: rules ?? usualRules(alliance.id),
    round: round ?? noRound(meeting),
    organisations: [...(await view.find("Organisation", {}))].sort(byPosition),
    objectives: [...(await view.find("Objective", {}))].sort(byPosition),
    people: named.length > 0 ? await view.find("Person", { id: named }) : [],
    turn: await turnOf(view, meeting),
  };
}

async function turnOf(view: View, meeting: Meeting): Promise<number> {
  const before = (await view.find("Meeting", { state: "invited" })).filter((it) => it.kind === "regular" && it.startsAt < meeting.startsAt);
  return before.length;
}

/** The groups that take turns, the one whose turn it is first in front. */
export const groupsOf = ({ organisations, turn }: Pick<Ledger, "organisations" | "turn">): readonly string[] =>
  rotated(
    organisations.filter((it) => rightsOf(it).ask).map(({ id }) => id),
    turn,
  );

export function orderingOf(ledger: Ledger): Ordering {
  const { organisations, objectives, questions, votes, rules } = ledger;
  return {
    by: rules.order,
    groups: groupsOf(ledger),
    addressees: organisations.map(({ id }) => id),
    objectives: objectives.map(({ id }) => id),
    support: (id) => supportersOf(id, questions, votes).size,
  };
}

/** The order would tell what the counts do not: until the round begins the questions take turns. */
export const hidesSupport = ({ rules, round }: Pick<Ledger, "rules" | "round">): boolean =>
  rules.order === "support" && !rules.showSupport && round.state === "none";

/** The public questions in the order of the round, as far as it may be known. */
export function inOrder(ledger: Ledger): readonly Question[] {
  const ordering = orderingOf(ledger);
  return orderOf(ledger.questions.filter(isPublic), hidesSupport(ledger) ? { ...ordering, by: "rotation" } : ordering);
}

/** The same with some questions as they are now; new ones are added. */
export function withQuestions(ledger: Ledger, changed: readonly Question[]): Ledger {
  const known = new Set(ledger.questions.map(({ id }) => id));
  const questions = ledger.questions.map((it) => changed.find(({ id }) => id === it.id) ?? it);
  return { ...ledger, questions: [...questions, ...changed.filter(({ id }) => !known.has(id))].sort((a, b) => a.number - b.number) };
}
