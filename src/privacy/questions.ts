// What becomes of the questions when somebody erases their data: they stay with their group, without a person; votes and hints go.
import type { Known } from "../command.ts";

/** What a seat has used of its limit stays used: its hash leads to nobody. */
export async function leaveQuestions({ desk, person }: Known): Promise<void> {
  const mine = { personId: person.id };
  const found = [...(await desk.find("Question", mine)), ...(await desk.find("Question", { actorId: person.id }))];
  for (const question of new Map(found.map((it) => [it.id, it])).values())
    desk.put("Question", {
      ...question,
      personId: question.personId === person.id ? null : question.personId,
      actorId: question.actorId === person.id ? null : question.actorId,
    });
  for (const answer of await desk.find("Answer", mine)) desk.put("Answer", { ...answer, personId: null });
  for (const vote of await desk.find("Vote", mine)) desk.remove("Vote", vote);
  for (const note of await desk.find("Note", mine)) desk.remove("Note", note);
}
