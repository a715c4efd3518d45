// What the office hears of those who ask at once: a hint of somebody without the right to ask, and a decision that shall be looked at again.
import { type Card, card, type Fact } from "../card.ts";
import type { Composed, Composer, Composing } from "../notice/composer.ts";
import { nameIn } from "../reader.ts";
import { wish } from "../wish.ts";
import { ledgerOf } from "./ledger.ts";
import { quoted } from "./list-parts.ts";
import { addresseeName, askerName, questionCode } from "./parts.ts";

const note: Composer = async (it): Promise<Composed> => {
  const { t, view, args } = it;
  const [found] = await view.find("Note", { id: args["note"] ?? "" });
  if (!found) return { skip: "gone" };
  if (found.done) return { skip: "done" };
  const people = await view.find("Person", { id: found.personId });
  const organisations = await view.find("Organisation", {});
  return card("question.note", t("ask.hint.office"), {
    facts: [{ label: t("question.from"), value: nameIn(it, { people, organisations }, found.personId) }],
    rows: [quoted(it, found.text)],
    text: t("ask.hint.office.text"),
    buttons: [{ label: t("question.do.notes"), wish: wish("question.notes", { meeting: found.meetingId }) }],
  });
};

/** Only as long as nobody has decided again. */
const again: Composer = async (it): Promise<Composed> => {
  const { view, args, alliance } = it;
  const [question] = await view.find("Question", { id: args["question"] ?? "" });
  const [meeting] = question ? await view.find("Meeting", { id: question.meetingId }) : [];
  const ledger = meeting && (await ledgerOf(view, meeting, alliance));
  if (!question || !ledger) return { skip: "gone" };
  if (question.state !== "received" || question.said !== "again") return { skip: "decided" };
  return againCard(
    it,
    [
      { label: it.t("question.from"), value: askerName(it, ledger, question) },
      { label: it.t("question.to"), value: addresseeName(it, ledger, question) },
      { label: it.t("ask.again.was"), value: before(it, args) },
    ],
    question,
  );
};

const before = ({ t }: Composing, { into }: Composing["args"]): string => (into ? t("ask.again.merged", { into }) : t("question.state", { state: "rejected" }));

const againCard = (
  it: Composing,
  facts: readonly Fact[],
  question: { readonly id: string; readonly number: number; readonly meetingId: string; readonly text: string },
): Card =>
  card("question.again", it.t("ask.again.office", { question: questionCode(question) }), {
    facts,
    rows: [quoted(it, question.text)],
    buttons: [{ label: it.t("question.do.review"), wish: wish("question.review", { meeting: question.meetingId, question: question.id }) }],
  });

export const askComposers = { "question.note": note, "question.again": again } satisfies Readonly<Record<string, Composer>>;
