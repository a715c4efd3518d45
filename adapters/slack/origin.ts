// Which installation a payload is for, before anything else of it is believed.
import { z } from "zod";
import { readMemory } from "./form.ts";

const id = z.string().min(1).max(255);
const maybe = id.nullish();
const team = z.object({ id: maybe }).nullish();

/** Everything in a payload that may say which installation it is for. */
const origin = z.object({
  type: z.unknown().optional(),
  is_enterprise_install: z.union([z.boolean(), z.string()]).nullish(),
  enterprise_id: maybe,
  enterprise: team,
  team_id: maybe,
  team,
  context_team_id: maybe,
  is_ext_shared_channel: z.boolean().nullish(),
  authorizations: z.array(z.object({ team_id: maybe, enterprise_id: maybe, is_enterprise_install: z.boolean().nullish() })).nullish(),
  view: z.object({ app_installed_team_id: maybe, private_metadata: z.string().nullish() }).nullish(),
  message: z.object({ team: maybe, bot_profile: z.object({ team_id: maybe }).nullish() }).nullish(),
});

/**
 * The installations a payload may be for, the surest first. In shared channels and organisation-wide installations the team a payload names
 * first may be another workspace, so the installation itself is asked first: our own note in a window, the authorization of an event, the bot's own message.
 */
export function tenantsIn(body: unknown): readonly string[] {
  const read = origin.safeParse(body);
  if (!read.success) return [];
  const it = read.data;
  const wide = String(it.is_enterprise_install) === "true";
  // A button stands on a message of the bot's; a shortcut may be used on anybody's, also on one from another workspace.
  const own = it.type === "message_action" ? undefined : it.message;
  const candidates = [
    it.view?.private_metadata ? readMemory(it.view.private_metadata)?.tenant : undefined,
    ...(it.authorizations ?? []).flatMap((one) => [one.is_enterprise_install ? one.enterprise_id : undefined, one.team_id]),
    it.context_team_id,
    ...(wide ? [it.enterprise_id, it.enterprise?.id] : []),
    it.view?.app_installed_team_id,
    own?.bot_profile?.team_id,
    own?.team,
    it.team?.id,
    it.is_ext_shared_channel ? undefined : it.team_id,
  ];
  return [...new Set(candidates.filter((tenant) => typeof tenant === "string"))];
}
