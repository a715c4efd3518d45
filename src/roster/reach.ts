// Through whose account somebody is reached: their own, or that of a secretariat that answers for them.
import { takesMessages } from "../meeting/invite.ts";
import type { Desk, View } from "../ports.ts";
import type { Account, Person, StandIn } from "./model.ts";

/** Whether this person's accounts may answer for that other one. */
export const answersFor = async (view: View, actor: Pick<Person, "id">, personId: string): Promise<boolean> =>
  (await view.find("StandIn", { actorId: actor.id, personId })).length > 0;

/** A secretariat's account under the id of somebody it answers for. */
interface Lent extends Account {
  readonly lender: string;
}

/** Whose account it really is, where it is lent. */
export const lenderOf = (account: Account | undefined): string | undefined => (account as Partial<Lent> | undefined)?.lender;

/**
 * The accounts as messages about somebody's invitation find them: who takes none themselves is lent the secretariat's, under their own id.
 * The database chooses by the same rule when it sends (delivery_claim).
 */
function withLent(accounts: readonly Account[], standIns: readonly StandIn[]): readonly Account[] {
  if (standIns.length === 0) return accounts;
  const taking = accounts.filter(takesMessages).sort((a, b) => a.linkedAt.getTime() - b.linkedAt.getTime() || (a.id < b.id ? -1 : 1));
  const own = new Set(taking.map((account) => account.personId));
  const lent = new Map<string, Lent>();
  for (const account of taking) {
    for (const { actorId, personId } of standIns)
      if (actorId === account.personId && !own.has(personId) && !lent.has(personId)) lent.set(personId, { ...account, personId, lender: account.personId });
  }
  return [...accounts, ...lent.values()];
}

/** The same, read for these people, or for everybody. */
export async function accountsFor(view: View, people?: readonly string[]): Promise<readonly Account[]> {
  if (people === undefined) return withLent(await view.find("Account", {}), await view.find("StandIn", {}));
  if (people.length === 0) return [];
  const standIns = await view.find("StandIn", { personId: people });
  const actors = standIns.map(({ actorId }) => actorId);
  const accounts = withLent(await view.find("Account", { personId: [...new Set([...people, ...actors])] }), standIns);
  const wanted = new Set(people);
  return accounts.filter(({ personId }) => wanted.has(personId));
}

/** The secretariat answers for this person no longer, and the cards it has are no longer kept up. */
export async function endStandIn(desk: Desk, standIn: StandIn): Promise<void> {
  desk.remove("StandIn", standIn);
  for (const shown of await desk.find("Shown", { personId: standIn.actorId }))
    if (shown.matter.startsWith("rsvp:") && shown.matter.endsWith(`:${standIn.personId}`)) desk.remove("Shown", shown);
}
