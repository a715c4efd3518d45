// What whoever speaks can do with their talk: look, confirm, withdraw, do without slides, be first next time.

import { id, one, optional } from "../args.ts";
import { type Card, card } from "../card.ts";
import { command, type Known } from "../command.ts";
import { clip } from "../help/pieces.ts";
import { type Outcome, refuse, show } from "../outcome.ts";
import { meetingFact } from "../rsvp/parts.ts";
import { endOfDay, showDay } from "../time.ts";
import { openTalk, programmeButton, registerButton, talkCard } from "./cards.ts";
import { tellOfficeOf } from "./change.ts";
import { lineHeld, notPresentingCard, presenting, represented, talkHeld } from "./held.ts";
import { keynoteOf } from "./keynote.ts";
import { keynoteButton } from "./keynote-cards.ts";
import { type Line, talkMatter } from "./line.ts";
import type { Talk } from "./model.ts";
import { stateWords } from "./parts.ts";
import { changed, holds, looks } from "./register.ts";

const target = { meeting: optional(id()), talk: optional(id()) };

const shown = (context: Known, line: Line, talk: Talk): Outcome => show(talkCard(context, line, talk), talkMatter(talk.id));

const showOwn = command({
  who: "linked",
  opens: looks,
  args: { meeting: optional(id()) },
  async run(context) {
    const line = await lineHeld(context);
    if ("outcome" in line) return line.outcome;
    const people = [context.person, ...(await represented(context))];
    const own = line.draft.talks.filter((talk) => people.some(({ id: it }) => it === talk.personId) && talk.state !== "withdrawn");
    const keynote = await keynoteOf(context.desk, line.meeting, context.alliance.zone);
    const holdsIt = people.some(({ organisationId }) => organisationId === keynote?.organisation.id);
    const [only] = own;
    if (only && own.length === 1 && !holdsIt) return shown(context, line, only);
    if (own.length === 0 && (await presenting(context)).length === 0) return refuse("no_right", notPresentingCard(context));
    return show(listCard(context, line, own, holdsIt));
  },
});

function listCard(context: Known, line: Line, own: readonly Talk[], holdsKeynote: boolean): Card {
  const { t, lang, now, alliance } = context;
  const open = now < endOfDay(line.meeting.talksBy, alliance.zone);
  const options = own.map((talk) => ({ label: clip(talk.title, 75), wish: openTalk(talk) }));
  return card(own.length > 0 ? "speaker.list" : "speaker.empty", t("talk.list.title"), {
    facts: [meetingFact(context, line.meeting)],
    rows: own.map((talk) => t("talk.list.row", { title: talk.title, state: stateWords(context, talk, line) })),
    choice:
      own.length > 0
        ? { type: "choice", label: t("talk.list.choose"), options: [{ label: t("talk.list.all"), wish: showWish(line) }, ...options], chosen: 0 }
        : undefined,
    text: own.length > 0 ? undefined : t(open ? "talk.list.empty" : "talk.list.over", { day: showDay(line.meeting.talksBy, lang) }),
    buttons: [registerButton(context, line.meeting.id), holdsKeynote ? keynoteButton(context, line.meeting.id) : undefined],
  });
}

const showWish = ({ meeting }: Line) => ({ command: "talk.show", args: { meeting: meeting.id } }) as const;

const open = command({
  who: "linked",
  opens: looks,
  args: target,
  async run(context, args) {
    const it = await talkHeld(context, args.talk);
    return "outcome" in it ? it.outcome : shown(context, it.line, it.talk);
  },
});

/** Presses that came too late, or twice, show the talk as it is. */
const withdraw = command({
  who: "linked",
  opens: holds,
  args: target,
  async run(context, args) {
    const it = await talkHeld(context, args.talk);
    if ("outcome" in it) return it.outcome;
    const { line, talk } = it;
    if (talk.state === "withdrawn" || talk.state === "held" || talk.state === "missed") return shown(context, line, talk);
    await tellOfficeOf(context, "talk.withdrawn", talk);
    return changed(context, line, talk, { ...talk, state: "withdrawn", draft: null, place: null, start: null, swapWithId: null, claim: false });
  },
});

const confirm = command({
  who: "linked",
  opens: holds,
  args: target,
  async run(context, args) {
    const it = await talkHeld(context, args.talk);
    if ("outcome" in it) return it.outcome;
    if (it.talk.state !== "programmed") return shown(context, it.line, it.talk);
    return changed(context, it.line, it.talk, { ...it.talk, state: "confirmed", confirmedAt: context.now });
  },
});

const noSlides = command({
  who: "linked",
  opens: holds,
  args: target,
  async run(context, args) {
    const it = await talkHeld(context, args.talk);
    if ("outcome" in it) return it.outcome;
    if (it.talk.slides === "no" && !it.talk.link) return shown(context, it.line, it.talk);
    return changed(context, it.line, it.talk, { ...it.talk, slides: "no", link: null });
  },
});

const claim = command({
  who: "linked",
  opens: holds,
  args: { ...target, answer: optional(one("yes", "no")) },
  async run(context, args) {
    const it = await talkHeld(context, args.talk);
    if ("outcome" in it) return it.outcome;
    const wants = args.answer === "yes";
    if (it.talk.state !== "declined" || (it.talk.claim === wants && wants)) return shown(context, it.line, it.talk);
    if (!wants) return show(noClaimCard(context, it.line), talkMatter(it.talk.id));
    return changed(context, it.line, it.talk, { ...it.talk, claim: true });
  },
});

const noClaimCard = (context: Known, line: Line): Card =>
  card("speaker.noClaim", context.t("talk.noClaim.title"), {
    facts: [meetingFact(context, line.meeting)],
    text: context.t("talk.noClaim.text"),
    buttons: [programmeButton(context, line.meeting.id)],
  });

export const ownCommands = {
  "talk.show": showOwn,
  "talk.open": open,
  "talk.withdraw": withdraw,
  "talk.confirm": confirm,
  "talk.noSlides": noSlides,
  "talk.claim": claim,
};
