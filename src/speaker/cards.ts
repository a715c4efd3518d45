// What whoever speaks sees of their talk, in every state.

import { firstOpenDayFrom } from "../calendar.ts";
import { type Button, type Card, card, type Fact } from "../card.ts";
import type { Member, Viewer } from "../reader.ts";
import { calendarButton, meetingFact } from "../rsvp/parts.ts";
import { addDays, type Day, showClock, showDay } from "../time.ts";
import { type Wish, wish } from "../wish.ts";
import { isPublic } from "./capacity.ts";
import type { Line } from "./line.ts";
import type { Talk } from "./model.ts";
import { owingOf, owingWords, stateWords, titleFact, whenWords } from "./parts.ts";

/** Days between the deadline for talks and the programme. */
const composing = 4;
/** When the programme is expected: the first working day after the office has had some days with the talks. */
const programmeOn = ({ calendar }: Member, { talksBy }: Line["meeting"]): Day => firstOpenDayFrom(addDays(talksBy, composing), calendar);

/** The day in words, as long as it can still be kept. */
export function programmeDay(reader: Member, { meeting }: Line): string | undefined {
  const day = programmeOn(reader, meeting);
  return day >= reader.today && day < meeting.day ? showDay(day, reader.lang) : undefined;
}

function programmeWords(reader: Member, line: Line): string {
  if (line.programme.edition > 0) return reader.t("talk.afterRelease");
  const day = programmeDay(reader, line);
  return day ? reader.t("talk.programmeOn", { day }) : reader.t("talk.programmeSoon");
}

/** Every wish about a talk names its meeting, which is held while it changes. */
export const aboutTalk = (talk: Pick<Talk, "id" | "meetingId">) => ({ meeting: talk.meetingId, talk: talk.id });

const labels = ["more", "withdraw", "confirm", "swap", "link"] as const;
type Label = (typeof labels)[number];
const button = ({ t }: Pick<Viewer, "t">, talk: Talk, label: Label): Button => ({
  label: t(`talk.do.${label}`),
  hears: t("talk.hears", { label: t(`talk.do.${label}`), title: talk.title }).slice(0, 75),
  wish: wish(`talk.${label}`, aboutTalk(talk)),
});
/** As long as it is not confirmed: a newer card takes the place of the one that asked for it. */
export const confirmButton = (reader: Pick<Viewer, "t">, talk: Talk): Button | undefined =>
  talk.state === "programmed" ? button(reader, talk, "confirm") : undefined;
const noSlidesButton = ({ t }: Pick<Viewer, "t">, talk: Talk): Button => ({ label: t("talk.do.noSlides"), wish: wish("talk.noSlides", aboutTalk(talk)) });
export const programmeButton = ({ t }: Pick<Viewer, "t">, meeting: string): Button => ({
  label: t("do.programme.show"),
  wish: wish("programme.show", { meeting }),
});
export const registerButton = ({ t }: Pick<Viewer, "t">, meeting?: string): Button => ({
  label: t("do.talk.new"),
  wish: wish("talk.new", meeting ? { meeting } : {}),
});

/** The talk as it stands, with what can be done now. */
export function talkCard(reader: Viewer, line: Line, talk: Talk): Card {
  switch (talk.state) {
    case "requested":
      return requestedCard(reader, line, talk);
    case "waiting":
      return waitingCard(reader, line, talk);
    case "programmed":
    case "confirmed":
      return releasedCard(reader, line, talk);
    case "declined":
      return declinedCard(reader, line, talk);
    case "withdrawn":
      return withdrawnCard(reader, talk);
    default:
      return overCard(reader, line, talk);
  }
}

/** What may still be added, by name. */
function stillPossible({ t }: Viewer, talk: Talk): Fact | undefined {
  const open = [
    talk.objectiveId === null ? t("talk.part.objective") : "",
    talk.slides === null ? t("talk.part.slides") : "",
    talk.needs === null ? t("talk.part.needs") : "",
  ];
  const named = open.filter((part) => part !== "");
  return named.length > 0 ? { label: t("talk.possible"), value: named.join(", ") } : undefined;
}

function requestedCard(reader: Viewer, line: Line, talk: Talk, promoted = false): Card {
  const { t } = reader;
  return card(promoted ? "speaker.promoted" : "speaker.requested", t(promoted ? "talk.promoted.title" : "talk.requested.title"), {
    facts: [
      titleFact(reader, talk),
      { label: t("fact.state"), value: t("talk.requested.state", { minutes: talk.minutes, kind: talk.kind }) },
      promoted ? undefined : stillPossible(reader, talk),
    ],
    text: programmeWords(reader, line),
    buttons: [button(reader, talk, "more"), button(reader, talk, "withdraw")],
  });
}

/** Moved up: registered with room before the release, in the programme after it. */
export const promotedCard = (reader: Viewer, line: Line, talk: Talk): Card =>
  talk.state === "requested" ? requestedCard(reader, line, talk, true) : talkCard(reader, line, talk);

function waitingCard(reader: Viewer, line: Line, talk: Talk): Card {
  const { t } = reader;
  return card(talk.late ? "speaker.late" : "speaker.waiting", t(talk.late ? "talk.late.title" : "talk.waiting.title"), {
    facts: [titleFact(reader, talk), { label: t("fact.state"), value: stateWords(reader, talk, line) }],
    text: talk.late ? t("talk.late.text") : t(line.programme.edition > 0 ? "talk.waiting.after" : "talk.waiting.text", { minutes: String(line.draft.budget) }),
    buttons: [button(reader, talk, "more"), button(reader, talk, "withdraw")],
  });
}

function releasedCard(reader: Viewer, line: Line, talk: Talk): Card {
  const { t, lang } = reader;
  const owing = owingOf(talk).filter((it) => it !== "confirmation");
  const confirmed = talk.state === "confirmed";
  return card(confirmed ? "speaker.confirmed" : "speaker.released", t(confirmed ? "talk.confirmed.title" : "talk.released.title"), {
    facts: [
      titleFact(reader, talk),
      { label: t("fact.when"), value: whenWords(reader, line.meeting, talk) },
      owing.length > 0 ? { label: t("talk.missing"), value: owingWords(reader, owing) } : undefined,
    ],
    text: confirmed ? undefined : t("talk.released.text", { day: showDay(line.meeting.documentsBy, lang) }),
    buttons: [
      confirmButton(reader, talk),
      button(reader, talk, "more"),
      button(reader, talk, "swap"),
      confirmed ? calendarButton(reader, line.meeting, talk.personId) : undefined,
      button(reader, talk, "withdraw"),
    ],
  });
}

function declinedCard(reader: Viewer, line: Line, talk: Talk): Card {
  const { t } = reader;
  const all = line.draft.talks.filter(({ state }) => state !== "withdrawn").length;
  const inside = line.draft.talks.filter(isPublic);
  const of = { n: String(inside.length), all };
  const full = inside.reduce((sum, it) => sum + it.minutes, talk.minutes) > line.draft.budget;
  const answer = (it: "yes" | "no"): Button => ({ label: t(`talk.claim.${it}`), wish: wish("talk.claim", { ...aboutTalk(talk), answer: it }) });
  return card("speaker.notReleased", t("talk.declined.title"), {
    facts: [
      titleFact(reader, talk),
      { label: t("talk.reason"), value: full ? t("talk.declined.full", { minutes: String(line.draft.budget), ...of }) : t("talk.declined.chosen", of) },
      talk.claim ? { label: t("fact.state"), value: t("talk.claimed") } : undefined,
    ],
    text: talk.claim ? undefined : t("talk.declined.text"),
    buttons: talk.claim ? [programmeButton(reader, talk.meetingId)] : [answer("yes"), answer("no")],
  });
}

const withdrawnCard = (reader: Viewer, talk: Talk): Card =>
  card("speaker.withdrawn", reader.t("talk.withdrawn.title"), {
    facts: [titleFact(reader, talk)],
    text: reader.t("talk.withdrawn.text"),
    buttons: [{ label: reader.t("talk.do.again"), wish: wish("talk.new", { ...aboutTalk(talk) }) }],
  });

function overCard(reader: Viewer, line: Line, talk: Talk): Card {
  const held = talk.state === "held";
  return card(held ? "speaker.held" : "speaker.missed", reader.t(held ? "talk.held.title" : "talk.missed.title"), {
    facts: [titleFact(reader, talk), meetingFact(reader, line.meeting)],
    text: held ? undefined : reader.t("talk.missed.text"),
    buttons: [programmeButton(reader, talk.meetingId)],
  });
}

/** K16.7: the start has moved; nothing to do. */
export function movedCard(reader: Viewer, line: Line, talk: Talk, was: string): Card {
  const { t, lang } = reader;
  return card("speaker.timeChanged", t("talk.moved.title"), {
    facts: [
      { label: t("talk.moved.now"), value: whenWords(reader, line.meeting, talk) },
      { label: t("talk.moved.before"), value: t("talk.about", { at: showClock(was as `${number}:${number}`, lang) }) },
    ],
    text: t("talk.moved.text"),
    buttons: [
      confirmButton(reader, talk),
      programmeButton(reader, talk.meetingId),
      calendarButton(reader, line.meeting, talk.personId),
      button(reader, talk, "withdraw"),
    ],
  });
}

/** K16.10: only what this talk still owes. */
export function owingCard(reader: Viewer, line: Line, talk: Talk): Card {
  const owing = owingOf(talk);
  return card("speaker.owing", reader.t("talk.owing.title"), {
    facts: [
      titleFact(reader, talk),
      { label: reader.t("talk.owing.until", { day: showDay(line.meeting.documentsBy, reader.lang) }), value: owingWords(reader, owing) },
    ],
    buttons: [
      owing.includes("confirmation") ? button(reader, talk, "confirm") : undefined,
      owing.includes("link") || owing.includes("slides") ? button(reader, talk, "link") : undefined,
      owing.includes("link") || owing.includes("slides") ? noSlidesButton(reader, talk) : undefined,
    ],
  });
}

export const openTalk = (talk: Talk): Wish => wish("talk.open", aboutTalk(talk));
