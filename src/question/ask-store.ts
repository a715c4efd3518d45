// Stores a new question: with a name as everything else is stored, without one so that nothing leads to whoever asked.
import type { Known } from "../command.ts";
import { type Outcome, show, showOnce } from "../outcome.ts";
import { receiptCard } from "./ask-cards.ts";
import type { Asking } from "./ask-held.ts";
import { put, tellAsker } from "./change.ts";
import type { Asker } from "./held.ts";
import { type Ledger, withQuestions } from "./ledger.ts";
import { useUp } from "./limits.ts";
import type { Question, Token } from "./model.ts";
import { hiddenNumber, nextNumber } from "./numbers.ts";
import { ownCard } from "./own-cards.ts";
import { isLate } from "./own-rules.ts";
import { questionMatter } from "./parts.ts";

export type Content = Pick<Question, "text" | "background" | "toId" | "objectiveId">;

/** What a question is before anybody has decided about it, and without anything about whoever asks. */
const blank = (context: Known, ledger: Ledger, content: Content) =>
  ({
    ...content,
    id: context.ids.next(),
    allianceId: context.alliance.id,
    meetingId: ledger.meeting.id,
    personId: null,
    organisationId: null,
    seatId: null,
    askedOn: null,
    actorId: null,
    via: null,
    state: "received",
    before: null,
    late: isLate(context, ledger),
    intoId: null,
    said: null,
    rule: null,
    hint: null,
    admittedOn: null,
    supplementTo: null,
    place: null,
    receipt: null,
  }) as const;

/** K22.1. Numbers count within the alliance. */
export async function enterNamed(context: Known, { ledger }: Asking, content: Content, asker: Asker, token: Token): Promise<Outcome> {
  const { desk, person, today } = context;
  const question: Question = {
    ...blank(context, ledger, content),
    number: nextNumber(await desk.find("Question", {})),
    named: true,
    personId: asker.person.id,
    organisationId: asker.organisation.id,
    seatId: asker.seatId,
    askedOn: today,
    actorId: person.id,
    via: "self",
  };
  put(context, undefined, question);
  await useUp(context, token);
  tellAsker(context, question);
  const known = { ...ledger, people: [...ledger.people.filter(({ id }) => id !== asker.person.id), asker.person] };
  return show(ownCard(context, withQuestions(known, [question]), question), questionMatter(question.id));
}

/** K22.2. Nothing else may be written here: neither a line of history nor a message. */
export async function enterUnnamed(context: Known, { ledger }: Asking, content: Content, token: Token): Promise<Outcome> {
  const { desk, ids } = context;
  const code = ids.code();
  const question: Question = {
    ...blank(context, ledger, content),
    number: hiddenNumber(await desk.find("Question", {}), chanceFrom(ids.code())),
    named: false,
    receipt: context.seal(`receipt ${code}`),
  };
  desk.put("Question", question);
  await useUp(context, token);
  return showOnce(receiptCard(context, ledger, question, `Q-${code.slice(0, 4)}-${code.slice(4)}`));
}

const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** An even chance from 0 to below 1, of the letters of a code. */
export const chanceFrom = (code: string): number =>
  [...code.slice(0, 4)].reduceRight((chance, letter) => (Math.max(0, alphabet.indexOf(letter)) + chance) / alphabet.length, 0);

/** What is kept of a receipt, however it was typed; undefined where it is none. */
export function readReceipt(said: string): string | undefined {
  const [, first, second] = /^\s*(?:q[\s-]*)?([2-9a-hjkmnp-z]{4})[\s-]*([2-9a-hjkmnp-z]{4})\s*$/i.exec(said) ?? [];
  return first && second ? `${first}${second}`.toUpperCase() : undefined;
}
