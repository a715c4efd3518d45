// A word to the office: one message to each person who organises, or a repaint of what they look at.
import type { Desk } from "../ports.ts";
import type { Delivery } from "./model.ts";
import { owed } from "./owe.ts";

interface Because {
  readonly now: Date;
  readonly key: string;
  readonly desk: Desk;
}

/** Owes one message to every organiser of the alliance; the same key never twice. */
export async function tellOffice(
  because: Because,
  it: { readonly key: string; readonly kind: string; readonly args: Readonly<Record<string, string>> } & Partial<Pick<Delivery, "matter">>,
): Promise<void> {
  const people = await because.desk.find("Person", {});
  for (const person of people.filter((one) => one.roles.includes("organiser"))) {
    because.desk.owe(owed(because, { ...it, key: `${it.key}:${person.id}`, personId: person.id }));
  }
}
