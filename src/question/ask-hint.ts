// What somebody without the right to ask hands to the office (D26): a note with a name, and no question.
import { id, one, optional, text } from "../args.ts";
import { type Card, card } from "../card.ts";
import { command, type Known } from "../command.ts";
import { badInput } from "../help/cards.ts";
import { tellOffice } from "../notice/office.ts";
import { ask, refuse, show } from "../outcome.ts";
import { wish } from "../wish.ts";
import { hintForm, mostEntered } from "./ask-forms.ts";
import { holds, ledgerHeld } from "./held.ts";
import type { Ledger } from "./ledger.ts";
import { listButton, quoted } from "./list-parts.ts";
import type { Note } from "./model.ts";
import { lengthOf, longestHint } from "./wording.ts";

export const giveHint = command({
  who: "linked",
  opens: holds,
  args: { meeting: optional(id()), text: optional(text(mostEntered, "many")), answer: optional(one("no")), sent: optional(one("1")) },
  async run(context, args) {
    const ledger = await ledgerHeld(context);
    if ("outcome" in ledger) return ledger.outcome;
    if (args.answer === "no") return show(noHintCard(context, ledger));
    const n = lengthOf(args.text ?? "");
    if (args.sent && n > longestHint) {
      const sentence = context.t("bad.tooLong", { n, max: longestHint });
      const again = wish("question.hint", { meeting: ledger.meeting.id });
      return refuse("bad_input", badInput(context, again, sentence), context.by === "form" ? { text: sentence } : undefined);
    }
    if (!args.text || n > longestHint) return ask(hintForm(context, ledger, args.text));
    await keep(context, ledger, args.text);
    return show(hintCard(context, ledger, args.text));
  },
});

/** A second press hands over nothing twice. */
async function keep(context: Known, { meeting }: Ledger, said: string): Promise<void> {
  const { desk, ids, alliance, person, today, key } = context;
  const earlier = await desk.find("Note", { meetingId: meeting.id, personId: person.id });
  if (earlier.some(({ text: it }) => it === said)) return;
  const note: Note = { id: ids.next(), allianceId: alliance.id, meetingId: meeting.id, personId: person.id, text: said, on: today, done: false };
  desk.put("Note", note);
  await tellOffice(context, { key: `question.note:${key}`, kind: "question.note", args: { note: note.id } });
}

const hintCard = (context: Known, ledger: Ledger, said: string): Card =>
  card("question.hint.done", context.t("ask.hint.done"), {
    rows: [quoted(context, said)],
    text: context.t("ask.hint.done.text"),
    buttons: [listButton(context, ledger.meeting)],
  });

const noHintCard = (context: Known, ledger: Ledger): Card =>
  card("question.hint.none", context.t("ask.hint.none"), { buttons: [listButton(context, ledger.meeting)] });
