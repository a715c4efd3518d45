// Registering a talk, by whoever speaks or by the office for them, and adding to it.
import { id, number, one, optional, text } from "../args.ts";
import { command, type Known } from "../command.ts";
import { badInput } from "../help/cards.ts";
import { clip } from "../help/pieces.ts";
import { ask, type FieldErrors, type Outcome, refuse, show } from "../outcome.ts";
import { personLabel } from "../reader.ts";
import type { Person } from "../roster/model.ts";
import type { Via } from "../rsvp/model.ts";
import { endOfDay } from "../time.ts";
import { type Wish, wish } from "../wish.ts";
import { minutesWithin, register } from "./capacity.ts";
import { aboutTalk, talkCard } from "./cards.ts";
import { put, repaintTalk, repaintWaiting, settle, tellOfficeOf, tellSpeaker } from "./change.ts";
import {
  linkForm,
  longestAbout,
  longestLink,
  longestName,
  longestNeeds,
  longestTitle,
  moreForm,
  mostMinutes,
  none,
  speakerForm,
  talkForm,
  usualMinutes,
} from "./forms.ts";
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
export const looks = { meeting: "wanted", hold: "none" } as const;
export const holds = { meeting: "wanted", hold: "meeting" } as const;

export const wrong = (context: Known, it: Wish, fields: FieldErrors): Outcome =>
  refuse("bad_input", badInput(context, it, Object.values(fields)[0] ?? ""), context.by === "form" ? fields : undefined);

const isLate = ({ now, alliance }: Known, { meeting }: Line): boolean => now >= endOfDay(meeting.talksBy, alliance.zone);

const newTalk = command({
  who: "delegate",
  opens: holds,
  args: { ...details, talk: optional(id()), speaker: optional(id()) },
  async run(context, args) {
    const line = await lineHeld(context);
    if ("outcome" in line) return line.outcome;
    const people = await presenting(context);
    const person = people.length > 1 ? people.find((it) => it.id === args.speaker) : people[0];
    if (people.length > 0 && !person) return ask(await whoseForm(context, line, people));
    if (!person?.organisationId) return refuse("no_right", notPresentingCard(context));
    const before = line.draft.talks.find((it) => it.id === args.talk && it.personId === person.id && it.state === "withdrawn");
    const carried = wish("talk.new", {
      meeting: line.meeting.id,
      ...(before ? { talk: before.id } : {}),
      ...(people.length > 1 ? { speaker: person.id } : {}),
    });
    // The form that names who speaks carries no talk yet.
    const wanted = args.title || args.about || args.kind || people.length === 1 ? args : { ...args, sent: undefined };
    return enter(context, line, { ...(before ?? {}), ...wanted }, carried, { person, organisationId: person.organisationId, via: "self" });
  },
});

async function whoseForm(context: Known, line: Line, people: readonly Person[]) {
  const organisations = await context.desk.find("Organisation", {});
  const labelOf = (person: Person): string =>
    personLabel(
      context,
      person,
      organisations.find((it) => it.id === person.organisationId),
    );
  const options = people.map((person) => ({ value: person.id, label: clip(labelOf(person), 75) }));
  return speakerForm(context, wish("talk.new", { meeting: line.meeting.id }), options);
}

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
  else if (line.programme.edition > 0) await tellOfficeOf(context, "talk.added", talk);
  if (speaker.person.id !== context.person.id) tellSpeaker(context, "talk.own", talk);
  await repaintWaiting(context, line, withTalks(line, [talk]));
  return show(talkCard(context, withTalks(line, [talk]), talk), talkMatter(talk.id));
}

const missing = ({ t }: Known, parts: Readonly<Record<string, unknown>>): FieldErrors =>
  Object.fromEntries(Object.entries(parts).flatMap(([name, value]) => (value ? [] : [[name, t("bad.empty")]])));

/** Talks of other meetings that shall come first next time: they were left out, not held, or their meeting does not take place. */
async function promisedTo({ desk }: Known, { meeting }: Line, organisationId: string): Promise<readonly Talk[]> {
  const found = (await desk.find("Talk", { organisationId, claim: true })).filter((talk) => talk.meetingId !== meeting.id && talk.state !== "withdrawn");
  const cancelled = found.length > 0 ? await desk.find("Meeting", { id: found.map(({ meetingId }) => meetingId), state: "cancelled" }) : [];
  return found.filter((talk) => talk.state === "declined" || talk.state === "missed" || cancelled.some(({ id: it }) => it === talk.meetingId));
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
  if (context.person.id === after.personId) await repaintTalk(context, after);
  else tellSpeaker(context, "talk.own", after);
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
