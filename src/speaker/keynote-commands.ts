// What the keynote's organisation says of it: title and who speaks, the slides; the office may say it for them.

import { id, one, optional, text } from "../args.ts";
import { command, type Known } from "../command.ts";
import { repaintMatter } from "../meeting/live.ts";
import { tracedTo } from "../notice/history.ts";
import type { Shown } from "../notice/model.ts";
import { ask, type Outcome, refuse, show } from "../outcome.ts";
import { sameRef } from "../ports.ts";
import { isOrganiser } from "../roster/rules.ts";
import { endOfDay } from "../time.ts";
import { wish } from "../wish.ts";
import { longestLink, longestName, longestTitle } from "./forms.ts";
import { meetingHeld, noTalks, represented } from "./held.ts";
import { type KeynoteAt, keynoteMatter, keynoteOf } from "./keynote.ts";
import { keynoteCard, keynoteForm, keynoteLinkForm, otherKeynoteCard } from "./keynote-cards.ts";
import type { Keynote } from "./model.ts";
import { frozenAfter } from "./parts.ts";
import { holds, isLink, looks, wrong } from "./register.ts";

/** The keynote of the meeting on the desk, where the sender may see to it; `changes` is refused after the freeze, except to the office. */
async function keynoteHeld(context: Known, changes: boolean): Promise<KeynoteAt | { readonly outcome: Outcome }> {
  const meeting = meetingHeld(context);
  if ("outcome" in meeting) return meeting;
  const { desk, now, alliance, person } = context;
  const it = await keynoteOf(desk, meeting, alliance.zone);
  if (!it) return { outcome: noTalks(context) };
  const own = (await represented(context)).some(({ organisationId }) => organisationId === it.organisation.id);
  if (!own && !isOrganiser(person)) return { outcome: refuse("other_talk", otherKeynoteCard(context, it, context.may("talk.new"))) };
  const frozen = changes && !isOrganiser(person) && now >= endOfDay(frozenAfter(meeting), alliance.zone);
  return frozen ? { outcome: wrong(context, wish("keynote.show", { meeting: meeting.id }), { title: context.t("talk.frozen") }) } : it;
}

const shown = (context: Known, it: KeynoteAt): Outcome => show(keynoteCard(context, it), keynoteMatter(it.meeting.id));

/** Stores what is known now; colleagues who look at the same card see it. */
async function stored(context: Known, it: KeynoteAt, more: Partial<Keynote>): Promise<Outcome> {
  const { desk, person } = context;
  const keynote: Keynote = { ...it.keynote, ...more, actorId: person.id };
  desk.put("Keynote", keynote);
  const { meetingId, allianceId } = keynote;
  const after = JSON.stringify({ slides: keynote.slides, named: keynote.speaker !== null });
  tracedTo(context, { allianceId, meetingId, what: "keynote", after });
  const matter = keynoteMatter(meetingId);
  const pressed = ({ ref }: Shown): boolean => sameRef(ref, context.card);
  await repaintMatter(context, { matter, kind: "keynote.own", args: { meeting: meetingId } }, pressed);
  return shown(context, { ...it, keynote });
}

const showKeynote = command({
  who: "linked",
  opens: looks,
  args: { meeting: optional(id()) },
  async run(context) {
    const it = await keynoteHeld(context, false);
    return "outcome" in it ? it.outcome : shown(context, it);
  },
});

const nameIt = command({
  who: "linked",
  opens: holds,
  args: { meeting: optional(id()), title: optional(text(longestTitle)), speaker: optional(text(longestName)), sent: optional(one("1")) },
  async run(context, { title, speaker, sent }) {
    const it = await keynoteHeld(context, true);
    if ("outcome" in it) return it.outcome;
    if (!sent) return ask(keynoteForm(context, it));
    const again = wish("keynote.title", { meeting: it.meeting.id });
    if (!title) return wrong(context, again, { title: context.t("bad.empty") });
    if (!speaker) return wrong(context, again, { speaker: context.t("bad.empty") });
    return stored(context, it, { title, speaker });
  },
});

const link = command({
  who: "linked",
  opens: holds,
  args: { meeting: optional(id()), link: optional(text(longestLink)), sent: optional(one("1")) },
  async run(context, args) {
    const it = await keynoteHeld(context, true);
    if ("outcome" in it) return it.outcome;
    if (!args.sent) return ask(keynoteLinkForm(context, it));
    if (!args.link || !isLink(args.link)) return wrong(context, wish("keynote.link", { meeting: it.meeting.id }), { link: context.t("talk.link.bad") });
    return stored(context, it, { slides: "yes", link: args.link });
  },
});

const noSlides = command({
  who: "linked",
  opens: holds,
  args: { meeting: optional(id()) },
  async run(context) {
    const it = await keynoteHeld(context, true);
    if ("outcome" in it) return it.outcome;
    return it.keynote.slides === "no" ? shown(context, it) : stored(context, it, { slides: "no", link: null });
  },
});

export const keynoteCommands = { "keynote.show": showKeynote, "keynote.title": nameIt, "keynote.link": link, "keynote.noSlides": noSlides };
