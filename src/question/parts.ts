// The parts that cards about questions share: number, state, who asks and who is asked.
import type { View } from "../ports.ts";
import { type Member, organisationName, personLabel } from "../reader.ts";
import type { Ledger } from "./ledger.ts";
import type { Question } from "./model.ts";

/** F-7 */
export const questionCode = ({ number }: Pick<Question, "number">): string => `F-${number}`;

/** The matter of the asker's live card; questions without a name have none. */
export const questionMatter = (id: string): string => `question:${id}`;
/** The office's moderation, and the control card of the round: one matter for each meeting. */
export const reviewMatter = (meeting: string): string => `review:${meeting}`;
export const roundMatter = (meeting: string): string => `round:${meeting}`;
/** What an organisation is asked at a meeting. */
export const askedMatter = (meeting: string, organisation: string): string => `asked:${meeting}:${organisation}`;

export const stateWords = ({ t }: Pick<Member, "t">, { state }: Pick<Question, "state">): string => t("question.state", { state });

/** "Delegierte Person, FDP-Fraktion", or "ohne Namen". */
export function askerName(reader: Pick<Member, "t" | "lang">, { people, organisations }: Pick<Ledger, "people" | "organisations">, question: Question): string {
  if (!question.named) return reader.t("question.unnamed");
  const organisation = organisations.find(({ id }) => id === question.organisationId);
  const person = people.find(({ id }) => id === question.personId);
  if (person) return personLabel(reader, person, organisation);
  return organisation ? organisationName(reader, organisation) : "–";
}

/** "FDP-Fraktion", or "ohne Namen". */
export function groupName(reader: Pick<Member, "t" | "lang">, { organisations }: Pick<Ledger, "organisations">, question: Question): string {
  if (!question.named) return reader.t("question.unnamed");
  const organisation = organisations.find(({ id }) => id === question.organisationId);
  return organisation ? organisationName(reader, organisation) : "–";
}

export function addresseeName(reader: Pick<Member, "lang">, { organisations }: Pick<Ledger, "organisations">, { toId }: Pick<Question, "toId">): string {
  const organisation = organisations.find(({ id }) => id === toId);
  return organisation ? organisationName(reader, organisation) : "–";
}

/** By its id, or by its number as people write it: F-7, F 7, 7. */
export async function findQuestion(view: View, said: string): Promise<Question | undefined> {
  const number = /^\s*f?[-\s]?(\d{1,6})\s*$/i.exec(said)?.[1];
  const [found] = await view.find("Question", number === undefined ? { id: said } : { number: Number(number) });
  return found;
}
