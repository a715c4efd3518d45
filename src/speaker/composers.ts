// Messages about talks, composed from the state of the moment in which they are sent.
import { type Card, card } from "../card.ts";
import { callbackButton } from "../help/pieces.ts";
import type { Composed, Composer, Composing } from "../notice/composer.ts";
import { personLabel } from "../reader.ts";
import { showClock } from "../time.ts";
import { wish } from "../wish.ts";
import { aboutTalk, movedCard, owingCard, programmeButton, promotedCard, talkCard } from "./cards.ts";
import { type Line, lineOf } from "./line.ts";
import type { Talk } from "./model.ts";
import { meetingFactOf, owingOf, titleFact } from "./parts.ts";
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

/** To the office: somebody came late, or has withdrawn. */
const toOffice = (kind: "late" | "withdrawn"): Composer =>
  about(async (it, { line, talk }) =>
    card(`programme.${kind}`, it.t(`programme.${kind}.title`), {
      facts: [titleFact(it, talk), { label: it.t("talk.speaker"), value: await speakerOf(it, talk) }, meetingFactOf(it, line.meeting)],
      text: it.t(`programme.${kind}.text`),
      buttons: [
        kind === "late" ? { label: it.t("programme.set", { draft: "in" }), wish: wish("programme.decide", { ...aboutTalk(talk), draft: "in" }) } : undefined,
        kind === "late" ? { label: it.t("programme.set", { draft: "out" }), wish: wish("programme.decide", { ...aboutTalk(talk), draft: "out" }) } : undefined,
        { label: it.t("programme.do.draft"), wish: wish("programme.draft", { meeting: talk.meetingId }) },
        callbackButton(it),
      ].slice(0, 3),
    }),
  );

export const speakerComposers = {
  "talk.own": about(own),
  "talk.released": while_(inIt, own),
  "talk.declined": while_(["declined"], own),
  "talk.promoted": while_(["requested", ...inIt], (it, { line, talk }) => promotedCard(it, line, talk)),
  "talk.moved": while_(inIt, (it, { line, talk }) => movedCard(it, line, talk, it.args["was"] ?? talk.start ?? "00:00")),
  "talk.owing": about((it, { line, talk }) => (owingOf(talk).length > 0 ? owingCard(it, line, talk) : { skip: "done" })),
  "talk.swap.ask": swapAsk,
  "talk.swap.done": about((it, { line, talk }) => swappedCard(it, line, talk, it.args["was"] || null)),
  "talk.swap.refused": swapRefused,
  "talk.late": toOffice("late"),
  "talk.withdrawn": toOffice("withdrawn"),
} as const satisfies Readonly<Record<string, Composer>>;
