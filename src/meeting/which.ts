// Asks which meeting is meant where an invited one and a draft are both still to come: what is changed or cancelled is named first.
import { card } from "../card.ts";
import type { Known } from "../command.ts";
import { type Outcome, refuse } from "../outcome.ts";
import { meetingName } from "../rsvp/parts.ts";
import { type Wish, wish } from "../wish.ts";

/** A selection holds at most a hundred options in every messenger, the invitation to choose among them. */
const mostOptions = 99;

/** The question, or undefined where the wish names its meeting, or only drafts or only invited ones are to come: then the next one is meant. */
export async function askWhich(context: Known, it: Wish): Promise<Outcome | undefined> {
  if (it.args["meeting"] !== undefined) return undefined;
  const { t, desk, now } = context;
  const all = await desk.find("Meeting", { state: ["invited", "draft"] });
  const coming = all.filter((meeting) => meeting.startsAt > now).sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  if (new Set(coming.map(({ state }) => state)).size < 2) return undefined;
  const options = coming.slice(0, mostOptions).map((meeting) => ({
    label: t("meeting.which.option", { meeting: meetingName(context, meeting), state: t("meeting.state", { state: meeting.state }) }),
    wish: wish(it.command, { ...it.args, meeting: meeting.id }),
  }));
  return refuse(
    "which_meeting",
    card("meeting.which", t("meeting.which.title"), {
      choice: { type: "choice", label: t("meeting.which.label"), options: [{ label: t("meeting.label.choose"), wish: it }, ...options], chosen: 0 },
      text: t("meeting.which.text"),
      buttons: [{ label: t("label.cancel"), wish: wish("step.cancel") }],
    }),
  );
}
