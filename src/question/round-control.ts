// The cards with which office and lead steer the round in their direct chat (K27).
import { type Button, type Card, card, type Fact } from "../card.ts";
import { act } from "../help/pieces.ts";
import type { CommandName } from "../names.ts";
import type { Member } from "../reader.ts";
import { button, meetingFact } from "../rsvp/parts.ts";
import { taskCode } from "../task/parts.ts";
import { showDay } from "../time.ts";
import { type Wish, wish } from "../wish.ts";
import { addresseeName, questionCode } from "./parts.ts";
import { calledAs, codesOf, goesOnFact, nextFact, resultFacts, soFarFact, titleOf } from "./round-cards.ts";
import type { RoundSight } from "./round-sight.ts";
import { stepsOf } from "./steps.ts";

/** Every button names the question that was called and the number of steps before it, so that an old one, or the same one twice, steps over nothing. */
const aboutRound = (command: CommandName, { ledger, floor, current }: RoundSight): Wish =>
  wish(command, { meeting: ledger.meeting.id, current: current?.id ?? "none", at: String(stepsOf(floor.round)) });

const typedSteps = ["round.start", "round.answered", "round.written", "round.later", "round.back", "round.pause", "round.end"] as const;

const stepButton = (reader: Member, sight: RoundSight, command: (typeof typedSteps)[number]): Button =>
  button(reader, sight.ledger.meeting, reader.t(`do.${command}`), aboutRound(command, sight));

const listButton = (reader: Member, { ledger }: RoundSight): Button => act(reader, "question.list", { meeting: ledger.meeting.id });

/** Back to the card with which the round is steered. */
const goOnButton = (reader: Member, { ledger }: RoundSight): Button =>
  button(reader, ledger.meeting, reader.t("round.goOn"), wish("round.control", { meeting: ledger.meeting.id }));

/** K27.1 and K27.3, and what there is to do before the round, after its last question and after its end. */
export function controlCard(reader: Member, sight: RoundSight): Card {
  const { t } = reader;
  switch (sight.ledger.round.state) {
    case "none":
      return sight.parts.waiting.length > 0 ? readyCard(reader, sight) : emptyCard(reader, sight);
    case "running":
      return sight.current ? runningCard(reader, sight) : doneCard(reader, sight);
    case "paused":
      return card("round.control.paused", titleOf(reader, sight, "round.paused.title"), {
        facts: [goesOnFact(reader, sight)],
        buttons: [button(reader, sight.ledger.meeting, t("round.goOn"), aboutRound("round.pause", sight)), stepButton(reader, sight, "round.end")],
      });
    case "ended":
      return endedCard(reader, sight);
  }
}

const readyCard = (reader: Member, sight: RoundSight): Card =>
  card("round.control.none", reader.t("round.none.title"), {
    facts: [
      meetingFact(reader, sight.ledger.meeting),
      { label: reader.t("round.questions"), value: reader.t("round.admitted", { n: sight.parts.waiting.length }) },
      sight.next && { label: reader.t("round.first"), value: calledAs(reader, sight, sight.next) },
    ],
    buttons: [stepButton(reader, sight, "round.start"), listButton(reader, sight)],
  });

const emptyCard = (reader: Member, sight: RoundSight): Card =>
  card("round.control.empty", reader.t("round.empty.title"), {
    facts: [meetingFact(reader, sight.ledger.meeting)],
    text: reader.t("round.empty.text"),
    buttons: [listButton(reader, sight)],
  });

/** The day of the meeting has not come. */
export const earlyCard = (reader: Member, sight: RoundSight): Card =>
  card("round.start.early", reader.t("round.early.title", { day: showDay(sight.ledger.meeting.day, reader.lang) }), {
    text: reader.t("round.early.text"),
    buttons: [
      button(reader, sight.ledger.meeting, reader.t("round.early.go"), wish("round.start", { ...aboutRound("round.start", sight).args, go: "1" })),
      { label: reader.t("label.cancel"), wish: wish("step.cancel") },
    ],
  });

/** "F-12 · FDP-Fraktion → Jobcenter" */
function nowFact(reader: Member, sight: RoundSight): Fact | undefined {
  const { current, ledger } = sight;
  if (!current) return undefined;
  const value = reader.t("round.nowTo", { question: calledAs(reader, sight, current), to: addresseeName(reader, ledger, current) });
  return { label: reader.t("round.now"), value };
}

function runningCard(reader: Member, sight: RoundSight): Card {
  const more = button(reader, sight.ledger.meeting, reader.t("round.more"), wish("round.more", { meeting: sight.ledger.meeting.id }));
  return card("round.control", titleOf(reader, sight, "round.control.title"), {
    facts: [nowFact(reader, sight), nextFact(reader, sight)],
    buttons: [
      stepButton(reader, sight, "round.answered"),
      stepButton(reader, sight, "round.written"),
      // Alone it would be called again at once.
      sight.next ? stepButton(reader, sight, "round.later") : undefined,
      more,
    ],
  });
}

/** K27.2 */
export const moreCard = (reader: Member, sight: RoundSight): Card =>
  card("round.control.more", titleOf(reader, sight, "round.control.title"), {
    facts: [nowFact(reader, sight)],
    buttons: [
      button(reader, sight.ledger.meeting, reader.t("round.supplement"), aboutRound("round.supplement", sight)),
      stepButton(reader, sight, "round.back"),
      stepButton(reader, sight, "round.pause"),
      stepButton(reader, sight, "round.end"),
    ],
  });

const doneCard = (reader: Member, sight: RoundSight): Card =>
  card("round.control.done", reader.t("round.done.title"), {
    facts: [soFarFact(reader, sight)],
    buttons: [stepButton(reader, sight, "round.back"), stepButton(reader, sight, "round.end")],
  });

/** K27.4: what the end would make of the questions that are left. */
export function endCard(reader: Member, sight: RoundSight): Card {
  const { t, lang } = reader;
  const { parts, floor, current, due } = sight;
  const wasCalled = (id: string): boolean => id === current?.id || floor.round.later.includes(id);
  const fact = (label: string, questions: RoundSight["parts"]["waiting"]): Fact | undefined =>
    questions.length > 0 ? { label, value: codesOf(reader, questions) } : undefined;
  const owed = parts.written.filter(({ state }) => state === "owed");
  const n = parts.waiting.length + owed.length;
  return card("round.end.preview", t("round.end.title"), {
    facts: [
      fact(
        t("round.end.uncalled"),
        parts.waiting.filter(({ id }) => !wasCalled(id)),
      ),
      fact(
        t("round.end.unanswered"),
        parts.waiting.filter(({ id }) => wasCalled(id)),
      ),
      fact(t("round.end.owed"), owed),
      n > 0 ? { label: t("round.end.becomes"), value: t("round.end.tasks", { n, day: showDay(due, lang) }) } : undefined,
    ],
    text: n > 0 ? undefined : t("round.end.all"),
    buttons: [button(reader, sight.ledger.meeting, t("do.round.end"), aboutRound("round.endNow", sight)), goOnButton(reader, sight)],
  });
}

function endedCard(reader: Member, sight: RoundSight): Card {
  const { t, lang } = reader;
  const { untasked, tasks, due, ledger } = sight;
  const n = untasked.length;
  return card("round.control.ended", t("round.ended.title"), {
    facts: [
      ...resultFacts(reader, sight),
      tasks.length > 0 ? { label: t("round.tasks"), value: tasks.map(taskCode).join(", ") } : undefined,
      n > 0 ? { label: t("round.proposal"), value: t("round.proposed", { n, day: showDay(due, lang) }) } : undefined,
    ],
    buttons: [
      n > 0 ? button(reader, ledger.meeting, t("round.tasks.go", { n }), wish("round.tasks", { meeting: ledger.meeting.id })) : undefined,
      listButton(reader, sight),
      // What has followed from the end is not taken back with it.
      tasks.length === 0 ? stepButton(reader, sight, "round.back") : undefined,
    ],
  });
}

/** So many supplementary questions there are to one question. */
export const enoughCard = (reader: Member, sight: RoundSight, root: RoundSight["ledger"]["questions"][number], most: number): Card =>
  card("round.supplement.enough", reader.t("round.enough.title", { code: questionCode(root) }), {
    text: reader.t("round.enough.text", { n: most }),
    buttons: [goOnButton(reader, sight)],
  });
