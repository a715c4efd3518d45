// Who comes to a meeting as a guest, and for which items.
import type { Meeting } from "../meeting/model.ts";
import type { View } from "../ports.ts";
import { byPosition, type Reader } from "../reader.ts";
import type { Guest, Person } from "./model.ts";

/** A guest of one meeting with the items they come for, in their order. */
export interface Visit {
  readonly person: Person;
  readonly rows: readonly Guest[];
  /** "3" or "2, 3"; the title where an item has no number. */
  readonly items: string;
}

export async function visitsOf(view: View, { lang }: Pick<Reader, "lang">, meeting: Pick<Meeting, "id">): Promise<readonly Visit[]> {
  const guests = await view.find("Guest", { meetingId: meeting.id });
  if (guests.length === 0) return [];
  const agenda = [...(await view.find("AgendaItem", { meetingId: meeting.id }))].sort(byPosition);
  const people = await view.find("Person", { id: [...new Set(guests.map((guest) => guest.personId))] });
  const visits = people.map((person): Visit => {
    const rows = guests.filter((guest) => guest.personId === person.id);
    const items = agenda.filter((item) => rows.some((row) => row.item === item.key));
    return { person, rows, items: items.map((item) => item.number || (lang === "de" ? item.titleDe : item.titleEn)).join(", ") || "–" };
  });
  return visits.sort((a, b) => a.person.name.localeCompare(b.person.name, "de"));
}
