// Registering a talk, by whoever speaks or by the office for them, and adding to it.
import { id, number, one, optional, text } from "../args.ts";
import { command, type Known } from "../command.ts";
import { badInput } from "../help/cards.ts";
import { ask, type FieldErrors, type Outcome, refuse, show } from "../outcome.ts";
import type { Person } from "../roster/model.ts";
import type { Via } from "../rsvp/model.ts";
import { endOfDay } from "../time.ts";
import { type Wish, wish } from "../wish.ts";
import { minutesWithin, register } from "./capacity.ts";
import { aboutTalk, talkCard } from "./cards.ts";
import { put, settle, tellOfficeOf } from "./change.ts";
import { linkForm, longestAbout, longestLink, longestName, longestNeeds, longestTitle, moreForm, mostMinutes, none, talkForm, usualMinutes } from "./forms.ts";
import { lineHeld, notPresentingCard, presenting, talkHeld } from "./held.ts";
import { type Line, talkMatter, withTalks } from "./line.ts";
import type { Talk } from "./model.ts";
import { frozenAfter } from "./parts.ts";

export const details = {
  meeting: optional(id()),
  title: optional(text(longestTitle)),
  about: optional(text(longestAbout, "many")),
  kind: optional(one("existing", "new")),
  minutes: optional(number(1, mostMinutes)),
  sent: optional(one("1")),
};
export const holds = { meeting: "wanted", hold: "meeting" } as const;

export const wrong = (context: Known, it: Wish, fields: FieldErrors): Outcome =>
  refuse("bad_input", badInput(context, it, Object.values(fields)[0] ?? ""), context.by === "form" ? fields : undefined);

const isLate = ({ now, alliance }: Known, { meeting }: Line): boolean => now >= endOfDay(meeting.talksBy, alliance.zone);

const newTalk = command({
  who: "delegate",
  opens: holds,
  args: { ...details, talk: optional(id()) },
  async run(context, args) {
    const line = await lineHeld(context);
    if ("outcome" in line) return line.outcome;
    const organisation = await presenting(context);
    if (!organisation) return refuse("no_right", notPresentingCard(context));
    const before = line.draft.talks.find((it) => it.id === args.talk && it.personId === context.person.id && it.state === "withdrawn");
    const carried = wish("talk.new", { meeting: line.meeting.id, ...(before ? { talk: before.id } : {}) });
    return enter(context, line, { ...(before ?? {}), ...args }, carried, { person: context.person, organisationId: organisation.id, via: "self" });
  },
});

interface Speaker {
  readonly person: Person;
  readonly organisationId: string;
  readonly via: Via;
}
interface Wanted {
  readonly title?: string | undefined;
  readonly about?: string | undefined;
  readonly kind?: Talk["kind"] | undefined;
  readonly minutes?: number | undefined;
  readonly sent?: string | undefined;
}

/** Asks what is missing, then registers: with room, waiting, or late and left to the office. */
export async function enter(context: Known, line: Line, wanted: Wanted, carried: Wish, speaker: Speaker): Promise<Outcome> {
  const { t } = context;
  if (context.now >= line.meeting.startsAt) return refuse("too_late", badInput(context, carried, t("talk.begun")));
  // The office decides what is late, so nothing it enters is.
  const late = speaker.via === "self" && isLate(context, line);
  const { title, about, kind, minutes = usualMinutes } = wanted;
  if (!wanted.sent) return ask(talkForm(context, line, carried, wanted, late));
  if (!title || !about || !kind) return wrong(context, carried, missing(context, { title, about, kind }));
  if (minutes > line.draft.budget) return wrong(context, carried, { minutes: t("talk.tooLong", { minutes: line.draft.budget }) });
  const promised = await promisedTo(context, line, speaker.organisationId);
  const talk: Talk = {
    id: context.ids.next(),
    allianceId: context.alliance.id,
    meetingId: line.meeting.id,
    organisationId: speaker.organisationId,
    personId: speaker.person.id,
    title,
    about,
    kind,
    objectiveId: null,
    minutes,
    coSpeaker: null,
    slides: null,
    link: null,
    needs: null,
    state: register(line.draft.talks, minutes, late, line.draft.budget),
    draft: null,
    place: null,
    start: null,
    late,
    claim: promised.length > 0,
    swapWithId: null,
    actorId: context.person.id,
    via: speaker.via,
    requestedAt: context.now,
    confirmedAt: null,
  };
  put(context, undefined, talk);
  // A promise is kept once.
  for (const earlier of promised) put(context, earlier, { ...earlier, claim: false });
  if (late) await tellOfficeOf(context, "talk.late", talk);
  return show(talkCard(context, withTalks(line, [talk]), talk), talkMatter(talk.id));
}

const missing = ({ t }: Known, parts: Readonly<Record<string, unknown>>): FieldErrors =>
  Object.fromEntries(Object.entries(parts).flatMap(([name, value]) => (value ? [] : [[name, t("bad.empty")]])));

/** Earlier talks that were not in the programme, or could not be heard, and shall come first next time. */
async function promisedTo({ desk }: Known, { meeting }: Line, organisationId: string): Promise<readonly Talk[]> {
  return (await desk.find("Talk", { organisationId, claim: true })).filter(
    (talk) => talk.meetingId !== meeting.id && talk.state !== "requested" && talk.state !== "waiting",
  );
}

const isFrozen = ({ now, alliance }: Known, { meeting }: Line): boolean => now >= endOfDay(frozenAfter(meeting), alliance.zone);

const more = command({
  who: "linked",
  opens: holds,
  args: {
    meeting: optional(id()),
    talk: optional(id()),
    title: optional(text(longestTitle)),
    minutes: optional(number(1, mostMinutes)),
    objective: optional(id()),
    with: optional(text(longestName)),
    slides: optional(one("yes", "no", none)),
    link: optional(text(longestLink)),
    needs: optional(text(longestNeeds)),
    sent: optional(one("1")),
  },
  async run(context, args) {
    const it = await talkHeld(context, args.talk);
    if ("outcome" in it) return it.outcome;
    const { line, talk } = it;
    const office = context.may("programme.draft");
    if (isFrozen(context, line) && !office) return refuse("frozen", badInput(context, wish("talk.open", aboutTalk(talk)), context.t("talk.frozen")));
    const objectives = await context.desk.find("Objective", {});
    if (!args.sent) return ask(moreForm(context, talk, objectives));
    const again = wish("talk.more", aboutTalk(talk));
    if (!args.title) return wrong(context, again, { title: context.t("bad.empty") });
    if (args.link && !isLink(args.link)) return wrong(context, again, { link: context.t("talk.link.bad") });
    const minutes = args.minutes ?? talk.minutes;
    const most = Math.max(talk.minutes, minutesWithin(line.draft.talks, talk, line.draft.budget));
    if (minutes > most && !office) return wrong(context, again, { minutes: context.t("talk.tooLong", { minutes: most }) });
    const after: Talk = {
      ...talk,
      title: args.title,
      minutes,
      objectiveId: objectives.find((objective) => objective.id === args.objective)?.id ?? null,
      coSpeaker: args.with ?? null,
      slides: args.link ? "yes" : args.slides === "yes" || args.slides === "no" ? args.slides : null,
      link: args.link ?? null,
      needs: args.needs ?? null,
    };
    return changed(context, line, talk, after);
  },
});

/** Stores one talk with all that follows from it, and shows it. */
export async function changed(context: Known, line: Line, before: Talk, after: Talk): Promise<Outcome> {
  put(context, before, after);
  await settle(context, line, [after]);
  return show(talkCard(context, withTalks(line, [after]), after), talkMatter(after.id));
}

/** Links are stored, files are not; only what a browser opens. */
export function isLink(link: string): boolean {
  return /^https?:\/\/[^\s/$.?#][^\s]*$/i.test(link);
}

const link = command({
  who: "linked",
  opens: holds,
  args: { meeting: optional(id()), talk: optional(id()), link: optional(text(longestLink)), sent: optional(one("1")) },
  async run(context, args) {
    const it = await talkHeld(context, args.talk);
    if ("outcome" in it) return it.outcome;
    if (!args.sent) return ask(linkForm(context, it.talk));
    if (!args.link || !isLink(args.link)) return wrong(context, wish("talk.link", aboutTalk(it.talk)), { link: context.t("talk.link.bad") });
    return changed(context, it.line, it.talk, { ...it.talk, slides: "yes", link: args.link });
  },
});

export const registerCommands = { "talk.new": newTalk, "talk.more": more, "talk.link": link };
