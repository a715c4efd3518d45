// Where questions are offered and named outside their own cards: after a yes, and in the own status.
import type { Button, Fact } from "../card.ts";
import type { Known } from "../command.ts";
import type { Meeting } from "../meeting/model.ts";
import type { Member } from "../reader.ts";
import type { Organisation } from "../roster/model.ts";
import { rightsOf } from "../roster/rules.ts";
import { talkOffer } from "../speaker/offer.ts";
import { endOfDay } from "../time.ts";
import { wish } from "../wish.ts";
import { questionCode, stateWords } from "./parts.ts";

/** Opens the form in a window of its own, where neither the text nor the receipt stays in the chat. */
export const questionButton = ({ t }: Pick<Member, "t">, meeting: string): Button => ({
  label: t("do.question.new"),
  wish: wish("question.new", { meeting }),
  window: true,
});

/** To whoever comes for an organisation that may ask, until the deadline; a workshop has no item for questions (D22). */
export function questionOffer(reader: Member, meeting: Meeting, organisation: Organisation | undefined): Button | undefined {
  const open = meeting.kind === "regular" && reader.now < endOfDay(meeting.questionsBy, reader.alliance.zone);
  return open && organisation && rightsOf(organisation).ask ? questionButton(reader, meeting.id) : undefined;
}

/** The part somebody can take in the meeting: a talk where their organisation presents, else a question. */
export const partOffer = (reader: Member, meeting: Meeting, organisation: Organisation | undefined): Button | undefined =>
  talkOffer(reader, meeting, organisation) ?? questionOffer(reader, meeting, organisation);

/** The person's own questions with a name, in words; undefined where there are none. What is left of the limit stands on no card. */
export async function questionFact({ t, desk, person }: Known, meeting: Meeting): Promise<Fact | undefined> {
  const own = (await desk.find("Question", { meetingId: meeting.id, personId: person.id })).filter(({ state }) => state !== "withdrawn");
  if (own.length === 0) return undefined;
  const sorted = [...own].sort((a, b) => a.number - b.number);
  return {
    label: t("ask.status"),
    value: sorted.map((it) => t("ask.status.one", { question: questionCode(it), state: stateWords({ t }, it) })).join("; "),
  };
}
