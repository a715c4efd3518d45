// The welcome at first sight: owed once to everybody who is linked, unless the answer itself is the welcome.
import type { Known } from "../command.ts";
import type { Composing } from "../notice/composer.ts";
import { owed } from "../notice/owe.ts";
import { type Outcome, show } from "../outcome.ts";
import type { View } from "../ports.ts";
import type { Member } from "../reader.ts";
import { type Welcomed, welcomeCard } from "./cards.ts";
import { standingOf } from "./link.ts";
import type { Person } from "./model.ts";

/** Owes the welcome to this account. One key for each person: however often it is owed, it comes once. */
export function welcome(context: Known): void {
  const { desk, person, from, now } = context;
  desk.put("Person", { ...person, welcomedAt: now });
  desk.owe(
    owed(context, {
      key: `welcome:${person.id}`,
      personId: person.id,
      kind: "welcome",
      args: desk.account ? { account: desk.account.id } : {},
      messenger: from.messenger,
      tenant: from.tenant,
      address: from.address,
    }),
  );
}

/** The welcome as the answer itself, to somebody who has only just appeared. */
export async function welcomeNow(context: Known): Promise<Outcome> {
  const { desk, person, now } = context;
  desk.put("Person", { ...person, welcomedAt: now });
  return show(welcomeCard(context, await welcomedAs(desk, context, person)));
}

async function welcomedAs(view: View, reader: Pick<Member, "now" | "today" | "alliance">, person: Person): Promise<Welcomed> {
  const [organisation] = person.organisationId ? await view.find("Organisation", { allianceId: reader.alliance.id, id: person.organisationId }) : [];
  return { ...(await standingOf(view, reader, person)), person, organisation };
}

/** When it is sent: not to an account that has been taken from the person meanwhile. */
export async function composeWelcome(it: Composing) {
  const { account } = it.args;
  if (account !== undefined && (await it.view.find("Account", { id: account, personId: it.person.id })).length === 0) return { skip: "unlinked" };
  return welcomeCard(it, await welcomedAs(it.view, it, it.person));
}
