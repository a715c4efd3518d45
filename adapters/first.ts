// The first organiser of an installation: listed by e-mail address, or let in by a code printed at the start.

import type { Ids, Store } from "../src/ports.ts";
import { firstOrganiser, organisersByEmail } from "../src/roster/first.ts";
import { dayOf, showDay } from "../src/time.ts";
import { messengerName } from "./web/index.ts";

interface Listed {
  readonly emails: readonly string[];
  /** A code is needed beside the addresses: an address counts only in a workspace that has joined the alliance. */
  readonly byCode: boolean;
}

/** What the operator is told: a code for each alliance in which nobody of the office has an account in a messenger. */
export async function firstOrganisers(store: Store, ids: Ids, now: Date, { emails, byCode }: Listed): Promise<readonly string[]> {
  const notes: string[] = [];
  for (const alliance of await store.alliances()) {
    const view = store.view(alliance.id);
    const people = await view.find("Person", {});
    const accounts = (await view.find("Account", {})).filter((account) => account.messenger !== messengerName);
    const listed = organisersByEmail({ alliance, people, ids, emails });
    const everybody = [...people.filter((person) => !listed.some((it) => it.id === person.id)), ...listed];
    const first = byCode || emails.length === 0 ? firstOrganiser({ alliance, people: everybody, ids, accounts, now }) : undefined;
    if (listed.length === 0 && !first) continue;
    await store.work({ allianceId: alliance.id }, async (desk) => {
      for (const person of [...listed, ...(first?.person ? [first.person] : [])]) desk.put("Person", person);
      if (first) desk.put("AccessCode", first.row);
    });
    if (first)
      notes.push(
        `${alliance.nameDe}: Der erste Zugangscode für die Geschäftsstelle lautet ${first.code} (einmal, bis ${showDay(dayOf(new Date(first.expiresAt.getTime() - 1), alliance.zone), "de")}). Senden Sie ihn dem Bot in einer direkten Nachricht.`,
      );
  }
  return notes;
}
