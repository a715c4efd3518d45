// What somebody has set for themselves: the accounts, the time of rest that still lasts, and who would get the messages meanwhile.
import type { Pause } from "../notice/model.ts";
import type { Desk, View } from "../ports.ts";
import { byPosition } from "../reader.ts";
import type { Account, Person } from "../roster/model.ts";
import { isValid } from "../roster/rules.ts";
import { addDays, type Day } from "../time.ts";

export interface Settings {
  /** The accounts, the receiving one first, then the newest. */
  readonly accounts: readonly Account[];
  /** Only while it lasts. */
  readonly pause: Pause | undefined;
  readonly substitute: Person | undefined;
}

/** Longer than this nobody rests: a slip of the pen in the year would silence the bot for good. */
const mostDays = 366;
export const isTooLong = (until: Day, today: Day): boolean => until > addDays(today, mostDays);

export async function settingsOf(view: View, today: Day, person: Pick<Person, "id">): Promise<Settings> {
  const accounts = [...(await view.find("Account", { personId: person.id }))];
  accounts.sort((a, b) => Number(b.receives) - Number(a.receives) || b.linkedAt.getTime() - a.linkedAt.getTime());
  const [pause] = await view.find("Pause", { personId: person.id });
  return { accounts, pause: pause && pause.until >= today ? pause : undefined, substitute: await firstSubstitute(view, today, person) };
}

/** Who would get the messages: the first named substitute of the own organisation who can be reached and does not rest (notice/rest.ts decides alike). */
async function firstSubstitute(view: View, today: Day, { id }: Pick<Person, "id">): Promise<Person | undefined> {
  const own = (await view.find("Holding", { personId: id, kind: "holder" })).filter((holding) => isValid(holding, today));
  const seats = own.length > 0 ? await view.find("Seat", { id: own.map((holding) => holding.seatId) }) : [];
  const all = seats.length > 0 ? await view.find("Seat", { organisationId: [...new Set(seats.map((seat) => seat.organisationId))] }) : [];
  const named = all.length > 0 ? await view.find("Holding", { seatId: all.map((seat) => seat.id), kind: "substitute" }) : [];
  const valid = named.filter((holding) => isValid(holding, today) && holding.personId !== id).sort(byPosition);
  const people = [...new Set(valid.map((holding) => holding.personId))];
  if (people.length === 0) return undefined;
  const reached = new Set((await view.find("Account", { personId: people, receives: true, reachable: true })).map((account) => account.personId));
  const resting = new Set((await view.find("Pause", { personId: people })).flatMap((pause) => (pause.until >= today ? [pause.personId] : [])));
  const first = people.find((personId) => reached.has(personId) && !resting.has(personId));
  return first === undefined ? undefined : (await view.find("Person", { id: first }))[0];
}

/** One account of a person receives, so that every message comes once. Undefined where the account is not theirs. */
export function receiveIn({ desk }: { readonly desk: Desk }, it: Settings, receive: string): Settings | undefined {
  if (!it.accounts.some((account) => account.id === receive)) return undefined;
  const accounts = it.accounts.map((account) => ({ ...account, receives: account.id === receive }));
  for (const [n, account] of accounts.entries()) if (it.accounts[n]?.receives !== account.receives) desk.put("Account", account);
  return { ...it, accounts };
}
