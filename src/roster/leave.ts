// When somebody takes the bot away: their account gets nothing more, and where no other takes its place the office hears of it once.
import type { Context } from "../command.ts";
import { takesMessages } from "../meeting/invite.ts";
import { owed } from "../notice/owe.ts";
import type { Outcome } from "../outcome.ts";
import { isOrganiser } from "./rules.ts";

/** Nothing is answered: there is no chat left to answer in. */
export async function leave(context: Context): Promise<Outcome> {
  const { desk, now } = context;
  const { account } = desk;
  if (!account?.reachable) return { silent: "left" };
  const others = await desk.find("Account", { personId: account.personId, reachable: true });
  const [next] = others.filter(({ id }) => id !== account.id).sort((a, b) => b.linkedAt.getTime() - a.linkedAt.getTime());
  const gone = { ...account, reachable: false };
  if (account.receives && next) {
    desk.put("Account", { ...gone, receives: false });
    desk.put("Account", { ...next, receives: true });
    return { silent: "left" };
  }
  desk.put("Account", gone);
  if (!takesMessages(account)) return { silent: "left" };
  // The same key as for a message that was refused that day (store/outbox): the office hears of either once.
  const key = `unreachable:${account.id}:${now.toISOString().slice(0, 10)}`;
  const office = (await desk.find("Person", {})).filter((person) => isOrganiser(person) && person.id !== account.personId);
  for (const { id } of office)
    desk.owe(owed(context, { key: `${key}:${id}`, kind: "left", personId: id, args: { person: account.personId, messenger: account.messenger } }));
  return { silent: "left" };
}
