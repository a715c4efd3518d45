// Puts down what was decided about questions: rows, history, live cards, and a word to whoever asked with their name.
import type { Known } from "../command.ts";
import { repaintMatter } from "../meeting/live.ts";
import { tracedTo } from "../notice/history.ts";
import type { Shown } from "../notice/model.ts";
import { owed } from "../notice/owe.ts";
import { sameRef } from "../ports.ts";
import { quietNow } from "../task/offer.ts";
import type { Question } from "./model.ts";
import { questionMatter } from "./parts.ts";

/** One question in its row and in the history. What is asked without a name leaves no line; what the office does with it later does. */
export function put(context: Known, before: Question | undefined, after: Question): void {
  context.desk.put("Question", after);
  if (!after.named && (!before || after.state === "withdrawn")) return;
  const { allianceId, meetingId, personId } = after;
  tracedTo(context, { allianceId, meetingId, personId, what: "question", before: before ? brief(before) : null, after: brief(after) });
}

export const brief = ({ id, number, state, intoId, rule, place }: Question): string => JSON.stringify({ id, number, state, intoId, rule, place });

/**
 * A named asker hears of every new state, once for each gesture; whoever acts sees it in the answer. Nobody is told of a question without a name.
 * `more` says what else the message is about.
 */
export function tellAsker(context: Known, question: Question, more: Readonly<Record<string, string>> = {}): void {
  const { personId, state, id } = question;
  if (personId === null || personId === context.person.id) return;
  context.desk.owe(
    owed(context, {
      key: `question.state:${context.key}:${id}`,
      kind: "question.state",
      personId,
      args: { question: id, state, ...more },
      matter: questionMatter(id),
      notBefore: quietNow(context),
    }),
  );
}

/** The asker's live card shows the question as it is now; the pressed one does so by the answer. */
export const repaintQuestion = (context: Known, { id }: Question): Promise<void> =>
  repaintMatter(context, { matter: questionMatter(id), kind: "question.own", args: { question: id } }, ({ ref }: Shown) => sameRef(ref, context.card));
