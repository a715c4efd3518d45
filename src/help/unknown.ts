// The answer to an account that belongs to nobody: how to be linked, and nothing else.
import type { Context } from "../command.ts";
import type { Incoming } from "../incoming.ts";
import { type Outcome, refuse, show } from "../outcome.ts";
import { channelCard, unknownAgainCard, unknownCard, unknownInChannelCard, welcomeCard } from "../roster/cards.ts";
import { firstContact, hostOf, linkAccount, personByEmail, readerFor } from "../roster/link.ts";

/** Linked by a verified address where exactly one person has it; else told the way, at length the first time. */
export async function unknownAccount(context: Context, incoming: Incoming): Promise<Outcome> {
  const { desk, from, now, ids } = context;
  if (incoming.place === "channel") {
    // Whoever added the bot: the greeting is for the channel.
    if ("met" in incoming.said) return { show: channelCard(context), open: true };
    return refuse("unknown_account", unknownInChannelCard(context));
  }
  const host = await hostOf(context);
  const person = host && (await personByEmail(context, host));
  if (host && person) {
    const linked = await linkAccount(context, host.alliance, person, ids.next());
    const [organisation] = person.organisationId ? await desk.find("Organisation", { allianceId: person.allianceId, id: person.organisationId }) : [];
    return show(welcomeCard(readerFor(context, host.alliance, person), { ...linked, person, organisation, byEmail: true }));
  }
  if (desk.contact && host) return refuse("unknown_account", unknownAgainCard(context, host.alliance));
  if (!desk.contact) desk.put("Contact", firstContact(from, now));
  return refuse("unknown_account", unknownCard(context, host?.alliance));
}
