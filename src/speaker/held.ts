// Finds the talk a gesture is about, with the meeting held, and says why somebody may not touch it.
import { type Card, card } from "../card.ts";
import type { Known } from "../command.ts";
import { missingMeeting, staleCard } from "../help/cards.ts";
import { act, callbackButton } from "../help/pieces.ts";
import { goneCard } from "../meeting/cards.ts";
import type { Meeting } from "../meeting/model.ts";
import { type Outcome, refuse } from "../outcome.ts";
import type { Person } from "../roster/model.ts";
import { isOrganiser, isValid, rightsOf } from "../roster/rules.ts";
import { wish } from "../wish.ts";
import { programmeButton } from "./cards.ts";
import { type Line, lineOf } from "./line.ts";
import type { Talk } from "./model.ts";

/** The meeting on the desk where it takes place; drafts are the office's own. */
export function meetingHeld(context: Known): Meeting | { readonly outcome: Outcome } {
  const { meeting } = context.desk;
  if (!meeting || (meeting.state === "draft" && !isOrganiser(context.person))) return { outcome: missingMeeting(context, wish("talk.new")) };
  return meeting.state === "cancelled" ? { outcome: refuse("cancelled", goneCard(context, meeting)) } : meeting;
}

/** The line of the meeting on the desk, or why there is none. */
export async function lineHeld(context: Known): Promise<Line | { readonly outcome: Outcome }> {
  const meeting = meetingHeld(context);
  if ("outcome" in meeting) return meeting;
  return (await lineOf(context.desk, meeting, context.alliance.zone)) ?? { outcome: noTalks(context) };
}

export const noTalks = (context: Known): Outcome => refuse("no_talks", noTalksCard(context));

const noTalksCard = (context: Known): Card =>
  card("speaker.none", context.t("talk.none.title"), { text: context.t("talk.none.text"), buttons: [act(context, "meeting.show"), act(context, "help.show")] });

/** Whom the sender speaks for: themselves while they hold a seat, else the people whose secretariat they are. */
export async function represented({ desk, person, today }: Known): Promise<readonly Person[]> {
  if (desk.holdings.some((holding) => isValid(holding, today))) return [person];
  const assigned = await desk.find("StandIn", { actorId: person.id });
  const people = assigned.length > 0 ? await desk.find("Person", { id: assigned.map(({ personId }) => personId) }) : [];
  return [...people].sort((a, b) => a.name.localeCompare(b.name, "de"));
}

/** Those of them whose organisation may present at meetings. */
export async function presenting(context: Known): Promise<readonly Person[]> {
  const people = await represented(context);
  const organisations = await context.desk.find("Organisation", { id: people.flatMap(({ organisationId }) => organisationId ?? []) });
  const may = new Set(organisations.filter((it) => rightsOf(it).present).map(({ id }) => id));
  return people.filter(({ organisationId }) => organisationId !== null && may.has(organisationId));
}

/** K16: the talk, and the line it stands in; its own speaker, members of the same organisation, their secretariat and the office may touch it. */
export async function talkHeld(context: Known, id: string | undefined): Promise<{ readonly line: Line; readonly talk: Talk } | { readonly outcome: Outcome }> {
  const line = await lineHeld(context);
  if ("outcome" in line) return line;
  const talk = id ? line.draft.talks.find((it) => it.id === id) : await onlyOwn(context, line);
  if (!talk) return { outcome: refuse("stale", staleCard(context)) };
  if (!(await maySee(context, talk))) return { outcome: refuse("other_talk", otherCard(context, line)) };
  return { line, talk };
}

const onlyOwn = async (context: Known, { draft }: Line): Promise<Talk | undefined> => {
  const people = [context.person, ...(await represented(context))];
  const own = draft.talks.filter((it) => people.some(({ id }) => id === it.personId) && it.state !== "withdrawn");
  return own.length === 1 ? own[0] : undefined;
};

const maySee = async (context: Known, talk: Talk): Promise<boolean> =>
  talk.personId === context.person.id ||
  isOrganiser(context.person) ||
  (await represented(context)).some((it) => it.id === talk.personId || (it.id === context.person.id && it.organisationId === talk.organisationId));

const otherCard = (context: Known, line: Line): Card =>
  card("speaker.other", context.t("talk.other.title"), {
    text: context.t("talk.other.text"),
    buttons: [programmeButton(context, line.meeting.id), callbackButton(context)],
  });

/** K: who has no right to present is told kindly, with another way (D23). */
export const notPresentingCard = (context: Known): Card =>
  card("refuse.notPresenting", context.t("talk.right.title"), {
    text: context.t("talk.right.text"),
    buttons: [act(context, "meeting.show"), callbackButton(context)],
  });
