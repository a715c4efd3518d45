// The catalogue of questions as a file: for the office, in the order of the round; nobody's name stands in it.
import { translator } from "../../locales/index.ts";
import type { Meeting } from "../meeting/model.ts";
import type { View } from "../ports.ts";
import type { Reader } from "../reader.ts";
import type { Alliance } from "../roster/model.ts";
import { isOrganiser } from "../roster/rules.ts";
import { objectiveName } from "../task/forms.ts";
import { inOrder, type Ledger, ledgerOf } from "./ledger.ts";
import { standWords } from "./list-parts.ts";
import type { Question } from "./model.ts";
import { addresseeName, groupName, questionCode } from "./parts.ts";
import { isPublic, supportersOf } from "./rules.ts";

/** The lines of the file, its columns first; undefined where whoever asked for the link is no longer of the office, or there is no round. */
export async function questionLines(view: View, alliance: Alliance, meeting: Meeting, personId: string): Promise<readonly (readonly string[])[] | undefined> {
  const [office] = await view.find("Person", { id: personId });
  if (!office || !isOrganiser(office) || meeting.state === "cancelled") return undefined;
  const ledger = await ledgerOf(view, meeting, alliance);
  if (!ledger) return undefined;
  const reader = { lang: office.language, t: translator(office.language) };
  // What somebody has taken back is nobody's to hand on.
  const others = ledger.questions.filter((it) => !isPublic(it) && it.state !== "withdrawn");
  return [reader.t("question.file.columns").split(";"), ...[...inOrder(ledger), ...others].map((it) => lineOf(reader, ledger, it))];
}

function lineOf(reader: Pick<Reader, "t" | "lang">, ledger: Ledger, question: Question): readonly string[] {
  const objective = ledger.objectives.find(({ id }) => id === question.objectiveId);
  const into = ledger.questions.find(({ id }) => id === question.intoId);
  const state = standWords(reader, question);
  return [
    questionCode(question),
    groupName(reader, ledger, question),
    addresseeName(reader, ledger, question),
    objective ? objectiveName(reader, objective) : "",
    question.text,
    question.background ?? "",
    into ? reader.t("question.file.into", { state, question: questionCode(into) }) : state,
    String(supportersOf(question.id, ledger.questions, ledger.votes).size),
    ledger.answers.filter(({ questionId }) => questionId === question.id).at(-1)?.text ?? "",
  ];
}
