// Where talks are offered and named outside their own cards: after a yes, and in the own status.
import type { Button, Fact } from "../card.ts";
import type { Known } from "../command.ts";
import { clip } from "../help/pieces.ts";
import type { Meeting } from "../meeting/model.ts";
import type { Member } from "../reader.ts";
import type { Organisation } from "../roster/model.ts";
import { rightsOf } from "../roster/rules.ts";
import { endOfDay } from "../time.ts";
import { wish } from "../wish.ts";
import { lineOf } from "./line.ts";
import { stateWords } from "./parts.ts";

/** To whoever comes for an organisation that may present, until the deadline; a workshop has no item for talks (D22). */
export function talkOffer({ t, now, alliance }: Member, meeting: Meeting, organisation: Organisation | undefined): Button | undefined {
  const open = meeting.kind === "regular" && now < endOfDay(meeting.talksBy, alliance.zone);
  return open && organisation && rightsOf(organisation).present ? { label: t("do.talk.new"), wish: wish("talk.new", { meeting: meeting.id }) } : undefined;
}

/** The person's own talks at a meeting, in words; undefined where there are none. */
export async function talkFact(context: Known, meeting: Meeting): Promise<Fact | undefined> {
  const { t, desk, person, alliance } = context;
  const own = (await desk.find("Talk", { meetingId: meeting.id, personId: person.id })).filter(({ state }) => state !== "withdrawn");
  const line = own.length > 0 ? await lineOf(desk, meeting, alliance.zone) : undefined;
  if (!line) return undefined;
  return {
    label: t("status.talks"),
    value: own.map((talk) => t("status.talk", { title: clip(talk.title, 60), state: stateWords(context, talk, line) })).join("; "),
  };
}
