// Asks a secretariat of several invited people whose reply it means.
import { type Card, card } from "../card.ts";
import type { Known } from "../command.ts";
import { clip } from "../help/pieces.ts";
import type { Meeting } from "../meeting/model.ts";
import { type Outcome, refuse } from "../outcome.ts";
import { personLabel, personName } from "../reader.ts";
import type { Organisation, Person } from "../roster/model.ts";
import { type Wish, wish } from "../wish.ts";
import type { Reply } from "./model.ts";

/** A selection holds at most a hundred options in every messenger, the invitation to choose among them. */
const mostOptions = 99;

/** Wishes about one reply; the office's list of all replies is none. */
const isAboutOne = ({ may }: Known, { command }: Wish): boolean =>
  /^(rsvp|substitute|waiting)\./.test(command) || (command === "reply.list" && !may("reply.record"));

interface Assigned {
  readonly person: Person;
  readonly organisation: Organisation | undefined;
  readonly reply: Reply;
}

/** The invited people the sender answers for, in the order of their names. */
export async function assignedTo({ desk, lang }: Known, meeting: Pick<Meeting, "id">): Promise<readonly Assigned[]> {
  const { assigned = [] } = desk;
  const replies = assigned.length > 0 ? await desk.find("Reply", { meetingId: meeting.id, personId: assigned }) : [];
  if (replies.length === 0) return [];
  const people = await desk.find("Person", { id: replies.map((reply) => reply.personId) });
  const organisations = await desk.find("Organisation", { id: [...new Set(replies.map((reply) => reply.organisationId))] });
  const all = replies.flatMap((reply) => {
    const person = people.find((it) => it.id === reply.personId);
    return person ? [{ person, organisation: organisations.find((it) => it.id === reply.organisationId), reply }] : [];
  });
  const label = (it: Assigned): string => personLabel({ lang }, it.person, it.organisation);
  return all.sort((a, b) => label(a).localeCompare(label(b), "de"));
}

/** The question, or undefined where the wish names somebody, or only one can be meant: then the desk holds that reply. */
export async function askWhom(context: Known, it: Wish): Promise<Outcome | undefined> {
  const { meeting, reply } = context.desk;
  if (!meeting || reply || it.args["for"] || !isAboutOne(context, it)) return undefined;
  const those = await assignedTo(context, meeting);
  return those.length > 0 ? refuse("whom", whomCard(context, meeting, it, those)) : undefined;
}

function whomCard(context: Known, meeting: Meeting, it: Wish, those: readonly Assigned[]): Card {
  const { t } = context;
  // No typed word says whose reply is meant: the mark keeps the text twin from offering one.
  const about = (personId: string): Wish => wish(it.command, { ...it.args, meeting: meeting.id, for: personId, behalf: "1" });
  const names = those.map(({ person }) => personName(context, person));
  const distinct = new Set(names).size === names.length;
  const labels = those.map(({ person, organisation }) => personLabel(context, person, organisation));
  const cancel = { label: t("label.cancel"), wish: wish("step.cancel") };
  if (those.length <= 3) {
    const buttons = those.map(({ person }, n) => ({
      label: clip((distinct ? names[n] : labels[n]) ?? "", 28),
      hears: clip(labels[n] ?? "", 75),
      wish: about(person.id),
    }));
    return card("behalf.whom", t("behalf.whom.title"), { rows: labels, text: t("behalf.whom.text"), buttons: [...buttons, cancel] });
  }
  const options = those.slice(0, mostOptions).map(({ person }, n) => ({ label: clip(labels[n] ?? "", 75), wish: about(person.id) }));
  return card("behalf.whom", t("behalf.whom.title"), {
    choice: { type: "choice", label: t("behalf.whom.label"), options: [{ label: t("behalf.whom.choose"), wish: it }, ...options], chosen: 0 },
    text: t("behalf.whom.text"),
    buttons: [cancel],
  });
}
