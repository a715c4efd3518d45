// Finds the talk a gesture is about, with the meeting held, and says why somebody may not touch it.
import { type Card, card } from "../card.ts";
import type { Known } from "../command.ts";
import { missingMeeting, staleCard } from "../help/cards.ts";
import { act, callbackButton } from "../help/pieces.ts";
import { type Outcome, refuse } from "../outcome.ts";
import type { Organisation } from "../roster/model.ts";
import { isOrganiser, isValid, rightsOf } from "../roster/rules.ts";
import { wish } from "../wish.ts";
import { programmeButton } from "./cards.ts";
import { type Line, lineOf } from "./line.ts";
import type { Talk } from "./model.ts";

/** The line of the meeting on the desk, or why there is none. */
export async function lineHeld(context: Known): Promise<Line | { readonly outcome: Outcome }> {
  const { meeting } = context.desk;
  if (!meeting || (meeting.state === "draft" && !isOrganiser(context.person))) return { outcome: missingMeeting(context, wish("talk.new")) };
  const line = meeting.state === "cancelled" ? undefined : await lineOf(context.desk, meeting, context.alliance.zone);
  return line ?? { outcome: refuse("no_talks", noTalksCard(context)) };
}

const noTalksCard = (context: Known): Card =>
  card("speaker.none", context.t("talk.none.title"), { text: context.t("talk.none.text"), buttons: [act(context, "meeting.show"), act(context, "help.show")] });

/** The person's organisation, where it may present at meetings. */
export async function presenting({ desk, person }: Known): Promise<Organisation | undefined> {
  const [organisation] = person.organisationId ? await desk.find("Organisation", { id: person.organisationId }) : [];
  return organisation && rightsOf(organisation).present ? organisation : undefined;
}

/** K16: the talk, and the line it stands in; its own speaker, members of the same organisation and the office may touch it. */
export async function talkHeld(context: Known, id: string | undefined): Promise<{ readonly line: Line; readonly talk: Talk } | { readonly outcome: Outcome }> {
  const line = await lineHeld(context);
  if ("outcome" in line) return line;
  const talk = id ? line.draft.talks.find((it) => it.id === id) : await onlyOwn(context, line);
  if (!talk) return { outcome: refuse("stale", staleCard(context)) };
  if (!maySee(context, talk)) return { outcome: refuse("other_talk", otherCard(context, line)) };
  return { line, talk };
}

const onlyOwn = async ({ person }: Known, { draft }: Line): Promise<Talk | undefined> => {
  const own = draft.talks.filter((it) => it.personId === person.id && it.state !== "withdrawn");
  return own.length === 1 ? own[0] : undefined;
};

const maySee = ({ person, desk, today }: Known, talk: Talk): boolean =>
  talk.personId === person.id ||
  isOrganiser(person) ||
  (talk.organisationId === person.organisationId && desk.holdings.some((holding) => isValid(holding, today)));

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
