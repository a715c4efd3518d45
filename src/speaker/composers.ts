// Messages about talks, composed from the state of the moment in which they are sent.

import { type Card, card } from "../card.ts";
import type { Composed, Composer, Composing } from "../notice/composer.ts";
import { personLabel } from "../reader.ts";
import { meetingFact } from "../rsvp/parts.ts";
import { showClock } from "../time.ts";
import { wish } from "../wish.ts";
import { aboutTalk, movedCard, owingCard, programmeButton, promotedCard, talkCard } from "./cards.ts";
import { keynoteOf, keynoteOwing } from "./keynote.ts";
import { keynoteCard } from "./keynote-cards.ts";
import { type Line, lineOf } from "./line.ts";
import type { Talk } from "./model.ts";
import { owingOf, titleFact } from "./parts.ts";
import { swappedCard } from "./swap.ts";

interface About {
  readonly line: Line;
  readonly talk: Talk;
}

/** The talk a message names, where it stands now. */
const about =
  (draw: (it: Composing, known: About) => Composed | Promise<Composed>): Composer =>
  async (it) => {
    const [row] = await it.view.find("Talk", { id: it.args["talk"] ?? "" });
    const [meeting] = row ? await it.view.find("Meeting", { id: row.meetingId }) : [];
    const line = meeting && (await lineOf(it.view, meeting, it.alliance.zone));
    const talk = line?.draft.talks.find(({ id }) => id === row?.id);
    if (!line || !talk || meeting?.state === "cancelled") return { skip: "gone" };
    return draw(it, { line, talk });
  };

/** The card of the present state, unless it tells nothing of what the message was for. */
const while_ = (states: readonly Talk["state"][], draw: (it: Composing, known: About) => Card): Composer =>
  about((it, known) => (states.includes(known.talk.state) ? draw(it, known) : { skip: "already_new" }));

const own = (it: Composing, { line, talk }: About): Card => talkCard(it, line, talk);
const inIt = ["programmed", "confirmed"] as const;

/** Somebody else's talk, to whoever is told of it. */
async function speakerOf({ view, lang }: Composing, talk: Talk): Promise<string> {
  const [person] = await view.find("Person", { id: talk.personId });
  const [organisation] = await view.find("Organisation", { id: talk.organisationId });
  return person ? personLabel({ lang }, person, organisation) : "–";
}

const swapAsk: Composer = about(async (it, { line, talk }) => {
  const other = line.draft.talks.find(({ id }) => id === it.args["from"]);
  if (!other || other.swapWithId !== talk.id) return { skip: "already_new" };
  const { t, lang } = it;
  const at = (one: Talk): string => (one.start ? showClock(one.start, lang) : "");
  const answer = (value: "yes" | "no") => ({
    label: t(`talk.swap.${value}`),
    wish: wish("talk.swapAnswer", { ...aboutTalk(talk), from: other.id, answer: value }),
  });
  return card("speaker.swap.ask", t("talk.swap.ask.title"), {
    facts: [
      { label: t("talk.swap.from"), value: await speakerOf(it, other) },
      { label: t("talk.swap.then"), value: t("talk.swap.now", { at: at(other), was: at(talk) }) },
    ],
    text: t("talk.swap.ask.text"),
    buttons: [answer("yes"), answer("no")],
  });
});

const swapRefused: Composer = about((it, { talk }) =>
  card("speaker.swap.refused", it.t("talk.swap.refused.title"), {
    facts: [{ label: it.t("talk.swap.you"), value: it.t("talk.about", { at: talk.start ? showClock(talk.start, it.lang) : "" }) }],
    buttons: [programmeButton(it, talk.meetingId)],
  }),
);

/** To the office: somebody came after the deadline or after the programme, or has withdrawn. */
const toOffice = (kind: "late" | "added" | "withdrawn"): Composer =>
  about(async (it, { line, talk }) =>
    card(`programme.${kind}`, it.t(`programme.${kind}.title`), {
      facts: [titleFact(it, talk), { label: it.t("talk.speaker"), value: await speakerOf(it, talk) }, meetingFact(it, line.meeting)],
      text: it.t(`programme.${kind}.text`),
      buttons: [
        ...(kind === "withdrawn" ? [] : (["in", "out"] as const)).map((draft) => ({
          label: it.t("programme.set", { draft }),
          wish: wish("programme.decide", { ...aboutTalk(talk), draft }),
        })),
        { label: it.t("programme.do.draft"), wish: wish("programme.draft", { meeting: talk.meetingId }) },
      ],
    }),
  );

/** The keynote's organisation, as long as something is missing; a repaint shows it in any state. */
const keynote =
  (always: boolean): Composer =>
  async (it) => {
    const [meeting] = await it.view.find("Meeting", { id: it.args["meeting"] ?? "", state: "invited" });
    const known = meeting && (await keynoteOf(it.view, meeting, it.alliance.zone));
    if (!known) return { skip: "gone" };
    return always || keynoteOwing(known.keynote).length > 0 ? keynoteCard(it, known) : { skip: "done" };
  };

export const speakerComposers = {
  "talk.own": about(own),
  "talk.released": while_(inIt, own),
  "talk.declined": while_(["declined"], own),
  "talk.promoted": while_(["requested", ...inIt], (it, { line, talk }) => promotedCard(it, line, talk)),
  "talk.moved": while_(inIt, (it, { line, talk }) => movedCard(it, line, talk, it.args["was"] ?? talk.start ?? "00:00")),
  "talk.owing": about((it, { line, talk }) => (owingOf(talk).length > 0 ? owingCard(it, line, talk) : { skip: "done" })),
  "keynote.own": keynote(true),
  "keynote.owing": keynote(false),
  "talk.swap.ask": swapAsk,
  "talk.swap.done": about((it, { line, talk }) => swappedCard(it, line, talk, it.args["was"] || null)),
  "talk.swap.refused": swapRefused,
  "talk.waiting": while_(["waiting"], own),
  "talk.late": toOffice("late"),
  "talk.added": toOffice("added"),
  "talk.withdrawn": toOffice("withdrawn"),
} as const satisfies Readonly<Record<string, Composer>>;
