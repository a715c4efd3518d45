// A supplementary question, asked in the round by whoever asked the question it adds to, and entered by whoever steers.
import { id, one, optional, text } from "../args.ts";
import { command, type Known } from "../command.ts";
import type { Form } from "../form.ts";
import { badInput } from "../help/cards.ts";
import { clip } from "../help/pieces.ts";
import { ask, type Outcome, refuse, show } from "../outcome.ts";
import { organisationName } from "../reader.ts";
import { rightsOf } from "../roster/rules.ts";
import { wish } from "../wish.ts";
import { holds } from "./held.ts";
import type { Question } from "./model.ts";
import { nextNumber } from "./numbers.ts";
import { questionCode, roundMatter } from "./parts.ts";
import { enoughCard } from "./round-control.ts";
import { type RoundSight, roundHeld } from "./round-sight.ts";
import { carried, isOld, present, take } from "./round-take.ts";
import { isPublic } from "./rules.ts";
import { rootOf, supplement } from "./steps.ts";
import { longestQuestion } from "./wording.ts";

const addSupplement = command({
  who: "chair",
  opens: holds,
  args: { ...carried, text: optional(text(longestQuestion, "many")), to: optional(id()), sent: optional(one("1")) },
  async run(context, args) {
    const sight = await roundHeld(context, args.meeting);
    if ("outcome" in sight) return sight.outcome;
    // What somebody has written counts for the question they wrote it to, whatever has been called meanwhile.
    const called = args.sent ? sight.ledger.questions.find((it) => it.id === args.current && isPublic(it)) : sight.current;
    const root = called && sight.ledger.questions.find((it) => it.id === rootOf(called));
    const { state } = sight.ledger.round;
    if (!sight.held || !called || !root || (state !== "running" && state !== "paused") || (!args.sent && isOld(sight, args))) return present(context, sight);
    const { supplements } = sight.ledger.rules;
    const there = sight.ledger.questions.filter((it) => it.supplementTo === root.id && it.state !== "withdrawn");
    if (there.length >= supplements) return show(enoughCard(context, sight, root, supplements), roundMatter(sight.ledger.meeting.id));
    if (!args.sent) return ask(supplementForm(context, sight, called));
    if (!args.text) return wrong(context, sight, { text: context.t("bad.empty") });
    const to = answering(sight).find((it) => it.id === args.to)?.id ?? called.toId;
    const step = supplement(sight.floor, await added(context, root, args.text, to));
    return present(context, step ? await take(context, sight, step) : sight);
  },
});

const wrong = (context: Known, { ledger }: RoundSight, fields: Readonly<Record<string, string>>): Outcome =>
  refuse(
    "bad_input",
    badInput(context, wish("round.control", { meeting: ledger.meeting.id }), Object.values(fields)[0] ?? ""),
    context.by === "form" ? fields : undefined,
  );

/** As its question, with a name or without. Numbers count within the alliance. */
async function added({ desk, ids, person, today }: Known, root: Question, said: string, toId: string): Promise<Question> {
  return {
    ...root,
    id: ids.next(),
    number: nextNumber(await desk.find("Question", {})),
    ...(root.named ? { askedOn: today, actorId: person.id } : {}),
    text: said,
    background: null,
    toId,
    state: "admitted",
    before: null,
    late: false,
    intoId: null,
    said: null,
    rule: null,
    hint: null,
    admittedOn: today,
    supplementTo: root.id,
    place: null,
    receipt: null,
  };
}

const answering = ({ ledger }: RoundSight) => ledger.organisations.filter((it) => rightsOf(it).answer);

function supplementForm(context: Known, sight: RoundSight, called: Question): Form {
  const { t } = context;
  const options = answering(sight).map((it) => ({ value: it.id, label: clip(organisationName(context, it), 75) }));
  return {
    name: "round.form.supplement",
    title: t("round.form.supplement"),
    note: t("round.form.note", { code: questionCode(called) }),
    submit: t("round.form.submit"),
    cancel: t("label.cancel"),
    wish: wish("round.supplement", { meeting: sight.ledger.meeting.id, current: called.id }),
    fields: [
      {
        name: "text",
        label: t("round.form.text"),
        hint: t("round.form.text.hint", { max: longestQuestion }),
        required: true,
        kind: { type: "text", max: longestQuestion, lines: "many" },
      },
      {
        name: "to",
        label: t("round.form.to"),
        required: false,
        kind: { type: "one", options },
        ...(options.some(({ value }) => value === called.toId) ? { initial: called.toId } : {}),
      },
    ],
  };
}

export const supplementCommands = { "round.supplement": addSupplement };
