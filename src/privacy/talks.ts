// What becomes of the talks when somebody erases their data: a talk is the organisation's and stays with its seat; without a seat it goes.
import type { Known } from "../command.ts";
import { settle } from "../speaker/change.ts";
import { lineOf } from "../speaker/line.ts";
import type { Talk } from "../speaker/model.ts";
import type { Remaining } from "./seats.ts";

export async function leaveTalks(context: Known, { successor }: Remaining): Promise<void> {
  const { desk, person, alliance } = context;
  for (const keynote of await desk.find("Keynote", { actorId: person.id })) desk.put("Keynote", { ...keynote, actorId: null });
  for (const talk of await desk.find("Talk", { actorId: person.id })) if (talk.personId !== person.id) desk.put("Talk", { ...talk, actorId: null });
  const own = await desk.find("Talk", { personId: person.id });
  for (const meetingId of new Set(own.map((talk) => talk.meetingId))) {
    const [meeting] = await desk.find("Meeting", { id: meetingId });
    const line = meeting && (await lineOf(desk, meeting, alliance.zone));
    const left = own.filter((talk) => talk.meetingId === meetingId).map((talk) => (successor ? nobodys(talk, successor.id) : gone(talk)));
    for (const talk of left) successor ? desk.put("Talk", talk) : desk.remove("Talk", talk);
    if (line && !successor) await settle(context, line, left);
  }
}

/** The name typed beside the speaker's may be anybody's; whoever takes over confirms anew. */
const nobodys = (talk: Talk, personId: string): Talk => ({
  ...talk,
  personId,
  actorId: talk.actorId === talk.personId ? null : talk.actorId,
  coSpeaker: null,
  ...(talk.state === "confirmed" ? { state: "programmed", confirmedAt: null } : {}),
});

/** Only for what follows from it: the row itself is removed. */
const gone = (talk: Talk): Talk => ({ ...talk, state: "withdrawn", place: null, draft: null });
