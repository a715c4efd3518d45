// The card of the round that everybody sees (K26): in channels edited in place, in the direct chat as it is at the moment.
import { type Card, card, type Fact } from "../card.ts";
import { act } from "../help/pieces.ts";
import type { OpenComposer } from "../notice/composer.ts";
import type { View } from "../ports.ts";
import type { Member } from "../reader.ts";
import { meetingFact } from "../rsvp/parts.ts";
import { clockOf, showClock, showDay } from "../time.ts";
import { ledgerOf } from "./ledger.ts";
import type { Question } from "./model.ts";
import { addresseeName, groupName, questionCode } from "./parts.ts";
import { type RoundSight, sightOf } from "./round-sight.ts";
import { countOf } from "./rules.ts";

/** So many are named on a card; the others are counted. */
export const mostNamed = 12;

/** "F-8, F-15" */
export function codesOf({ t }: Pick<Member, "t">, questions: readonly Question[]): string {
  const left = questions.length - mostNamed;
  const named = questions.slice(0, mostNamed).map(questionCode).join(", ");
  return left > 0 ? `${named} ${t("list.more", { n: left })}` : named;
}

/** "F-12 · FDP-Fraktion" */
export function calledAs(reader: Pick<Member, "t" | "lang">, { ledger }: RoundSight, question: Question): string {
  const code = questionCode(question);
  const group = groupName(reader, ledger, question);
  const root = ledger.questions.find(({ id }) => id === question.supplementTo);
  if (root) return reader.t("round.supplementary", { code, root: questionCode(root), group });
  return reader.t("round.question", { code, group, n: countOf(question.id, ledger.questions) });
}

const stateFact = ({ t, lang, now, alliance }: Pick<Member, "t" | "lang" | "now" | "alliance">): Fact => ({
  label: t("round.asOf"),
  value: showClock(clockOf(now, alliance.zone), lang),
});

export const nextFact = (reader: Member, sight: RoundSight): Fact | undefined =>
  sight.next && { label: reader.t("round.next"), value: calledAs(reader, sight, sight.next) };

export const soFarFact = ({ t }: Member, { parts }: RoundSight): Fact => ({
  label: t("round.soFar"),
  value: t("round.counts", { answered: parts.answered.length, written: parts.written.length }),
});

export const titleOf = ({ t }: Pick<Member, "t">, { tally }: RoundSight, key: "round.live.title" | "round.paused.title" | "round.control.title"): string =>
  t(key, { n: String(tally.called), all: String(tally.all) });

/** "9 von 11" answered, and what follows in writing by when. */
export const resultFacts = (reader: Member, { parts, tally, due }: RoundSight): readonly Fact[] => {
  const { t, lang } = reader;
  const owed = parts.written.filter(({ state }) => state === "owed");
  return [
    { label: t("round.answered"), value: t("round.answeredOf", { n: String(parts.answered.length), all: String(tally.all) }) },
    {
      label: t("round.owed"),
      value: owed.length > 0 ? t("round.owedBy", { codes: codesOf(reader, owed), day: showDay(due, lang) }) : t("round.owed.none"),
    },
  ];
};

/** K26.1 to K26.3, and what there is to see before the round. No buttons that only some may press. */
export function liveCard(reader: Member, sight: RoundSight): Card {
  const { t } = reader;
  const { ledger, current } = sight;
  const list = act(reader, "question.list", { meeting: ledger.meeting.id });
  switch (ledger.round.state) {
    case "none":
      return card("round.live.none", t("round.none.title"), {
        facts: [
          meetingFact(reader, ledger.meeting),
          { label: t("round.begins"), value: t("talk.about", { at: showClock(ledger.startsAt, reader.lang) }) },
          { label: t("round.questions"), value: t("round.admitted", { n: sight.parts.waiting.length }) },
        ],
        buttons: [list],
      });
    case "running":
      return current
        ? card("round.live", titleOf(reader, sight, "round.live.title"), {
            facts: [
              { label: t("round.now"), value: calledAs(reader, sight, current) },
              { label: t("round.asked"), value: t("round.quoted", { text: current.text }) },
              { label: t("round.answers"), value: addresseeName(reader, ledger, current) },
              nextFact(reader, sight),
              soFarFact(reader, sight),
              stateFact(reader),
            ],
          })
        : card("round.live.done", t("round.done.title"), { facts: [soFarFact(reader, sight), stateFact(reader)] });
    case "paused":
      return card("round.live.paused", titleOf(reader, sight, "round.paused.title"), { facts: [goesOnFact(reader, sight), stateFact(reader)] });
    case "ended":
      return card("round.live.ended", t("round.ended.title"), { facts: resultFacts(reader, sight), buttons: [list] });
  }
}

export const goesOnFact = (reader: Member, sight: RoundSight): Fact | undefined =>
  sight.current && { label: reader.t("round.goesOn"), value: calledAs(reader, sight, sight.current) };

/** The round a message names, where it stands now; nothing where its meeting does not take place. */
export async function sightNamed(it: Member & { readonly view: View; readonly args: Readonly<Record<string, string>> }): Promise<RoundSight | undefined> {
  const [meeting] = await it.view.find("Meeting", { id: it.args["meeting"] ?? "", state: "invited" });
  const ledger = meeting && (await ledgerOf(it.view, meeting, it.alliance));
  return ledger && sightOf(it.view, it, ledger);
}

const live: OpenComposer = async (it) => {
  const sight = await sightNamed(it);
  return sight ? liveCard(it, sight) : { skip: "gone" };
};

export const roundBoards = { "round.live": live } as const satisfies Readonly<Record<string, OpenComposer>>;
