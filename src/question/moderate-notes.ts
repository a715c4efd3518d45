// What those who ask no questions wanted the office to know (D26): a list to work through.
import { id, number, optional } from "../args.ts";
import { type Card, card, type Element } from "../card.ts";
import { command, type Known } from "../command.ts";
import { clip } from "../help/pieces.ts";
import { type Outcome, show } from "../outcome.ts";
import { personLabel } from "../reader.ts";
import { meetingFact } from "../rsvp/parts.ts";
import { showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { holds, ledgerHeld, looks } from "./held.ts";
import type { Ledger } from "./ledger.ts";
import { listButton, reviewButton } from "./list-parts.ts";
import type { Note } from "./model.ts";

/** Lines on a page: few enough for a phone. */
const pageLength = 8;

/** What is still to be done first, the older before the newer. */
const sorted = (notes: readonly Note[]): readonly Note[] =>
  [...notes].sort((a, b) => Number(a.done) - Number(b.done) || a.on.localeCompare(b.on) || a.id.localeCompare(b.id));

export const notesOf = async ({ desk }: Known, { meeting }: Ledger): Promise<readonly Note[]> => sorted(await desk.find("Note", { meetingId: meeting.id }));

const notes = command({
  who: "organiser",
  opens: looks,
  args: { meeting: optional(id()), page: optional(number(1, 999)) },
  async run(context, args) {
    const ledger = await ledgerHeld(context);
    return "outcome" in ledger ? ledger.outcome : list(context, ledger, await notesOf(context, ledger), args.page ?? 1);
  },
});

const noteDone = command({
  who: "organiser",
  opens: holds,
  /** Without a note nothing is chosen yet. */
  args: { meeting: optional(id()), note: optional(id()), page: optional(number(1, 999)) },
  async run(context, args) {
    const ledger = await ledgerHeld(context);
    if ("outcome" in ledger) return ledger.outcome;
    const all = await notesOf(context, ledger);
    const found = all.find((it) => it.id === args.note && !it.done);
    const after = found && { ...found, done: true };
    if (after) context.desk.put("Note", after);
    return list(context, ledger, sorted(all.map((it) => (it.id === after?.id ? after : it))), args.page ?? 1);
  },
});

async function list(context: Known, ledger: Ledger, all: readonly Note[], wanted: number): Promise<Outcome> {
  const { t, desk } = context;
  const pages = Math.max(1, Math.ceil(all.length / pageLength));
  const page = Math.min(wanted, pages);
  const shown = all.slice((page - 1) * pageLength, page * pageLength);
  const ids = [...new Set(shown.map(({ personId }) => personId))];
  const people = ids.length > 0 ? await desk.find("Person", { id: ids }) : [];
  const whose = ({ personId }: Note): string => {
    const person = people.find((it) => it.id === personId);
    const organisation = ledger.organisations.find((it) => it.id === person?.organisationId);
    return person ? personLabel(context, person, organisation) : "–";
  };
  const row = (it: Note): string => t("question.notes.row", { who: whose(it), day: showDay(it.on, context.lang), text: it.text, done: it.done ? "yes" : "no" });
  return show(notesCard(context, ledger, all, { rows: shown.map(row), shown, page, pages }));
}

interface Page {
  readonly rows: readonly string[];
  readonly shown: readonly Note[];
  readonly page: number;
  readonly pages: number;
}

function notesCard(context: Known, ledger: Ledger, all: readonly Note[], { rows, shown, page, pages }: Page): Card {
  const { t } = context;
  const meeting = ledger.meeting.id;
  const left = all.filter(({ done }) => !done).length;
  return card(all.length > 0 ? "question.notes" : "question.notes.none", t("question.notes.title"), {
    facts: [
      meetingFact(context, ledger.meeting),
      all.length > 0 ? { label: t("question.notes.left"), value: t("question.notes.count", { left, all: all.length }) } : undefined,
    ],
    rows: [...rows, ...(pages > 1 ? [t("list.page", { page, pages })] : [])],
    open: doneChoice(context, meeting, shown, page),
    text: all.length > 0 ? undefined : t("question.notes.none"),
    buttons: [
      pages > 1
        ? {
            label: t(page < pages ? "label.nextPage" : "label.firstPage"),
            wish: wish("question.notes", { meeting, page: String(page < pages ? page + 1 : 1) }),
          }
        : undefined,
      reviewButton(context, ledger.meeting),
      listButton(context, ledger.meeting),
    ],
  });
}

function doneChoice({ t }: Known, meeting: string, shown: readonly Note[], page: number): Extract<Element, { type: "choice" }> | undefined {
  const open = shown.filter(({ done }) => !done);
  if (open.length === 0) return undefined;
  const about = { meeting, page: String(page) };
  return {
    type: "choice",
    label: t("question.notes.done"),
    // One command for all of them, so that an option is short enough for every messenger.
    options: [
      { label: t("meeting.label.choose"), wish: wish("question.noteDone", about) },
      ...open.map((it) => ({ label: clip(it.text, 75), wish: wish("question.noteDone", { ...about, note: it.id }) })),
    ],
    chosen: 0,
  };
}

export const noteCommands = { "question.notes": notes, "question.noteDone": noteDone };
