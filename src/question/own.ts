// What whoever asked can do with their question: look at it, word it anew, withdraw it, agree to a decision or want it looked at again.
import { id, one, optional, text } from "../args.ts";
import { command, type Known } from "../command.ts";
import type { Meeting } from "../meeting/model.ts";
import { tellOffice } from "../notice/office.ts";
import { ask, type Outcome, show } from "../outcome.ts";
import { isOrganiser } from "../roster/rules.ts";
import { wish } from "../wish.ts";
import { content, contentOf, readTyped, wrong } from "./ask.ts";
import { editForm } from "./ask-forms.ts";
import { readReceipt } from "./ask-store.ts";
import { type HeldQuestion, holds, isOwn, ledgerHeld, looks } from "./held.ts";
import { ledgerOf } from "./ledger.ts";
import { showQuestion } from "./list-cards.ts";
import { about } from "./list-parts.ts";
import { carry } from "./moderate-change.ts";
import { ownHeld, shown, unknown } from "./own-held.ts";
import { ownListCard } from "./own-list.ts";
import { mayRespond, mayReword } from "./own-rules.ts";
import { receiptInChat, withdraw } from "./own-withdraw.ts";
import { findQuestion, questionCode } from "./parts.ts";
import { isPublic } from "./rules.ts";

/** So many words are a question, and no number of one. */
const sentence = 3;

const showOwn = command({
  who: "linked",
  opens: looks,
  opensNew: true,
  /** `view`: as everybody sees it. */
  args: { meeting: optional(id()), question: optional(text(1000)), view: optional(one("public")) },
  async run(context, args) {
    const said = args.question;
    if (said === undefined) return showAll(context);
    if (readReceipt(said)) return receiptInChat(context);
    const held = await seen(context, said);
    if (!held && context.by === "words" && said.split(/\s+/).length >= sentence) return readTyped(context, { text: said });
    if (!held) return unknown(context);
    const own = await isOwn(context, held.question);
    if (own && args.view === undefined) return shown(context, held);
    return own || isPublic(held.question) || isOrganiser(context.person) ? showQuestion(context, held) : unknown(context);
  },
});

async function showAll(context: Known): Promise<Outcome> {
  const ledger = await ledgerHeld(context);
  return "outcome" in ledger ? ledger.outcome : show(await ownListCard(context, ledger));
}

/** Numbers count within the alliance: a question of any of its meetings. */
async function seen({ desk, alliance, person }: Known, said: string): Promise<HeldQuestion | undefined> {
  const question = await findQuestion(desk, said);
  if (!question) return undefined;
  const [meeting]: readonly Meeting[] = desk.meeting?.id === question.meetingId ? [desk.meeting] : await desk.find("Meeting", { id: question.meetingId });
  const ledger = meeting && (meeting.state !== "draft" || isOrganiser(person)) ? await ledgerOf(desk, meeting, alliance) : undefined;
  return ledger && { ledger, question };
}

const edit = command({
  who: "linked",
  opens: holds,
  args: { meeting: optional(id()), question: optional(text(60)), ...content },
  async run(context, args) {
    const held = await ownHeld(context, args.question);
    if ("outcome" in held) return held.outcome;
    const { ledger, question } = held;
    if (!mayReword(context, ledger, question)) return shown(context, held);
    if (!args.sent) return ask(editForm(context, ledger, { ...question, text: args.text ?? question.text }));
    const read = contentOf(context, ledger, args);
    if ("errors" in read) return wrong(context, wish("question.edit", about(question)), read.errors);
    return shown(context, (await carry(context, held, { type: "reword", to: read.content })) ?? held);
  },
});

/** A second press, or one that came too late, shows the question as it is. */
const respond = command({
  who: "linked",
  opens: holds,
  args: { meeting: optional(id()), question: optional(text(60)), answer: optional(one("agree", "again")) },
  async run(context, args) {
    const held = await ownHeld(context, args.question);
    if ("outcome" in held) return held.outcome;
    const { ledger, question } = held;
    if (!args.answer || !mayRespond(context, ledger, question)) return shown(context, held);
    const after = await carry(context, held, { type: args.answer });
    if (after && args.answer === "again") {
      const into = ledger.questions.find((it) => it.id === question.intoId);
      const was = into ? { into: questionCode(into) } : {};
      await tellOffice(context, { key: `question.again:${context.key}`, kind: "question.again", args: { question: question.id, ...was } });
    }
    return shown(context, after ?? held);
  },
});

export const ownCommands = { "question.show": showOwn, "question.edit": edit, "question.withdraw": withdraw, "question.respond": respond };
