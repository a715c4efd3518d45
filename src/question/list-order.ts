// Says in words in which order the round calls the questions.
import { type Member, organisationName } from "../reader.ts";
import { groupsOf, hidesSupport, type Ledger } from "./ledger.ts";
import { questionCode } from "./parts.ts";
import { isPublic } from "./rules.ts";

/** Names that take an article in a sentence: „der FDP-Fraktion“, „der Ratsgruppe 1“. */
const isGroup = /(?:fraktion|gruppe|group)(?: \d+)?$/i;

/** "reihum nach Fraktion, beginnend mit der FDP-Fraktion; Fragen ohne Namen bilden eine eigene Gruppe; von Hand geändert: F-7" */
export function orderWords(reader: Pick<Member, "t" | "lang">, ledger: Ledger): string {
  const { t } = reader;
  const shown = ledger.questions.filter(isPublic);
  const first = groupsOf(ledger).find((id) => shown.some(({ organisationId }) => organisationId === id));
  const organisation = ledger.organisations.find(({ id }) => id === first);
  const name = organisation ? organisationName(reader, organisation) : "";
  const moved = shown.filter(({ place }) => place !== null).map(questionCode);
  return [
    t("question.order", {
      order: hidesSupport(ledger) ? "rotation" : ledger.rules.order,
      first: organisation ? (isGroup.test(name) ? "group" : "other") : "none",
      name,
    }),
    t("question.order.unnamed"),
    ...(hidesSupport(ledger) ? [t("question.order.hidden")] : []),
    ...(moved.length > 0 ? [t("question.order.moved", { questions: moved.join(", ") })] : []),
  ].join("; ");
}
