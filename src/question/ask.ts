// Submitting a question: the form, what was typed in the chat, and what somebody without the right to ask hands to the office.
import { id, one, optional, text } from "../args.ts";
import { command, type Known } from "../command.ts";
import { badInput } from "../help/cards.ts";
import { ask, type FieldErrors, type Outcome, refuse, show } from "../outcome.ts";
import { rightsOf } from "../roster/rules.ts";
import { type Wish, wish } from "../wish.ts";
import { namedAddressee, readAddressee } from "./ask-addressee.ts";
import { addresseeCard, carried, typedCard } from "./ask-cards.ts";
import { mostEntered, questionForm } from "./ask-forms.ts";
import { type Asking, askingHeld } from "./ask-held.ts";
import { giveHint } from "./ask-hint.ts";
import { type Content, enterNamed, enterUnnamed } from "./ask-store.ts";
import { holds, looks } from "./held.ts";
import type { Ledger } from "./ledger.ts";
import { tokensLeft } from "./limits.ts";
import { isQuestion, lengthOf, longestBackground, longestQuestion } from "./wording.ts";

/** What stands in a message of the chat may be longer than any question. */
const longestMessage = 8000;

export const content = {
  text: optional(text(mostEntered, "many")),
  background: optional(text(longestBackground, "many")),
  to: optional(text(120)),
  objective: optional(id()),
  sent: optional(one("1")),
};

const newQuestion = command({
  who: "linked",
  opens: holds,
  opensNew: true,
  confides: true,
  args: {
    meeting: optional(id()),
    ...content,
    text: optional(text(longestMessage, "many")),
    asker: optional(id()),
    name: optional(one("named", "unnamed")),
    late: optional(one("1")),
  },
  async run(context, args) {
    // What was typed stands in the chat's history; only what comes from the form itself can be without a name.
    if (context.by === "words" && args.text !== undefined) return readTyped(context, args);
    const asking = await askingHeld(context, args, ({ meeting }) => wish("question.new", { meeting: meeting.id, late: "1" }));
    if ("outcome" in asking) return asking.outcome;
    const { ledger, askers } = asking;
    const settled = args.name !== undefined && !(args.sent && context.by === "form" && args.name === "unnamed");
    const it = wish("question.new", { meeting: ledger.meeting.id, ...(args.late ? { late: "1" } : {}), ...(settled ? { name: "named" } : {}) });
    if (args.sent) return enter(context, asking, args, it);
    const [only] = askers;
    const limit = only && askers.length === 1 ? await tokensLeft(context, ledger.meeting.id, only.seatId, ledger.rules.perSeat) : undefined;
    return ask(questionForm(context, asking, args, it, limit?.left.length));
  },
});

type Sent = { readonly [N in "text" | "background" | "to" | "objective" | "asker" | "name"]?: string | undefined };

async function enter(context: Known, asking: Asking, args: Sent, it: Wish): Promise<Outcome> {
  const { t } = context;
  const { ledger, askers } = asking;
  const asker = askers.length === 1 ? askers[0] : askers.find(({ person }) => person.id === args.asker);
  const limit = asker && (await tokensLeft(context, ledger.meeting.id, asker.seatId, ledger.rules.perSeat));
  const [token] = limit?.left ?? [];
  const named = args.name === "named" || (args.name === "unnamed" && context.by === "form" ? false : undefined);
  const read = contentOf(context, ledger, args);
  const errors = {
    ...("errors" in read ? read.errors : {}),
    ...(asker ? {} : { asker: t("bad.empty") }),
    ...(asker && !token ? { [askers.length > 1 ? "asker" : "text"]: t("ask.bad.limit", { all: ledger.rules.perSeat }) } : {}),
    ...(named === undefined ? { name: t("ask.bad.name") } : {}),
  };
  if ("errors" in read || !asker || !token || named === undefined) return wrong(context, it, errors);
  return named ? enterNamed(context, asking, read.content, asker, token) : enterUnnamed(context, asking, read.content, token);
}

export const wrong = (context: Known, it: Wish, fields: FieldErrors): Outcome =>
  refuse("bad_input", badInput(context, it, Object.values(fields)[0] ?? ""), context.by === "form" ? fields : undefined);

/** What was entered, as a question is stored; or what is wrong with it, at its field. */
export function contentOf({ t }: Known, ledger: Ledger, args: Sent): { readonly content: Content } | { readonly errors: FieldErrors } {
  const said = args.text?.replace(/\s+/g, " ").trim() ?? "";
  const n = lengthOf(said);
  const to = ledger.organisations.find((it) => it.id === args.to && rightsOf(it).answer);
  const objective = ledger.objectives.find((it) => it.id === args.objective);
  const badText =
    said === "" ? t("bad.empty") : n > longestQuestion ? t("ask.bad.tooLong", { n, max: longestQuestion }) : isQuestion(said) ? "" : t("ask.bad.noQuestion");
  if (badText !== "" || !to) return { errors: { ...(badText === "" ? {} : { text: badText }), ...(to ? {} : { to: t("ask.bad.to") }) } };
  return { content: { text: said, background: args.background ?? null, toId: to.id, objectiveId: objective?.id ?? null } };
}

/** „Andere Organisation“: it is chosen in the form. */
const nobody = "none";

const typedQuestion = command({
  who: "linked",
  opens: looks,
  args: { meeting: optional(id()), text: optional(text(longestMessage, "many")), to: optional(text(120)), late: optional(one("1")) },
  run: readTyped,
});

interface Typed {
  readonly text?: string | undefined;
  readonly to?: string | undefined;
  readonly late?: "1" | undefined;
}

/** K21.3, K21.4: nothing is stored. Whom it is for is taken only where it is named exactly. */
export async function readTyped(context: Known, args: Typed): Promise<Outcome> {
  const again = ({ meeting }: Ledger, more: Readonly<Record<string, string>> = {}): Wish => {
    const kept = { ...(args.text ? { text: carried(args.text) } : {}), ...(args.to ? { to: args.to } : {}), ...(args.late ? { late: args.late } : {}) };
    return wish("question.typed", { meeting: meeting.id, ...kept, ...more });
  };
  const asking = await askingHeld(context, args, (ledger) => again(ledger, { late: "1" }));
  if ("outcome" in asking) return asking.outcome;
  const { ledger } = asking;
  if (!args.text) return ask(questionForm(context, asking, {}, wish("question.new", { meeting: ledger.meeting.id }), undefined));
  const answering = ledger.organisations.filter((it) => rightsOf(it).answer);
  const named = args.to === undefined ? undefined : args.to === nobody ? { near: [] } : namedAddressee(args.to, answering, context.lang);
  const read = named ? { text: args.text, ...named } : readAddressee(args.text, answering, context.lang);
  if (read.said !== undefined && !read.to) return show(addresseeCard(context, read.said, read.near, again(ledger, { text: carried(read.text), to: nobody })));
  return show(typedCard(context, ledger, { text: read.text, to: read.to, late: args.late !== undefined }));
}

export const askCommands = { "question.new": newQuestion, "question.typed": typedQuestion, "question.hint": giveHint };
