// Questions handed on to the organisation asked: assigned in the moment in which its people are told, and whoever asked with their name hears of it.
import { type Calendar, isOpenHour, nextOpen } from "../calendar.ts";
import { repaintMatter } from "../meeting/live.ts";
import { historyLine } from "../notice/history.ts";
import { owed } from "../notice/owe.ts";
import type { Desk, Ids } from "../ports.ts";
import type { Alliance } from "../roster/model.ts";
import { brief } from "./change.ts";
import type { Question } from "./model.ts";
import { questionMatter } from "./parts.ts";
import { decide, mergedInto } from "./rules.ts";

interface Because {
  readonly desk: Desk;
  readonly now: Date;
  readonly calendar: Calendar;
  readonly ids: Ids;
}
type Where = Pick<Alliance, "id" | "zone">;

/** Assigns these questions as far as they are admitted; call it with their meeting held. A second time it does nothing. */
export async function handOn(because: Because, alliance: Where, questions: readonly string[]): Promise<void> {
  const { desk } = because;
  if (questions.length === 0) return;
  for (const question of await desk.find("Question", { id: [...new Set(questions)] })) {
    const after = decide(question, { type: "assign" });
    if (typeof after === "string") continue;
    put(because, question, after);
    tellAsker(because, alliance, after);
    for (const { id } of mergedInto(question.id, await desk.find("Question", { meetingId: question.meetingId, intoId: question.id })))
      await repaintMatter({ ...because, key: `assigned:${question.id}` }, { matter: questionMatter(id), kind: "question.own", args: { question: id } });
  }
}

/** In the row and in the history, as the bot's own doing. */
function put({ desk, ids, now }: Because, before: Question, after: Question): void {
  const { allianceId, meetingId, personId } = after;
  desk.put("Question", after);
  desk.put(
    "Trail",
    historyLine({ id: ids.next(), allianceId, meetingId, personId, at: now, via: "bot", what: "question", before: brief(before), after: brief(after) }),
  );
}

/** Nobody is told of a question without a name. */
function tellAsker({ desk, now, calendar }: Because, { zone }: Where, { id, personId, state }: Question): void {
  if (personId === null) return;
  desk.owe(
    owed(
      { now, desk },
      {
        key: `question.state:${state}:${id}`,
        kind: "question.state",
        personId,
        args: { question: id, state },
        matter: questionMatter(id),
        notBefore: isOpenHour(now, calendar, zone) ? null : nextOpen(now, calendar, zone),
      },
    ),
  );
}
