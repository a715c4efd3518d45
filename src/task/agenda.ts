// The follow-up list on the agenda of the next meeting: a block without number and minutes, before the first item.
import type { Button, Fact } from "../card.ts";
import type { Meeting } from "../meeting/model.ts";
import type { View } from "../ports.ts";
import type { Reader } from "../reader.ts";
import { wish } from "../wish.ts";
import type { TaskState } from "./model.ts";

const unfinished: readonly TaskState[] = ["open", "rejected", "accepted", "inProgress", "blocked", "reported"];

/** How many tasks the meeting begins with; 0 for one that is over or does not take place. */
export async function followUps(view: View, { now }: Pick<Reader, "now">, meeting: Pick<Meeting, "state" | "endsAt">): Promise<number> {
  if (meeting.state === "cancelled" || meeting.endsAt <= now) return 0;
  return (await view.find("Task", { state: unfinished })).length;
}

export const followUpRows = ({ t }: Pick<Reader, "t">, n: number): readonly string[] => (n > 0 ? [t("task.agenda.row", { n })] : []);
export const followUpFact = ({ t }: Pick<Reader, "t">, n: number): Fact | undefined =>
  n > 0 ? { label: t("task.agenda"), value: t("task.agenda.value", { n }) } : undefined;

/** The list itself stands behind a button. */
export const followUpButton = ({ t }: Pick<Reader, "t">, n: number): readonly Button[] =>
  n > 0 ? [{ label: t("do.task.list"), wish: wish("task.list") }] : [];
